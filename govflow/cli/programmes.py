"""`govflow programme import`, `list` and `carry-over`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.amount import compact, exact
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.parameters import FILE
from govflow.cli.prose import paragraph
from govflow.cli.submission import show_submission
from govflow.cli.table import Column
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import CarryOver, Imported

_COLUMNS = (
    Column("heading.number"),
    Column("heading.programme", fit="clip"),
    Column("heading.owner"),
    Column("heading.budget_holder"),
    Column("heading.years"),
    Column("heading.budget", right=True),
)


@command("programme import", acting=True)
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--mapping", metavar="FILE", type=FILE, required=True)
@click.option("--dry-run", is_flag=True)
def import_(call: Invocation, file: Path, mapping: Path, dry_run: bool) -> None:
    with opened(call) as session:
        imported = govflow.import_programmes(session, file, mapping, dry_run=dry_run)
    call.out.answer(imported, lambda: _show_imported(call.out, imported))


@command("programme list")
@click.option("--ministry", metavar="MINISTRY")
@click.option("--live-in", metavar="YEAR", type=int)
@at_time
def list_(call: Invocation, ministry: str | None, live_in: int | None) -> None:
    with opened(call) as session:
        found = govflow.list_programmes(session, ministry=ministry, live_in=live_in)
    call.out.answer(found, lambda: _show_list(call.out, found))


@command("programme carry-over", acting=True)
@click.option("--fiscal-year", metavar="YEAR", type=int, required=True)
@click.option("--ministry", metavar="MINISTRY")
@click.option("--workflow", metavar="NAME")
@click.option("--dry-run", is_flag=True)
def carry_over(
    call: Invocation, fiscal_year: int, ministry: str | None, workflow: str | None, dry_run: bool
) -> None:
    with opened(call) as session:
        carried = govflow.carry_over(
            session, fiscal_year=fiscal_year, ministry=ministry, workflow=workflow, dry_run=dry_run
        )
    call.out.answer(carried, lambda: _show_carried(call.out, carried))


def _show_imported(out: Output, imported: Imported) -> None:
    said = notice(
        "answer.imported",
        file=imported.file,
        added=imported.added,
        changed=imported.changed,
        unchanged=imported.unchanged,
    )
    paragraph(out, said)
    out.fields(_totals(imported, out.lang))
    if imported.dry_run:
        paragraph(out, notice("answer.dry_run"))


def _totals(imported: Imported, lang: str) -> Iterator[tuple[str, object]]:
    """What the file comes to; the parts of umbrellas stand apart, as the umbrella contains them."""
    totals = imported.totals
    yield "heading.programmes", totals.programmes
    yield "heading.budget", exact(totals.budget, lang)
    yield "heading.not_stated", totals.budgets_not_stated
    yield "heading.executed", exact(totals.executed, lang)
    if totals.parts:
        yield "heading.parts", totals.parts
        yield "heading.parts_budget", exact(totals.parts_budget or None, lang)
        yield "heading.parts_executed", exact(totals.parts_executed, lang)


def _show_list(out: Output, found: Sequence[Any]) -> None:
    rows = [
        (
            programme.key,
            programme.title,
            programme.owner,
            programme.holder if programme.holder != programme.owner else None,
            f"{programme.start_year or ''}–{programme.end_year or ''}",
            compact(programme.budget, out.lang),
        )
        for programme in found
    ]
    out.table(_COLUMNS, rows)


def _show_carried(out: Output, carried: CarryOver) -> None:
    show_submission(out, carried.submission)
    if carried.ended:
        paragraph(out, notice("answer.carried_over", year=carried.fiscal_year, ended=carried.ended))
