"""Opening a ballot: its number is taken, and question, rule, seats and chairs are frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from govflow.domain.canonical import canonical
from govflow.domain.council.ballot import Ballot, BallotSeat, Event, apply, plain
from govflow.domain.council.charter import Charter
from govflow.domain.council.seats import seats_on
from govflow.domain.deadline import fiscal_year
from govflow.domain.organisation import Directory
from govflow.errors import Refused
from govflow.messages import Notice, notice
from govflow.services.clock import moment_of, stamp
from govflow.services.council.balloting import (
    BallotReceipt,
    Decided,
    Said,
    again,
    check_texts,
    officer,
    recorded,
    said_digest,
)
from govflow.services.council.bodies import charter_in_force
from govflow.services.council.rules import Stated, read_rule
from govflow.services.keys import first_result
from govflow.services.refusal_log import refusals_logged
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
) -> BallotReceipt:
    """Put a question to the voting seats of a body: an act of its secretariat or chair.

    `closes_at` is a moment such as `2025-09-01T17:00`; without `rule` it is the body's own. Raises BadInput, NotFound,
    NotAuthorised, Refused (every reason), Conflict (key used for something else).
    """
    stated = None if rule is None else content_of(read_rule(rule).rule)
    until = closes_at and stamp(moment_of(closes_at, session.store.info.timezone))
    values = {"body": body, "text": question, "closes_at": until, "rule": stated}
    said = Said("", "open", values, key or session.new_key())
    check_texts({"key": said.key, **values})
    with refusals_logged(session, "ballot_open"), session.writing() as work:
        directory = session.directory(work)
        person = session.person(directory).code
        digest = said_digest(session, said, person)
        if (earlier := first_result(work, said.key, digest=digest)) is not None:
            return again(earlier)
        charter = charter_in_force(session, work, body)
        capacity = officer(charter, directory, person, session.admits)
        content = stated or (charter.rule and content_of(charter.rule.rule))
        frozen = _frozen(charter, directory, question=question, rule=content, times=(session.stamp(), until))
        if reasons := list(_reasons(frozen)):
            raise Refused(*reasons, next_command=f"govflow body show {body}")
        year = fiscal_year(directory.day)
        serial = work.numbering.next(f"{SERIES}{charter.series.en}", year)
        said_of_it = plain(frozen._replace(reference=f"{charter.series.en}-{year}-B{serial:03d}"))
        event = Event("opened", said_of_it)
        ballot = apply(None, event)
        work.ballots.add(ballot)
        decided = Decided(event, capacity)
        receipt = recorded(session, work, ballot, decided, key=said.key, before=None, person=person)
        work.idempotency.add(said.key, digest, canonical(asdict(receipt)), receipt.recorded_at)
        work.commit()
    return receipt


def _frozen(
    charter: Charter,
    directory: Directory,
    *,
    question: str,
    rule: dict[str, Any] | None,
    times: tuple[str, str | None],
) -> Ballot:
    """The ballot, but for its number: a seat without an office in the organisation is none."""
    seats = (seat for seat in seats_on(charter, directory) if seat.voting and seat.office)
    roles = (charter.chair, *charter.deputies)
    chairs = (office.code for role in roles for office in directory.offices_with(role))
    return Ballot(
        reference="",
        body=charter.name,
        charter=charter.digest,
        question=question,
        rule=rule or {},
        seats=tuple(BallotSeat(seat.name, seat.holders, seat.weight) for seat in seats),
        chairs=tuple(dict.fromkeys(office for office in chairs if directory.present_holders(office))),
        opened_at=times[0],
        closes_at=times[1],
    )


def _reasons(ballot: Ballot) -> Iterator[Notice]:
    """Every reason why there is no ballot."""
    if not ballot.question.strip():
        yield notice("voting.no_question")
    if not ballot.rule:
        yield notice("voting.no_rule", body=ballot.body)
    if not ballot.seats:
        yield notice("voting.no_seats", body=ballot.body)
    if ballot.closes_at is not None and ballot.closes_at <= ballot.opened_at:
        yield notice("voting.closes_in_past", closes_at=ballot.closes_at)
