"""Lint of reading: audiences that proposals open to, what they read, and fields that only some roles read.

What the program tells of every proposal cannot be restricted; whoever has to act has to be able to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govflow.domain.council.occasion import Occasion
from govflow.domain.organisation import AUDITOR
from govflow.domain.reading_policy import Audience
from govflow.errors import Place, Problem
from govflow.workflow.definition import Definition
from govflow.workflow.references import guards_mention
from govflow.workflow.subject import Subject
from govflow.workflow.ways import unopened_states

FIELDS_TOLD = frozenset(
    ("title", "title_en", "ministry", "fiscal_year", "kind", "amount", "marks", "part_of")
)
"""Fields that stand in lists, names and sums."""

VALUES_TOLD = frozenset(("amount", "conditions", "fiscal_year", "source", "record", "counts"))
"""Values that later acts, documents and bodies tell; what is said in prose is kept with the step that it answers."""


def auditor_acts(subject: Subject) -> Iterator[Problem]:
    """Whoever audits acts on nothing, so that no workflow has a role for it."""
    if AUDITOR in subject.definition.roles:
        yield subject.problem(subject.top("roles", AUDITOR), "auditor_acts", name=AUDITOR)


def nobody_reads(subject: Subject) -> Iterator[Problem]:
    """An audience is somebody: roles of the centre, whoever is asked, or a body of the workflow."""
    definition = subject.definition
    bodies = {role.body for role in definition.roles.values() if role.body}
    for each in _audiences(definition):
        if not (each.roles or each.asked or each.body):
            yield subject.problem(each.place, "audience_of_nobody", name=each.name)
        if each.body is not None and each.body not in bodies:
            place = subject.at(each.place, "body", each.body)
            yield subject.problem(place, "audience_of_no_body", name=each.name, body=each.body)
        for role in each.roles:
            if role in definition.roles and not definition.roles[role].central:
                place = subject.at(each.place, "roles", role)
                yield subject.problem(place, "audience_not_central", name=each.name, role=role)


def reads_restricted(subject: Subject) -> Iterator[Problem]:
    """An audience that reads named fields reads the title, and nothing that is restricted."""
    fields = subject.definition.fields
    for each in (one for one in _audiences(subject.definition) if one.fields):
        if "title" not in each.fields:
            yield subject.problem(subject.at(each.place, "fields"), "audience_without_title", name=each.name)
        for name in each.fields:
            if name in fields and fields[name].restricted:
                place = subject.at(each.place, "fields", name)
                yield subject.problem(place, "audience_reads_restricted", name=each.name, field=name)


def never_opened(subject: Subject) -> Iterator[Problem]:
    """A proposal opens to each audience by an act; to those who are asked by asking them."""
    definition = subject.definition
    opened = {t.opens_to for t in definition.transitions}
    for each in _audiences(definition):
        if each.asked and each.name in opened:
            for transition in (t for t in definition.transitions if t.opens_to == each.name):
                place = subject.at(transition.place, "opens_to")
                yield subject.problem(place, "opened_to_asked", trigger=transition.trigger, name=each.name)
        elif not each.asked and definition.policy.place_of(each.name) > _furthest(definition):
            yield subject.problem(each.place, "audience_never_opened", name=each.name)


def unread_acts(subject: Subject) -> Iterator[Problem]:
    """A central role that acts, or waits, where a proposal may come without having opened to it."""
    definition = subject.definition
    if definition.reading is None:
        return
    for role in (one for one in definition.roles.values() if one.central):
        reads = [each.name for each in _audiences(definition) if role.name in each.roles]
        needed = min((definition.policy.place_of(name) for name in reads), default=len(definition.states) + 1)
        closed = unopened_states(definition, needed)
        for place, state in _acts_in(subject, role.name):
            if state in closed:
                yield subject.problem(place, "acts_unread", role=role.name, state=state)


def ratified_unread(subject: Subject) -> Iterator[Problem]:
    """Whoever has to ratify what one alone decided reads it from then on."""
    definition = subject.definition
    if definition.reading is None:
        return
    place_of, beyond = definition.policy.place_of, len(definition.states) + 1
    for transition in (one for one in definition.transitions if one.occasion is Occasion.DECIDED_ALONE):
        roles = (definition.roles[name] for name in transition.roles if name in definition.roles)
        for body in (role.body for role in roles if role.body):
            reads = (place_of(each.name) for each in _audiences(definition) if each.body == body)
            needed = min(reads, default=beyond)
            if place_of(transition.opens_to) < needed and transition.source in unopened_states(
                definition, needed
            ):
                place = subject.at(transition.place, "trigger")
                yield subject.problem(place, "ratified_unread", trigger=transition.trigger, body=body)


def told_anyway(subject: Subject) -> Iterator[Problem]:
    """What stands in lists and documents, or what guards give as reasons, is restricted in vain."""
    definition = subject.definition
    for field in definition.fields.values():
        if field.restricted and field.name in FIELDS_TOLD:
            yield subject.problem(subject.at(field.place, "restricted"), "told_anyway", name=field.name)
    for value in definition.values.values():
        if value.restricted and (value.name in VALUES_TOLD or value.type == "prose"):
            yield subject.problem(subject.at(value.place, "restricted"), "told_anyway", name=value.name)
    for place, guard, name in _guarded(subject):
        yield subject.problem(place, "guard_tells", guard=guard, name=name)


def drafted_unread(subject: Subject) -> Iterator[Problem]:
    """Whoever drafts a proposal sends the whole of it, and so has to be able to read it."""
    definition = subject.definition
    leaving = definition.transitions_from(definition.initial)
    drafters = dict.fromkeys(
        role for t in leaving for role in t.roles if role in definition.roles and definition.roles[role].held
    )
    for field in (one for one in definition.fields.values() if one.restricted):
        lacking = [role for role in drafters if role not in field.restricted]
        if lacking:
            place = subject.at(field.place, "restricted")
            yield subject.problem(place, "drafted_unread", name=field.name, roles=lacking)


def _audiences(definition: Definition) -> tuple[Audience, ...]:
    return tuple(definition.reading.audiences.values()) if definition.reading else ()


def _furthest(definition: Definition) -> int:
    return max((definition.policy.place_of(t.opens_to) for t in definition.transitions), default=0)


def _acts_in(subject: Subject, role: str) -> Iterator[tuple[Place, str]]:
    """Where a role acts or is waited for, and in which state."""
    definition = subject.definition
    for transition in definition.transitions:
        if role in transition.roles:
            yield subject.at(transition.place, "roles", role), transition.source
    for state in definition.states.values():
        if state.role == role:
            yield subject.at(state.place, "role", role), state.name


def _guarded(subject: Subject) -> Iterator[tuple[Place, str, str]]:
    """The guards that read something restricted; `complete` tells no more than that it is there."""
    definition = subject.definition
    closed: Mapping[str, frozenset[str]] = {
        "fields": frozenset(f.name for f in definition.fields.values() if f.restricted),
        "values": frozenset(v.name for v in definition.values.values() if v.restricted),
    }
    for use, mention in guards_mention(definition):
        if use.name != "complete" and mention.name in closed.get(mention.kind, ()):
            yield use.place, use.name, mention.name
