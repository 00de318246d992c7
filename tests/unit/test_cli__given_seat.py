"""What was said for seats, at the command line: a position, and maybe a reason after a colon."""

from __future__ import annotations

import click
import pytest

from govflow.cli.given_seat import said_by_seat
from govflow.cli.misread import Misread
from govflow.messages import say


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("mof.cio=反対：費用が不明", ("反対", "費用が不明")),
        ("mof.cio=no: The ratio is 2:1.", ("no", "The ratio is 2:1.")),
        ("mof.cio=no：比率は2:1", ("no", "比率は2:1")),
        ("mof.cio= 賛成 ", "賛成"),
    ],
)
def test_a_reason_comes_after_a_colon_of_either_width(given: str, expected: str | tuple[str, str]) -> None:
    assert said_by_seat([given]) == {"mof.cio": expected}


def test_a_seat_that_is_named_twice_is_left_to_the_act_with_all_that_was_said() -> None:
    assert said_by_seat(["mof.cio=yes", "mof.cio=no: late"]) == {"mof.cio": ["yes", ("no", "late")]}


def test_what_is_no_position_is_told_with_how_one_is_written() -> None:
    with click.Context(click.Command("record")), pytest.raises(Misread) as misread:
        said_by_seat(["mof.cio"])
    assert say(misread.value.said, "en") == "'mof.cio' has no =. Write SEAT=POSITION."
