"""Deciding: what the outcome of a ballot means, for the register, the proposal, and the item of the meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govflow.domain.authority import Capacity
from govflow.domain.council.amendments import with_outcome
from govflow.domain.council.ballot import DECIDED, Ballot, Purpose
from govflow.domain.council.ballot_proceeding import Override, Settle
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.charter import Charter
from govflow.domain.council.counts import Columns
from govflow.domain.council.item import AmendmentKind, ItemState
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.tally import Outcome
from govflow.services.acting.firing import fires
from govflow.services.council.acting.desk import Desk
from govflow.services.council.ballots.alone import at_once
from govflow.services.council.ballots.doing import Doing
from govflow.services.council.charters.rules import rule_in
from govflow.services.council.decisions.register import enter
from govflow.services.council.documents.outcome import issue_outcome
from govflow.services.council.matters.joint import awaited, bodies_of, closed_by, partners
from govflow.services.council.matters.joint_view import body_title
from govflow.services.names import pair
from govflow.workflow.definition import Definition

OCCASION: Mapping[Outcome, Occasion] = {
    Outcome.PASSED: Occasion.PASSED,
    Outcome.FAILED: Occasion.FAILED,
    Outcome.NO_DECISION: Occasion.CARRIED_OVER,
    Outcome.NO_QUORUM: Occasion.CARRIED_OVER,
    Outcome.BLOCKED: Occasion.CARRIED_OVER,
}
"""What an outcome is for the proposal; a tie waits, and a question that is taken back changes nothing."""

_ENTERED = (Purpose.QUESTION, Purpose.RECONSIDERATION, Purpose.RATIFICATION, Purpose.APPEAL)
"""The purposes of which the outcome is a decision."""

AMENDED = {AmendmentKind.RETURN: Occasion.RETURNED, AmendmentKind.DEFER: Occasion.CARRIED_OVER}
"""The amendments that end an item, and what that is for its proposal."""


def numbered(desk: Desk, ballot: Ballot) -> Ballot:
    """A ballot that is about to close, with its number in the register where it decides something; the documents that
    tell of it are issued as it is recorded. A joint decision is numbered as it is settled."""
    ended = ballot._replace(decision=enter(desk, ballot)) if decides(desk.charter(ballot), ballot) else ballot
    issue_outcome(desk, ended)
    return ended


def decides(charter: Charter, ballot: Ballot) -> bool:
    """Whether what a ballot has come to is a decision of its body; a joint one is none before it is settled."""
    return charter.decides and ballot.purpose in _ENTERED and ballot.final in DECIDED


def settle(
    desk: Desk, meeting: Meeting | None, ballot: Ballot, capacity: Capacity, *, note: str = ""
) -> dict[str, Any]:
    """Do what the outcome of a closed ballot means, in the transaction that closed it. What a receipt tells of it."""
    if ballot.outcome is None or ballot.outcome is Outcome.TIE_PENDING_CHAIR:
        return {}
    if ballot.outcome is Outcome.WITHDRAWN:
        return _taken_back(desk, meeting, ballot, capacity, note=note)
    if ballot.purpose is Purpose.AMENDMENT and meeting and ballot.outcome in DECIDED:
        return _amended(desk, meeting, ballot, capacity)
    if ballot.purpose is Purpose.OVERRIDE:
        return _overridden(desk, ballot)
    if ballot.final in (None, Outcome.WITHDRAWN):
        return _jointly(desk, ballot, capacity)
    told = {"decision": ballot.decision} if ballot.decision else {}
    occasion = Occasion.DECIDED_ALONE if at_once(desk, ballot) else OCCASION[ballot.outcome]
    return told | _moved(desk, meeting, ballot, capacity, occasion=occasion, note=note)


def _taken_back(
    desk: Desk, meeting: Meeting | None, ballot: Ballot, capacity: Capacity, *, note: str
) -> dict[str, Any]:
    """The item stays called, and a proposal that was taken up in writing waits again. Where the proposal has left, as
    one that its ministry withdrew has, there is nothing to vote on any more, and the item is done with."""
    if meeting is None:
        return _fired(desk, ballot, Occasion.CARRIED_OVER)
    if desk.stage(ballot.proposal) == ballot.stage:
        return {"item": ballot.item, "item_state": ItemState.CALLED.value}
    return _moved(desk, meeting, ballot, capacity, occasion=None, note=note)


def escalated(
    desk: Desk, meeting: Meeting | None, ballot: Ballot, capacity: Capacity, *, note: str
) -> dict[str, Any]:
    """A ballot that this body cannot decide: the item is put off, and the proposal waits for the body above."""
    return _moved(desk, meeting, ballot, capacity, occasion=Occasion.CARRIED_OVER, note=note)


def cause_of(ballot: Ballot) -> str:
    """What a proposal's history names as what moved it."""
    return f"ballot {ballot.reference}"


