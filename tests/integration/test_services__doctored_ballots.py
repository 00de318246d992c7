"""A ballot's history that was rewritten with a fitting chain, row and positions is found all the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from balloting import load_council
from doctored_ballots import Told, again, by, changing, knowing, rewrite, said
from doctored_rows import doctor, problems
from government import Government

import govflow
from govflow.domain.council.recusal import Recusal
from govflow.domain.plain import plain

CIOS = ("mof_cio", "mhlw_cio", "mic_cio")
REFERENCE = "CIO-2025-B001"
LATE, CLOSES = "2025-05-01T00:00:00.000000Z", "2025-04-11T17:00"


@pytest.fixture
def told(cabinet: Government) -> Path:
    """A copy of a store with a ballot that failed: opened, three times no, closed at the deadline."""
    load_council(cabinet)
    govflow.open_ballot(
        cabinet.person("secretariat"), body="cio_council", question="採用するか", closes_at=CLOSES
    )
    for person in CIOS:
        govflow.cast(cabinet.person(person), REFERENCE, "no")
    cabinet.on(CLOSES)
    govflow.close_ballot(cabinet.person("secretariat"), REFERENCE)
    copy = cabinet.folder / "copy.db"
    with closing(sqlite3.connect(cabinet.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def stranger(entries: list[Told]) -> list[Told]:
    """Somebody who never held the seat votes for it, in an organisation of the facts' own."""
    vote = by(said(entries[1], position="yes"), "admin", "mof.cio", "ministry_cio")
    entries[1] = knowing(vote, holders={"mof.cio": ["admin"]})
    return entries


def nobody(entries: list[Told]) -> list[Told]:
    entries[1] = knowing(by(entries[1], "x", "mof.cio", "ministry_cio"), holders={"mof.cio": ["x"]})
    return entries


def of_another(entries: list[Told]) -> list[Told]:
    """The entry names another person than the facts."""
    entries[1] = entries[1] | {"person": "mhlw_cio"}
    return entries


def unknown_seat(entries: list[Told]) -> list[Told]:
    entries[1] = said(entries[1], seat="zz.zz")
    return entries


def twice(entries: list[Told]) -> list[Told]:
    return [*entries[:2], said(entries[1], position="yes"), *entries[2:]]


def after_the_close(entries: list[Told]) -> list[Told]:
    return [*entries, said(entries[1], position="yes") | {"recorded_at": entries[4]["recorded_at"]}]


def after_the_deadline(entries: list[Told]) -> list[Told]:
    entries[3] = knowing(entries[3] | {"recorded_at": LATE}, at=LATE)
    entries[4] = knowing(entries[4] | {"recorded_at": LATE}, at=LATE)
    return entries


def dated_back(entries: list[Told]) -> list[Told]:
    entries[3] = knowing(entries[3] | {"recorded_at": LATE})
    return entries


def invented_recorder(entries: list[Told]) -> list[Told]:
    vote = by(said(entries[1], recorded=True), "secretariat", "cas.secretariat", "secretariat")
    entries[1] = knowing(vote, holders=entries[1]["facts"]["holders"] | {"cas.secretariat": ["secretariat"]})
    return entries


def block_without_text(entries: list[Told]) -> list[Told]:
    entries[1] = said(entries[1], position="block")
    return entries


def closed_early(entries: list[Told]) -> list[Told]:
    early = entries[1]["recorded_at"]
    return [*entries[:2], knowing(entries[4] | {"recorded_at": early}, at=early)]


def closed_by_nobody(entries: list[Told]) -> list[Told]:
    entries[4] = knowing(
        by(entries[4], "mof_clerk", "mof.clerk", "pmo_clerk"), holders={"mof.clerk": ["mof_clerk"]}
    )
    return entries


def role_pretended(entries: list[Told]) -> list[Told]:
    entries[4] = knowing(
        by(entries[4], "mof_clerk", "mof.clerk", "secretariat"), holders={"mof.clerk": ["mof_clerk"]}
    )
    return entries


def withdrawn_after_the_close(entries: list[Told]) -> list[Told]:
    last = entries[4] | {"trigger": "withdraw", "payload": {"reason": "r"}}
    return [*entries, last | {"changes": {"ballot": {}}}]


def recused_without_reason(entries: list[Told]) -> list[Told]:
    act = entries[1] | {"trigger": "recuse", "payload": {"office": "zz", "reason": "", "recorded": False}}
    return [*entries[:1], act, *entries[1:]]


def opened(**changes: object) -> Callable[[list[Told]], list[Told]]:
    def change(entries: list[Told]) -> list[Told]:
        entries[0] = changing(entries[0], **changes)
        return entries

    return change


def seat_removed(entries: list[Told]) -> list[Told]:
    seats = entries[0]["changes"]["ballot"]["seats"]
    return [changing(entries[0], seats=seats[1:]), *entries[2:]]


def heavy(entries: list[Told]) -> list[Told]:
    seats = entries[0]["changes"]["ballot"]["seats"]
    return [changing(entries[0], seats=[seats[0] | {"weight": 10**12}, *seats[1:]]), *entries[1:]]


def positions_filled_in(entries: list[Told]) -> list[Told]:
    position = entries[1]["changes"]["ballot"]["positions"]["mof.cio"] | {"position": "yes"}
    seats = ("mof.cio", "mhlw.cio")
    filled = {seat: position | {"seat": seat, "number": n} for n, seat in enumerate(seats, start=1)}
    return [changing(entries[0], positions=filled, given=2), changing(entries[4], outcome="PASSED")]


def another_outcome(entries: list[Told]) -> list[Told]:
    entries[4] = changing(entries[4], outcome="PASSED")
    return entries


