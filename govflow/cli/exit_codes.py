"""The exit codes of every command; the classes of `govflow.errors` own 2 to 10."""

from __future__ import annotations

USAGE = 2
REFUSED = 3
BUG = 70
OUTPUT_LOST = 74
INTERRUPTED = 130
READER_GONE = 141  # as a shell reports the signal: whoever read the output has left

EXIT_CODES = (0, 1, USAGE, REFUSED, 4, 5, 6, 7, 8, 9, 10, BUG, OUTPUT_LOST, INTERRUPTED, READER_GONE)
"""All of them; their meanings are the texts `cli.exit.<code>`."""
