"""Ballots one after another: by the moment at which they opened, and by their number where that is the same."""

from __future__ import annotations

import pytest
from sample_voting import BALLOT, BEFORE

from govflow.domain.council.ballot import Ballot
from govflow.services.council.matters.joint import speaking_for


def numbered(number: int, *, at: str = BEFORE, **more: object) -> Ballot:
    return BALLOT._replace(reference=f"X-2025-B{number:03d}", opened_at=at, **more)


@pytest.mark.parametrize("number", [8, 98, 998, 9998])
def test_the_next_number_comes_after_the_one_before_it(number: int) -> None:
    assert numbered(number).turn < numbered(number + 1).turn


def test_what_opened_earlier_comes_first_whatever_its_number() -> None:
    assert numbered(2, at="2025-04-10T00:59").turn < numbered(1).turn


def test_a_body_speaks_by_its_thousandth_ballot_and_not_by_the_one_before() -> None:
    own = BALLOT._replace(body="y", joint=("x",))
    every = [numbered(number, joint=("y",)) for number in (1000, 999)]
    found = speaking_for(every, own, "x")
    assert found is not None
    assert found.reference == "X-2025-B1000"
