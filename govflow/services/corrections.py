"""Corrections: what an entry says by now, and what there is against putting right what it said.

An entry is never changed. A later entry `correct` names it as its cause and says what was, and what it should have
been; both stay. The act and the audit ask the same of the entries before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from govflow.domain.canonical import canonical
from govflow.domain.facts import Facts
from govflow.domain.history import Entry
from govflow.domain.organisation import Directory
from govflow.domain.replay import Folded, fold
from govflow.domain.step import StepState
from govflow.messages import Notice, Title, notice
from govflow.services.names import Pair, act_title, both
from govflow.services.recording import recorded_capacity
from govflow.services.shown import shown_value
from govflow.workflow.definition import Answer, Definition, Transition
from govflow.workflow.engine import Blocked, kernel_of
from govflow.workflow.reserved import CORRECT, NOTIFICATION, OWN_ACTS
from govflow.workflow.value import Value

VALUES, FIELDS = "values", "fields"
"""What is put right: values that came with an act, or fields of the content."""

_CARRIED_OVER = ("amount", "conditions")
"""What a record that builds on another one takes from it."""

Change = Mapping[str, Any]
"""`{"from": …, "to": …}` of one value or field."""


class Slip(NamedTuple):
    """What is to be put right: which entry said it, whether as `values` or `fields`, and the changes by name."""

    number: int
    part: str
    changes: Mapping[str, Change]

    @property
    def cause(self) -> str:
        """What the entry of a correction gives as its cause."""
        return f"entry {self.number}"

    def payload(self) -> dict[str, Any]:
        return {"entry": self.number, self.part: {name: dict(each) for name, each in self.changes.items()}}

    def over(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """What was said, put right."""
        return {**said, **{name: each["to"] for name, each in self.changes.items()}}

    @classmethod
    def of(cls, entry: Entry) -> Slip | None:
        """What the entry of a correction says; None where it makes no sense."""
        payload = entry.read("payload")
        [part, *others] = [name for name in (VALUES, FIELDS) if isinstance(payload.get(name), dict)] or [""]
        number = payload.get("entry")
        if not part or others or not isinstance(number, int):
            return None
        changes = payload[part]
        whole = all(isinstance(each, dict) and {*each} == {"from", "to"} for each in changes.values())
        return cls(number, part, changes) if changes and whole else None


class Past(NamedTuple):
    """A proposal's history until now, the definition that it is under, and the contents of its revisions, which
    corrections of fields are about."""

    definition: Definition
    entries: Sequence[Entry]
    contents: Sequence[Mapping[str, Any]] = ()

    def entry(self, number: int) -> Entry | None:
        return self.entries[number - 1] if 0 < number <= len(self.entries) else None

    def corrections(self, number: int) -> list[Entry]:
        """The corrections of an entry."""
        return [each for each in self.entries if corrected_by(each) == number]

    def after(self, entry: Entry) -> list[Entry]:
        """The later entries, without the corrections of this one."""
        return [each for each in self.entries[entry.seq :] if corrected_by(each) != entry.seq]

    def said(self, entry: Entry) -> dict[str, Any]:
        """The values that came with an act, as they were put right by now."""
        said = entry.read("payload")
        for each in self.corrections(entry.seq):
            slip = Slip.of(each)
            said = slip.over(said) if slip is not None and slip.part == VALUES else said
        return said

    @property
    def content(self) -> Entry:
        """The entry that made the content what it is, but for slips in it."""
        own = [each for each in self.entries if each.trigger in OWN_ACTS and each.trigger != CORRECT]
        return own[-1]

    @property
    def revising(self) -> list[Entry]:
        """The entries that made the revisions, in their order."""
        return [each for each in self.entries if "revision" in each.read("changes").get("proposal", {})]

    def wrote(self, name: str) -> list[Entry]:
        """The entry that wrote a field as it is but for slips, and those that put it right since."""
        found: list[Entry] = []
        before: Mapping[str, Any] = {}
        for entry, content in zip(self.revising, self.contents, strict=False):
            if not found or canonical(content.get(name)) != canonical(before.get(name)):
                found = [*found, entry] if entry.trigger == CORRECT else [entry]
            before = content
        return found


def corrected_by(entry: Entry) -> int | None:
    """The number of the entry that this one corrects."""
    if entry.trigger != CORRECT:
        return None
    word, _, number = (entry.cause or "").partition(" ")
    return int(number) if word == "entry" and number.isdecimal() else None


def against(past: Past, slip: Slip, *, person: str) -> Iterator[Notice]:
    """Everything against a correction by a person but the rules of the corrected act itself."""
    entry = past.entry(slip.number)
    if entry is None:
        return
    folded = fold(past.entries)
    if past.definition.states[folded.row["state"]].end:
        yield notice("correct.ended", reference=entry.subject)
    yield from _not_to_be_corrected(past, entry, slip)
    own = [each for each in _saying(past, entry, slip) if each.person == person]
    if own:
        yield notice("correct.same_person", entry=own[0].seq)
    if _notified(folded, entry):
        yield notice("correct.notified", entry=entry.seq)
    if slip.part == VALUES:
        yield from _built_on(past, entry, slip)


def _saying(past: Past, entry: Entry, slip: Slip) -> list[Entry]:
    """The entries that say what is to be put right, or have put it right before."""
    if slip.part == VALUES:
        return [entry, *past.corrections(entry.seq)]
    return [each for name in slip.changes for each in past.wrote(name)]


def _not_to_be_corrected(past: Past, entry: Entry, slip: Slip) -> Iterator[Notice]:
    """An entry that is nobody's, or of which these are not values; what comes out as it was."""
    if entry.person is None:
        yield notice("correct.of_nobody", entry=entry.seq)
    elif slip.part == FIELDS:
        yield from _wrong_fields(past.definition, slip)
    elif entry.trigger in OWN_ACTS and entry.step is None:
        yield notice("correct.without_values", entry=entry.seq, act=_told(past, entry))
    else:
        yield from _wrong_values(past, entry, slip)
    same = [name for name, each in slip.changes.items() if canonical(each["from"]) == canonical(each["to"])]
    if same or not slip.changes:
        yield notice("correct.nothing", names=same or ["-"])


