"""Backups: one file of the whole record of either database, made while work goes on, and made a store again."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from government import ADMINISTRATOR, Government, beside_shortcuts

import govflow
from govflow.domain.history import Subject
from govflow.errors import BadInput, Refused, StoreError, VerificationFailed
from govflow.store import copying
from govflow.store.address import Address
from govflow.store.sqlite import SqliteDatabase

APPROVED = "MOF-2026-0001"


@pytest.fixture
def working(either: Government) -> Government:
    """A government with a proposal approved, another under way and a refusal logged."""
    either.proposal(until="approved")
    either.draft()
    with pytest.raises(Refused):
        either.act("mof_cio", "submit", either.draft())
    return either


def digest_of(url: str) -> str:
    return govflow.store_info(url).digest


def problems_of(url: str) -> list[object]:
    with govflow.open(url, person=ADMINISTRATOR) as session:
        return list(beside_shortcuts(govflow.verify(session).problems))


def code_of(url: str, file: Path) -> str:
    before = digest_of(url)
    with pytest.raises(StoreError) as refused:
        govflow.restore_store(file, url)
    assert digest_of(url) == before
    assert all(refused.value.sentences(lang)[0] for lang in ("ja", "en"))
    return refused.value.code


@pytest.fixture
def kept(working: Government, tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    govflow.backup_store(working.url, folder / "kept.db")
    return folder / "kept.db"


def test_a_backup_is_one_file_of_its_owner_that_is_a_whole_store(working: Government, kept: Path) -> None:
    assert [path.name for path in kept.parent.iterdir()] == ["kept.db"]
    assert kept.stat().st_mode & 0o777 == 0o600
    assert digest_of(str(kept)) == digest_of(working.url)
    assert problems_of(str(kept)) == []


def test_what_is_restored_holds_the_same_and_goes_on(working: Government, kept: Path, empty_url: str) -> None:
    noted = digest_of(working.url)
    restored = govflow.restore_store(kept, empty_url, digest=noted)
    assert (restored.digest, digest_of(empty_url)) == (noted, noted)
    assert problems_of(empty_url) == []
    clock = govflow.fixed_clock(working.moment)
    with govflow.open(empty_url, person="mof_clerk", clock=clock) as session:
        before, text = working.person("mof_clerk"), govflow.Filters(text="年金")
        again = govflow.list_proposals(session).lines
        assert again == govflow.list_proposals(before).lines
        assert govflow.list_proposals(session, text).lines == govflow.list_proposals(before, text).lines != ()
        reference = next(line.reference for line in again if line.state == "draft")
        govflow.act(session, govflow.Act(reference, "submit"))
        messages = govflow.list_outbox(session.acting_as("admin")).messages
        assert [m.number for m in messages] == sorted({m.number for m in messages})
    assert problems_of(empty_url) == []


def test_a_backup_is_taken_while_others_write_and_is_of_one_state(
    working: Government, tmp_path: Path
) -> None:
    stop = threading.Event()
    written: list[str] = []

    def write() -> None:
        clock = govflow.fixed_clock(working.moment)
        with govflow.open(working.url, person="admin", clock=clock) as own:
            with own.reading() as work:
                loaded = work.history.head(Subject("organisation", "organisation"))
            while not stop.is_set():
                with own.writing() as work:
                    work.outbox.add("test", "load", loaded.hash, loaded.recorded_at)
                    work.commit()
                written.append(own.stamp())

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            govflow.backup_store(working.url, tmp_path / f"{number}.db")
    finally:
        stop.set()
        writer.join()
    assert len(written) > 3
    assert [problems_of(str(tmp_path / f"{number}.db")) for number in range(3)] == [[], [], []]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_writers_do_not_make_a_backup_begin_again(
    working: Government, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An act between any two steps: a copy that began again each time would never end, nor be of one state."""
    monkeypatch.setattr("govflow.store.sqlite._STEP", 8)
    before = digest_of(working.url)
    steps = 0

    def act(*_: object) -> None:
        nonlocal steps
        steps += 1
        with closing(sqlite3.connect(working.url, isolation_level=None)) as other:
            other.execute("INSERT INTO outbox (topic, subject, payload, created_at) VALUES ('t','s','{}','')")
            other.execute("INSERT INTO numbering VALUES (?, 2025, 1)", (str(steps),))

    copied = tmp_path / "copied.db"
    with closing(SqliteDatabase(Address.of(working.url))) as source:
        source.copy_into(copied, between=act)
    assert steps > 10
    assert digest_of(str(copied)) == before
    with closing(sqlite3.connect(copied)) as made:
        assert made.execute("SELECT count(*) FROM outbox WHERE topic = 't'").fetchone() == (0,)


def test_a_name_that_exists_is_never_overwritten(working: Government, kept: Path) -> None:
    before = kept.read_bytes()
    with pytest.raises(StoreError) as refused:
        govflow.backup_store(working.url, kept)
    assert refused.value.code == "backup.exists"
    assert kept.read_bytes() == before


