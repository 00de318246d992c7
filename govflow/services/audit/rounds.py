"""Rounds verified: their rows against their histories, every act against what was possible then, and how far the
addressees were when a round was closed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from govflow.domain.history import Entry, Subject
from govflow.domain.organisation import Directory
from govflow.domain.replay import fold
from govflow.domain.round import Round, RoundState, cannot_close, cannot_open, cannot_reschedule
from govflow.messages import Notice, notice
from govflow.services.audit.aggregates import Aggregates
from govflow.services.audit.directories import Directories
from govflow.services.audit.findings import Findings
from govflow.services.clock import day_of
from govflow.services.rounds.acts import able_to_answer
from govflow.services.rounds.desk import TOPICS
from govflow.services.rounds.standing import Answered, at_closing, standings
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

_CHANGES: Mapping[str, Collection[str]] = {"reschedule": ("dates",), "close": ("state", "answered")}
"""What of a round an act may change."""


class Rounds(Aggregates[Round]):
    """The rounds of a store, one history after the other."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        findings: Findings,
        *,
        definition_of: Callable[[str], Definition],
        directories: Directories,
    ) -> None:
        super().__init__(work, findings, kind=Round, repository=work.rounds, series="round:")
        self._session = session
        self._definition_of = definition_of
        self._directories = directories
        self._spans: dict[tuple[str, int], list[tuple[str, str, str]]] = {}

    def verify(self, subject: Subject, entries: list[Entry]) -> None:
        """Compare everything that belongs to one round with its entries, and keep from when to when it was open."""
        super().verify(subject, entries)
        states = [*self.states(entries)]
        opened, last = states[0][1], states[-1]
        until = last[2].recorded_at if last[1].state is RoundState.CLOSED else "9"
        spans = self._spans.setdefault((opened.workflow, opened.fiscal_year), [])
        spans.append((opened.opened_at, until, subject.id))

    def verify_all(self, *, unreadable: set[str]) -> None:
        """What can be compared once every history was seen. What `unreadable` names is reported already."""
        super().verify_all(unreadable=unreadable)
        for spans in self._spans.values():
            for (_, until, earlier), (since, _, later) in pairwise(sorted(spans)):
                if since < until:
                    self._impossible(later, 1, notice("round.record_overlaps", name=earlier))

    def step(self, before: Round | None, after: Round, entry: Entry) -> None:
        """An entry leads where it says, by somebody who might, and from where it was possible."""
        super().step(before, after, entry)
        for reason in chain(self._actor(after, entry), self._done(before, after, entry)):
            self._impossible(entry.subject, entry.seq, reason)

    def _numbers(self, known: set[str]) -> None:
        """Rounds have names, and no counter."""

    def _impossible(self, reference: str, seq: int, why: Notice) -> None:
        self.say("impossible", reference=reference, seq=seq, why=why)

    def _actor(self, after: Round, entry: Entry) -> Iterator[Notice]:
        """Who acted held an office of the role that rounds belong to."""
        rounds = self._definition_of(after.definition).rounds
        held = any(entry.person in each.holders(entry.office or "") for each in self._then(entry))
        if rounds is None or entry.role != rounds.role or not held:
            yield notice("round.record_actor", person=entry.person, office=entry.office)

    def _done(self, before: Round | None, after: Round, entry: Entry) -> Iterator[Notice]:
        rounds = self._definition_of(after.definition).rounds
        known, today = rounds.dates if rounds else (), self._day(entry)
        if (before is None) is not (entry.trigger == "open") or entry.trigger not in TOPICS:
            yield notice("round.record_act", act=entry.trigger)
        elif before is None:
            able = set(
                chain.from_iterable(able_to_answer(each, rounds) for each in self._then(entry) if rounds)
            )
            unasked = set(after.addressees) - able
            yield from cannot_open(after, known=known, today=today, unasked=unasked, rivals=())
            if after.opened_at != entry.recorded_at or after.state is not RoundState.OPEN or after.answered:
                yield notice("round.record_act", act=entry.trigger)
        else:
            yield from self._went_on(before, after, entry, known=known, today=today)

    def _went_on(
        self, before: Round, after: Round, entry: Entry, *, known: tuple[str, ...], today: str
    ) -> Iterator[Notice]:
        changed = {name for name in Round._fields if getattr(before, name) != getattr(after, name)}
        if not changed or not changed <= set(_CHANGES[entry.trigger]):
            yield notice("round.record_act", act=entry.trigger)
        if entry.trigger == "close":
            yield from cannot_close(before, note=entry.note)
            yield from self._closed(after, entry)
        else:
            given = {name: day for name, day in after.dates.items() if before.dates.get(name) != day}
            yield from cannot_reschedule(before, given, known=known, today=today, note=entry.note)

    def _closed(self, after: Round, entry: Entry) -> Iterator[Notice]:
        """How far the addressees were follows from the histories of the proposals that were counted: these and no
        others."""
        facts = entry.read("facts")
        counted: dict[str, int] = facts["proposals"]
        rows = [row for row in self._counted(counted, entry) if row is not None]
        of_round = all(
            (row["workflow"], row["fiscal_year"]) == (after.workflow, after.fiscal_year) for row in rows
        )
        answers = [Answered(*(row[name] for name in Answered._fields)) for row in rows]
        known = standings(answers, self._definition_of(after.definition), addressed=facts["addressed"])
        whole = len(rows) == len(counted) and not list(self._left_out(after, counted, entry))
        if not whole or not of_round or at_closing(after, known) != dict(after.answered):
            yield notice("round.record_standing")

    def _counted(self, counted: Mapping[str, int], entry: Entry) -> Iterator[Mapping[str, Any] | None]:
        """The rows of the counted proposals as they were; None where it was another version then."""
        for reference, version in counted.items():
            entries = self.work.history.entries(Subject("proposal", reference))
            before = all(each.recorded_at <= entry.recorded_at for each in entries[:version])
            after = all(each.recorded_at >= entry.recorded_at for each in entries[version:])
            yield fold(entries[:version]).row if before and after and len(entries) >= version > 0 else None

    def _left_out(self, after: Round, counted: Mapping[str, int], entry: Entry) -> Iterator[str]:
        """Proposals that were there before the round was closed, and were not counted."""
        for row in self.work.answers.every(after.workflow, after.fiscal_year):
            entries = self.work.history.entries(Subject("proposal", row.reference))
            earlier = [each for each in entries if each.recorded_at < entry.recorded_at]
            same = [each for each in entries if each.recorded_at == entry.recorded_at]
            sure = row.reference not in counted and earlier and not same
            if sure and fold(earlier).row["fiscal_year"] == after.fiscal_year:
                yield row.reference

    def _then(self, entry: Entry) -> list[Directory]:
        return self._directories.at(entry.recorded_at, date.fromisoformat(self._day(entry)))

    def _day(self, entry: Entry) -> str:
        return day_of(entry.recorded_at, self._session.store.info.timezone).isoformat()
