"""The shipped definitions, loaded once, and facts about a proposal on its ordinary way."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from govflow.domain.authority import Capacity
from govflow.domain.facts import Facts
from govflow.resources import template_names, workflow_files
from govflow.workflow.definition import Definition
from govflow.workflow.engine import Blocked, Moved, kernel_of
from govflow.workflow.loader import load_definition
from govflow.workflow.parting import on_their_way

FIRST_VERSION = "it_investment_v1"
"""The first version of the investment process, on which proposals may still be."""

_FILES = {**workflow_files(), FIRST_VERSION: Path(__file__).with_name(f"{FIRST_VERSION}.yaml")}


@cache
def shipped(name: str) -> Definition:
    path = _FILES[name]
    return load_definition(path.read_text(encoding="utf-8"), file=path.name, templates=template_names())


def attempted(
    name: str,
    trigger: str,
    *,
    state: str,
    role: str,
    person: str = "somebody",
    facts: Mapping[str, Any] | None = None,
) -> Moved | Blocked:
    """What the kernel says to one person in one role."""
    source = {"today": "2026-05-01", **(facts or {}), "actor": {"person": person}}
    capacities = [Capacity(f"office.{role}", role)]
    return kernel_of(shipped(name)).attempt(
        trigger, state=state, facts=Facts.of(source), capacities=capacities
    )


def codes(answer: Moved | Blocked) -> list[list[str]]:
    """The reasons of each trial; empty when the act may happen."""
    return (
        []
        if isinstance(answer, Moved)
        else [[reason.code for reason in tried.reasons] for tried in on_their_way(answer.tried)]
    )


def target(answer: Moved | Blocked) -> str | None:
    """Where the act leads; None when it is blocked."""
    return answer.transition.target if isinstance(answer, Moved) else None


def asking(
    answer: str | None, *, agrees: bool | None = None, subject: str = "", due_on: str = "2026-06-01"
) -> dict[str, Any]:
    state = "open" if answer is None else "answered"
    return {"subject": subject, "state": state, "answer": answer, "agrees": agrees, "due_on": due_on}