def test_one_that_is_interrupted_leaves_nothing(
    working: Government, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> Iterator[None]:
        raise KeyboardInterrupt

    monkeypatch.setattr(SqliteDatabase, "copy_into", interrupted)
    monkeypatch.setattr(copying, "_carry_index", interrupted)
    folder = tmp_path / "backups"
    folder.mkdir()
    with pytest.raises(KeyboardInterrupt):
        govflow.backup_store(working.url, folder / "kept.db")
    assert list(folder.iterdir()) == []


def test_a_restore_that_is_interrupted_leaves_the_store_as_it_was(
    working: Government, kept: Path, empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    govflow.restore_store(kept, empty_url)
    before = digest_of(empty_url)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(copying, "_carry_index", interrupted)
        with pytest.raises(KeyboardInterrupt):
            govflow.restore_store(kept, empty_url)
    assert digest_of(empty_url) == before
    assert problems_of(empty_url) == []


def test_the_same_store_is_replaced_where_the_backup_has_all_of_it(
    working: Government, kept: Path, empty_url: str, tmp_path: Path
) -> None:
    govflow.restore_store(kept, empty_url)
    working.draft()
    later = govflow.backup_store(working.url, tmp_path / "later.db")
    assert govflow.restore_store(tmp_path / "later.db", empty_url).digest == later.digest
    assert digest_of(empty_url) == later.digest
    assert problems_of(empty_url) == []


def test_a_newer_store_is_not_restored_over(working: Government, kept: Path) -> None:
    reference = working.draft()
    assert code_of(working.url, kept) == "backup.newer"
    with pytest.raises(StoreError, match=f"history proposal {reference} 1"):
        govflow.restore_store(kept, working.url)


def test_a_store_that_differs_only_beside_its_history_is_not_restored_over(
    working: Government, kept: Path
) -> None:
    with pytest.raises(Refused):
        working.act("mof_cio", "lapse", APPROVED)
    assert code_of(working.url, kept) == "backup.newer"


def test_two_stores_of_one_id_that_went_on_separately_are_told_apart(
    working: Government, kept: Path, empty_url: str
) -> None:
    govflow.restore_store(kept, empty_url)
    working.draft(title="一方の案件")
    other = Government(empty_url, working.folder)
    other.serial = 100
    try:
        other.on("2025-04-11").draft(title="他方の案件")
    finally:
        other.close()
    theirs = kept.parent / "theirs.db"
    govflow.backup_store(empty_url, theirs)
    assert code_of(working.url, theirs) == "backup.diverged"
    with pytest.raises(VerificationFailed) as lost:
        govflow.compare_store(working.url, theirs)
    assert lost.value.code == "backup.altered_since"


def test_another_store_is_not_restored_over(kept: Path, store_url: str) -> None:
    assert code_of(store_url, kept) == "backup.other_store"
    with pytest.raises(VerificationFailed) as other:
        govflow.compare_store(store_url, kept)
    assert other.value.code == "backup.of_another"


def test_a_store_has_what_a_backup_has_until_something_is_taken_away(
    working: Government, kept: Path, tmp_path: Path
) -> None:
    working.draft()
    assert govflow.compare_store(working.url, kept).since == 1
    govflow.backup_store(working.url, tmp_path / "later.db")
    with pytest.raises(VerificationFailed) as lost:
        govflow.compare_store(str(kept), tmp_path / "later.db")
    assert lost.value.code == "backup.lost_since"


def test_a_digest_that_was_noted_tells_what_became_of_a_record(
    working: Government, kept: Path, empty_url: str
) -> None:
    noted = digest_of(str(kept))
    working.draft()
    later = digest_of(working.url)
    for digest, code in (
        (later, "backup.fewer"),
        (f"0-{noted.partition('-')[2]}", "backup.more"),
        (noted[:-1] + ("0" if noted[-1] != "0" else "1"), "backup.other_content"),
    ):
        with pytest.raises(VerificationFailed) as differs:
            govflow.restore_store(kept, empty_url, digest=digest)
        assert differs.value.code == code
    with pytest.raises(StoreError):
        govflow.store_info(empty_url)
    with pytest.raises(BadInput) as none:
        govflow.record_digest(working.session, noted="abc")
    assert none.value.code == "backup.bad_digest"
    with pytest.raises(VerificationFailed):
        govflow.record_digest(working.session, noted=noted)
    assert govflow.record_digest(working.session, noted=later) == later


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE history SET hash = hash || '0' WHERE seq = 1 AND kind = 'store'",
        "DELETE FROM history WHERE kind = 'proposal' AND seq = 5",
        "UPDATE refusals SET person = 'mof_cio2'",
        "UPDATE documents SET context_digest = 'x'",
        "UPDATE organisations SET digest = 'x'",
        "DELETE FROM idempotency",
    ],
)
def test_a_change_of_the_record_changes_its_digest(kept: Path, change: str) -> None:
    before = digest_of(str(kept))
    with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(change)
    assert digest_of(str(kept)) != before
