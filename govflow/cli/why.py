"""`govflow why`: where a proposal stands, told in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import blank, holder, listed, paragraph, title_of, working_days
from govflow.cli.table import Column
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import Why

_STEP_COLUMNS = (
    Column("heading.step", fit="wrap"),
    Column("heading.who", fit="wrap"),
    Column("heading.due"),
    Column("heading.answers", fit="wrap"),
)


@command("why")
@click.argument("reference", metavar="REF")
@at_time
def why(call: Invocation, reference: str) -> None:
    with opened(call) as session:
        found = govflow.why(session, reference)
    call.out.answer(found, lambda: _show(call.out, found))


def _show(out: Output, found: Why) -> None:
    paragraph(out, f"{found.reference}  {found.title}")
    paragraph(out, _stands(found))
    paragraph(out, _due(found))
    if found.responsible:
        paragraph(out, _responsible(title_of(found.responsible), found.who))
    if found.open_steps:
        blank(out)
        out.table(_STEP_COLUMNS, [_step(step) for step in found.open_steps])
    if found.possible:
        blank(out)
        paragraph(out, notice("answer.possible"))
    for possible in found.possible:
        _show_possible(out, possible)


def _stands(found: Why) -> Notice:
    ended = not found.possible and not found.responsible
    code = "answer.ended" if ended else "answer.stands" if found.waited else "answer.stands_today"
    return notice(
        code,
        reference=found.reference,
        state=title_of(found.state_title),
        days=working_days(found.waited),
        since=found.since,
    )


def _due(found: Why) -> Notice:
    if found.due_on is None:
        return notice("answer.no_due_date")
    if found.overdue:
        return notice("answer.was_due", day=found.due_on, days=working_days(found.overdue))
    return notice("answer.is_due", day=found.due_on)


def _responsible(role: object, who: Iterable[Mapping[str, Any]]) -> Notice:
    holders = _holders(who)
    return notice(
        "answer.responsible", role=role, who=listed(holders) if holders else notice("answer.nobody")
    )


def _holders(who: Iterable[Mapping[str, Any]]) -> list[Notice]:
    """Each once: somebody may be entitled by several roles."""
    return list({(one["person"], one["office"]): holder(one) for one in who}.values())


def _step(step: Mapping[str, Any]) -> tuple[Any, ...]:
    asked = _holders(step["who"])
    title = notice("answer.about", title=title_of(step["title"]), subject=step["subject"])
    return (
        title if step["subject"] else step["title"],
        listed(asked) if asked else step["role"],
        step["due_on"],
        listed(step["answers"]),
    )


def _show_possible(out: Output, possible: Any) -> None:
    code = "answer.possible_move" if possible.moves else "answer.possible_stay"
    said = notice(code, trigger=possible.trigger, title=title_of(possible.title), to=title_of(possible.to))
    paragraph(out, said, indent=2)
    who = _holders(possible.who)
    named = listed(who) if who else listed([title_of(role) for role in possible.roles])
    paragraph(out, notice("answer.possible_by", who=named), indent=6)
    for need in possible.needs:
        paragraph(out, notice("answer.possible_needs", need=need), indent=6)
    if not possible.needs:
        paragraph(out, notice("answer.possible_now"), indent=6)
