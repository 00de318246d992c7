"""The frame of every command: one decorator gives it the shared options, its help and one `Invocation`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click
from click.core import ParameterSource

from govflow.cli.cleartext import refuse_unclear
from govflow.cli.helppage import page_of, short_help
from govflow.cli.misread import Misread, reading
from govflow.cli.options import acting_options, common_options
from govflow.cli.output import Output
from govflow.messages import language, notice

Work = Callable[..., int | None]
"""What a command does: handed the invocation and its own parameters, it may return an exit code."""


class Invocation(NamedTuple):
    """What was asked beside a command's own parameters; `as_person`, `office`, `now` of acting commands."""

    store: str
    lang: str
    json: bool
    as_person: str | None
    office: str | None
    now: str | None
    out: Output


class FramedCommand(click.Command):
    """A command that knows its path in the tree (`workflow check`) and speaks from the catalogue."""

    def __init__(self, path: str, *, callback: Work, params: list[click.Parameter]) -> None:
        super().__init__(path.rpartition(" ")[2], callback=callback, params=params, add_help_option=False)
        self.path = path
        self.allow_extra_args = True  # refused below, in the reader's language

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with reading(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Misread(notice("cli.too_many_arguments", arguments=rest), ctx)
        if not ctx.resilient_parsing:
            refuse_unclear(self.params, ctx.params)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        return page_of(self, ctx, path=self.path)

    def get_short_help_str(self, limit: int = 45) -> str:
        """For the shell's completion."""
        return short_help(self.path, language())


def command(path: str, *, acting: bool = False) -> Callable[[Work], FramedCommand]:
    """Make the function the command at `path`; an `acting` one also takes --as, --office and --now."""

    def framed(work: Work) -> FramedCommand:
        @wraps(work)
        def callback(**given: Any) -> int | None:
            invocation = _invocation(given)
            invocation.out.journal.asked(path, given)
            return work(invocation, **given)

        own: list[click.Parameter] = list(reversed(getattr(work, "__click_params__", [])))
        shared = [*acting_options(), *common_options()] if acting else common_options()
        return FramedCommand(path, callback=callback, params=[*own, *shared])

    return framed


def _invocation(given: dict[str, Any]) -> Invocation:
    """Takes the shared options out of `given`; what stays is the command's own."""
    json = bool(given.pop("json"))
    context = click.get_current_context()
    out = Output.of(context)
    out.json = json  # as parsed: in `--note --json` it is the note's text
    out.journal.target = given.pop("log") or ""
    store = given.pop("store")
    if context.get_parameter_source("store") is ParameterSource.COMMANDLINE:
        out.store = store
    return Invocation(
        store=store,
        lang=out.lang,
        json=json,
        as_person=given.pop("as_person", None),
        office=given.pop("office", None),
        now=given.pop("now", None),
        out=out,
    )
