"""A small command line built with the frame: what the tests of the frame run instead of the real commands."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import click
import pytest

from govflow import messages
from govflow.cli.frame import Invocation, command
from govflow.cli.group import LazyGroup
from govflow.cli.helppage import Section
from govflow.cli.table import Column
from govflow.messages import Title, notice

raises: list[BaseException] = []
"""What `trouble` raises next."""


@command("act", acting=True)
@click.argument("reference", metavar="REF")
@click.option("--note", metavar="TEXT")
@click.option("--limit", type=click.IntRange(1, 9), default=3)
@click.option("--stage", type=click.Choice(["draft", "open"]))
@click.option("--count", type=int)
def act(call: Invocation, reference: str, **own: object) -> None:
    asked = {name: value for name, value in call._asdict().items() if name != "out"}
    call.out.answer({"reference": reference, **own, "call": asked}, lambda: None)


@command("workflow list")
def list_(call: Invocation) -> None:
    rows = [("it_investment", Title("IT投資", "IT investment"))]
    call.out.answer(rows, lambda: call.out.table([Column("sample.name"), Column("sample.title")], rows))


@command("workflow trouble")
def trouble(call: Invocation) -> int:
    if raises:
        raise raises.pop()
    call.out.note(notice("sample.half"))
    return 3


@command("workflow chatty")
def chatty(call: Invocation) -> None:
    call.out.say(notice("sample.half"))


JOB = {"act": "sample_commands:act"}
RULES = {
    "workflow": {
        "list": "sample_commands:list_",
        "trouble": "sample_commands:trouble",
        "chatty": "sample_commands:chatty",
    }
}
HELP = {
    "act": (
        "案件について行為をします。\n\n  govflow act REF   # 例\n\n" + "長い説明です。" * 20,
        "Act on a proposal.\n\n" + "Long. " * 40,
    ),
    "workflow": ("定義を扱います。", "Work with definitions."),
    "workflow.list": ("定義の一覧です。", "List the definitions."),
    "workflow.trouble": ("失敗します。", "Fail."),
    "workflow.chatty": ("話します。", "Talk."),
}
OPTION = {
    "act.note": ("この行為の覚え。", "A note kept with this act."),
    "note": ("覚え。", "A note."),
    "limit": ("上限。", "The limit."),
    "stage": ("段階。", "The stage."),
    "count": ("数。", "A count."),
}
SAMPLE = {
    "name": ("名前", "Name"),
    "title": ("件名", "Title"),
    "amount": ("金額", "Amount"),
    "half": ("半分終わりました。", "half is done"),
    "why": ("金額が{amount:,}円です。", "the amount is {amount:,} yen"),
}


def install(monkeypatch: pytest.MonkeyPatch) -> LazyGroup:
    """Make the sample the whole command line, with its texts in the catalogue."""
    monkeypatch.setitem(sys.modules, "govflow.messages.sample", SimpleNamespace(TEXTS=SAMPLE))
    for area, texts in (("help", HELP), ("option", OPTION)):
        for name, pair in texts.items():
            monkeypatch.setitem(messages._area(area), name, Title(*pair))
    tree = LazyGroup("", [Section("cli.section.job", JOB), Section("cli.section.rules", RULES)])
    monkeypatch.setattr("govflow.cli.root", lambda: tree)
    monkeypatch.setenv("GOVFLOW_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("GOVFLOW_STORE", raising=False)
    monkeypatch.delenv("GOVFLOW_DEBUG", raising=False)
    return tree
