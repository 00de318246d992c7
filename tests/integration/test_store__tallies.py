"""Tallies follow every move and always equal what the proposals say."""

from __future__ import annotations

import random

import pytest
import store_samples as sample
from database_tools import insider

from govflow.domain.proposal import Proposal
from govflow.errors import StoreError
from govflow.store import StageTally, StateTally, Store, UnitOfWork

_STATES = ("draft", "pmo_check", "ministry_review", "closed")
_MINISTRIES = ("mof", "mic", "meti")
_AMOUNTS = (None, 0, 5, 10**18)


def _move(work: UnitOfWork, before: Proposal | None, after: Proposal, *, days: int | None = None) -> None:
    work.tallies.move(
        after.workflow,
        after.ministry,
        from_state=before.state if before else None,
        to_state=after.state,
        amount=after.amount,
        counted=after.part_of is None,
        days=days,
    )


def test_tallies_equal_the_proposals_after_any_moves(store: Store) -> None:
    chance = random.Random(20250401)
    held: list[Proposal] = []
    with store.begin() as work:
        for turn in range(120):
            if not held or chance.random() < 0.3:
                added = sample.add_proposal(
                    work,
                    f"A-{turn:03d}",
                    ministry=chance.choice(_MINISTRIES),
                    amount=chance.choice(_AMOUNTS) if turn % 20 == 0 else chance.choice(_AMOUNTS[:3]),
                    part_of=chance.choice((None, "U-1")),
                )
                _move(work, None, added)
                held.append(added)
            else:
                at = chance.randrange(len(held))
                moved = held[at]._replace(state=chance.choice(_STATES), version=held[at].version + 1)
                work.proposals.save(moved, before=held[at])
                _move(work, held[at], moved, days=chance.randrange(30))
                held[at] = moved
        assert work.tallies.states() == work.tallies.recomputed()
        assert sum(row.proposals for row in work.tallies.states()) == len(held)


def test_an_amount_in_an_umbrella_is_summed_apart(store: Store) -> None:
    with store.begin() as work:
        for reference, amount, part_of in (("A-1", 100, None), ("A-2", 30, "A-1"), ("A-3", None, None)):
            _move(work, None, sample.add_proposal(work, reference, amount=amount, part_of=part_of))
        expected = [StateTally("it_investment", "mof", "draft", 3, 1, 100, 30)]
        assert work.tallies.states() == work.tallies.recomputed() == expected


def test_stays_are_counted_in_working_days_where_they_ended(store: Store) -> None:
    with store.begin() as work:
        first = sample.add_proposal(work, "A-1")
        second = sample.add_proposal(work, "A-2")
        for proposal, days in ((first, 3), (second, 0)):
            _move(work, None, proposal)
            _move(work, proposal, proposal._replace(state="pmo_check"), days=days)
        assert work.tallies.stages() == [StageTally("it_investment", "mof", "draft", 2, 3)]


def test_a_changed_amount_leaves_as_it_was_and_enters_as_it_is(store: Store) -> None:
    with store.begin() as work:
        before = sample.add_proposal(work, amount=7)
        _move(work, None, before)
        after = before._replace(amount=None, version=2)
        work.proposals.save(after, before=before)
        move = work.tallies.move
        move("it_investment", "mof", from_state="draft", to_state=None, amount=7, counted=True, days=None)
        move("it_investment", "mof", from_state=None, to_state="draft", amount=None, counted=True, days=None)
        assert work.tallies.states() == work.tallies.recomputed()
        assert work.tallies.stages() == []


def test_one_stay_that_ended_on_its_day_is_a_stay(store: Store) -> None:
    with store.begin() as work:
        _move(work, None, only := sample.add_proposal(work))
        assert work.tallies.stages() == []
        _move(work, only, only._replace(state="closed"), days=0)
        assert work.tallies.stages() == [StageTally("it_investment", "mof", "draft", 1, 0)]


def test_a_tally_that_everything_has_left_is_no_stray(store: Store) -> None:
    with store.begin() as work:
        assert not work.tallies.stray()
        for reference, amount, part_of in (("A-1", 5, None), ("A-2", 7, "A-1"), ("A-3", None, None)):
            one = sample.add_proposal(work, reference, amount=amount, part_of=part_of)
            _move(work, None, one)
            _move(work, one, one._replace(state="closed"), days=3)
        assert not work.tallies.stray()


@pytest.mark.parametrize(
    ("counts", "stray"),
    [
        ("1, 1, 5, 5, 1, 3", False),
        ("0, 0, 0, 0, 1, 3", False),
        ("0, 0, 0, 0, 1, 0", False),
        ("0, 1, 0, 0, 0, 0", True),
        ("0, 0, 5, 0, 0, 0", True),
        ("0, 0, 0, 5, 0, 0", True),
        ("0, 0, 5, 5, 0, 0", True),
        ("0, 5, 5, 0, 0, 0", True),
        ("1, 0, 0, 0, 0, 3", True),
        ("1, 0, 5, 0, 0, -3", True),
        ("1, 0, 5, 0, -1, 0", True),
    ],
)
def test_amounts_of_no_proposal_and_days_of_no_stay_are_strays(
    store: Store, store_url: str, counts: str, stray: bool
) -> None:
    insider(store_url, f"INSERT INTO tallies VALUES ('it_investment', 'mof', 'draft', {counts})")
    with store.reading() as work:
        assert work.tallies.stray() is stray


def test_leaving_where_nothing_is_tallied_is_refused(store: Store) -> None:
    with store.begin() as work, pytest.raises(StoreError) as raised:
        _move(work, sample.proposal(state="nowhere"), sample.proposal())
    assert raised.value.code == "store.broken_rule"


def test_a_tally_never_falls_below_zero(store: Store) -> None:
    with store.begin() as work:
        _move(work, None, sample.add_proposal(work, amount=5))
        with pytest.raises(StoreError) as raised:
            _move(work, sample.proposal(amount=6), sample.proposal(amount=6, state="closed"))
    assert raised.value.code == "store.broken_rule"


def test_a_sum_beyond_what_the_store_can_hold_is_refused(store: Store) -> None:
    with store.begin() as work:
        for number in range(9):
            _move(work, None, sample.add_proposal(work, f"A-{number}", amount=10**18))
        with pytest.raises(StoreError) as raised, work.savepoint():
            _move(work, None, sample.add_proposal(work, "A-9", amount=10**18))
        assert raised.value.code == "store.sum_too_large"
        assert work.tallies.states() == work.tallies.recomputed()
