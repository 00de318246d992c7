"""`govflow org history`, `handover` and `reviews`: what was done to the organisation, and what it left to do."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.organisation_rows import rows_told, work_told
from govflow.cli.output import Output
from govflow.cli.prose import blank, listed, local_time, paragraph, title_of, working_days
from govflow.cli.views import paged
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import Handover, OrganisationEntry, PostReview, PostReviewPage

_UNDER = 4
"""Columns before what an act changed."""


@command("org history")
@click.argument("name", metavar="[OFFICE|PERSON]", required=False)
@at_time
def history(call: Invocation, name: str | None) -> None:
    with opened(call) as session:
        entries = govflow.organisation_history(session, name)
        timezone = session.store.info.timezone
    call.out.answer(entries, lambda: _show_history(call.out, entries, timezone, name))


@command("org handover")
@click.argument("number", metavar="NUMBER", type=int)
@click.option("--current", is_flag=True)
@at_time
def handover(call: Invocation, number: int, current: bool) -> None:
    with opened(call) as session:
        found = govflow.handover(session, number, current=current)
        at = local_time(found.recorded_at, session.store.info.timezone)
    call.out.answer(found, lambda: _show_handover(call.out, found, at))


@command("org reviews")
@click.option("--overdue", is_flag=True)
@click.option("--done", is_flag=True)
@paged
@at_time
def reviews(call: Invocation, overdue: bool, done: bool, limit: int, after: str | None) -> None:
    with opened(call) as session:
        page = govflow.list_post_reviews(session, overdue=overdue, done=done, limit=limit, after=after)
    call.out.answer(page, lambda: _show_reviews(call.out, page))


def _show_history(out: Output, entries: list[OrganisationEntry], timezone: str, name: str | None) -> None:
    for entry in entries:
        act = notice(f"organisation_act.act_{entry.trigger}")
        at = local_time(entry.recorded_at, timezone)
        said = {
            "number": entry.number,
            "at": at,
            "act": act,
            "by": title_of(entry.by),
            "day": entry.effective_on,
        }
        paragraph(out, notice("organisation_act.entry", **said))
        for told in _details(entry, name):
            paragraph(out, told, indent=_UNDER)
    if not entries:
        out.say(notice("cli.nothing"))


def _details(entry: OrganisationEntry, name: str | None) -> Iterator[Notice]:
    """What an act changed; of a whole organisation that was loaded, only how much, unless one name is asked about."""
    if entry.trigger == "load" and name is None:
        came, went = (sum(len(rows[way]) for rows in entry.changed.values()) for way in ("came", "went"))
        yield notice("organisation_act.loaded", came=came, went=went)
    else:
        changed = entry.changed if name is None else _about(entry, name)
        yield from rows_told(changed)
    if entry.vacant:
        yield notice("organisation_act.vacant_from", offices=list(entry.vacant), day=entry.effective_on)
    if entry.backdated:
        yield notice("organisation_act.backdated", day=entry.effective_on, note=entry.note)
    elif entry.note:
        yield notice("organisation_act.noted", note=entry.note)
    if entry.alone:
        yield notice("organisation_act.alone")
    if entry.trigger == "transfer":
        yield notice("organisation_act.see_handover", count=entry.handover, number=entry.number)


def _about(entry: OrganisationEntry, name: str) -> dict[str, dict[str, list[object]]]:
    """The rows that mention a name."""

    def mentions(row: object) -> bool:
        values = list(row.values()) if isinstance(row, dict) else [row]
        return any(name == value or (isinstance(value, list) and name in value) for value in values)

    return {
        section: {way: [row for row in rows[way] if mentions(row)] for way in ("came", "went")}
        for section, rows in entry.changed.items()
    }


def _show_handover(out: Output, found: Handover, at: str) -> None:
    said = {"person": title_of(found.name), "to": title_of(found.to_name), "offices": list(found.offices)}
    paragraph(
        out, notice("organisation_act.transferred", day=found.effective_on, number=found.number, **said)
    )
    code = "organisation_act.as_now" if found.current else "organisation_act.as_recorded"
    paragraph(out, notice(code, at=at))
    work_told(out, found.work)


def _show_reviews(out: Output, page: PostReviewPage) -> None:
    for index, review in enumerate(page.reviews):
        if index:
            blank(out)
        paragraph(out, notice("organisation_act.review", reference=review.reference, title=review.title))
        for told in _review(review):
            paragraph(out, told, indent=_UNDER)
    if not page.reviews:
        out.say(notice("cli.nothing"))
    if page.more:
        out.note(notice("answer.more_lines", after=shlex.quote(page.more)))


def _review(review: PostReview) -> Iterator[Notice]:
    nobody = {"ja": "–", "en": "–"}
    yield notice(
        "organisation_act.review_act",
        act=title_of(review.act),
        person=title_of(review.substitute or nobody),
        office=title_of(review.office or nobody),
        acted_for=title_of(review.acted_for or nobody),
        day=review.acted_on,
    )
    if review.answer and review.reviewer:
        said = {"answer": title_of(review.answer), "person": title_of(review.reviewer)}
        yield notice("organisation_act.review_done", day=review.reviewed_on, **said)
    else:
        holders = listed([title_of(name) for name in review.holders] or ["–"])
        yield notice("organisation_act.review_due", due=review.due_on or "–", holders=holders)
    if review.late:
        yield notice("organisation_act.review_late", days=working_days(review.late))