def _wrong_fields(definition: Definition, slip: Slip) -> Iterator[Notice]:
    """Only what the definition lets be put right."""
    allowed = [name for name, field in definition.fields.items() if field.correctable]
    wrong = [name for name in slip.changes if name not in allowed]
    if wrong:
        yield notice("correct.not_a_slip", names=wrong, allowed=allowed or ["-"])


def _wrong_values(past: Past, entry: Entry, slip: Slip) -> Iterator[Notice]:
    said = past.said(entry)
    missing = [name for name in slip.changes if name not in said]
    if missing:
        yield notice("correct.not_carried", entry=entry.seq, names=missing, carried=[*said] or ["-"])
    asked = {name for kind in past.definition.steps.values() for name in (kind.for_each, kind.about)}
    replies = {name for name, value in past.definition.values.items() if value.type == "replies"}
    for code, names in (("asked_about", asked), ("replied", replies)):
        if fixed := [name for name in slip.changes if name in names]:
            yield notice(f"correct.{code}", entry=entry.seq, names=fixed)


def _told(past: Past, entry: Entry) -> Title:
    return Title(**act_title(past.definition, entry))


def _notified(folded: Folded, entry: Entry) -> bool:
    """Whether the decision that this led to, or was, has been notified."""
    return any(
        step["name"] == NOTIFICATION
        and step["state"] == StepState.ANSWERED.value
        and step["asked_seq"] >= entry.seq
        for step in folded.steps.values()
    )


