"""The values that come with an act: from --data, which knows their places, and from --set, which is itself one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

import govflow
from govflow.cli.given_place import OptionPlace
from govflow.cli.misread import Misread
from govflow.cli.parameters import named_values
from govflow.errors import BadInput, Problem
from govflow.messages import notice

_PAYLOAD = "payload."
"""How the API calls the places of values that come without one."""


def listed_values(issues: tuple[str, ...], replies: tuple[str, ...]) -> dict[str, list[str]]:
    """What the options for issues and replies give, by the values' names."""
    named_values(replies, option="--reply")  # each has its number before an equals sign
    return {name: [*texts] for name, texts in (("issues", issues), ("replies", replies)) if texts}


def payload_of(
    pairs: tuple[str, ...], data: Path | None, *, listed: Mapping[str, list[str]] | None = None
) -> Any:
    """The values of all, each given once."""
    values = {**named_values(pairs), **(listed or {})}
    if data is None:
        return values
    node = govflow.read_payload(data)
    if not values:
        return node
    plain = node.plain()
    for name in values:
        if name in plain:
            raise Misread(notice("answer.given_twice", name=name), click.get_current_context())
    return {**plain, **values}


@contextmanager
def placed(pairs: tuple[str, ...], data: Path | None) -> Iterator[None]:
    """Problems of values are told with the option that gave them."""
    try:
        yield
    except BadInput as error:
        options = {"issues": "--issue", "replies": "--reply", **dict.fromkeys(named_values(pairs), "--set")}
        otherwise = "--set" if data is None else f"{data}:"
        problems = [_at_option(problem, options, otherwise) for problem in error.problems]
        raise BadInput(problems) from error


def _at_option(problem: Problem, options: Mapping[str, str], otherwise: str) -> Problem:
    if problem.place is None or not problem.place.file.startswith(_PAYLOAD):
        return problem
    name = problem.place.file.removeprefix(_PAYLOAD)
    return problem._replace(place=OptionPlace(f"{options.get(name, otherwise)} {name}", 1, 1))
