"""Opening a ballot: its number is taken, and question, rule, seats and chairs are frozen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govflow.domain.council.ballot import Ballot, BallotSeat, Matter, Mode, Purpose
from govflow.domain.council.charter import Charter
from govflow.domain.council.seats import seats_on
from govflow.domain.deadline import fiscal_year
from govflow.domain.organisation import Directory
from govflow.errors import Refused
from govflow.messages import Notice, notice
from govflow.services.clock import moment_of, stamp
from govflow.services.council.bodies import charter_in_force
from govflow.services.council.desk import CouncilReceipt, Desk, Said, Told, at_desk
from govflow.services.council.rules import Stated, read_rule
from govflow.services.session import Session
from govflow.workflow.council.rule_file import content_of

SERIES = "ballot:"
"""What the counters of ballots begin with, before the body's mark."""


def open_ballot(
    session: Session,
    *,
    body: str,
    question: str,
    closes_at: str | None = None,
    rule: Stated | None = None,
    key: str | None = None,
) -> CouncilReceipt:
    """Put a question to the voting seats of a body: an act of its secretariat or chair.

    `closes_at` is a moment such as `2025-09-01T17:00`; without `rule` it is the body's own. Raises BadInput, NotFound,
    NotAuthorised, Refused (every reason), Conflict (key used for something else).
    """
    stated = None if rule is None else content_of(read_rule(rule).rule)
    until = closes_at and stamp(moment_of(closes_at, session.store.info.timezone))
    values = {"body": body, "question": question, "closes_at": until, "rule": stated}

    def act(desk: Desk) -> Told:
        charter = charter_in_force(session, desk.work, body)
        capacity = desk.officer(charter)
        content = stated or (charter.rule and content_of(charter.rule.rule)) or {}
        frozen = _frozen(charter, desk.directory, rule=content, at=desk.at)
        frozen = frozen._replace(matter=Matter(question.strip()), closes_at=until)
        if reasons := list(_reasons(frozen)):
            raise Refused(*reasons, next_command=f"govflow body show {body}")
        ballot = desk.record(None, frozen._replace(reference=_number(desk, charter)), capacity=capacity)
        return Told(ballot, capacity)

    return at_desk(session, Said("ballot", "", "open", values, key or session.new_key()), act)


def _number(desk: Desk, charter: Charter) -> str:
    """The next number of the body's ballots in the fiscal year."""
    year = fiscal_year(desk.directory.day)
    return f"{charter.series.en}-{year}-B{desk.work.numbering.next(f'{SERIES}{charter.series.en}', year):03d}"


def _frozen(charter: Charter, directory: Directory, *, rule: dict[str, Any], at: str) -> Ballot:
    """The ballot, but for its number and matter: a seat without an office in the organisation is none."""
    seats = (seat for seat in seats_on(charter, directory) if seat.voting and seat.office)
    return Ballot(
        reference="",
        body=charter.name,
        charter=charter.digest,
        mode=Mode.OPEN,
        purpose=Purpose.QUESTION,
        matter=Matter(""),
        rule=rule,
        seats=tuple(
            BallotSeat(seat.name, seat.holders, seat.weight, _ministry(directory, seat.name))
            for seat in seats
        ),
        chairs=tuple(_chairs(charter, directory)),
        opened_at=at,
    )


def _chairs(charter: Charter, directory: Directory) -> Iterator[str]:
    """The offices that may chair and have somebody present, in the charter's order."""
    offices = (o.code for role in (charter.chair, *charter.deputies) for o in directory.offices_with(role))
    return (office for office in dict.fromkeys(offices) if directory.present_holders(office))


def _ministry(directory: Directory, office: str) -> str | None:
    """The ministry whose commitment a position of the office is."""
    return directory.offices[office].ministry


def _reasons(ballot: Ballot) -> Iterator[Notice]:
    """Every reason why there is no ballot."""
    if not ballot.matter.question:
        yield notice("voting.no_question")
    if not ballot.rule:
        yield notice("voting.no_rule", body=ballot.body)
    if not ballot.seats:
        yield notice("voting.no_seats", body=ballot.body)
    if ballot.closes_at is not None and ballot.closes_at <= ballot.opened_at:
        yield notice("voting.closes_in_past", closes_at=ballot.closes_at)
