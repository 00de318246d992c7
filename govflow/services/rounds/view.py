"""Rounds shown: their dates and addressees, how far each is, and what is late. Reading only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from govflow.documents.dates import wareki
from govflow.domain.round import STAGES, Round, RoundState, Standing
from govflow.errors import NotFound
from govflow.messages import LANGUAGES, notice
from govflow.services.names import Pair, ministry_named, pair
from govflow.services.readers import reader_of
from govflow.services.rounds.desk import unknown_round
from govflow.services.rounds.standing import addressed_by, stage_in
from govflow.services.session import Session
from govflow.services.views.statistics import Figured

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.store.answers import GroupRow


@dataclass(frozen=True, slots=True)
class RoundDate:
    """A date of a round: `shown` has it as documents do, in Japanese by era. `passed`: it lies before today."""

    name: str
    day: str
    shown: Pair
    passed: bool


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in a list; its dates come in the definition's order."""

    name: str
    workflow: str
    workflow_title: Pair
    fiscal_year: int
    state: str
    dates: tuple[RoundDate, ...]
    addressees: int


@dataclass(frozen=True, slots=True)
class AddresseeLine:
    """How far a ministry is: proposals and yen by stage (`draft`, `submitted`, `endorsed`, `decided`, `dropped`).
    `overdue` counts what is past its due date today; `late`: a date has passed and nothing was submitted. The centre
    is told how many proposals of a ministry are where, and yen of those alone that have opened to it; other
    ministries are told nothing of it (`told`)."""

    ministry: str
    ministry_title: Pair
    addressed: bool
    counts: Mapping[str, int]
    amounts: Mapping[str, int]
    overdue: int
    late: bool
    told: bool


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round as it stands. `unanswered` is who has submitted nothing yet, or had not when it was closed, of those
    that the caller is told of."""

    name: str
    workflow: str
    workflow_title: Pair
    fiscal_year: int
    state: str
    version: int
    opened_at: str
    dates: tuple[RoundDate, ...]
    criteria: str
    addressees: tuple[AddresseeLine, ...]
    unanswered: tuple[str, ...]


def list_rounds(session: Session) -> tuple[RoundLine, ...]:
    """Every round, the latest fiscal year first."""
    with session.reading() as work:
        found = sorted(work.rounds.every(), key=lambda kept: (-kept.value.fiscal_year, kept.value.reference))
        return tuple(_line(session, work, kept.value) for kept in found)


def show_round(session: Session, name: str | None = None) -> RoundView:
    """One round; without a name the open one that was opened last. NotFound for an unknown one, or
    where there is none yet."""
    with session.reading() as work:
        kept = work.rounds.get(name) if name else _latest(work)
        if kept is None:
            raise unknown_round(work, name) if name else NotFound(notice("round.none_yet"))
        one, version = kept
        line = _line(session, work, one)
        addressees = tuple(_addressees(session, work, one))
        told = {each.ministry for each in addressees if each.told}
        waiting = [each.ministry for each in addressees if each.addressed and not _has_answered(each)]
        unanswered = waiting if one.state is RoundState.OPEN else one.unanswered
        return RoundView(
            name=line.name,
            workflow=line.workflow,
            workflow_title=line.workflow_title,
            fiscal_year=line.fiscal_year,
            state=line.state,
            version=version,
            opened_at=one.opened_at,
            dates=line.dates,
            criteria=one.criteria,
            addressees=addressees,
            unanswered=tuple(ministry for ministry in unanswered if ministry in told),
        )


def _latest(work: UnitOfWork) -> tuple[Round, int] | None:
    kept = max(
        work.rounds.every(),
        key=lambda kept: (kept.value.state is RoundState.OPEN, kept.value.opened_at),
        default=None,
    )
    return kept and (kept.value, kept.version)


def _line(session: Session, work: UnitOfWork, one: Round) -> RoundLine:
    definition = session.definition(work, one.definition)
    known = definition.rounds.dates if definition.rounds else ()
    return RoundLine(
        name=one.reference,
        workflow=one.workflow,
        workflow_title=pair(definition.title),
        fiscal_year=one.fiscal_year,
        state=one.state.value,
        dates=tuple(_date(session, name, one.dates[name]) for name in known if name in one.dates),
        addressees=len(one.addressees),
    )


def _date(session: Session, name: str, day: str) -> RoundDate:
    shown = {lang: wareki(day, lang) for lang in LANGUAGES}
    return RoundDate(name, day, shown, passed=day < session.today().isoformat())


def _addressees(session: Session, work: UnitOfWork, one: Round) -> list[AddresseeLine]:
    """The addressees in their order, then ministries that answer though nobody asked them."""
    directory, definition = session.directory(work), session.definition(work, one.definition)
    addressed, figured = addressed_by(one, directory), Figured.of(definition, reader_of(session, work))
    groups: dict[str, list[tuple[str, GroupRow]]] = {name: [] for name in one.addressees}
    for row in work.answers.grouped(one.workflow, one.fiscal_year, today=session.today().isoformat()):
        name = addressed.get(row.ministry, row.ministry)
        groups.setdefault(name, []).append((stage_in(definition, row.state), row))
    passed = date.fromisoformat(min(one.dates.values())) < session.today()
    lines = [
        AddresseeLine(
            ministry=name,
            ministry_title=ministry_named(directory, name),
            addressed=name in one.addressees,
            counts=(counts := _sums([(stage, row.proposals) for stage, row in rows])),
            amounts=_without_closed(rows, figured),
            overdue=sum(row.overdue for _, row in rows),
            late=passed and name in one.addressees and not Standing(counts, {}).answered,
            told=True,
        )
        for name, rows in groups.items()
    ]
    told = figured.ministries | {addressed.get(name, name) for name in figured.ministries}
    return [line if figured.central or line.ministry in told else _untold(line) for line in lines]


def _untold(line: AddresseeLine) -> AddresseeLine:
    """What another ministry is told of: that it is asked."""
    return replace(line, counts={}, amounts={}, overdue=0, late=False, told=False)


def _sums(parts: list[tuple[str, int]]) -> dict[str, int]:
    return {stage: sum(number for each, number in parts if each == stage) for stage in STAGES}


def _without_closed(rows: list[tuple[str, GroupRow]], figured: Figured) -> dict[str, int]:
    """Yen by stage, without the stages in which something is closed to the reader."""
    closed = {stage for stage, row in rows if not figured.has(row)}
    sums = _sums([(stage, row.amount) for stage, row in rows])
    return {stage: amount for stage, amount in sums.items() if stage not in closed}


def _has_answered(line: AddresseeLine) -> bool:
    return Standing(line.counts, {}).answered
