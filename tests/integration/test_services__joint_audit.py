"""A joint decision that was rewritten with fitting hashes, so that it differs from its ballots, is found."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from balloting import CIOS, close, load, load_council, vote
from doctored_ballots import Doctored, Told, again, changing, rewrite, said
from doctored_rows import problems
from government import Government

import govflow
from govflow.domain.history import Subject
from govflow.store.history import History

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


def asked(cabinet: Government, body: str, other: str, *, position: str, question: str = QUESTION) -> str:
    """A ballot of a body together with another, closed once everybody had the same position."""
    chosen = {"question": question, "jointly_with": [other], "body": body}
    ballot = govflow.open_ballot(cabinet.person("secretariat"), **chosen).reference
    for person in CIOS:
        vote(cabinet, person, position, ballot=ballot)
    close(cabinet, ballot)
    return ballot


@pytest.fixture
def failed(cabinet: Government) -> Path:
    """A copy of a store in which a body has passed one text, which waits, then failed another, which the other body has
    passed: together it failed."""
    load_council(cabinet)
    load(cabinet, "hall", powers=["advise"], series="HL")
    load(cabinet, "panel", powers=["advise"])
    asked(cabinet, "hall", "panel", position="yes", question="別の案を採用するか")
    cabinet.on("2025-04-11")
    asked(cabinet, "hall", "panel", position="no")
    cabinet.on("2025-04-14")
    asked(cabinet, "panel", "hall", position="yes")
    return copied(cabinet)


def about(question: str) -> Doctored:
    """As if the ballot had been on another text."""

    def doctored(told: list[Told]) -> list[Told]:
        matter = {"matter": told[0]["payload"]["matter"] | {"question": question}}
        return [said(changing(told[0], **matter), **matter), *told[1:]]

    return again(doctored)


def reasons(path: Path) -> list[tuple[str, str]]:
    """Of every entry that was not permitted, its ballot and why."""
    with govflow.open(str(path), account="auditor") as session:
        found = [each.params for each in govflow.verify(session).problems if each.code == "audit.impossible"]
    return [(str(each["reference"]), each["why"].code) for each in found]


def test_a_second_ballot_on_a_text_that_waits_is_found(failed: Path) -> None:
    assert problems(failed) == set()
    rewrite(failed, "HL-2025-B001", about(QUESTION))
    assert reasons(failed) == [("HL-2025-B002", "voting.waits_jointly")]


def test_another_ballot_of_a_body_than_the_latest_settled_is_found(failed: Path) -> None:
    """What failed is told as passed by putting a ballot that passed in the place of the one that failed."""
    first, latest, other = "HL-2025-B001", "HL-2025-B002", "PN-2025-B001"
    passed, settling = {first: "PASSED", other: "PASSED"}, list[Told]()

    def taken_out(told: list[Told]) -> list[Told]:
        settling.append(told[-1])
        return told[:-1]

    def put_in(told: list[Told]) -> list[Told]:
        settled = said(settling[0], outcomes=passed) | {"subject": first, "changes": {"ballot": {}}}
        return [*told, settled]

    rewrite(failed, first, about(QUESTION))
    rewrite(failed, latest, again(taken_out))
    rewrite(failed, first, again(put_in))
    rewrite(failed, other, again(lambda told: [*told[:-1], said(told[-1], outcomes=passed)]))
    assert "audit.joint_differs" in problems(failed)


def test_what_all_bodies_have_passed_holds(settled: Path) -> None:
    assert problems(settled) == set()


@pytest.mark.parametrize("doctored", [failed_elsewhere, with_another, closed_by_nobody, unsettled])
def test_what_was_not_settled_by_the_ballots_of_all_is_found(settled: Path, doctored: Doctored) -> None:
    rewrite(settled, FIRST, again(doctored))
    assert "audit.joint_differs" in problems(settled)


def test_verification_reads_no_history_once_more_for_each_ballot_that_waits(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_council(cabinet)
    load(cabinet, "panel")
    read: Counter[Subject] = Counter()
    entries = History.entries
    monkeypatch.setattr(History, "entries", lambda self, of: read.update([of]) or entries(self, of))

    def most(waiting: int) -> int:
        for number in range(waiting):
            chosen = {"question": f"問{waiting}の{number}", "jointly_with": ["cio_council"], "body": "panel"}
            ballot = govflow.open_ballot(cabinet.person("secretariat"), **chosen).reference
            for person in CIOS:
                vote(cabinet, person, "yes", ballot=ballot)
            close(cabinet, ballot)
        read.clear()
        assert cabinet.problems() == []
        return max(count for subject, count in read.items() if subject.kind == "ballot")

    assert most(2) == most(3) == 1
