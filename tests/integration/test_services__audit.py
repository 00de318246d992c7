"""Verification: it holds after everything the product does, and every doctored row is found."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from doctored_rows import DOCTORED, ENTRY, MISSHAPEN, ONE, UNREADABLE, doctor, rewritten
from government import Government, beside_shortcuts
from government_fixtures import founded

import govflow
from govflow.errors import StoreError


def found(path: str | Path) -> set[str]:
    """The codes of everything that verification finds."""
    with govflow.open(str(path), account="auditor") as session:
        return {problem.code for problem in beside_shortcuts(govflow.verify(session).problems)}


@pytest.fixture(scope="module")
def decided_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with an approved proposal, a revised and returned one, and an ended one."""
    folder = tmp_path_factory.mktemp("decided")
    path = Path(shutil.copy2(founded(tmp_path_factory.getbasetemp()), folder / "store.db"))
    cabinet = Government(str(path), folder)
    cabinet.proposal(until="approved")
    second = cabinet.proposal(until="pmo_check", key="second")
    cabinet.act("mof_pmo", "return", second, note="やり直し。")
    cabinet.draft(key="second", purpose="書き直した。")
    cabinet.act("mhlw_clerk", "discard", cabinet.draft(ministry="mhlw"))
    cabinet.organise(persons=["newcomer"])
    cabinet.close()
    return path


@pytest.fixture
def decided(decided_original: Path, tmp_path: Path) -> Path:
    """A copy of that store."""
    return Path(shutil.copy2(decided_original, tmp_path / "store.db"))


def test_the_record_holds_after_ordinary_work(decided: Path) -> None:
    with govflow.open(str(decided), account="auditor") as session:
        verified = govflow.verify(session)
    assert beside_shortcuts(verified.problems) == []
    assert (verified.proposals, verified.documents) == (3, 4)


def test_a_document_that_supersedes_another_refers_to_one_that_is_there(cabinet: Government) -> None:
    reference = cabinet.proposal(until="intake")
    cabinet.act("secretariat", "return", reference, note="目的を詳しく。")
    cabinet.lead(reference, "intake")
    _, second = govflow.list_documents(cabinet.onlooker, reference=reference)
    assert second["supersedes"] == "EN-2025-0001"
    assert cabinet.problems() == []


def test_verification_writes_nothing(decided: Path) -> None:
    before = decided.read_bytes()
    assert found(decided) == set()
    assert decided.read_bytes() == before


@pytest.mark.parametrize("what", DOCTORED)
def test_every_doctored_row_is_found(decided: Path, what: str) -> None:
    statement, problems = DOCTORED[what]
    doctor(decided, statement or _altered_with_its_digest(decided, *WITH_DIGEST[what]))
    assert problems <= found(decided)


def test_a_definition_that_is_not_there_is_told_once(decided: Path) -> None:
    """However many entries were recorded under it."""
    doctor(decided, "DELETE FROM definitions WHERE kind = 'workflow'")
    with govflow.open(str(decided), account="auditor") as session:
        problems = govflow.verify(session).problems
    lacking = [problem for problem in problems if problem.code == "session.unknown_definition"]
    assert len(lacking) == len({str(problem) for problem in lacking}) == 1


MEMO = "kind = 'decision_memo'"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("reference", "'MOF-2026-0002'"),
        ("kind", "'other'"),
        ("fiscal_year", "2024"),
        ("serial", "7"),
        ("seq", "1"),
        ("template", "'other'"),
        ("issued_at", "'2025-03-01T00:00:00.000000Z'"),
        ("supersedes", "(SELECT min(number) FROM documents)"),
    ],
)
def test_every_column_of_a_document_is_compared(decided: Path, column: str, value: str) -> None:
    doctor(decided, f"UPDATE documents SET {column} = {value} WHERE {MEMO}")
    with govflow.open(str(decided), account="auditor") as session:
        (problem,) = beside_shortcuts(govflow.verify(session).problems)
    assert (problem.code, problem.params["fields"]) == ("audit.document_differs", [column])


def test_a_proposal_removed_with_everything_leaves_a_gap_in_the_references(decided: Path) -> None:
    tables = ("steps", "revisions", "proposals")
    doctor(
        decided,
        "DELETE FROM documents WHERE reference = 'MOF-2026-0001'",
        "DELETE FROM history WHERE subject = 'MOF-2026-0001'",
        *(f"DELETE FROM {table} WHERE {ONE}" for table in tables),
    )
    with govflow.open(str(decided), account="auditor") as session:
        gaps = [p.params["series"] for p in govflow.verify(session).problems if "gaps" in p.code]
    assert gaps == ["MOF-2026"]


