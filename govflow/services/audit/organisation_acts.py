"""Acts on the organisation verified: each version is made again from the one before it and what the entry says."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from govflow.domain.history import Entry
from govflow.domain.organisation import ADMINISTRATOR, Directory, Organisation
from govflow.domain.organisation_acts import ACTS, Transfer, act_of, apply
from govflow.domain.organisation_content import content_of, difference, organisation_of
from govflow.services.audit.findings import Findings
from govflow.services.clock import day_of
from govflow.services.organisation.acts import vacated
from govflow.services.organisation.administration import gains_and_seconds

if TYPE_CHECKING:
    from govflow.store import StoreInfo, UnitOfWork

LOAD = "load"


class OrganisationActs:
    """The history of the organisation, against its versions."""

    def __init__(self, work: UnitOfWork, findings: Findings, *, info: StoreInfo) -> None:
        self._work = work
        self._findings = findings
        self._info = info

    def verify(self, entries: list[Entry]) -> None:
        """Every entry follows from the version before its own. Digests of versions are compared with the registers."""
        before: dict[str, Any] | None = None
        for number, entry in enumerate(entries, start=1):
            row = self._work.organisation.get(number)
            after = json.loads(row) if row else None
            with self._findings.checking(f"organisation {number}"):
                if entry.read("changes")["number"] != number or entry.trigger not in (LOAD, *ACTS):
                    self._findings.say("organisation_act_differs", number=number, field="number")
                elif entry.trigger != LOAD and before is not None and after is not None:
                    self._verify(entry, organisation_of(before), organisation_of(after), number=number)
            before = after

    def _verify(self, entry: Entry, before: Organisation, after: Organisation, *, number: int) -> None:
        act, said = act_of(entry.trigger, entry.read("payload")), entry.read("changes")
        applied = apply(act, before)
        recorded = day_of(entry.recorded_at, self._info.timezone)
        directory = Directory.on(before, recorded)
        real = not self._info.demonstration
        gained, second = gains_and_seconds(directory, after, entry.person or "", real=real)
        holds = {
            "version": not applied.reasons and content_of(applied.organisation) == content_of(after),
            "changed": said["changed"] == difference(before, after),
            "vacant": said["vacant"] == vacated(before, after, date.fromisoformat(act.start)),
            "alone": said["alone"] is bool(gained) and not (gained and second),
            "effective_on": entry.effective_on == act.start,
            "note": bool(entry.note) or act.start >= recorded.isoformat(),
            "office": _administers(directory, entry),
            "handover": self._handed(said["handover"], act, before),
        }
        for field, right in holds.items():
            if not right:
                self._findings.say("organisation_act_differs", number=number, field=field)

    def _handed(self, handover: list[dict[str, Any]], act: object, before: Organisation) -> bool:
        """Whether what was handed over is of offices that passed, and there is everything of it."""
        if not isinstance(act, Transfer):
            return not handover
        offices = {row.office for row in act.handed(before)}
        return all(item["office"] in offices and self._is_there(item) for item in handover)

    def _is_there(self, item: dict[str, Any]) -> bool:
        found = {
            "ballot": self._work.ballots.get,
            "meeting": self._work.meetings.get,
            "minutes": self._work.meetings.get,
        }
        return found.get(item["kind"], self._work.proposals.get)(item["reference"]) is not None


def _administers(directory: Directory, entry: Entry) -> bool:
    """Whether the entry is of a person in an administrator's office, by the version that the act found."""
    held = [
        office.code for office in directory.offices_of(entry.person or "") if office.role == ADMINISTRATOR
    ]
    return entry.office in held and entry.role == ADMINISTRATOR
