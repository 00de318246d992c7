"""Whose seat an act is about, and whether the secretariat writes it down for the holder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from govflow.cli.misread import Misread
from govflow.cli.parameters import named_values
from govflow.messages import notice

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def of_a_seat(work: Decorated) -> Decorated:
    """Gives --seat and --recorded-for."""
    return click.option("--seat", metavar="OFFICE")(click.option("--recorded-for", is_flag=True)(work))


def said_by_seat(pairs: Iterable[str]) -> dict[str, str]:
    """`mof.cio=no` arguments as one mapping, each seat named once."""
    said = named_values(pairs, option="SEAT=POSITION")
    for seat, position in said.items():
        if not isinstance(position, str):
            raise Misread(notice("paper.seat_twice", seat=seat), click.get_current_context())
    return {seat: str(position) for seat, position in said.items()}
