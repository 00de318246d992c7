"""Names as people write them: by code, title or alias, in any case and width; and what was probably meant."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping

from govflow.messages import NAME_COMPARED, Notice, Title, notice


def coded(name: str, title: Title) -> Title:
    """A title with the code to type, 「金額（amount）」; the code alone where the title says no more."""
    japanese = name if title.ja == name else f"{title.ja}（{name}）"
    return Title(japanese, name if title.en == name else f"{title.en} ({name})")


class Spellings:
    """Codes and what else each goes by."""

    def __init__(self, spellings: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, set[str]] = {}
        for code, others in spellings.items():
            for spelling in others:
                self._exact.setdefault(spelling, set()).add(code)
        for code in spellings:
            self._exact[code] = {code}
        self._alike: dict[str, set[str]] | None = None

    def meant(self, text: str) -> str | None:
        """The one code that is spelled so, exactly or else but for case and width; None where none or several are."""
        codes = self._exact.get(text) or self._folded().get(_folded(text), set())
        return next(iter(codes)) if len(codes) == 1 else None

    def nearest(self, text: str, *, count: int = 1) -> list[str]:
        """Codes with a spelling that holds the text or is held by it, then those that look like it."""
        wanted, known = _folded(text), self._folded()
        if len(wanted) > NAME_COMPARED:
            return []
        parts = [spelling for spelling in known if _is_part(wanted, spelling) or _is_part(spelling, wanted)]
        parts.sort(key=lambda spelling: abs(len(spelling) - len(wanted)))
        alike = difflib.get_close_matches(wanted, known, n=count, cutoff=0.6)
        return list(dict.fromkeys(code for found in (*alike, *parts) for code in sorted(known[found])))[
            :count
        ]

    def _folded(self) -> dict[str, set[str]]:
        if self._alike is None:  # worked out once, and only where a text is no exact name
            self._alike = {}
            for spelling, codes in self._exact.items():
                self._alike.setdefault(_folded(spelling), set()).update(codes)
        return self._alike


def hint(labels: Iterable[Title]) -> Notice | str:
    """What to append to "unknown …" sentences; empty when nothing known is near."""
    near = list(labels)
    if len(near) > 1:
        return notice("values.near", names=near)
    return notice("common.did_you_mean", name=near[0]) if near else ""


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _is_part(part: str, whole: str) -> bool:
    return len(part) > 1 and part in whole
