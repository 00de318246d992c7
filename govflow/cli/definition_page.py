"""A definition on a page: each state with who acts, by when, and what leads on from it; or who may do what there."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from govflow.cli.output import Output
from govflow.cli.prose import blank, listed, paragraph
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
            acts = [*cell.triggers, *(notice("answer.answers_step", step=step) for step in cell.steps)]
            paragraph(out, notice("answer.may", role=definition.roles[role].title, acts=acts), indent=4)


def _show_state(out: Output, definition: Any, state: Any) -> None:
    _show_name(out, state)
    for said in _terms(definition, state):
        paragraph(out, said, indent=4)
    for each in definition.transitions_from(state.name):
        to = definition.states[each.target].title if each.moves else notice("answer.stays")
        roles = [definition.roles[role].title for role in each.roles]
        paragraph(out, notice("answer.transition", trigger=each.trigger, to=to, roles=roles), indent=4)
        if each.guards:
            guards = [_guard(use) for use in each.guards]
            paragraph(out, notice("answer.provided", guards=guards), indent=8)


def _show_name(out: Output, state: Any) -> None:
    code = "answer.end_state" if state.end else "answer.state"
    paragraph(out, notice(code, name=state.name, title=state.title))


def _terms(definition: Any, state: Any) -> Iterator[Notice]:
    """Who must act in a state and by when, and what is asked beside it."""
    if state.role:
        role = definition.roles[state.role].title
        due = listed(list(_due(state.due, definition.dates))) if state.due else notice("answer.none")
        yield notice("answer.role_and_due", role=role, due=due)
    if state.asks:
        yield notice("answer.asks", steps=list(state.asks))


def _due(due: Any, dates: Mapping[str, Any]) -> Iterator[Notice]:
    """Everything a due date gives, or the reason for none."""
    if due.reason is not None:
        yield notice("workflow.due_none", reason=due.reason)
    if due.working_days is not None:
        code = "workflow.due_working_days" if due.working_days else "workflow.due_same_day"
        yield notice(code, days=due.working_days)
    if due.months is not None:
        yield notice("workflow.due_months", months=due.months)
    if due.date is not None:
        yield _named_date(dates[due.date])
    if due.fiscal_year_end_of is not None:
        yield notice("workflow.due_fiscal_year_end")


def _named_date(named: Any) -> Notice:
    if named.month is None:
        return notice("workflow.due_monthly", day=named.day)
    return notice("workflow.due_yearly", month=named.month, day=named.day, month_name=month_name[named.month])


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
