"""Charters of the tests' own bodies: three ministries vote, the council's chair presides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import govflow

_SERIES = {"panel": "PN"}


def by_a_day() -> str:
    """The shipped charter of the CIO council, but that it also puts questions by a day beside its written procedure."""
    shipped = next(each.file for each in govflow.shipped_bodies() if each.name == "cio_council")
    text = Path(shipped).read_text(encoding="utf-8")
    return text.replace("rule: no_objection}", "rule: no_objection, exclusive: false}")


def charter(name: str, **changes: Any) -> str:
    """The file of a body. `rule` and `override` are presets, None for none; other keys are taken as they are."""
    rule, override = changes.pop("rule", "simple_majority"), changes.pop("override", None)
    series = changes.pop("series", None) or _SERIES[name]
    content = {
        "format": 1,
        "name": name,
        "version": changes.pop("version", 1),
        "title": {"ja": "調整会議", "en": "panel"},
        "basis": {"ja": "申合せ", "en": "an agreement"},
        "purpose": {"ja": "調整する。", "en": "to agree"},
        "powers": ["decide"],
        "secretariat": "secretariat",
        "chair": "council_chair",
        "seats": {
            "chair": {"title": {"ja": "議長", "en": "chair"}, "role": "council_chair", "voting": False},
            "cios": {"title": {"ja": "各府省CIO", "en": "Ministry CIOs"}, "each": "ministry_cio"},
        },
        "series": {"ja": series, "en": series},
        **({"rule": rule} if rule else {}),
        **({"other_rules": {"override": override}} if override else {}),
        **changes,
    }
    return json.dumps(content, ensure_ascii=False)
