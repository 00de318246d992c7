"""Canonical JSON and its SHA-256: the one form in which content is hashed and stored."""

from __future__ import annotations

import hashlib
import json
from typing import Any

_encode = json.JSONEncoder(
    sort_keys=True,
    separators=(",", ":"),
    ensure_ascii=False,
    allow_nan=False,
    check_circular=False,  # content is read from files or built as trees; a loop ends in a RecursionError
).encode
_decode = json.JSONDecoder().raw_decode


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces and no escapes beyond JSON's own; NaN is a ValueError."""
    return "{}" if value == {} else _encode(value)  # most payloads and records are empty


def mapping_of(text: str) -> dict[str, Any]:
    """The mapping that a canonical text holds; ValueError where it holds none."""
    if text == "{}":  # as most payloads are
        return {}
    value, end = _decode(text)
    if end != len(text):
        raise ValueError("something follows the mapping")
    if not isinstance(value, dict):
        raise ValueError(f"a mapping is kept here, not {type(value).__name__}")
    return value


def digest_of_text(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(value: Any) -> str:
    return digest_of_text(canonical(value))
