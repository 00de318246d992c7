"""Deciding: what the outcome of a ballot means, for the register, the proposal, and the item of the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from govflow.domain.authority import Capacity
from govflow.domain.council.amendments import with_outcome
from govflow.domain.council.ballot import Ballot, Purpose
from govflow.domain.council.ballot_proceeding import Override
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.counts import Columns
from govflow.domain.council.item import AmendmentKind, ItemState
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.tally import Outcome
from govflow.services.acting.firing import fires
from govflow.services.council.balloting import Doing, rule_in
from govflow.services.council.desk import Desk
from govflow.services.council.documents.outcome import issue_outcome
from govflow.services.council.register import enter
from govflow.services.names import pair
from govflow.workflow.definition import Definition

OCCASION: Mapping[Outcome, Occasion] = {
    Outcome.PASSED: Occasion.PASSED,
    Outcome.FAILED: Occasion.FAILED,
    Outcome.NO_DECISION: Occasion.CARRIED_OVER,
    Outcome.NO_QUORUM: Occasion.CARRIED_OVER,
    Outcome.BLOCKED: Occasion.CARRIED_OVER,
    Outcome.WITHDRAWN: Occasion.WITHDRAWN,
}
"""What an outcome is for the proposal; a tie waits."""

_DECIDED = (Outcome.PASSED, Outcome.FAILED)
_ENTERED = (Purpose.QUESTION, Purpose.RECONSIDERATION, Purpose.RATIFICATION, Purpose.APPEAL)
"""The purposes of which the outcome is a decision."""

_AMENDED = {AmendmentKind.RETURN: Occasion.RETURNED, AmendmentKind.DEFER: Occasion.CARRIED_OVER}
"""The amendments that end an item, and what that is for its proposal."""

_ENDED = {Occasion.CARRIED_OVER: ItemState.CARRIED_OVER}
"""How an item ends: all others are done."""


def numbered(desk: Desk, ballot: Ballot) -> Ballot:
    """A ballot that is about to close, with its number in the register where it decides something; the documents that
    tell of it are issued as it is recorded."""
    ended = _entered(desk, ballot)
    issue_outcome(desk, ended)
    return ended


def _entered(desk: Desk, ballot: Ballot) -> Ballot:
    decides = desk.charter(ballot).decides and ballot.purpose in _ENTERED and ballot.outcome in _DECIDED
    if not decides or final(desk, ballot) is not ballot.outcome:
        return ballot
    return ballot._replace(decision=enter(desk, ballot))


def settle(
    desk: Desk, meeting: Meeting | None, ballot: Ballot, capacity: Capacity, *, note: str = ""
) -> dict[str, Any]:
    """Do what the outcome of a closed ballot means, in the transaction that closed it. What a receipt tells of it."""
    told: dict[str, Any] = {"decision": ballot.decision} if ballot.decision else {}
    outcome = final(desk, ballot)
    if outcome is None:
        return {**told, **_waiting(desk, meeting, ballot, capacity)}
    if ballot.purpose is Purpose.AMENDMENT and meeting:
        return _amended(desk, meeting, ballot, capacity)
    if ballot.purpose is Purpose.OVERRIDE:
        return _overridden(desk, ballot)
    return told | _moved(desk, meeting, ballot, capacity, occasion=OCCASION[outcome], note=note)


def escalated(
    desk: Desk, meeting: Meeting | None, ballot: Ballot, capacity: Capacity, *, note: str
) -> dict[str, Any]:
    """A ballot that this body cannot decide: the item is put off, and the proposal waits for the body above."""
    return _moved(desk, meeting, ballot, capacity, occasion=Occasion.CARRIED_OVER, note=note)


def final(desk: Desk, ballot: Ballot) -> Outcome | None:
    """The outcome, of a joint ballot that of all bodies on the same text: one that failed fails all. None where the
    chair or another body has still to decide."""
    if ballot.outcome is None or ballot.outcome is Outcome.TIE_PENDING_CHAIR:
        return None
    if not ballot.joint or ballot.outcome is not Outcome.PASSED:
        return ballot.outcome
    others = [_elsewhere(desk, ballot, body) for body in ballot.joint]
    if Outcome.FAILED in others:
        return Outcome.FAILED
    return Outcome.PASSED if all(other is Outcome.PASSED for other in others) else None


def cause_of(ballot: Ballot) -> str:
    """What a proposal's history names as what moved it."""
    return f"ballot {ballot.reference}"


def _waiting(desk: Desk, meeting: Meeting | None, ballot: Ballot, capacity: Capacity) -> dict[str, Any]:
    """A tie waits for the chair, and its item with it. What other bodies have still to pass is done with here: the
    proposal stays where it is until the last of them decides."""
    if ballot.outcome is Outcome.TIE_PENDING_CHAIR:
        return {}
    awaits = [*_awaited(desk, ballot)]
    if meeting is not None and ballot.item is not None and ballot.purpose is Purpose.QUESTION:
        after = meeting.settling(ballot.item, ItemState.DONE, outcome=Outcome.PASSED.value)
        payload = {"ballot": ballot.reference}
        desk.record(meeting, after, capacity=capacity, trigger="settle_item", payload=payload)
    return {"awaits": awaits}


