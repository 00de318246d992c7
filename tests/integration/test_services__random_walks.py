"""Whatever anybody tries, in any order: the state moves only along the definition and the record holds after it."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import government_fixtures
import pytest
from government import COUNCIL, Government
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from small_organisation import CENTRE, POSTS

import govflow
from govflow.domain.history import Subject, chain_problems
from govflow.errors import GovflowError
from govflow.workflow.definition import Transition

DEFINITION = govflow.show_workflow("it_investment")
PERSONS = [*(f"{ministry}_{post}" for ministry in ("mof", "mic") for post in POSTS), *CENTRE, "both"]
ANSWERS = [f"{step.name}.{answer}" for step in DEFINITION.steps.values() for answer in step.answers]
GIVEN: dict[str, Any] = {
    **COUNCIL,
    "part": "consent",
    "amount": 90_000_000,
    "fiscal_year": 2026,
    "executed": 1,
    "chair_consent": "4月10日",
    "kpi_results": "達成",
    "usage": "九割",
    "satisfaction": "良好",
    "savings": 0,
}
CONCURRENT = [
    {"person": "both", "office": office, "concurrent": True, "from": "2025-04-01"}
    for office in ("mof.clerk", "mof.pmo", "mof.cio", "cas.secretariat", "cas.amb")
]
"""One person in offices that must never meet on one proposal."""

NOBODY = "nobody"
FIRED = {
    one.trigger: (DEFINITION.roles[one.roles[0]], one.occasion)
    for one in DEFINITION.transitions
    if one.occasion
}
"""What no person does, by its trigger: in which role, and on what occasion."""


def _leads_on(transition: Transition) -> bool:
    order = list(DEFINITION.states)
    onward = order.index(transition.target) >= order.index(transition.source)
    return onward and not DEFINITION.states[transition.target].end


class Walk(RuleBasedStateMachine):
    """Random persons try random acts on one proposal; a model says only what must never happen."""

    founded: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="govflow-walk-"))
        shutil.copy2(self.founded, self.folder / "store.db")
        self.cabinet = Government(str(self.folder / "store.db"), self.folder)
        self.cabinet.organise(persons=["both"], appointments=CONCURRENT, accounts={})
        self.other = self.cabinet.draft(ministry="mic")
        self.reference = self.cabinet.draft(affected_ministries=["mic"])
        self.state, self.entries = "draft", 1

    def teardown(self) -> None:
        self.cabinet.close()
        shutil.rmtree(self.folder)

    @rule(person=st.sampled_from(PERSONS), trigger=st.sampled_from([*DEFINITION.triggers, *ANSWERS]))
    def somebody_tries_something(self, person: str, trigger: str) -> None:
        self._try(person, trigger)

    @rule(trigger=st.sampled_from([*FIRED]))
    def something_happens_that_nobody_does(self, trigger: str) -> None:
        self._try(NOBODY, trigger)

    @rule(chance=st.randoms(use_true_random=False))
    def somebody_who_may_goes_on(self, chance: Random) -> None:
        """Most random acts are refused; this one goes on where it can, neither back nor to an end."""
        answer = govflow.why(self.cabinet.onlooker, self.reference)
        possible = [(w["person"], name) for s in answer.open_steps for w in s["who"] for name in s["answers"]]
        for transition in filter(_leads_on, DEFINITION.transitions_from(self.state)):
            who = (w["person"] for p in answer.possible if p.trigger == transition.trigger for w in p.who)
            possible += ((person, transition.trigger) for person in who)
            possible += [(NOBODY, transition.trigger)] if transition.occasion else []
        chance.shuffle(possible)
        self.cabinet.moment += timedelta(days=chance.choice([0, 0, 1, 30]))
        for person, trigger in possible:
            if self._try(person, trigger):
                break

    def _try(self, person: str, trigger: str) -> bool:
        """Whether it was done; a refusal must not have moved anything, which the invariants see."""
        given = self._given(trigger)
        try:
            if person == NOBODY:
                (role, occasion), given = FIRED[trigger], {**given, "note": "理由"}
                receipt = self.cabinet.fire(self.reference, occasion, body=role.body, **given)
            else:
                receipt = self.cabinet.act(person, trigger, self.reference, note="理由", **given)
        except GovflowError:
            return False
        allowed = {t.target for t in DEFINITION.transitions_from(self.state) if t.trigger == trigger}
        assert receipt.state in (allowed or {self.state})
        self.state, self.entries = receipt.state, self.entries + 1
        return True

    def _given(self, trigger: str) -> dict[str, Any]:
        """Everything that an act of that name may need."""
        step, _, name = trigger.rpartition(".")
        if step:
            answer = DEFINITION.steps[step].answers[name]
            wanted = {*answer.takes}
        else:
            wanted = {value for t in DEFINITION.transitions if t.trigger == trigger for value in t.takes}
        given: dict[str, Any] = {**GIVEN, "into": self.other}
        return {value: given[value] for value in wanted if value in given}

    @invariant()
    def the_proposal_stands_where_its_acts_led(self) -> None:
        shown = self.cabinet.shown(self.reference)
        assert (shown.state, shown.version) == (self.state, self.entries)

    @invariant()
    def the_record_holds(self) -> None:
        assert self.cabinet.problems() == []
        with self.cabinet.session.store.reading() as work:
            entries = work.history.entries(Subject("proposal", self.reference))
            assert chain_problems(entries) == []
            assert len(entries) == self.entries
            assert work.tallies.states() == work.tallies.recomputed()

    @invariant()
    def nobody_handled_for_the_centre_what_the_same_person_put_forward(self) -> None:
        put_forward: set[str] = set()
        with self.cabinet.session.store.reading() as work:
            for row in work.history.trail(Subject("proposal", self.reference)):
                if (row.from_state, row.trigger) in {("intake", "accept"), *CENTRAL}:
                    assert row.person not in put_forward, row
                if {row.trigger, f"{row.from_state}.{row.trigger}"} & PUTTING_FORWARD:
                    put_forward.add(row.person or "")


PUTTING_FORWARD = {"open", "revise", "submit", "pmo_check.accept", "endorse"}
CENTRAL = {
    (transition.source, transition.trigger)
    for transition in DEFINITION.transitions
    if transition.source in ("intake", "agenda_ready", "on_agenda", "deliberation", "gcio_decision")
    and transition.trigger != "withdraw"
}


@pytest.fixture
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return government_fixtures.founded(tmp_path_factory.getbasetemp())


def test_random_walks_never_leave_the_definition(founded: Path) -> None:
    Walk.founded = founded
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=12,
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
