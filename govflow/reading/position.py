"""Line and column of an offset in a text; LF, CRLF and CR end a line, as they do in an editor."""

from __future__ import annotations

import re
from bisect import bisect_right

from govflow.errors import Place

_LINE_END = re.compile(r"\r\n|\n|\r")


class Positions:
    """Looks up the places of one text."""

    def __init__(self, text: str, *, file: str) -> None:
        self._file = file
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self._file, line, offset - self._starts[line - 1] + 1)
