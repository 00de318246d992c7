"""Escalations verified: what went up was overdue then, went one office up, and did so once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import canonical
from govflow.domain.history import Entry, Subject
from govflow.domain.replay import Folded, folding
from govflow.domain.step import Step, StepState
from govflow.services.acting.effects import due_day
from govflow.services.acting.keeping import step_rows
from govflow.services.audit.directories import Directories
from govflow.services.audit.findings import Findings
from govflow.services.audit.pinned import pinned
from govflow.services.clock import day_of
from govflow.services.deadlines.escalating import report_subject
from govflow.services.deadlines.gone_up import GoneUp
from govflow.services.deadlines.missed import CAUSE, ESCALATE, Missed
from govflow.services.session import Session
from govflow.workflow.definition import Definition
from govflow.workflow.reserved import OVERDUE_REPORT

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Escalations:
    """What the sweeps of deadlines recorded, of proposals and of bodies."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        findings: Findings,
        *,
        definition_of: Callable[[str], Definition],
        directories: Directories,
    ) -> None:
        self._session = session
        self._work = work
        self._findings = findings
        self._definition_of = definition_of
        self._directories = directories

    def verify(self, entries: list[Entry]) -> None:
        """Compare every escalation of one proposal with what the proposal was then."""
        if all(entry.trigger != ESCALATE for entry in entries):
            return
        for number, (entry, before) in enumerate(zip(entries, folding(entries), strict=True)):
            if entry.trigger != ESCALATE or entry.actor_kind != "system" or entry.step is not None:
                continue
            with self._findings.checking(f"history proposal {entry.subject} {entry.seq}"):
                if not self._was_due(entry, before, gone=GoneUp(entries[:number])):
                    self._differs(entry)

    def of_body(self, subject: Subject, entries: list[Entry]) -> None:
        """Compare every escalation of one ballot or meeting with the dates that it had."""
        had = set(self._dates_of(subject.id))
        causes: set[str | None] = set()
        for entry in entries:
            said = entry.read("payload")
            charter = self._session.charter(self._work, entry.definition or "")
            holds = (
                (said["missed"], said["on"]) in had
                and entry.trigger == ESCALATE
                and entry.actor_kind == "system"
                and entry.cause == f"{CAUSE}{said['missed']} {said['on']}"
                and (said["from"], said["to"]) == (charter.secretariat, charter.chair)
                and self._passed(said["on"], entry)
                and self._known(said["by"], entry)
            )
            if not holds or entry.cause in causes:
                self._differs(entry)
            causes.add(entry.cause)

    def _was_due(self, entry: Entry, before: Folded, *, gone: GoneUp) -> bool:
        definition = pinned(self._definition_of, entry)
        if definition is None:
            return True
        said = entry.read("payload")
        missed = _missed(before, str(said["missed"]), definition)
        if missed is None or missed.day != said["on"] or not self._passed(missed.day, entry):
            return False
        above = definition.roles[missed.role].escalates_to
        expected = {
            "missed": missed.what,
            "on": missed.day,
            "from": missed.role,
            "to": above,
            "by": said["by"],
        }
        steps = self._report(entry, before, missed, definition=definition)
        changes = {name: value for name, value in entry.read("changes").items() if name != "round"}
        only = {"proposal": {"version": entry.seq}, **({"steps": steps} if steps else {})}
        return (
            not gone.has(missed)
            and (entry.cause, said) == (missed.cause, expected)
            and canonical(changes) == canonical(only)
            and self._known(said["by"], entry)
        )

    def _report(
        self, entry: Entry, before: Folded, missed: Missed, *, definition: Definition
    ) -> list[dict[str, Any]]:
        """The step that must have been asked."""
        above = definition.roles[missed.role].escalates_to
        kind = definition.steps.get(OVERDUE_REPORT)
        if above is None or kind is None:
            return []
        duty = definition.roles[above].duty(missed.ministry)
        today, calendar = date.fromisoformat(entry.effective_on), self._session.calendar(self._work)
        due = due_day(kind.due, definition=definition, today=today, calendar=calendar, records={})
        step = Step(
            reference=entry.subject,
            number=len(before.steps) + 1,
            name=kind.name,
            role=duty.role,
            ministry=duty.ministry,
            subject=report_subject(missed, _subject(before, missed)),
            state=StepState.OPEN,
            asked_seq=entry.seq,
            asked_on=entry.effective_on,
            due_on=due,
            lasting=kind.lasting,
        )
        return step_rows([step])

    def _passed(self, day: str, entry: Entry) -> bool:
        return day < day_of(entry.recorded_at, self._session.store.info.timezone).isoformat()

    def _known(self, person: str, entry: Entry) -> bool:
        """Whether who let the deadlines be swept was somebody then."""
        day = date.fromisoformat(entry.effective_on)
        return any(person in each.persons for each in self._directories.at(entry.recorded_at, day))

    def _dates_of(self, reference: str) -> Iterator[tuple[str, str]]:
        """Every date that a ballot or meeting has had."""
        for entry in self._work.history.entries(Subject("ballot", reference)):
            if closes := entry.read("changes")["ballot"].get("closes_at"):
                yield "closes_at", day_of(closes, self._session.store.info.timezone).isoformat()
        for entry in self._work.history.entries(Subject("meeting", reference)):
            if until := entry.read("changes")["meeting"].get("minutes", {}).get("until"):
                yield "minutes", until

    def _differs(self, entry: Entry) -> None:
        self._findings.say("escalation_differs", reference=entry.subject, seq=entry.seq)


def _missed(before: Folded, what: str, definition: Definition) -> Missed | None:
    """What was in somebody's hands under that name, with the date that it had."""
    name, _, number = what.partition("#")
    row = before.row
    if not number:
        held = name == row["state"] and row["role"] in definition.roles and row["due_on"] is not None
        return Missed(row["due_on"], 0, name, row["role"], row["ministry"]) if held else None
    step = before.steps.get(int(number))
    if step is None or (step["name"], step["state"]) != (name, StepState.OPEN) or step["due_on"] is None:
        return None
    return Missed(step["due_on"], int(number), name, step["role"], step["ministry"] or row["ministry"])


def _subject(before: Folded, missed: Missed) -> str:
    step: Mapping[str, Any] = before.steps.get(missed.number, {})
    return str(step.get("subject", ""))
