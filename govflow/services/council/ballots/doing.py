"""Balloting: how every act on a ballot is done: the facts are read, every reason told, the next ballot recorded."""

from __future__ import annotations

from collections.abc import Iterable

from govflow.domain.authority import Capacity
from govflow.domain.council.attendance import sitting
from govflow.domain.council.ballot import Ballot
from govflow.domain.council.ballot_acts import (
    MADE_LATER,
    TRIGGERS,
    BallotAct,
    By,
    about,
    not_recorded,
    note_of,
    whose,
)
from govflow.domain.council.ballot_facts import Facts, acting_chair
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.position import TOKENS
from govflow.domain.council.rule import Rule
from govflow.domain.plain import plain
from govflow.errors import NotAuthorised, Refused
from govflow.messages import Notice, notice
from govflow.services.council.acting.desk import Desk
from govflow.services.council.acting.facts import sitting_of, with_directory
from govflow.services.council.acting.happening import happened
from govflow.services.council.acting.proceedings import on_its_day
from govflow.services.council.acting.refusing import AUTHORITY, refuse
from govflow.services.council.charters.rules import rule_in

_WHOSE = AUTHORITY | {"voting.not_in_the_room", "voting.nobody_there", "voting.unknown_seat"}
"""Reasons that say whose it is; without one, whoever chose another office is told."""

_WAYS_OUT = {
    "voting.proposal_left": "withdraw {ballot}",
    "ballot.most_recused": "escalate {ballot} --reason REASON",
}
"""What is left to do where a ballot cannot go on for these reasons."""


class Doing:
    """An act on a ballot that is being done at a desk."""

    def __init__(
        self,
        desk: Desk,
        ballot: Ballot,
        act: BallotAct,
        *,
        meeting: Meeting | None,
        capacity: Capacity | None = None,
        against: Iterable[Notice] = (),
    ) -> None:
        self.desk = desk
        self.before = ballot
        self.act = act
        self.rule: Rule = rule_in(ballot.rule)
        at = desk.at if isinstance(act, MADE_LATER) else happened(desk, meeting)
        facts = Facts(at, desk.person, "", "", stage=desk.stage(ballot.proposal))
        self._directory = on_its_day(desk, meeting) if meeting and meeting.on_paper else desk.directory
        version = desk.version(meeting) if meeting else 0
        self._facts = facts._replace(sitting=sitting_of(meeting, ballot, version=version))
        found = capacity or self._capacity(meeting)
        self.capacity: Capacity = found or Capacity("", "")
        self.facts: Facts = self._read(self.capacity)
        self._refused = [*against, *(() if found else self._not_theirs())]

    def after(self) -> Ballot:
        """The ballot that it makes. Refused with every reason."""
        reasons = [*self._refused, *not_recorded(self.act, self.facts)]
        reasons += self.act.reasons(self.before, self.rule, self.facts)
        if not self.capacity.office and not any(reason.code in _WHOSE for reason in reasons):
            reasons.append(notice("voting.not_holder", person=self.desk.name, seats=[about(self.act)]))
        codes = {reason.code for reason in reasons}
        way_out = next((command for code, command in _WAYS_OUT.items() if code in codes), "show {ballot}")
        command = way_out.format(ballot=self.before.reference)
        refuse(self.desk, reasons, next_command=f"govflow ballot {command}")
        return self.act.done(self.before, self.rule, self.facts)

    def record(self, after: Ballot) -> Ballot:
        """Record what it made, with the act and the facts that led to it."""
        return self.desk.record(
            self.before,
            after,
            capacity=self.capacity,
            trigger=TRIGGERS[type(self.act)],
            note=note_of(self.act),
            payload=plain(self.act),
            facts=plain(self.facts),
        )

    def _read(self, capacity: Capacity) -> Facts:
        facts = self._facts._replace(office=capacity.office, role=capacity.role)
        return with_directory(facts, self.before, self.act, self._directory)

    def _capacity(self, meeting: Meeting | None) -> Capacity | None:
        """In which capacity the caller does it; None for whoever may not."""
        desk, charter = self.desk, self.desk.charter(self.before)
        match whose(self.act):
            case By.SPEAKER:
                return speaks_for(desk, self.before, about(self.act), meeting)
            case By.CHAIR:
                chair = acting_chair(self.before, self._read(Capacity("", "")))
                return next(filter(None, map(desk.office, filter(None, (chair, *self.before.chairs)))), None)
            case By.SECRETARIAT:
                return next(iter(desk.held([charter.secretariat])), None)
            case By.OFFICER:
                return next(iter(desk.held(charter.officers)), None)
            case By.CLOSER:
                return None

    def _not_theirs(self) -> Iterable[Notice]:
        """Who runs the proceedings instead. Of a seat, and of the chair, the act itself says whose it is."""
        charter, by = self.desk.charter(self.before), whose(self.act)
        if by is By.OFFICER:
            said = {"person": self.desk.name, "body": charter.title, "roles": charter.officers}
            yield notice("voting.not_officer", **said)
        if by is By.SECRETARIAT:
            yield notice("voting.not_secretariat", person=self.desk.name, role=charter.secretariat)


def token(given: str) -> str:
    """What a token means; what means nothing stays as it is, and is refused with all other reasons."""
    return TOKENS[given].value if given in TOKENS else given


def seat_meant(desk: Desk, ballot: Ballot, seat: str | None, meeting: Meeting | None) -> str:
    """Which seat is meant: the one named, else the only one that the caller speaks for, one that is away but where no
    other is meant. Refused where that is not clear, NotAuthorised for who speaks for none."""
    if seat is not None:
        return seat
    every = [each.name for each in ballot.seats]
    spoken = [name for name in every if speaks_for(desk, ballot, name, meeting)]
    own = [name for name in spoken if name not in ballot.proxies] or spoken
    if len(own) == 1:
        return own[0]
    if own or desk.held([desk.charter(ballot).secretariat]):
        raise Refused(notice("voting.name_the_seat", seats=own or every))
    raise NotAuthorised(notice("voting.not_holder", person=desk.name, seats=every))


def speaks_for(desk: Desk, ballot: Ballot, seat: str, meeting: Meeting | None) -> Capacity | None:
    """In which capacity the caller speaks for a seat: in its office, sitting in, or on the seat that has its proxy."""
    for name in (seat, ballot.proxies.get(seat)):
        stay = sitting(meeting, name) if meeting and name else None
        if stay is not None and stay.person == desk.person:
            return desk.office(stay.office)
    return desk.office(seat)
