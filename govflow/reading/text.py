"""Which characters a text may hold: what a reader sees is what is stored, on every screen."""

from __future__ import annotations

import re
import unicodedata

from govflow.messages import Notice, notice
from govflow.reading.limits import BLOCK_LENGTH, LINE_LENGTH, SHOWN_LENGTH

# Ordinary Japanese and ASCII: all visible, all assigned, all stable under NFC. Most texts end here.
_ORDINARY = re.compile("[ -~\u3000-\u3020\u3041-\u3096\u309b-\u30ff\u4e00-\u9ffc\uff01-\uff5e\uff61-\uff9f]*")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Unicode's Default_Ignorable_Code_Point and U+2800, a letter-like blank: drawn as nothing at all.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
# Standardised and ideographic variants of a kanji (such as the forms of U+8FBB in family names).
_IDEOGRAPH_WITH_SELECTOR = re.compile(
    "[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    "[\ufe00-\ufe02\U000e0100-\U000e01ef]"
)
_BY_CATEGORY = {
    "Cc": "text_control",
    "Zl": "text_control",
    "Zp": "text_control",
    "Cf": "text_invisible",
    "Cn": "text_unassigned",
    "Co": "text_private_use",
    "Cs": "text_surrogate",
}
# Control characters have no Unicode name of their own; these are the standard's aliases.
_CONTROL_NAMES = {
    "\0": "NULL",
    "\a": "ALERT",
    "\b": "BACKSPACE",
    "\t": "CHARACTER TABULATION",
    "\n": "LINE FEED",
    "\v": "LINE TABULATION",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}
_CATEGORY_NAMES = {"Cc": "CONTROL", "Cn": "UNASSIGNED", "Co": "PRIVATE USE", "Cs": "LONE SURROGATE"}


def text_problem(text: str, *, multiline: bool = False) -> Notice | None:
    """The first reason why `text` cannot be taken, None if it can; positions count from 1."""
    if _ORDINARY.fullmatch(text):
        return None
    return _character_problem(text, multiline) or _normal_form_problem(text)


def saying_problem(text: str, *, multiline: bool = False) -> Notice | None:
    """Why a text that comes with an act and from no file cannot be taken: what `text_problem` says, or its length."""
    limit = BLOCK_LENGTH if multiline else LINE_LENGTH
    if len(text) > limit:
        return notice("reading.saying_too_long", length=len(text), limit=limit)
    return text_problem(text, multiline=multiline)


def character_notice(code: str, char: str, *, position: int) -> Notice:
    """A notice of this area about one character, naming it by code point and Unicode name."""
    return notice(f"reading.{code}", char=f"U+{ord(char):04X}", name=_name(char), position=position)


def shown(value: object) -> str:
    """A wrong value as a message may repeat it: short, in one line, nothing invisible."""
    text = str(value)
    cut = text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"
    return "".join(char if _is_visible(char) else f"\\u{ord(char):04x}" for char in cut)


def _character_problem(text: str, multiline: bool) -> Notice | None:
    selectors = {found.end() - 1 for found in _IDEOGRAPH_WITH_SELECTOR.finditer(text)}
    for index, char in enumerate(text):
        code = _character_code(char, multiline)
        if code and index not in selectors:
            return character_notice(code, char, position=index + 1)
    return None


def _character_code(char: str, multiline: bool) -> str | None:
    if char in "\t\n":
        return None if multiline else "text_several_lines"
    if char in _BIDI:
        return "text_bidi"
    if _INVISIBLE.match(char):
        return "text_invisible"
    return _BY_CATEGORY.get(unicodedata.category(char))


def _normal_form_problem(text: str) -> Notice | None:
    if unicodedata.is_normalized("NFC", text):
        return None
    normal = unicodedata.normalize("NFC", text)
    # A composed letter differs from its base on, so this is where a person has to look.
    index = next((i for i, (a, b) in enumerate(zip(text, normal, strict=False)) if a != b), len(text) - 1)
    said = character_notice("text_not_nfc", text[index], position=index + 1)
    return notice(said.code, **said.params, normal=shown(normal[index : index + 1]))


def _name(char: str) -> str:
    kind = _CATEGORY_NAMES.get(unicodedata.category(char), "NO NAME")
    return _CONTROL_NAMES.get(char) or unicodedata.name(char, "") or kind


def _is_visible(char: str) -> bool:
    return char == "\u3000" or (char.isprintable() and not _INVISIBLE.match(char))
