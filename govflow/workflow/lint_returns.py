"""Lint of what is sent back and asked between: returns keep issues, inquiries are about something and end."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.errors import Problem
from govflow.workflow.subject import Subject


def returns_without_issues(subject: Subject) -> Iterator[Problem]:
    """What `returns` keeps issues, so that it takes them."""
    values = subject.definition.values
    for transition in subject.definition.transitions:
        taken = (*transition.takes, *transition.may_take)
        if transition.returns is None:
            continue
        if not any(name in values and values[name].type == "issues" for name in taken):
            place = subject.at(transition.place, "returns", transition.returns)
            yield subject.problem(place, "returns_without_issues", trigger=transition.trigger)


def record_of_two_kinds(subject: Subject) -> Iterator[Problem]:
    """The record of a return is nothing else's: who looks for a return would find something without issues."""
    definition = subject.definition
    others = {transition.records for transition in definition.transitions} | definition.steps.keys()
    for transition in definition.transitions:
        name = transition.returns
        if name is not None and name in others:
            place = subject.at(transition.place, "returns", name)
            yield subject.problem(place, "record_of_two_kinds", record=name)


def answered_elsewhere(subject: Subject) -> Iterator[Problem]:
    """`issues_answered` of a record that no return keeps: nothing would ever be open."""
    definition = subject.definition
    for transition in definition.transitions:
        for use in (use for use in transition.guards if use.name == "issues_answered"):
            for name in use.parameter:
                if name not in definition.returns:
                    place = subject.at(use.place, use.name, name)
                    yield subject.problem(place, "answered_elsewhere", record=name)


def pauses_for_good(subject: Subject) -> Iterator[Problem]:
    """A step that stops the clock ends with the state: one that lasts could stop it for good."""
    for step in subject.definition.steps.values():
        if step.pauses and step.lasting:
            place = subject.at(step.place, "pauses")
            yield subject.problem(place, "pauses_for_good", name=step.name)


def about_nothing(subject: Subject) -> Iterator[Problem]:
    """A step that is about a value is asked by acts that must bring it."""
    definition = subject.definition
    for transition in definition.transitions:
        for step in (definition.steps[name] for name in transition.asks if name in definition.steps):
            if step.about and step.about not in transition.takes:
                place = subject.at(transition.place, "asks", step.name)
                yield subject.problem(place, "about_nothing", step=step.name, name=step.about)
