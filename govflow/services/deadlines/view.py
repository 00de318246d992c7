"""Escalations shown: what of a proposal went up, to whom and when. Reading only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.domain.history import Entry, Subject
from govflow.services.deadlines.missed import CAUSE, ESCALATE
from govflow.services.names import Pair, pair
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork, WaitingRow


@dataclass(frozen=True, slots=True)
class WentUp:
    """A missed date that went up: `what` was missed (`pmo_check`, `condition#4`) on the day `missed`, `on` when it was
    recorded, `to` whom; None where nobody is above."""

    what: str
    title: Pair
    missed: str
    on: str
    to: Pair | None


def escalations_of(
    work: UnitOfWork, reference: str, definition: Definition, *, until: int | None = None
) -> tuple[WentUp, ...]:
    """Everything of a proposal that went up, oldest first; `until` an entry only, where one is named."""
    entries = work.history.of_trigger(Subject("proposal", reference), ESCALATE)
    return tuple(_shown(entry, definition) for entry in entries if _missed(entry, until))


def _missed(entry: Entry, until: int | None) -> bool:
    return (entry.cause or "").startswith(CAUSE) and (until is None or entry.seq <= until)


def last_escalation(session: Session, work: UnitOfWork, row: WaitingRow) -> WentUp | None:
    """Where an overdue line of a list went up, for the date that it missed."""
    name = row.step or row.state
    what = f"{name}#{row.number}" if row.number else name
    definition = session.definition(work, row.definition)
    found = escalations_of(work, row.reference, definition)
    return next((each for each in found if (each.what, each.missed) == (what, row.due_on)), None)


def _shown(entry: Entry, definition: Definition) -> WentUp:
    said = entry.read("payload")
    name, step, _ = str(said["missed"]).partition("#")
    part = definition.steps[name] if step else definition.states[name]
    return WentUp(
        what=said["missed"],
        title=pair(part.title),
        missed=said["on"],
        on=entry.effective_on,
        to=pair(definition.roles[said["to"]].title) if said["to"] else None,
    )
