"""Failures of disk, lock and connection come as errors of the tree, and nothing is half done."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
import store_samples as sample

from govflow.errors import OutcomeUnknown, StoreError
from govflow.store import Store, UnitOfWork

on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def _pragma(store: Store, setting: str) -> None:
    store._database.cursor.execute(f"PRAGMA {setting}", {})


def _write_much(work: UnitOfWork) -> None:
    for number in range(1, 500):
        work.organisation.add(number, "d", content="x" * 4000, recorded_at=sample.AT)


def _put_and_commit(work: UnitOfWork, *, before_commit: Callable[[], None] = lambda: None) -> None:
    work.settings.put("a", "b")
    before_commit()
    work.commit()


@on_sqlite
def test_a_full_disk_is_told_and_undone(store: Store) -> None:
    _pragma(store, "max_page_count = 1")
    with pytest.raises(StoreError) as raised, store.begin() as work:
        _write_much(work)
    assert raised.value.code == "store.disk_full"
    _pragma(store, "max_page_count = 1000000")
    with store.begin() as work:
        assert work.organisation.latest_number() == 0
        work.settings.put("after", "it")
        work.commit()


def _end_the_transaction(store: Store) -> None:
    """As SQLite does by itself after some failures of disk and memory."""
    store._database.cursor.execute("ROLLBACK", {})
    raise ZeroDivisionError


@on_sqlite
def test_a_failure_that_ended_the_transaction_lets_nothing_commit_by_itself(store: Store) -> None:
    with store.begin() as work:
        work.settings.put("before", "x")
        with pytest.raises(ZeroDivisionError), work.savepoint():
            _end_the_transaction(store)
        with pytest.raises(StoreError) as raised:
            work.settings.put("half", "y")
        assert raised.value.code == "store.after_failure"
    with store.reading() as work:
        assert work.settings.get("before") is None
        assert work.settings.get("half") is None


@on_sqlite
def test_a_store_that_cannot_be_written_is_read_only(store: Store) -> None:
    _pragma(store, "query_only = ON")
    with pytest.raises(StoreError) as raised, store.begin() as work:
        work.settings.put("a", "b")
    assert raised.value.code == "store.read_only"


class _LosesTheAnswer:
    """A cursor whose COMMIT reaches the database, but whose answer gets lost."""

    def __init__(self, cursor: Any, error: Exception) -> None:
        self._cursor = cursor
        self._error = error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)

    def execute(self, text: str, *params: Any) -> Any:
        result = self._cursor.execute(text, *params)
        if text == "COMMIT":
            raise self._error
        return result


@on_sqlite
def test_an_input_output_error_of_the_commit_leaves_the_outcome_open(store: Store) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = 1034
    store._session._cursor = _LosesTheAnswer(store._database.cursor, error)  # type: ignore[assignment]
    with pytest.raises(OutcomeUnknown) as raised, store.begin() as work:
        _put_and_commit(work)
    assert [notice.code for notice in raised.value.notices] == ["store.outcome_unknown", "store.io_failed"]


@on_postgresql
def test_a_connection_lost_in_the_commit_leaves_the_outcome_open(
    store: Store, opened: Callable[[], Store]
) -> None:
    with pytest.raises(OutcomeUnknown), store.begin() as work:
        _put_and_commit(work, before_commit=lambda: _cut_off(store, opened()))
    with opened().reading() as work:
        assert work.settings.get("a") is None


@on_postgresql
def test_a_connection_lost_before_the_commit_changed_nothing(
    store: Store, opened: Callable[[], Store]
) -> None:
    with store.begin() as work:
        _cut_off(store, opened())
        with pytest.raises(StoreError) as raised:
            work.settings.put("a", "b")
    assert raised.value.code == "store.connection_lost"
    with pytest.raises(StoreError) as again, store.begin():
        pytest.fail("a lost connection begins nothing")
    assert again.value.code == "store.connection_lost"


def _cut_off(store: Store, other: Store) -> None:
    """End the server's process of one connection from another, and wait until it has ended."""
    victim: Any = store._database.cursor
    cursor = other._database.cursor
    backend = victim.connection.info.backend_pid
    cursor.execute(f"SELECT pg_terminate_backend({backend}, 5000)")


@on_postgresql
def test_waiting_too_long_for_a_lock_is_busy(store: Store, opened: Callable[[], Store]) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
        work.commit()
    other = opened()
    other._database.cursor.execute("SET lock_timeout = '50ms'")
    with store.begin() as work:
        assert work.proposals.get("MOF-2025-0001", lock=True) is not None
        with pytest.raises(StoreError) as raised, other.begin() as waiting:
            waiting.proposals.get("MOF-2025-0001", lock=True)
    assert raised.value.code == "store.busy"


@on_postgresql
def test_a_driver_s_error_never_escapes(store: Store) -> None:
    with pytest.raises(StoreError) as raised, store.begin() as work:
        work.settings.put("a", "a text with a NUL: \x00")
    assert raised.value.code == "store.failed"
    assert isinstance(raised.value.__cause__, psycopg.Error)