def _jointly(desk: Desk, ballot: Ballot, capacity: Capacity) -> dict[str, Any]:
    """What other bodies have still to decide is done with here: item and proposal wait where they are. The last of them
    settles the ballots of all, each with its number, item and part in the proposal's workflow. What a body takes back
    while it waits for others is open again."""
    if ballot.final is Outcome.WITHDRAWN:
        _item_done(desk, ballot, capacity)
        return _fired(desk, ballot, Occasion.CARRIED_OVER)
    if awaits := awaited(desk.work, ballot):
        _item_done(desk, ballot, capacity)
        titles = [body_title(desk.session, desk.work, body) for body in awaits]
        running = {body: other and other.reference for body, other in bodies_of(desk.work, ballot).items()}
        ballots = [running[body] for body in awaits]
        return {
            "awaits": awaits,
            "awaits_titles": titles,
            "awaited_ballots": ballots,
            "jointly_with": ballot.body,
        }
    every = sorted((ballot, *partners(desk.work, ballot)), key=lambda each: each.turn)
    act = Settle({each.reference: each.outcome for each in every if each.outcome}, closed_by(every))
    told: dict[str, Any] = {}
    settled = [_settled(desk, each, act, capacity) for each in every]
    for each in settled:
        told |= _fired(desk, each, OCCASION[each.final or Outcome.NO_DECISION])
        _item_done(desk, each, capacity)
        told |= {"decision": each.decision} if each.decision and each.body == ballot.body else {}
    return told | {"jointly": settled[0].jointly}


def _settled(desk: Desk, ballot: Ballot, act: Settle, capacity: Capacity) -> Ballot:
    doing = Doing(desk, desk.ballot(ballot.reference), act, meeting=None, capacity=capacity)
    return doing.record(numbered(desk, doing.after()))


def _item_done(desk: Desk, ballot: Ballot, capacity: Capacity) -> None:
    """The item of a joint decision is done with in its own meeting; its outcome is that of all; what was taken back is
    put off."""
    if ballot.meeting is None or ballot.item is None:
        return
    meeting, final = desk.meeting(ballot.meeting), ballot.final
    occasion = OCCASION.get(final, Occasion.CARRIED_OVER) if final else None
    after = meeting.settling(ballot.item, ItemState.DONE, outcome=occasion, decision=ballot.decision)
    payload = {"ballot": ballot.reference}
    desk.record(meeting, after, capacity=capacity, trigger="settle_item", payload=payload)


def _moved(
    desk: Desk,
    meeting: Meeting | None,
    ballot: Ballot,
    capacity: Capacity,
    *,
    occasion: Occasion | None,
    note: str,
) -> dict[str, Any]:
    """The item and the proposal, as an outcome leaves them; without an occasion the proposal has left."""
    told = _fired(desk, ballot, occasion)
    if meeting is None or ballot.item is None:
        return told
    state = ItemState.CARRIED_OVER if occasion is Occasion.CARRIED_OVER else ItemState.DONE
    after = meeting.settling(ballot.item, state, outcome=occasion, decision=ballot.decision, note=note)
    desk.record(
        meeting, after, capacity=capacity, trigger="settle_item", payload={"ballot": ballot.reference}
    )
    return {**told, "item": ballot.item, "item_state": state.value}


def _fired(desk: Desk, ballot: Ballot, occasion: Occasion | None) -> dict[str, Any]:
    """The proposal moved on, where its workflow waits for that of this body. What left meanwhile stays where it is."""
    found = desk.work.proposals.get(ballot.proposal, lock=True) if ballot.proposal else None
    if found is None:
        return {}
    definition = desk.session.definition(desk.work, found.definition)
    stands = found.state == ballot.stage
    if occasion is None or not (stands and fires(definition, found.state, occasion, body=ballot.body)):
        return _stands(definition, found.reference, found.state)
    payload = payload_of(ballot, occasion, asked=found.amount)
    desk.fire(found.reference, occasion, body=ballot.body, cause=cause_of(ballot), payload=payload)
    return _stands(definition, found.reference, desk.stage(found.reference) or found.state)


def _stands(definition: Definition, reference: str, state: str) -> dict[str, Any]:
    """Where a proposal is now, as a receipt tells it."""
    title = pair(definition.states[state].title)
    return {"proposal": reference, "proposal_state": state, "proposal_state_title": title}


def payload_of(ballot: Ballot, occasion: Occasion, *, asked: int | None) -> dict[str, Any]:
    """What the proposal's record keeps of it: amount and conditions where the body has amended what was asked for."""
    source = {"source": ballot.meeting or ballot.reference, "record": ballot.decision or ballot.reference}
    if occasion is Occasion.RETURNED:
        return {**source, "counts": _counts(ballot), "issues": [{"text": ballot.matter.question}]}
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
    ends = AMENDED.get(item.amendments[str(number)].kind) if outcome is Outcome.PASSED else None
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
