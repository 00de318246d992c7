"""Answering: a step beside the proposal's state gets an answer. It never moves the proposal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Capacity, Duty, Via
from govflow.domain.facts import Facts
from govflow.domain.step import Step, StepState
from govflow.errors import NotAuthorised, Refused
from govflow.messages import notice
from govflow.services.acting.command import Act
from govflow.services.acting.decided import Decided
from govflow.services.acting.effects import asked_steps
from govflow.services.acting.pausing import clocked
from govflow.services.acting.payload import owners_of, payload_of, require_values
from govflow.services.acting.refusing import missing_notices, not_authorised
from govflow.services.breach import breach_of
from govflow.services.case import Case
from govflow.services.conditions import condition_facts, owners
from govflow.services.recording import Actor
from govflow.services.session import Session
from govflow.workflow.definition import Answer, Definition, StepKind
from govflow.workflow.engine import step_after, stepped
from govflow.workflow.reserved import POST_REVIEW

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Candidate(NamedTuple):
    """A step that the named answer fits."""

    step: Step
    kind: StepKind
    answer: Answer


class Wanted(NamedTuple):
    """A trigger as typed: `answer`, `step.answer`, or `step#number.answer`."""

    step: str | None
    number: str | None
    answer: str

    @classmethod
    def of(cls, trigger: str) -> Wanted:
        step, _, answer = trigger.rpartition(".")
        name, marked, number = step.partition("#")
        return cls(name or None, number if marked else None, answer)

    def fits(self, step: Step) -> bool:
        return self.step in (None, step.name) and self.number in (None, str(step.number))


def candidates_for(case: Case, trigger: str) -> list[Candidate]:
    """The steps whose answer a trigger as typed may be: open ones, and answered ones that may still be changed."""
    wanted = Wanted.of(trigger)
    fitting = [step for step in case.steps if wanted.fits(step) and _current(case, step)]
    return [
        Candidate(step, kind, kind.answers[wanted.answer])
        for step in fitting
        if wanted.answer in (kind := case.definition.steps[step.name]).answers
    ]


def answer(
    session: Session, work: UnitOfWork, case: Case, command: Act, *, candidates: list[Candidate], person: str
) -> Decided:
    """Give the answer to the one step of `candidates` that the trigger means for this caller.

    Raises NotAuthorised where no such step is the caller's, Refused where several are or a guard says no.
    """
    held = {c.step.number: _held(session, case, c, person) for c in candidates}
    mine = _open_first([c for c in candidates if held[c.step.number]])
    if not mine:
        raise _not_theirs(session, case, person, candidates=_open_first(candidates), trigger=command.trigger)
    if len(mine) > 1:
        raise _ambiguous(case, command, mine)
    actor = Actor(person, held[mine[0].step.number][0])
    return _given(work, case, command, chosen=mine[0], actor=actor)


def _open_first(candidates: list[Candidate]) -> list[Candidate]:
    """The open ones, where there are any."""
    return [c for c in candidates if c.step.state is StepState.OPEN] or candidates


def _current(case: Case, step: Step) -> bool:
    """Whether the step still takes an answer: it is open, or answered since the state was entered. A lasting one
    has been settled by any answer that does not say no, and one that stops the clock by any."""
    if step_after("answer", step.state) is None:
        return False
    if step.state is StepState.ANSWERED and step.lasting:
        return step.agrees is False
    if step.state is StepState.ANSWERED and step.name in case.definition.pausing:
        return False
    return step.lasting or step.asked_seq >= case.proposal.entered_seq


def _held(session: Session, case: Case, asked: Candidate, person: str) -> tuple[Capacity, ...]:
    """The caller's capacities for an answer, the caller's own offices first; none of who is recorded absent."""
    if case.directory.is_absent(person):
        return ()
    holders = case.answer_holders(asked.step, asked.answer)
    found = (holder.capacity for holder in holders if holder.person == person)
    return tuple(sorted(filter(session.admits, found), key=lambda capacity: capacity.via is not Via.OWN))


def _not_theirs(
    session: Session, case: Case, person: str, *, candidates: list[Candidate], trigger: str
) -> NotAuthorised:
    """Why none of the steps is the caller's; who stood in for an office never reviews that afterwards."""
    holders = {h.person for c in candidates for h in case.step_holders(c.step)}
    away = case.directory.is_absent(person) and person in holders
    if not away and all(candidate.kind.name == POST_REVIEW for candidate in candidates):
        name = case.directory.persons[person].name
        names = [case.directory.persons[h.person].name for c in candidates for h in case.step_holders(c.step)]
        return NotAuthorised(
            notice("acts.not_authorised", person=name, trigger=trigger, reference=case.proposal.reference),
            notice("acts.review_is_own", names=names),
            next_command=f"govflow why {case.proposal.reference}",
        )
    duties = list(dict.fromkeys(_duty(case, c) for c in candidates))
    return not_authorised(session, case, person, duties=duties, trigger=trigger)


