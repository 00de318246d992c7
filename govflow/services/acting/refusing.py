"""Composing a refusal: every reason, by the attempt that came closest, and the next useful command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from govflow.domain.authority import Duty, denial
from govflow.domain.council.occasion import Occasion
from govflow.errors import NotAuthorised, Refused
from govflow.messages import Notice, Title, did_you_mean, notice, say
from govflow.services.case import Case
from govflow.services.session import Session
from govflow.workflow.definition import FilledBy, Transition
from govflow.workflow.engine import Blocked, Tried
from govflow.workflow.parting import on_their_way


def unknown_trigger(case: Case, trigger: str) -> Refused:
    """The state knows no such trigger, and no open step such an answer."""
    state = case.definition.states[case.proposal.state]
    possible = possible_triggers(case)
    return Refused(
        notice(
            "acts.no_such_trigger",
            reference=case.proposal.reference,
            trigger=trigger,
            state=state.title,
            hint=_meant(case, trigger, possible),
        ),
        _what_is_possible(case, possible),
        next_command=f"govflow why {case.proposal.reference}",
    )


def _what_is_possible(case: Case, possible: Sequence[str]) -> Notice:
    if possible:
        return notice("acts.possible_triggers", triggers=possible)
    role = case.proposal.role
    if role is None:
        return notice("acts.nothing_possible")
    return notice("acts.nothing_by_hand", role=case.definition.roles[role].title)


def not_by_hand(case: Case, transition: Transition) -> Refused:
    """What a body's proceedings do, or what follows of itself, is nobody's act."""
    role = case.definition.roles[transition.roles[0]]
    of_body = role.filled_by is FilledBy.BODY
    return Refused(
        notice(
            "acts.not_by_hand_body" if of_body else "acts.not_by_hand_itself",
            reference=case.proposal.reference,
            trigger=named_act(case, transition.trigger),
            role=role.title,
            when=notice(f"occasion.{transition.occasion}"),
        ),
        next_command="govflow meeting --help" if of_body else f"govflow why {case.proposal.reference}",
    )


def no_occasion(case: Case, occasion: Occasion, body: str | None) -> Refused:
    """Nothing happens on an occasion where the proposal stands."""
    state = case.definition.states[case.proposal.state]
    return Refused(
        notice(
            "acts.no_occasion",
            reference=case.proposal.reference,
            state=state.title,
            when=notice(f"occasion.{occasion}"),
            body=body or "-",
        ),
        next_command=f"govflow why {case.proposal.reference}",
    )


def _meant(case: Case, trigger: str, possible: Sequence[str]) -> Notice | str:
    """What a trigger was probably meant to be. An answer is only suggested for a step that was typed: agreeing with one
    is far from objecting to another, however alike they are written."""
    step, dot, answer = trigger.rpartition(".")
    if not dot:
        return did_you_mean(trigger, [name for name in possible if "." not in name])
    name, mark, number = step.partition("#")
    asked = get_close_matches(name, case.definition.steps, n=1)
    answers = [each.partition(".")[2] for each in possible if asked and each.startswith(f"{asked[0]}.")]
    close = get_close_matches(answer, answers, n=1)
    return notice("common.did_you_mean", name=f"{asked[0]}{mark}{number}.{close[0]}") if close else ""


def possible_triggers(case: Case) -> list[str]:
    """What may be typed: the state's triggers and the answers of its open steps, in the definition's order."""
    leaving = case.definition.transitions_from(case.proposal.state)
    triggers = [t.trigger for t in leaving if t.occasion is None]
    answers = [
        f"{step.name}.{name}" for step in case.open_steps for name in case.definition.steps[step.name].answers
    ]
    return list(dict.fromkeys([*triggers, *answers]))


def blocked(
    session: Session, case: Case, decided: Blocked, *, person: str, payload: Mapping[str, Any]
) -> Refused:
    """Every reason of the attempts open to the caller's role; without one, the reasons of authority."""
    open_to_caller = [tried for tried in decided.tried if not tried.role_missing]
    if not open_to_caller:
        roles = [role for tried in decided.tried for role in tried.transition.roles]
        return not_authorised(
            session, case, person, duties=case.duties(roles), trigger=decided.tried[0].transition.trigger
        )
    return hindered(case, open_to_caller, payload)


def hindered(case: Case, attempts: Sequence[Tried], payload: Mapping[str, Any]) -> Refused:
    """Every reason of some attempts, with the values that each lacks."""
    reasons: list[Notice] = []
    for tried in on_their_way(attempts):
        missing = missing_notices(case, tried.transition.takes, payload)
        reasons += (reason for reason in (*tried.reasons, *missing) if reason not in reasons)
    return Refused(*reasons, next_command=_way_out(case, reasons))


_GROWN = ("guard.above_record", "guard.above_percent")


def _way_out(case: Case, reasons: Sequence[Notice]) -> str:
    """What has grown beyond what was decided needs a change of that, where there is a way to one."""
    changeable = case.definition.transitions_on(Occasion.CHANGED, state=case.proposal.state, body=None)
    grown = any(reason.code in _GROWN for reason in reasons)
    return f"govflow {'change' if grown and changeable else 'why'} {case.proposal.reference}"


def not_authorised(
    session: Session, case: Case, person: str, *, duties: Sequence[Duty], trigger: str
) -> NotAuthorised:
    """Why the caller may fill none of the duties, office by office."""
    name = case.directory.persons[person].name
    reasons = denial(case.directory, person, duties, case.matter(trigger))
    chosen = [notice("acts.chosen_office", office=session.office)] if session.office else []
    return NotAuthorised(
        notice(
            "acts.not_authorised",
            person=name,
            trigger=named_act(case, trigger),
            reference=case.proposal.reference,
        ),
        *reasons,
        *chosen,
        next_command=f"govflow why {case.proposal.reference}",
    )


def named_act(case: Case, trigger: str) -> Title:
    """An act by what is typed, with its title where that says more; an answer is called as it is typed."""
    title = case.definition.triggers.get(trigger)
    if title is None:
        return Title(trigger, trigger)
    both = notice("answer.coded", code=trigger, title=title)
    return Title(say(both, "ja"), trigger if title.en.replace(" ", "_") == trigger else say(both, "en"))


_MISSING = {"note": "acts.missing_note", "issues": "acts.missing_issues"}
"""What is said of values that have an option of their own."""


def missing_notices(case: Case, takes: Sequence[str], payload: Mapping[str, Any]) -> list[Notice]:
    """One notice for each value that an act must carry and does not."""
    values = case.definition.values
    return [
        notice(
            _MISSING.get(name, "acts.missing_value"),
            value=name,
            title=values[name].title,
        )
        for name in takes
        if name not in payload
    ]
