"""Keys that make repeating safe: what one may be, what it stands for, and what was first done under it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import digest_of
from govflow.errors import BadInput, Conflict, Problem
from govflow.messages import notice
from govflow.reading.text import text_problem

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

KEY_LENGTH = 200
"""A key is a name, such as a UUID or a file's name and a line; both databases index it."""


def key_problems(key: str) -> Iterator[Problem]:
    """What is wrong with a key: its characters, its length."""
    if (why := text_problem(key)) is not None:
        yield Problem(None, notice("acts.bad_text", name="key", why=why))
    if len(key) > KEY_LENGTH:
        yield Problem(None, notice("acts.key_too_long", limit=KEY_LENGTH))


def key_digest(said: object) -> str:
    """What a key stands for: the same key with anything else said is a conflict. BadInput for what is no plain data."""
    try:
        return digest_of(said)
    except UnicodeEncodeError as broken:
        why = text_problem(broken.object[broken.start : broken.end])
        raise BadInput.at(None, notice("acts.bad_values", why=why)) from broken
    except (TypeError, ValueError, RecursionError) as broken:
        raise BadInput.at(None, notice("acts.payload_not_plain", why=str(broken))) from broken


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
