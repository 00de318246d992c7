"""Deny by default: what each role may do in each state of a shipped definition is what the matrix says, no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from government import ROUTE, Government
from small_organisation import CENTRE, POSTS

import govflow
from govflow.errors import BadInput, NotAuthorised, Refused
from govflow.resources import bundled

INVESTMENT = govflow.show_workflow("it_investment")
TOWN = govflow.show_workflow("town_purchase")
STATES = [*ROUTE, "suspended", *(state.name for state in INVESTMENT.states.values() if state.end)]

HELD = [role.name for role in INVESTMENT.roles.values() if role.held]
"""The roles that offices hold: in the others nobody acts."""

PERSON: dict[str, Any] = {role: f"mof_{post}" for post, role in POSTS.items()} | {
    role: post for post, role in CENTRE.items()
}


def ended(cabinet: Government, state: str, person: str, trigger: str) -> str:
    reference = cabinet.proposal(until=state)
    note = "" if trigger == "discard" else "理由"
    cabinet.act(person, trigger, reference, note=note)
    return reference


def lapsed(cabinet: Government) -> str:
    reference = cabinet.proposal(until="approved")
    cabinet.on("2026-04-01").act("secretariat", "lapse", reference)
    return reference


def merged(cabinet: Government) -> str:
    other, reference = cabinet.draft(ministry="mic"), cabinet.proposal(until="coordination")
    cabinet.act("amb", "duplicate_check.merge", reference, into=other)
    cabinet.act("mic_cio", "merge_agreement.agree", reference)
    cabinet.act("mof_cio", "merge", reference)
    return reference


def applied(cabinet: Government) -> str:
    decided = cabinet.proposal(until="approved")
    linked = govflow.change(cabinet.person("mof_clerk"), decided, values={"amount": 120_000_000}).reference
    cabinet.lead(linked, "applied")
    return linked


ENDS: dict[str, Callable[[Government], str]] = {
    "discarded": lambda c: ended(c, "draft", "mof_clerk", "discard"),
    "not_put_forward": lambda c: ended(c, "ministry_review", "mof_cio", "decline"),
    "withdrawn": lambda c: ended(c, "draft", "mof_pmo", "withdraw"),
    "rejected": lambda c: ended(c, "gcio_decision", "gcio", "reject"),
    "terminated": lambda c: ended(c, "executing", "gcio", "terminate"),
    "suspended": lambda c: ended(c, "executing", "gcio", "suspend"),
    "lapsed": lapsed,
    "merged": merged,
    "applied": applied,
    "closed": lambda c: c.proposal(until="closed"),
}
"""How a proposal comes into the states that do not lie on the straight way."""


def may(cabinet: Government, person: str, trigger: str, reference: str) -> bool:
    """Whether authority alone would let a person do it; rules and values may still be missing."""
    try:
        cabinet.act(person, trigger, reference, dry_run=True)
    except NotAuthorised:
        return False
    except Refused as refused:
        return refused.code not in (
            "acts.no_such_trigger",
            "acts.not_by_hand_body",
            "acts.not_by_hand_itself",
        )
    except BadInput:
        return True
    return True


def test_every_state_of_the_definition_is_reached_here() -> None:
    assert set(STATES) == set(INVESTMENT.states)


@pytest.mark.parametrize("state", STATES)
def test_in_each_state_each_role_may_do_what_the_matrix_says_and_nothing_else(
    cabinet: Government, state: str
) -> None:
    reference = ENDS[state](cabinet) if state in ENDS else cabinet.proposal(until=state)
    assert cabinet.state(reference) == state
    matrix = govflow.workflow_matrix("it_investment")
    for role in HELD:
        allowed = {
            trigger for trigger in INVESTMENT.triggers if may(cabinet, PERSON[role], trigger, reference)
        }
        assert allowed == set(matrix.cell(state, role).triggers), role


@pytest.mark.parametrize("state", ["ministry_review", "coordination", "budgeted"])
def test_each_step_is_answered_by_its_role_alone(cabinet: Government, state: str) -> None:
    asking = {"standards_concerned": True, "affected_ministries": ["mic"]} if state == "coordination" else {}
    reference = cabinet.proposal(until=state, **asking)
    matrix = govflow.workflow_matrix("it_investment")
    still_open = {step["name"] for step in cabinet.shown(reference).steps if step["state"] == "open"}
    asked = {name for name in still_open if not INVESTMENT.steps[name].lasting}
    for role in HELD:
        person = "mic_cio" if role == "ministry_cio" and state == "coordination" else PERSON[role]
        allowed = {
            name
            for name in asked
            if may(cabinet, person, f"{name}.{next(iter(INVESTMENT.steps[name].answers))}", reference)
        }
        assert allowed == set(matrix.cell(state, role).steps) & asked, role


def test_the_administrator_may_do_nothing_on_a_proposal(cabinet: Government) -> None:
    for state in ROUTE:
        reference = cabinet.proposal(until=state)
        assert not any(may(cabinet, "admin", trigger, reference) for trigger in INVESTMENT.triggers)


def test_in_the_town_each_office_may_do_what_the_matrix_says(cabinet: Government) -> None:
    url = str(cabinet.folder / "town.db")
    clock = cabinet.session.clock
    govflow.create(url, organisation=bundled("examples") / "town.yaml", demonstration=True, clock=clock)
    holders = {"mayor": "marui.hajime", "town_clerk": "sankaku.nana", "town_accountant": "shikaku.yuki"}
    offices = {"mayor": "mayor", "town_clerk": "general.clerk", "town_accountant": "accountant.deputy"}
    matrix = govflow.workflow_matrix("town_purchase")
    with govflow.open(url, person="sankaku.nana", clock=clock) as session:
        content = {"title": "机", "ministry": "maruyama", "fiscal_year": 2025, "amount": 1}
        reference = govflow.submit(session, content, key="k").reference
        for role in TOWN.roles:
            acting = session.acting_as(holders[role], office=offices[role])
            allowed = set()
            for trigger in TOWN.triggers:
                try:
                    govflow.act(acting, govflow.Act(reference, trigger), dry_run=True)
                    allowed.add(trigger)
                except NotAuthorised:
                    continue
                except Refused:
                    allowed.add(trigger)
            assert allowed == set(matrix.cell("draft", role).triggers), role
