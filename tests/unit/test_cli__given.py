"""Values that come with an act: where they were given is where their problems are told."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from govflow.cli.given import payload_of, placed
from govflow.cli.jsonable import jsonable
from govflow.cli.misread import Misread
from govflow.errors import BadInput, Place, Problem
from govflow.messages import notice

WRONG = notice("cli.missing_command")


def told(place: Place | None, *pairs: str, data: Path | None = None) -> str:
    with pytest.raises(BadInput) as refused, placed(pairs, data):
        raise BadInput([Problem(place, WRONG)])
    return refused.value.sentences("en")[0]


def test_a_problem_of_a_value_names_its_option() -> None:
    assert told(Place("payload.amount", 1, 1), "amount=x") == "--set amount: A command is missing. Name one."


def test_a_value_of_a_file_that_set_was_added_to_names_the_file() -> None:
    place = Place("payload.note", 1, 1)
    assert (
        told(place, "amount=1", data=Path("values.yaml"))
        == "values.yaml: note: A command is missing. Name one."
    )


def test_a_place_without_an_option_is_never_called_none() -> None:
    assert told(Place("payload.counts:1:1", 1, 2), "counts=x").startswith("--set counts:1:1: ")


def test_a_problem_with_a_place_of_its_own_keeps_it() -> None:
    place = Place("values.yaml", 2, 7)
    assert told(place, data=Path("values.yaml")) == "values.yaml:2:7: A command is missing. Name one."
    assert told(None, "amount=x") == "A command is missing. Name one."


def test_programs_get_the_option_as_the_file() -> None:
    with pytest.raises(BadInput) as refused, placed(("amount=x",), None):
        raise BadInput([Problem(Place("payload.amount", 1, 1), WRONG)])
    plain = jsonable(refused.value.problems[0], "en")
    assert (plain["file"], plain["line"], plain["column"]) == ("--set amount", 1, 1)


def test_values_of_both_are_put_together_and_none_is_given_twice(tmp_path: Path) -> None:
    data = tmp_path / "values.yaml"
    data.write_text("note: 理由\n", encoding="utf-8")
    assert payload_of(("amount=1",), data) == {"note": "理由", "amount": "1"}
    assert payload_of((), data).plain() == {"note": "理由"}
    with click.Context(click.Command("act")), pytest.raises(Misread):
        payload_of(("note=別",), data)
