"""`govflow correct`: a slip is put right by a second person."""

from __future__ import annotations

from typing import Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.keys import new_key, repeatable
from govflow.cli.opened import opened
from govflow.cli.parameters import named_values
from govflow.cli.placing import placed_at
from govflow.cli.receipt import show_receipt
from govflow.cli.reference import REFERENCE


@command("correct", acting=True)
@click.argument("reference", metavar="REF", type=REFERENCE)
@click.option("--entry", metavar="N", type=click.IntRange(1))
@click.option("--set", "values", metavar="NAME=VALUE", multiple=True)
@click.option("--field", "fields", metavar="NAME=VALUE", multiple=True)
@click.option("--note", metavar="TEXT")
@click.option("--expect-version", metavar="N", type=click.IntRange(1))
@click.option("--dry-run", is_flag=True)
@click.option("--key", metavar="KEY")
def correct(call: Invocation, reference: str, **given: Any) -> None:
    dry_run = bool(given["dry_run"])
    key = given["key"] or new_key(None if dry_run else call.out)
    wanted = govflow.Correction(
        reference,
        given["note"] or "",
        entry=given["entry"],
        values=named_values(given["values"]),
        fields=named_values(given["fields"], option="--field"),
        key=key,
        expected_version=given["expect_version"],
    )
    placed = placed_at("--field" if wanted.fields else "--set")
    with opened(call) as session, placed, repeatable(call.out, key, dry_run=dry_run):
        receipt = govflow.correct(session, wanted, dry_run=dry_run)
        call.out.answer(receipt, lambda: show_receipt(call.out, receipt, session=session, dry_run=dry_run))
