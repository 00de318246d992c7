"""Groups of deeds: a name that stands for several deeds wherever a guard takes a deed.

Only the file knows them. What a definition means, and what is kept of it, are the deeds themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from govflow.messages import notice
from govflow.reading.record import Reader, Record
from govflow.reading.text import shown
from govflow.workflow.definition import Definition, GuardUse, StepKind
from govflow.workflow.guard import DEEDS
from govflow.workflow.guards import REGISTRY
from govflow.workflow.shape import Shape

Groups = Mapping[str, tuple[str, ...]]
"""By the name of a group, in the order of the file: its deeds, and the groups it names."""


def _read(reader: Reader, record: Record, key: str) -> dict[str, tuple[str, ...]]:
    inner = record.record(key)
    names = inner.keys()
    return {name: _group(reader, inner, name) for name in names}


def _group(reader: Reader, record: Record, name: str) -> tuple[str, ...]:
    known = len(reader.problems)
    deeds = record.names(name)
    if not deeds and len(reader.problems) == known:
        record.problem(name, notice("workflow.empty_group", name=shown(name)))
    return deeds


GROUPS = Shape(
    _read,
    {
        "type": "object",
        "propertyNames": {"$ref": "#/$defs/name"},
        "additionalProperties": dict(DEEDS.schema),
    },
)


def plain_groups(groups: Groups) -> Groups:
    """Each group with nothing but deeds; it knows the groups written before it."""
    plain: dict[str, tuple[str, ...]] = {}
    for name, deeds in groups.items():
        plain[name] = _plain_deeds(deeds, plain)
    return plain


def _plain_deeds(names: Sequence[str], plain: Groups) -> tuple[str, ...]:
    return tuple(dict.fromkeys(deed for name in names for deed in plain.get(name, (name,))))


def without_groups(written: Definition, groups: Groups) -> Definition:
    """The definition with the deeds that its groups stand for, each in its group's place."""
    plain = plain_groups(groups)
    steps = {name: _plain_step(step, plain) for name, step in written.steps.items()}
    transitions = tuple(replace(one, guards=_plain_guards(one.guards, plain)) for one in written.transitions)
    return replace(written, steps=steps, transitions=transitions)


def _plain_step(step: StepKind, plain: Groups) -> StepKind:
    answers = {
        name: replace(answer, guards=_plain_guards(answer.guards, plain))
        for name, answer in step.answers.items()
    }
    when, guards = _plain_guards(step.when, plain), _plain_guards(step.guards, plain)
    return replace(step, when=when, guards=guards, answers=answers)


def _plain_guards(uses: Sequence[GuardUse], plain: Groups) -> tuple[GuardUse, ...]:
    return tuple(
        replace(use, parameter=_plain_deeds(use.parameter, plain)) if _takes_deeds(use) else use
        for use in uses
    )


def _takes_deeds(use: GuardUse) -> bool:
    return use.name in REGISTRY and REGISTRY[use.name].kind == "deeds"
