"""Tallies: how many proposals stand where with how much money, and how long they stayed; kept with every act.

Amounts already contained in an umbrella are summed apart, so that nothing is counted twice.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, case, func, or_, select

from govflow.errors import StoreError
from govflow.messages import notice
from govflow.store.schema import proposals, tallies
from govflow.store.session import Session
from govflow.store.statement import ONE, ZERO, Statement, Upsert


class StateTally(NamedTuple):
    """The proposals of a ministry in one state. `unstated` of them state no amount."""

    workflow: str
    ministry: str
    state: str
    proposals: int
    unstated: int
    amount: int
    part_amount: int


class StageTally(NamedTuple):
    """The finished stays of a ministry's proposals in one state, in working days altogether."""

    workflow: str
    ministry: str
    state: str
    visits: int
    working_days: int


_COUNTS = ("proposals", "unstated", "amount", "part_amount")
_KEY = ("workflow", "ministry", "state")
_row_key = [tallies.c[name] for name in _KEY]

_ENTER = Upsert(tallies, lambda new: {name: tallies.c[name] + new[name] for name in _COUNTS})
_LEAVE = Statement(
    lambda: (
        tallies.update()
        .where(*(tallies.c[name] == bindparam(f"of_{name}") for name in _KEY))
        .values(
            {name: tallies.c[name] - bindparam(name) for name in _COUNTS}
            | {name: tallies.c[name] + bindparam(name) for name in ("visits", "working_days")}
        )
    )
)
_STATES = Statement(
    lambda: (
        select(*(tallies.c[name] for name in StateTally._fields))
        .where(tallies.c.proposals >= ONE)
        .order_by(*_row_key)
    )
)
_STRAY = Statement(
    lambda: (
        select(func.count())
        .select_from(tallies)
        .where(
            or_(
                and_(
                    tallies.c.proposals == ZERO,
                    tallies.c.unstated + tallies.c.amount + tallies.c.part_amount != ZERO,
                ),
                and_(tallies.c.visits == ZERO, tallies.c.working_days != ZERO),
                tallies.c.visits < ZERO,
            )
        )
    )
)
_STAGES = Statement(
    lambda: (
        select(*(tallies.c[name] for name in StageTally._fields))
        .where(tallies.c.visits >= ONE)
        .order_by(*_row_key)
    )
)


def _summed(*, parts: bool) -> ColumnElement[int]:
    counted = proposals.c.part_of.is_not(None) if parts else proposals.c.part_of.is_(None)
    return func.coalesce(func.sum(case((counted, proposals.c.amount))), ZERO)


_RECOMPUTED = Statement(
    lambda: (
        select(
            proposals.c.workflow,
            proposals.c.ministry,
            proposals.c.state,
            func.count(),
            func.count() - func.count(proposals.c.amount),
            _summed(parts=False),
            _summed(parts=True),
        )
        .group_by(proposals.c.workflow, proposals.c.ministry, proposals.c.state)
        .order_by(proposals.c.workflow, proposals.c.ministry, proposals.c.state)
    )
)


class Tallies:
    """The tallies of every workflow."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def move(
        self,
        workflow: str,
        ministry: str,
        *,
        from_state: str | None,
        to_state: str | None,
        amount: int | None,
        counted: bool,
        days: int | None,
    ) -> None:
        """One proposal leaves a state and enters another (None: it is new, or goes altogether).

        `counted` False: the amount is contained in an umbrella. `days` is the stay that ended, None when none
        did. An amount that changed leaves as it was and enters as it is: two moves.
        """
        counts = {
            "proposals": 1,
            "unstated": int(amount is None),
            "amount": (amount or 0) if counted else 0,
            "part_amount": 0 if counted else (amount or 0),
            "visits": 0,
            "working_days": 0,
        }
        moves = [(state, enters) for state, enters in ((from_state, False), (to_state, True)) if state]
        # In one order, whoever moves what: rows locked crosswise would deadlock on PostgreSQL.
        for state, enters in sorted(moves):
            if enters:
                self._enter(workflow, ministry, state=state, counts=counts)
            else:
                self._leave(workflow, ministry, state=state, counts=counts, days=days)

    def states(self) -> list[StateTally]:
        return [StateTally(*row) for row in self._session.rows(_STATES)]

    def stages(self) -> list[StageTally]:
        return [StageTally(*row) for row in self._session.rows(_STAGES)]

    def stray(self) -> bool:
        """Whether there are amounts where no proposal stands, or days where no stay ended."""
        ((strays,),) = self._session.rows(_STRAY)
        return bool(strays)

    def recomputed(self) -> list[StateTally]:
        """What `states` must be, counted anew from the proposals."""
        return [StateTally(*row[:3], *map(int, row[3:])) for row in self._session.rows(_RECOMPUTED)]

    def _enter(self, workflow: str, ministry: str, *, state: str, counts: dict[str, int]) -> None:
        self._session.run(_ENTER, {"workflow": workflow, "ministry": ministry, "state": state, **counts})

    def _leave(
        self, workflow: str, ministry: str, *, state: str, counts: dict[str, int], days: int | None
    ) -> None:
        stay = {} if days is None else {"visits": 1, "working_days": days}
        params = {"of_workflow": workflow, "of_ministry": ministry, "of_state": state, **counts, **stay}
        if self._session.run(_LEAVE, params) == 0:
            detail = f"tallies: {workflow}, {ministry}, {state}"
            raise StoreError(notice("store.broken_rule", detail=detail))
