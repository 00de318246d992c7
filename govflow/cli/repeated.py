"""The options of the command line under way as they would have to be typed once more."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterator
from typing import Any

import click
from click.core import ParameterSource

ABOUT_THE_ANSWER = ("--store", "--lang", "--json", "--help")
"""Options that say where from and how, not what; the store is added to every command that is suggested."""


def options_given(context: click.Context, *, only: Collection[str] = ()) -> list[str]:
    """Each option that was typed, with its value, quoted for a shell; `only` those of these names."""
    options = [param for param in context.command.params if isinstance(param, click.Option)]
    return [
        word
        for option in options
        if context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
        and _flag(option) not in ABOUT_THE_ANSWER
        and (not only or _flag(option) in only)
        for word in _typed(option, context.params[option.name or ""])
    ]


def _typed(option: click.Option, value: Any) -> Iterator[str]:
    if option.is_flag:
        yield _flag(option)
        return
    for item in value if option.multiple else (value,):
        yield f"{_flag(option)} {shlex.quote(str(item))}"


def _flag(option: click.Option) -> str:
    return max(option.opts, key=len)
