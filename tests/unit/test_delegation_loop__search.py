"""Loops of standing delegations are found wherever there are any, by work that grows with the file and not with its
chains."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from itertools import pairwise, product
from types import FrameType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govflow.domain import delegation_loop
from govflow.domain.delegation_loop import delegation_loops
from govflow.domain.organisation import Delegation, Term

ALWAYS = Term(None, None)


def delegation(
    office: str, to: str, *, triggers: Sequence[str] = (), kinds: Sequence[str] = (), term: Term = ALWAYS
) -> Delegation:
    return Delegation(office, to, "w", tuple(triggers), tuple(kinds), None, term)


def steps(delegations: Sequence[Delegation]) -> int:
    """How many lines the search goes through."""
    counted = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal counted
        if frame.f_code.co_filename != delegation_loop.__file__:
            return None
        counted += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        delegation_loops(delegations)
    finally:
        sys.settrace(before)
    return counted


def chain(length: int, *, closed: bool = False) -> list[Delegation]:
    end = "d0" if closed else f"d{length}"
    names = [*(f"d{index}" for index in range(length)), end]
    return [delegation(*pair) for pair in pairwise(names)]


def scoped(length: int, *, closed: bool) -> list[Delegation]:
    """Two ways from each office to the next, one of which leaves a trigger out: every choice of ways differs in what it
    still reaches. Closed, the last way reaches what none of the others does."""
    triggers = [f"t{index}" for index in range(length)]
    found: list[Delegation] = []
    for index in range(length):
        less = [name for name in triggers if name != triggers[index]]
        found += [delegation(f"d{index}", f"d{index + 1}", triggers=each) for each in (less, triggers)]
    back = delegation(f"d{length}", "d0", triggers=["other"])
    return [*found, back] if closed else found


def test_a_long_chain_is_gone_through_once() -> None:
    assert delegation_loops(chain(1200)) == []
    assert steps(chain(400)) < 2.5 * steps(chain(200))
    assert delegation_loops(chain(1200, closed=True)) == [tuple(range(1200))]
    assert steps(chain(400, closed=True)) < 2.5 * steps(chain(200, closed=True))


def test_chains_that_differ_in_what_they_reach_are_not_followed_one_by_one() -> None:
    for closed in (False, True):
        assert delegation_loops(scoped(20, closed=closed)) == []
        assert steps(scoped(20, closed=closed)) < 10 * steps(scoped(10, closed=closed))


def test_many_loops_are_all_told() -> None:
    rows = [row for n in range(30) for row in (delegation(f"a{n}", f"b{n}"), delegation(f"b{n}", f"a{n}"))]
    assert delegation_loops(rows) == [(2 * n, 2 * n + 1) for n in range(30)]
    both = [delegation("a", "b"), delegation("b", "a"), delegation("b", "c"), delegation("c", "b")]
    assert delegation_loops(both) == [(0, 1), (2, 3)]


def test_a_file_of_nothing_but_loops_is_told_of_no_more_than_helps() -> None:
    rows = [delegation(f"a{one}", f"a{other}") for one in range(30) for other in range(30)]
    assert len(delegation_loops(rows)) == delegation_loop.LOOPS


days = st.one_of(st.none(), st.integers(1, 4).map(lambda day: date(2025, 4, day)))
some = st.lists(st.sampled_from("xyz"), unique=True, max_size=2)
rows_of_some = st.lists(
    st.builds(
        delegation,
        st.sampled_from("abcd"),
        st.sampled_from("abcd"),
        triggers=some,
        kinds=some,
        term=st.builds(Term, days, days),
    ),
    max_size=7,
)


def reached(each: Delegation, trigger: str, kind: str, day: date) -> bool:
    named = (not each.triggers or trigger in each.triggers) and (not each.kinds or kind in each.kinds)
    return named and each.term.covers(day) and each.office != each.to


def returns(rows: Sequence[Delegation]) -> bool:
    """Whether some office comes back to itself: those that lead nowhere go until none goes any more."""
    left = list(rows)
    while any(gone := [each for each in left if all(each.to != other.office for other in left)]):
        left = [each for each in left if each not in gone]
    return bool(left)


@given(rows_of_some)
def test_a_loop_is_told_exactly_where_a_matter_would_come_back(rows: list[Delegation]) -> None:
    matters = list(product("xyzo", "xyzo", [date(2025, 4, day) for day in range(5, 0, -1)]))
    turning = any(returns([each for each in rows if reached(each, *matter)]) for matter in matters)
    loops = delegation_loops(rows)
    assert bool(loops) is turning
    for loop in loops:
        assert loop[0] == min(loop)
        within = [rows[index] for index in loop]
        assert [each.to for each in within] == [each.office for each in (*within[1:], within[0])]
        assert any(all(reached(each, *matter) for each in within) for matter in matters)
