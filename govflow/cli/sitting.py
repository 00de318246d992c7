"""`govflow meeting open` to `end`: a sitting as it happens, item by item."""

from __future__ import annotations

from typing import Any

import click

import govflow
from govflow.cli.council_act import asked_for, council_act
from govflow.cli.frame import Invocation, command

_meeting = click.argument("meeting", metavar="MEETING")
_item = click.argument("item", metavar="ITEM", type=click.IntRange(1))
_seats = click.argument("seats", metavar="OFFICE...", nargs=-1, required=True)
_reason = click.option("--reason", metavar="TEXT", default="")
_at = click.option("--at", metavar="TIME")


@command("meeting open", acting=True)
@_meeting
@click.option("--seat", "seats", metavar="OFFICE", multiple=True)
@click.option("--as-replied", is_flag=True)
@click.option("--everybody", is_flag=True)
@click.option("--away", metavar="OFFICE", multiple=True)
@_reason
@_at
@asked_for
def open_(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.open_meeting, meeting, **given)


@command("meeting arrive", acting=True)
@_meeting
@_seats
@click.option("--alternate", metavar="OFFICE")
@click.option("--person", metavar="PERSON")
@_at
@asked_for
def arrive(call: Invocation, meeting: str, seats: tuple[str, ...], **given: Any) -> None:
    council_act(call, govflow.arrive, meeting, seats, **given)


@command("meeting leave", acting=True)
@_meeting
@_seats
@_at
@asked_for
def leave(call: Invocation, meeting: str, seats: tuple[str, ...], **given: Any) -> None:
    council_act(call, govflow.leave, meeting, seats, **given)


@command("meeting suspend", acting=True)
@_meeting
@_reason
@_at
@asked_for
def suspend(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.suspend_meeting, meeting, **given)


@command("meeting resume", acting=True)
@_meeting
@_at
@asked_for
def resume(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.resume_meeting, meeting, **given)


@command("meeting call-item", acting=True)
@_meeting
@_item
@_at
@asked_for
def call_item(call: Invocation, meeting: str, item: int, **given: Any) -> None:
    council_act(call, govflow.call_item, meeting, item, **given)


@command("meeting note-item", acting=True)
@_meeting
@_item
@click.option("--note", metavar="TEXT", default="")
@_at
@asked_for
def note_item(call: Invocation, meeting: str, item: int, **given: Any) -> None:
    council_act(call, govflow.note_item, meeting, item, **given)


@command("meeting carry-over", acting=True)
@_meeting
@_item
@_reason
@_at
@asked_for
def carry_over(call: Invocation, meeting: str, item: int, **given: Any) -> None:
    council_act(call, govflow.carry_over_item, meeting, item, **given)


@command("meeting end", acting=True)
@_meeting
@_at
@asked_for
def end(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.end_meeting, meeting, **given)
