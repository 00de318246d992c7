"""`govflow decision emergency`, `reconsider` and `appeal`: recorded acts."""

from __future__ import annotations

from typing import Any

import click

import govflow
from govflow.cli.council_act import council_act, held_at
from govflow.cli.frame import Invocation, command
from govflow.cli.given_closed import closing
from govflow.cli.opened import Decorated

_number = click.argument("number", metavar="NUMBER")


def _told_once(work: Decorated) -> Decorated:
    """What stays out of the public version, and how the act is asked for: it begins a ballot, so that there is no
    version to expect."""
    return closing(click.option("--dry-run", is_flag=True)(click.option("--key", metavar="KEY")(work)))


@command("decision emergency", acting=True)
@click.option("--body", metavar="NAME", required=True)
@click.option("--question", metavar="TEXT", default="")
@click.option("--proposal", metavar="REFERENCE")
@click.option("--reason", metavar="TEXT", default="")
@_told_once
def emergency(call: Invocation, **given: Any) -> None:
    council_act(call, govflow.decide_in_emergency, **given)


@command("decision reconsider", acting=True)
@_number
@click.option("--new-facts", metavar="TEXT", default="")
@click.option("--meeting", metavar="MEETING")
@click.option("--item", metavar="N", type=int)
@click.option("--closes-at", metavar="TIMESTAMP")
@held_at
@_told_once
def reconsider(call: Invocation, number: str, **given: Any) -> None:
    council_act(call, govflow.reconsider, number, **given)


@command("decision appeal", acting=True)
@_number
@click.option("--asks", metavar="REMEDY", type=click.Choice(["overrule", "remand"]), required=True)
@click.option("--grounds", metavar="TEXT", default="")
@_told_once
def appeal(call: Invocation, number: str, **given: Any) -> None:
    council_act(call, govflow.appeal, number, **given)
