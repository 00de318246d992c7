"""Breach: what follows from the answer that a condition is broken. It is always reported; perhaps it stops the
proposal as well, where its state has a way to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from govflow.domain.condition import OnBreach, term
from govflow.domain.council.occasion import Occasion
from govflow.domain.step import Step
from govflow.messages import Notice, Title, catalogue_text, notice
from govflow.services.case import Case
from govflow.services.conditions import condition_of
from govflow.workflow.definition import Answer, Transition

OCCASIONS: Mapping[OnBreach, Occasion] = {
    OnBreach.SUSPEND: Occasion.BREACH_SUSPENDS,
    OnBreach.LAPSE: Occasion.BREACH_LAPSES,
}
"""What a breach brings about, beside its report."""


def breach_title(on_breach: OnBreach) -> Title:
    """What follows a breach, in a word."""
    return catalogue_text(f"condition.on_breach_{on_breach}")


class Breach(NamedTuple):
    """A broken condition: the step that says so, what the condition says of it, and the transition that follows; None
    where nothing but the report does."""

    step: Step
    on_breach: OnBreach
    follows: Transition | None

    @property
    def cause(self) -> str:
        """What a history entry gives as its cause."""
        return f"condition {self.step.number}"

    def told(self, case: Case) -> Notice:
        """What follows, in a sentence. A breach that should stop the proposal and cannot says so."""
        if self.follows is not None:
            target = case.definition.states[self.follows.target].title
            return notice(f"condition.breach_{self.on_breach}s", state=target)
        if self.on_breach is OnBreach.REPORT:
            return notice("condition.breach_reported")
        state = case.definition.states[case.proposal.state].title
        return notice(f"condition.breach_cannot_{self.on_breach}", state=state)


def breach_of(case: Case, step: Step, answer: Answer) -> Breach | None:
    """What follows from an answer; None where it breaks no condition."""
    condition = condition_of(case, step) if answer.breach else None
    if condition is None:
        return None
    wanted = OnBreach(term(condition, "on_breach"))
    return Breach(step, wanted, _way(case, OCCASIONS.get(wanted)))


def _way(case: Case, occasion: Occasion | None) -> Transition | None:
    """The first transition of the state on an occasion that nothing hinders."""
    if occasion is None:
        return None
    facts = case.facts(person=None, payload={})
    ways = case.definition.transitions_on(occasion, state=case.proposal.state, body=None)
    return next((way for way in ways if not case.kernel.hindrances(way, facts)), None)
