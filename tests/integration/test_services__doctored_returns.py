"""Whoever rewrites a return, a reply or a stopped clock, with every digest made anew, is found out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from doctored_rows import doctor, rewritten
from government import CONTENT, Government

import govflow

Changes = dict[str, Any]


def last_of(path: Path, reference: str, column: str) -> tuple[str, Any]:
    """Where the last entry of a proposal is, and what a column of it holds."""
    with closing(sqlite3.connect(path)) as connection:
        seq, text = connection.execute(
            f"SELECT seq, {column} FROM history WHERE subject = ? ORDER BY seq DESC LIMIT 1", (reference,)
        ).fetchone()
    return f"kind = 'proposal' AND subject = '{reference}' AND seq = {seq}", json.loads(text)


def doctored(cabinet: Government, reference: str, change: Callable[[Changes], None]) -> set[str]:
    """What is found once the last entry's changes, its hash and the proposal's row say something else."""
    path = Path(cabinet.url)
    where, changes = last_of(path, reference, "changes")
    change(changes)
    statements = [rewritten(path, where, "changes", changes)]
    with closing(sqlite3.connect(path)) as connection:
        told = f"payload = (SELECT hash FROM history WHERE {where})"
        for (number,) in connection.execute(f"SELECT number FROM outbox WHERE {told}"):
            statements.append(f"UPDATE outbox SET {told} WHERE number = {number}")
        (kept,) = connection.execute(
            "SELECT records FROM proposals WHERE reference = ?", (reference,)
        ).fetchone()
    records = json.loads(kept) | changes.get("records", {})
    text = json.dumps(records, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    statements.append(f"UPDATE proposals SET records = '{text}' WHERE reference = '{reference}'")
    for name in ("due_on", "paused_left"):
        if name in changes["proposal"]:
            value = json.dumps(changes["proposal"][name]).replace('"', "'")
            statements.append(f"UPDATE proposals SET {name} = {value} WHERE reference = '{reference}'")
    assert govflow.verify(cabinet.session).problems == ()
    doctor(path, *statements)
    return {problem.code for problem in govflow.verify(cabinet.session).problems}


def longer(changes: Changes) -> None:
    changes["proposal"]["due_on"] = "2025-12-26"


def more_left(changes: Changes) -> None:
    changes["proposal"]["paused_left"] = 99


def milder(changes: Changes) -> None:
    changes["records"]["return"]["issues"][0]["text"] = "誤字を直すこと。"


def elsewhere(changes: Changes) -> None:
    changes["records"]["return"]["state"] = "gcio_decision"


def older(changes: Changes) -> None:
    changes["records"]["return"]["revision"] = 7


def evasive(changes: Changes) -> None:
    changes["records"]["return"]["issues"][0]["reply"] = "前向きに検討する。"


def asked(cabinet: Government) -> str:
    reference = cabinet.proposal(until="coordination", key="k")
    cabinet.act("amb", "inquire", reference, question="単価の根拠は何か。")
    return reference


def returned(cabinet: Government) -> str:
    reference = cabinet.proposal(until="intake", key="k")
    cabinet.act("secretariat", "return", reference, issues=["amount: 根拠を示すこと。"])
    return reference


@pytest.mark.parametrize("change", [longer, more_left])
def test_another_clock_than_the_inquiry_left_is_found(
    cabinet: Government, change: Callable[[Changes], None]
) -> None:
    reference = asked(cabinet)
    if change is longer:
        cabinet.on("2025-04-17").act("mof_pmo", "inquiry.answered", reference, reply="三社の見積り。")
    assert doctored(cabinet, reference, change) == {"audit.clock_differs"}


@pytest.mark.parametrize("change", [milder, elsewhere, older])
def test_another_return_than_was_made_is_found(
    cabinet: Government, change: Callable[[Changes], None]
) -> None:
    assert doctored(cabinet, returned(cabinet), change) == {"audit.return_differs"}


def test_another_reply_than_was_given_is_found(cabinet: Government) -> None:
    reference = returned(cabinet)
    cabinet.lead(reference, "pmo_check")
    assert doctored(cabinet, reference, evasive) == {"audit.return_differs"}


def test_another_change_since_the_return_than_there_was_is_found(cabinet: Government) -> None:
    reference = returned(cabinet)
    govflow.submit(cabinet.person("mof_clerk"), {**CONTENT, "purpose": "別の目的。"}, key="k", draft=True)
    cabinet.lead(reference, "intake")
    assert govflow.verify(cabinet.session).problems == ()
    path = Path(cabinet.url)
    where, facts = last_of(path, reference, "facts")
    assert facts["changed.return"] == ["purpose"]
    doctor(path, rewritten(path, where, "facts", {"changed.return": ["amount"]}))
    found = {problem.code for problem in govflow.verify(cabinet.session).problems}
    assert "audit.return_differs" in found
