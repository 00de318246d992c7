"""Lint of conditions and of what is asked of several: keys that only mean something where a step is asked for each."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.errors import Problem
from govflow.workflow.subject import Subject


def owner_of_nothing(subject: Subject) -> Iterator[Problem]:
    """A step put to the owner of a condition, and asked about none."""
    for step in subject.definition.steps.values():
        if step.to_owner and not subject.definition.each_condition(step):
            place = subject.at(step.place, "to_owner")
            yield subject.problem(place, "no_conditions", key="to_owner", step=step.name)


_ABOUT_ONE = ("not_the_owner", "reported", "overdue")
"""Guards that look at the condition that is answered about."""


def condition_of_nothing(subject: Subject) -> Iterator[Problem]:
    """A guard on a condition where there is none: on an act, or on a step about no condition."""
    definition = subject.definition
    lists = [
        (step.name, guards, definition.each_condition(step))
        for step in definition.steps.values()
        for guards in (step.guards, *(answer.guards for answer in step.answers.values()))
    ]
    lists += [(one.trigger, one.guards, False) for one in definition.transitions]
    for name, uses, about in lists:
        for use in uses:
            if use.name in _ABOUT_ONE and not about:
                yield subject.problem(use.place, "no_conditions", key=use.name, step=name)


def broken_nothing(subject: Subject) -> Iterator[Problem]:
    """An answer that breaks a condition: its step is asked about one, and the answer does not agree."""
    for step in subject.definition.steps.values():
        about = subject.definition.each_condition(step)
        for answer in (one for one in step.answers.values() if one.breach):
            place = subject.at(answer.place, "breach")
            if not about:
                yield subject.problem(place, "no_conditions", key="breach", step=step.name)
            if answer.agrees:
                yield subject.problem(place, "breach_agrees", answer=answer.name, step=step.name)


def own_of_no_ministries(subject: Subject) -> Iterator[Problem]:
    """`own_ministry` of a step that is not asked for each of some ministries."""
    definition = subject.definition
    values = (*definition.fields.values(), *definition.values.values())
    several = {value.name for value in values if value.type == "ministries"}
    for step in definition.steps.values():
        if step.own_ministry and step.for_each not in several:
            place = subject.at(step.place, "own_ministry")
            yield subject.problem(place, "no_ministries", step=step.name)
