"""Refusals: who tried what and was told no. Append-only."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, select

from govflow.store.cursors import number_meant
from govflow.store.schema import refusals
from govflow.store.seals import Seals
from govflow.store.session import Session
from govflow.store.statement import ZERO, Statement


class Refusal(NamedTuple):
    """One refused act. `codes` are the reasons' codes as JSON; `kind` is `authorisation` or `rule`; `said` has the
    reasons in both languages as JSON, None of what was refused before that was kept."""

    number: int
    recorded_at: str
    person: str | None
    account: str
    reference: str | None
    trigger: str
    codes: str
    kind: str
    said: str | None

    @property
    def cursor(self) -> str:
        """The `after` of the page that goes on behind this one."""
        return str(self.number)


_ADD = Statement(
    lambda: (
        refusals.insert()
        .values({name: bindparam(name) for name in Refusal._fields if name != "number"})
        .returning(refusals.c.number)
    )
)
_LATEST = Statement(
    lambda: (
        select(*(refusals.c[name] for name in Refusal._fields))
        .where(refusals.c.number < bindparam("before"))
        .order_by(refusals.c.number.desc())
        .limit(bindparam("limit"))
        .offset(ZERO)
    )
)


_END = 2**63 - 1
"""No number is as high."""


class Refusals:
    """The refusal log."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seals = Seals(session)

    def add(
        self,
        *,
        recorded_at: str,
        person: str | None,
        account: str,
        reference: str | None,
        trigger: str,
        codes: str,
        kind: str,
        said: str,
    ) -> None:
        """Keep one; the database numbers it."""
        params = {
            "recorded_at": recorded_at,
            "person": person,
            "account": account,
            "reference": reference,
            "trigger": trigger,
            "codes": codes,
            "kind": kind,
            "said": said,
        }
        ((number,),) = self._session.rows(_ADD, params)
        self._seals.add("refusals", {"number": number, **params})

    def latest(self, limit: int, after: str | None = None) -> list[Refusal]:
        """The newest first; `after` is the cursor of the last one of the page before. BadInput where it is none."""
        before = _END if after is None else number_meant(after)
        return [Refusal(*row) for row in self._session.rows(_LATEST, {"before": before, "limit": limit})]
