"""`govflow ballot open`: in a meeting, in writing, or by a day; and `meeting amend`."""

from __future__ import annotations

from typing import Any

import click

import govflow
from govflow.cli.council_act import asked_for, council_act, held_at
from govflow.cli.frame import Invocation, command
from govflow.cli.given_closed import closing
from govflow.cli.given_place import part_by_part
from govflow.cli.misread import Misread
from govflow.messages import notice

_OF: dict[str, tuple[str, ...]] = {
    "meeting": ("item", "amendment", "override", "asks", "jointly_with", "closed", "at"),
    "written": ("body", "proposal", "question", "closes_at", "reason", "jointly_with", "closed"),
    "body": ("question", "closes_at", "rule", "override", "jointly_with", "closed"),
}
"""The options of each way of deciding; the first that is given says which it is."""

_NEEDED: dict[str, tuple[str, ...]] = {
    "meeting": ("item",),
    "written": ("body", "closes_at"),
    "body": (),
}
_ACTS = {"meeting": "open_in_sitting", "written": "open_written", "body": "open_ballot"}


@command("ballot open", acting=True)
@click.option("--meeting", metavar="MEETING")
@click.option("--item", metavar="ITEM", type=int)
@click.option("--amendment", metavar="N", type=int)
@click.option("--no-objection/--counted", "asks", default=None)
@click.option("--body", metavar="NAME")
@click.option("--written", is_flag=True)
@click.option("--proposal", metavar="REF")
@click.option("--question", metavar="TEXT")
@click.option("--closes-at", metavar="TIMESTAMP")
@click.option("--reason", metavar="TEXT")
@click.option("--rule", metavar="FILE|PRESET")
@click.option("--override", metavar="BALLOT")
@click.option("--jointly-with", metavar="NAME", multiple=True)
@closing
@held_at
@asked_for
def open_(call: Invocation, **given: Any) -> None:
    asked = {name: given.pop(name) for name in ("key", "expect_version", "dry_run")}
    way = next((name for name in _OF if given[name]), "body")
    said = {name: value for name, value in given.items() if value or (name == "asks" and value is not None)}
    _complete(way, said)
    first = (said.pop("meeting"), said.pop("item")) if way == "meeting" else ()
    if said.pop("written", False):
        said.setdefault("reason", "")
    council_act(call, getattr(govflow, _ACTS[way]), *first, **said, **asked)


@command("meeting amend", acting=True)
@click.argument("meeting", metavar="MEETING")
@click.argument("item", metavar="ITEM", type=int)
@click.option("--kind", metavar="KIND", required=True)
@click.option("--text", metavar="TEXT", default="")
@click.option("--seat", metavar="OFFICE")
@click.option("--amount", metavar="YEN", type=int)
@click.option("--condition", metavar="TEXT")
@click.option("--due", metavar="DATE")
@click.option("--owner", metavar="OFFICE")
@click.option("--precedent", metavar="true|ACT")
@click.option("--closed", metavar="REASON")
@click.option("--recorded-for", is_flag=True)
@held_at
@asked_for
def amend(call: Invocation, meeting: str, item: int, **given: Any) -> None:
    names = {
        "condition": "text",
        "due": "due",
        "owner": "owner",
        "precedent": "precedent",
        "closed": "closed",
    }
    parts = {part: given.pop(name) for name, part in names.items()}
    condition = {part: value for part, value in parts.items() if value not in (None, False)}
    with part_by_part("condition", {part: f"--{name}" for name, part in names.items()}):
        council_act(call, govflow.move_amendment, meeting, item, condition=condition or None, **given)


def _complete(way: str, said: dict[str, Any]) -> None:
    """What a way of deciding needs is there, and what belongs to another is not."""
    context = click.get_current_context()
    for name in (way, *_NEEDED[way]):
        if name not in said:
            raise Misread(notice("cli.missing_option", name=_written(name)), context)
    for name in said:
        if name not in (way, *_OF[way]):
            raise Misread(notice("cli.option_of_other", name=_written(name), way=_written(way)), context)


def _written(name: str) -> str:
    return {"asks": "--no-objection"}.get(name, f"--{name.replace('_', '-')}")
