"""`govflow act`: one act, or with --file those of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

import govflow
from govflow.cli.act_file import FileOptions, act_file
from govflow.cli.frame import Invocation, command
from govflow.cli.given import listed_values, payload_of, placed
from govflow.cli.keys import new_key, repeatable
from govflow.cli.misread import Misread
from govflow.cli.opened import opened
from govflow.cli.parameters import DAY, ENCODING, FILE
from govflow.cli.receipt import show_receipt
from govflow.cli.reference import REFERENCE
from govflow.cli.repeated import options_given
from govflow.errors import Refused
from govflow.messages import notice

_OF_ONE = {
    "reference": "REF",
    "trigger": "TRIGGER",
    "values": "--set",
    "issues": "--issue",
    "replies": "--reply",
    "data": "--data",
    "note": "--note",
    "expect_version": "--expect-version",
    "effective_on": "--effective-on",
    "dry_run": "--dry-run",
}
"""What only a single act takes, as it is written."""

_OF_FILE = {
    "batch": "--batch",
    "stop_at_refusal": "--stop-at-refusal",
    "report": "--report",
    "encoding": "--encoding",
}
"""What only a file of acts takes."""


@command("act", acting=True)
@click.argument("reference", metavar="[REF", required=False, type=REFERENCE)
@click.argument("trigger", metavar="TRIGGER]", required=False)
@click.option("--set", "values", metavar="NAME=VALUE", multiple=True)
@click.option("--issue", "issues", metavar="[FIELD:]TEXT", multiple=True)
@click.option("--reply", "replies", metavar="N=TEXT", multiple=True)
@click.option("--data", metavar="FILE", type=FILE)
@click.option("--note", metavar="TEXT")
@click.option("--expect-version", metavar="N", type=click.IntRange(1))
@click.option("--effective-on", metavar="DATE", type=DAY)
@click.option("--dry-run", is_flag=True)
@click.option("--key", metavar="KEY")
@click.option("--file", metavar="FILE.csv", type=FILE)
@click.option("--batch", metavar="N", type=click.IntRange(1, 1000))
@click.option("--stop-at-refusal", is_flag=True)
@click.option("--report", metavar="FILE.json", type=FILE)
@click.option("--encoding", type=ENCODING)
def act(call: Invocation, file: Path | None, key: str | None, **given: Any) -> int | None:
    _refuse_foreign(_OF_FILE if file is None else _OF_ONE, given, with_file=file is not None)
    if file is not None:
        options = FileOptions(**{name: given[name] for name in _OF_FILE})
        return act_file(call, file, options, key=key)
    _one(call, key, given)
    return None


def _refuse_foreign(foreign: Mapping[str, str], given: Mapping[str, Any], *, with_file: bool) -> None:
    """One act and a file of acts are said with different options; mixing them is a misunderstanding."""
    code = "answer.not_with_file" if with_file else "answer.only_with_file"
    for name, written in foreign.items():
        if given[name]:
            raise Misread(notice(code, name=written), click.get_current_context())


def _one(call: Invocation, key: str | None, given: Mapping[str, Any]) -> None:
    context = click.get_current_context()
    for name in ("reference", "trigger"):
        if not given[name]:
            raise Misread(notice("cli.missing_argument", name=_OF_ONE[name]), context)
    wanted = govflow.Act(
        given["reference"],
        given["trigger"],
        payload=payload_of(
            given["values"], given["data"], listed=listed_values(given["issues"], given["replies"])
        ),
        note=given["note"] or "",
        key=key,
        expected_version=given["expect_version"],
        effective_on=given["effective_on"],
    )
    with opened(call) as session, placed(given["values"], given["data"]), _going_on(context):
        dry_run = bool(given["dry_run"])
        do = _tried if dry_run else _recorded
        receipt = do(call, session, wanted)
        call.out.answer(receipt, lambda: show_receipt(call.out, receipt, session=session, dry_run=dry_run))


def _tried(call: Invocation, session: govflow.Session, wanted: govflow.Act) -> govflow.Receipt:
    return govflow.act(session, wanted, dry_run=True)


def _recorded(call: Invocation, session: govflow.Session, wanted: govflow.Act) -> govflow.Receipt:
    """Do it under a key that the person knows."""
    key = wanted.key or new_key(
        call.out if govflow.knows_act(session, wanted.reference, wanted.trigger) else None
    )
    with repeatable(call.out, key):
        return govflow.act(session, replace(wanted, key=key))


@contextmanager
def _going_on(context: click.Context) -> Iterator[None]:
    """The next command that a refusal suggests keeps what was given with this one: an act all of its options, a look
    the time."""
    try:
        yield
    except Refused as refused:
        raise type(refused)(
            *refused.notices, next_command=_carried_on(refused.next_command, context)
        ) from refused


def _carried_on(command: str, context: click.Context) -> str:
    """Options that the refusal itself names stay behind those that were given."""
    words = command.split(" ")
    if words[:2] == ["govflow", "act"]:
        return " ".join([*words[:4], *options_given(context), *words[4:]])
    return " ".join([*words, *options_given(context, only=("--now",))]) if command else ""
