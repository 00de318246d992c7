"""Replies to the call of a meeting: who comes, who sends an alternate, who gives a proxy, and whether that will do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Unpack

from govflow.domain.council.agenda_checks import cannot_give_proxy, cannot_reply
from govflow.domain.council.attendance import expected
from govflow.domain.council.charter import Charter
from govflow.domain.council.meeting import Meeting, Proxy, Reply
from govflow.domain.organisation import Directory
from govflow.services.access import Reading
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.proceedings import (
    on_its_day,
    refuse,
    rule_of_body,
    speaker,
)
from govflow.services.council.acting.reading import meeting_read
from govflow.services.council.matters.openness import of_body
from govflow.services.names import Pair, named, titled
from govflow.services.session import Session


@dataclass(frozen=True, slots=True)
class SeatForecast:
    """What a seat has answered: `coming`, `alternates` (by that `alternate` office), `away` or `silent`. `names` are
    those who would sit there, `proxy` is the seat that holds its proxy. The `note` is for the body itself."""

    seat: str
    title: Pair
    voting: bool
    answer: str
    alternate: str | None
    names: tuple[Pair, ...]
    note: str
    recorder: Pair | None
    proxy: str | None


@dataclass(frozen=True, slots=True)
class AttendanceForecast:
    """Who will be there by the replies: seats by name, and whether it would be a quorum."""

    meeting: str
    body: str
    starts_at: str
    coming: tuple[str, ...]
    alternates: tuple[str, ...]
    away: tuple[str, ...]
    silent: tuple[str, ...]
    of: int
    needed: int
    attending: int
    held: bool
    seats: tuple[SeatForecast, ...]


def reply(
    session: Session,
    meeting: str,
    *,
    attends: bool | None = None,
    alternate: str | None = None,
    seat: str | None = None,
    recorded_for: bool = False,
    note: str = "",
    **how: Unpack[How],
) -> CouncilReceipt:
    """Say whether a seat's holder will come, or which `alternate` office of the charter's will sit in: an act of the
    holder, or with `recorded_for` of the secretariat for the holder. A later reply replaces it.

    Raises BadInput, NotFound, NotAuthorised, Refused (every reason), Conflict (key used for something else).
    """
    comes = alternate is None if attends is None else attends

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        who = speaker(desk, before, seat, recorded_for=recorded_for)
        given = Reply(who.seat, comes, alternate, note.strip(), who.person, who.recorder, desk.at)
        holders = on_its_day(desk, before).holders(alternate or who.seat)
        refuse(desk, before, cannot_reply(before, given, holders=holders))
        after = before._replace(replies={**before.replies, who.seat: given})
        desk.record(before, after, capacity=who.capacity, note=given.note)
        answer = "coming" if comes else "alternates" if alternate else "away"
        return Told(after, who.capacity, {"seat": who.seat, "answer": answer, "alternate": alternate})

    values = {"attends": attends, "alternate": alternate, "seat": seat, "recorded_for": recorded_for}
    said = Said("meeting", meeting, "reply", {**values, "note": note}, session.new_key()).asked(**how)
    return at_desk(session, said, act)


def give_proxy(
    session: Session,
    meeting: str,
    *,
    to: str,
    items: Sequence[int] = (),
    seat: str | None = None,
    recorded_for: bool = False,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Let another seat vote in one's place while one is away, on some `items` or on all: where the charter or its
    quorum knows proxies, one step only. A later one replaces it. Raises as `reply` does."""

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        who = speaker(desk, before, seat, recorded_for=recorded_for)
        given = Proxy(who.seat, to, tuple(items), who.person, who.recorder, desk.at)
        refuse(desk, before, cannot_give_proxy(before, given, at_most=proxies_at_most(desk.charter(before))))
        after = before._replace(proxies={**before.proxies, who.seat: given})
        desk.record(before, after, capacity=who.capacity)
        return Told(after, who.capacity, {"seat": who.seat, "holder": to})

    values = {"to": to, "items": [*items], "seat": seat, "recorded_for": recorded_for}
    return at_desk(session, Said("meeting", meeting, "proxy", values, session.new_key()).asked(**how), act)


def forecast(session: Session, meeting: str) -> AttendanceForecast:
    """Who will be there by the replies, against the quorum. NotFound with what was probably meant."""
    with session.reading() as work:
        found, _ = meeting_read(work, meeting)
        rule = rule_of_body(session.charter(work, found.charter))
        directory = session.directory(work)
        own = of_body(Reading(session, work), found.body)
    come = expected(found, rule)
    answers: dict[str, Any] = come._asdict()
    quorum = answers.pop("quorum")
    kinds = {seat: kind for kind, seats in answers.items() for seat in seats}
    return AttendanceForecast(
        meeting=found.reference,
        body=found.body,
        starts_at=found.starts_at,
        **answers,
        **quorum._asdict(),
        held=quorum.held,
        seats=tuple(
            _seat(found, directory, name, answer, own=own) for name, answer in _in_order(found, kinds)
        ),
    )


def _in_order(meeting: Meeting, kinds: dict[str, str]) -> list[tuple[str, str]]:
    return [(seat.name, kinds[seat.name]) for seat in meeting.seats]


def _seat(meeting: Meeting, directory: Directory, name: str, answer: str, *, own: bool) -> SeatForecast:
    given, proxy = meeting.replies.get(name), meeting.proxies.get(name)
    seat = next(each for each in meeting.seats if each.name == name)
    office = (given and given.alternate) or name
    return SeatForecast(
        seat=name,
        title=titled(directory, name) or {"ja": seat.title, "en": seat.title_en},
        voting=seat.voting,
        answer=answer,
        alternate=given and given.alternate,
        names=tuple(found for code in directory.holders(office) if (found := named(directory, code))),
        note=given.note if given and own else "",
        recorder=named(directory, given.recorder) if given else None,
        proxy=proxy.holder if proxy else None,
    )


def proxies_at_most(charter: Charter) -> int:
    """How many others a seat may speak for; 0 where the body knows no proxies."""
    if charter.proxies is not None:
        return charter.proxies.at_most
    rule = rule_of_body(charter)
    return 1 if rule and rule.quorum and rule.quorum.count_proxy else 0
