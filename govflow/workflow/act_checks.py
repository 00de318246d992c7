"""What guards check about acts: who did what before, how often, what was kept, what comes with this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from govflow.domain.deadline import end_of_fiscal_year, fiscal_year
from govflow.domain.facts import Facts
from govflow.messages import Notice, Title, notice
from govflow.workflow.content_checks import NOTHING
from govflow.workflow.definition import Definition
from govflow.workflow.reserved import OWN_ACTS


def different_person_from(facts: Facts, deeds: Sequence[str], definition: Definition) -> Notice | None:
    """The person who acts has done none of the deeds; compares persons, whatever their offices.

    A deed is a trigger, a step, `state.trigger`, `open`, `revise` or `correct`; in a file a group of `deeds` may stand
    for several. Before anybody acts (`why`) there is nothing to compare.
    """
    person = facts.read("actor", "person")
    if person is None:
        return None
    own = [deed for deed in deeds if person in (facts.read("done", deed) or ())]
    if not own:
        return None
    return notice("guard.same_person", person=person, deeds=[deed_title(deed, definition) for deed in own])


def another_agrees(facts: Facts, pairs: Mapping[str, str], definition: Definition) -> Notice | None:
    """Where the proposal of a reference is another ministry's, who acts has not answered the step as well."""
    others = [step for step, name in pairs.items() if facts.read("referred", name, "own") is False]
    return different_person_from(facts, others, definition)


def deed_title(deed: str, definition: Definition) -> Title | Notice:
    """A trigger, step, `state.trigger` or own act in words."""
    if deed in OWN_ACTS:
        return notice(f"guard.deed_{deed}")
    state, _, trigger = deed.rpartition(".")
    if state:
        title = definition.triggers[trigger]
        return notice("guard.deed_in_state", deed=title, state=definition.states[state].title)
    return definition.steps[deed].title if deed in definition.steps else definition.triggers[deed]


def recorded_by(facts: Facts, wanted: Mapping[str, Sequence[str]], definition: Definition) -> Notice | None:
    """Each record was last kept by one of the triggers named for it."""
    other = [
        name for name, triggers in wanted.items() if facts.read("records", name, "trigger") not in triggers
    ]
    needs = [_need(definition, wanted[name]) for name in other]
    return notice("guard.not_recorded", needs=needs) if other else None


def given(facts: Facts, values: Sequence[str], definition: Definition) -> Notice | None:
    """Every one of the values comes with the act."""
    missing = [name for name in values if facts.read("payload", name) in NOTHING]
    titles = [notice("guard.named", title=definition.values[name].title, name=name) for name in missing]
    return notice("guard.not_given", values=titles) if missing else None


def payload_is(
    facts: Facts, wanted: Mapping[str, Sequence[str | bool]], definition: Definition
) -> Notice | None:
    """Each value that comes with the act is one of those named for it."""
    other = [name for name, values in wanted.items() if facts.read("payload", name) not in values]
    values = [
        notice(
            "guard.must_be",
            title=definition.values[name].title,
            values=_titles(name, wanted[name], definition),
        )
        for name in other
    ]
    return notice("guard.values_differ", values=values) if other else None


def times_at_most(facts: Facts, limits: Mapping[str, int], definition: Definition) -> Notice | None:
    """Each trigger has been done at most so often until now."""
    over = [name for name, limit in limits.items() if _times(facts, name) > limit]
    counts = [_count("guard.at_most", name, facts, definition, limit=limits[name]) for name in over]
    return notice("guard.too_often", counts=counts) if over else None


def times_at_least(facts: Facts, limits: Mapping[str, int], definition: Definition) -> Notice | None:
    """Each trigger has been done at least so often until now."""
    under = [name for name, limit in limits.items() if _times(facts, name) < limit]
    counts = [_count("guard.at_least", name, facts, definition, limit=limits[name]) for name in under]
    return notice("guard.too_seldom", counts=counts) if under else None


def _times(facts: Facts, trigger: str) -> int:
    return facts.read("times", trigger) or 0


def _count(code: str, trigger: str, facts: Facts, definition: Definition, *, limit: int) -> Notice:
    return notice(code, trigger=definition.triggers[trigger], times=_times(facts, trigger), limit=limit)


def done_here(facts: Facts, triggers: Sequence[str], definition: Definition) -> Notice | None:
    """Each trigger has been done since the present state was entered."""
    missing = [name for name in triggers if not facts.read("visit", name)]
    return (
        notice("guard.not_done", needs=[_need(definition, [name]) for name in missing]) if missing else None
    )


def fiscal_year_ended(facts: Facts, record: str, definition: Definition) -> Notice | None:
    """The fiscal year of a record (its `fiscal_year`, else that of its day) is over."""
    year, day = facts.read("records", record, "fiscal_year"), facts.read("records", record, "day")
    if year is None and day is None:
        return notice("guard.nothing_recorded", record=record)
    end = end_of_fiscal_year(year if year is not None else fiscal_year(date.fromisoformat(day)))
    today = facts.read("today")
    return None if today > end.isoformat() else notice("guard.year_not_ended", end=end.isoformat())


def no_condition_owned_by(facts: Facts, roles: Sequence[str], definition: Definition) -> Notice | None:
    """No condition that comes with the act is owned by one of the roles (they are to verify it)."""
    conditions = facts.read("payload", "conditions") or ()
    held = facts.read("owner_roles") or {}
    owned = [c["text"] for c in conditions if held.get(c.get("owner"), c.get("owner")) in roles]
    titles = [definition.roles[role].title for role in roles]
    return notice("guard.owner_verifies", roles=titles, conditions=owned) if owned else None


def not_the_owner(facts: Facts, _: None, definition: Definition) -> Notice | None:
    """The person who answers about a condition does not hold the office of its owner."""
    person = facts.read("actor", "person")
    if person is None:
        return None
    return notice("guard.owner_answers", person=person) if person in (facts.read("owners") or ()) else None


def _need(definition: Definition, triggers: Sequence[str]) -> Notice:
    """One of `triggers`, and the roles that may do it."""
    roles = {role: None for t in definition.transitions if t.trigger in triggers for role in t.roles}
    return notice(
        "guard.need",
        acts=[definition.triggers[name] for name in triggers],
        roles=[definition.roles[role].title for role in roles],
    )


def _titles(name: str, wanted: Sequence[str | bool], definition: Definition) -> list[object]:
    choices = definition.values[name].choices
    return [
        notice(f"guard.flag_{str(value).lower()}") if isinstance(value, bool) else choices[value]
        for value in wanted
    ]
