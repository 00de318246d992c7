"""The options that every command shares, and those of commands in which a person acts."""

from __future__ import annotations

import click

import govflow
from govflow.cli.journal import VARIABLE
from govflow.cli.output import Output
from govflow.messages import LANGUAGES

STORE_VARIABLE = "GOVFLOW_STORE"
DEFAULT_STORE = "govflow.db"
SHARED = ("--store", "--lang", "--json", "--log", "--help", "--as", "--office", "--now")


def lang_option() -> click.Option:
    """Its value is read before parsing (see `Speech.of`); the option checks it and has the help."""
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False)


def help_option() -> click.Option:
    # Not click's own: that one would print past `Output`.
    return click.Option(
        ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_page
    )


def version_option() -> click.Option:
    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_release
    )


def common_options() -> list[click.Parameter]:
    return [
        click.Option(["--store"], metavar="PATH|URL", envvar=STORE_VARIABLE, default=DEFAULT_STORE),
        lang_option(),
        click.Option(["--json"], is_flag=True),
        click.Option(["--log"], metavar="FILE", envvar=VARIABLE),
        help_option(),
    ]


def acting_options() -> list[click.Parameter]:
    return [
        click.Option(["--as", "as_person"], metavar="PERSON"),
        click.Option(["--office"], metavar="OFFICE"),
        click.Option(["--now"], metavar="TIMESTAMP"),
    ]


def _show_page(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        page = context.get_help()
        out = Output.of(context)
        out.answer({"help": page}, lambda: out.text(page))
        context.exit()


def _show_release(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        Output.of(context).text(f"govflow {govflow.__version__}")
        context.exit()
