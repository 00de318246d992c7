"""A definition on a page: each state with who acts, by when, and what leads on from it; or who may do what there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import govflow
from govflow.cli.output import Output
from govflow.cli.prose import blank, coded, listed, paragraph
from govflow.messages import Notice, notice


def show_definition(out: Output, definition: Any) -> None:
    said = notice(
        "answer.definition",
        name=definition.name,
        version=definition.version,
        title=definition.title,
        digest=definition.digest[:12],
        initial=definition.states[definition.initial].title,
    )
    paragraph(out, said)
    for state in definition.states.values():
        blank(out)
        _show_state(out, definition, state)


def show_matrix(out: Output, definition: Any, matrix: Any) -> None:
    """State by state, what each role may do in it."""
    for state, cells in groupby(matrix.cells.items(), key=lambda item: item[0][0]):
        _show_name(out, definition.states[state])
        for (_, role), cell in cells:
            acts = [coded(trigger, definition.triggers[trigger], out.lang) for trigger in cell.triggers]
            steps = [_answered(definition.steps[step], out.lang) for step in cell.steps]
            said = notice("answer.may", role=definition.roles[role].title, acts=[*acts, *steps])
            paragraph(out, said, indent=4)


def _show_state(out: Output, definition: Any, state: Any) -> None:
    _show_name(out, state)
    for said in _terms(definition, state, out.lang):
        paragraph(out, said, indent=4)
    for each in definition.transitions_from(state.name):
        to = definition.states[each.target].title if each.moves else notice("answer.stays")
        roles = [definition.roles[role].title for role in each.roles]
        act = coded(each.trigger, definition.triggers[each.trigger], out.lang)
        shown = {"act": act, "to": to, "roles": roles}
        said = notice("answer.transition", **shown)
        if each.occasion:
            said = notice("answer.transition_on", **shown, when=notice(f"occasion.{each.occasion}"))
        paragraph(out, said, indent=4)
        if each.guards:
            guards = [_guard(use) for use in each.guards]
            paragraph(out, notice("answer.provided", guards=guards), indent=8)


def _show_name(out: Output, state: Any) -> None:
    name = coded(state.name, state.title, out.lang)
    paragraph(out, notice("answer.end_state", name=name) if state.end else name)


def _answered(step: Any, lang: str) -> Notice:
    return notice("answer.answers_step", step=coded(step.name, step.title, lang))


def _terms(definition: Any, state: Any, lang: str) -> Iterator[Notice]:
    """Who must act in a state and by when, and what is asked beside it."""
    if state.role:
        role = definition.roles[state.role].title
        due = govflow.due_words(state.due, definition.dates) if state.due else [notice("answer.none")]
        yield notice("answer.role_and_due", role=role, due=listed(list(due)))
    if state.asks:
        steps = [coded(name, definition.steps[name].title, lang) for name in state.asks]
        yield notice("answer.asks", steps=steps)


def _guard(use: Any) -> str:
    """A guard nearly as the file writes it."""
    if use.parameter is None:
        return str(use.name)
    return f"{use.name}({_parameter(use.parameter)})"


def _parameter(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_parameter(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
