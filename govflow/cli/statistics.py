"""`govflow stats`: how many proposals stand where, what they ask for, and how long each stage takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.amount import compact
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import blank, paragraph, title_of
from govflow.cli.table import Column
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import Stage, Statistics, Tally

_FIGURES = (
    Column("heading.count", right=True),
    Column("heading.stated", right=True),
    Column("heading.unstated", right=True),
    Column("heading.amount", right=True),
    Column("heading.within_umbrellas", right=True),
)
_STAGE_COLUMNS = (
    Column("heading.stage", fit="clip"),
    Column("heading.stays", right=True),
    Column("heading.mean_days", right=True),
)


@command("stats")
@click.option("--workflow", metavar="NAME")
@click.option("--by", type=click.Choice(["ministry", "state", "stage"]), multiple=True)
@at_time
def stats(call: Invocation, workflow: str | None, by: tuple[str, ...]) -> None:
    with opened(call) as session:
        found = (govflow.stats(session, workflow=workflow),) if workflow else govflow.all_stats(session)
    parts = by or tuple(_TABLES)
    plain = [_plain(each, parts) for each in found]
    call.out.answer(
        plain[0] if len(plain) == 1 else {"workflows": plain}, lambda: _show_all(call.out, found, parts)
    )


def _show_all(out: Output, found: Sequence[Statistics], parts: tuple[str, ...]) -> None:
    """A section for each workflow; of several, those with nothing to count have no tables."""
    for at, each in enumerate(found):
        if at:
            blank(out)
        _show(out, each, parts if each.total.count or len(found) == 1 else ())


def _show(out: Output, found: Statistics, parts: tuple[str, ...]) -> None:
    paragraph(
        out,
        notice(
            "answer.statistics",
            workflow=title_of(found.title),
            proposals=notice(
                "answer.proposal" if found.total.count == 1 else "answer.proposals", count=found.total.count
            ),
            amount=compact(found.total.amount, out.lang),
            unstated=found.total.unstated,
        ),
    )
    for part in dict.fromkeys(parts):
        blank(out)
        _TABLES[part](out, found)


def _by_ministry(out: Output, found: Statistics) -> None:
    _show_tallies(out, "heading.ministry", (*found.ministries, found.total))


def _by_state(out: Output, found: Statistics) -> None:
    _show_tallies(out, "heading.state", (*found.states, found.total))


def _by_stage(out: Output, found: Statistics) -> None:
    out.table(_STAGE_COLUMNS, [(stage.title, stage.visits, f"{stage.mean:.1f}") for stage in found.stages])


def _show_tallies(out: Output, heading: str, tallies: Sequence[Tally]) -> None:
    """The last column, what lies within umbrellas' amounts, only stands where there is something."""
    shown = len(_FIGURES) if any(tally.part_amount for tally in tallies) else len(_FIGURES) - 1
    columns = (Column(heading, fit="wrap"), *_FIGURES[:shown])
    out.table(columns, [(tally.title, *_figures(tally, out.lang)[:shown]) for tally in tallies])


def _figures(tally: Tally, lang: str) -> tuple[object, ...]:
    stated = compact(tally.amount if tally.stated else None, lang)
    within = compact(tally.part_amount, lang) if tally.part_amount else None
    return tally.count, tally.stated, tally.unstated, stated, within


_TABLES: Mapping[str, Callable[[Output, Statistics], None]] = {
    "ministry": _by_ministry,
    "state": _by_state,
    "stage": _by_stage,
}
_PARTS = {"ministry": "ministries", "state": "states", "stage": "stages"}


def _plain(found: Statistics, parts: tuple[str, ...]) -> dict[str, Any]:
    head = {"workflow": found.workflow, "title": found.title, "total": found.total}
    tables = {_PARTS[part]: getattr(found, _PARTS[part]) for part in parts if part != "stage"}
    stages = [{**_stage(stage), "mean": round(stage.mean, 2)} for stage in found.stages]
    return {**head, **tables, **({"stages": stages} if "stage" in parts else {})}


def _stage(stage: Stage) -> dict[str, Any]:
    return {name: getattr(stage, name) for name in ("state", "title", "visits", "working_days")}
