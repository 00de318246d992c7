"""Keys that make repeating safe: how long one may be, and what was first done under it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govflow.errors import Conflict, Problem
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

KEY_LENGTH = 200
"""A key is a name, such as a UUID or a file's name and a line; both databases index it."""


def key_problems(key: str) -> Iterator[Problem]:
    """What is wrong with a key beside its characters."""
    if len(key) > KEY_LENGTH:
        yield Problem(None, notice("acts.key_too_long", limit=KEY_LENGTH))


def first_result(work: UnitOfWork, key: str, *, digest: str) -> dict[str, Any] | None:
    """The result kept under a key, None where it is new. Conflict where the key stands for something else."""
    earlier = work.idempotency.get(key)
    if earlier is None:
        return None
    kept, result = earlier
    if kept != digest:
        raise Conflict(notice("acts.key_used", key=key))
    first: dict[str, Any] = json.loads(result)
    return first
