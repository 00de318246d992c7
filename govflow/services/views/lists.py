"""Working views: the inbox, lists, what is overdue. They read and never write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govflow.domain.organisation import Directory
from govflow.errors import BadInput, NotFound
from govflow.messages import did_you_mean, notice
from govflow.services.case import load_case
from govflow.services.names import Pair, pair
from govflow.services.session import Session
from govflow.services.values import known_ministry
from govflow.services.views.duties import Duties, duties_of

if TYPE_CHECKING:
    from govflow.store import UnitOfWork, WaitingRow

PAGE = 50
"""How many rows a view gives at most unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: a proposal, or an open step of one (`step` is its name). Dates are local ISO dates."""

    reference: str
    title: str
    ministry: str
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
class Lines:
    """A page of lines; `more` is the cursor to go on after it, None at the end."""

    lines: tuple[Line, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; None leaves a filter out. `text` is searched in all texts of a proposal."""

    workflow: str | None = None
    ministry: str | None = None
    state: str | None = None
    role: str | None = None
    fiscal_year: int | None = None
    text: str | None = None
    due_before: date | None = None


def inbox(session: Session, *, limit: int = PAGE, after: str | None = None) -> Lines:
    """What waits for the caller, by due date: proposals in a state of the caller's roles, and open steps."""
    with session.reading() as work:
        directory = session.directory(work)
        person = session.person(directory).code
        _check_office(session, directory)
        definitions = [session.definition(work, row.digest) for row in work.definitions.every()]
        duties = duties_of(directory, person, definitions=definitions, office=session.office)
        rows = _waiting(session, work, person, duties, limit=limit + 1, after=after)
        return _page(session, work, rows, limit)


def list_proposals(
    session: Session, filters: Filters | None = None, *, limit: int = PAGE, after: str | None = None
) -> Lines:
    """Proposals by reference, narrowed by `filters`."""
    wanted = filters or Filters()
    with session.reading() as work:
        _check_names(session, work, wanted)
        rows = work.queries.proposals(
            workflow=wanted.workflow,
            ministries=_ministries(session, work, wanted.ministry),
            state=wanted.state,
            role=wanted.role,
            fiscal_year=wanted.fiscal_year,
            text=wanted.text,
            due_before=wanted.due_before.isoformat() if wanted.due_before else None,
            limit=limit + 1,
            after=after,
        )
        return _page(session, work, rows, limit)


def overdue(session: Session, *, limit: int = PAGE, after: str | None = None) -> Lines:
    """Everything past its due date, the oldest first: proposals and open steps."""
    with session.reading() as work:
        rows = work.queries.overdue(session.today().isoformat(), limit=limit + 1, after=after)
        return _page(session, work, rows, limit)


def _waiting(
    session: Session, work: UnitOfWork, person: str, duties: Duties, *, limit: int, after: str | None
) -> list[WaitingRow]:
    """The first `limit` rows that the caller may really act on."""
    found: list[WaitingRow] = []
    while len(found) < limit:
        rows = work.queries.inbox(duties.every, limit=limit, after=after)
        found += (row for row in rows if _is_theirs(session, work, row, person, duties=duties))
        if len(rows) < limit:
            break
        after = rows[-1].cursor
    return found[:limit]


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


def _check_names(session: Session, work: UnitOfWork, wanted: Filters) -> None:
    """A state or role that no definition knows is a slip, not an empty list."""
    definitions = [session.definition(work, row.digest) for row in work.definitions.every()]
    states = {name for definition in definitions for name in definition.states}
    roles = {name for definition in definitions for name in definition.roles}
    for code, name, known in (("state", wanted.state, states), ("role", wanted.role, roles)):
        if name is not None and name not in known:
            raise NotFound(notice(f"views.unknown_{code}", name=name, hint=did_you_mean(name, known)))


def _page(session: Session, work: UnitOfWork, rows: Sequence[WaitingRow], limit: int) -> Lines:
    lines = tuple(_line(session, work, row) for row in rows[:limit])
    return Lines(lines, rows[limit - 1].cursor if len(rows) > limit else None)


def _line(session: Session, work: UnitOfWork, row: WaitingRow) -> Line:
    definition = session.definition(work, row.definition)
    due = date.fromisoformat(row.due_on) if row.due_on else None
    kind = definition.steps.get(row.step or "")
    return Line(
        reference=row.reference,
        title=row.title,
        ministry=row.ministry,
        state=row.state,
        state_title=pair(definition.states[row.state].title),
        step=row.step,
        step_title=pair(kind.title) if kind else None,
        amount=row.amount,
        since=row.since,
        due_on=row.due_on,
        days_left=session.calendar(work).days_left(due, session.today()) if due else None,
    )


def _ministries(session: Session, work: UnitOfWork, name: str | None) -> tuple[str, ...] | None:
    """A ministry and the agencies under it, for a filter."""
    if name is None:
        return None
    directory = session.directory(work)
    code = known_ministry(name, directory)
    return tuple(known for known in directory.ministries if code in directory.lineage(known))


def _check_office(session: Session, directory: Directory) -> None:
    if session.office is not None and session.office not in directory.offices:
        hint = did_you_mean(session.office, directory.offices)
        raise BadInput.at(None, notice("views.unknown_office", office=session.office, hint=hint))
