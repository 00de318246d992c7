"""Meetings verified: rows and numbers against their histories, and every entry against what was possible then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from govflow.domain.council.charter import Charter
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.meeting_record import Step, begun_wrongly, impossible
from govflow.domain.council.minutes_checks import record_of
from govflow.domain.council.minutes_record import MinutesStep, minutes_impossible
from govflow.domain.council.seats import chairs_of
from govflow.domain.history import Entry, Subject
from govflow.domain.organisation import Directory
from govflow.messages import Notice, notice
from govflow.services.audit.aggregates import Aggregates
from govflow.services.audit.directories import Directories
from govflow.services.audit.findings import Findings
from govflow.services.audit.moments import Moments
from govflow.services.clock import day_of
from govflow.services.council.acting.proceedings import CAUSE, rule_of_body, seats_of
from govflow.services.council.decisions.register import of_a_later_day
from govflow.services.council.meetings.convening import SERIES, earliest_day
from govflow.services.council.meetings.replies import proxies_at_most
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

_SECRETARIAT = (
    *("call", "cancel", "gather", "add", "remove", "move", "paper"),
    *("convoke", "issue", "draft_minutes", "remark", "circulate_minutes", "publish_minutes"),
)
_OFFICERS = (
    "open",
    "arrive",
    "leave",
    "suspend",
    "resume",
    "call_item",
    "note_item",
    "carry_over",
    "end",
)
_SEATS = {"reply": "replies", "proxy": "proxies", "take_out": "items"}
"""The acts of a seat."""


class Meetings(Aggregates[Meeting]):
    """The meetings of a store, one history after the other."""

    def __init__(
        self, session: Session, work: UnitOfWork, findings: Findings, *, directories: Directories
    ) -> None:
        super().__init__(work, findings, kind=Meeting, repository=work.meetings, series=SERIES)
        self._session = session
        self._directories = directories
        self._moments = Moments(work)
        self._decided: dict[str, set[str]] = {}
        self._caused: set[tuple[str, str]] = set()

    def verify(self, subject: Subject, entries: list[Entry]) -> None:
        """Compare everything that belongs to one meeting with its entries; what was signed is still the record."""
        super().verify(subject, entries)
        kept = self.repository.get(subject.id)
        if kept is None or not kept.value.minutes.signatures:
            return
        ballots = [each.value for each in self.work.ballots.found(meeting=subject.id)]
        if kept.value.minutes.record != record_of(kept.value, ballots):
            why = notice("minutes.record_since", document=kept.value.minutes.document)
            self.say("impossible", reference=subject.id, seq=entries[-1].seq, why=why)

    def step(self, before: Meeting | None, after: Meeting, entry: Entry) -> None:
        """An entry leads where it says, by somebody who might, and from where it was possible."""
        super().step(before, after, entry)
        charter = self._session.charter(self.work, after.charter)
        self._decided[entry.subject] = {item.moves for item in after.every_item() if item.moves}
        found = chain(
            _actor(entry, charter),
            self._office(entry),
            self._called(after, charter, entry)
            if before is None
            else self._went_on(before, after, charter, entry),
        )
        for reason in found:
            self.say("impossible", reference=entry.subject, seq=entry.seq, why=reason)

    def caused(self, entries: Iterable[Entry]) -> None:
        """What the histories of proposals say that meetings have brought about."""
        for entry in entries:
            if (entry.cause or "").startswith(CAUSE):
                self._caused.add(((entry.cause or "").removeprefix(CAUSE), entry.subject))

    def verify_all(self, *, unreadable: set[str]) -> None:
        """What can be compared once every history was seen. What `unreadable` names is reported already."""
        super().verify_all(unreadable=unreadable)
        agendas = {(meeting, proposal) for meeting, known in self._decided.items() for proposal in known}
        for meeting, proposal in sorted(agendas ^ self._caused):
            if meeting not in unreadable:
                self.findings.say("other_agenda", reference=proposal, meeting=meeting)

    def _called(self, meeting: Meeting, charter: Charter, entry: Entry) -> Iterator[Notice]:
        """A call has the seats of the charter, and leaves the notice or gives a reason."""
        yield from begun_wrongly(meeting, at=entry.recorded_at)
        directories = self._directories.at(entry.recorded_at, date.fromisoformat(meeting.day))
        yield from _seats(meeting, charter, directories)
        called = self._day(entry.recorded_at)
        earliest = earliest_day(charter, date.fromisoformat(called), self._session.calendar(self.work))
        if not (meeting.on_paper or meeting.shortened) and meeting.day < earliest.isoformat():
            yield notice("meeting.record_notice")

    def _went_on(self, before: Meeting, after: Meeting, charter: Charter, entry: Entry) -> Iterator[Notice]:
        step = Step(
            before,
            after,
            rule=rule_of_body(charter),
            at_most=proxies_at_most(charter),
            at=entry.recorded_at,
            day_of=self._day,
            voted=self._moments.latest(after.reference, before=entry),
            note=entry.note,
        )
        yield from impossible(step)
        directories = self._directories.at(entry.recorded_at, date.fromisoformat(after.day))
        if before.opened_at is None and after.opened_at is not None:
            yield from _seats(after, charter, directories)
        for number, stay in after.stays.items():
            if number not in before.stays and not _holds(stay.person, stay.office, directories):
                yield notice("meeting.record_office", person=stay.person, office=stay.office)
        yield from self._foreseen(before, after)
        yield from self._spoken(before, after, entry)
        yield from minutes_impossible(self._minutes(before, after, charter, entry))

    def _foreseen(self, before: Meeting, after: Meeting) -> Iterator[Notice]:
        """A meeting held on paper took up no decision that was made after it, and nothing that a later one left."""
        for item in (each for each in after.every_item() if before.item(each.number) is None):
            yield from of_a_later_day(self.work, item.about, after)
            for name in item.earlier:
                other = self.work.meetings.get(name.rpartition("/")[0])
                if other and not after.could_know(other.value.day):
                    yield notice("meeting.record_earlier", item=item.number, earlier=name)

    def _minutes(self, before: Meeting, after: Meeting, charter: Charter, entry: Entry) -> MinutesStep:
        return MinutesStep(
            before,
            after.minutes,
            charter,
            entry.trigger,
            person=entry.person or "",
            office=entry.office or "",
            at=entry.recorded_at,
            today=self._day(entry.recorded_at),
            documents=tuple(entry.read("changes").get("documents", {})),
        )

    def _spoken(self, before: Meeting, after: Meeting, entry: Entry) -> Iterator[Notice]:
        """Who speaks for a seat holds it or sits in on it, or is the secretariat that writes it down."""
        secretariat = self._session.charter(self.work, after.charter).secretariat
        if entry.trigger not in _SEATS or entry.role == secretariat:
            return
        for seat in _seats_meant(before, after, entry):
            stays = (s for s in before.attending() if s.seat == seat and s.person == entry.person)
            if entry.office not in (seat, *(stay.office for stay in stays)):
                yield notice("meeting.record_seat", seat=seat)

    def _office(self, entry: Entry) -> Iterator[Notice]:
        """Who acted held the office then."""
        if entry.actor_kind != "person":
            return
        directories = self._directories.at(
            entry.recorded_at, date.fromisoformat(self._day(entry.recorded_at))
        )
        if not _holds(entry.person or "", entry.office or "", directories):
            yield notice("meeting.record_office", person=entry.person, office=entry.office)

    def _day(self, moment: str) -> str:
        return day_of(moment, self._session.store.info.timezone).isoformat()


def _actor(entry: Entry, charter: Charter) -> Iterator[Notice]:
    """An act of the secretariat is its own, and one of the sitting also the chair's."""
    may = {
        **dict.fromkeys(_SECRETARIAT, (charter.secretariat,)),
        **dict.fromkeys(_OFFICERS, charter.officers),
    }
    if entry.trigger in may and entry.role not in may[entry.trigger]:
        yield notice("meeting.record_role", person=entry.person, role=entry.role)


def _seats(meeting: Meeting, charter: Charter, directories: list[Directory]) -> Iterator[Notice]:
    given = (meeting.seats, meeting.chairs)
    if given not in [(seats_of(charter, each), chairs_of(charter, each)) for each in directories]:
        yield notice("meeting.record_seats")


def _seats_meant(before: Meeting, after: Meeting, entry: Entry) -> Iterator[str]:
    """For whom somebody spoke."""
    if entry.trigger == "take_out":
        yield str(entry.read("payload").get("seat"))
        return
    field = _SEATS[entry.trigger]
    old, new = getattr(before, field), getattr(after, field)
    yield from (seat for seat, said in new.items() if old.get(seat) != said)


def _holds(person: str, office: str, directories: list[Directory]) -> bool:
    return any(person in each.holders(office) for each in directories)
