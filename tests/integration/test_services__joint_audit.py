"""A joint decision that was rewritten with fitting hashes, so that it differs from its ballots, is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from balloting import CIOS, close, load, load_council, vote
from doctored_ballots import Doctored, Told, again, rewrite, said
from government import Government

import govflow

FIRST, SECOND = "CIO-2025-B001", "PN-2025-B001"
QUESTION = "採用するか"


@pytest.fixture
def settled(cabinet: Government) -> Path:
    """A copy of a store in which two bodies have passed a text together."""
    load_council(cabinet)
    load(cabinet, "panel")
    for body, other in (("cio_council", "panel"), ("panel", "cio_council")):
        chosen = {"question": QUESTION, "jointly_with": [other], "body": body}
        ballot = govflow.open_ballot(cabinet.person("secretariat"), **chosen).reference
        for person in CIOS:
            vote(cabinet, person, "yes", ballot=ballot)
        close(cabinet, ballot)
    return copied(cabinet)


def copied(cabinet: Government) -> Path:
    copy = cabinet.folder / "copy.db"
    with closing(sqlite3.connect(cabinet.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def problems(path: Path) -> set[str]:
    with govflow.open(str(path), account="auditor") as session:
        return {problem.code for problem in govflow.verify(session).problems}


def failed_elsewhere(told: list[Told]) -> list[Told]:
    """The other body has failed what it passed."""
    told[-1] = said(told[-1], outcomes={FIRST: "PASSED", SECOND: "FAILED"})
    return told


def with_another(told: list[Told]) -> list[Told]:
    """Settled with a ballot that there is none of."""
    told[-1] = said(told[-1], outcomes={FIRST: "PASSED", "PN-2025-B009": "PASSED"})
    return told


def closed_by_nobody(told: list[Told]) -> list[Told]:
    """As if one of the bodies had closed what none did."""
    told[-1] = said(told[-1], closed={"amount": "入札前"})
    return told


def unsettled(told: list[Told]) -> list[Told]:
    """As if the other body had still to decide."""
    return told[:-1]


def test_of_several_ballots_of_a_body_the_latest_is_settled_or_its_want_is_found(cabinet: Government) -> None:
    """The body had put the same text to the vote before: that one waits for nobody any more."""
    load_council(cabinet)
    load(cabinet, "panel")
    for body, other in (("cio_council", "panel"), ("cio_council", "panel"), ("panel", "cio_council")):
        chosen = {"question": QUESTION, "jointly_with": [other], "body": body}
        ballot = govflow.open_ballot(cabinet.person("secretariat"), **chosen).reference
        for person in CIOS:
            vote(cabinet, person, "yes", ballot=ballot)
        cabinet.on("2025-04-11")
        close(cabinet, ballot)
    copy = copied(cabinet)
    assert problems(copy) == set()
    for each in ("CIO-2025-B002", SECOND):
        rewrite(copy, each, again(unsettled))
    assert "audit.joint_differs" in problems(copy)


def test_what_all_bodies_have_passed_holds(settled: Path) -> None:
    assert problems(settled) == set()


@pytest.mark.parametrize("doctored", [failed_elsewhere, with_another, closed_by_nobody, unsettled])
def test_what_was_not_settled_by_the_ballots_of_all_is_found(settled: Path, doctored: Doctored) -> None:
    rewrite(settled, FIRST, again(doctored))
    assert "audit.joint_differs" in problems(settled)
