"""How to answer: language and form, read from the raw words, as unreadable commands need an answer too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govflow.messages import LANGUAGES, language


class Speech(NamedTuple):
    """The language (`ja` or `en`) and whether the answer is JSON."""

    lang: str
    json: bool

    @classmethod
    def of(cls, words: Sequence[str]) -> Speech:
        """From `--lang` and `--json` anywhere before `--`; without `--lang`, as the environment says."""
        before = words[: words.index("--")] if "--" in words else words
        return cls(language(_language_asked(before)), "--json" in before)


def _language_asked(words: Sequence[str]) -> str | None:
    asked = [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    asked += [value for word, value in pairwise(words) if word == "--lang"]
    return next((lang for lang in asked if lang in LANGUAGES), None)
