"""`govflow ballot …`, all that changes one once it is open, and `ballot consent`: recorded acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

import govflow
from govflow.cli.council_act import asked_for, council_act, held_at
from govflow.cli.frame import Invocation, command
from govflow.cli.given_closed import closing
from govflow.cli.given_seat import of_a_seat, said_by_seat

Decorated = TypeVar("Decorated", bound=Callable[..., object])

_ballot = click.argument("ballot", metavar="BALLOT")
_position = click.argument("position", metavar="POSITION")
_reason = click.option("--reason", metavar="TEXT", default="")
_text = click.option("--text", metavar="TEXT", default="")


@command("ballot cast", acting=True)
@_ballot
@_position
@of_a_seat
@_text
@held_at
@asked_for
def cast(call: Invocation, ballot: str, position: str, **given: Any) -> None:
    council_act(call, govflow.cast, ballot, position, **given)


@command("ballot record", acting=True)
@_ballot
@click.argument("positions", metavar="SEAT=POSITION...", nargs=-1)
@click.option("--others", metavar="POSITION", default="")
@held_at
@asked_for
def record(call: Invocation, ballot: str, positions: tuple[str, ...], **given: Any) -> None:
    council_act(call, govflow.record_positions, ballot, said_by_seat(positions), **given)


@command("ballot correct", acting=True)
@_ballot
@click.argument("seat", metavar="OFFICE")
@_position
@_reason
@asked_for
def correct(call: Invocation, ballot: str, seat: str, position: str, **given: Any) -> None:
    council_act(call, govflow.correct_position, ballot, seat, position, **given)


@command("ballot recuse", acting=True)
@_ballot
@of_a_seat
@_reason
@held_at
@asked_for
def recuse(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.recuse, ballot, **given)


@command("ballot unrecuse", acting=True)
@_ballot
@of_a_seat
@_reason
@held_at
@asked_for
def unrecuse(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.unrecuse, ballot, **given)


@command("ballot object", acting=True)
@_ballot
@of_a_seat
@_text
@held_at
@asked_for
def object_(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.object_to, ballot, **given)


@command("ballot no-objection", acting=True)
@_ballot
@held_at
@asked_for
def no_objection(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.no_objection, ballot, **given)


@command("ballot close", acting=True)
@_ballot
@held_at
@asked_for
def close(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.close_ballot, ballot, **given)


@command("ballot casting-vote", acting=True)
@_ballot
@_position
@_reason
@click.option("--recorded-for", is_flag=True)
@held_at
@asked_for
def casting_vote(call: Invocation, ballot: str, position: str, **given: Any) -> None:
    council_act(call, govflow.casting_vote, ballot, position, **given)


@command("ballot withdraw", acting=True)
@_ballot
@_reason
@held_at
@asked_for
def withdraw(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.withdraw_ballot, ballot, **given)


@command("ballot escalate", acting=True)
@_ballot
@_reason
@held_at
@asked_for
def escalate(call: Invocation, ballot: str, **given: Any) -> None:
    council_act(call, govflow.escalate_ballot, ballot, **given)


@command("ballot abolish", acting=True)
@_ballot
@click.argument("seat", metavar="OFFICE")
@_reason
@held_at
@asked_for
def abolish(call: Invocation, ballot: str, seat: str, **given: Any) -> None:
    council_act(call, govflow.abolish_seat, ballot, seat, **given)


@command("ballot consent", acting=True)
@click.argument("meeting", metavar="MEETING")
@click.option("--except", "without", metavar="ITEM", type=int, multiple=True)
@closing
@held_at
@asked_for
def consent(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.pass_consent, meeting, **given)
