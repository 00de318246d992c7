"""Where values come from that are given with one option: problems are told with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from govflow.cli.given_place import OptionPlace
from govflow.errors import BadInput, Problem


@contextmanager
def placed_at(option: str) -> Iterator[None]:
    """Problems of values are told with the option that gave them."""
    try:
        yield
    except BadInput as error:
        raise BadInput([_at_option(problem, option) for problem in error.problems]) from error


def _at_option(problem: Problem, option: str) -> Problem:
    if problem.place is None or not problem.place.file.startswith("payload."):
        return problem
    name = problem.place.file.removeprefix("payload.")
    return problem._replace(place=OptionPlace(f"{option} {name}", 1, 1))
