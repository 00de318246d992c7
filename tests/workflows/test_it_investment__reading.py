"""Who reads what of an IT investment: every role, every state, every field, against a table written from the rules.

The rules: a ministry reads its own; the centre what is endorsed; who is asked, and the council's members once it is on
their agenda, the fields named for them; planned prices and vulnerabilities only by named roles; an auditor everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

import pytest
from shipped_definition import shipped

from govflow.domain.reading_policy import (
    NOTHING,
    Access,
    Asked,
    Policy,
    Post,
    Reader,
    Standing,
    access,
)
from govflow.workflow.definition import Definition
from govflow.workflow.ways import unopened_states

Rule = Callable[[Policy, Reader, Standing], Access]

MINISTRY_ROLES = {
    *("pmo_clerk", "pjmo", "pmo_head", "ministry_cio", "deputy_cio", "ciso", "accounts", "executive_adviser"),
}
CENTRAL_ROLES = {"secretariat", "amb", "cio_adviser", "technology_committee", "government_cio"}
OTHERS = {"auditor", "administrator", "council_chair"}
NAMED_ROLES = {
    "planned_price": {"pmo_clerk", "pjmo", "pmo_head", "accounts"},
    "vulnerabilities": {"pmo_clerk", "pjmo", "pmo_head", "ciso", "executive_adviser", "cio_adviser"},
}
FOR_COORDINATION = {
    *("title", "title_en", "ministry", "fiscal_year", "kind", "amount", "purpose", "outline", "users"),
    *("schedule", "system_id", "affected_ministries"),
}
FOR_THE_COUNCIL = {
    *("title", "title_en", "ministry", "fiscal_year", "kind", "amount", "previous_amount", "start_year"),
    *("end_year", "legal_basis", "problem", "purpose", "outline", "options", "users", "kpis", "schedule"),
    *("procurement", "risks", "affected_ministries", "standards_concerned", "marks"),
}
BEFORE_ENDORSEMENT = {"draft", "pmo_check", "ministry_review", "discarded", "not_put_forward"}
BEFORE_THE_AGENDA = {"intake", "coordination", "agenda_ready", "merged"}
OWN, OTHER = "mof", "mhlw"


class Case(NamedTuple):
    """A reader with one role, and the state that a proposal has come to by the straight way."""

    role: str
    ministry: str
    asked: bool
    seated: bool
    state: str


def may_read(case: Case, field: str) -> bool:
    """The rules, said plainly."""
    named = field not in NAMED_ROLES or case.role in NAMED_ROLES[field]
    if case.role == "auditor":
        return True
    if case.role in MINISTRY_ROLES | {"council_chair"} and case.ministry == OWN and named:
        return True
    endorsed = case.state not in BEFORE_ENDORSEMENT
    if case.role in CENTRAL_ROLES and endorsed and named:
        return True
    placed = endorsed and case.state not in BEFORE_THE_AGENDA
    return (case.asked and field in FOR_COORDINATION) or (case.seated and placed and field in FOR_THE_COUNCIL)


def cases(definition: Definition) -> Iterator[Case]:
    for role, ministry, asked, seated, state in product(
        sorted(MINISTRY_ROLES | CENTRAL_ROLES | OTHERS),
        (OWN, OTHER),
        (False, True),
        (False, True),
        definition.states,
    ):
        yield Case(role, ministry, asked, seated, state)


def granted(definition: Definition, case: Case, *, rule: Rule = access) -> Access:
    """What the policy of the definition comes to."""
    bodies = frozenset({"cio_council"} if case.seated else ())
    post = Post(case.role, frozenset({case.ministry}))
    reader = Reader("somebody", (post,), bodies, everything=case.role == "auditor")
    central = case.role in CENTRAL_ROLES
    asked = (Asked(case.role, None if central else case.ministry),) if case.asked else ()
    return rule(definition.policy, reader, standing(definition, case.state, asked))


def standing(definition: Definition, state: str, asked: tuple[Asked, ...]) -> Standing:
    if state in BEFORE_ENDORSEMENT:
        return Standing(OWN, 0, None, asked)
    reached = "centre" if state in BEFORE_THE_AGENDA else "council"
    return Standing(OWN, definition.policy.place_of(reached), 1, asked)


def wrong(definition: Definition, *, rule: Rule = access) -> list[tuple[Case, str]]:
    return [
        (case, field)
        for case in cases(definition)
        for open_fields in [granted(definition, case, rule=rule).fields]
        for field in definition.fields
        if (field in open_fields) is not may_read(case, field)
    ]


@pytest.fixture(scope="module")
def definition() -> Definition:
    return shipped("it_investment")


def test_every_role_reads_in_every_state_exactly_the_fields_that_the_rules_give_it(
    definition: Definition,
) -> None:
    assert {role.name for role in definition.roles.values() if role.held} == MINISTRY_ROLES | CENTRAL_ROLES
    assert wrong(definition) == []


DOCTORED: dict[str, Rule] = {
    "reads everything": lambda policy, reader, at: access(policy, reader._replace(everything=True), at),
    "reads nothing": lambda policy, reader, at: NOTHING,
    "restricts nothing": lambda policy, reader, at: access(policy._replace(restricted={}), reader, at),
    "opens at once": lambda policy, reader, at: access(policy._replace(stated=False), reader, at),
    "forgets the asked": lambda policy, reader, at: access(policy, reader, at._replace(asked=())),
}


@pytest.mark.parametrize("rule", DOCTORED.values(), ids=DOCTORED)
def test_a_doctored_rule_is_found_out(definition: Definition, rule: Rule) -> None:
    assert wrong(definition, rule=rule)


def test_the_states_before_endorsement_are_those_that_have_not_opened(definition: Definition) -> None:
    """The table above says so by hand; the ways of the definition say the same."""
    unopened = unopened_states(definition, definition.policy.place_of("centre"))
    assert unopened - {"withdrawn"} == BEFORE_ENDORSEMENT


def test_whoever_acts_in_a_state_reads_the_proposal_there(definition: Definition) -> None:
    for transition in definition.transitions:
        for role in (definition.roles[name] for name in transition.roles if definition.roles[name].held):
            case = Case(role.name, OWN, asked=False, seated=False, state=transition.source)
            assert granted(definition, case).whole, (transition.trigger, transition.source, role.name)
