"""`govflow ballot open`, `cast`, `recuse`, `close`, `casting-vote` and `withdraw`: recorded acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

import govflow
from govflow.cli.council_act import council_act
from govflow.cli.frame import Invocation, command

Decorated = TypeVar("Decorated", bound=Callable[..., object])

_ballot = click.argument("ballot", metavar="BALLOT")
_position = click.argument("position", metavar="POSITION")
_reason = click.option("--reason", metavar="TEXT", default="")
_key = click.option("--key", metavar="KEY")


def _of_a_seat(work: Decorated) -> Decorated:
    """Whose seat it is, and whether the secretariat writes it down."""
    return click.option("--seat", metavar="OFFICE")(click.option("--recorded-for", is_flag=True)(work))


@command("ballot open", acting=True)
@click.option("--body", metavar="NAME", required=True)
@click.option("--question", metavar="TEXT", required=True)
@click.option("--closes-at", metavar="TIMESTAMP")
@click.option("--rule", metavar="FILE|PRESET")
@_key
def open_(call: Invocation, **given: Any) -> None:
    council_act(call, govflow.open_ballot, **given)


@command("ballot cast", acting=True)
@_ballot
@_position
@_of_a_seat
@click.option("--text", metavar="TEXT", default="")
@_key
def cast(call: Invocation, ballot: str, position: str, **given: Any) -> None:
    council_act(call, govflow.cast, ballot, position, **given)


@command("ballot recuse", acting=True)
@_ballot
@_of_a_seat
@_reason
@_key
def recuse(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.recuse, ballot, **given)


@command("ballot close", acting=True)
@_ballot
@_key
def close(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.close_ballot, ballot, **given)


@command("ballot casting-vote", acting=True)
@_ballot
@_position
@_reason
@_key
def casting_vote(call: Invocation, ballot: str, position: str, **given: Any) -> None:
    council_act(call, govflow.casting_vote, ballot, position, **given)


@command("ballot withdraw", acting=True)
@_ballot
@_reason
@_key
def withdraw(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.withdraw_ballot, ballot, **given)
