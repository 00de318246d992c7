"""`govflow org appoint`, `absent`, `delegate`, `revoke` and `transfer`: recorded acts of an administrator."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.keys import new_key, repeatable
from govflow.cli.misread import Misread
from govflow.cli.opened import Decorated, opened
from govflow.cli.organisation_rows import rows_told, work_told
from govflow.cli.output import Output
from govflow.cli.parameters import DAY, named_values
from govflow.cli.prose import actor, local_time, paragraph
from govflow.messages import LANGUAGES, Notice, Title, notice

if TYPE_CHECKING:
    from govflow import OrganisationChange


def _recorded(work: Decorated) -> Decorated:
    """From when on, why, and how any act on the organisation may be asked for."""
    for option in (
        click.option("--dry-run", is_flag=True),
        click.option("--key", metavar="KEY"),
        click.option("--note", metavar="TEXT", default=""),
        click.option("--from", "start", metavar="DATE", type=DAY),
    ):
        work = option(work)
    return work


def _until(work: Decorated) -> Decorated:
    return click.option("--until", metavar="DATE", type=DAY)(work)


def _newcomer(work: Decorated) -> Decorated:
    """Somebody whom the organisation does not know yet."""
    named = click.option("--new-person", metavar="LANG=NAME", multiple=True)
    return named(click.option("--account", "accounts", metavar="ACCOUNT", multiple=True)(work))


@command("org appoint", acting=True)
@click.argument("person", metavar="PERSON")
@click.argument("office_code", metavar="OFFICE")
@_recorded
@_until
@click.option("--concurrent", is_flag=True)
@_newcomer
def appoint(
    call: Invocation, person: str, office_code: str, new_person: tuple[str, ...], **given: Any
) -> None:
    newcomer = _name(new_person)
    _act(call, govflow.Appoint, person=person, office=office_code, newcomer=newcomer, **given)


@command("org absent", acting=True)
@click.argument("person", metavar="PERSON")
@_recorded
@_until
@click.option("--reason", metavar="TEXT", default="")
def absent(call: Invocation, **given: Any) -> None:
    _act(call, govflow.Absent, **given)


@command("org delegate", acting=True)
@click.argument("office_code", metavar="OFFICE")
@click.option("--to", metavar="OFFICE", required=True)
@click.option("--workflow", metavar="NAME", required=True)
@click.option("--trigger", "triggers", metavar="TRIGGER", multiple=True)
@click.option("--kind", "kinds", metavar="KIND", multiple=True)
@click.option("--limit", "amount_limit", metavar="YEN", type=click.IntRange(0))
@_recorded
@_until
def delegate(call: Invocation, office_code: str, **given: Any) -> None:
    _act(call, govflow.Delegate, office=office_code, **given)


@command("org revoke appointment", acting=True)
@click.argument("person", metavar="PERSON")
@click.argument("office_code", metavar="OFFICE")
@_recorded
def revoke_appointment(call: Invocation, office_code: str, **given: Any) -> None:
    _act(call, govflow.RevokeAppointment, office=office_code, **given)


@command("org revoke absence", acting=True)
@click.argument("person", metavar="PERSON")
@_recorded
def revoke_absence(call: Invocation, **given: Any) -> None:
    _act(call, govflow.RevokeAbsence, **given)


@command("org revoke delegation", acting=True)
@click.argument("office_code", metavar="OFFICE")
@click.option("--to", metavar="OFFICE")
@click.option("--workflow", metavar="NAME")
@click.option("--trigger", metavar="TRIGGER")
@_recorded
def revoke_delegation(call: Invocation, office_code: str, **given: Any) -> None:
    _act(call, govflow.RevokeDelegation, office=office_code, **given)


@command("org transfer", acting=True)
@click.argument("person", metavar="PERSON")
@click.option("--to", metavar="PERSON", default="")
@click.option("--only", "offices", metavar="OFFICE", multiple=True)
@_recorded
@_newcomer
def transfer(call: Invocation, new_person: tuple[str, ...], **given: Any) -> None:
    _act(call, govflow.Transfer, newcomer=_name(new_person), **given)


def _name(given: tuple[str, ...]) -> Title | None:
    """The name of somebody new: in one language, or in each its own."""
    if not given:
        return None
    names = named_values(given, option="--new-person", code="answer.not_a_name")
    if not names.keys() <= set(LANGUAGES) or not all(isinstance(name, str) for name in names.values()):
        said = notice("answer.not_a_name", text=" ".join(given), option="--new-person")
        raise Misread(said, click.get_current_context())
    either = str(next(iter(names.values())))
    return Title(*(str(names.get(lang, either)) for lang in LANGUAGES))


def _act(
    call: Invocation,
    kind: Callable[..., Any],
    *,
    start: date | None,
    note: str,
    key: str | None,
    dry_run: bool,
    until: date | None = None,
    **said: Any,
) -> None:
    """Do it under a key that the person learns before it is done; from today on where no day is named."""
    key = key or new_key(None if dry_run else call.out)
    if until is not None:
        said["until"] = until.isoformat()
    with opened(call) as session:
        act = kind(start=(start or session.today()).isoformat(), **said)
        with repeatable(call.out, key, dry_run=dry_run):
            done = govflow.change_organisation(session, act, note=note, key=key, dry_run=dry_run)
        timezone = session.store.info.timezone
    call.out.answer(done, lambda: _show(call.out, done, timezone=timezone, dry_run=dry_run))


def _show(out: Output, done: OrganisationChange, *, timezone: str, dry_run: bool) -> None:
    act = notice(f"organisation_act.act_{done.trigger}")
    said = {"act": act, "day": done.effective_on, "number": done.number}
    paragraph(out, notice("organisation_act.done", **said))
    for told in rows_told(done.changed):
        paragraph(out, told, indent=2)
    for told in _beside(done):
        paragraph(out, told)
    if done.trigger == "transfer":
        work_told(out, done.handover)
    by = actor(done.by or {"ja": "–", "en": "–"}, done.office, via="own", behalf=None)
    recorded = local_time(done.recorded_at, timezone)
    paragraph(out, notice("organisation_act.recorded", by=by, at=recorded, seq=done.seq))
    if done.repeated:
        paragraph(out, notice("answer.repeated"))
    if dry_run:
        paragraph(out, notice("answer.dry_run"))


def _beside(done: OrganisationChange) -> list[Notice]:
    """What is worth knowing of it."""
    found: list[Notice] = []
    if done.vacant:
        found.append(notice("organisation_act.vacant_from", offices=list(done.vacant), day=done.effective_on))
    if done.backdated:
        found.append(notice("organisation_act.backdated", day=done.effective_on, note=done.note))
    if done.alone:
        found.append(notice("organisation_act.alone"))
    return found
