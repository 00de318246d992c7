"""Types of the commands' own parameters: days, files, `name=value` pairs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from govflow.cli.cleartext import is_clear
from govflow.cli.misread import Misread
from govflow.messages import notice

ENCODING = click.Choice(["utf-8", "cp932"])


class _File(click.Path):
    """A file of the user's. Whether it can be read is for the reading to say."""

    def __init__(self, *, or_folder: bool = True) -> None:
        super().__init__(path_type=Path, dir_okay=or_folder)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not is_clear(str(value)):
            return Path(value)  # the system is not asked about it: the frame refuses it
        return super().convert(value, param, ctx)


FILE = _File()
NO_FOLDER = _File(or_folder=False)


class _Day(click.DateTime):
    """A calendar day, `2025-04-07`."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value  # click converts once more what it has converted already
        return super().convert(value, param, ctx).date()


DAY = _Day()


def named_values(
    pairs: Iterable[str], *, option: str = "--set", code: str = "answer.not_a_pair"
) -> dict[str, str | list[str]]:
    """`name=value` texts as one mapping; a name that is given again makes a list."""
    values: dict[str, str | list[str]] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name.strip():
            raise Misread(notice(code, text=pair, option=option), click.get_current_context())
        earlier = values.get(name.strip())
        values[name.strip()] = value if earlier is None else [*_texts(earlier), value]
    return values


def _texts(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
