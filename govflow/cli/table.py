"""Tables for people, never wider than the terminal: a header, a light rule, rows. Owns the use of rich."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

# A rule of ASCII: the box-drawing one is two columns wide on some Japanese terminals.
_RULE = "    \n    \n -- \n    \n    \n    \n    \n    \n"


class Column(NamedTuple):
    """A column by the catalogue code of its heading.

    What does not fit: a `whole` column gives way last, a `clip` one is cut with `…` (list views),
    a `wrap` one continues on the next line. It is never wider than `most`, where that is given.
    """

    heading: str
    right: bool = False
    fit: Literal["whole", "clip", "wrap"] = "whole"
    most: int | None = None


def rendered(
    columns: Sequence[Column],
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    width: int,
    colour: bool,
) -> str:
    """The table as text; `headings` and `rows` are printable and in the reader's language."""
    from rich.console import Console

    page = StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    console.print(_table(columns, headings, rows))
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _table(columns: Sequence[Column], headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    from rich.box import Box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=Box(_RULE), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for column, heading in zip(columns, headings, strict=True):
        # rich shrinks the columns without no_wrap first; each text says itself whether it is cut or folded.
        table.add_column(
            Text(heading),
            justify="right" if column.right else "left",
            no_wrap=column.fit == "whole",
            max_width=column.most,
        )
    for row in rows:
        cells = zip(columns, row, strict=True)
        table.add_row(*(_cell(column, cell) for column, cell in cells))
    return table


def _cell(column: Column, text: str) -> Text:
    from rich.text import Text

    from govflow.cli.folded import Folded

    if column.fit == "clip":
        return Text(text, no_wrap=True, overflow="ellipsis")
    return (
        Folded(text, overflow="fold") if column.fit == "wrap" else Text(text, no_wrap=False, overflow="fold")
    )
