"""The decision register verified: whatever is altered in it beside the histories of the ballots is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from deciding_council import decide, found_council
from doctored_rows import doctor
from government import Government

import govflow
from govflow.domain.canonical import digest_of_text

FIRST = "CIO-2025-D001"

DOCTORED = {
    "outcome": ("UPDATE decisions SET outcome = 'FAILED'", "audit.decision_differs"),
    "title": ("UPDATE decisions SET title_en = 'other'", "audit.decision_differs"),
    "day": ("UPDATE decisions SET decided_on = '2025-04-11'", "audit.decision_differs"),
    "content": ("UPDATE decisions SET content = replace(content, 'yes', 'no')", "audit.decision_differs"),
    "public version": ("UPDATE decisions SET public = content", "audit.decision_differs"),
    "time": (
        "UPDATE decisions SET recorded_at = '2025-04-11T00:00:00.000000Z'",
        "audit.decision_differs",
    ),
    "unreadable": ("UPDATE decisions SET content = '{}'", "store.unreadable"),
    "removed": ("DELETE FROM decisions WHERE number LIKE '%2'", "audit.decision_missing"),
    "renumbered": (
        "UPDATE decisions SET number = 'CIO-2025-D003', serial = 3 WHERE serial = 2",
        "audit.decision_missing",
    ),
    "invented": (
        "INSERT INTO decisions SELECT 'CIO-2025-D003', body, fiscal_year, 3, decided_on, outcome, title, title_en,"
        " proposal, meeting, ballot, content, digest, public, public_digest, recorded_at FROM decisions"
        " WHERE serial = 2",
        "audit.decision_differs",
    ),
    "counter": ("UPDATE numbering SET last = 3 WHERE series = 'decision:CIO'", "audit.counter_differs"),
    "link invented": (
        "INSERT INTO decision_links VALUES ('CIO-2025-D002', 'CIO-2025-D001', 'rescinds', '2025-04-10')",
        "audit.decision_link_differs",
    ),
}


@pytest.mark.parametrize("what", DOCTORED)
def test_verification_finds_what_was_altered(cabinet: Government, what: str) -> None:
    council = found_council(cabinet)
    decide(council)
    decide(council)
    copy = copied(council)
    statement, code = DOCTORED[what]
    doctor(copy, statement)
    assert code in problems(copy)


def test_verification_finds_a_title_altered_with_its_digest(cabinet: Government) -> None:
    """The entry keeps the digests: what is altered in the register alone is found however well it fits."""
    council = found_council(cabinet)
    decide(council)
    text = govflow.decision_text(council.onlooker, FIRST).replace("共通基盤", "個別基盤")
    public = govflow.decision_text(council.onlooker, FIRST, public=True).replace("共通基盤", "個別基盤")
    digests = digest_of_text(text), digest_of_text(public)
    copy = copied(council)
    doctor(
        copy,
        f"UPDATE decisions SET title = '個別基盤を採用する', title_en = '個別基盤を採用する', content = '{text}',"
        f" public = '{public}', digest = '{digests[0]}', public_digest = '{digests[1]}'",
    )
    assert problems(copy) == {"audit.decision_differs", "audit.document_differs"}


def copied(council: Government) -> Path:
    copy = council.folder / "copy.db"
    with closing(sqlite3.connect(council.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def problems(path: Path) -> set[str]:
    with govflow.open(str(path), account="auditor") as session:
        return {problem.code for problem in govflow.verify(session).problems}
