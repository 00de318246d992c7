"""What govflow says to people: the ja/en catalogue and the one function that makes a sentence of a notice.

A code is `area.name`; `messages/<area>.py` owns the area's `TEXTS`, both languages side by side, so that
one cannot exist without the other. Areas load on first use.
"""

from __future__ import annotations

import difflib
import locale
import os
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

LANGUAGES = ("ja", "en")


class Title(NamedTuple):
    """One name in both languages."""

    ja: str
    en: str

    def in_language(self, lang: str) -> str:
        return self.ja if lang == "ja" else self.en


class Notice(NamedTuple):
    """One thing to say: a code of the catalogue and its parameters (plain data, titles or notices)."""

    code: str
    params: Mapping[str, Any]


def notice(code: str, /, **params: Any) -> Notice:
    """`notice("store.missing", path=path)`: the usual way to write one."""
    return Notice(code, params)


def say(said: Notice, lang: str) -> str:
    """The sentence of a notice in `lang` (`ja` or `en`)."""
    text = catalogue_text(said.code).in_language(lang)
    return text.format_map({name: _spoken(value, lang) for name, value in said.params.items()})


def catalogue_text(code: str) -> Title:
    """Both texts of a code, unformatted; a code the catalogue lacks is a programming error (KeyError)."""
    area, _, name = code.partition(".")
    return _area(area)[name]


NAME_COMPARED, NAMES_COMPARED = 200, 1_000
"""How long a name, and how many names, are compared: it takes time, and in what is larger nobody mistyped a letter."""


def did_you_mean(name: str, known: Iterable[str]) -> Notice | str:
    """The hint to append to "unknown …" sentences; empty when nothing known is close."""
    names = list(known)
    if len(name) > NAME_COMPARED or len(names) > NAMES_COMPARED:
        return ""
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    return notice("common.did_you_mean", name=close[0]) if close else ""


def language(wanted: str | None = None) -> str:
    """`wanted`, else GOVFLOW_LANG, else the locale; English unless it is Japanese."""
    chosen = wanted or os.environ.get("GOVFLOW_LANG") or locale.getlocale(locale.LC_CTYPE)[0] or ""
    return "ja" if chosen.lower().startswith("ja") else "en"


@cache
def _area(area: str) -> dict[str, Title]:
    texts: dict[str, tuple[str, str]] = import_module(f"govflow.messages.{area}").TEXTS
    return {name: Title(*pair) for name, pair in texts.items()}


def _spoken(value: Any, lang: str) -> Any:
    if isinstance(value, Title):
        return value.in_language(lang)
    if isinstance(value, Notice):
        return say(value, lang)
    if isinstance(value, (list, tuple, set, frozenset)):
        return ("、" if lang == "ja" else ", ").join(str(_spoken(item, lang)) for item in value)
    return value
