"""The round: the yearly call for proposals of one workflow and fiscal year, with its dates and addressees.

A round is folded from its history. Each `cannot_…` tells every reason against an act; the audit asks the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from govflow.messages import Notice, notice

STAGES = ("draft", "submitted", "endorsed", "decided", "dropped")
"""How far a proposal of a round may be, in their order."""


class RoundState(StrEnum):
    """Whether a round still takes new proposals."""

    OPEN = "open"
    CLOSED = "closed"


class Standing(NamedTuple):
    """How far an addressee is: by stage, the number of its proposals and their amounts in yen."""

    counts: Mapping[str, int]
    amounts: Mapping[str, int]

    @property
    def answered(self) -> bool:
        """Whether anything was submitted."""
        return any(self.counts.get(stage) for stage in ("submitted", "endorsed", "decided"))


NOTHING_YET = Standing({}, {})


class Round(NamedTuple):
    """A round. `reference` is its name; `definition` the digest of the one it was opened under. `dates` are ISO days by
    the names of the definition; `answered` is how far each addressee was when it was closed."""

    reference: str
    workflow: str
    fiscal_year: int
    definition: str
    opened_at: str
    dates: Mapping[str, str]
    addressees: tuple[str, ...]
    criteria: str = ""
    state: RoundState = RoundState.OPEN
    answered: Mapping[str, Standing] = MappingProxyType({})

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Who had submitted nothing when it was closed."""
        return tuple(name for name in self.addressees if not self.answered.get(name, NOTHING_YET).answered)


class Ruled(NamedTuple):
    """The round that a proposal falls under, at one of its versions."""

    reference: str
    version: int
    dates: Mapping[str, str]
    closed: bool

    @property
    def said(self) -> dict[str, object]:
        """How an entry names it."""
        return {"name": self.reference, "version": self.version}


def ruled(one: Round, version: int) -> Ruled:
    """What a round at a version means for its proposals."""
    return Ruled(one.reference, version, one.dates, one.state is RoundState.CLOSED)


def governing(rounds: Sequence[tuple[Round, int]]) -> Ruled | None:
    """Of the rounds of one workflow and fiscal year, with their versions, the one that holds: the open one, else the
    one that was opened last."""
    latest = max(rounds, key=lambda r: (r[0].state is RoundState.OPEN, r[0].opened_at), default=None)
    return ruled(*latest) if latest else None


def cannot_open(
    one: Round, *, known: Sequence[str], today: str, unasked: Collection[str], rivals: Collection[Round]
) -> Iterator[Notice]:
    """What there is against a new round. `known` are the dates it may set, in their order; `unasked` the addressees
    that have nobody to answer; `rivals` the rounds there are."""
    if any(other.reference == one.reference for other in rivals):
        yield notice("round.name_taken", name=one.reference)
    for other in rivals:
        if is_rival(one, other):
            yield notice("round.still_open", name=other.reference, year=one.fiscal_year)
    if not one.dates:
        yield notice("round.no_dates", known=list(known))
    yield from _dates(one.dates, one.dates, known=known, today=today)
    if not one.addressees:
        yield notice("round.nobody_addressed")
    if unasked:
        yield notice("round.nobody_asked", ministries=sorted(unasked))


def is_rival(one: Round, other: Round) -> bool:
    """Whether another round is open for the same proposals."""
    same = (one.workflow, one.fiscal_year) == (other.workflow, other.fiscal_year)
    return same and other.state is RoundState.OPEN and other.reference != one.reference


def cannot_reschedule(
    one: Round, given: Mapping[str, str], *, known: Sequence[str], today: str, note: str
) -> Iterator[Notice]:
    """What there is against other dates."""
    yield from _open(one)
    if not note:
        yield notice("round.no_note")
    if all(one.dates.get(name) == day for name, day in given.items()):
        yield notice("round.no_new_date", name=one.reference)
    yield from _dates(given, {**one.dates, **given}, known=known, today=today)


def cannot_close(one: Round, *, note: str) -> Iterator[Notice]:
    """What there is against closing."""
    yield from _open(one)
    if not note:
        yield notice("round.no_note")


def _open(one: Round) -> Iterator[Notice]:
    if one.state is not RoundState.OPEN:
        yield notice("round.is_closed", name=one.reference)


def _dates(
    given: Mapping[str, str], whole: Mapping[str, str], *, known: Sequence[str], today: str
) -> Iterator[Notice]:
    """Dates that a round may set lie ahead, and come in their order."""
    for name, day in given.items():
        if name not in known:
            yield notice("round.unknown_date", date=name, known=list(known))
        elif day < today:
            yield notice("round.date_passed", date=name, day=day, today=today)
    ordered = [name for name in known if name in whole]
    for before, after in pairwise(ordered):
        if whole[after] < whole[before]:
            yield notice("round.dates_out_of_order", before=before, after=after)
