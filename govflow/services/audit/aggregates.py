"""Aggregates verified: each meeting and ballot is folded from its history and compared with its row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.meeting import Meeting
from govflow.domain.history import Entry, Subject
from govflow.domain.plain import advanced, folded, thawed
from govflow.domain.round import Round
from govflow.messages import notice
from govflow.services.audit.findings import Findings

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.store.aggregates import Aggregates as Repository

S = TypeVar("S", Meeting, Ballot, Round)

_NUMBER = re.compile(r"(.+)-(\d+)-[A-Z](\d+)")


class Aggregates(Generic[S]):
    """Those of one kind. `series` is what their counters begin with."""

    def __init__(
        self, work: UnitOfWork, findings: Findings, *, kind: type[S], repository: Repository[S], series: str
    ) -> None:
        self.work = work
        self.findings = findings
        self.kind: type[S] = kind
        self.repository: Repository[S] = repository
        self.series = series
        self.subject = kind.__name__.lower()
        self.seen: set[str] = set()

    def verify(self, subject: Subject, entries: list[Entry]) -> None:
        """Compare everything that belongs to one with its entries."""
        self.seen.add(subject.id)
        after: S | None = None
        for before, after, entry in self.states(entries):
            with self.findings.checking(f"history {subject.kind} {subject.id} {entry.seq}"):
                self.step(before, after, entry)
        expected = after and self.repository.row(after, len(entries))
        if expected is None or self.repository.stored(subject.id) != expected:
            self.say("row_differs", reference=subject.id)

    def step(self, before: S | None, after: S, entry: Entry) -> None:
        """Compare one entry with what it made."""
        if (entry.from_state, entry.to_state) != (before and before.state.value, after.state.value):
            self.say("step_state_differs", reference=entry.subject, seq=entry.seq)

    def verify_all(self, *, unreadable: set[str]) -> None:
        """What can be compared once every history was seen. What `unreadable` names is reported already."""
        with self.findings.checking(f"{self.subject}s"):
            known = self.seen | unreadable
            for reference in self.repository.references():
                if reference not in known:
                    self.say("without_history", reference=reference)
            self._numbers(known)

    def say(self, code: str, **params: object) -> None:
        """A problem of one of this kind."""
        self.findings.say(code, subject=notice(f"audit.subject_{self.subject}"), **params)

    def states(self, entries: Iterable[Entry]) -> Iterator[tuple[S | None, S, Entry]]:
        """Each entry with what there was before it and after it."""
        content: dict[str, Any] = {}
        before: S | None = None
        for entry in entries:
            changes = entry.read("changes")[self.subject]
            content = folded(content, changes)
            after = advanced(before, content, changes) if before else thawed(self.kind, content)
            yield before, after, entry
            before = after

    def _numbers(self, known: set[str]) -> None:
        """Numbers without gaps, and counters that stand at the last of them."""
        serials: dict[tuple[str, int], list[int]] = {}
        for found in map(_NUMBER.fullmatch, known):
            if found:  # what does not match is no number, and its counter differs
                mark, year, serial = found.groups()
                serials.setdefault((f"{self.series}{mark}", int(year)), []).append(int(serial))
        kept = {of: last for of, last in self.work.numbering.every().items() if of[0].startswith(self.series)}
        for of in sorted(serials.keys() | kept.keys()):
            if sorted(serials.get(of, ())) != list(range(1, kept.get(of, 0) + 1)):
                self.findings.say(
                    "counter_differs", series=of[0].removeprefix(self.series), fiscal_year=of[1]
                )
