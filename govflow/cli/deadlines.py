"""`govflow deadlines sweep`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.exit_codes import REFUSED
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.prose import paragraph, title_of
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import Escalation, SweepReport


@command("deadlines sweep", acting=True)
@click.option("--dry-run", is_flag=True)
def sweep(call: Invocation, dry_run: bool) -> int:
    with opened(call) as session:
        report = govflow.sweep_deadlines(session, dry_run=dry_run)
    call.out.answer(report, lambda: _show(call.out, report))
    return REFUSED if report.failed else 0


def _show(out: Output, report: SweepReport) -> None:
    if not any((report.escalated, report.at_the_top, report.already, report.failed)):
        paragraph(out, notice("deadline.nothing", day=report.day))
        return
    counts = {
        "escalated": len(report.escalated),
        "already": len(report.already),
        "top": len(report.at_the_top),
    }
    paragraph(out, notice("deadline.swept", day=report.day, **counts))
    for one in sorted((*report.escalated, *report.at_the_top), key=lambda each: each.missed):
        paragraph(out, _line(one), indent=2)
    for failed in report.failed:
        where = {"missed": failed.missed, "reference": failed.reference, "what": failed.what}
        paragraph(out, notice("deadline.failed", **where), indent=2)
        for why in failed.why:
            paragraph(out, why, indent=4)
    if report.dry_run:
        paragraph(out, notice("answer.dry_run"))


def _line(one: Escalation) -> Notice:
    if one.closed:
        return notice("deadline.line_closed", missed=one.missed, reference=one.reference)
    what = notice("answer.coded", code=one.what, title=title_of(one.title))
    said = {"missed": one.missed, "reference": one.reference, "what": what}
    role = title_of(one.role_title)
    if one.to_title is None:
        return notice("deadline.line_top", role=role, **said)
    return notice("deadline.line", role=role, to=title_of(one.to_title), **said)
