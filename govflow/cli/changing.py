"""`govflow change`: what was decided has grown, and a linked change proposal is opened."""

from __future__ import annotations

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.keys import new_key, repeatable
from govflow.cli.opened import opened
from govflow.cli.parameters import named_values
from govflow.cli.placing import placed_at
from govflow.cli.prose import paragraph
from govflow.cli.reference import REFERENCE
from govflow.messages import notice


@command("change", acting=True)
@click.argument("reference", metavar="REF", type=REFERENCE)
@click.option("--set", "values", metavar="FIELD=VALUE", multiple=True)
@click.option("--key", metavar="KEY")
@click.option("--dry-run", is_flag=True)
def change(
    call: Invocation, reference: str, values: tuple[str, ...], *, key: str | None, dry_run: bool
) -> None:
    key = key or new_key(None if dry_run else call.out)
    with opened(call) as session, placed_at("--set"), repeatable(call.out, key, dry_run=dry_run):
        row = govflow.change(session, reference, values=named_values(values), key=key, dry_run=dry_run)

    def show() -> None:
        paragraph(call.out, notice("change.opened", change=row.reference, reference=reference))
        if dry_run:
            paragraph(call.out, notice("answer.dry_run"))
        else:
            call.out.note(notice("answer.try_why", command=call.out.runnable(f"govflow why {row.reference}")))

    call.out.answer(row, show)
