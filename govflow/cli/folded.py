"""A table's text that continues on the next line, broken as Japanese is: no line begins with 。 or 」."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.containers import Lines
from rich.text import Text

from govflow.cli.width import cells, wrap


class Folded(Text):
    """Folds by the rules of `govflow.cli.width`; a piece too long for its column is cut by rich's."""

    def wrap(self, console: Console, width: int, **how: Any) -> Lines:
        lines = [part for line in self.plain.split("\n") for part in wrap(line, width)]
        if max(map(cells, lines)) > width:
            return super().wrap(console, width, **how)
        return Lines(Text(line) for line in lines)
