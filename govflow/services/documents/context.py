"""The frozen context of a proposal's document: language-neutral plain data, taken within the act that issues it.

Every name is bilingual (`{"ja", "en"}`); what is not stated is None. Templates see nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from govflow.domain.condition import Condition, precedes
from govflow.domain.council.occasion import Occasion
from govflow.domain.history import Entry
from govflow.domain.proposal import Proposal
from govflow.domain.step import Step
from govflow.services.case import Case
from govflow.services.documents.conditions import conditions_told
from govflow.services.documents.follow_up import follow_up
from govflow.services.documents.receipts import receipt
from govflow.services.names import Pair, act_title, caused, ministry_named, named, pair, titled
from govflow.services.shown import shown_value
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import TrailRow

JsonDict = dict[str, Any]

PASSED = "council_passed"
"""The outcome of a council that is for the proposal; any other is a view against it."""


def document_context(
    case: Case,
    after: Proposal,
    *,
    steps: Sequence[Step],
    entries: Sequence[Entry],
) -> JsonDict:
    """Everything a template may print about the act that is the last of `entries`, but for the document's heading."""
    act = entries[-1]
    return {
        "proposal": _proposal(case, after),
        "act": _act(case, act),
        "decision": _decision(case, after, act),
        "provisional": is_provisional(case.definition, entries),
        "council": _council(case, after.records.get("council")),
        "rounds": [_council(case, record) for record in _kept(entries, "council")],
        "endorsement": _endorsement(case, entries),
        "route": [_route_row(case, entry) for entry in entries],
        "steps": [_step(case, step) for step in _as_answered(_merged(case.steps, steps))],
        "follow_up": follow_up(case, entries, steps=steps),
        "receipt": receipt(case, steps),
        "definition": {
            "name": case.definition.name,
            "version": case.definition.version,
            "digest": case.definition.digest,
            "title": pair(case.definition.title),
        },
        "dates": {"drafted": entries[0].effective_on, "decided": act.effective_on, "executed": None},
    }


def is_provisional(definition: Definition, acts: Iterable[Entry | TrailRow]) -> bool:
    """Whether what was decided last was decided by one alone, and is neither ratified nor has lapsed."""
    last = False
    for act in acts:
        ways = definition.transitions_of(act.trigger, state=act.from_state or "")
        occasions = {way.occasion for way in ways}
        last = Occasion.DECIDED_ALONE in occasions or (last and not occasions & _SETTLES)
    return last


_SETTLES = {Occasion.RATIFIED, Occasion.LAPSED}


def _proposal(case: Case, after: Proposal) -> JsonDict:
    definition, directory = case.definition, case.directory
    return {
        "reference": after.reference,
        "title": {"ja": after.title, "en": case.content.get("title_en") or after.title},
        "ministry": ministry_named(directory, after.ministry),
        "ministry_code": after.ministry,
        "workflow": pair(definition.title),
        "fiscal_year": after.fiscal_year,
        "amount": after.amount,
        "revision": {"number": after.revision, "digest": after.revision_digest},
        "state": pair(definition.states[after.state].title),
        "fields": [
            {
                "name": name,
                "title": pair(value.title),
                "type": value.type,
                "value": case.content[name],
                "shown": shown_value(value, case.content[name], directory),
            }
            for name, value in definition.fields.items()
            if name in case.content and not value.restricted
        ],
    }


def _act(case: Case, entry: Entry) -> JsonDict:
    office = case.directory.offices.get(entry.office or "")
    ministry = case.directory.ministries.get(office.ministry) if office else None
    return {
        "trigger": entry.trigger,
        "title": act_title(case.definition, entry),
        "state": _state(case, entry.to_state),
        "day": entry.effective_on,
        "recorded_at": entry.recorded_at,
        "person": named(case.directory, entry.person),
        "office": _acting(case, entry),
        "ministry": pair(ministry.title) if ministry else None,
        "role": _role(case, entry.role),
        "via": entry.via,
        "on_behalf_of": titled(case.directory, entry.on_behalf_of),
        "note": entry.note,
    }


def _decision(case: Case, after: Proposal, act: Entry) -> JsonDict | None:
    """What was decided, when the act kept a decision."""
    kept = act.read("changes").get("records", {}).get("decision")
    if kept is None:
        return None
    amount, requested = kept.get("amount"), case.proposal.amount
    conditions = _attributed(
        case, act, conditions_told(kept.get("conditions", ()), case.directory, case.definition)
    )
    return {
        "outcome": act.to_state,
        "outcome_title": _state(case, act.to_state),
        "requested": requested,
        "amount": amount,
        "reduced": amount is not None and requested is not None and amount < requested,
        "conditional": bool(conditions),
        "conditions": conditions,
        "verified_before": _verified_before(case, kept.get("conditions", ())),
        "reason": act.note,
        "record": kept.get("record"),
    }


