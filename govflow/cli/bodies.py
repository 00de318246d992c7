"""`govflow body check`, `list`, `show` and `load`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.body_page import show_body
from govflow.cli.enacting import enact, enacting
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened, session_for, store_meant, store_named
from govflow.cli.output import Output
from govflow.cli.parameters import DAY
from govflow.cli.prose import listed, paragraph, title_of
from govflow.cli.table import Column
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import BodyLine

_COLUMNS = (
    Column("heading.name"),
    Column("heading.body", fit="wrap"),
    Column("heading.powers"),
    Column("heading.parent"),
    Column("heading.in_force"),
)
_name = click.argument("name", metavar="NAME|FILE")


@command("body check")
@_name
@at_time
def check(call: Invocation, name: str) -> None:
    if store_named():
        with opened(call) as session:
            found = govflow.check_body(name, session=session)
    else:
        found = govflow.check_body(name)
    call.out.answer(found, lambda: _show_line(call.out, "answer.body_sound", found))


@command("body list")
@at_time
def list_(call: Invocation) -> None:
    if store_meant(call):
        with opened(call) as session:
            found = govflow.list_bodies(session)
    else:
        found = govflow.shipped_bodies()
        call.out.note(notice("body.shipped"))
    call.out.answer(found, lambda: _show_list(call.out, found))


@command("body show")
@_name
@click.option("--on", "day", metavar="DATE", type=DAY)
@at_time
def show(call: Invocation, name: str, day: date | None) -> None:
    with session_for(call, name) as session:
        found = govflow.show_body(name, session=session, day=day)
    call.out.answer(found, lambda: show_body(call.out, found))


@command("body load", acting=True)
@_name
@enacting
def load(call: Invocation, name: str, **given: Any) -> None:
    def show(loaded: BodyLine, day: date | Notice) -> None:
        _show_loaded(call.out, loaded, day)

    enact(call, name, called="body", load=govflow.load_body, show=show, **given)


def _show_list(out: Output, found: Sequence[BodyLine]) -> None:
    rows = [
        (
            line.name,
            line.title,
            listed([notice(f"body.power_{power}") for power in line.powers]),
            line.parent,
            line.in_force,
        )
        for line in found
    ]
    out.table(_COLUMNS, rows)


def _show_line(out: Output, code: str, line: BodyLine, **more: object) -> None:
    given = {"name": line.name, "version": line.version, "digest": line.digest[:12], **more}
    paragraph(out, notice(code, title=title_of(line.title), **given))


def _show_loaded(out: Output, loaded: BodyLine, day: date | Notice) -> None:
    _show_line(out, "answer.body_loaded", loaded, day=day)
    if loaded.lacking_roles:
        out.note(notice("body.roles_lack_offices", roles=loaded.lacking_roles))
