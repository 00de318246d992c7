"""`govflow round open`, `show`, `list`, `reschedule` and `close`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

import govflow
from govflow.cli.amount import compact
from govflow.cli.frame import Invocation, command
from govflow.cli.keys import new_key, repeatable
from govflow.cli.opened import at_time, opened
from govflow.cli.output import Output
from govflow.cli.prose import blank, listed, paragraph, title_of
from govflow.cli.table import Column
from govflow.errors import BadInput, Problem
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import AddresseeLine, RoundReceipt, RoundView

Decorated = TypeVar("Decorated", bound=Callable[..., object])

_STAGES = ("draft", "submitted", "endorsed", "decided", "dropped")
_MINISTRY = Column("heading.ministry", fit="wrap")
_STAGE_COLUMNS = {stage: Column(f"round.stage_{stage}", right=True, fit="wrap") for stage in _STAGES}
_LATE = Column("heading.late", fit="wrap")
_LIST = (
    Column("heading.name"),
    Column("heading.fiscal_year"),
    Column("heading.workflow", fit="clip"),
    Column("heading.state"),
    Column("heading.addressees", right=True),
    Column("heading.dates", fit="wrap"),
)
_name = click.argument("name", metavar="NAME")
_dates = click.option("--date", "dates", metavar="NAME=DATE", multiple=True)


def _asked_for(work: Decorated) -> Decorated:
    """How every act on a round may be asked for."""
    note = click.option("--note", metavar="TEXT", default="")
    return note(click.option("--key", metavar="KEY")(click.option("--dry-run", is_flag=True)(work)))


@command("round open", acting=True)
@_name
@click.option("--workflow", metavar="NAME")
@click.option("--fiscal-year", metavar="YEAR", type=int, required=True)
@_dates
@click.option("--to", "to", metavar="MINISTRY|all", multiple=True)
@click.option("--criteria", metavar="TEXT", default="")
@_asked_for
def open_(call: Invocation, name: str, dates: Sequence[str], to: Sequence[str], **given: Any) -> None:
    _do(call, govflow.open_round, name, dates=_days(dates), to=to or ("all",), **given)


@command("round reschedule", acting=True)
@_name
@_dates
@_asked_for
def reschedule(call: Invocation, name: str, dates: Sequence[str], **given: Any) -> None:
    _do(call, govflow.reschedule_round, name, dates=_days(dates), **given)


@command("round close", acting=True)
@_name
@_asked_for
def close(call: Invocation, name: str, **given: Any) -> None:
    _do(call, govflow.close_round, name, **given)


@command("round show")
@click.argument("name", metavar="[NAME]", required=False)
@at_time
def show(call: Invocation, name: str | None) -> None:
    with opened(call) as session:
        found = govflow.show_round(session, name)
    call.out.answer(found, lambda: _show(call.out, found))


@command("round list")
@at_time
def list_(call: Invocation) -> None:
    with opened(call) as session:
        found = govflow.list_rounds(session)
    rows = [
        (
            line.name,
            str(line.fiscal_year),
            line.workflow_title,
            notice(f"round.state_{line.state}"),
            line.addressees,
            listed([f"{each.name} {each.day}" for each in line.dates]),
        )
        for line in found
    ]
    call.out.answer(found, lambda: call.out.table(_LIST, rows))


def _do(
    call: Invocation,
    act: Callable[..., RoundReceipt],
    name: str,
    *,
    key: str | None,
    dry_run: bool,
    **given: Any,
) -> None:
    """Do it under a key that the person learns before it is done."""
    key = key or new_key(None if dry_run else call.out)
    with opened(call) as session, repeatable(call.out, key, dry_run=dry_run):
        receipt = act(session, name, key=key, dry_run=dry_run, **given)
    call.out.answer(receipt, lambda: _told(call.out, receipt, dry_run=dry_run, year=given.get("fiscal_year")))


def _told(out: Output, receipt: RoundReceipt, *, dry_run: bool, year: int | None) -> None:
    if receipt.repeated:
        paragraph(out, notice("voting.repeated"))
    told = receipt.told
    addressees = listed(list(told.get("addressees", ())))
    done = f"round.done_{receipt.trigger}"
    paragraph(out, notice(done, reference=receipt.reference, year=year, addressees=addressees))
    if "rescheduled" in told:
        paragraph(out, notice("round.rescheduled", count=told["rescheduled"]))
    if told.get("unanswered"):
        paragraph(out, notice("round.unanswered", ministries=listed(told["unanswered"])))
    elif "unanswered" in told:
        paragraph(out, notice("round.all_answered"))
    if dry_run:
        paragraph(out, notice("answer.dry_run"))


def _days(given: Sequence[str]) -> Mapping[str, date]:
    """`submission=2026-05-29` and its like; BadInput with every one that is none, or comes twice."""
    days: dict[str, date] = {}
    wrong: list[Problem] = []
    for text in given:
        name, _, day = text.partition("=")
        try:
            read = date.fromisoformat(day)
        except ValueError:
            read = None
        if read is None or not name or name in days or read.isoformat() != day:
            wrong.append(Problem(None, notice("round.bad_date", given=text)))
        else:
            days[name] = read
    if wrong:
        raise BadInput(wrong)
    return days


def _show(out: Output, found: RoundView) -> None:
    out.fields(_head(found))
    blank(out)
    _show_addressees(out, found)
    titles = [title_of(line.ministry_title) for line in found.addressees if line.ministry in found.unanswered]
    if titles:
        code = "round.unanswered_yet" if found.state == "open" else "round.unanswered"
        blank(out)
        paragraph(out, notice(code, ministries=listed(titles)))


def _show_addressees(out: Output, found: RoundView) -> None:
    """How far each ministry is; a stage in which nobody has anything has no column."""
    stages = [stage for stage in _STAGES if any(line.counts.get(stage) for line in found.addressees)]
    rows = [
        (_named(line), *(_cell(line, stage, out.lang) for stage in stages), _late(line))
        for line in found.addressees
    ]
    out.table((_MINISTRY, *(_STAGE_COLUMNS[stage] for stage in stages), _LATE), rows)


def _head(found: RoundView) -> Iterator[tuple[str, object]]:
    yield "heading.name", found.name
    yield "heading.workflow", found.workflow_title
    yield "heading.fiscal_year", str(found.fiscal_year)
    yield "heading.state", notice(f"round.state_{found.state}")
    dates = [
        notice("round.date_of", name=each.name, day=each.day, era=title_of(each.shown))
        for each in found.dates
    ]
    yield "heading.dates", dates
    if found.criteria:
        yield "heading.criteria", found.criteria


def _named(line: AddresseeLine) -> object:
    title = title_of(line.ministry_title)
    return line.ministry_title if line.addressed else notice("round.not_addressed", ministry=title)


def _cell(line: AddresseeLine, stage: str, lang: str) -> Notice | None:
    count = line.counts.get(stage)
    if not count:
        return None
    amount = line.amounts.get(stage)
    if amount is None:
        return notice("round.cell_closed", count=count)
    return notice("round.cell", count=count, amount=compact(amount, lang))


def _late(line: AddresseeLine) -> Notice | None:
    late = [notice("round.late_unanswered")] if line.late else []
    late += [notice("round.late_overdue", count=line.overdue)] if line.overdue else []
    return listed(late) if late else None
