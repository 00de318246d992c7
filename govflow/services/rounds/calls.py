"""Calls: the open rounds that somebody has still to answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govflow.domain.authority import Duty
from govflow.domain.round import Round, RoundState
from govflow.services.names import Pair, ministry_named
from govflow.services.session import Session
from govflow.workflow.rounds import Rounds

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class RoundCall:
    """A round to which a ministry has submitted nothing yet. `date` is the first of its dates, `days_left` the working
    days until then, negative once it has passed."""

    name: str
    fiscal_year: int
    ministry: str
    ministry_title: Pair
    date: str
    days_left: int


def calls_for(session: Session, work: UnitOfWork, duties: Collection[Duty]) -> Iterator[RoundCall]:
    """The rounds that wait for somebody with these duties, in the order of their names."""
    directory = session.directory(work)
    for kept in work.rounds.found(state=RoundState.OPEN.value):
        one = kept.value
        rounds = session.definition(work, one.definition).rounds
        for ministry in one.addressees:
            if (
                rounds
                and Duty(rounds.asked, ministry) in duties
                and not _answered(work, one, rounds, ministry)
            ):
                due = date.fromisoformat(min(one.dates.values()))
                yield RoundCall(
                    name=one.reference,
                    fiscal_year=one.fiscal_year,
                    ministry=ministry,
                    ministry_title=ministry_named(directory, ministry),
                    date=due.isoformat(),
                    days_left=session.calendar(work).days_left(due, session.today()),
                )


def _answered(work: UnitOfWork, one: Round, rounds: Rounds, ministry: str) -> bool:
    states = [state for states in rounds.stages.values() for state in states]
    return work.answers.any_in(one.workflow, one.fiscal_year, ministry=ministry, states=states)
