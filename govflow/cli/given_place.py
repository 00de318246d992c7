"""Where a value of the command line was given: an option or an argument, as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click

from govflow.errors import BadInput, Place, Problem


class OptionPlace(Place):
    """A place on the command line: it has no lines and columns to speak of."""

    __slots__ = ()

    def __str__(self) -> str:
        return self.file


@contextmanager
def part_by_part(whole: str, options: Mapping[str, str]) -> Iterator[None]:
    """Problems of one value that several options make are told with the option that gave the part."""
    try:
        yield
    except BadInput as error:
        raise BadInput([_at_part(problem, whole, options) for problem in error.problems]) from error


def _at_part(problem: Problem, whole: str, options: Mapping[str, str]) -> Problem:
    source, _, part = problem.place.file.partition(".") if problem.place else ("", "", "")
    if source != whole or part not in options:
        return problem
    return problem._replace(place=OptionPlace(options[part], 1, 1))


def written(param: click.Parameter) -> str:
    """`--note`, `REF`."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name.strip("[]")  # brackets mark what may be left out
