"""Recording: the secretariat writes down at once what many seats said in the room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.domain.council.ballot import Ballot, Given
from govflow.domain.council.ballot_facts import Facts, voters
from govflow.domain.council.ballot_voting import Cast, lifted, offices_of, takes_none, wrong_position
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, notice


class RecordMany(NamedTuple):
    """What was said for seats, one by one, and what all `others` said who can vote in the room and have not answered;
    empty where nothing is said of these."""

    positions: tuple[Cast, ...]
    others: str = ""

    def offices(self, ballot: Ballot) -> Iterator[str]:
        """Those on which it depends who speaks for any seat."""
        for seat in dict.fromkeys((*(cast.seat for cast in self.positions), *(s.name for s in ballot.seats))):
            yield from offices_of(ballot, seat)

    def reasons(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        """What stands against all of it, then seat by seat: all are taken, or none."""
        yield from takes_none(ballot, facts)
        if not self.positions and not self.others:
            yield notice("paper.nothing_said")
        named = [cast.seat for cast in self.positions]
        for seat in dict.fromkeys(seat for seat in named if named.count(seat) > 1):
            yield notice("paper.seat_twice", seat=seat)
        for cast in self.positions:
            for why in cast.of_its_seat(ballot, rule, facts):
                yield notice("paper.of_seat", seat=cast.seat, why=why)
        yield from self._of_others(ballot, rule, facts)

    def done(self, ballot: Ballot, rule: Rule, facts: Facts) -> Ballot:
        """The ballot with all of them, in the order in which they were named, and that of its seats."""
        return lifted(ballot, facts).taking(*self.given(ballot, rule, facts))

    def given(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Given]:
        """The positions that it takes."""
        every = (*self.positions, *self._others(ballot, rule, facts))
        yield from filter(None, (cast.given(ballot, rule, facts) for cast in every))

    def _others(self, ballot: Ballot, rule: Rule, facts: Facts) -> list[Cast]:
        """The seats that are not named; what one has said already stands."""
        if not self.others:
            return []
        free, named = lifted(ballot, facts), {cast.seat for cast in self.positions}
        silent = (seat for seat, _ in voters(free, rule, facts) if free.position_of(seat) is None)
        return [Cast(seat, self.others, recorded=True) for seat in silent if seat not in named]

    def _of_others(self, ballot: Ballot, rule: Rule, facts: Facts) -> Iterator[Notice]:
        if not self.others:
            return
        for why in wrong_position(self.others, "", rule):
            yield notice("paper.of_others", why=why)
        if not self._others(ballot, rule, facts):
            yield notice("paper.no_others")
