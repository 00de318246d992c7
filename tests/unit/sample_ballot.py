"""Rules and rolls for the tests of ballots, written as briefly as one would speak of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from govflow.domain.council.position import Position
from govflow.domain.council.roll import ONE, Roll, Seat
from govflow.domain.council.rule import (
    Base,
    ChairVote,
    QuorumBase,
    QuorumRule,
    Recusal,
    Rule,
    Silence,
    Tie,
    TieDefinition,
)
from govflow.domain.council.tally import Outcome, tally

HALF = Fraction(1, 2)
TWO_THIRDS = Fraction(2, 3)
HALF_OF_SEATS = QuorumRule(HALF, inclusive=True)

_SAID = {
    "Y": {"position": Position.YES},
    "N": {"position": Position.NO},
    "A": {"position": Position.ABSTAIN},
    "D": {"position": Position.BLOCK},
    "E": {"position": Position.ASSENT},
    "P": {},
    "-": {"present": False},
    "R": {"recused": True},
}


def said(answers: str, **more: Any) -> Roll:
    """One seat a letter: Y, N, A, D; E for assent, P for there but silent, `-` for away, R for recused."""
    seats = (Seat(f"s{number}", **_SAID[letter]) for number, letter in enumerate(answers, 1))
    return Roll(tuple(seats), **more)


def weighted(*answers: tuple[str, int]) -> Roll:
    """Seats with weights in votes."""
    seats = (
        Seat(f"s{n}", weight=weight * ONE, **_SAID[letter]) for n, (letter, weight) in enumerate(answers, 1)
    )
    return Roll(tuple(seats))


def outcome(rule: Rule, answers: str, **more: Any) -> Outcome:
    return tally(rule, said(answers, **more)).outcome


fractions = st.builds(Fraction, st.integers(1, 6), st.integers(6, 9))
quorums = st.builds(
    QuorumRule,
    fractions,
    base=st.sampled_from(QuorumBase),
    inclusive=st.booleans(),
    count_proxy=st.booleans(),
    count_written=st.booleans(),
)
rules = st.builds(
    Rule,
    base=st.sampled_from(Base),
    threshold=st.one_of(st.just(HALF), fractions),
    inclusive=st.booleans(),
    quorum=st.none() | quorums,
    min_yes=st.integers(0, 3),
    max_no=st.none() | st.integers(0, 3),
    blocking=st.booleans(),
    recusal=st.sampled_from(Recusal),
    tie=st.sampled_from(Tie),
    tie_definition=st.sampled_from(TieDefinition),
    chair_vote=st.sampled_from((ChairVote.BOTH, ChairVote.CASTING_ONLY)),
    silence=st.sampled_from(Silence),
)
"""Any rule that does not contradict itself."""


@st.composite
def rolls(draw: st.DrawFn, most: int = 8) -> Roll:
    """Any roll without faults: who is away wrote, or said nothing; who is recused or only casts said nothing."""
    heaviest = draw(st.sampled_from((1, 3 * ONE, 10**18 * ONE)))
    seats = []
    for number in range(draw(st.integers(2, most))):
        recused = number > 0 and number % 3 == 0 and draw(st.booleans())
        silent = recused or number == 0
        position = Position.NONE if silent else draw(st.sampled_from(Position))
        present = draw(st.booleans())
        seats.append(
            Seat(
                f"s{number}",
                position,
                weight=draw(st.integers(1, heaviest)),
                present=present,
                recused=recused,
                written=not present and position is not Position.NONE,
            )
        )
    return Roll(tuple(seats), chair=draw(st.sampled_from((None, "s0", "gcio"))))
