"""Amounts of yen and counts as documents print them: exact, and never a guess for what is not stated."""

from __future__ import annotations

from govflow.messages import catalogue_text

_MYRIADS = (("兆", 10**12), ("億", 10**8), ("万", 10**4))
_THOUSANDS = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))


def yen(value: int | None, lang: str) -> str:
    """1,234,567円 / ¥1,234,567; None is 未記載 / not stated, 0 is zero."""
    if value is None:
        return catalogue_text("format.not_stated").in_language(lang)
    return f"{value:,}円" if lang == "ja" else f"{_sign(value)}¥{abs(value):,}"


def oku(value: int | None, lang: str) -> str:
    """12億3,456万7,890円; in English ¥1.23 billion (¥1,234,567,890), the exact figure only when rounded."""
    if value is None:
        return yen(value, lang)
    return _in_myriads(value) if lang == "ja" else _in_thousands(value)


def number(value: int | None, lang: str) -> str:
    """1,234; an unknown count is a dash."""
    return "—" if value is None else f"{value:,}"


def _in_myriads(value: int) -> str:
    parts, rest = [], abs(value)
    for name, unit in _MYRIADS:
        count, rest = divmod(rest, unit)
        if count:
            parts.append(f"{count:,}{name}")
    if rest or not parts:
        parts.append(f"{rest:,}")
    return f"{_sign(value)}{''.join(parts)}円"


def _in_thousands(value: int) -> str:
    for name, unit in _THOUSANDS:
        hundredths = (abs(value) * 100 + unit // 2) // unit
        if hundredths >= 100:
            short = f"{_sign(value)}¥{_decimal(hundredths)} {name}"
            exact = hundredths * unit == abs(value) * 100
            return short if exact else f"{short} ({yen(value, 'en')})"
    return yen(value, "en")


def _decimal(hundredths: int) -> str:
    """1.5 for 150, 1,200 for 120000: no idle zeros."""
    whole, part = divmod(hundredths, 100)
    return f"{whole:,}" + (f".{part:02}".rstrip("0") if part else "")


def _sign(value: int) -> str:
    return "-" if value < 0 else ""
