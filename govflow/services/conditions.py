"""The conditions of a case: which one a step is about, and who its owner is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govflow.domain.authority import Duty, offices_for
from govflow.domain.condition import Condition, term
from govflow.domain.step import Step
from govflow.messages import Notice, Title, notice
from govflow.services.case import Case
from govflow.workflow.definition import Definition


def condition_of(case: Case, step: Step) -> Condition | None:
    """The condition that a step is asked about; None where the step is about none."""
    if not case.definition.each_condition(case.definition.steps[step.name]):
        return None
    return next((kept for kept in _every(case) if kept["text"] == step.subject), None)


def report_on(case: Case, step: Step) -> Step | None:
    """The last report that was asked on the condition of a step: of another kind, put to the owner."""
    kinds = {name for name, kind in case.definition.steps.items() if kind.to_owner}
    asked = (s for s in case.steps if s.name in kinds and s.subject == step.subject)
    return max(asked, key=lambda report: report.number, default=None)


def condition_facts(case: Case, step: Step) -> dict[str, Any]:
    """What guards see of the condition of a step: when it is due, the evidence it asks for, whether its owner has
    reported that it is fulfilled."""
    condition, report = condition_of(case, step) or {}, report_on(case, step)
    reported = report is not None and report.agrees is True
    return {"due_on": step.due_on, "evidence": condition.get("evidence"), "reported": reported}


def _every(case: Case) -> Iterator[Condition]:
    """All that acts have kept, then those of the content."""
    for record in case.proposal.records.values():
        yield from record.get("conditions") or ()
    for name, field in case.definition.fields.items():
        if field.type == "conditions":
            yield from case.content.get(name) or ()


def met_before(condition: Condition, definition: Definition | None) -> Title | None:
    """The act before which a condition is to be met: the one that it names, else the first that waits for conditions;
    None where it is to be met later or nothing waits."""
    precedent, waiting = term(condition, "precedent"), definition.waiting if definition else {}
    if isinstance(precedent, str):
        return waiting.get(precedent, Title(precedent, precedent))
    return next(iter(waiting.values()), None) if precedent else None


def kind_told(condition: Condition, definition: Definition | None) -> Notice:
    """Whether a condition is to be met first, and before what."""
    before = met_before(condition, definition)
    if before is not None:
        return notice("condition.precedent_before", act=before)
    return notice("condition.precedent" if term(condition, "precedent") else "condition.subsequent")


def owner_duty(case: Case, owner: str | None) -> Duty | None:
    """What an owner is to do: a role of the definition in the proposal's ministry, an office in its own. None where
    nobody could act: free words, a role that no office of the definition's roles has."""
    roles = case.definition.roles
    if owner is None:
        return None
    if owner in roles:
        return case.duty(owner) if roles[owner].held else None
    office = case.directory.offices.get(owner)
    role = roles.get(office.role) if office else None
    return role.duty(office.ministry) if office and role and role.held else None


def owner_title(case: Case, owner: str) -> Title:
    """What an owner is called: a role, an office, or the words themselves."""
    role = case.definition.roles.get(owner)
    office = case.directory.offices.get(owner)
    return role.title if role else office.title if office else Title(owner, owner)


def owners(case: Case, step: Step) -> list[str]:
    """The persons who hold the office that the owner of a step's condition is, today."""
    condition = condition_of(case, step)
    owner = condition.get("owner") if condition else None
    if owner is None:
        return []
    if owner in case.definition.roles:
        offices = [office.code for office in offices_for(case.directory, case.duty(owner))]
    else:
        offices = [owner]
    return list(dict.fromkeys(person for office in offices for person in case.directory.holders(office)))
