"""How much of an input is taken, each bound with its reason, and the refusal of what is larger."""

from __future__ import annotations

from govflow.errors import BadInput
from govflow.messages import notice

DOCUMENT_BYTES = 256 * 1024
"""A workflow definition or a single proposal; the largest sensible one is a tenth of this."""

LARGE_DOCUMENT_BYTES = 8 * 1024 * 1024
"""The directory of a whole government, or a scenario with thousands of acts."""

CSV_BYTES = 64 * 1024 * 1024
"""About a hundred thousand proposals; a file is held in memory, so there has to be an end."""

PAPER_BYTES = 256 * 1024 * 1024
"""A paper of a meeting with its pictures; it is only read to be known again."""

DEPTH = 32
"""Nesting that no person writes, far below the interpreter's recursion limit."""

DIGITS = 100
"""Longer numbers are no amounts, and converting them takes time that grows with the square."""

INTEGER = 10**18
"""Every stored integer and amount fits a signed 64-bit column with room for sums."""

LINE_LENGTH = 1_000
"""Characters of a text in one line: titles, names, references."""

BLOCK_LENGTH = 20_000
"""Characters of a text in several lines: purposes, reasons, conditions."""

NAME_LENGTH = 100
"""Characters of an identifier, which has to fit a table at 80 columns more or less."""

COLUMNS = 1_000
"""Columns of a table; the widest sensible one is a tenth of this."""

PROBLEMS = 2_000
"""Problems told of one input (a definition may have 500 states): nobody mends more at once, and with most of them
a hint is looked for."""

SHOWN_LENGTH = 60
"""Characters of a wrong value that a message repeats."""


def refuse_oversize(size: int, file: str, *, limit: int) -> None:
    """An input of more than `limit` bytes is refused before anything looks into it."""
    if size > limit:
        raise BadInput.at(None, notice("reading.too_large", file=file, limit=f"{limit:,}"))
