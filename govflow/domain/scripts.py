"""Words whose letters come from several scripts that look alike, such as a Latin word with a Cyrillic letter in it."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE"})
"""Scripts with letters that are taken for each other's. Japanese beside any of them deceives nobody."""


def mixed_words(text: str) -> tuple[str, ...]:
    """The words of a text that are written in more than one of these scripts, side by side."""
    if text.isascii():
        return ()
    return tuple(word for word in _WORD.findall(text) if _is_mixed(word))


def _is_mixed(word: str) -> bool:
    scripts = [_script(letter) for letter in word]
    return any(one != next_one for one, next_one in pairwise(scripts) if one in _ALIKE and next_one in _ALIKE)


def _script(letter: str) -> str:
    """The first word of a letter's name."""
    return unicodedata.name(letter, "").partition(" ")[0]
