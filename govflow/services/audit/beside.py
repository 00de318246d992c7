"""What stands beside the histories, verified: the database itself, and the rows that no history folds to."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import digest_of_text, mapping_of
from govflow.domain.history import Entry, Subject
from govflow.errors import NotFound
from govflow.services.audit.findings import MISSHAPEN, Findings
from govflow.services.audit.timing import Timed, timed
from govflow.services.demonstration_clock import DEMONSTRATION_NOW
from govflow.services.enactment import HISTORY_OF
from govflow.services.programmes.inventory import SUBJECT, inventory_digest
from govflow.services.proposals.words import indexed
from govflow.services.stores.calendars import calendar_digest
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import DefinitionRow, StoreInfo, UnitOfWork

SETTINGS = frozenset(
    {
        "store_id",
        "demonstration",
        "created_at",
        "timezone",
        "calendar_first",
        "calendar_last",
        DEMONSTRATION_NOW,
    }
)
"""The names there are in `store_info`."""

_HISTORIES: dict[str, str] = {kind: history for kind, history in HISTORY_OF.items()}


class Beside:
    """The tables of a store that its histories say little of. What an entry of an earlier version of the program does
    not tell is not compared."""

    def __init__(
        self,
        work: UnitOfWork,
        findings: Findings,
        *,
        info: StoreInfo,
        definition_of: Callable[[str], Definition],
    ) -> None:
        self._work = work
        self._findings = findings
        self._info = info
        self._definition_of = definition_of

    def verify(self) -> None:
        """Everything that does not need what the histories came to."""
        for check in (
            self._database,
            self._sealed,
            self._founding,
            self._programmes,
            self._sources,
            self._messages,
            self._search,
        ):
            with self._findings.checking(check.__name__.removeprefix("_")):
                check()

    def due(self, pending: Collection[tuple[str, str]]) -> None:
        """What is still to be rendered is what has no text."""
        for number, language in sorted({*self._work.documents.due()} ^ {*pending}):
            self._findings.say("rendering_differs", number=number, language=language)

    def _database(self) -> None:
        for detail in [*self._work.soundness.damage()]:
            self._findings.say("damaged", detail=detail)
        if differing := self._work.soundness.differing():
            self._findings.say("schema_differs", objects=differing)

    def _sealed(self) -> None:
        for broken in [*self._work.seals.broken()]:
            self._findings.say("seal_broken", **broken._asdict())

    def _founding(self) -> None:
        """The settings and the calendar are those of the founding."""
        kept = self._work.settings.all()
        told = self._told(Subject("store", self._info.store_id))
        present = {"created_at": self._info.created_at, "calendar": calendar_digest(self._work)}
        wrong = [name for name, value in present.items() if told.get(name, value) != value]
        wrong += sorted(kept.keys() - SETTINGS)
        if kept["demonstration"] not in ("0", "1"):
            wrong.append("demonstration")
        if wrong:
            self._findings.say("founding_differs", fields=wrong)

    def _programmes(self) -> None:
        told = self._told(SUBJECT)
        present = inventory_digest(self._work)
        if told.get("inventory", present) != present or (self._work.programmes.all() and not told):
            self._findings.say("programmes_differ")

    def _told(self, subject: Subject) -> dict[str, Any]:
        """What the last entry of a history says was changed."""
        entries = self._work.history.entries(subject)
        return entries[-1].read("changes") if entries else {}

    def _sources(self) -> None:
        """The source of a definition is the one, and was kept when, its first entry says."""
        for row in self._work.definitions.all():
            subject = Subject(_HISTORIES[row.kind], row.name)
            first = next(
                (act for act in timed(self._work.history.entries(subject)) if _puts(act.entry, row)), None
            )
            if first is None or not _kept(row, first):
                self._findings.say("source_differs", name=row.name, version=row.version)

    def _messages(self) -> None:
        for number in self._work.outbox.unfounded():
            self._findings.say("message_differs", number=number)

    def _search(self) -> None:
        for reference in [*self._work.indexed.differing(self._words)]:
            self._findings.say("search_differs", reference=reference)

    def _words(self, definition: str, content: str, released: str | None) -> str | None:
        """What a proposal is found by; a content or definition that cannot be read is reported for itself."""
        try:
            other = mapping_of(released) if released is not None else None
            return indexed(mapping_of(content), other, self._definition_of(definition))
        except (NotFound, *MISSHAPEN):
            return None


def _puts(entry: Entry, row: DefinitionRow) -> bool:
    return bool(entry.read("changes").get("digest") == row.digest)


def _kept(row: DefinitionRow, first: Timed) -> bool:
    told = first.entry.read("changes")
    present = {"source": digest_of_text(row.source), "file": row.file}
    return first.recorded(row.recorded_at) and all(
        told.get(name, value) == value for name, value in present.items()
    )
