"""Comparing: two versions of a text, with the parts in which they differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_SENTENCE = re.compile(r"[^。\n]*[。\n]?|\Z")
_WORD = re.compile(r"[A-Za-z0-9_,.]+|\s+|.", re.DOTALL)
"""Japanese is compared by characters, everything in Latin letters and figures by words."""

MOST_WORK = 300_000
"""As many pairs of equal parts are looked at for two texts; what would take more is marked whole. A text that says the
same over and over has a pair for nearly every two of its characters."""


class Run(NamedTuple):
    """A stretch of a text, and whether it is in one version only."""

    text: str
    changed: bool


class Sides(NamedTuple):
    """Both versions in runs; each puts together to its text."""

    old: tuple[Run, ...]
    new: tuple[Run, ...]


class _Stretch(NamedTuple):
    """Parts of both versions that stand across from each other, and whether they are the same."""

    old: Sequence[str]
    new: Sequence[str]
    same: bool


def sides(old: str, new: str) -> Sides:
    """Two texts, sentence by sentence and within what was rewritten word by word."""
    work = _Work(MOST_WORK)
    found: list[_Stretch] = []
    for each in work.stretches(_split(_SENTENCE, old), _split(_SENTENCE, new)):
        found += [each] if each.same else _within(each, work)
    return Sides(
        _joined(Run("".join(each.old), not each.same) for each in found),
        _joined(Run("".join(each.new), not each.same) for each in found),
    )


def _within(rewritten: _Stretch, work: _Work) -> Iterator[_Stretch]:
    return work.stretches(*(_split(_WORD, "".join(parts)) for parts in rewritten[:2]))


class _Work:
    """The comparing of two texts, as far as its measure of work goes."""

    def __init__(self, most: int) -> None:
        self._left = most

    def stretches(self, old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
        """Both in stretches, in their order: around the longest that is the same, what is before and after it."""
        waiting = [*reversed(_ends_apart(old, new))]
        while waiting:
            each = waiting.pop()
            found = None if each.same or not self._affords(each) else _longest(each)
            if found is None:
                yield each
            else:
                waiting += reversed(found)

    def _affords(self, each: _Stretch) -> bool:
        ours, theirs = Counter(each.old), Counter(each.new)
        cost = len(each.old) + len(each.new) + sum(count * theirs[part] for part, count in ours.items())
        affordable = cost <= self._left
        self._left -= cost if affordable else 0
        return affordable


def _ends_apart(old: Sequence[str], new: Sequence[str]) -> tuple[_Stretch, ...]:
    """What both begin with and what both end with, apart from what is between: most changes are small."""
    shorter = min(len(old), len(new))
    begin = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - begin
    end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    last_old, last_new = len(old) - end, len(new) - end
    return (
        _Stretch(old[:begin], new[:begin], True),
        _Stretch(old[begin:last_old], new[begin:last_new], False),
        _Stretch(old[last_old:], new[last_new:], True),
    )


def _longest(each: _Stretch) -> tuple[_Stretch, ...] | None:
    """A stretch parted at the longest run that is the same; None where there is none."""
    one, other, size = SequenceMatcher(None, each.old, each.new, autojunk=False).find_longest_match()
    if not size:
        return None
    return (
        _Stretch(each.old[:one], each.new[:other], False),
        _Stretch(each.old[one : one + size], each.new[other : other + size], True),
        _Stretch(each.old[one + size :], each.new[other + size :], False),
    )


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    return [part for part in pattern.findall(text) if part]


def _joined(runs: Iterator[Run]) -> tuple[Run, ...]:
    """Neighbours of one kind as one; nothing empty."""
    found: list[Run] = []
    for run in runs:
        if run.text and found and found[-1].changed == run.changed:
            found[-1] = Run(found[-1].text + run.text, run.changed)
        elif run.text:
            found.append(run)
    return tuple(found)
