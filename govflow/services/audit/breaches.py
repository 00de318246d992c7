"""Breaches verified: what stopped a proposal of itself followed from the answer before, that a condition is broken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govflow.domain.condition import Condition, OnBreach, term
from govflow.domain.council.occasion import Occasion
from govflow.domain.history import Entry
from govflow.services.breach import OCCASIONS
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.domain.replay import Folded
    from govflow.store import UnitOfWork


def broken(
    work: UnitOfWork,
    answered: Entry | None,
    entry: Entry,
    occasion: Occasion,
    *,
    number: str,
    before: Folded,
    definition: Definition,
) -> bool:
    """Whether the entry before is the answer to the step of this number that the condition is broken, and has the
    condition that it is about that follow."""
    kind = definition.steps.get((answered and answered.step) or "")
    if answered is None or kind is None or not kind.answers[answered.trigger].breach:
        return False
    step = next((s for s in before.steps.values() if str(s["number"]) == number), None)
    if step is None or answered.recorded_at != entry.recorded_at or not _answers(answered, number):
        return False
    about = (each for each in _conditions(work, entry, before, definition) if each["text"] == step["subject"])
    return any(OCCASIONS.get(OnBreach(term(each, "on_breach"))) is occasion for each in about)


def _answers(answered: Entry, number: str) -> bool:
    """Whether an entry is the answer of this step."""
    steps: list[dict[str, Any]] = answered.read("changes").get("steps", [])
    return any(
        (str(each["number"]), each["name"], each["answer"]) == (number, answered.step, answered.trigger)
        for each in steps
    )


def _conditions(
    work: UnitOfWork, entry: Entry, before: Folded, definition: Definition
) -> Iterator[Condition]:
    """All that acts had kept until then, and those of the revision of then."""
    for record in before.records.values():
        yield from record.get("conditions") or ()
    revision = work.revisions.get(entry.subject, before.row["revision"])
    for name, field in definition.fields.items():
        if revision is not None and field.type == "conditions":
            yield from revision.content.get(name) or ()
