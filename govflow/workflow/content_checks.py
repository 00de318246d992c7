"""What guards check about the proposal itself: its amount and its fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from govflow.domain.facts import Facts
from govflow.messages import Notice, Title, notice, say
from govflow.workflow.definition import Definition

NOTHING: tuple[object, ...] = (None, "", [], ())


def lacking_fields(definition: Definition, content: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields needed at submission that a content does not state."""
    fields = definition.fields.values()
    return tuple(field.name for field in fields if field.required and content.get(field.name) in NOTHING)


def amount_stated(facts: Facts, parameter: None, definition: Definition) -> Notice | None:
    """The proposal states its amount; 0 is an amount."""
    return notice("guard.amount_not_stated") if facts.read("amount") is None else None


def amount_at_most(facts: Facts, limit: int, definition: Definition) -> Notice | None:
    """The proposal's amount is stated and not above the limit (yen)."""
    amount = facts.read("amount")
    if amount is None:
        return notice("guard.amount_not_stated")
    return notice("guard.amount_above", amount=amount, limit=limit) if amount > limit else None


def amount_at_least(facts: Facts, limit: int, definition: Definition) -> Notice | None:
    """The proposal's amount is stated and not below the limit (yen)."""
    amount = facts.read("amount")
    if amount is None:
        return notice("guard.amount_not_stated")
    return notice("guard.amount_below", amount=amount, limit=limit) if amount < limit else None


def no_growth(facts: Facts, field: str, definition: Definition) -> Notice | None:
    """The amount is not above the earlier one in `field`; an unstated one of either proves nothing."""
    amount, previous = facts.read("amount"), facts.read("content", field)
    if amount is None:
        return notice("guard.amount_not_stated")
    if previous is None:
        return notice("guard.previous_not_stated", field=definition.fields[field].title, name=field)
    if amount > previous:
        return notice("guard.grown", amount=amount, previous=previous, field=definition.fields[field].title)
    return None


def required_stated(facts: Facts, parameter: None, definition: Definition) -> Notice | None:
    """Every field that is needed at submission says something."""
    return complete(facts, [f.name for f in definition.fields.values() if f.required], definition)


def complete(facts: Facts, fields: Sequence[str], definition: Definition) -> Notice | None:
    """Every one of the fields says something."""
    missing = [name for name in fields if facts.read("content", name) in NOTHING]
    titles = [named(definition.fields[name].title, name) for name in missing]
    return notice("guard.incomplete", fields=titles) if missing else None


def named(title: Title, name: str) -> Title:
    """What is typed as `name`, by its title; the name alone where English says the same twice."""
    both = notice("guard.named", title=title, name=name)
    return Title(say(both, "ja"), name if title.en.replace(" ", "_") == name else say(both, "en"))


def field_is(
    facts: Facts, wanted: Mapping[str, Sequence[str | bool]], definition: Definition
) -> Notice | None:
    """Each field has one of the values named for it."""
    other = [name for name, values in wanted.items() if facts.read("content", name) not in values]
    fields = [
        notice(
            "guard.must_be",
            title=definition.fields[name].title,
            values=_spoken(wanted[name], name, definition),
        )
        for name in other
    ]
    return notice("guard.fields_differ", fields=fields) if other else None


def _spoken(values: Sequence[str | bool], field: str, definition: Definition) -> list[object]:
    choices = definition.fields[field].choices
    return [
        notice(f"guard.flag_{str(value).lower()}") if isinstance(value, bool) else choices[value]
        for value in values
    ]


def within_request(facts: Facts, parameter: None, definition: Definition) -> Notice | None:
    """An amount given with the act is not above what the proposal asks for."""
    given, requested = facts.read("payload", "amount"), facts.read("amount")
    if given is None:
        return None
    if requested is None:
        return notice("guard.amount_not_stated")
    return notice("guard.above_request", given=given, limit=requested) if given > requested else None


def amount_within(facts: Facts, record: str, definition: Definition) -> Notice | None:
    """An amount given with the act is not above the one that `record` keeps."""
    given, limit = facts.read("payload", "amount"), facts.read("records", record, "amount")
    if given is None:
        return None
    if limit is None:
        return notice("guard.record_without_amount", acts=_keepers(record, definition), record=record)
    if given <= limit:
        return None
    acts = _keepers(record, definition, facts.read("records", record, "trigger"))
    return notice("guard.above_record", given=given, limit=limit, acts=acts, record=record)


def amount_within_percent(facts: Facts, limits: Mapping[str, int], definition: Definition) -> Notice | None:
    """An amount given with the act is within so many percent of the one that each record keeps; 100 tolerates
    nothing."""
    given = facts.read("payload", "amount")
    if given is None:
        return None
    for record, percent in limits.items():
        kept = facts.read("records", record, "amount")
        if kept is None:
            return notice("guard.record_without_amount", acts=_keepers(record, definition), record=record)
        if given * 100 > kept * percent:
            acts = _keepers(record, definition, facts.read("records", record, "trigger"))
            limit = kept * percent // 100
            return notice("guard.above_percent", given=given, limit=limit, percent=percent, acts=acts)
    return None


def stands(facts: Facts, names: Sequence[str], definition: Definition) -> Notice | None:
    """The proposals that it refers to, where it does, are still under way; one that it changes is decided as well."""
    gone = [
        facts.read("referred", name, "reference")
        for name in names
        if facts.read("referred", name, "stands") is False
    ]
    return notice("guard.gone", references=gone) if gone else None


def _keepers(record: str, definition: Definition, trigger: str | None = None) -> list[Title]:
    """What keeps a record: a step of its name, or the trigger that did; where none has, those that could."""
    if record in definition.steps:
        return [definition.steps[record].title]
    if trigger is not None and trigger in definition.triggers:
        return [definition.triggers[trigger]]
    triggers = dict.fromkeys(each.trigger for each in definition.transitions if each.records == record)
    return [definition.triggers[name] for name in triggers]
