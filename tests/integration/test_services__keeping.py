"""With every act a proposal is counted where it is now, its steps are kept as they are, and a move is announced."""

from __future__ import annotations

import pytest
import store_samples as sample
from government import Government

import govflow
from govflow.domain.proposal import Proposal
from govflow.domain.step import StepState
from govflow.services.acting.keeping import save_steps, tally
from govflow.store import StageTally, StateTally, Store, UnitOfWork

BEGUN = sample.proposal(amount=100)


def kept(work: UnitOfWork, before: Proposal | None, after: Proposal, *, days: int | None = None) -> Proposal:
    """A proposal kept and counted as it stands after an act."""
    if before is None:
        sample.add_proposal(work, **{n: v for n, v in after._asdict().items() if n != "records"})
    else:
        work.proposals.save(after, before=before)
    tally(work, before, after, days=days)
    return after


def test_a_new_proposal_is_counted_where_it_begins(store: Store) -> None:
    with store.begin() as work:
        kept(work, None, BEGUN)
        assert work.tallies.states() == [StateTally("it_investment", "mof", "draft", 1, 0, 100, 0)]
        assert work.tallies.stages() == []


@pytest.mark.parametrize("changes", [{}, {"amount": 70}, {"amount": None}, {"part_of": "U-1"}])
def test_a_move_ends_one_stay_whatever_became_of_the_amount(store: Store, changes: dict[str, object]) -> None:
    with store.begin() as work:
        kept(work, kept(work, None, BEGUN), BEGUN._replace(state="closed", version=2, **changes), days=4)
        assert work.tallies.states() == work.tallies.recomputed()
        assert [(row.state, row.proposals) for row in work.tallies.states()] == [("closed", 1)]
        assert work.tallies.stages() == [StageTally("it_investment", "mof", "draft", 1, 4)]
        assert not work.tallies.stray()


def test_a_step_that_is_known_is_kept_over_itself_and_another_is_added(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
        first = sample.step()
        save_steps(work, [first])
        steps = [first._replace(state=StepState.CANCELLED), sample.step(2)]
        save_steps(work, steps, known=[first])
        assert work.steps.of("MOF-2025-0001") == steps


def stays(cabinet: Government) -> list[tuple[str, int, int]]:
    return [
        (stage.state, stage.visits, stage.working_days) for stage in govflow.stats(cabinet.onlooker).stages
    ]


def announced(cabinet: Government) -> int:
    with cabinet.session.store.reading() as work:
        return len(work.outbox.list(limit=99))


def test_a_stay_lasts_the_working_days_between_but_for_those_of_waiting(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    cabinet.on("2025-04-14").act("mof_pmo", "inquire", reference, question="単価の根拠は何か。")
    cabinet.on("2025-04-16").act("mof_clerk", "drafter_inquiry.answered", reference, reply="三社です。")
    cabinet.on("2025-04-17").act("mof_pmo", "accept", reference)
    assert stays(cabinet) == [("draft", 1, 0), ("pmo_check", 1, 3)]
    assert cabinet.problems() == []


def test_only_a_move_is_announced_and_counted(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    moves = announced(cabinet)
    cabinet.act("mof_ciso", "ciso_concurrence.concur", reference)
    assert announced(cabinet) == moves
    assert [state for state, *_ in stays(cabinet)] == ["draft", "pmo_check"]
    assert cabinet.problems() == []


def test_the_reason_of_an_act_is_kept_however_it_was_given(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    cabinet.act("mof_ciso", "ciso_concurrence.concur", reference, note="異存ない。")
    cabinet.act("mof_accounts", "accounts_concurrence.concur", reference)
    returned = govflow.Act(reference, "return", payload={"note": "やり直し。"})
    govflow.act(cabinet.person("mof_cio"), returned)
    with cabinet.session.store.reading() as work:
        notes = [entry.note for entry in work.history.entries(sample.subject(reference))]
    assert notes[-3:] == ["異存ない。", "", "やり直し。"]
