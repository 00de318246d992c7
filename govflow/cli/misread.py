"""A command line that the frame itself cannot read, and where it was read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from govflow.messages import Notice


class Misread(click.UsageError):
    """Like click's own usage errors, but said by the catalogue."""

    def __init__(self, said: Notice, ctx: click.Context) -> None:
        super().__init__(said.code, ctx)
        self.said = said


@contextmanager
def reading(ctx: click.Context) -> Iterator[None]:
    """Usage errors from inside know their command; click's parser forgets it for some."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise
