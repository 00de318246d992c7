"""`govflow ballot open`, `cast`, `recuse`, `close`, `casting-vote` and `withdraw`: recorded acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.keys import new_key
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.prose import paragraph
from govflow.errors import StoreError
from govflow.messages import notice

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
    _done(call, govflow.open_ballot, **given)


@command("ballot cast", acting=True)
@_ballot
@_position
@_of_a_seat
@click.option("--text", metavar="TEXT", default="")
@_key
def cast(call: Invocation, ballot: str, position: str, **given: Any) -> None:
    _done(call, govflow.cast, ballot, position, **given)


@command("ballot recuse", acting=True)
@_ballot
@_of_a_seat
@_reason
@_key
def recuse(call: Invocation, ballot: str, **given: Any) -> None:
    _done(call, govflow.recuse, ballot, **given)


@command("ballot close", acting=True)
@_ballot
@_key
def close(call: Invocation, ballot: str, **given: Any) -> None:
    _done(call, govflow.close_ballot, ballot, **given)


@command("ballot casting-vote", acting=True)
@_ballot
@_position
@_reason
@_key
def casting_vote(call: Invocation, ballot: str, position: str, **given: Any) -> None:
    _done(call, govflow.casting_vote, ballot, position, **given)


@command("ballot withdraw", acting=True)
@_ballot
@_reason
@_key
def withdraw(call: Invocation, ballot: str, **given: Any) -> None:
    _done(call, govflow.withdraw_ballot, ballot, **given)


def _done(
    call: Invocation, act: Callable[..., govflow.BallotReceipt], *said: str, key: str | None, **given: Any
) -> None:
    """Do it under a key that the person learns where the answer was lost."""
    key = key or new_key(None)
    with opened(call) as session:
        try:
            receipt = act(session, *said, key=key, **given)
        except StoreError as failed:
            raise type(failed)(*failed.notices, notice("answer.repeat_with_key", key=key)) from failed
    call.out.answer(receipt, lambda: _show(call.out, receipt))


def _show(out: Output, receipt: govflow.BallotReceipt) -> None:
    outcome, position = receipt.outcome, receipt.position
    if receipt.repeated:
        paragraph(out, notice("voting.repeated"))
    paragraph(
        out,
        notice(
            f"voting.done_{receipt.trigger}",
            ballot=receipt.ballot,
            seat=receipt.seat,
            position=position and notice(f"voting.position_{position}"),
            outcome=outcome and notice(f"ballot.outcome_{outcome.lower()}"),
        ),
    )
