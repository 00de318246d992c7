"""Canonical JSON and its SHA-256: the one form in which content is hashed and stored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

_encode = json.JSONEncoder(
    sort_keys=True,
    separators=(",", ":"),
    ensure_ascii=False,
    allow_nan=False,
    check_circular=False,  # content is read from files or built as trees; a loop ends in a RecursionError
).encode


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces and no escapes beyond JSON's own; NaN is a ValueError."""
    return "{}" if value == {} else _encode(value)  # most payloads and records are empty


def fields_of(value: Any) -> dict[str, Any]:
    """The fields of a dataclass by name, for `canonical`. Nothing is copied, which is most of the cost of `asdict`."""
    names, values = _reader(value.__class__)
    return dict(zip(names, values(value), strict=True))


def digest_of_text(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(value: Any) -> str:
    return digest_of_text(canonical(value))


@cache
def _reader(kind: type[Any]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of a dataclass's fields, and what reads all their values at once."""
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)
