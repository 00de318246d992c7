"""What stays out of the public version: the option of every act that opens a ballot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from govflow.cli.parameters import named_values

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def closing(work: Decorated) -> Decorated:
    """Fields that are closed, each with its reason. One that is given twice is for the act to refuse."""
    return click.option("--closed", metavar="FIELD=REASON", multiple=True, callback=_named)(work)


def _named(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> dict[str, Any]:
    return dict(named_values(given, option="--closed"))
