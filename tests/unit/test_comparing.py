"""Both sides of a comparison put together to their texts, and what is not marked is the same on both."""

from __future__ import annotations

from difflib import Match, SequenceMatcher
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain import comparing
from govflow.domain.comparing import MOST_WORK, Run, sides

TEXTS = st.text(alphabet="端末を更新。\nab 1,", max_size=60)


class Counting(SequenceMatcher[str]):
    """Counts the pairs of equal parts that are looked at."""

    pairs = 0

    def find_longest_match(self, *where: int) -> Match:  # type: ignore[override]  # only ever called for the whole
        assert not where
        Counting.pairs += sum(len(self.b2j.get(part, ())) for part in self.a)  # type: ignore[attr-defined]  # not in the stubs
        return super().find_longest_match()


@given(old=TEXTS, new=TEXTS, most=st.sampled_from([MOST_WORK, 200, 40, 0]))
def test_nothing_is_lost_and_only_differences_are_marked(old: str, new: str, most: int) -> None:
    with patch.object(comparing, "MOST_WORK", most):
        found = sides(old, new)
    assert "".join(run.text for run in found.old) == old
    assert "".join(run.text for run in found.new) == new
    kept = ["".join(run.text for run in side if not run.changed) for side in found]
    assert kept[0] == kept[1]


def test_words_in_latin_letters_and_figures_are_compared_whole() -> None:
    found = sides("単価は1,200円、LANを更新", "単価は1,300円、LANを更新")
    assert found.old == (Run("単価は", False), Run("1,200", True), Run("円、LANを更新", False))


def test_of_a_long_passage_only_what_is_between_the_same_ends_is_marked() -> None:
    old, new = "前" * 20_000 + "旧" + "後" * 20_000, "前" * 20_000 + "新" + "後" * 20_000
    assert sides(old, new).new == (Run("前" * 20_000, False), Run("新", True), Run("後" * 20_000, False))


def test_what_says_the_same_over_and_over_is_marked_whole() -> None:
    old, new = "旧" + "前" * 2000 + "旧", "新" + "前" * 2001 + "新"
    assert sides(old, new) == ((Run(old, True),), (Run(new, True),))


REPEATED = {
    "a passage of ordinary length": ("あいいあ" * 100, "いあいああい" * 70),
    "a long passage": ("あいいあ" * 5000, "いあいああい" * 3300),
    "sentences": ("あ。い。い。あ。" * 2500, "い。あ。い。あ。あ。い。" * 1700),
    "empty lines": ("x" + "\n" * 20_000 + "x", "y" + "\n" * 19_000 + "y"),
    "many passages": ("".join(f"第{n}項あいいあ。" for n in range(2000)), "い第あ項い\n" * 3000),
}


@pytest.mark.parametrize("what", REPEATED)
def test_however_often_a_text_repeats_itself_the_work_is_bounded(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "SequenceMatcher", Counting)
    monkeypatch.setattr(Counting, "pairs", 0)
    old, new = REPEATED[what]
    found = sides(old, new)
    assert Counting.pairs <= MOST_WORK
    assert ["".join(run.text for run in side) for side in found] == [old, new]
