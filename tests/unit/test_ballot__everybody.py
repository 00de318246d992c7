"""Nobody has two votes for a seat, or another's, or one after the close or in conflict: a sample of every small council
there is, held against the words of the rules. `python trials/voting.py` takes them all."""

from __future__ import annotations

import pytest
from doctored_rules import CONTROLS, Control
from small_councils import Size, numbered, outside, subsets
from voting import PARTS, caught, first_difference


@pytest.mark.parametrize("name", PARTS)
def test_in_every_small_council_who_votes_for_a_seat_is_who_may(name: str) -> None:
    part = PARTS[name]
    assert first_difference(part.cases(part.sample)) == (part.cases_in_sample, None)


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.title)
def test_a_doctored_rule_is_found_out(control: Control) -> None:
    _, different = caught(control)
    assert different is not None


def test_every_council_there_is_is_met_but_for_names() -> None:
    """Five persons in three seats: as many as there are ways, each person's name being nothing; of slots filled with
    persons as many as there are partitions of them, nobody being one more part."""
    bell = [1, 1, 2, 5, 15, 52, 203]
    assert [len([*numbered(slots, slots)]) for slots in range(6)] == bell[1:]
    worlds = [world for world in outside(Size(3, 2)) if not world.declared and not world.own]
    kinds, others = len(subsets("ab")), 10  # of four kinds two, alike or not, in any order
    assert len(worlds) == kinds * others
    assert len({tuple(sorted(world.held.items())) for world in worlds}) == len(worlds)
