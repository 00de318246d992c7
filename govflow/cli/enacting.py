"""Putting a definition or a charter into force: what `govflow workflow load` and `govflow body load` share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import click

from govflow.cli.frame import Invocation
from govflow.cli.opened import opened
from govflow.cli.parameters import DAY
from govflow.cli.prose import paragraph
from govflow.messages import Notice, notice

Decorated = TypeVar("Decorated", bound=Callable[..., object])
Line = TypeVar("Line")


def enacting(work: Decorated) -> Decorated:
    """Gives `--from` and `--dry-run` to a command."""
    return click.option("--from", "from_day", metavar="DATE", type=DAY)(
        click.option("--dry-run", is_flag=True)(work)
    )


def enact(
    call: Invocation,
    name: str,
    *,
    called: str,
    load: Callable[..., Line],
    show: Callable[[Line, date | Notice], None],
    from_day: date | None,
    dry_run: bool,
) -> None:
    """Load what is named and show it; `called` is its name in the answer."""
    with opened(call) as session:
        loaded = load(session, name, from_day=from_day, dry_run=dry_run)

    def told() -> None:
        show(loaded, from_day or notice("answer.today"))
        if dry_run:
            paragraph(call.out, notice("answer.dry_run"))

    call.out.answer({called: loaded, "from": from_day, "dry_run": dry_run}, told)
