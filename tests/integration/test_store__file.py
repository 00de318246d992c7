"""A store in a file: its mode, its settings, and files that are no stores, cut short or locked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
import store_samples as sample

from govflow.errors import StoreError
from govflow.store import Store, create_store, open_store
from govflow.store.turn import Turns

on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

_FOUNDED: dict[str, Any] = {
    "store_id": "s-1",
    "demonstration": False,
    "created_at": "2025-04-01T00:00:00.000000Z",
    "timezone": "Asia/Tokyo",
}


def _code_of_opening(url: str) -> str:
    with pytest.raises(StoreError) as raised:
        open_store(url)
    return raised.value.code


@on_sqlite
def test_only_its_owner_may_read_it(empty_url: str) -> None:
    with create_store(empty_url, **_FOUNDED) as store, store.begin() as work:
        work.settings.put("a", "b")
        work.commit()
        beside = [path for path in Path(empty_url).parent.iterdir() if path.name.startswith("empty.db")]
        assert len(beside) >= 2
        assert {path.stat().st_mode & 0o777 for path in beside} == {0o600}


@on_sqlite
def test_commits_are_synced_and_foreign_keys_hold(store: Store) -> None:
    cursor = store._database.cursor
    settings = {}
    for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
        cursor.execute(f"PRAGMA {name}", {})
        settings[name] = cursor.fetchone()[0]
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


@on_sqlite
def test_the_key_of_a_table_is_first_so_that_every_sqlite_finds_it_sound(store: Store) -> None:
    """`PRAGMA integrity_check` of SQLite 3.40 takes the columns of other tables without rowid for each other."""
    cursor = store._database.cursor
    cursor.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%WITHOUT ROWID%'", {})
    tables = [name for (name,) in cursor.fetchall() if not name.startswith("proposal_search")]
    assert "definitions_in_force" in tables
    for table in tables:
        cursor.execute(f'PRAGMA table_info("{table}")', {})
        places = [place for *_, place in cursor.fetchall() if place]
        assert places == sorted(places), table
        cursor.execute(f'PRAGMA table_info("{table}")', {})
        assert all(place for *_, place in cursor.fetchall()[: len(places)]), table


def test_a_path_with_odd_characters_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "案件 50%?#mode=memory.db"
    create_store(str(path), **_FOUNDED).close()
    assert path.is_file()
    open_store(str(path)).close()


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as raised:
        create_store(str(tmp_path / "no" / "store.db"), **_FOUNDED)
    assert raised.value.code == "store.cannot_open"


@on_sqlite
def test_an_empty_file_is_no_store_but_one_can_be_created_in_it(empty_url: str) -> None:
    Path(empty_url).touch()
    assert _code_of_opening(empty_url) == "store.not_a_store"
    create_store(empty_url, **_FOUNDED).close()


@on_sqlite
def test_a_text_file_is_no_store(empty_url: str) -> None:
    Path(empty_url).write_text("案件一覧\n" * 500)
    assert _code_of_opening(empty_url) == "store.not_a_store"


@on_sqlite
def test_a_file_cut_short_is_damaged(store: Store, store_url: str) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
        work.commit()
    store.close()
    path = Path(store_url)
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    with pytest.raises(StoreError) as raised, open_store(store_url) as cut, cut.reading() as work:
        list(work.history.every())
    assert raised.value.code == "store.corrupt"


@on_sqlite
def test_who_queues_too_long_behind_another_writer_is_told_that_it_is_busy(
    store: Store, opened: Callable[[], Store]
) -> None:
    late = opened()
    late._database._turns = Turns(late._database.address.path, seconds=0.05)  # type: ignore[attr-defined]
    with store.begin(), pytest.raises(StoreError) as raised, late.begin():
        pass
    assert raised.value.code == "store.busy"
    with late.begin() as work:
        work.settings.put("a", "b")
        work.commit()


@on_sqlite
def test_who_is_interrupted_when_the_turn_comes_keeps_nobody(
    store: Store, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(Turns):
        def take(self) -> bool:
            assert super().take()
            raise KeyboardInterrupt

    monkeypatch.setattr(store._database, "_turns", Interrupted(Path(store_url), seconds=1))
    with pytest.raises(KeyboardInterrupt), store.begin():
        pass
    assert Turns(Path(store_url), seconds=0.1).take()


@on_sqlite
def test_who_queued_in_vain_tries_for_a_moment_more(
    store: Store, store_url: str, opened: Callable[[], Store]
) -> None:
    late = opened()
    late._database._turns = Turns(late._database.address.path, seconds=0.05)  # type: ignore[attr-defined]
    held, released = Turns(Path(store_url), seconds=1), Event()
    assert held.take()

    def writing() -> None:
        with closing(sqlite3.connect(store_url, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            released.wait(0.15)
            other.execute("ROLLBACK")

    thread = Thread(target=writing)
    thread.start()
    try:
        with late.begin() as work:
            work.settings.put("a", "b")
            work.commit()
    finally:
        released.set()
        thread.join()
        held.give()


@on_sqlite
def test_a_locked_store_is_busy(store: Store, store_url: str) -> None:
    store._database.cursor.execute("PRAGMA busy_timeout = 20", {})
    with closing(sqlite3.connect(store_url, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as raised, store.begin():
            other.execute("COMMIT")
        other.execute("ROLLBACK")
    assert raised.value.code == "store.busy"
    with store.begin() as work:
        work.settings.put("a", "b")
        work.commit()
