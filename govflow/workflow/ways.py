"""Ways: which states lead to which, and in which of them steps may be waiting for an answer."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Set

from govflow.domain.council.occasion import Occasion
from govflow.workflow.definition import Definition, Transition

_DECIDES = (Occasion.PASSED, Occasion.FAILED, Occasion.DECIDED_ALONE)


def ways(definition: Definition) -> Mapping[str, Set[str]]:
    """Which states each state leads to, unknown ones too; an act that moves nothing leads nowhere."""
    return _ways(definition.transitions)


def _ways(transitions: Iterable[Transition]) -> Mapping[str, Set[str]]:
    found: dict[str, set[str]] = {}
    for transition in transitions:
        if transition.moves:
            found.setdefault(transition.source, set()).add(transition.target)
    return found


def backwards(leading: Mapping[str, Set[str]]) -> Mapping[str, Set[str]]:
    """The same ways, walked the other way round."""
    back: dict[str, set[str]] = {}
    for source, targets in leading.items():
        for target in targets:
            back.setdefault(target, set()).add(source)
    return back


def closure(starts: Iterable[str], leading: Mapping[str, Set[str]]) -> set[str]:
    """The starts, and every state that can be reached from one of them."""
    found: set[str] = set()
    ahead = list(starts)
    while ahead:
        state = ahead.pop()
        if state not in found:
            found.add(state)
            ahead.extend(leading.get(state, ()))
    return found


def unopened_states(definition: Definition, place: int) -> set[str]:
    """The states to which a proposal may come before it has opened to the audience at a place of the policy."""
    policy = definition.policy
    unopened = _ways(one for one in definition.transitions if policy.place_of(one.opens_to) < place)
    return closure([definition.initial], unopened)


def takes_back(definition: Definition, transition: Transition) -> bool:
    """Whether a transition goes back behind the decision that has lapsed: to where a proposal comes before any body has
    decided on it."""
    return transition.occasion is Occasion.LAPSED and transition.target in _undecided(definition)


def _undecided(definition: Definition) -> set[str]:
    """The states to which a proposal may come before any body has decided on it. What leads back to where it was
    returned from leads on from there alone."""
    found: set[str] = set()
    reached = {definition.initial}
    while reached != found:
        found = reached
        ways = (one for one in definition.transitions if one.occasion not in _DECIDES)
        reached = closure([definition.initial], _ways(one for one in ways if _returned_within(one, found)))
    return found


def _returned_within(transition: Transition, states: set[str]) -> bool:
    """Whether each return that it is for may have been made from one of these states."""
    returns = (use.parameter for use in transition.guards if use.name == "returned_from")
    return all(not states.isdisjoint(named) for each in returns for named in each.values())


def asked_in(definition: Definition) -> Mapping[str, tuple[str, ...]]:
    """By state, the steps that may wait there: those asked there, then lasting ones asked on a way that leads there.

    An end cancels what lasts, and so does a lapse that takes the decision back, so that nothing older waits behind
    them. The post review is nobody's to foresee.
    """
    leading = _ways(one for one in definition.transitions if not takes_back(definition, one))
    asked = {state: dict.fromkeys(steps_asked_in(definition, state)) for state in definition.states}
    for step in (one for one in definition.steps.values() if one.lasting):
        begins = [state for state, names in asked.items() if step.name in names]
        later = closure((after for state in begins for after in leading.get(state, ())), leading)
        carried = dict.fromkeys(_carried(definition, step.name))
        for state in (one for one in definition.states.values() if one.name in later and not one.end):
            asked[state.name] |= carried
    return {state: tuple(names) for state, names in asked.items()}


def steps_asked_in(definition: Definition, state: str) -> tuple[str, ...]:
    """The steps opened on entry, by acts that lead here or are done here, and by the answers to those."""
    leading_here = (one for one in definition.transitions if one.target == state)
    acts = (name for one in leading_here for name in one.asks)
    return _with_following(definition, [*definition.states[state].asks, *acts])


def _carried(definition: Definition, lasting: str) -> list[str]:
    """A lasting step, and what answers to it may open later on; what lasts of those is carried for itself."""
    following = _with_following(definition, [lasting])
    return [name for name in following if name == lasting or not definition.steps[name].lasting]


def _with_following(definition: Definition, asked: list[str]) -> tuple[str, ...]:
    """Steps, and those that answers to them open. Unknown ones are lint's to tell."""
    found: dict[str, None] = {}
    ahead = deque(asked)
    while ahead:
        name = ahead.popleft()
        if name not in found and name in definition.steps:
            found[name] = None
            ahead += (after for answer in definition.steps[name].answers.values() for after in answer.asks)
    return tuple(found)
