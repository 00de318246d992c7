"""What acts have kept with a proposal, told by the definition that the proposal stays on, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from govflow.domain.condition import OnBreach, term
from govflow.domain.organisation import Directory
from govflow.messages import Notice, Title, notice
from govflow.services.breach import breach_title
from govflow.services.case import Case
from govflow.services.conditions import kind_told
from govflow.services.documents.conditions import owner_told
from govflow.services.names import Pair, both, pair
from govflow.services.shown import shown_value
from govflow.workflow.definition import Definition
from govflow.workflow.value import Value

Kept = Mapping[str, Any]
"""One record, or one value of several parts, as it is kept."""


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """One record: the act that kept it, the day, and its values; each has a title and a text for every item."""

    name: str
    trigger: str
    act: Pair
    day: str
    values: tuple[Mapping[str, Any], ...]


_HEAD = ("trigger", "day", "state", "revision")
_COUNTS = ("seats", "present", "absent", "yes", "no", "abstain", "recused")
"""What is counted in any council, in the order in which it is read out."""


def kept_records(case: Case) -> tuple[KeptRecord, ...]:
    """Every record in the order of days, those of one day in the order of the acts that kept them."""
    last = {row.step or row.trigger: row.seq for row in case.trail}
    kept = [_kept(case, name, record) for name, record in case.proposal.records.items()]
    return tuple(sorted(kept, key=lambda one: (one.day, last.get(one.name, last.get(one.trigger, 0)))))


def _kept(case: Case, name: str, record: Kept) -> KeptRecord:
    trigger = str(record.get("trigger", ""))
    values = (*_sent_back(case, name, record), *_values(case, record))
    return KeptRecord(name, trigger, _act(case, name, trigger), str(record.get("day", "")), values)


def _sent_back(case: Case, name: str, record: Kept) -> Iterator[Mapping[str, Any]]:
    """Of a return: where it came from, and which revision was sent back."""
    if name in case.definition.returns:
        state = case.definition.states[str(record["state"])].title
        told = notice("held_up.record_from", state=state, revision=record["revision"])
        title = both(notice("held_up.record_from_title"))
        yield {"name": "state", "title": title, "shown": (both(told),)}


def _act(case: Case, name: str, trigger: str) -> Pair:
    """A step keeps the record of its name; otherwise a trigger kept it."""
    kind = case.definition.steps.get(name)
    if kind is not None and trigger in kind.answers:
        return both(notice("views.answered", step=kind.title, answer=kind.answers[trigger].title))
    title = case.definition.triggers.get(trigger)
    return pair(title) if title else {"ja": name, "en": name}


def _values(case: Case, record: Kept) -> Iterator[Mapping[str, Any]]:
    """What was left empty is left out; what the definition does not know stands as it was kept."""
    for name, plain in sorted(record.items()):
        if name in _HEAD or plain in (None, "", []):
            continue
        value = case.definition.values.get(name)
        items = plain if isinstance(plain, list) else [plain]
        if value is not None and value.type == "issues":
            items = [{"number": number, **issue} for number, issue in enumerate(items, start=1)]
        yield {
            "name": name,
            "title": pair(value.title) if value else {"ja": name, "en": name},
            "shown": tuple(_shown(case, value, item) for item in items),
        }


def _shown(case: Case, value: Value | None, item: Any) -> Pair:
    if value is None:
        return {"ja": str(item), "en": str(item)}
    tell = _TELLERS.get(value.type)
    if tell is not None:
        return tell(case, item)
    if value.choices:
        return pair(value.choices.get(item, Title(str(item), str(item))))
    return shown_value(value, [item] if value.type in _LISTS else item, case.directory)


def _counts(_case: Case, counts: Kept) -> Pair:
    """The usual counts in words, then any others by the names they were given."""
    usual = [name for name in _COUNTS if name in counts]
    others = sorted(set(counts) - set(usual))
    told: list[Notice] = [
        *(notice("views.counted", what=notice(f"views.count.{name}"), count=counts[name]) for name in usual),
        *(notice("views.counted", what=name, count=counts[name]) for name in others),
    ]
    return both(notice("views.listed", items=told))


def _condition(case: Case, condition: Kept) -> Pair:
    return condition_shown(condition, case.directory, case.definition)


def condition_shown(condition: Kept, directory: Directory, definition: Definition | None) -> Pair:
    """Its text, and when, by whom and in which order it is to be met."""
    terms = list(_condition_terms(condition, directory, definition))
    text = str(condition["text"])
    return both(notice("views.condition", text=text, terms=terms)) if terms else {"ja": text, "en": text}


def _condition_terms(
    condition: Kept, directory: Directory, definition: Definition | None
) -> Iterator[Notice]:
    if due := condition.get("due"):
        yield notice("views.condition_due", due=due)
    if owner := owner_told(condition.get("owner"), directory, definition):
        yield notice("views.condition_owner", owner=Title(**owner))
    if condition.get("precedent"):
        yield kind_told(condition, definition)
    if evidence := condition.get("evidence"):
        yield notice("views.condition_evidence", evidence=evidence)
    on_breach = OnBreach(term(condition, "on_breach"))
    if on_breach is not OnBreach.REPORT:
        yield notice("views.condition_on_breach", follows=breach_title(on_breach))


def _issue(case: Case, issue: Kept) -> Pair:
    """An issue, and beside it what was replied."""
    field = case.definition.fields.get(str(issue.get("field", "")))
    said = {"number": issue["number"], "text": issue["text"]}
    told = (
        notice("held_up.record_issue_of", field=field.title, **said)
        if field
        else notice("held_up.record_issue", **said)
    )
    if reply := issue.get("reply"):
        told = notice("held_up.record_reply", issue=told, reply=reply)
    return both(told)


_TELLERS: Mapping[str, Callable[[Case, Any], Pair]] = {
    "counts": _counts,
    "conditions": _condition,
    "issues": _issue,
}
"""Values of several parts; all others read as a proposal's fields do."""

_LISTS = ("names", "ministries")
"""Values that are lists; each of their items is told by itself."""
