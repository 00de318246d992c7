"""The day as it goes: who acts, what the meeting and its items are, and what can be looked up about them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from meeting_day.agenda import AGENDA, EXAMPLES, Planned, Way
from meeting_day.hands import Hands

BODY, MEETING, NEXT = "cio_council", "CIO-2025-M001", "CIO-2025-M002"
WRITTEN = "CIO-2025-B001"
COMMITTEE, EVALUATION = "specialized_committee", "SC-2025-M001"

FOUNDED = "2025-07-01T09:00"
SUBMITTED = "2025-07-08T10:00"
IN_WRITING, UNTIL = "2025-08-01T10:00", "2025-08-12T17:00"
EVALUATED = "2025-08-15T10:00"
CALLED, HELD = "2025-08-18T10:00", "2025-08-25T13:30"
CORRECTED, SIGNED = "2025-08-28T10:00", "2025-09-01T10:00"
AGAIN = "2025-09-25T13:30"

SECRETARIAT, CHAIR, GOVERNMENT_CIO = "cas.secretariat", "cas.council_chair", "cas.gcio"
ADMINISTRATOR = "cas.administrator"

PRESIDING = (CHAIR, "cas.dgcio")
VOTING = (
    "cas.cio",
    "cao.cio",
    "digital.cio",
    "npa.cio",
    "fsa.cio",
    "mic.cio",
    "moj.cio",
    "mofa.cio",
    "mof.cio",
    "mext.cio",
    "mhlw.cio",
    "maff.cio",
    "meti.cio",
    "mlit.cio",
    "env.cio",
)
ALTERNATES = {"mofa.cio": "mofa.dcio"}
"""Who sits in for whom."""

AWAY = "iha.cio"
LEAVING = ("npa.cio", "fsa.cio", "moj.cio", "meti.cio")
"""Without these there is no quorum."""


def organisation() -> str:
    """The organisation of the examples, in which one member of the Specialized Committee is of a ministry."""
    text = (EXAMPLES / "organisation.yaml").read_text(encoding="utf-8")
    member = 'third"}, role: committee_member, ministry: '
    return text.replace(f"{member}cas", f"{member}mext")


@dataclass
class Day:
    """What everybody knows on the day, and how it is looked up."""

    hands: Hands
    references: dict[str, str] = field(default_factory=dict)
    """The proposals by programme."""

    numbers: dict[str, int] = field(default_factory=dict)
    """The items of the meeting by programme."""

    holders: Mapping[str, str] = field(default_factory=dict)
    """The first holder of each office, today."""

    now: str = FOUNDED

    def on(self, moment: str) -> None:
        """From now on it is this moment; offices may have changed hands."""
        self.later(moment)
        offices = self.hands.see("org show")["offices"]
        self.holders = {each["office"]: each["holders"][0] for each in offices if each["holders"]}

    def later(self, moment: str) -> None:
        """It is a later moment of the same day."""
        self.now = moment
        self.hands.on(moment)

    def in_minutes(self, minutes: int) -> None:
        self.later(
            (datetime.fromisoformat(self.now) + timedelta(minutes=minutes)).isoformat(timespec="minutes")
        )

    def do(self, command: str, *words: str | int, by: str = SECRETARIAT, **options: Any) -> None:
        """What the holder of an office does."""
        self.hands.do(self.holders[by], command, *words, **options)

    def refused(self, command: str, *words: str | int, by: str = SECRETARIAT, **options: Any) -> list[str]:
        return self.hands.refused(self.holders[by], command, *words, **options)

    def see(self, view: str, *words: str | int, **options: Any) -> Any:
        return self.hands.see(view, *words, **options)

    def act(self, rows: Iterable[tuple[str, str, str, str, Mapping[str, Any]]]) -> None:
        """Many acts at once: reference, trigger, office, note and values of each."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("reference", "trigger", "person", "note", "data"))
        for reference, trigger, office, note, values in rows:
            data = json.dumps(values, ensure_ascii=False) if values else ""
            writer.writerow((reference, trigger, self.holders[office], note, data))
        file = self.hands.file("acts.csv", text.getvalue())
        self.do("act", by=ADMINISTRATOR, file=str(file), batch=50)

    def states(self) -> dict[str, str]:
        """Where each proposal stands, by programme."""
        lines = self.see("list", limit=100)["lines"]
        found = {line["reference"]: line["state"] for line in lines}
        return {programme: found[reference] for programme, reference in self.references.items()}

    def meeting(self, reference: str = MEETING) -> Any:
        return self.see("meeting show", reference)

    def items(self, reference: str = MEETING) -> dict[str, Any]:
        """The items of a meeting's agenda by programme."""
        programme_of = {reference: programme for programme, reference in self.references.items()}
        agenda = self.meeting(reference)["agenda"]
        return {programme_of[item["proposal"]]: item for item in agenda if item["proposal"]}

    def item(self, plan: Planned) -> Any:
        return self.items()[plan.programme]

    def number(self, plan: Planned) -> int:
        return self.numbers[plan.programme]

    def going(self, *ways: Way) -> Iterator[Planned]:
        """The programmes that go one of these ways."""
        return (plan for plan in AGENDA if plan.way in ways)

    def one(self, way: Way) -> Planned:
        (found,) = self.going(way)
        return found
