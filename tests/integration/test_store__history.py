"""The history tells who acted, when, and for whom, of one subject or of all."""

from __future__ import annotations

import pytest
import store_samples as sample

from govflow.domain.history import Entry, Head, Subject
from govflow.store import Store

MOMENTS = [f"2025-05-0{day}T00:00:00.000000Z" for day in range(1, 5)]


def acts(store: Store, *entries: Entry) -> None:
    with store.begin() as work:
        for entry in entries:
            work.history.add(entry)
        work.commit()


def for_another(seq: int, at: str, *, kind: str = "proposal", subject: str = "A-1") -> Entry:
    whom = {"via": "substitution", "on_behalf_of": "mof.cio"}
    return sample.entry(seq, kind=kind, subject=subject, recorded_at=at, **whom)


def test_a_chain_stands_at_its_last_entry_and_no_other_histories_matter(store: Store) -> None:
    first, second = sample.entry(1), sample.entry(2, recorded_at=MOMENTS[3])
    acts(store, second, first, sample.entry(7, subject="A-7"), sample.entry(9, kind="meeting"))
    with store.reading() as work:
        assert work.history.head(sample.subject()) == (2, second.hash, MOMENTS[3])
        assert work.history.head(Subject("meeting", "A-7")) == Head()
        assert [row.seq for row in work.history.trail(sample.subject())] == [1, 2]
        assert work.history.count() == 4


def test_acts_are_told_by_their_trigger(store: Store) -> None:
    first, second, third = sample.entry(1), sample.entry(2, trigger="return"), sample.entry(3)
    acts(store, third, second, first, sample.entry(1, subject="A-7"), sample.entry(1, kind="meeting"))
    with store.reading() as work:
        assert work.history.of_trigger(sample.subject(), "submit") == [first, third]
        assert work.history.of_trigger(sample.subject(), "return") == [second]
        assert work.history.of_trigger(sample.subject(), "approve") == []


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [(0, 3, [0, 1, 2]), (1, 3, [1, 2]), (1, 2, [1]), (2, 2, []), (0, 1, [0])],
)
def test_what_was_done_for_others_is_told_from_one_moment_until_before_another(
    store: Store, since: int, until: int, told: list[int]
) -> None:
    done = [for_another(seq, at) for seq, at in enumerate(MOMENTS, 1)]
    own = sample.entry(1, subject="A-7", recorded_at=MOMENTS[1])
    acts(store, *reversed(done), own, for_another(1, MOMENTS[1], kind="meeting", subject="M-1"))
    with store.reading() as work:
        found = work.history.for_others("proposal", since=MOMENTS[since], until=MOMENTS[until])
        assert found == [done[number] for number in told]
