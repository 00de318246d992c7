"""What an act did is kept as far as it changed anything: enough to rebuild the proposal, and no more."""

from __future__ import annotations

from typing import Any

import pytest
from sample_entry import entry

from govflow.domain.history import Entry
from govflow.domain.proposal import Proposal
from govflow.domain.replay import fold
from govflow.domain.round import Ruled
from govflow.domain.step import Step, StepState
from govflow.services.acting.keeping import changes_of, step_rows

DRAFT = Proposal(
    reference="MOF-2025-0001", key="k", workflow="it", definition="d", ministry="mof", title="題", state="draft",
    role="clerk", state_since="2025-05-01", entered_seq=1, due_on=None, amount=None, part_of=None, fiscal_year=2025,
    revision=1, revision_digest="r", records={}, version=1,
)  # fmt: skip
STEP = Step(
    reference="MOF-2025-0001", number=1, name="opinion", role="head", ministry="mof", subject="", state=StepState.OPEN,
    asked_seq=2, asked_on="2025-05-02", due_on="2025-05-16", lasting=False,
)  # fmt: skip


def kept(before: Proposal | None, after: Proposal, **more: Any) -> dict[str, Any]:
    return changes_of(before, after, **more)


def test_of_a_new_proposal_every_field_is_kept_also_one_that_says_nothing() -> None:
    told = kept(None, DRAFT)
    whole = DRAFT._asdict()
    assert told == {
        "proposal": {name: whole[name] for name in whole if name not in ("records", "paused_left")}
    }
    assert told["proposal"]["due_on"] is None


def test_of_a_changed_proposal_only_what_changed_is_kept() -> None:
    after = DRAFT._replace(state="review", due_on="2025-05-30", version=2)
    assert kept(DRAFT, after) == {"proposal": {"state": "review", "due_on": "2025-05-30", "version": 2}}
    assert kept(DRAFT, DRAFT) == {"proposal": {}}


def test_records_are_kept_apart_from_the_row() -> None:
    records = {"decision": {"amount": 5}}
    after = DRAFT._replace(records=records, version=2)
    assert kept(DRAFT, after, records=records) == {"proposal": {"version": 2}, "records": records}


@pytest.mark.parametrize("days", [0, 3])
def test_a_pause_is_told_where_it_begins_and_where_it_ends(days: int) -> None:
    paused = DRAFT._replace(paused_left=days)
    assert kept(None, paused)["proposal"]["paused_left"] == days
    assert kept(DRAFT, paused) == {"proposal": {"paused_left": days}}
    assert kept(paused, DRAFT) == {"proposal": {"paused_left": None}}


def test_the_round_that_an_act_went_by_is_named_with_its_version() -> None:
    ruled = Ruled("2026", 3, {"closing": "2025-09-30"}, closed=False)
    assert kept(DRAFT, DRAFT, ruled=ruled) == {"proposal": {}, "round": {"name": "2026", "version": 3}}


def test_a_step_is_kept_whole_and_tells_of_a_pause_only_while_there_is_one() -> None:
    plain, paused = step_rows([STEP, STEP._replace(number=2, paused_left=0)])
    assert plain == {
        name: value for name, value in {**STEP._asdict(), "state": "open"}.items() if name != "paused_left"
    }
    assert (plain["answer"], plain["agrees"]) == (None, None)
    assert (paused["number"], paused["paused_left"]) == (2, 0)
    assert kept(DRAFT, DRAFT, steps=[STEP])["steps"] == [plain]


def test_a_proposal_is_rebuilt_from_what_was_kept() -> None:
    stages = [
        DRAFT,
        DRAFT._replace(state="review", version=2),
        DRAFT._replace(amount=5, paused_left=2, version=3),
    ]
    history: list[Entry] = []
    before = None
    for seq, after in enumerate(stages, 1):
        history.append(entry(seq, changes=kept(before, after)))
        before = after
        told = {**fold(history).row, "records": {}}
        assert Proposal(**{"paused_left": None, **told}) == after
