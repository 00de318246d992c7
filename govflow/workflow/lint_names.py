"""Lint of names: unknown, unused, malformed, or standing for two things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govflow.errors import Place, Problem
from govflow.messages import did_you_mean, notice
from govflow.reading.text import shown
from govflow.workflow.forms import SAME
from govflow.workflow.guard import WITHIN
from govflow.workflow.references import declared
from govflow.workflow.reserved import OVERDUE_REPORT, OWN_ACTS, POST_REVIEW, SYSTEM_ACTS
from govflow.workflow.shape import is_plain_name
from govflow.workflow.subject import Subject

_USES = {
    "roles": ("role", "roles"),
    "values": ("takes", "may_take"),
    "dates": ("date",),
    "steps": ("asks",),
    "documents": ("issues",),
    "triggers": ("trigger",),
}
"""The keys whose mention of a name counts as using it; a guard alone does not."""

_OPENED_BY_NO_PART = {("steps", POST_REVIEW), ("steps", OVERDUE_REPORT)}


def unknown(subject: Subject) -> Iterator[Problem]:
    """Names that nothing declares. Empty ones were told when they were read."""
    known = declared(subject.definition, subject.deeds)
    for ref in subject.references():
        kind, name = ref.kind, ref.name
        if name and name not in known[kind] and _owner_known(kind, name, known):
            yield subject.problem(
                subject.place_of(ref),
                "unknown_record" if kind == "records" else "unknown_name",
                user=ref.user,
                kind=notice(f"workflow.kind_{kind.replace(' ', '_').replace('-', '_')}"),
                name=shown(name),
                hint=did_you_mean(name, known[kind]),
            )


def _owner_known(kind: str, name: str, known: Mapping[str, frozenset[str]]) -> bool:
    """A choice of an unknown field is no second problem."""
    return kind not in WITHIN or name.partition(".")[0] in known[WITHIN[kind]]


def unused(subject: Subject) -> Iterator[Problem]:
    """Declared names that no part uses: mostly a slip of the pen somewhere else."""
    used = {
        (kind, ref.name)
        for ref in subject.references()
        for kind, keys in _USES.items()
        if ref.kind == kind and ref.path[0] in keys
    }
    for kind in _USES:
        for name in getattr(subject.definition, kind):
            if (kind, name) not in used and (kind, name) not in _OPENED_BY_NO_PART:
                title = notice(f"workflow.kind_{kind}")
                yield subject.problem(subject.top(kind, name), "unused_name", kind=title, name=shown(name))


def malformed(subject: Subject) -> Iterator[Problem]:
    """Names with other characters than small letters, digits and underscores; and the reserved one."""
    for name, place in _all_names(subject):
        if name and not is_plain_name(name):
            yield subject.problem(place, "malformed_name", name=shown(name))
    if SAME in subject.definition.states:
        yield subject.problem(subject.top("states", SAME), "reserved_state", name=SAME)


def reserved(subject: Subject) -> Iterator[Problem]:
    """`open`, `revise`, `correct` and what the system does are acts of every workflow: no trigger and no step has their
    names."""
    for kind in ("triggers", "steps"):
        for name in (*OWN_ACTS, *SYSTEM_ACTS):
            if name in getattr(subject.definition, kind):
                yield subject.problem(
                    subject.top(kind, name), "reserved_act", kind=notice(f"workflow.kind_{kind}"), name=name
                )


def ambiguous(subject: Subject) -> Iterator[Problem]:
    """A step and a trigger of one name: `done.<name>` would mean both."""
    for name in subject.definition.steps:
        if name in subject.definition.triggers:
            yield subject.problem(subject.top("steps", name), "step_named_as_trigger", name=name)


def _all_names(subject: Subject) -> Iterator[tuple[str, Place]]:
    definition = subject.definition
    yield definition.name, subject.top("name", definition.name)
    for kind in ("roles", "fields", "values", "dates", "steps", "documents", "triggers", "states"):
        for name in getattr(definition, kind):
            yield name, subject.top(kind, name)
    yield from ((group, subject.top("deeds", group)) for group in subject.deeds)
    if definition.reading:
        yield from ((name, each.place) for name, each in definition.reading.audiences.items())
    for step in definition.steps.values():
        yield from ((answer.name, answer.place) for answer in step.answers.values())
    for value in (*definition.fields.values(), *definition.values.values()):
        yield from ((choice, subject.at(value.place, "choices", choice)) for choice in value.choices)
    for transition in definition.transitions:
        if transition.records:
            yield transition.records, subject.at(transition.place, "records", transition.records)
