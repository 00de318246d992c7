"""`govflow org check`, `load` and `show`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.parameters import DAY, FILE
from govflow.cli.prose import blank, listed, paragraph, title_of
from govflow.cli.table import Column
from govflow.errors import NotFound
from govflow.messages import Notice, did_you_mean, notice

if TYPE_CHECKING:
    from govflow import Loaded, OrganisationView

_COLUMNS = (
    Column("heading.office"),
    Column("heading.title", fit="wrap"),
    Column("heading.holders", fit="wrap"),
    Column("heading.stands_in", fit="wrap"),
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
    call.out.answer({**answer, "offices": offices}, lambda: _show(call.out, found, offices))


def _of_ministry(found: OrganisationView, ministry: str | None) -> list[Any]:
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


def _show(out: Output, found: OrganisationView, offices: list[Any]) -> None:
    _show_counts(out, found)
    blank(out)
    out.table(_COLUMNS, [_office(office) for office in offices])


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


def _office(office: Any) -> tuple[Any, ...]:
    names = zip(office.holders, office.names, strict=True)
    holders = [_person(code, name, absent=code in office.absent) for code, name in names]
    stands_in = [notice("answer.deputy", office=deputy) for deputy in office.deputies]
    stands_in += [notice("answer.delegate", office=to) for to in office.delegated_to]
    return (
        office.office,
        office.title,
        listed(holders) if holders else notice("answer.vacant"),
        listed(stands_in) if stands_in else None,
    )


def _person(code: str, name: Any, *, absent: bool) -> Notice:
    return notice("answer.person_absent" if absent else "answer.person", code=code, name=title_of(name))


def _show_loaded(out: Output, loaded: Loaded) -> None:
    if not loaded.changed:
        paragraph(out, notice("answer.organisation_same", number=loaded.number))
        return
    paragraph(out, notice("answer.organisation_loaded", number=loaded.number, digest=loaded.digest[:12]))
    for code, names in (("answer.came", loaded.added), ("answer.went", loaded.removed)):
        if names:
            paragraph(out, notice(code, names=names))
    if loaded.dry_run:
        paragraph(out, notice("answer.dry_run"))
