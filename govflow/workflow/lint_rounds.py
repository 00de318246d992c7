"""Lint of rounds and of the way missed dates go up: who is told, and who opens what."""

from __future__ import annotations

from collections.abc import Iterator

from govflow.errors import Problem
from govflow.workflow.definition import Definition, Role
from govflow.workflow.reserved import OVERDUE_REPORT
from govflow.workflow.subject import Subject


def circles(subject: Subject) -> Iterator[Problem]:
    """A missed date that goes up comes to an end: no role is above itself."""
    for role in subject.definition.roles.values():
        above = list(_above(subject.definition, role))
        if role.name in above:
            place = subject.at(role.place, "escalates_to")
            yield subject.problem(place, "escalates_in_circle", name=role.name, way=above)


def _above(definition: Definition, role: Role) -> Iterator[str]:
    """The roles above one, up to the last or to the first that comes again."""
    seen: set[str] = set()
    above = role.escalates_to
    while above is not None and above in definition.roles and above not in seen:
        seen.add(above)
        yield above
        above = definition.roles[above].escalates_to


def told_to_nobody(subject: Subject) -> Iterator[Problem]:
    """Who is told of a missed date is somebody."""
    roles = subject.definition.roles
    for role in roles.values():
        above = roles.get(role.escalates_to or "")
        if above is not None and not above.held:
            place = subject.at(role.place, "escalates_to", above.name)
            yield subject.problem(place, "escalates_to_nobody", name=role.name, role=above.name)


def report_missing(subject: Subject) -> Iterator[Problem]:
    """What goes up is put as a step of its own, which outlives states and is asked for nothing else."""
    definition = subject.definition
    going_up = [role for role in definition.roles.values() if role.escalates_to is not None]
    report = definition.steps.get(OVERDUE_REPORT)
    if going_up and report is None:
        place = subject.at(going_up[0].place, "escalates_to")
        yield subject.problem(place, "no_overdue_report", name=going_up[0].name, step=OVERDUE_REPORT)
    if report is not None and (not report.lasting or report.for_each or report.when):
        yield subject.problem(report.place, "overdue_report_form", step=OVERDUE_REPORT)


def called_by_nobody(subject: Subject) -> Iterator[Problem]:
    """Rounds are opened by somebody of the centre, and answered by somebody of a ministry."""
    rounds, roles = subject.definition.rounds, subject.definition.roles
    if rounds is None:
        return
    role, asked = roles.get(rounds.role), roles.get(rounds.asked)
    if role is not None and not (role.held and role.central):
        yield subject.problem(subject.at(rounds.place, "role", role.name), "round_role", name=role.name)
    if asked is not None and (not asked.held or asked.central):
        yield subject.problem(subject.at(rounds.place, "asked", asked.name), "round_asked", name=asked.name)


def stages(subject: Subject) -> Iterator[Problem]:
    """A state belongs to one stage at most, and the first to none: there a proposal is a draft."""
    rounds = subject.definition.rounds
    seen = {subject.definition.initial}
    for stage, states in rounds.stages.items() if rounds else ():
        for state in states:
            if state in seen and rounds is not None:
                place = subject.at(rounds.place, stage, state)
                yield subject.problem(place, "round_stage_twice", name=state, stage=stage)
            seen.add(state)
