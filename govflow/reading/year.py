"""Fiscal years as offices write them: 2025, 2025年度, FY2025, 令和7年度, R7."""

from __future__ import annotations

import re
from typing import NamedTuple

from govflow.errors import BadInput
from govflow.messages import notice
from govflow.reading.node import Label, Node
from govflow.reading.number import WIDE_DIGITS, Bounds, integer_of
from govflow.reading.text import shown

BOUNDS = Bounds(1868, 2199)
"""From the first year of Meiji on."""


class _Era(NamedTuple):
    """An era of the calendar: the year before its first, and its last year (None: it goes on)."""

    before: int
    last: int | None


_ERAS = {
    ("明治", "M"): _Era(1867, 45),
    ("大正", "T"): _Era(1911, 15),
    ("昭和", "S"): _Era(1925, 64),
    ("平成", "H"): _Era(1988, 31),
    ("令和", "R"): _Era(2018, None),
}
_ERA_OF = {name: era for names, era in _ERAS.items() for name in names}
_COMMON = re.compile(r"(?:FY ?)?([0-9]{4})(?:年度)?", re.IGNORECASE)
_OF_ERA = re.compile(rf"({'|'.join(_ERA_OF)})(元|0?[1-9]|[1-9][0-9])(?:年度)?", re.IGNORECASE)


def year_of(node: Node, key: Label) -> int:
    """A fiscal year: a whole number, or a text that names one year only (never two digits of one)."""
    if not isinstance(node.value, str):
        return integer_of(node, key, bounds=BOUNDS)
    year = _year(node.value.translate(WIDE_DIGITS))
    if year is None:
        raise BadInput.at(node.place, notice("reading.not_a_year", key=key, value=shown(node.value)))
    return integer_of(Node(year, node.place), key, bounds=BOUNDS)


def _year(text: str) -> int | None:
    if common := _COMMON.fullmatch(text):
        return int(common[1])
    found = _OF_ERA.fullmatch(text)
    if found is None:
        return None
    era, number = _ERA_OF[found[1].upper()], 1 if found[2] == "元" else int(found[2])
    return None if era.last is not None and number > era.last else era.before + number