def _kept(entries: Iterable[Entry], name: str) -> Iterator[Mapping[str, Any]]:
    """Every record that was kept under a name, also those that a later one replaced."""
    records = (entry.read("changes").get("records", {}) for entry in entries)
    return (kept[name] for kept in records if name in kept)


def _attributed(case: Case, act: Entry, conditions: Sequence[JsonDict]) -> list[JsonDict]:
    """Each condition with the record it was carried over from; None for those that the act itself added."""
    carried = len(conditions) - len(act.read("payload").get("conditions", ()))
    ways = case.definition.transitions_of(act.trigger, state=act.from_state or "")
    base = next((way.builds_on for way in ways if way.records == "decision"), None)
    return [{**condition, "from": base if at < carried else None} for at, condition in enumerate(conditions)]


def _verified_before(case: Case, conditions: Sequence[Condition]) -> list[Pair]:
    """The acts that wait until precedent ones of these conditions are verified."""
    waiting = case.definition.waiting
    return [pair(waiting[act]) for act in waiting if any(precedes(each, act) for each in conditions)]


def _council(case: Case, record: Mapping[str, Any] | None) -> JsonDict | None:
    if record is None:
        return None
    title = case.definition.triggers.get(record["trigger"])
    counts = record.get("counts") or {}
    return {
        "result": pair(title) if title else {"ja": record["trigger"], "en": record["trigger"]},
        "trigger": record["trigger"],
        "passed": record["trigger"] == PASSED,
        "day": record["day"],
        "source": record.get("source"),
        "record": record.get("record"),
        "counts": counts,
        "against": counts.get("no", 0),
        "amount": record.get("amount"),
        "conditions": conditions_told(record.get("conditions", ()), case.directory, case.definition),
    }


def _endorsement(case: Case, entries: Sequence[Entry]) -> JsonDict | None:
    """The last endorsement on the way, if the workflow has one."""
    last = next((entry for entry in reversed(entries) if entry.trigger == "endorse"), None)
    if last is None:
        return None
    act = _act(case, last)
    return {name: act[name] for name in ("person", "office", "day", "note", "via", "on_behalf_of")}


def _route_row(case: Case, entry: Entry) -> JsonDict:
    return {
        "seq": entry.seq,
        "day": entry.effective_on,
        "recorded_at": entry.recorded_at,
        "trigger": act_title(case.definition, entry),
        "from": _state(case, entry.from_state),
        "to": _state(case, entry.to_state),
        "moved": entry.from_state != entry.to_state,
        "person": named(case.directory, entry.person),
        "cause": caused(entry.cause),
        "office": _acting(case, entry),
        "role": _role(case, entry.role),
        "via": entry.via,
        "on_behalf_of": titled(case.directory, entry.on_behalf_of),
        "note": entry.note,
    }


def _acting(case: Case, entry: Entry) -> Pair | None:
    """The office that acted; where none did, the body or whatever else the role is."""
    return titled(case.directory, entry.office) or _role(case, entry.role)


def _step(case: Case, step: Step) -> JsonDict:
    kind = case.definition.steps[step.name]
    ministry = case.directory.ministries.get(step.ministry) if step.ministry else None
    return {
        "name": step.name,
        "title": pair(kind.title),
        "subject": step.subject,
        "role": _role(case, step.role),
        "ministry": pair(ministry.title) if ministry else None,
        "state": step.state.value,
        "answer": pair(kind.answers[step.answer].title) if step.answer else None,
        "agrees": step.agrees,
        "lasting": step.lasting,
        "note": step.note,
        "person": named(case.directory, step.person),
        "office": titled(case.directory, step.office),
        "day": step.answered_on,
        "due_on": step.due_on,
    }


def _merged(before: Iterable[Step], changed: Iterable[Step]) -> list[Step]:
    steps = {step.number: step for step in before}
    steps.update((step.number, step) for step in changed)
    return [steps[number] for number in sorted(steps)]


def _as_answered(steps: Iterable[Step]) -> list[Step]:
    """In the order of their answers; what nobody has answered comes last, as it was asked."""
    return sorted(steps, key=lambda step: (step.answered_on or "9999", step.number))


def _state(case: Case, name: str | None) -> Pair | None:
    return pair(case.definition.states[name].title) if name else None


def _role(case: Case, name: str | None) -> Pair | None:
    role = case.definition.roles.get(name or "")
    return pair(role.title) if role else None
