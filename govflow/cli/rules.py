"""`govflow rules list` and `explain`: rules of ballots in words and as truth tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.output import Output
from govflow.cli.prose import blank, paragraph, title_of
from govflow.cli.table import Column
from govflow.cli.width import cells, padded
from govflow.messages import Notice, notice, say

if TYPE_CHECKING:
    from govflow import RuleExplained

_COLUMNS = (
    Column("heading.name"),
    Column("heading.rule", fit="clip"),
    Column("heading.threshold", right=True),
    Column("heading.base"),
)


@command("rules list")
def list_(call: Invocation) -> None:
    found = govflow.list_rules()
    rows = [
        (
            line.name,
            line.title,
            f"{'≥' if line.inclusive else '>'} {line.threshold}",
            line.base,
        )
        for line in found
    ]
    call.out.answer(found, lambda: call.out.table(_COLUMNS, rows))


@command("rules explain")
@click.argument("rule", metavar="PRESET|FILE")
@click.option("--seats", type=int, default=5)
def explain(call: Invocation, rule: str, seats: int) -> None:
    found = govflow.explain_rule(rule, seats=seats)
    call.out.answer(found, lambda: _show(call.out, found))


Chosen = Callable[[int, int, int], bool]
"""Whether a combination belongs to a slice of the table, by how many abstain, block, and give no answer."""

_SLICES: tuple[tuple[str, Chosen], ...] = (
    ("rule.table_abstaining", lambda abstain, block, none: not block and not none),
    ("rule.table_away", lambda abstain, block, none: not block and not abstain),
    ("rule.table_blocking", lambda abstain, block, none: block == 1 and not none),
)


def _show(out: Output, found: RuleExplained) -> None:
    paragraph(out, title_of(found.title))
    paragraph(out, title_of(found.sentence))
    for heading, chosen in _SLICES:
        outcomes = {
            (row.yes, row.no): row.outcome for row in found.table if chosen(row.abstain, row.block, row.none)
        }
        if outcomes:
            blank(out)
            paragraph(out, notice(heading))
            _show_grid(out, outcomes)
    blank(out)
    paragraph(out, _legend(row.outcome for row in found.table))


_MEANING = {"blocked": "rule.held_up"}
"""What the short word itself does not explain."""


def _legend(outcomes: Iterable[str]) -> Notice:
    """What the short words of the tables stand for, the outcomes that occur only."""
    names = sorted({outcome.lower() for outcome in outcomes})
    pairs = [
        notice(
            "rule.legend",
            short=notice(f"ballot.short_{name}"),
            outcome=notice(_MEANING.get(name, f"ballot.outcome_{name}")),
        )
        for name in names
    ]
    return notice("answer.listed", items=pairs)


def _show_grid(out: Output, outcomes: Mapping[tuple[int, int], str]) -> None:
    """Yes downwards, no across."""
    most = max(yes for yes, _ in outcomes)
    counts = range(most + 1)
    grid = [["", *(say(notice("rule.table_no", count=no), out.lang) for no in counts)]]
    for yes in counts:
        words = [_word(outcomes[yes, no], out.lang) for no in counts if (yes, no) in outcomes]
        grid.append([say(notice("rule.table_yes", count=yes), out.lang), *words])
    width = max(cells(cell) for line in grid for cell in line)
    for line in grid:
        out.text("  " + " ".join(padded(cell, width) for cell in line).rstrip())


def _word(outcome: str, lang: str) -> str:
    return say(notice(f"ballot.short_{outcome.lower()}"), lang)
