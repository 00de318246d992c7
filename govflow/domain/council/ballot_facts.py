"""What an act on a ballot reads beside the ballot: kept in its entry, so that a replay needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govflow.domain.council.ballot import Ballot, Via
from govflow.domain.council.recusal import Recusal
from govflow.domain.council.rule import Rule

NOBODY: tuple[str, ...] = ()


class Sitter(NamedTuple):
    """Who sits on a seat: `office` is the seat's own or that of the alternate."""

    person: str
    office: str


class Sitting(NamedTuple):
    """The meeting of a ballot at its `version`. `there` has who sits on which seat; `presiding` is the office that
    chairs. `replaced` are the digests of the item's papers where they are no longer those of the ballot; `signed`: the
    minutes are; `on_paper`: it was held on paper, and is recorded afterwards."""

    state: str
    version: int
    there: Mapping[str, Sitter] = {}
    presiding: str | None = None
    replaced: Mapping[str, str] | None = None
    signed: bool = False
    on_paper: bool = False

    @property
    def is_open(self) -> bool:
        return self.state == "open"


class Facts(NamedTuple):
    """`person` acts in `office` and `role` at `at`. `holders` are those who hold an office then, by office, as far as
    the act depends on them, `present` those of the chairs who are not absent; `gone` are seats that the organisation no
    longer has. `stage` is where the proposal stands."""

    at: str
    person: str
    office: str
    role: str
    holders: Mapping[str, tuple[str, ...]] = {}
    present: Mapping[str, tuple[str, ...]] = {}
    gone: tuple[str, ...] = ()
    sitting: Sitting | None = None
    stage: str | None = None

    def holds(self, person: str, office: str) -> bool:
        return person in self.holders.get(office, NOBODY)

    def ended(self, office: str, recusal: Recusal) -> bool:
        """Whether a recusal still stands against an office that the person who declared it has left."""
        known = recusal.person is not None and office in self.holders
        return recusal.ended_at is None and known and not self.holds(recusal.person or "", office)


class Speaker(NamedTuple):
    """Who speaks for a seat, in which office and way."""

    person: str
    office: str
    via: Via


def speaker(ballot: Ballot, rule: Rule, facts: Facts, seat: str, *, recorded: bool) -> Speaker | None:
    """Who votes for a seat when `facts.person` says so, or with `recorded` writes it down; None where that may not be.
    Nobody records for a seat with nobody in the room."""
    if facts.sitting is None:
        own = Speaker(facts.person, seat, Via.OWN)
        return own if facts.holds(facts.person, seat) and not recorded else None
    found = in_the_room(ballot, rule, facts, seat)
    if found and (recorded or found.person == facts.person):
        return found
    writes = facts.holds(facts.person, seat) and not recorded and counts_written(rule)
    return Speaker(facts.person, seat, Via.WRITTEN) if writes else None


def in_conflict(ballot: Ballot, facts: Facts, person: str) -> bool:
    """Whether a person has declared a conflict, or holds or sits on a seat that is recused as such: for no seat does
    such a person speak, and in no office chair."""
    there = facts.sitting.there if facts.sitting else {}
    recused = [office for office, each in ballot.recused.items() if each.person is None and not each.ended_at]
    return ballot.conflicted(person) or any(
        facts.holds(person, office) or (office in there and there[office].person == person)
        for office in recused
    )


def counts_written(rule: Rule) -> bool:
    return rule.quorum is not None and rule.quorum.count_written


def counts_proxies(rule: Rule) -> bool:
    return rule.quorum is not None and rule.quorum.count_proxy


def acting_chair(ballot: Ballot, facts: Facts) -> str | None:
    """Who chairs: who presides in the sitting, else the first in the charter's order who is there; nobody in
    conflict."""
    presiding = facts.sitting.presiding if facts.sitting else None
    order = dict.fromkeys([*([presiding] if presiding else []), *ballot.chairs])
    return next((office for office in order if chairing(ballot, facts, office)), None)


def chairing(ballot: Ballot, facts: Facts, office: str) -> tuple[str, ...]:
    """Who may cast in an office that chairs: in a sitting only who is there in person."""
    free = not ballot.is_recused(office)
    there = _presence(facts, office)
    return tuple(person for person in there if free and not in_conflict(ballot, facts, person))


def _presence(facts: Facts, office: str) -> tuple[str, ...]:
    """Who of an office is there: in the room, or outside a sitting not absent."""
    if facts.sitting is None:
        return facts.present.get(office, NOBODY)
    sits = facts.sitting.there.get(office)
    own = sits is not None and sits.office == office and facts.holds(sits.person, office)
    return (sits.person,) if sits and own else NOBODY


def in_the_room(ballot: Ballot, rule: Rule, facts: Facts, seat: str) -> Speaker | None:
    """Who sits on the seat, else the holder in person of the seat that has its proxy. Both have to hold their office
    still."""
    there = facts.sitting.there if facts.sitting else {}
    holder = ballot.proxies.get(seat, "")
    sits, proxy = there.get(seat), there.get(holder)
    if sits is not None:
        found = Speaker(*sits, Via.OWN if sits.office == seat else Via.ALTERNATE)
    elif proxy is not None and proxy.office == holder and counts_proxies(rule):
        found = Speaker(*proxy, Via.PROXY)
    else:
        return None
    return found if facts.holds(found.person, found.office) else None


def voters(ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[tuple[str, Speaker]]:
    """The seats that can vote in the room, also by proxy, and who speaks for each."""
    for seat in ballot.seats:
        who = in_the_room(ballot, rule, facts, seat.name)
        silent = ballot.is_recused(seat.name) or (rule.casts_only and seat.name == ballot.casts)
        if who and not silent and not in_conflict(ballot, facts, who.person):
            yield seat.name, who
