"""`govflow condition list`: the conditions of decisions, and how far they have come."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import blank, paragraph, title_of
from govflow.cli.reference import REFERENCE
from govflow.cli.views import paged
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import ConditionLine, ConditionPage

_UNDER = 4
"""Columns before the terms of a condition."""


@command("condition list")
@click.option("--reference", metavar="REF", type=REFERENCE)
@click.option("--ministry", metavar="MINISTRY")
@click.option("--overdue", is_flag=True)
@paged
@at_time
def list_(call: Invocation, limit: int, after: str | None, **wanted: Any) -> None:
    with opened(call) as session:
        page = govflow.list_conditions(session, limit=limit, after=after, **wanted)
    call.out.answer(page, lambda: _show(call.out, page))


def _show(out: Output, page: ConditionPage) -> None:
    """A condition a block: tables have no room for sentences."""
    for index, line in enumerate(page.conditions):
        if index:
            blank(out)
        _show_condition(out, line)
    if not page.conditions:
        out.say(notice("cli.nothing"))
    if page.more:
        out.note(notice("answer.more_lines", after=shlex.quote(page.more)))


def _show_condition(out: Output, line: ConditionLine) -> None:
    about = {"reference": line.reference, "step": line.step, "number": line.number}
    paragraph(out, notice("condition.line", condition=line.condition, **about))
    for told in (_stands(line), notice("condition.of", title=line.title), *_terms(line), *_course(line)):
        paragraph(out, told, indent=_UNDER)


def _stands(line: ConditionLine) -> Notice:
    state = notice(f"condition.state_{line.state}")
    if line.due_on is None:
        return notice("condition.stands", state=state)
    code = "condition.stands_overdue" if line.overdue else "condition.stands_due"
    return notice(code, state=state, due=line.due_on, days=line.overdue)


def _terms(line: ConditionLine) -> Iterator[Notice]:
    owner: Notice | Title = title_of(line.owner) if line.owner else notice("answer.none")
    if line.reports:
        owner = notice("condition.reported_instead", owner=owner, role=title_of(line.reports))
    kind = notice("condition.precedent" if line.precedent else "condition.subsequent")
    if line.before:
        kind = notice("condition.precedent_before", act=title_of(line.before))
    on_breach = notice(f"condition.on_breach_{line.on_breach}")
    yield notice("condition.terms", owner=owner, kind=kind, on_breach=on_breach)
    if line.closed:
        yield notice("condition.closed", reason=line.closed)
    if line.evidence:
        yield notice("condition.asked_evidence", evidence=line.evidence)


def _course(line: ConditionLine) -> Iterator[Notice]:
    """What the owner has reported, and what the verifier has found or is to find."""
    if line.reported_by:
        said = {"person": title_of(line.reported_by), "day": line.reported_on, "evidence": line.reported}
        yield notice("condition.reported", **said)
    if line.verifier is None:
        yield notice("condition.to_be_verified", role=title_of(line.verified_by))
        return
    office = title_of(line.verifier_office) if line.verifier_office else ""
    code = "condition.answered_with_note" if line.note else "condition.answered"
    answered = {"person": title_of(line.verifier), "office": office, "day": line.verified_on}
    yield notice(code, note=line.note, **answered)
