"""What the log takes for a name or a reference: what has the form of one, and no more of it than one has."""

from __future__ import annotations

import pytest

from govflow.cli.journal import Journal

AT_MOST = "A-1" + "2" * 97


def noted(reference: str) -> list[str]:
    journal = Journal()
    journal.asked("act", {"reference": reference, "key": reference})
    return [*journal.references, *([journal.key] if journal.key else [])]


def test_a_reference_of_a_hundred_characters_is_noted() -> None:
    assert noted(AT_MOST) == [AT_MOST, AT_MOST]


@pytest.mark.parametrize("typed", [f"{AT_MOST}2", "A" + "-a1" * 100_000 + "!"])
def test_what_is_longer_is_not_even_looked_at(typed: str) -> None:
    assert noted(typed) == []
