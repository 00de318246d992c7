"""Markers: what a proposal says in each field, found nowhere else, and how it is told from everything beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

MARKED: dict[str, Any] = {
    "title": "印題名一",
    "title_en": "marktitletwo",
    "amount": 100_000_000,
    "previous_amount": 71_000_003,
    "previous_executed": 71_000_004,
    "bureau": "印部局五",
    "project_office": "印推進六",
    "programme_id": "marknumberseven",
    "system_id": "marksystemeight",
    "legal_basis": "印根拠九",
    "problem": "印課題十",
    "purpose": "印目的十一",
    "outline": "印概要十二",
    "options": "印代替十三",
    "users": "印利用十四",
    "kpis": ["印指標十五"],
    "schedule": "印日程十六",
    "planned_price": 71_000_017,
    "risks": "印危険十八",
    "vulnerabilities": "印脆弱十九",
    "duplicates_checked": "印重複二十",
    "source": "印出典二一",
}
"""A marker for each field that can hold one, found nowhere else; the amount is that of the straight way."""


def written(value: Any) -> list[str]:
    """A marker as it may be written."""
    if isinstance(value, list):
        return [str(value[0])]
    return [str(value), f"{value:,}"] if isinstance(value, int) else [str(value)]


EVERY: dict[str, Any] = MARKED | {
    "ministry": "mof",
    "fiscal_year": 2026,
    "kind": "renewal",
    "budget_holder": "moe",
    "start_year": 2087,
    "end_year": 2093,
    "procurement": "selective_tender",
    "security_class": "moderate",
    "personal_data": True,
    "affected_ministries": ["mhlw"],
    "standards_concerned": True,
    "marks": ["disputed"],
    "predecessor": "MOF-2026-0001",
    "part_of": "印親事業二二",
}
"""Every field of an IT investment but the one that makes it a change."""

HOLDER = {"moe": {"title": {"ja": "印計上省二三", "en": "Markedholder"}}}
"""The ministry that holds the budget: it has no offices and does nothing else."""

NOTE = "印備考二四"
"""What acts carry; not a field, and read by whoever reads the whole."""

SAID = "印発言二五"
"""What is said in a body's proceedings: the body's own."""

ACTS, PROCEEDINGS = "acts", "proceedings"

_AS_WRITTEN: Mapping[str, str] = {
    "kind": "更改・継続|renewal",
    "budget_holder": "印計上省二三|Markedholder",
    "start_year": r"(?<!\w)2087(?!\w)|2087年度|FY2087",
    "end_year": r"(?<!\w)2093(?!\w)|2093年度|FY2093",
    "procurement": "selective_tender|指名競争入札|selective tender",
    "security_class": r"\bmoderate\b",
    "marks": "disputed|争いがある",
    "predecessor": "MOF-2026-0001",
}
BY_NAME = ("personal_data", "standards_concerned", "affected_ministries")
"""Flags, and a ministry that is found everywhere: told where an answer names the field beside a value."""

_SAYING = {"value", "shown", "before", "after", "old", "new"}

SAID_ANYWAY = {"ministry": "the reference says it", "fiscal_year": "the reference says it"}
"""Fields that hold no secret."""

_WRITTEN = {
    name: re.compile(_AS_WRITTEN.get(name) or "|".join(map(re.escape, written(value))))
    for name, value in {**EVERY, ACTS: NOTE, PROCEEDINGS: SAID}.items()
    if name not in BY_NAME and name not in SAID_ANYWAY
}


def tells(answer: str) -> set[str]:
    """The fields that an answer, or a refusal, tells something of."""
    found = {name for name, marker in _WRITTEN.items() if marker.search(answer)}
    return found | (set(_named(json.loads(answer))) if answer[:1] in "[{" else set())


def _named(answer: Any) -> Iterator[str]:
    if isinstance(answer, str) and answer.startswith("{"):
        yield from _named(json.loads(answer))
    if isinstance(answer, list):
        for each in answer:
            yield from _named(each)
    if isinstance(answer, dict):
        yield from (name for name in BY_NAME if answer.get(name))
        if answer.get("name") in BY_NAME and not _SAYING.isdisjoint(answer):
            yield answer["name"]
        for each in answer.values():
            yield from _named(each)
