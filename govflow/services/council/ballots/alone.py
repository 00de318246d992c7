"""Deciding alone: what an emergency decision may be on before the body's own turn has come, and who ratifies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot, Mode
from govflow.domain.council.charter import Charter
from govflow.domain.council.meeting import MeetingState
from govflow.domain.council.occasion import Occasion
from govflow.domain.proposal import Proposal
from govflow.messages import Notice, notice
from govflow.services.acting.firing import fires
from govflow.services.case import load_case
from govflow.services.council.acting.desk import Desk

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def against_alone(
    desk: Desk, charter: Charter, proposal: Proposal, reasons: Sequence[Notice]
) -> list[Notice]:
    """Everything against an emergency decision on a proposal. Where its workflow lets it be approved at once, it need
    not wait for the body yet; but what the workflow asks of who decides holds for who decides alone, and there has to
    be a meeting that can ratify it."""
    case = load_case(desk.session, desk.work, proposal.reference)
    ways = case.definition.transitions_on(Occasion.DECIDED_ALONE, state=proposal.state, body=charter.name)
    if not ways:
        return list(reasons)
    left = [reason for reason in reasons if reason.code != "register.does_not_wait"]
    facts = case.facts(person=desk.person, payload={})
    left += case.kernel.hindrances(ways[0], facts)
    if not to_come(desk.work, charter.name, after=desk.at):
        left.append(notice("register.no_meeting_to_ratify", body=charter.title))
    return left


def to_come(work: UnitOfWork, body: str, *, after: str) -> bool:
    """Whether the body has called a meeting that is still to come."""
    found = (kept.value for kept in work.meetings.found(body=body))
    return any(each.state is MeetingState.CALLED and each.starts_at > after for each in found)


def at_once(desk: Desk, ballot: Ballot) -> bool:
    """Whether what one has decided alone approves the proposal where it stands."""
    found = desk.work.proposals.get(ballot.proposal) if ballot.proposal else None
    if found is None or ballot.mode is not Mode.EMERGENCY:
        return False
    definition = desk.session.definition(desk.work, found.definition)
    return fires(definition, found.state, Occasion.DECIDED_ALONE, body=ballot.body)
