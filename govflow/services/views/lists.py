"""Working views: the inbox, lists, what is overdue. They read and never write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from govflow.domain.organisation import Directory
from govflow.errors import BadInput
from govflow.messages import did_you_mean, notice
from govflow.services.access import Reading
from govflow.services.case import load_case
from govflow.services.deadlines.view import WentUp, last_escalation
from govflow.services.names import Pair, ministry_named, pair
from govflow.services.paging import PAGE, Part, first_of
from govflow.services.rounds.calls import RoundCall, calls_for
from govflow.services.session import Session
from govflow.services.views.duties import Duties, duties_of
from govflow.services.views.filters import Filters, ministries_meant, role_meant, state_meant
from govflow.services.views.held_up import missing_fields
from govflow.services.views.rows import Rows

if TYPE_CHECKING:
    from govflow.store import UnitOfWork, WaitingRow
    from govflow.store.queries import Filters as Narrowing


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One line of a list: a proposal, or an open step of one (`step` is its name). Dates are local ISO dates.
    Where the clock stands still there is no due date: `paused_left` are the working days left then. `escalated` says
    of what is overdue where it went up; `missing` are the fields that a draft still lacks, in a list of one state."""

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
    escalated: WentUp | None = None
    paused_left: int | None = None
    missing: tuple[Pair, ...] = ()

    @property
    def overdue(self) -> bool:
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page of lines; `more` is the cursor to go on after it, None at the end. `calls` are the rounds that the caller
    has still to answer: the first page of an inbox has them."""

    lines: tuple[WaitingLine, ...]
    more: str | None
    calls: tuple[RoundCall, ...] = ()


def inbox(session: Session, *, limit: int = PAGE, after: str | None = None) -> Page:
    """What waits for the caller, by due date: proposals in a state of the caller's roles, and open steps."""
    with session.reading() as work:
        directory = session.directory(work)
        person = session.person(directory).code
        _check_office(session, directory)
        definitions = [session.definition(work, row.digest) for row in work.definitions.every("workflow")]
        duties = duties_of(directory, person, definitions=definitions, office=session.office)
        rows = Rows(Reading(session, work))

        def read(limit: int, after: str | None) -> list[WaitingRow]:
            return work.queries.inbox(duties.every, limit=limit, after=after)

        def fits(row: WaitingRow) -> bool:
            return rows.readable(row) and _is_theirs(session, work, row, person, duties=duties)

        page = _page(rows, first_of(read, fits, limit=limit, after=after))
        calls = () if after else tuple(calls_for(session, work, duties.every))
        return replace(page, calls=calls)


def list_proposals(
    session: Session, filters: Filters | None = None, *, limit: int = PAGE, after: str | None = None
) -> Page:
    """Proposals by reference, narrowed by `filters`."""
    wanted = filters or Filters()
    with session.reading() as work:
        rows = Rows(Reading(session, work))
        narrowed = rows.narrowed()
        narrowing: Narrowing = {
            "workflow": wanted.workflow,
            "ministries": ministries_meant(session, work, wanted.ministry),
            "state": state_meant(session, work, wanted.state, workflow=wanted.workflow),
            "role": role_meant(session, work, wanted.role, workflow=wanted.workflow),
            "fiscal_year": wanted.fiscal_year,
            "text": wanted.text,
            "due_before": wanted.due_before.isoformat() if wanted.due_before else None,
        }

        def read(limit: int, after: str | None) -> list[WaitingRow]:
            return work.queries.proposals(limit=limit, after=after, narrowed=narrowed, **narrowing)

        def fits(row: WaitingRow) -> bool:
            return rows.readable(row, text=wanted.text)

        found = first_of(read, fits, limit=limit, after=after)
        page = _page(rows, found)
        return _lacking(rows, page, found.rows) if wanted.state else page


def _lacking(rows: Rows, page: Page, found: Sequence[WaitingRow]) -> Page:
    """A list of drafts says of each what it lacks, to its ministry."""
    session, work = rows.reading.session, rows.reading.work
    drafts = {
        row.reference
        for row in found
        if row.state == session.definition(work, row.definition).initial and rows.inside(row)
    }
    lines = (
        replace(line, missing=missing_fields(rows.reading.case(line.reference)))
        if line.reference in drafts
        else line
        for line in page.lines
    )
    return replace(page, lines=tuple(lines))


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
        rows = Rows(Reading(session, work))
        ministries = ministries_meant(session, work, ministry)
        wanted_state = state_meant(session, work, state, workflow=None)
        wanted_role = role_meant(session, work, role, workflow=None)

        def read(limit: int, after: str | None) -> list[WaitingRow]:
            return work.queries.overdue(
                session.today().isoformat(),
                ministries=ministries,
                state=wanted_state,
                role=wanted_role,
                limit=limit,
                after=after,
            )

        found = first_of(read, rows.readable, limit=limit, after=after)
        page = _page(rows, found)
        lines = (
            replace(line, escalated=last_escalation(session, work, row))
            for line, row in zip(page.lines, found.rows, strict=True)
        )
        return replace(page, lines=tuple(lines))


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


def _page(rows: Rows, found: Part[WaitingRow]) -> Page:
    return Page(tuple(_line(rows, row) for row in found.rows), found.more)


def _line(rows: Rows, row: WaitingRow) -> WaitingLine:
    session, work = rows.reading.session, rows.reading.work
    definition = session.definition(work, row.definition)
    due = date.fromisoformat(row.due_on) if row.due_on else None
    kind = definition.steps.get(row.step or "")
    told = rows.told(row)
    return WaitingLine(
        reference=row.reference,
        title=told.title,
        ministry=row.ministry,
        ministry_title=ministry_named(session.directory(work), row.ministry),
        state=row.state,
        state_title=pair(definition.states[row.state].title),
        step=row.step,
        step_title=pair(kind.title) if kind else None,
        amount=told.amount,
        since=row.since,
        due_on=row.due_on,
        days_left=session.calendar(work).days_left(due, session.today()) if due else None,
        paused_left=row.paused_left,
    )


def _check_office(session: Session, directory: Directory) -> None:
    if session.office is not None and session.office not in directory.offices:
        hint = did_you_mean(session.office, directory.offices)
        raise BadInput.at(None, notice("views.unknown_office", office=session.office, hint=hint))