@pytest.mark.parametrize("name", ["store_id", "demonstration", "created_at", "timezone"])
def test_a_store_that_lost_what_it_is_says_so(decided: Path, name: str) -> None:
    doctor(decided, f"DELETE FROM store_info WHERE name = '{name}'")
    with pytest.raises(StoreError) as raised:
        govflow.open(str(decided), account="auditor")
    assert raised.value.code == "store.corrupt"
    assert name in str(raised.value)


def test_a_document_without_its_text_is_pending(decided: Path) -> None:
    doctor(decided, "DELETE FROM renditions WHERE number = 'DM-2025-0001' AND language = 'ja'")
    with govflow.open(str(decided), account="auditor") as session:
        assert govflow.verify(session).pending == ("DM-2025-0001",)


@pytest.mark.parametrize("field", UNREADABLE)
def test_a_row_that_cannot_be_read_is_named_and_the_next_is_checked(decided: Path, field: str) -> None:
    statement, table = UNREADABLE[field]
    doctor(decided, statement, "UPDATE proposals SET title = '別' WHERE reference = 'MOF-2026-0002'")
    with govflow.open(str(decided), account="auditor") as session:
        first, *others = beside_shortcuts(govflow.verify(session).problems)
    assert first.code == "store.unreadable"
    assert (first.params["table"], first.params["field"]) == (table, field)
    assert "MOF-2026-0001" in first.params["key"]
    assert [(problem.code, problem.params["reference"]) for problem in others] == [
        ("audit.proposal_differs", "MOF-2026-0002")
    ]


@pytest.mark.parametrize("kind", MISSHAPEN)
def test_an_entry_of_another_shape_is_named(decided: Path, kind: str) -> None:
    setting, row = MISSHAPEN[kind]
    doctor(decided, f"UPDATE history SET {setting} WHERE kind = '{kind}' AND seq = 1")
    assert {"history.altered", "audit.malformed"} <= found(decided)
    with govflow.open(str(decided), account="auditor") as session:
        problems = govflow.verify(session).problems
    assert row in [problem.params["row"] for problem in problems if problem.code == "audit.malformed"]


def test_an_unknown_way_of_acting_is_named(decided: Path) -> None:
    doctor(decided, f"UPDATE history SET via = 'magic' WHERE {ENTRY} = 7")
    assert found(decided) == {"history.altered", "audit.malformed"}


def test_a_real_store_that_was_a_demonstration_for_a_while_shows_it_by_its_clock(decided: Path) -> None:
    """Founded as a real store, its clock moved as only a demonstration's can be."""
    doctor(
        decided,
        _refounded(decided),
        "UPDATE store_info SET value = '0' WHERE name = 'demonstration'",
        "INSERT INTO store_info VALUES ('demonstration_now', '2025-04-01T00:00:00.000000Z')",
    )
    with govflow.open(str(decided), account="auditor") as session:
        problems = govflow.verify(session).problems
    assert ["demonstration_now"] in [
        p.params["fields"] for p in problems if p.code == "audit.founding_differs"
    ]


def _refounded(path: Path) -> str:
    """The founding of a real store, with the hash that fits."""
    where = "kind = 'store' AND seq = 1"
    return rewritten(path, where, "changes", {"demonstration": False})


WITH_DIGEST = {
    "organisation and its digest": ("organisations", "digest", "mof_clerk", "mof_cio"),
    "document context and its digest": ("documents", "context_digest", "100000000", "200000000"),
}


def _altered_with_its_digest(path: Path, table: str, digest: str, old: str, new: str) -> str:
    """Content and digest changed together: only the history gives it away."""
    column = digest.removesuffix("_digest").replace("digest", "content")
    with closing(sqlite3.connect(path)) as connection:
        where = f"instr({column}, '{old}') LIMIT 1"
        number, content = connection.execute(f"SELECT number, {column} FROM {table} WHERE {where}").fetchone()
    other = content.replace(old, new)
    quoted = other.replace("'", "''")
    return (
        f"UPDATE {table} SET {column} = '{quoted}', {digest} = '{hashlib.sha256(other.encode()).hexdigest()}'"
        f" WHERE number = '{number}'"
    )


def test_a_history_rewritten_with_fitting_hashes_is_found_by_its_replay(decided: Path) -> None:
    """Whoever can compute hashes lets the council have failed: the definition knows of no approval then."""
    doctor(decided, _council_failed(decided))
    assert found(decided) == {"audit.replay_refused", "audit.rendition_altered", "audit.message_differs"}


def _council_failed(path: Path) -> str:
    """The approval, which is the last entry, with other facts and the hash that fits them."""
    last = "subject = 'MOF-2026-0001' AND trigger = 'approve'"
    return rewritten(path, last, "facts", {"records.council.trigger": "council_failed"})


def test_the_record_holds_after_the_demonstration(
    demonstration: govflow.Demonstration, demonstrated: Path
) -> None:
    assert demonstration.verification.holds
    assert demonstration.verification.pending == ()
    assert found(demonstrated) == set()
