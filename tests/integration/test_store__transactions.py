"""Nothing stays without a commit; a failed part stays failed until it is undone; both databases agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import store_samples as sample

from govflow.errors import Conflict, StoreError
from govflow.store import Store, UnitOfWork


def _add_and_fail(work: UnitOfWork, reference: str) -> None:
    sample.add_proposal(work, reference)
    raise ZeroDivisionError


def test_leaving_without_commit_rolls_back(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
    with store.reading() as work:
        assert work.proposals.count() == 0
        assert work.definitions.all() == []


def test_an_exception_rolls_back_and_comes_through(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.begin() as work:
        _add_and_fail(work, "A-1")
    with store.reading() as work:
        assert work.proposals.count() == 0


def test_what_was_committed_is_there_for_another_connection(
    store: Store, opened: Callable[[], Store]
) -> None:
    with store.begin() as work:
        added = sample.add_proposal(work)
        work.commit()
    with opened().reading() as work:
        assert work.proposals.get(added.reference) == added


def test_a_savepoint_undoes_only_its_part(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work, "A-1")
        with pytest.raises(ZeroDivisionError), work.savepoint():
            _add_and_fail(work, "A-2")
        with work.savepoint():
            sample.add_proposal(work, "A-3")
        work.commit()
    with store.reading() as work:
        assert list(work.proposals.references()) == ["A-1", "A-3"]


def test_savepoints_nest(store: Store) -> None:
    with store.begin() as work:
        with work.savepoint():
            sample.add_proposal(work, "A-1")
            with pytest.raises(ZeroDivisionError), work.savepoint():
                _add_and_fail(work, "A-2")
            sample.add_proposal(work, "A-3")
        work.commit()
    with store.reading() as work:
        assert list(work.proposals.references()) == ["A-1", "A-3"]


def test_after_a_failure_nothing_more_is_done_in_the_transaction(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
        with pytest.raises(Conflict):
            sample.add_proposal(work)
        with pytest.raises(StoreError) as statement:
            work.proposals.count()
        with pytest.raises(StoreError) as commit:
            work.commit()
    assert statement.value.code == commit.value.code == "store.after_failure"
    with store.begin() as work:
        assert work.proposals.count() == 0


def test_a_failure_inside_a_savepoint_is_undone_with_it(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
        with pytest.raises(Conflict), work.savepoint():
            sample.add_proposal(work)
        work.commit()
    with store.reading() as work:
        assert work.proposals.count() == 1


def test_statements_outside_a_unit_of_work_are_refused(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
        work.commit()
        with pytest.raises(RuntimeError):
            work.settings.put("late", "x")
    with pytest.raises(RuntimeError):
        work.settings.put("later", "x")
    with store.reading() as work:
        assert work.settings.get("late") is None
        assert work.settings.get("later") is None


def test_a_reading_unit_of_work_commits_nothing(store: Store) -> None:
    with store.reading() as work:
        with pytest.raises(RuntimeError):
            work.commit()
        assert work.settings.get("store_id") is not None


def test_a_store_has_one_unit_of_work_at_a_time(store: Store) -> None:
    with store.begin() as work:
        work.settings.put("a", "b")
        for another in (store.begin, store.reading):
            with pytest.raises(RuntimeError):
                another()
        work.commit()
    with store.reading() as work:
        assert work.settings.get("a") == "b"


def test_a_reader_sees_one_state_of_the_store_throughout(store: Store, opened: Callable[[], Store]) -> None:
    other = opened()
    with store.reading() as work:
        assert work.proposals.count() == 0
        with other.begin() as writing:
            sample.add_proposal(writing)
            writing.commit()
        assert work.proposals.count() == 0
    with store.reading() as work:
        assert work.proposals.count() == 1


def test_a_row_that_points_nowhere_is_refused(store: Store) -> None:
    with store.begin() as work, pytest.raises(StoreError) as raised:
        work.revisions.add(sample.revision("NO-SUCH-0001"))
    assert raised.value.code == "store.broken_rule"
