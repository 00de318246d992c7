"""`govflow ballot tally`: what a ballot comes to, from a file of votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.output import Output
from govflow.cli.prose import blank, paragraph, title_of
from govflow.cli.table import Column
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import BallotTally

_COLUMNS = (
    Column("heading.position"),
    Column("heading.heads", right=True),
    Column("heading.weight", right=True),
)


@command("ballot tally")
@click.option("--rule", metavar="FILE|PRESET", required=True)
@click.option("--votes", metavar="FILE", required=True)
def tally(call: Invocation, rule: str, votes: str) -> None:
    found = govflow.tally(rule, votes)
    call.out.answer(found, lambda: _show(call.out, found))


def _show(out: Output, found: BallotTally) -> None:
    paragraph(out, title_of(found.sentence))
    blank(out)
    weights = found.counts["weights"]
    rows = [(notice(f"ballot.letter_{letter}"), found.counts[letter], weights[letter]) for letter in weights]
    out.table(_COLUMNS, rows)
    blank(out)
    out.fields(
        [
            ("heading.outcome", notice(f"ballot.outcome_{found.outcome.lower()}")),
            ("heading.base", found.base),
            ("heading.needed", found.needed),
            ("heading.quorum", _quorum(found)),
        ]
    )


def _quorum(found: BallotTally) -> Notice:
    if found.quorum["base"] is None:
        return notice("answer.none")
    held = notice("ballot.quorum_held" if found.quorum["held"] else "ballot.quorum_lacking")
    return notice("ballot.quorum", **{**found.quorum, "held": held})
