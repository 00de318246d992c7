"""Rounds verified: a row or an entry that says something else than what happened is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from calling_round import closed, opened
from forged import Forge, forged
from government import Government

DOCTORED = {
    "a date of the row": (
        "UPDATE rounds SET content = replace(content, '2025-05-29', '2025-05-28')",
        "row_differs",
    ),
    "the state of the row": ("UPDATE rounds SET state = 'open'", "row_differs"),
    "the row": ("DELETE FROM rounds", "row_differs"),
}


@pytest.mark.parametrize("what", DOCTORED)
def test_a_doctored_round_is_found(cabinet: Government, what: str) -> None:
    opened(cabinet)
    closed(cabinet)
    statement, code = DOCTORED[what]
    with closing(sqlite3.connect(cabinet.url)) as connection, connection:
        connection.execute(statement)
    assert f"audit.{code}" in cabinet.problems()


FORGED: dict[str, tuple[str, int, Forge, str]] = {
    "a due date that is not the round's": (
        "proposal",
        1,
        lambda said: said["changes"]["proposal"].update(due_on="2026-05-29"),
        "audit.due_differs",
    ),
    "no mention of the round": (
        "proposal",
        1,
        lambda said: said["changes"].pop("round"),
        "audit.due_differs",
    ),
    "another round": (
        "proposal",
        1,
        lambda said: said["changes"]["round"].update(name="R1"),
        "audit.other_round",
    ),
    "an addressee that cannot answer": (
        "round",
        1,
        lambda said: said["changes"]["round"].update(addressees=["cas"]),
        "audit.impossible",
    ),
    "a count at the closing": (
        "round",
        2,
        lambda said: said["changes"]["round"]["answered"]["mof"]["counts"].update(draft=2),
        "audit.impossible",
    ),
}


@pytest.mark.parametrize("what", FORGED)
def test_a_forged_entry_is_found_though_its_chain_holds(cabinet: Government, what: str) -> None:
    opened(cabinet)
    cabinet.on("2025-04-11").draft()
    closed(cabinet.on("2025-04-12"))
    assert cabinet.problems() == []
    kind, seq, forge, code = FORGED[what]
    forged(cabinet.url, kind, seq=seq, forge=forge)
    assert code in cabinet.problems()


def test_what_came_in_after_the_closing_is_found(cabinet: Government) -> None:
    draft = opened(cabinet) and cabinet.draft()
    cabinet.on("2025-04-12").act("mof_clerk", "submit", draft)
    closed(cabinet.on("2025-04-13"))

    def earlier(said: dict[str, Any]) -> None:
        said["recorded_at"] = "2025-04-11T01:00:00.000000Z"

    forged(cabinet.url, "round", seq=2, forge=earlier)
    assert "audit.after_closing" in cabinet.problems()
