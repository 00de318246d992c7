"""What is safe to send to a terminal: control, bidi and other invisible characters become visible escapes."""

from __future__ import annotations

from unicodedata import category

# Format characters (Cf) hold the bidi controls and the zero-width ones; private use (Co) stays, as old
# Japanese data writes rare characters of names with it.
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"})


def printable(text: str, *, keep: str = "") -> str:
    """`text` with every hidden character (but those in `keep`) as `\\u{XXXX}`."""
    if text.isprintable():
        return text
    return "".join(f"\\u{{{ord(char):04X}}}" if _hidden(char, keep) else char for char in text)


def printable_json(document: str) -> str:
    """A JSON document whose hidden characters are JSON's own `\\uXXXX`: the same value, safe to look at."""
    return "\n".join(map(_printable_line, document.split("\n")))


def _printable_line(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(_json_escape(char) if _hidden(char, "") else char for char in line)


def _hidden(char: str, keep: str) -> bool:
    return char not in keep and category(char) in _HIDDEN


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
