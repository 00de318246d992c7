"""Makes any inserted text inert Markdown: whatever a title or note contains, it appears literally.

Templates write Markdown; values never do. `Inert` marks the few texts that formats have already made safe.
"""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = re.compile(r"[\\`*\[\]<>#|~&]|(?<![^\W_])_|_(?![^\W_])")
"""What means something anywhere in a line. An underscore inside a word does not, and names stay legible."""
_LEADING = re.compile(r"^(?:[-+=]|\d{0,9}(?=[.)])(?=.(?:\s|$)))")
"""What makes a line a list item or an underlined heading, when a value begins the line."""
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff"
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff]"
)
"""Control characters but the tab, halves of surrogate pairs, and what invisibly reorders or hides what is around."""


class Inert(str):
    """Text that is safe Markdown already."""

    __slots__ = ()


def inert(text: str) -> Inert:
    """`text` on one line, each special character escaped, each hidden one shown by its code point."""
    if isinstance(text, Inert):
        return text
    return Inert(_escaped(" ".join(filter(None, (line.strip(" \t") for line in _lines(text))))))


def paragraphs(text: str) -> Inert:
    """`text` with the lines and paragraphs its author made; for a place of its own, never a table."""
    blocks: list[list[str]] = [[]]
    for line in (_escaped(line.strip(" \t\u3000")) for line in _lines(text)):
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return Inert("\n\n".join("\\\n".join(block) for block in blocks if block))


def _lines(text: str) -> list[str]:
    # NFC before escaping: a combining stroke may turn `<` into another character, but never back.
    return _LINE_END.split(unicodedata.normalize("NFC", text))


def _escaped(line: str) -> str:
    visible = _HIDDEN.sub(_shown, line)
    return _LEADING.sub(_shielded, _SPECIAL.sub(r"\\\g<0>", visible))


def _shielded(leading: re.Match[str]) -> str:
    """The backslash goes before the mark: before `-`, but between `1` and `.`."""
    start = leading.group()
    return f"{start}\\" if start.isdigit() or not start else f"\\{start}"


def _shown(hidden: re.Match[str]) -> str:
    return f"[U+{ord(hidden.group()):04X}]"
