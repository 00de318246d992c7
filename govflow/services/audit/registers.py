"""Registers verified: definitions, what is in force, organisations and the founding, against their entries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.history import Entry, Subject
from govflow.services.audit.findings import MISSHAPEN, Findings
from govflow.services.audit.timing import Timed, timed
from govflow.services.clock import just_after
from govflow.services.demonstration_clock import DEMONSTRATION_NOW
from govflow.services.enactment import HISTORY_OF
from govflow.workflow.resolved import content_digest

if TYPE_CHECKING:
    from govflow.store import DefinitionRow, StoreInfo, UnitOfWork
    from govflow.store.definitions import InForce


KIND_OF = {history: kind for kind, history in HISTORY_OF.items()}
"""Of what kind of definitions a history tells."""


class PutInForce(NamedTuple):
    """What an entry put into force."""

    kind: str
    name: str
    from_day: str
    digest: str
    act: Timed


Begun = TypeVar("Begun", "InForce", PutInForce)


class Loaded(NamedTuple):
    """The organisation that an entry loaded."""

    digest: str
    act: Timed


class Registers:
    """What the histories say of everything but proposals, and the rows that must agree with it."""

    def __init__(self, work: UnitOfWork, findings: Findings, *, info: StoreInfo) -> None:
        self.work = work
        self.findings = findings
        self.info = info
        self.sound: dict[str, str] = {}
        self._in_force: list[PutInForce] = []
        self._loaded: dict[int, Loaded] = {}
        self._founded = False

    def definitions(self) -> None:
        """Which stored definitions are what their digests say, and of what kind; only those can be replayed against."""
        for row in self.work.definitions.all():
            if _is_sound(row):
                self.sound[row.digest] = row.kind
            else:
                self.findings.say("definition_altered", name=row.name, version=row.version)

    def definition(self, subject: Subject, entries: list[Entry]) -> None:
        for act in timed(entries):
            changes = act.entry.read("changes")
            kind = KIND_OF[subject.kind]
            self._in_force.append(PutInForce(kind, subject.id, changes["from_day"], changes["digest"], act))

    def organisation(self, subject: Subject, entries: list[Entry]) -> None:
        for act in timed(entries):
            changes = act.entry.read("changes")
            self._loaded[changes["number"]] = Loaded(changes["digest"], act)

    def store(self, subject: Subject, entries: list[Entry]) -> None:
        """The store is of the kind and in the time zone that it was founded with."""
        self._founded = self._founded or subject.id == self.info.store_id
        found = {"store_id": subject.id, **entries[0].read("changes")}
        present = self.info._asdict()
        wrong = [
            name for name in ("store_id", "demonstration", "timezone") if found.get(name) != present[name]
        ]
        if not found.get("demonstration") and self.work.settings.get(DEMONSTRATION_NOW) is not None:
            wrong.append(DEMONSTRATION_NOW)
        if wrong:
            self.findings.say("founding_differs", fields=wrong)

    def verify(self) -> None:
        """Compare the rows with everything that was taken in."""
        if not self._founded:
            self.findings.say("founding_missing")
        with self.findings.checking("definitions_in_force"):
            self._verify_in_force()
        with self.findings.checking("organisations"):
            self._verify_organisations()

    def _verify_in_force(self) -> None:
        """What is in force when must be what was put into force, no more and no less."""
        stored = _by_name(self.work.definitions.every_in_force())
        recorded = _by_name(self._in_force)
        everything = [*{**stored, **recorded}]
        for name in sorted({of[1] for of in everything if not _agree(stored[of], recorded[of])}):
            self.findings.say("in_force_differs", name=name)
        for name in sorted({put.name for put in self._in_force if self.sound.get(put.digest) != put.kind}):
            self.findings.say("definition_missing", name=name)

    def _verify_organisations(self) -> None:
        stored = {row.number: row for row in self.work.organisation.every()}
        for number in sorted(stored.keys() | self._loaded.keys()):
            row, loaded = stored.get(number), self._loaded.get(number)
            if (
                row is None
                or loaded is None
                or {row.digest, digest_of_text(row.content)} != {loaded.digest}
                or not loaded.act.recorded(row.recorded_at)
            ):
                self.findings.say("organisation_altered", number=number)


def _by_name(rows: Iterable[Begun]) -> dict[tuple[str, str], list[Begun]]:
    """What began when, by kind and name, day by day."""
    found: dict[tuple[str, str], list[Begun]] = defaultdict(list)
    for row in sorted(rows, key=attrgetter("from_day")):
        found[row.kind, row.name].append(row)
    return found


def _agree(rows: Sequence[InForce], puts: Sequence[PutInForce]) -> bool:
    """Whether the rows of one name are what was put into force, and of the same times: of two on one day the later one
    is a little later."""
    if [row[:4] for row in rows] != [put[:4] for put in puts]:
        return False
    latest: dict[str, str] = {}
    for row, put in zip(rows, puts, strict=True):
        earlier = latest.get(row.from_day)
        in_turn = earlier is not None and row.recorded_at == just_after(earlier)
        if not (in_turn or put.act.recorded(row.recorded_at)):
            return False
        latest[row.from_day] = row.recorded_at
    return True


def _is_sound(row: DefinitionRow) -> bool:
    """Whether a stored definition is what its digest, name and version say."""
    try:
        content = json.loads(row.content)
        named = (content["name"], content["version"]) == (row.name, row.version)
        return named and canonical(content) == row.content and content_digest(content) == row.digest
    except MISSHAPEN:
        return False
