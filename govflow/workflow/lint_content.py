"""Lint of what a workflow holds: fields and values, due dates, answers, documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from govflow.errors import Problem
from govflow.workflow.definition import Due
from govflow.workflow.references import guards_mention
from govflow.workflow.subject import Subject
from govflow.workflow.value import Value

MOST_REQUIRED = 10
"""Mandatory fields at submission: where typing data in is too much work, data goes missing."""

_ALWAYS = {"title": "text", "ministry": "ministry", "fiscal_year": "year"}
_FIELD_TYPES = {**_ALWAYS, "amount": "yen", "kind": "choice", "marks": "names", "part_of": "text"}
_FIELD_TYPES |= {"changes": "reference"}
_VALUE_TYPES = {
    "amount": "yen",
    "conditions": "conditions",
    "fiscal_year": "year",
    "issues": "issues",
    "note": "prose",
    "replies": "replies",
}
"""Names that the program itself reads, and the type each must have."""

_GOES_BY = ("kind", "part_of")
"""Fields of the content that the program itself goes by."""

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def always_there(subject: Subject) -> Iterator[Problem]:
    """Title, ministry and fiscal year are required fields of every proposal."""
    fields = subject.definition.fields
    for name, wanted in _ALWAYS.items():
        if name not in fields:
            yield subject.problem(subject.top("fields"), "field_missing", name=name, type=wanted)
        elif not fields[name].required:
            yield subject.problem(subject.at(fields[name].place, "required"), "field_not_required", name=name)


def types(subject: Subject) -> Iterator[Problem]:
    """Names with a fixed meaning have the type that goes with it."""
    definition = subject.definition
    for values, fixed in ((definition.fields, _FIELD_TYPES), (definition.values, _VALUE_TYPES)):
        for name, value in values.items():
            if value.type != fixed.get(name, value.type):
                place = subject.at(value.place, "type", value.type)
                yield subject.problem(place, "wrong_type", name=name, type=value.type, wanted=fixed[name])


def too_many_required(subject: Subject) -> Iterator[Problem]:
    """At most ten fields are mandatory at submission."""
    required = [field for field in subject.definition.fields.values() if field.required]
    for field in required[MOST_REQUIRED:]:
        place, count = subject.at(field.place, "required"), len(required)
        yield subject.problem(place, "too_many_required", name=field.name, count=count, limit=MOST_REQUIRED)


def choices(subject: Subject) -> Iterator[Problem]:
    """Choices belong to the type `choice`, which cannot do without, and may bound `names`."""
    for value in _all_values(subject):
        if value.type == "choice" and not value.choices:
            yield subject.problem(value.place, "choice_without_choices", name=value.name)
        if value.choices and value.type not in ("choice", "names"):
            place = subject.at(value.place, "choices")
            yield subject.problem(place, "choices_elsewhere", name=value.name, type=value.type)


def aliases(subject: Subject) -> Iterator[Problem]:
    """Each name in a file leads to one field."""
    fields = subject.definition.fields
    owners: dict[str, str] = {name: name for name in fields}
    for field in fields.values():
        for alias in field.aliases:
            owner = owners.setdefault(alias, field.name)
            if owner != field.name or alias in fields:
                place = subject.at(field.place, "aliases", alias)
                yield subject.problem(place, "alias_taken", alias=alias, name=field.name, owner=owner)


def correctable(subject: Subject) -> Iterator[Problem]:
    """A slip is corrected only where nothing is judged: not in what a guard reads, a step is asked for each of, or the
    program goes by."""
    definition = subject.definition
    judged = {
        mention.name
        for _, mention in guards_mention(definition)
        if mention.kind in ("fields", "field choices")
    }
    judged |= {step.for_each for step in definition.steps.values() if step.for_each}
    for field in definition.fields.values():
        decides = field.type != "text" or field.name in judged - {"title"} or field.name in _GOES_BY
        if field.correctable and decides:
            yield subject.problem(
                subject.at(field.place, "correctable"), "correctable_decides", name=field.name
            )


def dues(subject: Subject) -> Iterator[Problem]:
    """A due date says when, or why there is none; never both, never nothing."""
    for due in _all_dues(subject):
        dated = any(
            when is not None for when in (due.working_days, due.months, due.date, due.fiscal_year_end_of)
        )
        if dated and due.reason is not None:
            yield subject.problem(subject.at(due.place, "none"), "due_and_none")
        if not dated and due.reason is None:
            yield subject.problem(due.place, "due_says_nothing")


def dates(subject: Subject) -> Iterator[Problem]:
    """Yearly dates that no year has, such as 31 June."""
    for name, named in subject.definition.dates.items():
        if named.month is not None and named.day > _DAYS[named.month - 1]:
            place = subject.top("dates", name)
            yield subject.problem(place, "no_such_date", name=name, month=named.month, day=named.day)


def unanswerable(subject: Subject) -> Iterator[Problem]:
    """Steps that have no answer to choose."""
    for step in subject.definition.steps.values():
        if not step.answers:
            yield subject.problem(subject.locator.value(step.place, "answers"), "no_answers", name=step.name)


def templates(subject: Subject) -> Iterator[Problem]:
    """Every document's template exists, in both languages."""
    for document in subject.definition.documents.values():
        if document.template and document.template not in subject.templates:
            place = subject.at(document.place, "template", document.template)
            yield subject.problem(
                place,
                "no_template",
                name=document.name,
                template=document.template,
                known=sorted(subject.templates),
            )


def _all_values(subject: Subject) -> Iterator[Value]:
    definition = subject.definition
    values: tuple[Mapping[str, Value], ...] = (definition.fields, definition.values)
    return chain.from_iterable(named.values() for named in values)


def _all_dues(subject: Subject) -> list[Due]:
    """Each due date once; a transition written for several sources shares one."""
    definition = subject.definition
    given: list[Due | None] = [step.due for step in definition.steps.values()]
    given += [state.due for state in definition.states.values()]
    given += [transition.due for transition in definition.transitions]
    return list({due.place: due for due in given if due is not None}.values())
