"""What the council's rules say of a vote, written from their words alone: who may vote for which seat, and whose vote
counts. It knows neither ballots nor acts, and is what these are held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

Way = Literal["own", "written", "alternate", "proxy"]
WAYS: tuple[Way, ...] = ("own", "written", "alternate", "proxy")


class Place(NamedTuple):
    """Where somebody sits: `office` is the seat's own, or that of its alternate."""

    person: str
    office: str


class World(NamedTuple):
    """A council at a moment. `held` has who holds each seat and each alternate's office. `sits` is None outside a
    sitting, else who is on which seat; `proxies` has the seat that speaks for a seat that is away. `declared` has the
    persons in conflict by their own word, with the offices they had then; `own` are the seats of the own ministry of
    the proposal. `open`: positions are taken, in time."""

    held: Mapping[str, tuple[str, ...]]
    sits: Mapping[str, Place] | None = None
    proxies: Mapping[str, str] = {}
    declared: Mapping[str, frozenset[str]] = {}
    own: frozenset[str] = frozenset()
    open: bool = True
    by_proxy: bool = True
    in_writing: bool = True
    revote: bool = False


class Ask(NamedTuple):
    """Somebody asks to vote for a seat, or writes down (`recorded`) what was said for it."""

    person: str
    seat: str
    recorded: bool = False
    block: bool = False


class Vote(NamedTuple):
    """A vote that was taken: `recorder` wrote it down, None where it was cast in person."""

    person: str
    office: str
    way: Way
    recorder: str | None
    block: bool = False

    @property
    def by_the_principal(self) -> bool:
        return self.way in ("own", "written")


def vote_of(world: World, ask: Ask, before: Iterable[Vote] = ()) -> Vote | None:
    """The vote that an ask comes to, None where the rules forbid it. `before` are the votes of that seat so far."""
    found = _speaker(world, ask)
    if not world.open or found is None or found.person not in world.held.get(found.office, ()):
        return None
    if seat_in_conflict(world, ask.seat) or in_conflict(world, found.person):
        return None
    return None if any(_bars(world, earlier, found) for earlier in standing(before)) else found


def counted(world: World, seat: str, votes: Iterable[Vote]) -> Vote | None:
    """The one vote of a seat that counts: the principal's before an alternate's before a proxy's."""
    if seat_in_conflict(world, seat):
        return None
    free = [vote for vote in standing(votes) if vote.person not in _declared(world)]
    return min(free, key=_rank, default=None)


def seat_in_conflict(world: World, seat: str) -> bool:
    """Of the own ministry, or one of whose holders has declared a conflict; the latter ends with the person."""
    return seat in world.own or any(
        seat in offices and person in world.held.get(seat, ()) for person, offices in world.declared.items()
    )


def in_conflict(world: World, person: str) -> bool:
    """By their own word, or because a seat of the own ministry is theirs to hold or to sit on."""
    theirs = {seat for seat in world.own if person in world.held.get(seat, ())}
    theirs |= {
        seat for seat, place in (world.sits or {}).items() if place.person == person and seat in world.own
    }
    return bool(theirs) or person in _declared(world)


def _declared(world: World) -> set[str]:
    """Who has declared a conflict, which is theirs wherever they sit since: only an office can declare one."""
    return {person for person, offices in world.declared.items() if offices}


def _speaker(world: World, ask: Ask) -> Vote | None:
    """Who would be voting. Outside a sitting the holder in person; in one whoever sits on the seat, else the holder who
    sits on the seat with its proxy, one step only; and the holder who is away may write."""
    holds = ask.person in world.held.get(ask.seat, ())
    if world.sits is None:
        return Vote(ask.person, ask.seat, "own", None, ask.block) if holds and not ask.recorded else None
    there = _in_the_room(world, ask.seat)
    if there is not None and there[0].person in world.held.get(there[0].office, ()):
        (person, office), way = there
        if ask.recorded or person == ask.person:
            recorder = None if person == ask.person else ask.person
            return Vote(person, office, way, recorder, ask.block)
    writes = holds and world.in_writing and not ask.recorded
    return Vote(ask.person, ask.seat, "written", None, ask.block) if writes else None


def _in_the_room(world: World, seat: str) -> tuple[Place, Way] | None:
    sits = world.sits or {}
    if seat in sits:
        return sits[seat], "own" if sits[seat].office == seat else "alternate"
    proxy = sits.get(world.proxies.get(seat, ""))
    if world.by_proxy and proxy is not None and proxy.office == world.proxies[seat]:
        return proxy, "proxy"
    return None


def standing(votes: Iterable[Vote]) -> list[Vote]:
    """The latest of each way: to write and to say is one."""
    return [*{("own" if vote.by_the_principal else vote.way): vote for vote in votes}.values()]


def _rank(vote: Vote) -> int:
    return 0 if vote.by_the_principal else WAYS.index(vote.way)


def _bars(world: World, earlier: Vote, later: Vote) -> bool:
    """Whether an earlier vote of the seat stands in the way. The principal always wins; a successor is not bound by
    who was there before; what was only written down may be said otherwise, and a block is always its holder's to
    clear; nobody records over what was said in person; and without a second vote by the rule the first one holds."""
    if earlier.by_the_principal and not later.by_the_principal:
        return True
    if _rank(earlier) != _rank(later) or earlier.person not in world.held.get(earlier.office, ()):
        return False
    if earlier.recorder is not None:
        return False
    return later.recorder is not None or not (world.revote or earlier.block)
