"""Canonical JSON and its SHA-256: the one form in which content is hashed and stored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

_ENCODER = json.JSONEncoder(
    sort_keys=True,
    separators=(",", ":"),
    ensure_ascii=False,
    allow_nan=False,
    check_circular=False,  # content is read from files or built as trees; a loop ends in a RecursionError
)
_NESTED: frozenset[type] = frozenset({dict, list, tuple})
"""The types whose values hold others."""
_DECODER: Any = json.JSONDecoder()
_scan = _DECODER.scan_once


def _encoding() -> Callable[[Any], str]:
    """What the encoder does, without making its inner part anew for every value."""
    inner: Any = getattr(json.encoder, "c_make_encoder", None)
    if inner is None:
        return _ENCODER.encode
    # in the order of its parameters; what is None or False is as `JSONEncoder` says it of this one
    quoted, keyed, parted = json.encoder.encode_basestring, _ENCODER.key_separator, _ENCODER.item_separator
    pieces = inner(None, _ENCODER.default, quoted, None, keyed, parted, _ENCODER.sort_keys, False, False)
    return lambda value: "".join(pieces(value, 0))


_encode = _encoding()


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces and no escapes beyond JSON's own; NaN is a ValueError."""
    return "{}" if value == {} else _encode(value)  # most payloads and records are empty


def same(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Whether two rows of values are the same content: what Python calls equal may not be, such as 1 and true."""
    types = tuple(map(type, one))
    if one != other or types != tuple(map(type, other)):
        return False
    return _NESTED.isdisjoint(types) or all(
        canonical(value) == canonical(told)
        for value, told in zip(one, other, strict=True)
        if type(value) in _NESTED
    )


def mapping_of(text: str) -> dict[str, Any]:
    """The mapping that a canonical text holds; ValueError where it holds none."""
    if text == "{}":  # as most payloads are
        return {}
    try:
        value, end = _scan(text, 0)
    except StopIteration:
        raise ValueError("nothing of JSON is there") from None
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
