"""A replay answers of every act of every shipped workflow what the kernel answers, and for the same reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from ready_proposal import READY
from shipped_definition import FIRST_VERSION, shipped

from govflow.domain.authority import Capacity
from govflow.domain.facts import Facts
from govflow.resources import workflow_files
from govflow.workflow.engine import Blocked, Kernel, Moved, kernel_of, replayed

NAMES = [*workflow_files(), FIRST_VERSION]
FACTS: list[Mapping[str, Any]] = [{}, READY]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("known", FACTS, ids=["nothing known", "ready"])
def test_every_transition_is_answered_alike(name: str, known: Mapping[str, Any]) -> None:
    definition, answers = shipped(name), set()
    kernel = Kernel(
        definition
    )  # one of its own: those that are kept may be of the same content in another file
    for way in definition.transitions:
        for role in [*definition.roles, "nobody's"]:
            asked = {"state": way.source, "capacities": [Capacity("office", role)]}
            facts = Facts.of({"today": "2026-05-01", **known, "actor": {"person": "somebody"}})
            found = kernel.attempt(way.trigger, facts=facts, **asked)
            read = Facts.recorded(facts.read_so_far)
            assert found == replayed(definition, way.trigger, facts=facts, **asked)
            assert found == replayed(definition, way.trigger, facts=read, **asked)
            answers.add(type(found))
    assert answers == {Moved, Blocked}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_state_does_not_know_is_blocked_for_no_reason(name: str) -> None:
    definition = shipped(name)
    for trigger, state in (("submit", "nowhere"), ("no_such_act", definition.initial)):
        asked = {"state": state, "facts": Facts.of({}), "capacities": [Capacity("office", "role")]}
        assert kernel_of(definition).attempt(trigger, **asked) == Blocked(())
        assert replayed(definition, trigger, **asked) == Blocked(())
