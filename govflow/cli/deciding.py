"""`govflow decision emergency`, `reconsider` and `appeal`: recorded acts."""

from __future__ import annotations

from typing import Any

import click

import govflow
from govflow.cli.council_act import council_act
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import Decorated
from govflow.cli.parameters import named_values

_number = click.argument("number", metavar="NUMBER")


def _told_once(work: Decorated) -> Decorated:
    """What stays out of the public version, and how the act is asked for: it begins a ballot, so that there is no
    version to expect."""
    kept = click.option("--dry-run", is_flag=True)(click.option("--key", metavar="KEY")(work))
    return click.option("--closed", metavar="FIELD=REASON", multiple=True)(kept)


@command("decision emergency", acting=True)
@click.option("--body", metavar="NAME", required=True)
@click.option("--question", metavar="TEXT", default="")
@click.option("--proposal", metavar="REFERENCE")
@click.option("--reason", metavar="TEXT", default="")
@_told_once
def emergency(call: Invocation, closed: tuple[str, ...], **given: Any) -> None:
    council_act(call, govflow.decide_in_emergency, closed=_reasons(closed), **given)


@command("decision reconsider", acting=True)
@_number
@click.option("--new-facts", metavar="TEXT", default="")
@click.option("--meeting", metavar="MEETING")
@click.option("--item", metavar="N", type=int)
@click.option("--closes-at", metavar="TIMESTAMP")
@_told_once
def reconsider(call: Invocation, number: str, closed: tuple[str, ...], **given: Any) -> None:
    council_act(call, govflow.reconsider, number, closed=_reasons(closed), **given)


@command("decision appeal", acting=True)
@_number
@click.option("--asks", metavar="REMEDY", type=click.Choice(["overrule", "remand"]), required=True)
@click.option("--grounds", metavar="TEXT", default="")
@_told_once
def appeal(call: Invocation, number: str, closed: tuple[str, ...], **given: Any) -> None:
    council_act(call, govflow.appeal, number, closed=_reasons(closed), **given)


def _reasons(closed: tuple[str, ...]) -> dict[str, str]:
    """Why each field is closed; several reasons for one are told together."""
    given = named_values(closed, option="--closed")
    return {name: why if isinstance(why, str) else " ".join(why) for name, why in given.items()}
