"""Help pages in the reader's language: usage, text, commands by section, options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Union

import click

from govflow.cli.options import SHARED
from govflow.cli.output import Output
from govflow.cli.width import cells, padded, wrap
from govflow.messages import Notice, catalogue_text, notice, say

_WIDEST = 100
_LEFT = 28

Rows = list[tuple[str, str]]

Entries = Mapping[str, Union[str, "Entries"]]
"""By name: `module:attribute` of a command, or the entries of a group."""


class Section(NamedTuple):
    """Commands listed under one heading (a catalogue code)."""

    heading: str
    entries: Entries


def page_of(
    command: click.Command, context: click.Context, *, path: str, sections: Sequence[Section] = ()
) -> str:
    """The whole page of the command at `path`, without a newline at its end."""
    return "\n".join(_Page(path, Output.of(context)).lines(command, context, sections))


def short_help(path: str, lang: str) -> str:
    """The first line of a command's help."""
    return _help(path, lang)[0]


def option_help(path: str, option: click.Option, lang: str) -> str:
    """The catalogue's text: `option.<path>.<flag>` where the command has its own, else `option.<flag>`."""
    flag = max(option.opts, key=len).lstrip("-")
    try:
        return catalogue_text(f"option.{_dotted(path)}.{flag}").in_language(lang)
    except KeyError:
        return catalogue_text(f"option.{flag}").in_language(lang)


class _Page:
    def __init__(self, path: str, out: Output) -> None:
        self._path = path
        self._lang = out.lang
        self._width = min(out.width, _WIDEST)

    def lines(
        self, command: click.Command, context: click.Context, sections: Sequence[Section]
    ) -> Iterator[str]:
        yield self._usage(command, context)
        yield ""
        yield from self._body()
        for section in sections:
            yield from self._listing(section.heading, self._commands(section))
        yield from self._options(command, context)
        if not self._path:
            yield from ["", *wrap(self._say(notice("cli.closing")), self._width)]

    def _say(self, said: Notice) -> str:
        return say(said, self._lang)

    def _usage(self, command: click.Command, context: click.Context) -> str:
        arguments = [p.make_metavar(context) for p in command.params if isinstance(p, click.Argument)]
        after = [self._say(notice("cli.usage_command"))] if isinstance(command, click.Group) else arguments
        pieces = [context.command_path, self._say(notice("cli.usage_options")), *after]
        return self._say(notice("cli.usage")) + " ".join(pieces)

    def _body(self) -> Iterator[str]:
        for line in _help(self._path, self._lang):
            verbatim = line.startswith("  ")
            yield from (
                f"  {part}".rstrip() for part in ([line] if verbatim else wrap(line, self._width - 2))
            )

    def _commands(self, section: Section) -> Rows:
        return [(name, short_help(f"{self._path} {name}".strip(), self._lang)) for name in section.entries]

    def _options(self, command: click.Command, context: click.Context) -> Iterator[str]:
        options = [p for p in command.get_params(context) if isinstance(p, click.Option) and not p.hidden]
        whole = isinstance(command, click.Group)
        own = [option for option in options if whole or not _is_shared(option)]
        common = [option for option in options if option not in own]
        yield from self._listing("cli.options", self._option_rows(own, context))
        yield from self._listing("cli.common_options", self._option_rows(common, context))

    def _option_rows(self, options: Iterable[click.Option], context: click.Context) -> Rows:
        return [(_spelling(option, context), self._described(option)) for option in options]

    def _described(self, option: click.Option) -> str:
        extras = [self._say(extra) for extra in _extras(option)]
        return " ".join([option_help(self._path, option, self._lang), *(f"[{extra}]" for extra in extras)])

    def _listing(self, heading: str, rows: Rows) -> Iterator[str]:
        if not rows:
            return
        yield ""
        yield self._say(notice(heading))
        left = min(max(cells(name) for name, _ in rows), _LEFT)
        for name, text in rows:
            # A name too long for the column stands on its own line, its text below.
            lines = wrap(text, self._width - left - 4)
            beside = lines.pop(0) if cells(name) <= left else ""
            yield f"  {padded(name, left)}  {beside}".rstrip()
            yield from (f"{'':{left + 4}}{line}" for line in lines)


def _help(path: str, lang: str) -> list[str]:
    return catalogue_text(f"help.{_dotted(path) or 'govflow'}").in_language(lang).split("\n")


def _dotted(path: str) -> str:
    return path.replace(" ", ".")


def _is_shared(option: click.Option) -> bool:
    return any(flag in SHARED for flag in option.opts)


def _spelling(option: click.Option, context: click.Context) -> str:
    flags = ", ".join([*option.opts, *option.secondary_opts])
    return flags if option.is_flag or option.count else f"{flags} {option.make_metavar(context)}"


def _extras(option: click.Option) -> Iterator[Notice]:
    if option.required:
        yield notice("cli.required")
    shown = isinstance(option.default, (str, int)) and option.default != "" and not option.is_flag
    if shown and not isinstance(option.default, bool):
        yield notice("cli.default", value=option.default)
    if isinstance(option.envvar, str):
        yield notice("cli.environment", name=option.envvar)
