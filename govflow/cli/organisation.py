"""`govflow org check`, `load` and `show`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.parameters import DAY, FILE
from govflow.cli.prose import blank, paragraph, title_of
from govflow.cli.table import Column
from govflow.errors import NotFound
from govflow.messages import Notice, Title, did_you_mean, notice

if TYPE_CHECKING:
    from govflow import Loaded, OfficeLine, OrganisationView
    from govflow.cli.prose import Pair

_COLUMNS = (
    Column("heading.office"),
    Column("heading.office_title", fit="wrap"),
    Column("heading.holders", fit="wrap"),
    Column("heading.person"),
)


@command("org check")
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--on", "day", metavar="DATE", type=DAY)
def check(call: Invocation, file: Path, day: date | None) -> None:
    found = govflow.check_organisation(file, day=day or date.today())
    call.out.answer(found, lambda: _show_checked(call.out, found, file))


@command("org load", acting=True)
@click.argument("file", metavar="FILE", type=FILE)
@click.option("--dry-run", is_flag=True)
def load(call: Invocation, file: Path, dry_run: bool) -> None:
    with opened(call) as session:
        loaded = govflow.load_organisation(session, file, dry_run=dry_run)
    call.out.answer(loaded, lambda: _show_loaded(call.out, loaded))


@command("org show")
@click.option("--on", "day", metavar="DATE", type=DAY)
@click.option("--ministry", metavar="MINISTRY")
@at_time
def show(call: Invocation, day: date | None, ministry: str | None) -> None:
    with opened(call) as session:
        found = govflow.show_organisation(session, day=day)
    offices = _of_ministry(found, ministry)
    answer = {"name": found.name, "day": found.day, "number": found.number, "digest": found.digest}
    answer["number_then"] = found.number_then
    call.out.answer({**answer, "offices": offices}, lambda: _show(call.out, found, offices))


def _of_ministry(found: OrganisationView, ministry: str | None) -> list[OfficeLine]:
    """The offices of one ministry, by its code."""
    if ministry is None:
        return list(found.offices)
    known = dict.fromkeys(office.ministry for office in found.offices)
    if ministry.lower() not in known:
        hint = did_you_mean(ministry.lower(), known)
        raise NotFound(notice("answer.no_offices", ministry=ministry, hint=hint))
    return [office for office in found.offices if office.ministry == ministry.lower()]


def _show_checked(out: Output, found: OrganisationView, file: Path) -> None:
    paragraph(out, notice("answer.organisation_sound", file=str(file)))
    _show_counts(out, found)
    vacant = [office.office for office in found.offices if not office.holders]
    if vacant:
        paragraph(out, notice("answer.vacant_offices", day=found.day, offices=vacant))


def _show(out: Output, found: OrganisationView, offices: list[OfficeLine]) -> None:
    _show_counts(out, found)
    if found.number_then != found.number:
        then = "answer.version_then" if found.number_then else "answer.no_version_then"
        paragraph(out, notice(then, number=found.number_then, day=found.day))
    blank(out)
    out.table(_COLUMNS, [row for office in offices for row in _rows(office)])
    _show_held_up_in(out, "answer.substitutes", [(office.office, office.deputies) for office in offices])
    _show_held_up_in(out, "answer.delegations", [(office.office, office.delegated_to) for office in offices])


def _show_counts(out: Output, found: OrganisationView) -> None:
    paragraph(
        out,
        notice(
            "answer.organisation" if found.number is None else "answer.organisation_version",
            name=title_of(found.name),
            number=found.number,
            day=found.day,
            digest=found.digest[:12],
            ministries=found.ministries,
            offices=len(found.offices),
            persons=found.persons,
        ),
    )


def _rows(office: OfficeLine) -> list[tuple[object, ...]]:
    """A row a holder; the office stands at the first."""
    heads = chain([(office.office, office.title)], repeat(("", "")))
    if not office.holders:
        return [(office.office, office.title, notice("answer.vacant"), "")]
    held = zip(heads, office.holders, office.names, strict=False)  # the heads never end
    return [(*head, _person(name, absent=code in office.absent), code) for head, code, name in held]


def _show_held_up_in(out: Output, heading: str, pairs: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Who acts for an office beside its holder, where anybody does."""
    found = [(office, others) for office, others in pairs if others]
    if not found:
        return
    blank(out)
    paragraph(out, notice(heading))
    for office, others in found:
        paragraph(out, notice("answer.standing_in", office=office, others=list(others)), indent=2)


def _person(name: Pair, *, absent: bool) -> Notice | Title:
    return notice("answer.person_absent", name=title_of(name)) if absent else title_of(name)


def _show_loaded(out: Output, loaded: Loaded) -> None:
    if not loaded.changed:
        paragraph(out, notice("answer.organisation_same", number=loaded.number))
        return
    paragraph(out, notice("answer.organisation_loaded", number=loaded.number, digest=loaded.digest[:12]))
    for code, names in (
        ("answer.came", loaded.added),
        ("answer.went", loaded.removed),
        ("answer.accounts_changed", loaded.accounts),
    ):
        if names:
            paragraph(out, notice(code, names=names))
    if loaded.dry_run:
        paragraph(out, notice("answer.dry_run"))
