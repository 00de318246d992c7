"""`govflow version` and `govflow help`."""

from __future__ import annotations

import platform

import click

import govflow
from govflow.cli.exit_codes import EXIT_CODES
from govflow.cli.frame import Invocation, command
from govflow.cli.misread import Misread
from govflow.cli.table import Column
from govflow.messages import notice


@command("version")
def version(call: Invocation) -> None:
    versions = {"govflow": govflow.__version__, "python": platform.python_version()}
    line = f"govflow {versions['govflow']} (Python {versions['python']})"
    call.out.answer(versions, lambda: call.out.text(line))


@command("help")
@click.argument("words", metavar="[COMMAND]...", nargs=-1)
def help_(call: Invocation, words: tuple[str, ...]) -> None:
    if words == ("exit-codes",):
        _exit_codes(call)
    else:
        page = _page(words)
        call.out.answer({"help": page}, lambda: call.out.text(page))


def _exit_codes(call: Invocation) -> None:
    meanings = [(str(code), notice(f"cli.exit.{code}")) for code in EXIT_CODES]
    columns = (Column("cli.exit_code", right=True), Column("cli.exit_meaning", fit="wrap"))
    call.out.answer(dict(meanings), lambda: call.out.table(columns, meanings))


def _page(words: tuple[str, ...]) -> str:
    """The help page of the command that `words` name, found as the command line would find it."""
    context = click.get_current_context().find_root()
    for word in words:
        group = context.command
        if not isinstance(group, click.Group):
            raise Misread(notice("cli.no_such_command", name=" ".join(words), hint=""), context)
        name, found, _ = group.resolve_command(context, [word])
        if found is not None:
            context = click.Context(found, info_name=name, parent=context)
    return context.command.get_help(context)
