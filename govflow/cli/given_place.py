"""Where a value of the command line was given: an option or an argument, as it is written."""

from __future__ import annotations

import click

from govflow.errors import Place


class OptionPlace(Place):
    """A place on the command line: it has no lines and columns to speak of."""

    __slots__ = ()

    def __str__(self) -> str:
        return self.file


def written(param: click.Parameter) -> str:
    """`--note`, `REF`."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name.strip("[]")  # brackets mark what may be left out
