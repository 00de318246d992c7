"""One value as people read it in a cell or behind a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import NoneType
from typing import Any

from govflow.cli.escape import printable
from govflow.messages import Notice, Title, notice, say


def worded(value: Any, lang: str) -> str:
    """One printable line: titles and notices in `lang`, whole numbers with separators, nothing for None."""
    return printable(_text(value, lang))


def worded_lines(value: Any, lang: str) -> str:
    """The same where a text of several lines may stand as such, as in a column that wraps."""
    return "\n".join(printable(line) for line in _text(value, lang).split("\n"))


def _text(value: Any, lang: str) -> str:
    for kind, words in _WORDS:
        if isinstance(value, kind):
            return words(value, lang)
    return str(value)


def _pair(value: Mapping[str, Any], lang: str) -> str:
    """A title that came as plain data, `{"ja": …, "en": …}`."""
    return str(value[lang])


# A bool is an int too: it comes first.
_WORDS: tuple[tuple[type, Callable[[Any, str], str]], ...] = (
    (NoneType, lambda value, lang: ""),
    (Notice, say),
    (Title, Title.in_language),
    (Mapping, _pair),
    (bool, lambda value, lang: say(notice("cli.yes" if value else "cli.no"), lang)),
    (int, lambda value, lang: f"{value:,}"),
)
