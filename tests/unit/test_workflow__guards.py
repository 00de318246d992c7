"""Every guard of the registry says in both languages why it is not met, and a replay comes to the same answer."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from sample_definition import expected, problems, spoiled
from sample_guard import (
    DEFINITION,
    OPEN,
    UNANSWERED,
    asking,
    decided,
    reason,
)

from govflow.domain.facts import Facts
from govflow.messages import say
from govflow.workflow.definition import GuardUse
from govflow.workflow.guards import REGISTRY

UNMET: dict[str, tuple[Any, dict[str, Any]]] = {
    "amount_stated": (None, {}),
    "amount_at_most": (1, {"amount": 2}),
    "amount_at_least": (3, {"amount": 2}),
    "no_growth": ("previous", {"amount": 2, "content": {"previous": 1}}),
    "complete": (("title",), {}),
    "field_is": ({"kind": ("old",)}, {}),
    "within_request": (None, {"amount": 1, "payload": {"amount": 2}}),
    "amount_within": ("decision", {"records": {"decision": {"amount": 1}}, "payload": {"amount": 2}}),
    "amount_within_percent": (
        {"decision": 110},
        {"records": {"decision": {"amount": 100}}, "payload": {"amount": 111}},
    ),
    "stands": (("changes",), {"referred": {"changes": {"reference": "MOF-2025-0001", "stands": False}}}),
    "concurred": (("opinion",), {}),
    "answered": (("opinion",), {"steps": {"opinion": [UNANSWERED]}}),
    "settled": (("opinion",), {"steps": {"opinion": [OPEN]}, "today": "2026-01-01"}),
    "answer_is": ({"opinion": ("agree",)}, {}),
    "conditions_verified": ({"condition": "decision"}, {"records": decided(("encrypt", True))}),
    "no_suspending_breach": (
        {"condition": "decision"},
        {
            "records": {"decision": {"conditions": [{"text": "encrypt", "on_breach": "suspend"}]}},
            "steps": {"condition": [asking(answer="broken", agrees=False, subject="encrypt")]},
        },
    ),
    "reported": (None, {"condition": {"evidence": "a certificate"}}),
    "overdue": (None, {"condition": {"due_on": "2026-05-11"}, "today": "2026-05-11"}),
    "different_person_from": (("submit",), {"actor": {"person": "kono"}, "done": {"submit": ["kono"]}}),
    "another_agrees": (
        {"opinion": "changes"},
        {
            "actor": {"person": "kono"},
            "done": {"opinion": ["kono"]},
            "referred": {"changes": {"reference": "MOF-2025-0001", "own": False}},
        },
    ),
    "recorded_by": ({"decision": ("decide",)}, {}),
    "given": (("note",), {}),
    "payload_is": ({"way": ("met",)}, {}),
    "times_at_most": ({"submit": 0}, {"times": {"submit": 1}}),
    "times_at_least": ({"submit": 2}, {"times": {"submit": 1}}),
    "done_here": (("remark",), {}),
    "fiscal_year_ended": ("decision", {}),
    "not_the_owner": (None, {"actor": {"person": "kono"}, "owners": ["otsukawa", "kono"]}),
    "required_stated": (None, {"content": {"title": "ledger"}}),
    "returned_from": ({"decision": ("review",)}, {"records": {"decision": {"state": "draft"}}}),
    "unchanged_since": ({"decision": ("title",)}, {"changed": {"decision": ["title"]}}),
    "issues_answered": (("decision",), {"records": {"decision": {"issues": [{"text": "say why"}]}}}),
    "no_condition_owned_by": (("head",), {"payload": {"conditions": [{"text": "x", "owner": "head"}]}}),
}


def test_every_guard_of_the_registry_is_tried_here() -> None:
    assert set(UNMET) == set(REGISTRY)


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_an_unmet_guard_says_so_in_both_languages(name: str) -> None:
    parameter, facts = UNMET[name]
    why = reason(name, parameter, **facts)
    assert why is not None
    for lang in ("ja", "en"):
        sentence = say(why, lang)
        assert sentence
        assert "Notice(" not in sentence
        assert "Title(" not in sentence
    assert say(why, "ja") != say(why, "en")


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_what_a_guard_read_is_enough_to_decide_again(name: str) -> None:
    """A replay is given only the recorded facts; it comes to the same answer."""
    parameter, values = UNMET[name]
    facts = Facts.of(values)
    first = REGISTRY[name].check(facts, parameter, DEFINITION)
    again = REGISTRY[name].check(Facts.recorded(facts.read_so_far), parameter, DEFINITION)
    assert again == first


def test_a_guard_names_everything_in_its_parameter() -> None:
    use = GuardUse("recorded_by", {"decision": ("decide", "remark")}, DEFINITION.states["done"].place)
    mentions = [(m.kind, m.name) for m in REGISTRY[use.name].mentions(use.parameter)]
    assert mentions == [("records", "decision"), ("triggers", "decide"), ("triggers", "remark")]


@pytest.mark.parametrize(
    ("name", "parameter", "named"),
    [
        ("amount_stated", None, []),
        ("amount_at_most", 5, []),
        ("no_growth", "previous", [("fields", "previous", ("previous",))]),
        ("done_here", ("remark",), [("triggers", "remark", ("remark",))]),
        ("times_at_most", {"remark": 2}, [("triggers", "remark", ("remark",))]),
        (
            "field_is",
            {"urgent": (True, False), "kind": ("old",)},
            [
                ("fields", "urgent", ("urgent",)),
                ("field choices", "urgent.true", ("urgent", "true")),
                ("field choices", "urgent.false", ("urgent", "false")),
                ("fields", "kind", ("kind",)),
                ("field choices", "kind.old", ("kind", "old")),
            ],
        ),
        (
            "conditions_verified",
            {"condition": "decision"},
            [("steps", "condition", ("condition",)), ("records", "decision", ("condition", "decision"))],
        ),
    ],
)
def test_a_name_is_called_as_it_is_written_and_found_where_it_stands(
    name: str, parameter: Any, named: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert [tuple(mention) for mention in REGISTRY[name].mentions(parameter)] == named


@pytest.mark.parametrize("written", ["¦5", "¦Not a name", "[old, ¦'not a name', ¦6]", "[¦{a: b}, old]"])
def test_a_choice_is_a_plain_name_or_a_flag_and_anything_else_is_told_where_it_stands(written: str) -> None:
    guard = f"guards: [{{field_is: {{kind: {written}}}}}]"
    text, places = expected(spoiled("guards: [amount_stated]", guard))
    found = [(line, column) for line, column, code in problems(text) if code == "workflow.not_a_choice"]
    assert found == places


def test_a_guard_of_the_registry_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(REGISTRY["amount_stated"], "check", None)  # noqa: B010 (an assignment would not be typed)
