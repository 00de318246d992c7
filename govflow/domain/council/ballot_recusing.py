"""Recusing: who is in conflict leaves the ballot in every office, by an own declaration that may be taken back, and
stays out of every later one on the matter until then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govflow.domain.council.ballot import Ballot, BallotState, Given, Via
from govflow.domain.council.ballot_checks import interrupted, not_open, reasonless, too_late, unknown_seat
from govflow.domain.council.ballot_facts import Facts
from govflow.domain.council.ballot_voting import not_theirs
from govflow.domain.council.position import Position
from govflow.domain.council.recusal import Recusal, office_of
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, notice


class Recuse(NamedTuple):
    """The holder of an office declares a conflict; `recorded`: orally, and the secretariat writes it down."""

    office: str
    reason: str
    recorded: bool = False

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return concerned(ballot, self.office)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """Once a tie waits, only who chairs may still leave: the votes are counted."""
        yield from not_open(ballot, BallotState.OPEN, BallotState.ASKED, BallotState.WAITING)
        yield from reasonless(self.reason)
        person = declaring(ballot, facts, self.office, recorded=self.recorded)
        if ballot.state is not BallotState.WAITING:
            yield from too_late(ballot, facts.at)
            yield from interrupted(facts)
        elif person and list(_spoken(ballot, person)):
            yield notice("voting.counted_already", person=person)
        if not is_part(ballot, self.office):
            yield unknown_seat(ballot, self.office)
        elif person is None:
            yield not_theirs(facts, self.office, recorded=self.recorded)
        elif _out_already(ballot, facts, person, office=self.office):
            yield notice("voting.recused_already", seat=self.office)
        elif any(given.position is Position.BLOCK for given in _spoken(ballot, person)):
            yield notice("voting.block_first", seat=self.office)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        """The person leaves the ballot in every office of it."""
        person = declaring(ballot, facts, self.office, recorded=self.recorded)
        if person is None:
            return ballot
        recorder = facts.person if self.recorded else None
        recusal = Recusal(self.reason.strip(), facts.at, person, recorder)
        return ballot.recusing(_held(ballot, facts, person, office=self.office), recusal)


class Unrecuse(NamedTuple):
    """A declaration of conflict is taken back by who made it."""

    office: str
    reason: str
    recorded: bool = False

    def offices(self, ballot: Ballot) -> Iterator[str]:
        return concerned(ballot, self.office)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """What stands against the own ministry's seats, or against an author, is nobody's to take back."""
        yield from not_open(ballot, BallotState.OPEN, BallotState.ASKED)
        yield from too_late(ballot, facts.at)
        yield from interrupted(facts)
        yield from reasonless(self.reason)
        person = declaring(ballot, facts, self.office, recorded=self.recorded)
        if person is None:
            yield not_theirs(facts, self.office, recorded=self.recorded)
        elif not _declarations(ballot, person):
            yield notice("voting.not_recused", seat=self.office)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        person = declaring(ballot, facts, self.office, recorded=self.recorded)
        return ballot.lifting(_declarations(ballot, person), facts.at, self.reason.strip())


def declared(ballots: Iterable[Ballot]) -> Iterator[Recusal]:
    """What persons have declared in the ballots on a matter, which come in their order, and not taken back: once each,
    with the ballot in which it was. Their office may have changed hands since, the conflict is the person's still. Of
    each person the last word counts, in whichever ballot it was said."""
    said = (each._replace(source=each.source or b.reference) for b in ballots for each in _in_order(b))
    latest = {each.person: each for each in sorted(said, key=_said_at) if each.person and each.declared}
    return (each._replace(ended_at=None) for each in latest.values() if each.withdrawn is None)


def _in_order(ballot: Ballot) -> list[Recusal]:
    return sorted(ballot.recused.values(), key=lambda each: (each.at, each.withdrawn is not None))


def _said_at(recusal: Recusal) -> str:
    """When the last word on it was said: that it is taken back, or that there is a conflict."""
    return recusal.at if recusal.withdrawn is None else recusal.ended_at or recusal.at


def concerned(ballot: Ballot, office: str) -> Iterator[str]:
    """Every office of a ballot, so that a conflict in one is known in all."""
    yield office
    yield from (seat.name for seat in ballot.seats)
    yield from ballot.chairs


def is_part(ballot: Ballot, office: str) -> bool:
    """The office has a seat, or chairs."""
    return ballot.seat(office) is not None or office in ballot.chairs


def declaring(ballot: Ballot, facts: Facts, office: str, *, recorded: bool) -> str | None:
    """Who declares: the caller, who holds the office or sits in for it; recorded, whoever sits there."""
    sitter = facts.sitting.there.get(office) if facts.sitting else None
    if recorded:
        return sitter.person if sitter else None
    sits = sitter is not None and sitter.person == facts.person
    return facts.person if sits or facts.holds(facts.person, office) else None


def _declarations(ballot: Ballot, person: str | None) -> list[str]:
    """What a person has declared and not taken back, also in an office left since."""
    return [
        key
        for key, each in ballot.recused.items()
        if each.person == person and each.declared and each.withdrawn is None
    ]


def _out_already(ballot: Ballot, facts: Facts, person: str, *, office: str) -> bool:
    """Whether a person is out in every office that is theirs now; in one taken since it can be declared again, so that
    its seat is out too."""
    if not _declarations(ballot, person):
        return ballot.conflicted(person)
    mine = {office_of(key) for key, each in ballot.recused.items() if each.person == person and each.stands}
    return mine.issuperset(_held(ballot, facts, person, office=office))


def _held(ballot: Ballot, facts: Facts, person: str, *, office: str) -> list[str]:
    """The offices of the ballot that a person holds, and the one in which an alternate sits."""
    found = [each for each in dict.fromkeys(concerned(ballot, office)) if facts.holds(person, each)]
    sitter = facts.sitting.there.get(office) if facts.sitting else None
    return list(dict.fromkeys([*found, sitter.office])) if sitter and sitter.person == person else found


def _spoken(ballot: Ballot, person: str) -> Iterator[Given]:
    """What a person has said that stands."""
    found = (ballot.standing(seat.name, via) for seat in ballot.seats for via in Via)
    return (given for given in found if given and given.person == person)
