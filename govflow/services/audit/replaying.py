"""Replaying one entry: with the facts it recorded, its definition must lead where the entry says."""

from __future__ import annotations

from collections.abc import Callable

from govflow.domain.authority import Capacity, Via
from govflow.domain.facts import Facts
from govflow.domain.history import Entry
from govflow.errors import NotFound
from govflow.messages import Notice, notice
from govflow.workflow.definition import OWN_ACTS, Definition
from govflow.workflow.engine import Moved, kernel_of


def entry_problems(definition_of: Callable[[str], Definition], entry: Entry) -> list[Notice]:
    """What does not hold when an entry of a proposal is replayed with nothing but its recorded facts."""
    try:
        definition = definition_of(entry.definition or "")
    except NotFound as missing:
        return list(missing.notices)
    where = {"reference": entry.subject, "seq": entry.seq}
    if entry.trigger in OWN_ACTS:
        expected = definition.initial if entry.trigger == "open" else entry.from_state
        return (
            [] if entry.to_state == expected else [notice("audit.replay_differs", **where, expected=expected)]
        )
    if entry.step is not None:
        return _answer_problems(definition, entry)
    found = kernel_of(definition).attempt(
        entry.trigger,
        state=entry.from_state or "",
        facts=Facts.recorded(entry.read("facts")),
        capacities=[recorded_capacity(entry)],
    )
    if not isinstance(found, Moved):
        reasons = [reason for tried in found.tried for reason in tried.reasons]
        return [notice("audit.replay_refused", **where, trigger=entry.trigger, reasons=reasons)]
    if found.transition.target != entry.to_state:
        return [notice("audit.replay_differs", **where, expected=found.transition.target)]
    return []


def recorded_capacity(entry: Entry) -> Capacity:
    return Capacity(entry.office or "", entry.role or "", Via(entry.via or Via.OWN), entry.on_behalf_of)


def _answer_problems(definition: Definition, entry: Entry) -> list[Notice]:
    """An answer moves nothing, is one its step knows, and met its step's guards."""
    kind = definition.steps.get(entry.step or "")
    where = {"reference": entry.subject, "seq": entry.seq}
    if kind is None or entry.trigger not in kind.answers or entry.from_state != entry.to_state:
        return [notice("audit.replay_differs", **where, expected=entry.from_state)]
    reasons = kernel_of(definition).reasons(kind.guards, Facts.recorded(entry.read("facts")))
    return (
        [notice("audit.replay_refused", **where, trigger=entry.trigger, reasons=list(reasons))]
        if reasons
        else []
    )
