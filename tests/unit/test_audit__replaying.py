"""An entry replayed with nothing but the facts it recorded leads where it says, by whom it may, or is a finding."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sample_council import COUNCIL
from sample_definition import SAMPLE, sample
from sample_entry import entry

from govflow.domain.history import Entry
from govflow.services.audit import replaying
from govflow.services.audit.replaying import Replays, entry_problems
from govflow.workflow.definition import Definition
from govflow.workflow.resolved import content_of
from govflow.workflow.resolved import definition_of as definition_in

DEFINITIONS = {"paper": sample(SAMPLE), "motion": sample(COUNCIL)}
REFUSED, DIFFERS, BY_OTHER = "audit.replay_refused", "audit.replay_differs", "audit.replay_by_other"

BY_NOBODY = {"actor_kind": "system", "person": None, "office": None, "via": None, "cause": "ballot B1"}
PASSED = {
    "trigger": "pass",
    "from_state": "debate",
    "to_state": "passed",
    "role": "council",
    "definition": "motion",
}
STATED = {"amount": 5, "done.carry_out": []}
ANSWER = {"trigger": "met", "step": "condition", "from_state": "done", "to_state": "done", "role": "centre"}
NOT_MINE = {"actor.person": "haru", "done.submit": ["natsu"]}
SUBMITTED = {"facts": {"amount": 5}}


def definition_of(digest: str) -> Definition:
    return DEFINITIONS[digest]


def found(said: dict[str, Any], **other: Any) -> list[str]:
    return [problem.code for problem in entry_problems(definition_of, told(said, **other))]


def told(said: dict[str, Any], **other: Any) -> Entry:
    return entry(3, **{"definition": "paper", **said, **other})


def test_an_act_leads_where_its_transition_does() -> None:
    assert found(SUBMITTED) == []
    assert found(SUBMITTED, to_state="done") == [DIFFERS]


def test_an_act_from_a_state_that_does_not_know_it_is_refused() -> None:
    assert found(SUBMITTED, from_state="done") == [REFUSED]
    assert found(SUBMITTED, from_state=None) == [REFUSED]


def test_an_act_whose_recorded_facts_meet_no_guard_is_refused_with_the_reasons() -> None:
    (problem,) = entry_problems(definition_of, told({}, facts={}))
    assert problem.code == REFUSED
    assert (problem.params["reference"], problem.params["seq"], problem.params["trigger"]) == (
        "MOF-2025-0001",
        3,
        "submit",
    )
    (reason,) = problem.params["reasons"]
    assert reason.code == "guard.amount_not_stated"


def test_an_act_in_a_role_that_may_not_is_refused() -> None:
    assert found(SUBMITTED, role="head") == [REFUSED]


def test_an_act_of_a_person_is_none_of_the_system() -> None:
    assert found(SUBMITTED, **BY_NOBODY) == [BY_OTHER]


def test_a_body_moves_a_proposal_by_nobodys_hand_and_for_a_cause() -> None:
    assert found(PASSED, facts=STATED, **BY_NOBODY) == []


@pytest.mark.parametrize(
    "claimed",
    [
        {"actor_kind": "person"},
        {"cause": None},
        {"cause": ""},
        {"person": "haru"},
        {"office": "mof.clerk"},
        {"via": "own"},
        {"on_behalf_of": "mof.cio"},
    ],
)
def test_what_a_body_decided_was_done_by_no_person_in_any_office(claimed: dict[str, Any]) -> None:
    assert found(PASSED, facts=STATED, **{**BY_NOBODY, **claimed}) == [BY_OTHER]


def test_opening_leads_to_where_the_workflow_begins() -> None:
    opened = {"trigger": "open", "from_state": None, "to_state": "draft"}
    assert found(opened) == []
    assert found(opened, to_state="review") == [DIFFERS]


@pytest.mark.parametrize("trigger", ["revise", "correct"])
def test_revising_and_correcting_move_nothing(trigger: str) -> None:
    assert found({"trigger": trigger, "from_state": "review", "to_state": "review"}) == []
    assert found({"trigger": trigger, "from_state": "review", "to_state": "draft"}) == [DIFFERS]


@pytest.mark.parametrize("trigger", ["escalate", "reschedule"])
def test_the_system_escalates_and_reschedules_for_a_cause_and_moves_nothing(trigger: str) -> None:
    done = {"trigger": trigger, "from_state": "review", "to_state": "review", **BY_NOBODY}
    assert found(done) == []
    assert found(done, to_state="draft") == [DIFFERS]
    assert found(done, person="haru") == [BY_OTHER]
    assert found(done, cause=None, to_state="draft") == [BY_OTHER, DIFFERS]


def test_what_no_workflow_knows_is_no_act_even_if_it_moves_nothing() -> None:
    assert found({"trigger": "bless", "from_state": "review", "to_state": "review", **BY_NOBODY}) == [REFUSED]


def test_an_answer_moves_nothing_and_is_one_that_its_step_knows() -> None:
    assert found(ANSWER, facts=NOT_MINE) == []
    assert found(ANSWER, facts=NOT_MINE, to_state="draft") == [DIFFERS]
    assert found(ANSWER, facts=NOT_MINE, trigger="agree") == [DIFFERS]
    assert found(ANSWER, facts=NOT_MINE, step="blessing") == [DIFFERS]
    assert found(ANSWER, facts=NOT_MINE, step="") == [DIFFERS]


def test_an_answer_that_its_step_does_not_allow_is_refused_with_the_reasons() -> None:
    mine = {"actor.person": "haru", "done.submit": ["haru"]}
    (problem,) = entry_problems(definition_of, told(ANSWER, facts=mine))
    assert problem.code == REFUSED
    assert [reason.code for reason in problem.params["reasons"]] == ["guard.same_person"]


@pytest.mark.parametrize(
    "other",
    [
        {"trigger": "bless"},
        {"step": "condition"},
        {"from_state": "done"},
        {"to_state": "done"},
        {"role": "head"},
        {"definition": "motion"},
        {"facts": {}},
        BY_NOBODY,
    ],
)
def test_what_holds_once_says_nothing_of_what_tells_anything_else(other: dict[str, Any]) -> None:
    replays = Replays(definition_of)
    assert replays.problems(told(SUBMITTED)) == []
    assert replays.problems(told(SUBMITTED, subject="MOF-2025-0002", note="Again")) == []
    for _ in range(2):
        differing = told({**SUBMITTED, **other})
        assert replays.problems(differing) == entry_problems(definition_of, differing) != []


def test_the_replays_of_a_large_store_stay_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replaying, "_KEPT", 3)
    replays = Replays(definition_of)
    for amount in range(8):
        assert replays.problems(told({"facts": {"amount": amount}})) == []
    assert len(replays._holding) <= 3


def test_an_act_named_like_one_of_the_systems_is_the_workflows_where_it_has_it() -> None:
    """No file may use the name; a definition from before it was taken has its own act by it, of a person."""
    content = json.dumps(content_of(DEFINITIONS["paper"])).replace("remark", "escalate")
    earlier = definition_in(json.loads(content), source="", file="")
    done = told({"trigger": "escalate", "from_state": "review", "to_state": "review"})
    assert entry_problems(lambda digest: earlier, done) == []
