"""What the commands' own parameters take."""

from __future__ import annotations

from datetime import date

import click
import pytest

from govflow.cli.misread import Misread
from govflow.cli.parameters import DAY, named_values


def test_pairs_become_values_by_name() -> None:
    assert named_values(["amount=75000000000", " note =a=b"]) == {"amount": "75000000000", "note": "a=b"}


def test_a_name_that_is_given_again_makes_a_list() -> None:
    assert named_values(["marks=important", "marks=precedent", "marks=x"]) == {
        "marks": ["important", "precedent", "x"]
    }


@pytest.mark.parametrize("text", ["amount", "=1", " =1"])
def test_what_is_no_pair_is_a_misread_command_line(text: str) -> None:
    with click.Context(click.Command("act")), pytest.raises(Misread) as misread:
        named_values([text])
    assert misread.value.said.code == "answer.not_a_pair"


def test_a_day_is_a_date_however_often_it_is_converted() -> None:
    day = DAY.convert("2025-04-07", None, None)
    assert day == date(2025, 4, 7)
    assert DAY.convert(day, None, None) == day


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(click.BadParameter):
        DAY.convert("2025-02-30", None, None)
