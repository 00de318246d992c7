"""The kernel says whether an act may happen, in which capacity, or every reason why not; asking changes nothing."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_definition import SAMPLE, sample, spoiled

from govflow.domain.authority import Capacity, Via
from govflow.domain.facts import Facts
from govflow.domain.step import STEP_MOVES, StepState
from govflow.workflow import engine
from govflow.workflow.engine import Blocked, Kernel, Moved, kernel_of, step_after
from govflow.workflow.guard import Guard
from govflow.workflow.guards import REGISTRY

DEFINITION = sample()
CLERK, HEAD, CENTRE = (
    Capacity("office.clerk", "clerk"),
    Capacity("office.head", "head"),
    Capacity("hq", "centre"),
)
AGREED = {"subject": "", "state": "answered", "answer": "agree", "agrees": True, "due_on": None}


def facts(**values: Any) -> Facts:
    return Facts.of({"actor": {"person": "kono"}, "today": "2026-05-01", **values})


def test_an_act_by_the_right_role_with_every_guard_met_moves() -> None:
    moved = Kernel(DEFINITION).attempt("submit", state="draft", facts=facts(amount=5), capacities=[CLERK])
    assert isinstance(moved, Moved)
    assert (moved.transition.source, moved.transition.target) == ("draft", "review")
    assert moved.capacity is CLERK


def test_an_act_that_moves_nothing_happens_in_its_state() -> None:
    moved = Kernel(DEFINITION).attempt("remark", state="review", facts=facts(), capacities=[CLERK])
    assert isinstance(moved, Moved)
    assert (moved.transition.source, moved.transition.target) == ("review", "review")


def test_the_first_fitting_capacity_is_the_one_acted_in() -> None:
    substitute = Capacity("office.deputy", "head", Via.SUBSTITUTION, "office.head")
    moved = Kernel(DEFINITION).attempt(
        "return", state="review", facts=facts(), capacities=[CLERK, substitute, HEAD]
    )
    assert isinstance(moved, Moved)
    assert moved.capacity is substitute


def test_a_missing_role_hides_no_reason_and_no_reason_hides_another() -> None:
    done = {"draft.submit": ["kono"]}
    blocked = Kernel(DEFINITION).attempt(
        "decide", state="review", facts=facts(done=done, payload={"amount": 1}), capacities=[CLERK]
    )
    assert isinstance(blocked, Blocked)
    [tried] = blocked.tried
    assert tried.role_missing
    assert [reason.code for reason in tried.reasons] == [
        "guard.not_concurred",
        "guard.same_person",
        "guard.record_without_amount",
    ]


def test_with_the_role_the_reasons_are_the_guards_alone() -> None:
    blocked = Kernel(DEFINITION).attempt(
        "submit", state="draft", facts=facts(amount=None), capacities=[CLERK]
    )
    assert isinstance(blocked, Blocked)
    [tried] = blocked.tried
    assert not tried.role_missing
    assert [reason.code for reason in tried.reasons] == ["guard.amount_not_stated"]


def test_nobody_may_do_anything_without_a_capacity() -> None:
    kernel = Kernel(DEFINITION)
    for transition in DEFINITION.transitions:
        answer = kernel.attempt(transition.trigger, state=transition.source, facts=facts(), capacities=[])
        assert isinstance(answer, Blocked)
        assert all(tried.role_missing for tried in answer.tried)


@pytest.mark.parametrize(
    ("trigger", "state"),
    [
        ("decide", "draft"),
        ("submit", "done"),
        ("no_such", "draft"),
        ("submit", "no_such"),
        ("to_done", "draft"),
    ],
)
def test_a_trigger_that_the_state_does_not_know_is_blocked_without_trial(trigger: str, state: str) -> None:
    answer = Kernel(DEFINITION).attempt(trigger, state=state, facts=facts(amount=1), capacities=[CLERK, HEAD])
    assert answer == Blocked(())


COMPETING = spoiled(
    "  - {trigger: submit, from: draft, to: review, roles: [clerk], guards: [amount_stated]}\n",
    "  - {trigger: submit, from: draft, to: done, roles: [clerk], guards: [{amount_at_most: 10}]}\n"
    "  - {trigger: submit, from: draft, to: review, roles: [clerk], guards: [{amount_at_most: 100}]}\n"
    "  - {trigger: submit, from: draft, roles: [head]}\n",
)


@pytest.mark.parametrize(
    ("amount", "capacities", "target"),
    [(10, [CLERK], "done"), (11, [CLERK], "review"), (10, [HEAD], "draft"), (500, [CLERK, HEAD], "draft")],
)
def test_competing_transitions_are_tried_in_file_order(
    amount: int, capacities: list[Capacity], target: str
) -> None:
    kernel = kernel_of(sample(COMPETING))
    moved = kernel.attempt("submit", state="draft", facts=facts(amount=amount), capacities=capacities)
    assert isinstance(moved, Moved)
    assert moved.transition.target == target


def test_when_none_fits_every_trial_is_told_in_order() -> None:
    kernel = kernel_of(sample(COMPETING))
    blocked = kernel.attempt("submit", state="draft", facts=facts(amount=500), capacities=[CLERK])
    assert isinstance(blocked, Blocked)
    assert [(tried.transition.target, tried.role_missing, len(tried.reasons)) for tried in blocked.tried] == [
        ("done", False, 1),
        ("review", False, 1),
        ("draft", True, 0),
    ]


@settings(max_examples=60, deadline=None)
@given(
    trigger=st.sampled_from(sorted(DEFINITION.triggers)),
    state=st.sampled_from(sorted(DEFINITION.states)),
    held=st.lists(st.sampled_from([CLERK, HEAD, CENTRE])),
    amount=st.none() | st.integers(0, 5),
    agreed=st.booleans(),
)
def test_an_act_happens_exactly_when_a_transition_has_role_and_guards(
    trigger: str, state: str, held: list[Capacity], amount: int | None, agreed: bool
) -> None:
    values = {"amount": amount, "steps": {"opinion": [AGREED] if agreed else []}}
    kernel = kernel_of(DEFINITION)
    answer = kernel.attempt(trigger, state=state, facts=facts(**values), capacities=held)
    roles = {capacity.role for capacity in held}
    possible = [
        t
        for t in DEFINITION.transitions
        if (t.trigger, t.source) == (trigger, state)
        and roles & set(t.roles)
        and not kernel.reasons(t.guards, facts(**values))
    ]
    if possible:
        assert isinstance(answer, Moved)
        assert answer.transition == possible[0]
    else:
        assert isinstance(answer, Blocked)


def test_prospects_tell_for_every_transition_what_it_still_needs() -> None:
    found = Kernel(DEFINITION).prospects("review", Facts.of({"actor": {"person": None}}))
    assert [(p.transition.trigger, [need.code for need in p.needs]) for p in found] == [
        ("return", []),
        ("remark", []),
        ("decide", ["guard.not_concurred"]),
    ]
    assert Kernel(DEFINITION).prospects("done", facts()) == ()


def test_reasons_serve_the_guards_of_steps_too() -> None:
    step = DEFINITION.steps["condition"]
    [reason] = Kernel(DEFINITION).reasons(step.guards, facts(done={"submit": ["kono"]}))
    assert reason.code == "guard.same_person"


def test_a_guards_exception_comes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a guard that breaks")

    monkeypatch.setitem(REGISTRY, "amount_stated", Guard("amount_stated", broken))
    with pytest.raises(ZeroDivisionError, match="a guard that breaks"):
        Kernel(DEFINITION).attempt("submit", state="draft", facts=facts(), capacities=[CLERK])


def test_no_trigger_exists_that_the_file_does_not_name() -> None:
    machine = Kernel(DEFINITION)._machine
    assert set(machine.events) == set(DEFINITION.triggers)
    assert machine.models == []
    assert not machine.has_queue


@pytest.mark.parametrize("trigger", ["state", "trigger", "place", "initial", "model"])
def test_any_plain_name_serves_as_a_trigger(trigger: str) -> None:
    kernel = kernel_of(sample(SAMPLE.replace("remark", trigger)))
    assert isinstance(kernel.attempt(trigger, state="draft", facts=facts(), capacities=[CLERK]), Moved)


def test_kernels_are_kept_by_digest_and_bounded() -> None:
    first = kernel_of(DEFINITION)
    assert kernel_of(sample()) is first
    for number in range(engine.KERNELS_KEPT + 3):
        kernel_of(sample(SAMPLE.replace("version: 1", f"version: {number + 2}")))
    assert len(engine._kernels) == engine.KERNELS_KEPT
    assert kernel_of(DEFINITION) is not first


def test_threads_share_a_kernel_without_mixing_their_answers() -> None:
    kernel = kernel_of(DEFINITION)

    def ask(number: int) -> bool:
        amount = number if number % 2 else None
        answer = kernel.attempt("submit", state="draft", facts=facts(amount=amount), capacities=[CLERK])
        return isinstance(answer, Moved) == bool(number % 2)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(800)))


def test_the_machine_stays_quiet(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        Kernel(DEFINITION).attempt("submit", state="draft", facts=facts(amount=1), capacities=[CLERK])
    assert caplog.records == []


@pytest.mark.parametrize("state", list(StepState))
@pytest.mark.parametrize("trigger", ["answer", "close_unanswered", "cancel", "reopen"])
def test_a_step_moves_exactly_by_its_table(trigger: str, state: StepState) -> None:
    expected = {(move.trigger, move.source): move.target for move in STEP_MOVES}
    assert step_after(trigger, state) == expected.get((trigger, state))