def _duty(case: Case, asked: Candidate) -> Duty:
    """Whose the answer is."""
    asker = case.asker(asked.step) if asked.answer.by_asker else None
    return case.duty(asker) if asker else Duty(asked.step.role, asked.step.ministry)


def _ambiguous(case: Case, command: Act, mine: list[Candidate]) -> Refused:
    names = [f"{c.step.name}#{c.step.number}.{c.answer.name}" for c in mine]
    first = f"govflow act {case.proposal.reference} '{names[0]}'"
    return Refused(notice("acts.ambiguous_step", trigger=command.trigger, names=names), next_command=first)


def _given(work: UnitOfWork, case: Case, command: Act, *, chosen: Candidate, actor: Actor) -> Decided:
    step, _, given = chosen
    if (step.answer, step.person) == (given.name, actor.person):
        raise Refused(notice("acts.answered_already", answer=given.title))
    payload = payload_of(work, case, command, (*given.takes, *given.may_take))
    facts = _passed(case, command, chosen, person=actor.person, payload=payload)
    asked = asked_steps(
        case,
        given.asks,
        facts=facts,
        payload=payload,
        records=case.proposal.records,
        owners=owners_of(work, case, given.asks, payload),
        about=step,
        capacity=actor.capacity,
    )
    said = answer_note(case.definition, payload, command.note)
    answered = _answered(case, chosen, actor=actor, note=said)
    kept = _kept(case, chosen, payload)
    decided = Decided(
        trigger=given.name,
        actor=actor,
        after=case.proposal._replace(records={**case.proposal.records, **kept}, version=case.seq),
        payload=payload,
        facts=facts.read_so_far,
        steps=(answered, *_withdrawn(case, step, given), *asked),
        records=kept,
        step=step.name,
        issues=given.issues,
        breach=breach_of(case, step, given),
    )
    return clocked(work, case, decided)


def _passed(
    case: Case, command: Act, chosen: Candidate, *, person: str | None, payload: Mapping[str, Any]
) -> Facts:
    """The facts that let the answer pass. Refused with every reason of the guards, BadInput for its values."""
    step, kind, given = chosen
    facts = case.facts(
        person=person,
        payload=payload,
        owners=partial(owners, case, step),
        condition=partial(condition_facts, case, step),
    )
    reasons = case.kernel.reasons((*kind.guards, *given.guards), facts)
    if reasons:
        missing = missing_notices(case, given.takes, payload)
        raise Refused(*reasons, *missing, next_command=f"govflow why {case.proposal.reference}")
    require_values(case, given.takes, payload, trigger=command.trigger)
    return facts


def answer_note(definition: Definition, payload: Mapping[str, Any], note: str) -> str:
    """What is kept with the step: every text that came with the answer, the note last."""
    if not payload:
        return note
    values = definition.values
    texts = [text for name, text in payload.items() if values[name].type == "prose" and name != "note"]
    note = note or payload.get("note", "")
    return "\n".join([*texts, note] if note else texts)


def _answered(case: Case, chosen: Candidate, *, actor: Actor, note: str) -> Step:
    step, _, given = chosen
    return stepped(
        step,
        "answer",
        answer=given.name,
        agrees=given.agrees,
        note=note,
        person=actor.person,
        office=actor.capacity.office if actor.capacity else None,
        answered_on=case.today.isoformat(),
    )


def _kept(case: Case, chosen: Candidate, payload: Mapping[str, Any]) -> dict[str, Any]:
    """The answer's record, where it has values; one given before must not stay behind a new answer. Where a step is
    asked for each of something there would be as many, so that each answer is kept with its own."""
    name, given = chosen.kind.name, chosen.answer
    if chosen.kind.for_each or chosen.kind.about or (not payload and name not in case.proposal.records):
        return {}
    return {name: {**payload, "trigger": given.name, "day": case.today.isoformat()}}


def _withdrawn(case: Case, answered: Step, given: Answer) -> list[Step]:
    """What an answer given before had asked and nobody has answered: another answer takes it back. Nor does anybody
    have to report on a condition that is verified; a report that is put right does not stand for one asked later."""
    kinds = case.definition.steps
    kind = kinds[answered.name]
    moot = {name for answer in kind.answers.values() for name in answer.asks}
    if given.agrees and case.definition.each_condition(kind) and not kind.to_owner:
        moot |= {name for name, kind in kinds.items() if kind.to_owner}
    asked = (step for step in case.open_steps if step.name in moot and step.number != answered.number)
    return [stepped(step, "cancel") for step in asked if answered.subject in ("", step.subject)]
