"""A transaction's turn: two that wait for each other's rows cannot both have it, and the one undone takes the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from govflow.errors import StoreError

T = TypeVar("T")

_TURNS = 5
"""Of several transactions that wait for each other the database lets one go on, so that each try finds fewer."""


def in_turn(doing: Callable[[], T]) -> T:
    """What comes of a whole transaction, begun again when the database has undone it in favour of another."""
    for _ in range(_TURNS - 1):
        try:
            return doing()
        except StoreError as undone:
            if undone.code != "store.deadlock":
                raise
    return doing()
