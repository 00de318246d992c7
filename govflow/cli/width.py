"""How wide text is on a terminal, and where lines break: Japanese at characters, English at words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

_OPENING = "「『(【\uff08¥￥"
_CLOSING = "、。」』)】:;・ー…っゃゅょァィゥェォッャュョ\uff09\uff1a\uff1b"
# One piece that never breaks: a run of ASCII or one other character, with the marks that may not begin a line
# behind it and the brackets that may not end one before it.
_PIECE = re.compile(rf"\s+|[{_OPENING}]*(?:[!-~]+|[^\s!-~])[{_CLOSING}]*")


def cells(text: str) -> int:
    """Columns of a terminal; combining marks take none, wide and full-width characters two."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(char) for char in text)


def padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def wrap(text: str, width: int, *, hanging: int = 0) -> list[str]:
    """Lines of at most `width` columns (a longer unbreakable piece stands alone), at least one; all but the first are
    shorter by what they are to hang in."""
    return list(_lines(text, width, hanging)) or [""]


def _lines(text: str, width: int, hanging: int) -> Iterator[str]:
    line, room = "", width
    for piece in _PIECE.findall(text):
        if line and cells(line) + cells(piece.rstrip()) > room:
            yield line.rstrip()
            line, room = "", width - hanging
        line += piece if line else piece.lstrip()
    if line.strip():
        yield line.rstrip()


def _cells_of(char: str) -> int:
    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
