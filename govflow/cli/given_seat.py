"""Whose seat an act is about, and whether the secretariat writes it down for the holder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from govflow.cli.parameters import named_values

_COLON = re.compile("[:：]")

Said = str | tuple[str, str]
"""A position, or one with its reason."""

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def of_a_seat(work: Decorated) -> Decorated:
    """Gives --seat and --recorded-for."""
    return click.option("--seat", metavar="OFFICE")(click.option("--recorded-for", is_flag=True)(work))


def said_by_seat(pairs: Iterable[str]) -> dict[str, Said | list[Said]]:
    """`mof.cio=no` arguments as one mapping; a reason comes after a colon, of either width. A seat that is named
    twice is for the act to refuse."""
    said = named_values(pairs, code="paper.not_a_position")
    return {
        seat: _with_reason(each) if isinstance(each, str) else [*map(_with_reason, each)]
        for seat, each in said.items()
    }


def _with_reason(said: str) -> Said:
    """A position, and what follows it as its reason."""
    position, *reason = _COLON.split(said, maxsplit=1)
    return (position.strip(), reason[0].strip()) if reason else position.strip()
