"""Working views: the inbox, lists, what is overdue. They read and never write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from govflow.domain.organisation import Directory
from govflow.errors import BadInput
from govflow.messages import did_you_mean, notice
from govflow.services.case import load_case
from govflow.services.names import Pair, ministry_named, pair
from govflow.services.session import Session
from govflow.services.views.duties import Duties, duties_of
from govflow.services.views.filters import Filters, ministries_meant, role_meant, state_meant

if TYPE_CHECKING:
    from govflow.store import UnitOfWork, WaitingRow

PAGE = 50
"""How many rows a view gives at most unless told otherwise."""


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One line of a list: a proposal, or an open step of one (`step` is its name). Dates are local ISO dates."""

    reference: str
    title: str
    ministry: str
    ministry_title: Pair
    state: str
    state_title: Pair
    step: str | None
    step_title: Pair | None
    amount: int | None
    since: str
    due_on: str | None
    days_left: int | None

    @property
    def overdue(self) -> bool:
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page of lines; `more` is the cursor to go on after it, None at the end."""

    lines: tuple[WaitingLine, ...]
    more: str | None


def inbox(session: Session, *, limit: int = PAGE, after: str | None = None) -> Page:
    """What waits for the caller, by due date: proposals in a state of the caller's roles, and open steps."""
    with session.reading() as work:
        directory = session.directory(work)
        person = session.person(directory).code
        _check_office(session, directory)
        definitions = [session.definition(work, row.digest) for row in work.definitions.every("workflow")]
        duties = duties_of(directory, person, definitions=definitions, office=session.office)

        def read(limit: int, after: str | None) -> list[WaitingRow]:
            return work.queries.inbox(duties.every, limit=limit, after=after)

        def fits(row: WaitingRow) -> bool:
            return _is_theirs(session, work, row, person, duties=duties)

        return _page(session, work, _first(read, fits, limit=limit + 1, after=after), limit)


def list_proposals(
    session: Session, filters: Filters | None = None, *, limit: int = PAGE, after: str | None = None
) -> Page:
    """Proposals by reference, narrowed by `filters`."""
    wanted = filters or Filters()
    with session.reading() as work:
        rows = work.queries.proposals(
            workflow=wanted.workflow,
            ministries=ministries_meant(session, work, wanted.ministry),
            state=state_meant(session, work, wanted.state, workflow=wanted.workflow),
            role=role_meant(session, work, wanted.role, workflow=wanted.workflow),
            fiscal_year=wanted.fiscal_year,
            text=wanted.text,
            due_before=wanted.due_before.isoformat() if wanted.due_before else None,
            limit=limit + 1,
            after=after,
        )
        return _page(session, work, rows, limit)


def overdue(
    session: Session,
    *,
    ministry: str | None = None,
    state: str | None = None,
    role: str | None = None,
    limit: int = PAGE,
    after: str | None = None,
) -> Page:
    """Everything past its due date, the oldest first: proposals and open steps, narrowed as a list is."""
    with session.reading() as work:
        wanted = _Narrowed(
            ministries_meant(session, work, ministry),
            state_meant(session, work, state, workflow=None),
            role_meant(session, work, role, workflow=None),
        )

        def read(limit: int, after: str | None) -> list[WaitingRow]:
            return work.queries.overdue(session.today().isoformat(), limit=limit, after=after)

        return _page(session, work, _first(read, wanted.has, limit=limit + 1, after=after), limit)


class _Narrowed(NamedTuple):
    """What rows are narrowed to that no index is narrowed by."""

    ministries: tuple[str, ...] | None
    state: str | None
    role: str | None

    def has(self, row: WaitingRow) -> bool:
        return (
            (self.ministries is None or row.ministry in self.ministries)
            and self.state in (None, row.state)
            and self.role in (None, row.role)
        )


def _first(
    read: Callable[[int, str | None], list[WaitingRow]],
    fits: Callable[[WaitingRow], bool],
    *,
    limit: int,
    after: str | None,
) -> list[WaitingRow]:
    """The first `limit` rows that fit, out of as many pages as that takes."""
    found: list[WaitingRow] = []
    size = limit
    while len(found) < limit:
        rows = read(size, after)
        found += islice(filter(fits, rows), limit - len(found))
        if len(rows) < size:
            break
        after = rows[-1].cursor
        size *= 2  # where little fits, there is much to read
    return found


def _is_theirs(session: Session, work: UnitOfWork, row: WaitingRow, person: str, *, duties: Duties) -> bool:
    """Whether the matter is the caller's: at once by an own office, else as the case itself says."""
    if row.role in duties.own:
        role = session.definition(work, row.definition).roles[row.role]
        if row.step or role.duty(row.ministry) in duties.every:
            return True
    case = load_case(session, work, row.reference)
    step = next((step for step in case.steps if step.number == row.number), None)
    holders = case.step_holders(step) if step else case.holders_in(case.proposal.state)
    return any(h.person == person and session.admits(h.capacity) for h in holders)


def _page(session: Session, work: UnitOfWork, rows: Sequence[WaitingRow], limit: int) -> Page:
    directory = session.directory(work)
    lines = tuple(_line(session, work, row, directory) for row in rows[:limit])
    return Page(lines, rows[limit - 1].cursor if len(rows) > limit else None)


def _line(session: Session, work: UnitOfWork, row: WaitingRow, directory: Directory) -> WaitingLine:
    definition = session.definition(work, row.definition)
    due = date.fromisoformat(row.due_on) if row.due_on else None
    kind = definition.steps.get(row.step or "")
    return WaitingLine(
        reference=row.reference,
        title=row.title,
        ministry=row.ministry,
        ministry_title=ministry_named(directory, row.ministry),
        state=row.state,
        state_title=pair(definition.states[row.state].title),
        step=row.step,
        step_title=pair(kind.title) if kind else None,
        amount=row.amount,
        since=row.since,
        due_on=row.due_on,
        days_left=session.calendar(work).days_left(due, session.today()) if due else None,
    )


def _check_office(session: Session, directory: Directory) -> None:
    if session.office is not None and session.office not in directory.offices:
        hint = did_you_mean(session.office, directory.offices)
        raise BadInput.at(None, notice("views.unknown_office", office=session.office, hint=hint))
