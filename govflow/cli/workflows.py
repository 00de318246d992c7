"""`govflow workflow check`, `list`, `show`, `diagram`, `matrix` and `load`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.definition_page import show_definition, show_matrix
from govflow.cli.enacting import enact, enacting
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened, session_for, store_meant
from govflow.cli.output import Output
from govflow.cli.prose import paragraph, title_of
from govflow.cli.table import Column
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import DefinitionLine

_COLUMNS = (
    Column("heading.name"),
    Column("heading.definition_version", right=True),
    Column("heading.workflow", fit="clip"),
    Column("heading.states", right=True),
    Column("heading.transitions", right=True),
    Column("heading.in_force"),
    Column("heading.digest"),
)
_name = click.argument("name", metavar="NAME|FILE")


@command("workflow check")
@_name
def check(call: Invocation, name: str) -> None:
    found = govflow.check_workflow(name)
    call.out.answer(found, lambda: _show_line(call.out, "answer.workflow_sound", found))


@command("workflow list")
@at_time
def list_(call: Invocation) -> None:
    if store_meant(call):
        with opened(call) as session:
            found = govflow.list_workflows(session)
    else:
        found = govflow.shipped_workflows()
        call.out.note(notice("answer.shipped_workflows"))
    call.out.answer(found, lambda: _show_list(call.out, found))


@command("workflow show")
@_name
@at_time
def show(call: Invocation, name: str) -> None:
    with session_for(call, name) as session:
        definition = govflow.show_workflow(name, session=session)
        content = govflow.workflow_content(name, session=session) if call.json else {}
    head = {"digest": definition.digest, "file": definition.file}
    call.out.answer({**head, **content}, lambda: show_definition(call.out, definition))


@command("workflow diagram")
@_name
@at_time
def diagram(call: Invocation, name: str) -> None:
    with session_for(call, name) as session:
        drawn = govflow.workflow_diagram(name, lang=call.lang, session=session)
    call.out.answer({"mermaid": drawn}, lambda: call.out.text(drawn))


@command("workflow matrix")
@_name
@at_time
def matrix(call: Invocation, name: str) -> None:
    with session_for(call, name) as session:
        definition = govflow.show_workflow(name, session=session)
        found = govflow.workflow_matrix(name, session=session)
    cells = [
        {"state": state, "role": role, "triggers": cell.triggers, "steps": cell.steps}
        for (state, role), cell in found.cells.items()
    ]
    answer = {"states": found.states, "roles": found.roles, "cells": cells}
    call.out.answer(answer, lambda: show_matrix(call.out, definition, found))


@command("workflow load", acting=True)
@_name
@enacting
def load(call: Invocation, name: str, **given: Any) -> None:
    def show(loaded: DefinitionLine, day: date | Notice) -> None:
        _show_loaded(call.out, loaded, day)

    enact(call, name, called="definition", load=govflow.load_workflow, show=show, **given)


def _show_list(out: Output, found: Sequence[DefinitionLine]) -> None:
    rows = [
        (
            line.name,
            line.version,
            line.title,
            line.states,
            line.transitions,
            line.in_force,
            line.digest[:12],
        )
        for line in found
    ]
    out.table(_COLUMNS, rows)


def _show_line(out: Output, code: str, line: DefinitionLine, **more: object) -> None:
    paragraph(
        out,
        notice(
            code,
            name=line.name,
            version=line.version,
            title=title_of(line.title),
            states=line.states,
            transitions=line.transitions,
            digest=line.digest[:12],
            **more,
        ),
    )


def _show_loaded(out: Output, loaded: DefinitionLine, day: date | Notice) -> None:
    _show_line(out, "answer.workflow_loaded", loaded, day=day)
    if loaded.lacking_roles:
        out.note(notice("answer.roles_lack_offices", roles=loaded.lacking_roles))
    if loaded.lacking_bodies:
        out.note(notice("answer.bodies_not_in_force", bodies=loaded.lacking_bodies))
