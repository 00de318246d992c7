"""What guards check about the steps beside the state: concurrences, opinions, answers, conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from govflow.domain.condition import OnBreach, precedes, term
from govflow.domain.facts import Facts
from govflow.domain.step import StepState
from govflow.messages import Notice, notice
from govflow.workflow.definition import Definition, StepKind

Asking = Mapping[str, Any]
Lack = Callable[[Asking, StepKind, Facts, Definition], Notice | None]


def concurred(facts: Facts, steps: Sequence[str], definition: Definition) -> Notice | None:
    """Each step was asked, and everybody asked agreed."""
    missing = list(_lacking(facts, steps, definition, lack=_not_agreed))
    return notice("guard.not_concurred", missing=missing) if missing else None


def answered(facts: Facts, steps: Sequence[str], definition: Definition) -> Notice | None:
    """Each step was asked and answered, whatever the answer."""
    missing = list(_lacking(facts, steps, definition, lack=_no_answer))
    return notice("guard.not_answered", missing=missing) if missing else None


def settled(facts: Facts, steps: Sequence[str], definition: Definition) -> Notice | None:
    """Nothing is waited for: each asking is answered or closed, or its due date has passed."""
    waiting = [
        lack
        for name in steps
        for asking in _askings(facts, name)
        if (lack := _still_waited_for(asking, definition.steps[name], facts, definition))
    ]
    return notice("guard.not_settled", missing=waiting) if waiting else None


def answer_is(facts: Facts, wanted: Mapping[str, Sequence[str]], definition: Definition) -> Notice | None:
    """Each step was asked, and every answer is one of those named."""
    missing = [
        _differs(name, answers, definition)
        for name, answers in wanted.items()
        if not _all_answer(_askings(facts, name), answers)
    ]
    return notice("guard.answer_differs", missing=missing) if missing else None


def conditions_verified(facts: Facts, pairs: Mapping[str, str], definition: Definition) -> Notice | None:
    """Every condition of a record that is precedent to the act has its step, and each of that step's answers agrees."""
    missing = [
        notice("guard.condition", text=condition["text"], role=_role(definition.steps[step], definition))
        for step, record in pairs.items()
        for condition in facts.read("records", record, "conditions") or ()
        if precedes(condition, facts.read("act")) and not _verified(_askings(facts, step), condition["text"])
    ]
    return notice("guard.conditions_open", missing=missing) if missing else None


def no_suspending_breach(facts: Facts, pairs: Mapping[str, str], definition: Definition) -> Notice | None:
    """No condition of a record whose breach suspends is broken by what its step was answered last."""
    broken = [
        condition["text"]
        for step, record in pairs.items()
        for condition in facts.read("records", record, "conditions") or ()
        if term(condition, "on_breach") == OnBreach.SUSPEND
        and _broken(_askings(facts, step), condition["text"], definition.steps[step])
    ]
    return notice("guard.broken", conditions=broken) if broken else None


def reported(facts: Facts, _: None, definition: Definition) -> Notice | None:
    """Where the condition that is answered about asks for evidence, its owner has reported that it is fulfilled."""
    if not facts.read("condition", "evidence") or facts.read("condition", "reported"):
        return None
    return notice("guard.not_reported", evidence=facts.read("condition", "evidence"))


def overdue(facts: Facts, _: None, definition: Definition) -> Notice | None:
    """The due date of the condition that is answered about has passed."""
    due = facts.read("condition", "due_on")
    if due is None:
        return notice("guard.never_due")
    return None if due < facts.read("today") else notice("guard.not_overdue", due=due)


def _broken(askings: Sequence[Asking], subject: str, kind: StepKind) -> bool:
    about = (asking for asking in askings if asking["subject"] == subject and asking["answer"])
    return any(kind.answers[asking["answer"]].breach for asking in about)


def _askings(facts: Facts, step: str) -> Sequence[Asking]:
    return facts.read("steps", step) or ()


def _lacking(facts: Facts, steps: Sequence[str], definition: Definition, *, lack: Lack) -> Iterator[Notice]:
    for name in steps:
        kind = definition.steps[name]
        askings = _askings(facts, name)
        if not askings:
            yield notice("guard.step_not_asked", step=kind.title, role=_role(kind, definition))
        for asking in askings:
            found = lack(asking, kind, facts, definition)
            if found:
                yield found


def _not_agreed(asking: Asking, kind: StepKind, facts: Facts, definition: Definition) -> Notice | None:
    if asking["state"] == StepState.ANSWERED and not asking["agrees"]:
        answer = kind.answers[asking["answer"]].title
        return notice("guard.step_disagreed", step=kind.title, role=_role(kind, definition), answer=answer)
    return _no_answer(asking, kind, facts, definition)


def _no_answer(asking: Asking, kind: StepKind, facts: Facts, definition: Definition) -> Notice | None:
    if asking["state"] == StepState.ANSWERED:
        return None
    if asking["state"] == StepState.OPEN:
        return _open(asking, kind, definition)
    return notice("guard.step_closed", step=kind.title, role=_role(kind, definition))


def _still_waited_for(asking: Asking, kind: StepKind, facts: Facts, definition: Definition) -> Notice | None:
    if asking["state"] != StepState.OPEN:
        return None
    passed = asking["due_on"] is not None and asking["due_on"] < facts.read("today")
    return None if passed else _open(asking, kind, definition)


def _open(asking: Asking, kind: StepKind, definition: Definition) -> Notice:
    role = _role(kind, definition)
    if asking["due_on"] is None:
        return notice("guard.step_open", step=kind.title, role=role)
    return notice("guard.step_open_until", step=kind.title, role=role, due=asking["due_on"])


def _all_answer(askings: Sequence[Asking], answers: Sequence[str]) -> bool:
    return bool(askings) and all(
        asking["state"] == StepState.ANSWERED and asking["answer"] in answers for asking in askings
    )


def _differs(step: str, answers: Sequence[str], definition: Definition) -> Notice:
    kind = definition.steps[step]
    titles = [kind.answers[answer].title for answer in answers]
    return notice("guard.must_be_answered", step=kind.title, role=_role(kind, definition), answers=titles)


def _verified(askings: Sequence[Asking], subject: str) -> bool:
    about = [asking for asking in askings if asking["subject"] == subject]
    return bool(about) and all(a["state"] == StepState.ANSWERED and a["agrees"] is True for a in about)


def _role(kind: StepKind, definition: Definition) -> Any:
    return definition.roles[kind.role].title
