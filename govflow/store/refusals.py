"""Refusals: who tried what and was told no. Append-only."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, select

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
        .order_by(refusals.c.number.desc())
        .limit(bindparam("limit"))
        .offset(ZERO)
    )
)


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

    def latest(self, limit: int) -> list[Refusal]:
        """The newest first."""
        return [Refusal(*row) for row in self._session.rows(_LATEST, {"limit": limit})]
