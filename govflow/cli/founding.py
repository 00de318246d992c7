"""`govflow init`: a new store with its organisation, calendar and definitions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.misread import Misread
from govflow.cli.output import Output
from govflow.cli.parameters import FILE
from govflow.cli.prose import listed, paragraph
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import Founding


@command("init", acting=True)
@click.option("--org", "organisation", metavar="FILE", type=FILE, required=True)
@click.option("--workflow", "workflows", metavar="NAME|FILE", multiple=True)
@click.option("--calendar", metavar="FILE", type=FILE)
@click.option("--demonstration", is_flag=True)
def init(
    call: Invocation,
    organisation: Path,
    *,
    workflows: tuple[str, ...],
    calendar: Path | None,
    demonstration: bool,
) -> None:
    if call.office:
        raise Misread(notice("answer.no_founding_office"), click.get_current_context())
    founded = govflow.create(
        call.store,
        organisation=organisation,
        workflows=workflows,
        calendar=calendar,
        demonstration=demonstration,
        person=call.as_person,
        now=call.now,
    )
    call.out.answer(founded, lambda: _show(call.out, founded))


def _show(out: Output, founded: Founding) -> None:
    code = "answer.founded_demonstration" if founded.demonstration else "answer.founded"
    paragraph(out, notice(code, store=founded.url))
    out.fields(_fields(founded))
    out.note(notice("answer.try_org", command=out.runnable("govflow org show")))


def _fields(founded: Founding) -> Iterator[tuple[str, object]]:
    yield "heading.founder", notice("answer.actor", person=founded.founder, office=founded.office)
    yield "heading.workflows", listed(list(founded.workflows))
    if founded.bodies:
        yield "heading.bodies", listed(list(founded.bodies))
    yield "heading.ministries", founded.ministries
    yield "heading.offices", founded.offices
    yield "heading.persons", founded.persons
    yield "heading.store_id", founded.store_id
