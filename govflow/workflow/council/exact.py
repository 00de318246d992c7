"""Exact numbers as files write them: fractions such as `2/3`, weights such as `2.5`. Never a float."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

from govflow.domain.council.roll import HEAVIEST, ONE, WEIGHT_DIGITS, plain_weight
from govflow.messages import Notice, notice
from govflow.reading import Node, Record, shown
from govflow.workflow.shape import Shape

T = TypeVar("T")

LARGEST_DENOMINATOR = 1_000_000
"""No rule is finer than this, and sums of weights stay cheap."""

_FRACTION = re.compile(r"([0-9]{1,30})(?:/([0-9]{1,30}))?")
_WEIGHT = re.compile(r"(-?)([0-9]{1,30})(?:\.([0-9]{1,30}))?")


def read_fraction(record: Record, key: str) -> Fraction:
    """A fraction that has to be there; after a problem, one."""
    return _read(record, key, fraction_of, harmless=Fraction(1))


def read_weight(record: Record, key: str) -> int:
    """A weight, one vote where none is stated."""
    return _read(record, key, weight_of, harmless=ONE) if record.has(key) else ONE


def fraction_of(node: Node, key: str) -> Fraction | Notice:
    """A fraction, or what is wrong with it. Whether it is in range is the rule's to say."""
    if isinstance(node.value, float):
        return notice("rule.fraction_float", key=key, value=shown(node.written or node.value))
    found = _FRACTION.fullmatch(str(node.value)) if _is_written(node) else None
    if found is None:
        return notice("rule.fraction_unreadable", key=key, value=shown(node.plain()))
    numerator, denominator = int(found[1]), int(found[2] or 1)
    if not 1 <= denominator <= LARGEST_DENOMINATOR:
        limit = LARGEST_DENOMINATOR
        return notice("rule.fraction_denominator", key=key, value=shown(node.value), limit=limit)
    return Fraction(numerator, denominator)


def weight_of(node: Node, key: str) -> int | Notice:
    """A weight in the domain's unit, or what is wrong with it."""
    if isinstance(node.value, float):
        return notice("ballot.weight_float", key=key, value=shown(node.written or node.value))
    found = _WEIGHT.fullmatch(str(node.value)) if _is_written(node) else None
    if found is None:
        return notice("ballot.weight_unreadable", key=key, value=shown(node.plain()))
    minus, whole, decimals = found[1], int(found[2]), (found[3] or "").rstrip("0")
    weight = whole * ONE + int(decimals[:WEIGHT_DIGITS].ljust(WEIGHT_DIGITS, "0"))
    wrong = (
        (bool(minus) and weight > 0, "ballot.weight_negative"),
        (len(decimals) > WEIGHT_DIGITS, "ballot.weight_fine"),
        (weight == 0, "ballot.weight_zero"),
        (weight > HEAVIEST * ONE, "ballot.weight_large"),
    )
    code = next((code for applies, code in wrong if applies), None)
    return notice(code, key=key, value=shown(node.value), digits=WEIGHT_DIGITS) if code else weight


def _is_written(node: Node) -> bool:
    """Text or a whole number; `true` is an int to Python only."""
    return isinstance(node.value, (str, int)) and not isinstance(node.value, bool)


def _read(record: Record, key: str, of: Callable[[Node, str], T | Notice], *, harmless: T) -> T:
    node = record.node(key)
    if node is None or not record.has(key):
        record.problem(key, notice("reading.required", key=key))
        return harmless
    value = of(node, key)
    if isinstance(value, Notice):
        record.problem(key, value)
        return harmless
    return value


FRACTION = Shape(
    lambda _, record, key: read_fraction(record, key),
    {
        "anyOf": [
            {"type": "string", "pattern": r"^[0-9]{1,30}(/[0-9]{1,30})?$"},
            {"type": "integer", "minimum": 0},
        ]
    },
    str,
    lambda content, _: Fraction(content),
)
WEIGHT = Shape(
    lambda _, record, key: read_weight(record, key),
    {
        "anyOf": [
            {"type": "string", "pattern": r"^[0-9]{1,30}(\.[0-9]{1,30})?$"},
            {"type": "integer", "minimum": 1},
        ]
    },
    plain_weight,
    lambda content, _: int(Fraction(content) * ONE),
)
