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
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import Why


@command("why")
@click.argument("reference", metavar="REF")
@at_time
def why(call: Invocation, reference: str) -> None:
    with opened(call) as session:
        found = govflow.why(session, reference)
    call.out.answer(found, lambda: show_why(call.out, found))


def show_why(out: Output, found: Why) -> None:
    paragraph(out, f"{found.reference}  {found.title}")
    paragraph(out, _stands(found))
    if not _ended(found):
        paragraph(out, _due(found))
    if found.responsible:
        paragraph(out, _responsible(title_of(found.responsible), found.who))
    if found.open_steps:
        blank(out)
        paragraph(out, notice("answer.open_steps"))
    for step in found.open_steps:
        _show_step(out, step)
    if found.possible:
        blank(out)
        paragraph(out, notice("answer.possible"))
    for possible in found.possible:
        _show_possible(out, possible)


def _ended(found: Why) -> bool:
    return not found.possible and not found.responsible


def _stands(found: Why) -> Notice:
    code = "answer.ended" if _ended(found) else "answer.stands" if found.waited else "answer.stands_today"
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


def _show_step(out: Output, step: Mapping[str, Any]) -> None:
    """What is asked beside the state: what, by when, of whom, and what they can answer."""
    title = title_of(step["title"])
    about = notice("answer.about", title=title, subject=step["subject"]) if step["subject"] else title
    due = notice("answer.step_due", day=step["due_on"]) if step["due_on"] else ""
    paragraph(out, notice("answer.open_step", number=step["number"], about=about, due=due), indent=2)
    who = _holders(step["who"])
    _show_who(out, who, [step["role"]])
    paragraph(out, notice("answer.answer_with", answers=step["answers"]), indent=6)


def _show_possible(out: Output, possible: Any) -> None:
    trigger, title = possible.trigger, title_of(possible.title)
    same = title.in_language(out.lang) == trigger.replace("_", " ")
    act = trigger if same else notice("answer.act_named", trigger=trigger, title=title)
    code = "answer.possible_move" if possible.moves else "answer.possible_stay"
    paragraph(out, notice(code, act=act, to=title_of(possible.to)), indent=2)
    _show_who(out, _holders(possible.who), possible.roles)
    for need in possible.needs:
        paragraph(out, notice("answer.possible_needs", need=need), indent=6)
    if not possible.needs:
        paragraph(out, notice("answer.possible_now"), indent=6)


def _show_who(out: Output, who: list[Notice], roles: Iterable[Mapping[str, str]]) -> None:
    """Those who may do it; where there is nobody, the role that it takes."""
    named = listed(who) if who else listed([title_of(role) for role in roles])
    paragraph(out, notice("answer.possible_by", who=named), indent=6)
