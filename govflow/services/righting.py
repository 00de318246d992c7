"""Righting: what there is against a correction besides the slip itself: who judged, and what holds by now."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.domain.facts import Facts
from govflow.domain.history import Entry
from govflow.domain.replay import fold
from govflow.messages import Notice, notice
from govflow.services.corrections import FIELDS, VALUES, Past, Slip
from govflow.services.done import done_by
from govflow.workflow.act_checks import deed_title
from govflow.workflow.definition import Definition, GuardUse
from govflow.workflow.engine import kernel_of

_WRITING = {"open", "revise"}
_LIMITS = ("amount_within", "amount_within_percent")
"""Guards that hold an amount against a record."""


def beyond(past: Past, slip: Slip, *, person: str) -> Iterator[Notice]:
    """What bars this person from what is judged, and this amount by the records as they are."""
    if slip.part == FIELDS:
        yield from _judged(past, person)
    if slip.part == VALUES and "amount" in slip.changes:
        yield from _above(past, slip)


def _judged(past: Past, person: str) -> Iterator[Notice]:
    """Who has done what no writer of the content does puts nothing right in it afterwards."""
    done = done_by(past.entries, past.definition)
    deeds = [deed for deed in judging(past.definition) if person in done.get(deed, ())]
    if deeds:
        yield notice("correct.judged", deeds=[deed_title(deed, past.definition) for deed in deeds])


def judging(definition: Definition) -> list[str]:
    """The steps that are not answered by whoever wrote the content."""
    kinds = definition.steps.values()
    return [kind.name for kind in kinds if any(map(_bars_writers, kind.guards))]


def _bars_writers(use: GuardUse) -> bool:
    return use.name == "different_person_from" and not _WRITING.isdisjoint(use.parameter)


def _above(past: Past, slip: Slip) -> Iterator[Notice]:
    """The amount is within the records that it was held against, as they are by now; but for the act's own."""
    entry = past.entry(slip.number)
    if entry is None or entry.step is not None:
        return
    records = fold(past.entries).records
    facts = Facts.of({"payload": slip.over(past.said(entry)), "records": records})
    uses = _limits(past.definition, entry)
    yield from kernel_of(past.definition).reasons(uses, facts)


def _limits(definition: Definition, entry: Entry) -> list[GuardUse]:
    ways = definition.transitions_of(entry.trigger, state=entry.from_state or "")
    kept = entry.read("changes").get("records", {})
    uses = [use for way in ways for use in way.guards if use.name in _LIMITS]
    return [use for use in uses if kept.keys().isdisjoint(_records(use))]


def _records(use: GuardUse) -> list[str]:
    return [use.parameter] if isinstance(use.parameter, str) else [*use.parameter]
