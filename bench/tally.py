"""Tallies: processor time of counting a thousand ballots of fifty seats, with the sentence of each."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

from figure import Bar, Figure, main
from stopwatch import spent_on

from govflow.domain.council.position import Position
from govflow.domain.council.roll import ONE, Roll, Seat
from govflow.domain.council.rule import Base, QuorumBase, QuorumRule, Rule
from govflow.domain.council.sentence import sentence
from govflow.domain.council.tally import tally

BALLOTS, SEATS = 1_000, 50
RULE = Rule(
    Base.PRESENT,
    Fraction(2, 3),
    inclusive=True,
    quorum=QuorumRule(Fraction(1, 2), base=QuorumBase.ELIGIBLE, count_proxy=True, count_written=True),
    blocking=True,
)


def measure(folder: Path, sample: bool) -> list[Figure]:
    rolls = [_roll(number) for number in range(BALLOTS)]
    _said(rolls[:10])  # the catalogue loads on first use
    taken = min(spent_on(lambda: _said(rolls)).processor for _ in range(1 if sample else 5))
    detail = f"{taken / BALLOTS * 1e6:.0f} µs a ballot; counting alone {_counting(rolls):.2f} s"
    return [Figure(f"{BALLOTS:,} ballots of {SEATS} seats: seconds", taken, Bar("≤", 1), detail)]


def _counting(rolls: list[Roll]) -> float:
    return spent_on(lambda: [tally(RULE, roll) for roll in rolls]).processor


def _said(rolls: list[Roll]) -> None:
    for roll in rolls:
        sentence(tally(RULE, roll))


def _roll(number: int) -> Roll:
    """A ballot like no other: weights, absences, a recusal, a proxy, and now and then a seat that is silent."""
    return Roll(tuple(_seat(number, seat) for seat in range(SEATS)))


def _seat(number: int, seat: int) -> Seat:
    said = (Position.YES, Position.YES, Position.NO, Position.ABSTAIN, Position.YES, Position.NONE)
    recused = seat == number % SEATS
    away = seat == (number + 1) % SEATS
    return Seat(
        f"seat-{seat}",
        Position.NONE if recused or away else said[(number * 7 + seat) % len(said)],
        weight=ONE * (1 + (number + seat) % 5) + seat,
        present=not away,
        recused=recused,
        proxy_for=(f"seat-{(number + 1) % SEATS}",) if seat == (number + 2) % SEATS else (),
    )


if __name__ == "__main__":
    sys.exit(main("Tallies", measure))
