"""Whose seat an act is about, and whether the secretariat writes it down for the holder."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def of_a_seat(work: Decorated) -> Decorated:
    """Gives --seat and --recorded-for."""
    return click.option("--seat", metavar="OFFICE")(click.option("--recorded-for", is_flag=True)(work))
