"""`govflow why`: where a proposal stands, told in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.held_up import show_held_up, step_paused
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import Pair, blank, coded, listed, paragraph, title_of, working_days
from govflow.cli.reference import REFERENCE
from govflow.cli.went_up import went_up
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import Possibility, Why

_CARRIED = {"note": "answer.carry_note", "issues": "answer.carry_issues"}
"""Values that are given by an option of their own instead of --set."""


class Present(NamedTuple):
    """What the answer is told with: the day, and the titles of the offices on it."""

    today: date
    offices: Mapping[str, Pair]


@command("why")
@click.argument("reference", metavar="REF", type=REFERENCE)
@at_time
def why(call: Invocation, reference: str) -> None:
    with opened(call) as session:
        found = govflow.why(session, reference)
        offices = govflow.show_organisation(session).offices if not call.json else ()
        present = Present(session.today(), {office.office: office.title for office in offices})
    call.out.answer(found, lambda: show_why(call.out, found, present))


def show_why(out: Output, found: Why, present: Present) -> None:
    paragraph(out, f"{found.reference}  {found.titles[out.lang]}")
    paragraph(out, _stands(found))
    if not _ended(found) and found.paused is None:
        paragraph(out, _due(found))
    show_held_up(out, found)
    if found.responsible:
        paragraph(out, _responsible(found, title_of(found.responsible), _holders(found.who, present)))
    if found.provisional:
        paragraph(out, notice("answer.provisional_stands"))
    for told in (*found.changes, *found.awaited):
        paragraph(out, told)
    for escalation in found.escalations:
        paragraph(out, went_up(escalation))
    if found.open_steps:
        blank(out)
        paragraph(out, notice("answer.open_steps"))
    for step in found.open_steps:
        _show_step(out, step, present)
    if found.possible:
        blank(out)
        paragraph(out, notice("answer.possible"))
    for variants in _by_trigger(found.possible):
        _show_possible(out, variants, present)


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


def _responsible(found: Why, role: Title, holders: Sequence[Notice]) -> Notice:
    who = listed(list(holders)) if holders else notice(f"answer.waits_for_{found.filled_by}")
    return notice("answer.responsible", role=role, who=who)


def _holders(who: Iterable[Mapping[str, Any]], present: Present) -> list[Notice]:
    """Each once: somebody may be entitled by several roles."""
    return list({(one["person"], one["office"]): _holder(one, present) for one in who}.values())


def _holder(who: Mapping[str, Any], present: Present) -> Notice:
    """Somebody who may act: the name, the office, and how that comes about."""
    how = "absent" if who["absent"] else who["via"]
    title = present.offices.get(who["office"])
    office = title_of(title) if title else who["office"]
    return notice(f"answer.holder_{how}", name=title_of(who["name"]), office=office)


def _show_step(out: Output, step: Mapping[str, Any], present: Present) -> None:
    """What is asked beside the state: what, by when, of whom, and what they can answer."""
    title = title_of(step["title"])
    about = notice("answer.about", title=title, subject=step["subject"]) if step["subject"] else title
    due = step_paused(step) or _step_due(step["due_on"], present.today)
    paragraph(out, notice("answer.open_step", number=step["number"], about=about, due=due), indent=2)
    _show_who(out, _holders(step["who"], present), [step["role"]])
    paragraph(out, notice("answer.answer_with", answers=step["answers"]), indent=6)
    if step["asker_answers"]:
        told = {"role": title_of(step["asker"]), "answers": step["asker_answers"]}
        paragraph(out, notice("held_up.taken_back_by", **told), indent=6)


def _step_due(due_on: str | None, today: date) -> Notice | str:
    if due_on is None:
        return ""
    code = "answer.step_overdue" if date.fromisoformat(due_on) < today else "answer.step_due"
    return notice(code, day=due_on)


def _by_trigger(possible: Iterable[Possibility]) -> list[list[Possibility]]:
    """What one trigger may lead to stands together, in the order in which it is tried."""
    found: dict[str, list[Possibility]] = {}
    for each in possible:
        found.setdefault(each.trigger, []).append(each)
    return list(found.values())


def _show_possible(out: Output, variants: Sequence[Possibility], present: Present) -> None:
    """An act, by whom and with what; what differs between its variants stands under each of them."""
    first, *others = variants
    same_end = all(each.to == first.to for each in others)
    same_who = all(each.who == first.who for each in others)
    paragraph(out, _act(first, out.lang, with_end=same_end), indent=2)
    if same_who:
        _show_who(out, _holders(first.who, present), first.roles)
    for number, each in enumerate(variants):
        if others:
            paragraph(out, notice("answer.or" if number else "answer.either"), indent=6)
        indent = 8 if others else 6
        if not same_end:
            paragraph(out, _end(each), indent=indent)
        if not same_who:
            _show_who(out, _holders(each.who, present), each.roles, indent=indent)
        _show_needs(out, each, indent=indent)


def _act(possible: Possibility, lang: str, *, with_end: bool) -> Notice | str:
    act = coded(possible.trigger, title_of(possible.title), lang)
    return notice("answer.possible_act", act=act, end=_end(possible)) if with_end else act


def _end(possible: Possibility) -> Notice:
    return (
        notice("answer.leads_to", to=title_of(possible.to)) if possible.moves else notice("answer.stays_put")
    )


def _show_needs(out: Output, possible: Possibility, *, indent: int) -> None:
    for need in possible.needs:
        paragraph(out, notice("answer.possible_needs", need=_need(need)), indent=indent)
    for way in possible.ways_out:
        paragraph(out, notice("answer.way_out", way=way), indent=indent)
    if possible.occasion:
        when = notice(f"occasion.{possible.occasion}")
        paragraph(out, notice("answer.happens", when=when), indent=indent)
    elif not possible.needs:
        paragraph(out, notice("answer.possible_now"), indent=indent)


def _need(need: Notice) -> Notice:
    """A value that has to come with the act is told with the option that gives it."""
    if need.code != "why.carry":
        return need
    code = _CARRIED.get(need.params["value"], "answer.carry_value")
    return notice(code, title=need.params["title"], value=need.params["value"])


def _show_who(out: Output, who: list[Notice], roles: Iterable[Pair], *, indent: int = 6) -> None:
    """Those who may do it; where there is nobody, the role that it takes."""
    named = listed(who) if who else listed([title_of(role) for role in roles])
    paragraph(out, notice("answer.possible_by", who=named), indent=indent)
