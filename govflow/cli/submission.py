"""`govflow submit`, and the table of what became of the proposals of a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.given import listed_values
from govflow.cli.misread import Misread
from govflow.cli.opened import opened, store_meant
from govflow.cli.output import Output
from govflow.cli.parameters import ENCODING, FILE
from govflow.cli.prose import paragraph, title_of
from govflow.cli.table import Column
from govflow.messages import Notice, Title, notice

if TYPE_CHECKING:
    from govflow import Possibility, Session, Submission

_COLUMNS = (
    Column("heading.reference"),
    Column("heading.title", fit="clip"),
    Column("heading.result"),
    Column("heading.state"),
)
_AT_MOST = 50
_LACKING = ("guard.amount_not_stated", "guard.incomplete")
"""What guards say of content that is not there; everything else that an act needs comes in its own time."""


@command("submit", acting=True)
@click.argument("file", metavar="[FILE]", type=FILE, required=False)
@click.option("--workflow", metavar="NAME")
@click.option("--template", type=click.Choice(["csv", "yaml"]), is_flag=False, flag_value="csv")
@click.option("--draft", is_flag=True)
@click.option("--reply", "replies", metavar="N=TEXT", multiple=True)
@click.option("--dry-run", is_flag=True)
@click.option("--encoding", type=ENCODING, default="utf-8")
def submit(
    call: Invocation,
    file: Path | None,
    *,
    workflow: str | None,
    template: str | None,
    draft: bool,
    replies: tuple[str, ...],
    dry_run: bool,
    encoding: str,
) -> None:
    if template is not None:
        _start(call, workflow, template, file)
        return
    if file is None:
        raise Misread(notice("cli.missing_argument", name="FILE"), click.get_current_context())
    with opened(call) as session:
        taken = govflow.submit_file(
            session,
            file,
            workflow=workflow,
            draft=draft,
            replies=listed_values((), replies).get("replies", []),
            dry_run=dry_run,
            encoding=encoding,
        )
        unready = _unready(session, taken)
    answer = {"counts": taken.counts, **_plain(taken)}
    call.out.answer(answer, lambda: show_submission(call.out, taken))
    for warning in (*taken.warnings[:_AT_MOST], *unready):
        call.out.note(warning)


def _start(call: Invocation, workflow: str | None, form: str, file: Path | None) -> None:
    """Print a template: of the store's workflow where there is a store, else of a shipped one or a file's."""
    if file is not None:
        raise Misread(notice("cli.too_many_arguments", arguments=[str(file)]), click.get_current_context())
    if store_meant(call) and not (workflow and os.path.exists(workflow)):
        with opened(call) as session:
            text = govflow.proposal_template(workflow, lang=call.lang, form=form, session=session)
    else:
        text = govflow.proposal_template(workflow, lang=call.lang, form=form)
    call.out.answer({"form": form, "template": text}, lambda: call.out.text(text))


def show_submission(out: Output, taken: Submission) -> None:
    """The first rows, what the file came to, and what to do next."""
    rows = [
        (row.reference, row.title, notice(f"answer.result_{row.result}"), row.state_title)
        for row in taken.rows
    ]
    out.table(_COLUMNS, rows[:_AT_MOST])
    if len(rows) > _AT_MOST:
        paragraph(out, notice("answer.more_rows", count=len(rows) - _AT_MOST))
    paragraph(out, notice("answer.submitted", total=len(rows), **taken.counts))
    if taken.dry_run:
        paragraph(out, notice("answer.dry_run"))
    elif len(rows) == 1:
        out.note(notice("answer.try_why", command=out.runnable(f"govflow why {rows[0][0]}")))


def _unready(session: Session, taken: Submission) -> list[Notice]:
    """What one proposal's content still lacks for the acts that its new state allows, as its definition says."""
    if taken.dry_run or len(taken.rows) != 1:
        return []
    return [
        notice("answer.will_need", act=title_of(possible.title), roles=_titles(possible), need=need)
        for possible in govflow.why(session, taken.rows[0].reference).possible
        for need in possible.needs
        if need.code in _LACKING
    ]


def _titles(possible: Possibility) -> list[Title]:
    return [title_of(role) for role in possible.roles]


def _plain(taken: Submission) -> dict[str, str | bool | Sequence[object]]:
    return {"workflow": taken.workflow, "dry_run": taken.dry_run, "rows": taken.rows}
