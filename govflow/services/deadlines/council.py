"""Deadlines of councils: ballots past the moment they close at and minutes past the day for corrections. They go from
the secretariat to the chair, in a history of their own that belongs to the ballot or meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from govflow.domain.council.ballot import ENDED, BallotState
from govflow.domain.council.charter import Charter
from govflow.domain.council.meeting import MeetingState
from govflow.domain.history import Subject
from govflow.messages import Title
from govflow.services.clock import day_of
from govflow.services.deadlines.escalating import TOPIC, Escalation
from govflow.services.deadlines.missed import CAUSE, ESCALATE
from govflow.services.names import Pair, pair
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.domain.organisation import Directory
    from govflow.store import UnitOfWork

SUBJECT = "deadline"
"""The kind of these histories; each has the reference of its ballot or meeting."""


class MissedByBody(NamedTuple):
    """A date of a ballot (`closes_at`) or meeting (`minutes`) that has passed."""

    day: str
    reference: str
    what: str
    charter: Charter

    @property
    def cause(self) -> str:
        return f"{CAUSE}{self.what} {self.day}"


def missed_by_bodies(session: Session, work: UnitOfWork, today: date) -> Iterator[MissedByBody]:
    """Everything of bodies that is past its date on a day, the oldest first."""
    yield from sorted([*_ballots(session, work, today), *_minutes(session, work, today)], key=lambda m: m[:3])


def _ballots(session: Session, work: UnitOfWork, today: date) -> Iterator[MissedByBody]:
    for state in (each for each in BallotState if each not in ENDED):
        for ballot in (kept.value for kept in work.ballots.found(state=state.value)):
            if ballot.closes_at is None:
                continue
            day = day_of(ballot.closes_at, session.store.info.timezone)
            if day < today:
                charter = session.charter(work, ballot.charter)
                yield MissedByBody(day.isoformat(), ballot.reference, "closes_at", charter)


def _minutes(session: Session, work: UnitOfWork, today: date) -> Iterator[MissedByBody]:
    for meeting in (kept.value for kept in work.meetings.found(state=MeetingState.ENDED.value)):
        until = meeting.minutes.until
        if until is not None and until < today.isoformat() and not meeting.minutes.complete:
            yield MissedByBody(until, meeting.reference, "minutes", session.charter(work, meeting.charter))


def went_up(work: UnitOfWork, missed: MissedByBody) -> bool:
    """Whether the date went up already."""
    entries = work.history.of_trigger(Subject(SUBJECT, missed.reference), ESCALATE)
    return any(entry.cause == missed.cause for entry in entries)


def escalated_to_chair(
    session: Session, work: UnitOfWork, *, missed: MissedByBody, by: str
) -> Escalation | None:
    """Record that a body's date was missed, in a transaction that the caller commits; None where that is done, or the
    date is not missed any more."""
    _lock(work, missed.reference)
    still = missed in missed_by_bodies(session, work, session.today())
    if not still or went_up(work, missed):
        return None
    charter = missed.charter
    payload = {
        "missed": missed.what,
        "on": missed.day,
        "from": charter.secretariat,
        "to": charter.chair,
        "by": by,
    }
    new = NewEntry(ESCALATE, Actor(None), cause=missed.cause, definition=charter.digest, payload=payload)
    entry = append(session, work, Subject(SUBJECT, missed.reference), new)
    work.outbox.add(TOPIC, missed.reference, entry.hash, entry.recorded_at)
    directory = session.directory(work)
    return Escalation(
        reference=missed.reference,
        what=missed.what,
        title=pair(charter.title),
        missed=missed.day,
        role=charter.secretariat,
        role_title=_role_named(directory, charter.secretariat),
        to=charter.chair,
        to_title=_role_named(directory, charter.chair),
        step=None,
        due_on=None,
    )


def _lock(work: UnitOfWork, reference: str) -> None:
    """Wait for who acts on it just now."""
    if work.meetings.get(reference, lock=True) is None:
        work.ballots.get(reference, lock=True)


def _role_named(directory: Directory, role: str) -> Pair:
    known = directory.roles.get(role)
    return pair(known.title if known else Title(role, role))
