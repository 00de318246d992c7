"""Numbers: the one spelling that is taken (JSON's), whole numbers within bounds, and amounts in yen.

Amounts in cells are also taken as spreadsheets show them, with a comma after every three digits and in full width.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from govflow.errors import BadInput, Place
from govflow.messages import Notice, notice
from govflow.reading.limits import DIGITS, INTEGER
from govflow.reading.node import Label, Node
from govflow.reading.problems import Problems
from govflow.reading.text import shown

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_SEPARATED = re.compile(r"[0-9,]*,[0-9,]*")

WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
"""Full-width digits mean the same as narrow ones."""

_WIDE = WIDE_DIGITS | str.maketrans("，", ",")

# The ways in which people write numbers that we do not take, most telling first.
_SPELLINGS = (
    (re.compile(r".*[\uff10-\uff19].*", re.DOTALL), "number_full_width"),
    (re.compile(r"\s.*|.*\s", re.DOTALL), "number_spaces"),
    (re.compile(r"[-+]?0[0-9]+"), "number_leading_zero"),
    (re.compile(r"\+[0-9]+"), "number_plus"),
    (re.compile(r"[-\u2212\u2010\u2013▲△][0-9][0-9,.]*|\([0-9][0-9,.]*\)"), "number_minus"),
    (
        re.compile(r"[-+]?[0-9]+(?:[,_'\u3001\uff0c \u3000][0-9]+)+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+){2,}"),
        "number_separator",
    ),
    (re.compile(r"[-+]?[0-9]*\.?[0-9]+[eE][-+]?[0-9]+"), "number_exponent"),
    (re.compile(r"[-+]?[0-9]*\.[0-9]*"), "number_fraction"),
    (re.compile(r"[\u00a5\uffe5\\]?[0-9][0-9,.]*[千百十万億兆円]*(?:JPY|yen)?"), "number_unit"),
)


class Bounds(NamedTuple):
    """The smallest and the largest whole number taken."""

    minimum: int = -INTEGER
    maximum: int = INTEGER


def number_node(text: str, place: Place, *, problems: Problems) -> Node:
    """The node of a number in the spelling of `NUMBER`; too long or too large a one is a problem."""
    if len(text) > DIGITS:
        problems.note(place, "number_too_long", limit=DIGITS)
        return Node(0, place, text)
    value = int(text) if _INTEGER.fullmatch(text) else float(text)
    if not math.isfinite(value):
        problems.note(place, "number_not_finite", value=shown(text))
    return Node(value, place, text)


def integer_of(node: Node, key: Label, *, bounds: Bounds, cells: bool = False) -> int:
    """A whole number; in `cells` (CSV) written as text, elsewhere without quotes."""
    value = _whole(node, key, cells=cells)
    if not bounds.minimum <= value <= bounds.maximum:
        said = {"minimum": bounds.minimum, "maximum": bounds.maximum}  # without separators: often years
        raise _refusal(node, "integer_out_of_range", key=key, value=shown(value), **said)
    return value


def yen_of(node: Node, key: Label, *, cells: bool = False) -> int:
    """An amount in whole yen from 0 to 10^18."""
    value = _whole(_ungrouped(node, key) if cells else node, key, cells=cells)
    if value < 0:
        raise _refusal(node, "yen_negative", key=key, value=shown(value))
    if value > INTEGER:
        raise _refusal(node, "yen_too_large", key=key, value=shown(value))
    return value


def _ungrouped(node: Node, key: Label) -> Node:
    """The digits of an amount written with separators; those that leave a doubt are refused."""
    if not isinstance(node.value, str):
        return node
    text = node.value.translate(_WIDE)
    if _GROUPED.fullmatch(text):
        return Node(text.replace(",", ""), node.place)
    if _SEPARATED.fullmatch(text):
        raise _refusal(node, "number_grouping", key=key, value=shown(node.value))
    return Node(text, node.place) if _INTEGER.fullmatch(text) else node


def _whole(node: Node, key: Label, *, cells: bool) -> int:
    value = node.value
    if isinstance(value, str):
        return _whole_text(node, value, key=key, cells=cells)
    if isinstance(value, float):
        raise BadInput.at(node.place, _spelling_problem(node.written or str(value), key))
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _refusal(node, "not_integer", key=key, kind=node.kind)


def _whole_text(node: Node, text: str, *, key: Label, cells: bool) -> int:
    if not _INTEGER.fullmatch(text):
        raise BadInput.at(node.place, _spelling_problem(text, key))
    if not cells:
        raise _refusal(node, "number_quoted", key=key, value=shown(text))
    if len(text) > DIGITS:
        raise _refusal(node, "number_too_long", limit=DIGITS)
    return int(text)


def _spelling_problem(text: str, key: Label) -> Notice:
    code = next((code for spelling, code in _SPELLINGS if spelling.fullmatch(text)), "not_a_number")
    return notice(f"reading.{code}", key=key, value=shown(text))


def _refusal(node: Node, code: str, /, **params: object) -> BadInput:
    return BadInput.at(node.place, notice(f"reading.{code}", **params))
