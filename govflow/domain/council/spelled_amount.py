"""Amounts in words: where a folded text tells an amount of money, in figures or Japanese numerals, with any unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from govflow.domain.council.folded_text import Span

MYRIAD = 10_000
"""Below this a bare number may be anything; with its currency it is an amount."""

_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": MYRIAD, "億": MYRIAD**2, "兆": MYRIAD**3}
_THOUSANDS = {"k": 1, "thousand": 1, "m": 2, "mn": 2, "mm": 2, "mil": 2, "million": 2, "millions": 2}
_THOUSANDS |= {"b": 3, "bn": 3, "billion": 3, "billions": 3, "t": 4, "tn": 4, "trillion": 4, "trillions": 4}
_FIGURES = str.maketrans("〇一二三四五六七八九", "0123456789")

_KANJI = "〇一二三四五六七八九十百千万億兆"
_CURRENCY = r"(?:円|yens?(?![a-z])|jpy(?![a-z]))"
_SCALE = rf"(?:[ -]?(?P<scale>{'|'.join(sorted(_THOUSANDS, key=len, reverse=True))})(?![a-z]))?"
_GROUP = r"(?=[0-9]{3,4}(?![0-9]))"
_ONE = rf"[0-9{_KANJI}](?:[0-9{_KANJI}]|\.(?=[0-9])|[,'’·]{_GROUP}%s)*"
_CLOSE = rf"| (?=[十百千万億兆])|(?<=[十百千万億兆]) (?=[0-9{_KANJI}])"
_APART = rf"{_CLOSE}| (?=[0-9]{{3}}(?![0-9]))"
_READINGS = tuple(
    re.compile(
        rf"(?P<before>(?:[¥]|(?<![a-z])(?:jpy|yen)) ?)?(?P<number>{_ONE % apart}){_SCALE}(?P<after>[ -]?{_CURRENCY})?"
    )
    for apart in (_CLOSE, _APART)
)
"""A number that goes on where it is close together, and one of which blanks part the thousands."""

_LETTER = re.compile("[a-z0-9]")


def amounts_told(text: str, amounts: Collection[int]) -> Iterator[Span]:
    """Where a folded text tells any amount with its currency, or one of `amounts` without."""
    wanted = {amount for amount in amounts if amount >= MYRIAD}
    for reading in _READINGS:
        for found in reading.finditer(text):
            if found["before"] or found["after"] or _is_one(found, wanted):
                yield found.span()


def amounts_in(text: str) -> set[int]:
    """The amounts of money, with their currency, that a folded text tells."""
    found = (each for reading in _READINGS for each in reading.finditer(text))
    values = {_value(each["number"], each["scale"]) for each in found if each["before"] or each["after"]}
    return {int(each) for each in values if each == int(each)}


def _is_one(found: re.Match[str], wanted: Collection[int]) -> bool:
    """Whether a number that stands by itself is one of these."""
    text, (start, end) = found.string, found.span()
    alone = not any(_LETTER.match(each) for each in (text[start - 1 : start], text[end : end + 1]))
    return alone and _value(found["number"], found["scale"]) in wanted


def _value(number: str, scale: str | None) -> Decimal:
    """`1億2000万`; `12.0` with the scale `million`."""
    plain = re.sub(r"[ ,'’·]", "", number).translate(_FIGURES)
    plain = plain.replace(".", "") if plain.count(".") > 1 else plain
    total = section = Decimal(0)
    figures = ""
    for char in plain:
        if char in _SMALL:
            section += Decimal(figures or 1) * _SMALL[char]
            figures = ""
        elif char in _LARGE:
            section += Decimal(figures or (0 if section else 1))
            total, section, figures = total + section * _LARGE[char], Decimal(0), ""
        else:
            figures += char
    return (total + section + Decimal(figures or 0)) * Decimal(1000 ** _THOUSANDS.get(scale or "", 0))
