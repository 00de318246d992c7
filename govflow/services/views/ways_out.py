"""Ways out: how an answer that stands in an act's way is changed, or how the proposal goes back to be changed.

All of it follows from the definition: which steps the unmet guards name, which answers would do, and which acts lead
from the state to where it can be reached anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govflow.domain.step import Step, StepState
from govflow.messages import Notice, notice
from govflow.services.acting.answering import candidates_for
from govflow.services.case import Case
from govflow.workflow.definition import Definition, GuardUse
from govflow.workflow.engine import Prospect
from govflow.workflow.guards import REGISTRY


class Obstacle(NamedTuple):
    """A step whose answer a guard cannot pass, and the answers with which it could."""

    step: Step
    wanted: tuple[str, ...]


def ways_out(
    case: Case, trigger: str, guards: Sequence[GuardUse], *, prospects: Sequence[Prospect]
) -> tuple[Notice, ...]:
    """What somebody can do about the answers in the way of unmet `guards` of an act; nothing where none is."""
    obstacles = [found for use in guards for found in _obstacles(case, trigger, use)]
    if not obstacles:
        return ()
    changes = (_changing(case, *obstacle) for obstacle in obstacles)
    return (*filter(None, changes), *_giving_back(case, prospects))


def _obstacles(case: Case, trigger: str, use: GuardUse) -> Iterator[Obstacle]:
    """The answered steps that the guard names, where an answer that it names, or else one that agrees, would help."""
    mentions = list(REGISTRY[use.name].mentions(use.parameter))
    named = {mention.name for mention in mentions if mention.kind == "answers"}
    reasons = _reasons(case, trigger, use)
    for name in dict.fromkeys(mention.name for mention in mentions if mention.kind == "steps"):
        answers = case.definition.steps[name].answers
        fitting = [n for n in answers if (f"{name}.{n}" in named if named else answers[n].agrees)]
        for step in case.latest_steps(name):
            helping = tuple(n for n in fitting if _reasons(_answered(case, step, n), trigger, use) != reasons)
            if step.state is StepState.ANSWERED and step.answer not in fitting and helping:
                yield Obstacle(step, helping)


def _reasons(case: Case, trigger: str, use: GuardUse) -> tuple[Notice, ...]:
    return case.kernel.reasons((use,), case.facts(person=None, payload={}).of_act(trigger))


def _answered(case: Case, step: Step, answer: str) -> Case:
    """The case as it would be with another answer to a step."""
    agrees = case.definition.steps[step.name].answers[answer].agrees
    other = step._replace(answer=answer, agrees=agrees)
    return case._replace(steps=tuple(other if each == step else each for each in case.steps))


def _changing(case: Case, step: Step, wanted: tuple[str, ...]) -> Notice | None:
    """Who can still give another answer, and as what."""
    typed = [as_typed for name in wanted if (as_typed := _typed(case, step, name))]
    if not typed:
        return None
    kind = case.definition.steps[step.name]
    holders = dict.fromkeys(holder.person for holder in case.step_holders(step))
    return notice(
        "why.change_answer",
        step=kind.title,
        answer=kind.answers[step.answer or ""].title,
        who=[case.directory.persons[person].name for person in holders]
        or [case.definition.roles[step.role].title],
        answers=typed,
    )


def _typed(case: Case, step: Step, answer: str) -> str | None:
    """The answer as it is typed, with the step's number where several are asked; None where it is too late."""
    exact = f"{step.name}#{step.number}.{answer}"
    if not candidates_for(case, exact):
        return None
    plain = f"{step.name}.{answer}"
    return plain if len(candidates_for(case, plain)) == 1 else exact


def _giving_back(case: Case, prospects: Sequence[Prospect]) -> Iterator[Notice]:
    """The acts of people that nothing hinders and from which the state can be reached anew."""
    state, definition = case.proposal.state, case.definition
    for found in prospects:
        transition = found.transition
        freely = transition.moves and transition.occasion is None and not found.needs
        if freely and _leads(definition, transition.target, state):
            roles = [definition.roles[role].title for role in transition.roles]
            yield notice("why.give_back", who=roles, acts=[transition.trigger])


def _leads(definition: Definition, source: str, target: str) -> bool:
    """Whether a way leads from one state to another."""
    seen, open_ends = {source}, [source]
    while open_ends:
        found = {each.target for each in definition.transitions_from(open_ends.pop())} - seen
        seen |= found
        open_ends += found
    return target in seen
