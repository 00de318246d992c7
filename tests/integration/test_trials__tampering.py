"""A store that is tampered with: an insider's attacks are found by what has to find them, and so are turned bits."""

from __future__ import annotations

from pathlib import Path

import pytest
from blinded import BLINDED, blinded, unverified
from flips import FAILURES, Flip, Outcome, flips_of, tried
from insider import ATTACKS, attacked
from small_town import small_store


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_store(tmp_path_factory.mktemp("town"))


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_found_by_what_has_to_find_it(town: Path, name: str) -> None:
    assert attacked(town, name).holds


@pytest.mark.parametrize("name", BLINDED)
def test_without_a_check_what_only_it_finds_passes(town: Path, name: str) -> None:
    with blinded(name):
        assert not any(attacked(town, attack).holds for attack in BLINDED[name].attacks)


def test_a_bit_turned_over_is_found_or_changes_nothing(town: Path) -> None:
    flips = [*flips_of(town.stat().st_size, step=997, seed=5, every_bit=False)]
    done = tried(town.read_bytes(), flips, path=town.with_name("copy.db"))
    assert {one.outcome for one in done} > {Outcome.FOUND, Outcome.NOTHING}
    assert [one for one in done if one.outcome in FAILURES] == []


def test_a_bit_turned_over_that_nobody_looks_for_is_told(town: Path) -> None:
    flips = [*flips_of(town.stat().st_size, step=997, seed=5, every_bit=False)]
    with unverified():
        done = tried(town.read_bytes(), flips, path=town.with_name("copy.db"))
    assert Outcome.UNDETECTED in {one.outcome for one in done}


def test_a_schema_with_bytes_that_are_no_text_is_a_damaged_store(town: Path) -> None:
    """The database quotes them in its own message, which then is no text either."""
    original = town.read_bytes()
    place = original.index(b"CREATE TABLE outbox")
    (one,) = tried(original, [Flip(place + 3, 7)], path=town.with_name("copy.db"))
    assert (one.outcome, one.said) == (Outcome.REFUSED, "store.corrupt")
