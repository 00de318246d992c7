"""Who may act, in the model: offices and their holders in plain dicts, absences, standing delegations, substitutes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from model_words import CENTRAL


@cache
def _read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return content


class Hand(NamedTuple):
    """A person who may act in a role, and the office that is stood in for by a substitute."""

    person: str
    role: str
    own: bool = True
    substitute_for: str = ""


class People:
    """The organisation as the example has it, and what the model does to it."""

    def __init__(self, file: Path, today: date) -> None:
        content = _read(file)
        self.offices: dict[str, tuple[str, str]] = {
            code: (each["role"], each["ministry"]) for code, each in content["offices"].items()
        }
        self.holders: dict[str, list[str]] = {code: [] for code in self.offices}
        for each in content["appointments"]:
            if each["from"] <= today <= each.get("until", date.max):
                self.holders[each["office"]].append(each["person"])
        self.absent: set[str] = set()
        self.delegations: list[dict[str, Any]] = [dict(each) for each in content["delegations"]]
        self.substitutes: dict[str, list[str]] = {
            each["office"]: each["deputies"] for each in content["substitutions"]
        }

    def offices_of(self, role: str, ministry: str) -> list[str]:
        """The offices of a role: any of a central one, else the ministry's."""
        return [
            code
            for code, (each, where) in self.offices.items()
            if each == role and (role in CENTRAL or where == ministry)
        ]

    def posts(self, person: str) -> set[str]:
        """The offices that a person holds."""
        return {code for code, persons in self.holders.items() if person in persons}

    def represented(self, person: str) -> set[str]:
        """The offices that a person holds or stands in for, whatever for."""
        held = self.posts(person)
        lent = {each["office"] for each in self.delegations if each["to"] in held}
        away = {office for office in self.substitutes if person in self._deputies(office)}
        return held | lent | away

    def hands(self, role: str, ministry: str, trigger: str, proposal: dict[str, Any]) -> Iterator[Hand]:
        """Everybody who may act in a role today, who is absent left out: holders, delegates, substitutes."""
        for office in self.offices_of(role, ministry):
            yield from (Hand(p, role) for p in self.holders[office] if p not in self.absent)
            for each in self.delegations:
                if each["office"] == office and self._reaches(each, trigger, proposal):
                    present = (p for p in self.holders[each["to"]] if p not in self.absent)
                    yield from (Hand(p, role, own=False) for p in present)
            if "important" not in proposal["content"].get("marks", ()):
                yield from (Hand(p, role, own=False, substitute_for=office) for p in self._deputies(office))

    def _deputies(self, office: str) -> list[str]:
        """Who stands in for an office in which nobody is present: the first deputy office with somebody there."""
        if [p for p in self.holders[office] if p not in self.absent]:
            return []
        present = (
            [p for p in self.holders[deputy] if p not in self.absent]
            for deputy in self.substitutes.get(office, ())
        )
        return next((found for found in present if found), [])

    @staticmethod
    def _reaches(delegation: dict[str, Any], trigger: str, proposal: dict[str, Any]) -> bool:
        """Whether a standing delegation reaches a matter."""
        content, limit = proposal["content"], delegation.get("amount_limit")
        return (
            (not delegation.get("triggers") or trigger in delegation["triggers"])
            and (not delegation.get("kinds") or content["kind"] in delegation["kinds"])
            and not content.get("marks")
            and (limit is None or (content.get("amount") is not None and content["amount"] <= limit))
        )
