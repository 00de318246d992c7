"""Groups that import a command only when it runs; their help pages come from the catalogue alone."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from govflow.cli.helppage import Section, page_of, short_help
from govflow.cli.misread import Misread, reading
from govflow.cli.options import help_option, lang_option, version_option
from govflow.messages import did_you_mean, language, notice

if TYPE_CHECKING:
    from govflow.cli.frame import FramedCommand


class LazyGroup(click.Group):
    """The root (path "") or a group such as `workflow`."""

    def __init__(self, path: str, sections: Sequence[Section]) -> None:
        name = path.rpartition(" ")[2] or "govflow"
        about = [help_option()] if path else [version_option(), help_option()]
        params: list[click.Parameter] = [lang_option(), *about]
        super().__init__(
            name, callback=_choose, invoke_without_command=True, params=params, add_help_option=False
        )
        self.path = path
        self.sections = tuple(section for section in sections if section.entries)
        self.entries = {name: entry for section in sections for name, entry in section.entries.items()}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with reading(ctx):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        if isinstance(entry, str):
            return loaded(entry)
        return LazyGroup(f"{self.path} {cmd_name}".strip(), [Section("cli.commands", entry)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.entries and not ctx.resilient_parsing:
            raise Misread(
                notice("cli.no_such_command", name=name, hint=did_you_mean(name, self.entries)), ctx
            )
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        return page_of(self, ctx, path=self.path, sections=self.sections)

    def get_short_help_str(self, limit: int = 45) -> str:
        """For the shell's completion."""
        return short_help(self.path, language())


def loaded(entry: str) -> FramedCommand:
    """The command that `module:attribute` names."""
    module, _, attribute = entry.partition(":")
    command: FramedCommand = getattr(import_module(module), attribute)
    return command


@click.pass_context
def _choose(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(context)
