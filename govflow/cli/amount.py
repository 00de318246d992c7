"""Amounts of yen as people read them: rounded in lists, exact everywhere else."""

from __future__ import annotations

from govflow.messages import Notice, notice

_MYRIADS = (("兆", 10**12), ("億", 10**8), ("万", 10**4))
_NOT_STATED = notice("format.not_stated")


def compact(amount: int | None, lang: str) -> str | Notice:
    """`12億3,456万円` or `¥1,234.6 m`, for lists; small amounts stay exact, None is not stated."""
    if amount is None:
        return _NOT_STATED
    return _in_myriads(amount) if lang == "ja" else _in_millions(amount)


def exact(amount: int | None, lang: str) -> str | Notice:
    """`1,234,567円` or `¥1,234,567`; None is not stated."""
    if amount is None:
        return _NOT_STATED
    return f"{amount:,}円" if lang == "ja" else f"¥{amount:,}"


def _in_myriads(amount: int) -> str:
    """To the myriad, and from a trillion on to the hundred million: two units are enough to compare by."""
    if amount < 10**4:
        return f"{amount:,}円"
    unit = 10**8 if amount >= 10**12 else 10**4
    rest, parts = _rounded(amount, unit) * unit, ""
    for name, size in _MYRIADS:
        count, rest = divmod(rest, size)
        parts += f"{count:,}{name}" if count else ""
    return f"{parts}円"


def _in_millions(amount: int) -> str:
    if amount < 10**5:
        return f"¥{amount:,}"
    tenths = _rounded(amount, 10**5)
    return f"¥{tenths // 10:,}.{tenths % 10} m"


def _rounded(amount: int, unit: int) -> int:
    """How many units, half a unit rounded up."""
    return (2 * amount + unit) // (2 * unit)
