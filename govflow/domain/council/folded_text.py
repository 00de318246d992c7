"""A text as it is searched: without differences of width, case, white space and numerals, each place with its own in
the text itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

Span = tuple[int, int]
"""From a place on, and before another."""

_FORMAL = str.maketrans(
    "零壱壹弌弐貳弍参參弎肆伍陸漆捌玖拾佰陌仟阡萬圓", "〇一一一二二二三三三四五六七八九十百百千千万円"
)
"""Numerals as they are written where nobody may alter them (大字)."""


class FoldedText(NamedTuple):
    """`text` is what is searched; `at` has the place in the original of each of its characters."""

    text: str
    at: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """White space is one blank, whatever it was; what cannot be seen is left out."""
        folded: list[tuple[str, Span]] = []
        for start, end in _clusters(text):
            for char in _plain(text[start:end]):
                if char != " " or (folded and folded[-1][0] != " "):
                    folded.append((char, (start, end)))
        return cls("".join(char for char, _ in folded), tuple(span for _, span in folded))

    def original(self, start: int, end: int) -> Span:
        """Where in the original a part of the folded text stands."""
        return self.at[start][0], self.at[end - 1][1]


def blacked(text: str, spans: Iterable[Span], *, black: str) -> str:
    """A text with `black` in the place of some parts; what overlaps is one part."""
    told, done = "", 0
    for start, end in sorted(spans):
        if start >= done:
            told += text[done:start] + black
        done = max(done, end)
    return told + text[done:]


def _clusters(text: str) -> Iterator[Span]:
    """The characters, each with the marks that belong to it."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not (unicodedata.combining(text[index]) or text[index] in "ﾞﾟ"):
            yield start, index
            start = index


def _plain(cluster: str) -> str:
    wide = unicodedata.normalize("NFKC", cluster).casefold().translate(_FORMAL)
    seen = (each for each in wide if unicodedata.category(each) != "Cf")
    return "".join(" " if each.isspace() else each for each in seen)
