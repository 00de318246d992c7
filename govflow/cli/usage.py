"""What click could not read, said by the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from govflow.cli.given_place import written
from govflow.cli.misread import Misread
from govflow.cli.options import SHARED
from govflow.messages import Notice, did_you_mean, notice


def usage_notice(error: click.ClickException) -> Notice:
    """What to say about any of click's complaints."""
    for kind, tell in _TELLERS:
        if isinstance(error, kind):
            return tell(error)
    return notice("cli.other_usage", detail=error.format_message())


def _no_such_option(error: click.NoSuchOption) -> Notice:
    name, context = error.option_name, error.ctx
    if name in SHARED and context is not None and isinstance(context.command, click.Group):
        return notice("cli.option_after_command", name=name, example=f"{context.command_path} … {name} …")
    known = [flag for param in context.command.params for flag in param.opts] if context else []
    return notice("cli.no_such_option", name=name, hint=did_you_mean(name, known))


def _bad_option_usage(error: click.BadOptionUsage) -> Notice:
    params = error.ctx.command.params if error.ctx else []
    flag = any(error.option_name in p.opts for p in params if isinstance(p, click.Option) and p.is_flag)
    return notice("cli.option_takes_no_value" if flag else "cli.option_needs_value", name=error.option_name)


def _missing(error: click.MissingParameter) -> Notice:
    kind = "cli.missing_option" if isinstance(error.param, click.Option) else "cli.missing_argument"
    return notice(kind, name=_name(error))


def _bad_value(error: click.BadParameter) -> Notice:
    given = error.param.type if error.param else None
    if isinstance(given, click.Choice):
        return notice("cli.bad_choice", name=_name(error), choices=list(given.choices))
    if isinstance(given, (click.IntRange, click.FloatRange)):
        return notice("cli.bad_range", name=_name(error), range=f"{given.min}–{given.max}")
    code = next((code for kind, code in _BAD_TYPES if isinstance(given, kind)), "cli.bad_value")
    return notice(code, name=_name(error), detail=error.message)


def _name(error: click.BadParameter) -> str:
    return written(error.param) if error.param else ""


_BAD_TYPES: tuple[tuple[type[click.ParamType[Any]], str], ...] = (
    (type(click.INT), "cli.bad_integer"),
    (type(click.FLOAT), "cli.bad_number"),
    (click.DateTime, "cli.bad_date"),
    (click.Path, "cli.bad_path"),
    (click.File, "cli.bad_path"),
)

# The narrower class first.
_TELLERS: tuple[tuple[type[click.ClickException], Callable[..., Notice]], ...] = (
    (Misread, lambda error: error.said),
    (click.exceptions.NoArgsIsHelpError, lambda error: notice("cli.missing_command")),
    (click.NoSuchOption, _no_such_option),
    (click.BadOptionUsage, _bad_option_usage),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad_value),
)
