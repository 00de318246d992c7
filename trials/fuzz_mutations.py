"""Ways to spoil an input: its bytes, its words, and what it is made of. All by one source of chance."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from hostile_texts import TEXTS

_WORD = re.compile(rb"\w+|\s+|[^\w\s]")
HOSTILE = [
    *(text.text for text in TEXTS),
    "", " ", "~", "null", "true", "on", "no", "010", "0x1", "1:30", "1_0", "-0", "-1", "0", "1e400", "1e3", ".nan", "NaN",
    "9" * 30, "9" * 200, str(10**18), str(2**63), "0.5", "５", "٣", "²", "2025", "令和7", "令和0", "R99", "FY2025", "0000-00-00",
    "9999-99-99", "2025-02-30", "2025-04-01", "9999-12-31", "0001-01-01", "12-29", "02-30", "1/2", "1/0", "-1/2", "*a", "&a",
    "!!x", "<<", "{", "}", "[", "]", ",", ":", "- ", "? ", "|", ">", "%", "@", "`", "'", '"', "#", "---", "...", "\t", "\r", "\r\n",
    "\n", "\n\n  ", "\ufeff", "a.b", "a..b", "../x", "maruyama", "mayor", "draft", "x" * 300, "__class__",
]  # fmt: skip
"""What is put in."""

PLAIN: Sequence[Any] = [
    None, True, False, 0, -1, 1, 10**18, 10**30, 0.5, 1e300, "", [], {}, [[]], [None], {"": ""}, {"a": {"b": []}}, *HOSTILE,
]  # fmt: skip
"""What stands in the place of another value."""


def spoiled(text: bytes, chance: Random) -> bytes:
    """`text` with one to four things wrong, of its bytes or of its words."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        text = chance.choice(_WAYS)(text, chance)
    return text


def _byte(text: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(text) + 1)
    return text[:at] + bytes([chance.randrange(256)]) + text[at + chance.randrange(2) :]


def _cut(text: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(text) + 1)
    return text[:at] if chance.random() < 0.3 else text[:at] + text[at + chance.randrange(1, 30) :]


def _again(text: bytes, chance: Random) -> bytes:
    at, length = chance.randrange(len(text) + 1), chance.choice((1, 5, 40, 300))
    return text[: at + length] + text[at:]


def _word(text: bytes, chance: Random) -> bytes:
    words = _WORD.findall(text)
    if not words:
        return _hostile(chance)
    at = chance.randrange(len(words))
    words[at] = _hostile(chance) if chance.random() < 0.6 else chance.choice(words)
    return b"".join(words)


def _put_in(text: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(text) + 1)
    return text[:at] + _hostile(chance) + text[at:]


def _hostile(chance: Random) -> bytes:
    return chance.choice(HOSTILE).encode("utf-8", "surrogatepass")


_WAYS: Sequence[Callable[[bytes, Random], bytes]] = (_byte, _cut, _again, _word, _word, _put_in)


def restructured(data: Any, chance: Random) -> Any:
    """A copy of plain data with one to three of its parts put otherwise."""
    data = deepcopy(data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = _changed(data, chance)
    return data


def _changed(data: Any, chance: Random) -> Any:
    if not isinstance(data, (dict, list)) or not data or chance.random() < 0.05:
        return chance.choice(PLAIN)
    key = chance.choice(list(data) if isinstance(data, dict) else range(len(data)))
    way = chance.random()
    if way < 0.15:
        del data[key]
    elif way < 0.25 and isinstance(data, dict):
        data[chance.choice(HOSTILE)] = data.pop(key)
    elif way < 0.35 and isinstance(data, list):
        data.append(deepcopy(data[key]))
    elif way < 0.4:
        data[key] = [data[key]]
    else:
        data[key] = _changed(data[key], chance)
    return data


def as_json(data: Any) -> bytes:
    """Which is YAML too."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