def another_position(entries: list[Told]) -> list[Told]:
    given = entries[1]["changes"]["ballot"]["positions"]["mof.cio"]
    entries[1] = changing(entries[1], positions={"mof.cio": given | {"position": "yes"}})
    return entries


def another_time(entries: list[Told]) -> list[Told]:
    given = entries[1]["changes"]["ballot"]["positions"]["mof.cio"]
    entries[1] = changing(entries[1], positions={"mof.cio": given | {"at": LATE}})
    return entries


def from_elsewhere(entries: list[Told]) -> list[Told]:
    entries[2] = entries[2] | {"from_state": "withdrawn"}
    return entries


def another_definition(entries: list[Told]) -> list[Told]:
    entries[2] = entries[2] | {"definition": "0" * 64}
    return entries


def unknown_act(entries: list[Told]) -> list[Told]:
    entries[2] = entries[2] | {"trigger": "enchant"}
    return entries


LAX = {"base": "yes_no", "threshold": "1/1000"}
DOCTORED = {
    "a vote by a stranger": again(stranger),
    "a vote by nobody": again(nobody),
    "a vote of another than the entry says": of_another,
    "a vote for no seat": again(unknown_seat),
    "a second vote": again(twice),
    "a vote after the close": again(after_the_close),
    "a vote after the deadline": again(after_the_deadline),
    "a vote with another time than its entry": dated_back,
    "a vote written down outside a sitting": again(invented_recorder),
    "a block without a text": again(block_without_text),
    "an early close": again(closed_early),
    "a close by who may not": again(closed_by_nobody),
    "a close in a role that is not held": again(role_pretended),
    "a withdrawal after the close": again(withdrawn_after_the_close),
    "a recusal of nobody without a reason": again(recused_without_reason),
    "another rule": again(opened(rule=LAX)),
    "another rule marked as one's own": again(opened(rule=LAX, own_rule=True)),
    "other chairs": again(opened(chairs=["mof.clerk"])),
    "another deadline": again(opened(closes_at=None)),
    "another body": again(opened(body="elsewhere")),
    "another charter": again(opened(charter="0" * 64)),
    "a recusal at the opening": again(opened(recused={"mof.cio": plain(Recusal("", LATE))})),
    "a seat less": again(seat_removed),
    "a heavier seat": again(heavy),
    "positions filled in at the opening": positions_filled_in,
    "another outcome": another_outcome,
    "another position than was said": another_position,
    "another time of a position": another_time,
    "another state before": from_elsewhere,
    "another definition": another_definition,
    "an act that there is not": unknown_act,
}


def test_rewritten_as_it_was_the_record_holds(told: Path) -> None:
    rewrite(told, REFERENCE, again(lambda entries: entries))
    assert problems(told) == set()


@pytest.mark.parametrize("what", DOCTORED)
def test_a_rewritten_history_is_found(told: Path, what: str) -> None:
    rewrite(told, REFERENCE, DOCTORED[what])
    found = problems(told)
    expected = {
        "audit.impossible",
        "audit.step_state_differs",
        "session.unknown_definition",
        "audit.malformed",
    }
    assert expected & found


def test_a_casting_vote_of_who_did_not_chair_is_found(cabinet: Government) -> None:
    load_council(cabinet)
    govflow.open_ballot(cabinet.person("secretariat"), body="cio_council", question="q", closes_at=CLOSES)
    govflow.cast(cabinet.person("mof_cio"), REFERENCE, "yes")
    govflow.cast(cabinet.person("mhlw_cio"), REFERENCE, "no")
    cabinet.on(CLOSES)
    govflow.close_ballot(cabinet.person("secretariat"), REFERENCE)
    govflow.casting_vote(cabinet.person("chair"), REFERENCE, "yes", reason="r")
    copy = cabinet.folder / "copy.db"
    with closing(sqlite3.connect(cabinet.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    assert problems(copy) == set()

    def cast_by_another(entries: list[Told]) -> list[Told]:
        entries[4] = by(entries[4], "secretariat", "cas.secretariat", "secretariat")
        return entries

    rewrite(copy, REFERENCE, again(cast_by_another))
    assert "audit.impossible" in problems(copy)


ROWS = {
    "outcome": ("UPDATE ballots SET outcome = 'PASSED'", "audit.row_differs"),
    "content": ("UPDATE ballots SET content = replace(content, 'FAILED', 'PASSED')", "audit.row_differs"),
    "version": ("UPDATE ballots SET version = 9", "audit.row_differs"),
    "position": ("UPDATE positions SET position = 'yes' WHERE number = 1", "audit.positions_differ"),
    "position removed": ("DELETE FROM positions WHERE number = 2", "audit.positions_differ"),
    "history": ("DELETE FROM history WHERE kind = 'ballot'", "audit.without_history"),
    "last entry": ("DELETE FROM history WHERE kind = 'ballot' AND trigger = 'close'", "audit.row_differs"),
    "counter": ("UPDATE numbering SET last = 2 WHERE series LIKE 'ballot:%'", "audit.counter_differs"),
    "row": ("UPDATE ballots SET content = '{}'", "audit.row_differs"),
}


@pytest.mark.parametrize("what", ROWS)
def test_a_row_that_was_altered_is_found(told: Path, what: str) -> None:
    statement, code = ROWS[what]
    doctor(told, statement)
    assert code in problems(told)


def test_a_proposal_moved_by_a_ballot_that_there_is_not_is_found(cabinet: Government) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    proposal = cabinet.proposal(until="deliberation")
    assert cabinet.problems() == []
    counts = {"source": "議事録", "counts": {"yes": 3, "present": 3}}
    cabinet.fire(proposal, "passed", body="cio_council", cause="ballot CIO-2025-B009", **counts)
    assert cabinet.problems() == ["audit.cause_differs"]
