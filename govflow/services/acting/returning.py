"""Returning: what a return keeps, and how its issues are answered when the proposal comes again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from govflow.domain.returned import replied
from govflow.services.case import Case
from govflow.workflow.definition import Definition, Transition


def named_issues(definition: Definition, names: Iterable[str], payload: dict[str, Any]) -> dict[str, Any]:
    """The values of an act; where one that takes issues names none, its note is the one issue."""
    wanted = [name for name in names if definition.values[name].type == "issues"]
    if "note" not in payload:
        return payload
    return {**{name: [{"text": payload["note"]}] for name in wanted}, **payload}


def returning(case: Case, transition: Transition, payload: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a return: its issues, and which state sent back which revision."""
    if transition.returns is None:
        return {}
    values = case.definition.values
    issues = [each for name, given in payload.items() if values[name].type == "issues" for each in given]
    record = {
        "trigger": transition.trigger,
        "day": case.today.isoformat(),
        "state": case.proposal.state,
        "revision": case.proposal.revision,
        "issues": issues,
    }
    return {transition.returns: record | ({"note": payload["note"]} if "note" in payload else {})}


def answering(case: Case, transition: Transition, payload: Mapping[str, Any]) -> dict[str, Any]:
    """The returns whose issues an act answers, with the replies beside them."""
    values = case.definition.values
    replies = [each for name, given in payload.items() if values[name].type == "replies" for each in given]
    return replied(case.proposal.records, answers_to(transition), replies) if replies else {}


def answers_to(transition: Transition) -> tuple[str, ...]:
    """The returns whose issues an act has to answer."""
    return tuple(name for use in transition.guards if use.name == "issues_answered" for name in use.parameter)
