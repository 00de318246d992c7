"""What a decision made in an emergency supersedes: nothing before it is ratified, and then all that stood."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from deciding_council import CIOS, charter, meeting, vote
from doctored_ballots import Told, rewrite
from doctored_rows import doctor
from government import Government

import govflow

FAILED, ALONE, RATIFIED = (f"CIO-2025-D00{n}" for n in (1, 2, 3))


def voted(council: Government, held: str, item: int, answer: str) -> None:
    secretariat = council.person("secretariat")
    govflow.call_item(secretariat, held, item)
    ballot = govflow.open_in_sitting(secretariat, held, item, asks=False).reference
    vote(council, ballot, [answer] * 3, by=CIOS)
    govflow.close_ballot(secretariat, ballot)


@pytest.fixture
def council(cabinet: Government) -> Government:
    """An investment that failed is back on the agenda with new facts, and is then decided alone."""
    govflow.load_body(cabinet.session, str(cabinet.write("council.yaml", charter(appeal=""))))
    reference = cabinet.proposal(until="agenda_ready")
    secretariat = cabinet.person("secretariat")
    held = meeting(cabinet, "2025-04-14")
    voted(cabinet, held, 1, "no")
    govflow.end_meeting(secretariat, held)
    cabinet.act("gcio", "refer_back", reference, note="再調整を求める。")
    cabinet.lead(reference, "agenda_ready")
    later = govflow.call_meeting(
        secretariat, body="cio_council", at="2025-04-15T13:00", place="第一会議室", shortened="急ぐため"
    ).reference
    govflow.add_item(secretariat, later, proposal=reference, new_facts="費用が半減した")
    govflow.decide_in_emergency(
        cabinet.person("gcio"), body="cio_council", reason="攻撃を受けている", proposal=reference
    )
    return cabinet


def links(council: Government) -> set[tuple[str, str, str]]:
    with council.session.reading() as work:
        return {(row.later, row.earlier, row.kind) for row in work.decisions.every_link()}


def ratify(council: Government) -> None:
    voted(council, meeting(council, "2025-04-16"), 1, "yes")


def found(council: Government, ballot: str, told: list[dict[str, str]], statement: str) -> set[str]:
    """What verification finds where the ballot that decided tells these links, and the register agrees with it."""
    copy: Path = council.folder / "copy.db"
    with closing(sqlite3.connect(council.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)

    def telling(entries: list[Told]) -> list[Told]:
        deciding = next(each for each in entries if "decision" in each["changes"])
        deciding["changes"] |= {"links": told}
        return entries

    rewrite(copy, ballot, telling)
    doctor(copy, statement)
    with govflow.open(str(copy), account="auditor") as session:
        return {problem.code for problem in govflow.verify(session).problems}


def test_what_is_provisional_supersedes_nothing(council: Government) -> None:
    assert links(council) == set()
    assert council.problems() == []


def test_a_provisional_decision_that_supersedes_is_found(council: Government) -> None:
    link = {"later": ALONE, "earlier": FAILED, "kind": "supersedes"}
    insert = (
        f"INSERT INTO decision_links SELECT '{ALONE}', '{FAILED}', 'supersedes', recorded_at FROM decisions"
        f" WHERE number = '{ALONE}'"
    )
    assert "audit.decision_link_differs" in found(council, "CIO-2025-B002", [link], insert)


def test_what_is_ratified_supersedes(council: Government) -> None:
    ratify(council)
    assert links(council) == {(RATIFIED, ALONE, "ratifies"), (RATIFIED, FAILED, "supersedes")}
    assert council.problems() == []


@pytest.mark.parametrize(("kept", "earlier"), [("ratifies", ALONE), ("supersedes", FAILED)])
def test_a_ratification_that_does_only_half_of_it_is_found(
    council: Government, kept: str, earlier: str
) -> None:
    ratify(council)
    link = {"later": RATIFIED, "earlier": earlier, "kind": kept}
    delete = f"DELETE FROM decision_links WHERE kind <> '{kept}'"
    assert "audit.decision_link_differs" in found(council, "CIO-2025-B003", [link], delete)
