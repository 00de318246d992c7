"""Whose seat an act is about, and whether the secretariat writes it down for the holder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from govflow.cli.misread import Misread
from govflow.cli.parameters import named_values
from govflow.messages import notice

_COLON = re.compile("[:：]")

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def of_a_seat(work: Decorated) -> Decorated:
    """Gives --seat and --recorded-for."""
    return click.option("--seat", metavar="OFFICE")(click.option("--recorded-for", is_flag=True)(work))


def said_by_seat(pairs: Iterable[str]) -> dict[str, str | tuple[str, str]]:
    """`mof.cio=no` arguments as one mapping, each seat named once; a reason comes after a colon, of either width."""
    said = named_values(pairs, option="SEAT=POSITION")
    for seat, position in said.items():
        if not isinstance(position, str):
            raise Misread(notice("paper.seat_twice", seat=seat), click.get_current_context())
    return {seat: _with_reason(str(position)) for seat, position in said.items()}


def _with_reason(said: str) -> str | tuple[str, str]:
    """A position, and what follows it as its reason."""
    position, *reason = _COLON.split(said, maxsplit=1)
    return (position.strip(), reason[0].strip()) if reason else position.strip()
