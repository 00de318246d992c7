"""The read side: what is waiting for whom, what is overdue, and lists with filters; all paged by keyset.

Waiting things are proposals and open steps in one list, the earliest due first and those without a due date
last. Each duty is read through its own index, so that a page costs the same in a store of any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import merge
from itertools import islice
from typing import Any, Literal, NamedTuple, TypedDict, Unpack

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    bindparam,
    column,
    false,
    literal_column,
    null,
    or_,
    select,
    text,
    true,
    tuple_,
)

from govflow.domain.step import StepState
from govflow.store.cursors import NEVER, Place, place_meant
from govflow.store.database import Row
from govflow.store.narrowed import Narrowed, readable
from govflow.store.schema import proposals, steps
from govflow.store.search import INDEXES
from govflow.store.session import Session
from govflow.store.statement import ZERO, Statement


class WaitingRow(NamedTuple):
    """A proposal (`number` 0), or an open step of one (`step` is its name), as a list shows it.

    `since` is the local day on which it came into the hands of `role`; an ended proposal is in nobody's.
    `paused_left` are the working days left when its clock was stopped. `reach` and `released` say how far it is open to
    others than its ministry, `revision` is the present one.
    """

    due_on: str | None
    reference: str
    number: int
    step: str | None
    subject: str
    workflow: str
    definition: str
    ministry: str
    title: str
    state: str
    role: str | None
    since: str
    amount: int | None
    paused_left: int | None
    reach: int
    released: int | None
    revision: int

    @property
    def place(self) -> Place:
        return Place(self.due_on or NEVER, self.reference, self.number)

    @property
    def cursor(self) -> str:
        """The `after` of the page that goes on behind this row."""
        return self.place.cursor


class Filters(TypedDict, total=False):
    """What a list of proposals is narrowed to; None narrows nothing. `text` is as typed by somebody."""

    workflow: str | None
    ministries: Sequence[str] | None
    state: str | None
    role: str | None
    fiscal_year: int | None
    text: str | None
    due_before: str | None


_LINE = ("workflow", "definition", "ministry", "title", "state")
_OPEN = ("reach", "released", "revision")
_PROPOSAL = select(
    proposals.c.due_on,
    proposals.c.reference,
    ZERO,
    null(),
    literal_column("''"),
    *(proposals.c[name] for name in (*_LINE, "role", "state_since", "amount", "paused_left", *_OPEN)),
)
_STEP = select(
    steps.c.due_on,
    steps.c.reference,
    steps.c.number,
    steps.c.name,
    steps.c.subject,
    *(proposals.c[name] for name in _LINE),
    steps.c.role,
    steps.c.asked_on,
    proposals.c.amount,
    steps.c.paused_left,
    *(proposals.c[name] for name in _OPEN),
).join_from(steps, proposals, steps.c.reference == proposals.c.reference)
_is_open = steps.c.state == literal_column(f"'{StepState.OPEN.value}'")


def _proposals_waiting(*, central: bool, dated: bool) -> Select[Any]:
    own = true() if central else proposals.c.ministry == bindparam("ministry")
    return _page(_PROPOSAL.where(proposals.c.role == bindparam("role"), own), table=proposals, dated=dated)


def _steps_waiting(*, central: bool, dated: bool) -> Select[Any]:
    own = steps.c.ministry.is_(None) if central else steps.c.ministry == bindparam("ministry")
    return _page(_STEP.where(steps.c.role == bindparam("role"), own, _is_open), table=steps, dated=dated)


def _page(query: Select[Any], *, table: Table, dated: bool) -> Select[Any]:
    """What comes after a place, in order. An entry for a proposal has the number 0, before its steps."""
    place = (table.c.reference, table.c.number) if table is steps else (table.c.reference,)
    after = [bindparam(f"after_{column.name}", type_=column.type) for column in place]
    if dated:
        place = (table.c.due_on, *place)
        after = [bindparam("after_due", type_=table.c.due_on.type), *after]
    else:
        query = query.where(table.c.due_on.is_(None))
    return (
        query.where(tuple_(*place) > tuple_(*after)).order_by(*place).limit(bindparam("limit")).offset(ZERO)
    )


_WAITING = {
    (central, dated): (
        Statement(partial(_proposals_waiting, central=central, dated=dated)),
        Statement(partial(_steps_waiting, central=central, dated=dated)),
    )
    for central in (False, True)
    for dated in (True, False)
}

_today = bindparam("today", type_=proposals.c.due_on.type)
LateOf = Mapping[str, Any]
"""What overdue things are narrowed to by ministries, state and role; None narrows nothing."""


def _overdue_proposals(narrowed: LateOf) -> Select[Any]:
    held = (proposals.c.role.is_not(None), proposals.c.due_on < _today)
    return _page(
        _PROPOSAL.where(*held, *_narrowing(narrowed, role=proposals.c.role)), table=proposals, dated=True
    )


def _overdue_steps(narrowed: LateOf) -> Select[Any]:
    """A step is narrowed by its own role, and by state and ministry of its proposal, as a list shows them."""
    late = (_is_open, steps.c.due_on < _today)
    return _page(_STEP.where(*late, *_narrowing(narrowed, role=steps.c.role)), table=steps, dated=True)


def _narrowing(narrowed: LateOf, *, role: ColumnElement[str | None]) -> Iterator[ColumnElement[bool]]:
    if narrowed.get("ministry") is not None:
        yield or_(false(), *(proposals.c.ministry == each for each in narrowed["ministry"]))
    if narrowed.get("state") is not None:
        yield proposals.c.state == narrowed["state"]
    if narrowed.get("role") is not None:
        yield role == narrowed["role"]


_OVERDUE = tuple(Statement(partial(query, {})) for query in (_overdue_proposals, _overdue_steps))
_EQUAL: tuple[Literal["workflow", "state", "role", "fiscal_year"], ...] = (
    "workflow",
    "state",
    "role",
    "fiscal_year",
)


class Queries:
    """Questions over many proposals at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._search = INDEXES[session.database.address.dialect]

    def inbox(
        self, duties: Iterable[tuple[str, str | None]], *, limit: int, after: str | None = None
    ) -> list[WaitingRow]:
        """What waits for anybody with these duties: pairs of role and ministry, None for a central role."""
        chosen = tuple(dict.fromkeys(duties))
        place = place_meant(after)
        page: list[WaitingRow] = []
        if place.due != NEVER:
            page = self._waiting(chosen, place, dated=True, limit=limit)
            place = Place(NEVER, "", 0)
        if len(page) < limit:
            page += self._waiting(chosen, place, dated=False, limit=limit - len(page))
        return page

    def overdue(
        self,
        today: str,
        *,
        limit: int,
        after: str | None = None,
        ministries: Sequence[str] | None = None,
        state: str | None = None,
        role: str | None = None,
    ) -> list[WaitingRow]:
        """Everything in somebody's hands whose due date is before `today`, the longest overdue first."""
        params = {"today": today, **_after(place_meant(after), limit)}
        narrowed: dict[str, Any] = {"ministry": ministries, "state": state, "role": role}
        if all(wanted is None for wanted in narrowed.values()):
            return _first([self._session.rows(statement, params) for statement in _OVERDUE], limit)
        queries = [query(narrowed) for query in (_overdue_proposals, _overdue_steps)]
        return _first([self._session.select(query, params) for query in queries], limit)

    def proposals(
        self,
        *,
        limit: int,
        after: str | None = None,
        narrowed: Narrowed | None = None,
        **filters: Unpack[Filters],
    ) -> list[WaitingRow]:
        """One page of proposals by reference; `after` is the cursor of the last row of the page before. `narrowed` to
        what somebody may read, None for whoever reads everything."""
        query = _PROPOSAL.where(*self._conditions(filters))
        if after is not None:
            query = query.where(proposals.c.reference > place_meant(after).reference)
        query = query.order_by(proposals.c.reference).limit(limit)
        queries = [query] if narrowed is None else [query.where(part) for part in readable(narrowed)]
        found = (WaitingRow(*row) for each in queries for row in self._session.select(each))
        return sorted({row.reference: row for row in found}.values(), key=lambda row: row.reference)[:limit]

    def _waiting(
        self, duties: Iterable[tuple[str, str | None]], after: Place, *, dated: bool, limit: int
    ) -> list[WaitingRow]:
        params = _after(after, limit)
        found = [
            self._session.rows(statement, {"role": role, "ministry": ministry, **params})
            for role, ministry in duties
            for statement in _WAITING[ministry is None, dated]
        ]
        return _first(found, limit)

    def _conditions(self, filters: Filters) -> list[ColumnElement[bool]]:
        conditions = [proposals.c[name] == filters[name] for name in _EQUAL if filters.get(name) is not None]
        ministries, due_before = filters.get("ministries"), filters.get("due_before")
        if ministries is not None:
            conditions.append(proposals.c.ministry.in_(ministries))
        if due_before is not None:
            conditions.append(proposals.c.due_on < due_before)
        if filters.get("text") is not None:
            conditions.append(self._found(filters["text"] or ""))
        return conditions

    def _found(self, words: str) -> ColumnElement[bool]:
        """Proposals that hold the words; none where what was typed has no letter and no digit."""
        query = self._search.query(words)
        matching = text(self._search.matching).bindparams(query=query).columns(column("reference"))
        return proposals.c.reference.in_(matching) if query else false()


def _after(place: Place, limit: int) -> dict[str, Any]:
    due, reference, number = place
    return {"after_due": due, "after_reference": reference, "after_number": number, "limit": limit}


def _first(found: Iterable[Iterable[Row]], limit: int) -> list[WaitingRow]:
    """The first of several ordered lists taken together, each thing once."""
    merged = merge(*(map(WaitingRow._make, rows) for rows in found), key=lambda row: row.place)
    return list(islice(dict.fromkeys(merged), limit))
