"""The checker of races: what several saw of one proposal has an order, or there is none and that is said."""

from __future__ import annotations

import pytest
from doctored_histories import DOCTORED
from linear import Saw, Seen, disorder
from races import PARTS, PROCESSES, _untried

CLERK_ACTS = Seen(1, 2, None, Saw.DONE, 2, "a")
BOTH_EXPECT_TWO = [Seen(3, 6, 2, Saw.DONE, 3, "b"), Seen(4, 7, 2, Saw.CONFLICT, None)]
LOOKED_MEANWHILE = Seen(5, 6, None, Saw.LOOKED, 3)
LAST = Seen(8, 9, 3, Saw.DONE, 4, "c")

SEEN = [CLERK_ACTS, *BOTH_EXPECT_TWO, LOOKED_MEANWHILE, LAST]
HISTORY = ["a", "b", "c"]


def test_what_overlaps_may_have_happened_in_either_order() -> None:
    assert disorder(SEEN, first=1, history=HISTORY) is None


@pytest.mark.parametrize("version", [2, 3])
def test_who_looks_while_an_act_happens_sees_what_is_before_it_or_after(version: int) -> None:
    seen = [Seen(1, 4, None, Saw.DONE, 3, "a"), Seen(2, 3, None, Saw.LOOKED, version)]
    assert disorder(seen, first=2, history=["a"]) is None


def test_who_looks_afterwards_sees_it() -> None:
    seen = [Seen(1, 2, None, Saw.DONE, 3, "a"), Seen(3, 4, None, Saw.LOOKED, 2)]
    assert disorder(seen, first=2, history=["a"]) is not None


def test_two_looks_do_not_go_back() -> None:
    act = Seen(1, 9, None, Saw.DONE, 3, "a")
    looks = [Seen(2, 3, None, Saw.LOOKED, 3), Seen(4, 5, None, Saw.LOOKED, 2)]
    assert disorder([act, *looks], first=2, history=["a"]) is not None
    assert disorder([act, *(look._replace(version=3) for look in looks)], first=2, history=["a"]) is None


@pytest.mark.parametrize("title", DOCTORED)
def test_a_doctored_history_is_rejected(title: str) -> None:
    seen, history = DOCTORED[title](list(SEEN), list(HISTORY))
    assert disorder(seen, first=1, history=history) is not None


ONE, _, DIFFERENT = PARTS


@pytest.mark.parametrize(
    ("part", "conflicts", "processes", "sound"),
    [
        (ONE, 5, PROCESSES, True),
        (ONE, 0, PROCESSES, False),
        (ONE, 5, PROCESSES - 1, False),
        (DIFFERENT, 0, PROCESSES, True),
        (DIFFERENT, 1, PROCESSES, False),
    ],
)
def test_a_race_in_which_nobody_met_is_none(
    part: object, conflicts: int, processes: int, sound: bool
) -> None:
    assert (not [*_untried(part, conflicts=conflicts, processes=processes)]) is sound  # type: ignore[arg-type]  # one of PARTS