def _built_on(past: Past, entry: Entry, slip: Slip) -> Iterator[Notice]:
    """The first later act that has read what was said, carries it over, or says it anew."""
    records = entry.read("changes").get("records", {})
    answered = answered_step(entry)
    for later in past.after(entry):
        if _reads(past.definition, later, records, slip) or _goes_on(later, records, answered):
            yield notice("correct.built_on", entry=entry.seq, later=later.seq, act=_told(past, later))
            return


def _reads(definition: Definition, later: Entry, records: Iterable[str], slip: Slip) -> bool:
    read = later.read("facts")
    way = _way(definition, later, Facts.recorded(read)) if later.step is None else None
    for record in records:
        if any(f"records.{record}.{name}" in read for name in slip.changes):
            return True
        carries = isinstance(way, Transition) and way.builds_on == record
        if carries and any(name in _CARRIED_OVER for name in slip.changes):
            return True
    return False


def _goes_on(later: Entry, records: Iterable[str], answered: Mapping[str, Any] | None) -> bool:
    """Whether a later act kept the record anew, or answered about the same."""
    changes = later.read("changes")
    if any(record in changes.get("records", {}) for record in records):
        return True
    step = answered_step(later)
    if answered is None or step is None:
        return False
    return step["number"] == answered["number"] or bool(
        answered["subject"] and step["subject"] == answered["subject"]
    )


def answered_step(entry: Entry) -> Mapping[str, Any] | None:
    """The step that an entry answered, as the entry kept it."""
    steps: list[dict[str, Any]] = entry.read("changes").get("steps", []) if entry.step else []
    for each in steps:
        if (each["name"], each["answer"]) == (entry.step, entry.trigger):
            return each
    return None


def roles_of(definition: Definition, entry: Entry) -> tuple[str, ...]:
    """The roles that could do the act of an entry; of opening and revising, those that write drafts."""
    step = answered_step(entry)
    if step is not None:
        return (step["role"],)
    if entry.trigger in OWN_ACTS:
        ways = definition.transitions_from(definition.initial)
    else:
        ways = definition.transitions_of(entry.trigger, state=entry.from_state or "")
    return tuple(dict.fromkeys(role for way in ways for role in way.roles))


def done_with(definition: Definition, entry: Entry, facts: Facts) -> list[Notice]:
    """Why the act of an entry could not be done with these facts; it has to come to the same as it did."""
    if entry.trigger in OWN_ACTS and entry.step is None:
        return []
    if entry.step is not None:
        kind = definition.steps[entry.step]
        given: Answer = kind.answers[entry.trigger]
        return list(kernel_of(definition).reasons((*kind.guards, *given.guards), facts))
    found, before = (
        _way(definition, entry, facts),
        _way(definition, entry, Facts.recorded(entry.read("facts"))),
    )
    if isinstance(found, Blocked):
        told = [reason for tried in found.tried for reason in tried.reasons]
        return [reason for at, reason in enumerate(told) if reason not in told[:at]]
    return [] if found is before else [notice("correct.leads_elsewhere", entry=entry.seq)]


def _way(definition: Definition, entry: Entry, facts: Facts) -> Transition | Blocked:
    found = kernel_of(definition).attempt(
        entry.trigger, state=entry.from_state or "", facts=facts, capacities=[recorded_capacity(entry)]
    )
    return found if isinstance(found, Blocked) else found.transition


def facts_then(entry: Entry, said: Mapping[str, Any], *, person: str, now: Facts) -> Facts:
    """What guards read when the act was done, with other values and this person; what they did not read then is as it
    is now."""
    then = entry.read("facts")

    def find(path: tuple[str, ...]) -> Any:
        name = ".".join(path)
        if path == ("actor", "person"):
            return person
        if path[0] == "payload":
            return said.get(path[1]) if len(path) == 2 else None
        return then[name] if name in then else now.read(*path)

    return Facts(find)


def shown_change(value: Value, plain: Any, directory: Directory) -> Pair:
    """What was said, or is to be said, for people."""
    return both(notice("correct.not_stated")) if plain is None else shown_value(value, plain, directory)
