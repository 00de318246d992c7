"""Replaying one entry: with the facts it recorded, its definition must lead where the entry says."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from govflow.domain.facts import Facts
from govflow.domain.history import Entry
from govflow.messages import Notice, notice
from govflow.services.recording import recorded_capacity
from govflow.workflow.definition import Definition
from govflow.workflow.engine import Moved, replayed, unmet
from govflow.workflow.reserved import OWN_ACTS, SYSTEM_ACTS

_REPLAYED = (
    *("trigger", "step", "from_state", "to_state", "actor_kind", "person", "office", "role"),
    *("via", "on_behalf_of", "cause", "definition", "facts"),
)
"""All that is read of an entry that is replayed, but its name: which act it is, by whom, and the facts."""

_told = itemgetter(*map(Entry._fields.index, _REPLAYED))

_KEPT = 4096
"""The bound keeps the verification of a large store small."""


class Replays:
    """The entries of a store's proposals replayed: of those that tell the same act with the same facts, the first that
    holds."""

    def __init__(self, definition_of: Callable[[str], Definition]) -> None:
        self._definition_of = definition_of
        self._holding: set[tuple[str | None, ...]] = set()

    def problems(self, entry: Entry) -> list[Notice]:
        """As `entry_problems`."""
        told = _told(entry)
        if told in self._holding:
            return []
        found = entry_problems(self._definition_of, entry)
        if not found:
            if len(self._holding) >= _KEPT:
                self._holding.clear()
            self._holding.add(told)
        return found


def entry_problems(definition_of: Callable[[str], Definition], entry: Entry) -> list[Notice]:
    """What does not hold when an entry of a proposal is replayed with nothing but its recorded facts; NotFound where
    its definition is not there."""
    definition = definition_of(entry.definition or "")
    if entry.trigger in OWN_ACTS:
        expected = definition.initial if entry.trigger == "open" else entry.from_state
        return _differs(entry, expected)
    if entry.step is not None:
        return _answer_problems(definition, entry)
    if entry.trigger in SYSTEM_ACTS and entry.trigger not in definition.triggers:
        other = [] if _of_nobody(entry) else [_problem("audit.replay_by_other", entry, trigger=entry.trigger)]
        return [*other, *_differs(entry, entry.from_state)]
    return _act_problems(definition, entry)


def _act_problems(definition: Definition, entry: Entry) -> list[Notice]:
    """An act is possible where it was done, by whom the definition lets do it, and leads where the entry says."""
    found = replayed(
        definition,
        entry.trigger,
        state=entry.from_state or "",
        facts=Facts.recorded(entry.read("facts")),
        capacities=[recorded_capacity(entry)],
    )
    if not isinstance(found, Moved):
        reasons = [reason for tried in found.tried for reason in tried.reasons]
        return [_problem("audit.replay_refused", entry, trigger=entry.trigger, reasons=reasons)]
    if (found.transition.occasion is not None) is not _of_nobody(entry):
        return [_problem("audit.replay_by_other", entry, trigger=entry.trigger)]
    return _differs(entry, found.transition.target)


def _differs(entry: Entry, expected: str | None) -> list[Notice]:
    return [] if entry.to_state == expected else [_problem("audit.replay_differs", entry, expected=expected)]


def _problem(code: str, entry: Entry, **said: Any) -> Notice:
    return notice(code, reference=entry.subject, seq=entry.seq, **said)


def _of_nobody(entry: Entry) -> bool:
    """Whether an entry says that the system did it, for a cause, and no person in any office."""
    personal = (entry.person, entry.office, entry.via, entry.on_behalf_of)
    return entry.actor_kind == "system" and bool(entry.cause) and not any(personal)


def _answer_problems(definition: Definition, entry: Entry) -> list[Notice]:
    """An answer moves nothing, is one its step knows, and met the guards of both."""
    kind = definition.steps.get(entry.step or "")
    if kind is None or entry.trigger not in kind.answers or entry.from_state != entry.to_state:
        return [_problem("audit.replay_differs", entry, expected=entry.from_state)]
    guards = (*kind.guards, *kind.answers[entry.trigger].guards)
    reasons = unmet(guards, Facts.recorded(entry.read("facts")), definition)
    if reasons:
        return [_problem("audit.replay_refused", entry, trigger=entry.trigger, reasons=list(reasons))]
    return []
