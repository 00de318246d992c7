"""A definition on a page: its states with who acts and by when, what leads where, and who may do what."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator, Mapping
from typing import Any

from govflow.cli.output import Output
from govflow.cli.prose import blank, listed, paragraph
from govflow.cli.table import Column
from govflow.messages import Notice, notice

_STATE_COLUMNS = (
    Column("heading.state"),
    Column("heading.title", fit="wrap"),
    Column("heading.responsible", fit="wrap"),
    Column("heading.due", fit="wrap"),
    Column("heading.asks", fit="wrap"),
)
_TRANSITION_COLUMNS = (
    Column("heading.state"),
    Column("heading.act", fit="wrap"),
    Column("heading.roles", fit="wrap"),
    Column("heading.to", fit="wrap"),
    Column("heading.guards", fit="wrap"),
)
_MATRIX_COLUMNS = (
    Column("heading.state", fit="wrap"),
    Column("heading.role", fit="wrap"),
    Column("heading.acts", fit="wrap"),
    Column("heading.steps", fit="wrap"),
)


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
    blank(out)
    out.table(_STATE_COLUMNS, [_state(definition, state) for state in definition.states.values()])
    blank(out)
    out.table(_TRANSITION_COLUMNS, list(_transitions(definition)))


def show_matrix(out: Output, definition: Any, matrix: Any) -> None:
    """A row for each role that may do something in a state; the state stands at its first row."""
    rows: list[tuple[Any, ...]] = []
    before = None
    for (state, role), cell in matrix.cells.items():
        name = definition.states[state].title if state != before else ""
        rows.append((name, definition.roles[role].title, ", ".join(cell.triggers), ", ".join(cell.steps)))
        before = state
    out.table(_MATRIX_COLUMNS, rows)


def _state(definition: Any, state: Any) -> tuple[Any, ...]:
    return (
        state.name,
        state.title,
        notice("answer.end_state")
        if state.end
        else definition.roles[state.role].title
        if state.role
        else None,
        listed(list(_due(state.due, definition.dates))) if state.due else None,
        ", ".join(state.asks),
    )


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


def _transitions(definition: Any) -> Iterator[tuple[Any, ...]]:
    before = None
    for each in definition.transitions:
        yield (
            each.source if each.source != before else "",
            each.trigger,
            listed([definition.roles[role].title for role in each.roles]),
            each.target if each.moves else notice("answer.stays"),
            ", ".join(_guard(use) for use in each.guards),
        )
        before = each.source


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
