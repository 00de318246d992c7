"""Steps: what was asked of an office beside a proposal's own state."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, select

from govflow.domain.step import Step
from govflow.store.alongside import Alongside
from govflow.store.record import FLAG, MAYBE_FLAG, STEP_STATE, TOLD_STATE, Record
from govflow.store.schema import steps
from govflow.store.session import Session
from govflow.store.statement import Saving, Statement

RECORD = Record(Step, {"state": STEP_STATE, "lasting": FLAG, "agrees": MAYBE_FLAG})
_TOLD = Record(Step, {"state": TOLD_STATE, "lasting": FLAG, "agrees": MAYBE_FLAG})

_OF = Statement(
    lambda: (
        select(*RECORD.columns(steps))
        .where(steps.c.reference == bindparam("reference"))
        .order_by(steps.c.number)
    )
)
_EVERY = Statement(lambda: select(*_TOLD.columns(steps)).order_by(steps.c.reference, steps.c.number))
_ADD = Statement(steps.insert)
_SAVING = Saving(steps, "reference", "number")


class Steps:
    """The steps of every proposal."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, reference: str) -> list[Step]:
        """A proposal's steps in the order they were asked."""
        return [RECORD.of(row) for row in self._session.rows(_OF, {"reference": reference})]

    def alongside(self) -> Alongside[tuple[Any, ...]]:
        """The steps of every proposal in the order of the references: of each what its fields hold, as a history entry
        keeps it."""
        return Alongside(self._session.stream(_EVERY), _TOLD.values)

    def add(self, step: Step) -> None:
        self._session.run(_ADD, RECORD.params(step))

    def save(self, after: Step, *, before: Step) -> None:
        """Save what has become of a step. The proposal's version guards it: save the proposal too."""
        if changed := RECORD.changed(before, after):
            of = {"of_reference": before.reference, "of_number": before.number}
            self._session.run(_SAVING.of(changed), {**changed, **of})
