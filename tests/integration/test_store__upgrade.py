"""A store that the program of the first schema made is brought up to date: it reads, goes on and holds, on both."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import govflow
from govflow.errors import StoreError
from govflow.store.schema import SCHEMAS

FIXTURES = Path(__file__).parents[1] / "fixtures"
DECIDED, OPEN = "MARUYAMA-2025-0001", "MARUYAMA-2025-0002"


@pytest.fixture
def earliest(tmp_path: Path) -> Path:
    """The file of the first program."""
    path = tmp_path / "first.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FIXTURES / "store_0001.sql").read_text(encoding="utf-8"))
    return path


@pytest.fixture
def first(earliest: Path, empty_url: str) -> str:
    """The same store on either database, still of the first schema."""
    assert govflow.restore_store(earliest, empty_url).schema == SCHEMAS[0]
    return empty_url


def test_there_is_a_store_of_every_earlier_schema() -> None:
    kept = {path.stem.removeprefix("store_") for path in FIXTURES.glob("store_*.sql")}
    assert kept == set(SCHEMAS[:-1])


def test_it_is_told_apart_until_it_is_migrated(first: str) -> None:
    with pytest.raises(StoreError) as told:
        govflow.open(first)
    assert told.value.code == "store.older_schema"


def test_everything_of_it_is_read(first: str) -> None:
    govflow.migrate(first)
    with govflow.open(first, person="marui.hajime") as session:
        assert [line.reference for line in govflow.list_proposals(session).lines] == [DECIDED, OPEN]
        assert [e["trigger"] for e in govflow.history(session, DECIDED)][-1] == "decide"
        assert [d["number"] for d in govflow.list_documents(session)] == ["PD-2025-0001"]
        (refused,) = govflow.list_refusals(session).refusals
        assert refused.reasons == ("acts.not_authorised", "authority.holder_present")
        found = govflow.list_proposals(session, govflow.Filters(text="照明")).lines
        assert [line.reference for line in found] == [OPEN]
        assert govflow.verify(session).problems == ()


def test_acts_go_on_and_the_record_holds(first: str) -> None:
    govflow.migrate(first)
    for person, trigger, day in (
        ("shikaku.yuki", "funds.available", "2025-06-05"),
        ("marui.hajime", "decide", "2025-06-06"),
    ):
        office = "accountant.deputy" if trigger == "funds.available" else None
        with govflow.open(first, person=person, office=office, now=day) as session:
            receipt = govflow.act(session, govflow.Act(OPEN, trigger))
    with govflow.open(first, person="marui.hajime") as session:
        assert receipt.documents == ("PD-2025-0002",)
        assert govflow.verify(session).problems == ()


def test_a_key_of_before_still_gives_its_first_result(first: str) -> None:
    govflow.migrate(first)
    with govflow.open(first, person="sankaku.nana") as session:
        again = govflow.act(session, govflow.Act(DECIDED, "request", key="desk-request"))
        assert again.repeated
        assert len(govflow.history(session, DECIDED)) == 4


def test_a_backup_of_before_the_migration_can_be_taken_and_brought_back(first: str, tmp_path: Path) -> None:
    before = govflow.backup_store(first, tmp_path / "before.db")
    govflow.migrate(first)
    assert (before.schema, before.current) == (SCHEMAS[0], False)
    again = govflow.restore_store(tmp_path / "before.db", str(tmp_path / "again.db"), digest=before.digest)
    assert again.digest == before.digest
    with pytest.raises(StoreError) as refused:
        govflow.restore_store(tmp_path / "before.db", first)
    assert refused.value.code == "backup.newer_schema"
