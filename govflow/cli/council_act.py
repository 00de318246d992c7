"""An act of a council on the command line: done under a key, told in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

import govflow
from govflow.cli.frame import Invocation
from govflow.cli.keys import new_key, repeatable
from govflow.cli.next_step import next_steps
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.prose import listed, paragraph, title_of
from govflow.messages import Notice, notice

Decorated = TypeVar("Decorated", bound=Callable[..., object])

_VALUES: Mapping[str, Callable[[str], Notice]] = {
    "position": lambda token: notice(f"voting.position_{token}"),
    "state": lambda token: notice(f"meeting.state_{token}"),
    "answer": lambda token: notice(f"meeting.answer_{token}"),
    "jointly": lambda token: notice(f"ballot.outcome_{token.lower()}"),
    "outcome": lambda token: notice(f"ballot.outcome_{token.lower()}"),
}
"""Values of a receipt that have texts of their own."""

_FOLLOWED: Mapping[str, str] = {
    "asked": "voting.told_asked",
    "decision": "voting.told_decision",
    "proposal": "voting.told_proposal",
    "jointly": "council.told_jointly",
    "awaits": "council.told_awaits",
    "left_out": "meeting.left_out",
    "reopened": "meeting.reopened",
    "lapsed": "meeting.lapsed",
    "stays": "voting.told_stays",
}
"""What else an act may have brought about, and how it is told."""


def asked_for(work: Decorated) -> Decorated:
    """How every act of a council may be asked for."""
    version = click.option("--expect-version", metavar="N", type=click.IntRange(1))
    return version(click.option("--dry-run", is_flag=True)(click.option("--key", metavar="KEY")(work)))


def held_at(work: Decorated) -> Decorated:
    """When it happened in a meeting that was held on paper."""
    return click.option("--at", metavar="TIME")(work)


def council_act(
    call: Invocation,
    act: Callable[..., govflow.CouncilReceipt],
    *said: object,
    key: str | None,
    expect_version: int | None = None,
    dry_run: bool = False,
    **given: Any,
) -> None:
    """Do it under a key that the person learns before it is done."""
    key = key or new_key(None if dry_run else call.out)
    asked = {"expected_version": expect_version, "dry_run": dry_run} if expect_version or dry_run else {}
    with opened(call) as session, repeatable(call.out, key, dry_run=dry_run):
        receipt = act(session, *said, key=key, **asked, **given)
    call.out.answer(receipt, lambda: _show(call.out, receipt, dry_run=dry_run))


def _show(out: Output, receipt: govflow.CouncilReceipt, *, dry_run: bool) -> None:
    if receipt.repeated:
        paragraph(out, notice("voting.repeated"))
    told = {name: _told(name, value) for name, value in receipt.told.items()}
    done = f"council_done.{receipt.subject}_{receipt.trigger}"
    paragraph(out, notice(done, reference=receipt.reference, **told))
    for name, followed in _FOLLOWED.items():
        if told.get(name):
            paragraph(out, notice(followed, **told))
    for one in receipt.told.get("decisions", ()):
        paragraph(out, notice("council.consented" if one["decision"] else "council.consented_only", **one))
    for command in () if dry_run else next_steps(receipt):
        paragraph(out, notice("voting.next_step", command=command))
    if dry_run:
        paragraph(out, notice("answer.dry_run"))


def _told(name: str, value: Any) -> object:
    if name == "recorded" and isinstance(value, Mapping):
        return [
            notice("paper.said", seat=seat, position=notice(f"voting.position_{token}"))
            for seat, token in value.items()
        ]
    if isinstance(value, Mapping):
        return title_of(value)
    if name.endswith("_titles"):
        return listed([title_of(each) for each in value])
    words = _VALUES.get(name)
    return words(str(value)) if words and value is not None else value
