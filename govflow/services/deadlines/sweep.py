"""The sweep: every date that was missed goes one office up, in the order of the dates. It only does what is due.

Each escalation is a transaction of its own: what is done is done when a sweep is interrupted, and the next one goes
on. Nothing goes up twice for the same date, also when two sweeps run at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from heapq import merge
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from govflow.domain.organisation import ADMINISTRATOR, Directory
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound, Refused
from govflow.messages import Notice, notice
from govflow.services.access import Reading
from govflow.services.council.matters.openness import hidden
from govflow.services.deadlines.council import escalated_to_chair, missed_by_bodies, went_up
from govflow.services.deadlines.escalating import CLOSED, Escalation, escalated
from govflow.services.deadlines.gone_up import GoneUp
from govflow.services.deadlines.missed import Missed
from govflow.services.session import Session
from govflow.services.turn import in_turn

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

PAGE = 500


@dataclass(frozen=True, slots=True)
class MissedDate:
    """A missed date that needs nothing more: it went up before."""

    reference: str
    what: str
    missed: str


@dataclass(frozen=True, slots=True)
class FailedEscalation:
    """A missed date that could not go up, and why; the others did."""

    reference: str
    what: str
    missed: str
    why: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class SweepReport:
    """What a sweep did: `escalated` went one office up, `at_the_top` had nobody above and is recorded, `already` went
    up before. `dry_run` says that nothing was kept. Of proposals that the sweeper does not read, it has references and
    dates alone."""

    day: str
    by: str
    escalated: tuple[Escalation, ...]
    at_the_top: tuple[Escalation, ...]
    already: tuple[MissedDate, ...]
    failed: tuple[FailedEscalation, ...]
    dry_run: bool


Line = TypeVar("Line", Escalation, MissedDate, FailedEscalation)
_HIDDEN = hidden()
Escalating = Callable[["UnitOfWork"], Escalation | None]


class _Matter(NamedTuple):
    """One missed date in the order of the sweep, whether it went up before, and how it goes up."""

    day: str
    reference: str
    number: int
    what: str
    already: bool
    escalate: Escalating


def sweep_deadlines(session: Session, *, dry_run: bool = False) -> SweepReport:
    """Escalate everything that is past its date today. Anybody of the centre and any administrator may.

    What fails is told in the report, and the others go on. Raises NotAuthorised, StoreError.
    """
    by = _sweeper(session)
    day = session.today()
    done: list[Escalation] = []
    already: list[MissedDate] = []
    failed: list[FailedEscalation] = []
    for matter in merge(_of_bodies(session, by=by), _of_proposals(session, by=by), key=lambda m: m[:3]):
        if matter.already:
            already.append(MissedDate(matter.reference, matter.what, matter.day))
            continue
        try:
            found = in_turn(partial(_done, session, matter, dry_run=dry_run))
        except (BadInput, Refused, NotFound, Conflict) as error:
            failed.append(FailedEscalation(matter.reference, matter.what, matter.day, error.notices))
            continue
        done += [found] if found else []
    report = SweepReport(
        day=day.isoformat(),
        by=by,
        escalated=tuple(one for one in done if one.to is not None),
        at_the_top=tuple(one for one in done if one.to is None),
        already=tuple(already),
        failed=tuple(failed),
        dry_run=dry_run,
    )
    return _as_read(session, report)


def _as_read(session: Session, report: SweepReport) -> SweepReport:
    """What the sweeper may read of it: a state or step that waits tells where a proposal stands."""
    with session.reading() as work:
        reading = Reading(session, work)
        lines = (report.escalated, report.at_the_top, report.already, report.failed)
        references = {one.reference for part in lines for one in part}
        closed = {name for name in references if work.proposals.get(name) and not reading.sees(name)}

    def told(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(_untold(one) if one.reference in closed else one for one in lines)

    return replace(
        report,
        escalated=told(report.escalated),
        at_the_top=told(report.at_the_top),
        already=told(report.already),
        failed=told(report.failed),
    )


def _untold(one: Line) -> Line:
    """A line of what is closed: the reference, the date, and whether anybody is above."""
    if isinstance(one, Escalation):
        above, above_title = one.to and CLOSED, one.to_title and _HIDDEN
        one = replace(one, role=CLOSED, role_title=_HIDDEN, to=above, to_title=above_title)
        return replace(one, what=CLOSED, title=_HIDDEN, step=None, due_on=None)
    if isinstance(one, FailedEscalation):
        return replace(one, what=CLOSED, why=())
    return replace(one, what=CLOSED)


def _done(session: Session, matter: _Matter, *, dry_run: bool) -> Escalation | None:
    with session.writing() as work:
        found = matter.escalate(work)
        if found is not None and not dry_run:
            work.commit()
    return found


def _of_bodies(session: Session, *, by: str) -> Iterator[_Matter]:
    with session.reading() as work:
        found = [(each, went_up(work, each)) for each in missed_by_bodies(session, work, session.today())]
    for each, already in found:
        escalate = partial(escalated_to_chair, session, missed=each, by=by)
        yield _Matter(each.day, each.reference, 0, each.what, already, escalate)


def _of_proposals(session: Session, *, by: str) -> Iterator[_Matter]:
    """Page by page; what is escalated meanwhile stays where it is in the order."""
    after: str | None = None
    today = session.today().isoformat()
    while True:
        with session.reading() as work:
            rows = work.queries.overdue(today, limit=PAGE, after=after)
            known = {reference: GoneUp.of(work, reference) for reference in {row.reference for row in rows}}
        for row in rows:
            missed = Missed(row.due_on or "", row.number, row.step or row.state, row.role or "", row.ministry)
            escalate = partial(escalated, session, reference=row.reference, number=row.number, by=by)
            already = known[row.reference].has(missed)
            yield _Matter(missed.day, row.reference, row.number, missed.what, already, escalate)
        if len(rows) < PAGE:
            return
        after = rows[-1].cursor


def _sweeper(session: Session) -> str:
    """Who lets the deadlines be swept: the timer's account belongs to somebody of the centre, or an administrator."""
    with session.reading() as work:
        directory = session.directory(work)
        person = session.person(directory)
        if not set(_roles_of(directory, person.code)) & _central(session, work):
            raise NotAuthorised(notice("deadline.not_central", person=person.name))
        return person.code


def _roles_of(directory: Directory, person: str) -> Iterator[str]:
    return (office.role for office in directory.offices_of(person))


def _central(session: Session, work: UnitOfWork) -> set[str]:
    names = work.definitions.names_in_force("workflow", session.today().isoformat())
    definitions = [session.definition_in_force(work, name) for name in names]
    roles = (role for definition in definitions for role in definition.roles.values())
    return {role.name for role in roles if role.central} | {ADMINISTRATOR}