def _awaited(desk: Desk, ballot: Ballot) -> Iterator[str]:
    """The bodies that have not passed the same text."""
    return (body for body in ballot.joint if _elsewhere(desk, ballot, body) is not Outcome.PASSED)


def _elsewhere(desk: Desk, ballot: Ballot, body: str) -> Outcome | None:
    """What another body decided on the same text, the latest where it voted more than once."""
    every = (kept.value for kept in desk.work.ballots.found(body=body))
    same = [
        each for each in every if each.purpose is ballot.purpose and each.text_digest == ballot.text_digest
    ]
    ended = [each.outcome for each in same if each.ended]
    return ended[-1] if ended else None


def _moved(
    desk: Desk, meeting: Meeting | None, ballot: Ballot, capacity: Capacity, *, occasion: Occasion, note: str
) -> dict[str, Any]:
    """The item and the proposal, as an outcome leaves them."""
    told = _fired(desk, ballot, occasion, note=note)
    if meeting is None or ballot.item is None:
        return told
    state = _ENDED.get(occasion, ItemState.DONE)
    said = (
        ballot.outcome.value
        if ballot.outcome and occasion is not Occasion.RETURNED
        else occasion.value.upper()
    )
    after = meeting.settling(ballot.item, state, outcome=said, decision=ballot.decision, note=note)
    desk.record(
        meeting, after, capacity=capacity, trigger="settle_item", payload={"ballot": ballot.reference}
    )
    return {**told, "item": ballot.item, "item_state": state.value}


def _fired(desk: Desk, ballot: Ballot, occasion: Occasion, *, note: str) -> dict[str, Any]:
    """The proposal moved on, where its workflow waits for that of this body, or of one that decided with it. What left
    meanwhile stays where it is."""
    found = desk.work.proposals.get(ballot.proposal, lock=True) if ballot.proposal else None
    if found is None:
        return {}
    definition = desk.session.definition(desk.work, found.definition)
    bodies = (ballot.body, *ballot.joint)
    body = next((each for each in bodies if fires(definition, found.state, occasion, body=each)), None)
    if body is None or found.state != ballot.stage:
        return _stands(definition, found.reference, found.state)
    payload = _payload(ballot, occasion, asked=found.amount, note=note)
    desk.fire(found.reference, occasion, body=body, cause=cause_of(ballot), payload=payload)
    return _stands(definition, found.reference, desk.stage(found.reference) or found.state)


def _stands(definition: Definition, reference: str, state: str) -> dict[str, Any]:
    """Where a proposal is now, as a receipt tells it."""
    title = pair(definition.states[state].title)
    return {"proposal": reference, "proposal_state": state, "proposal_state_title": title}


def _payload(ballot: Ballot, occasion: Occasion, *, asked: int | None, note: str) -> dict[str, Any]:
    """What the proposal's record keeps of it: amount and conditions where the body has amended what was asked for."""
    source = {"source": ballot.meeting or ballot.reference, "record": ballot.decision or ballot.reference}
    if occasion is Occasion.WITHDRAWN:
        return {**source, "note": note}
    if occasion is not Occasion.PASSED:
        return {**source, "counts": _counts(ballot)}
    amount, conditions = ballot.matter.amount, ballot.matter.conditions
    amended: dict[str, Any] = {} if amount == asked else {"amount": amount}
    stated = {"conditions": [dict(each) for each in conditions]} if conditions else {}
    return {**source, "counts": _counts(ballot), **amended, **stated}


def _counts(ballot: Ballot) -> dict[str, int]:
    heads: Columns = tally_of_ballot(ballot, rule_in(ballot.rule)).counts.heads
    votes = heads.yes + heads.against + heads.abstain
    present = max(len(ballot.present or ()), votes)
    return {
        "seats": heads.seats,
        "present": present,
        "absent": max(heads.seats - present, 0),
        "yes": heads.yes,
        "no": heads.against,
        "abstain": heads.abstain,
        "recused": heads.recused,
    }


def _amended(desk: Desk, meeting: Meeting, ballot: Ballot, capacity: Capacity) -> dict[str, Any]:
    """An amendment decided: one that returns or defers ends the item, and its proposal goes with it."""
    item, number = meeting.items[str(ballot.item)], int(ballot.matter.about or 0)
    outcome = ballot.outcome or Outcome.NO_DECISION
    payload = {"ballot": ballot.reference}
    after = meeting.with_item(with_outcome(item, number, outcome))
    after = desk.record(meeting, after, capacity=capacity, trigger="settle_amendment", payload=payload)
    told = {"item": item.number, "amendment": number}
    ends = _AMENDED.get(item.amendments[str(number)].kind) if outcome is Outcome.PASSED else None
    if ends is None:
        return told
    return told | _moved(desk, after, ballot, capacity, occasion=ends, note=ballot.matter.question)


def _overridden(desk: Desk, ballot: Ballot) -> dict[str, Any]:
    """The blocks of the ballot that this one was about are lifted."""
    if ballot.outcome is not Outcome.PASSED or ballot.matter.about is None:
        return {}
    doing = Doing(desk, desk.ballot(ballot.matter.about), Override(ballot.reference), meeting=None)
    doing.record(doing.after())
    return {"overrides": ballot.matter.about}
