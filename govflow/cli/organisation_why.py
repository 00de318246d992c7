"""`govflow org why`: who could act for an office on any day, by what, and who could not and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.organisation_rows import row_told
from govflow.cli.output import Output
from govflow.cli.parameters import DAY
from govflow.cli.prose import blank, local_time, paragraph, title_of
from govflow.cli.reference import REFERENCE
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import Basis, Since, Standing, Standings, StandingView


@command("org why")
@click.argument("office_code", metavar="[OFFICE]", required=False)
@click.option("--person", metavar="PERSON")
@click.option("--reference", metavar="REF", type=REFERENCE)
@click.option("--on", "day", metavar="DATE", type=DAY)
@click.option("--workflow", metavar="NAME")
@click.option("--trigger", metavar="TRIGGER")
@click.option("--kind", metavar="KIND")
@click.option("--amount", metavar="YEN", type=click.IntRange(0))
@click.option("--mark", "marks", metavar="MARK", multiple=True)
@at_time
def why(call: Invocation, office_code: str | None, day: date | None, **asked: Any) -> None:
    with opened(call) as session:
        found = govflow.who_could_act(session, govflow.StandingAsked(office=office_code, **asked), day=day)
        timezone = session.store.info.timezone
    call.out.answer(found, lambda: _show(call.out, found, timezone))


def _show(out: Output, found: StandingView, timezone: str) -> None:
    asked = found.asked
    about = asked.person or asked.reference or asked.office or ""
    paragraph(out, notice("organisation_act.why", about=about, day=found.day))
    if found.then is not None and found.differs:
        _show_held_ups(out, found.then, timezone, heading="organisation_act.known_then")
        blank(out)
        _show_held_ups(out, found.now, timezone, heading="organisation_act.known_now")
        return
    if found.differs:
        paragraph(out, notice("organisation_act.nothing_known_then"))
    same = "organisation_act.known_both" if found.past and found.then else "organisation_act.known"
    _show_held_ups(out, found.now, timezone, heading=same)


def _show_held_ups(out: Output, found: Standings, timezone: str, *, heading: str) -> None:
    paragraph(out, notice(heading, number=found.number, at=local_time(found.recorded_at, timezone)))
    for code, standings in (
        ("organisation_act.could", found.able),
        ("organisation_act.could_not", found.unable),
    ):
        if standings or code == "organisation_act.could":
            paragraph(out, notice(code))
        for standing in standings:
            _show_held_up(out, standing, timezone)
        if not standings and code == "organisation_act.could":
            paragraph(out, notice("organisation_act.nobody"), indent=2)


def _show_held_up(out: Output, standing: Standing, timezone: str) -> None:
    paragraph(out, _who(standing), indent=2)
    for reason in standing.reasons:
        paragraph(out, notice("organisation_act.because", reason=reason), indent=4)
    for basis in standing.basis:
        for told in _basis(basis, timezone):
            paragraph(out, told, indent=4)


def _who(standing: Standing) -> Notice:
    name: Notice | Title = (
        title_of(standing.name) if standing.name else notice("organisation_act.nobody_holds")
    )
    said = {"name": name, "held": title_of(standing.held_title), "office": title_of(standing.title)}
    return notice(f"organisation_act.via_{standing.via}", code=standing.person or "–", **said)


def _basis(basis: Basis, timezone: str) -> Iterator[Notice]:
    told = row_told(basis.section, basis.row)
    yield notice("organisation_act.by", row=told, since=_since(basis.since, timezone))
    if basis.changed is not None:
        yield notice("organisation_act.changed_since", since=_since(basis.changed, timezone))


def _since(act: Since, timezone: str) -> Notice:
    code = "organisation_act.since_backdated" if act.backdated else "organisation_act.since"
    return notice(
        code,
        number=act.number,
        act=notice(f"organisation_act.act_{act.trigger}"),
        at=local_time(act.recorded_at, timezone),
        by=title_of(act.by),
    )
