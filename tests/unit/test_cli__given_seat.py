"""What was said for seats, at the command line: a position, and maybe a reason after a colon."""

from __future__ import annotations

import pytest

from govflow.cli.given_seat import said_by_seat


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
