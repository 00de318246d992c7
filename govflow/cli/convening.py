"""`govflow meeting call`, `cancel`, and what goes before the sitting: agenda, replies, proxies and papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

import govflow
from govflow.cli.council_act import asked_for, council_act
from govflow.cli.frame import Invocation, command
from govflow.cli.given_seat import of_a_seat
from govflow.cli.parameters import FILE

_meeting = click.argument("meeting", metavar="MEETING")
_item = click.argument("item", metavar="ITEM", type=click.IntRange(1))
_reason = click.option("--reason", metavar="TEXT", default="")
_section = click.option("--section", type=click.Choice(["decide", "report", "discuss"]))
_part = click.option("--part", type=click.Choice(["consent", "discussion"]))


@command("meeting call", acting=True)
@click.argument("body", metavar="BODY")
@click.option("--at", metavar="TIMESTAMP", required=True)
@click.option("--place", metavar="TEXT", required=True)
@click.option("--shortened", metavar="REASON", default="")
@click.option("--held-on-paper", metavar="SOURCE", default="")
@asked_for
def call_(call: Invocation, **given: Any) -> None:
    council_act(call, govflow.call_meeting, **given)


@command("meeting cancel", acting=True)
@_meeting
@_reason
@asked_for
def cancel(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.cancel_meeting, meeting, **given)


@command("meeting gather", acting=True)
@_meeting
@_part
@asked_for
def gather(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.gather_items, meeting, **given)


@command("meeting add", acting=True)
@_meeting
@click.argument("proposal", metavar="[REF]", required=False)
@click.option("--title", metavar="TEXT", default="")
@_section
@_part
@click.option("--new-facts", metavar="TEXT", default="")
@asked_for
def add(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.add_item, meeting, **given)


@command("meeting move", acting=True)
@_meeting
@click.argument("items", metavar="ITEM...", type=click.IntRange(1), nargs=-1, required=True)
@click.option("--to", metavar="PLACE", type=click.IntRange(1))
@_section
@_part
@asked_for
def move(call: Invocation, meeting: str, items: tuple[int, ...], **given: Any) -> None:
    council_act(call, govflow.move_items, meeting, items, **given)


@command("meeting take-out", acting=True)
@_meeting
@_item
@of_a_seat
@asked_for
def take_out(call: Invocation, meeting: str, item: int, **given: Any) -> None:
    council_act(call, govflow.take_out_item, meeting, item, **given)


@command("meeting remove", acting=True)
@_meeting
@_item
@_reason
@asked_for
def remove(call: Invocation, meeting: str, item: int, **given: Any) -> None:
    council_act(call, govflow.remove_item, meeting, item, **given)


@command("meeting reply", acting=True)
@_meeting
@click.option("--attends", type=click.Choice(["yes", "no"]))
@click.option("--alternate", metavar="OFFICE")
@of_a_seat
@click.option("--note", metavar="TEXT", default="")
@asked_for
def reply(call: Invocation, meeting: str, attends: str | None, **given: Any) -> None:
    council_act(call, govflow.reply, meeting, attends=attends and attends == "yes", **given)


@command("meeting proxy", acting=True)
@_meeting
@click.option("--to", metavar="OFFICE", required=True)
@click.option("--item", "items", metavar="ITEM", type=click.IntRange(1), multiple=True)
@of_a_seat
@asked_for
def proxy(call: Invocation, meeting: str, **given: Any) -> None:
    council_act(call, govflow.give_proxy, meeting, **given)


@command("meeting paper", acting=True)
@_meeting
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--title", metavar="TEXT", default="")
@click.option("--item", metavar="ITEM", type=click.IntRange(1))
@click.option("--replaces", metavar="PAPER", type=click.IntRange(1))
@asked_for
def paper(call: Invocation, meeting: str, file: Path, **given: Any) -> None:
    council_act(call, govflow.add_paper, meeting, file, **given)
