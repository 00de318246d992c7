"""Acts that put something to the vote: in a sitting, in writing, or to be answered by a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Unpack

from govflow.domain.authority import Capacity
from govflow.domain.council.ballot import BallotState, Matter, Mode, Purpose
from govflow.domain.council.ballot_opening import Opening
from govflow.domain.council.charter import Charter
from govflow.errors import NotAuthorised
from govflow.messages import notice
from govflow.services.clock import local_day, moment_of, moment_stamped, stamp
from govflow.services.council.acting.desk import CouncilReceipt, Desk, Held, How, Said, Told, at_desk
from govflow.services.council.ballots.putting import open_item, overriding, put_to_vote
from govflow.services.council.ballots.taking_up import taken_up
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.council.charters.rules import Stated, read_rule
from govflow.services.council.matters.closed_fields import Closing, closed_fields
from govflow.services.council.matters.titles import proposal_title
from govflow.services.names import pair
from govflow.services.session import Session
from govflow.workflow.council.rule_file import content_of

_WORKDAY_ENDS = timedelta(hours=17)
"""When a working day is over: a deadline before that leaves the day out."""


def open_ballot(
    session: Session,
    *,
    body: str,
    question: str = "",
    closes_at: str | None = None,
    rule: Stated | None = None,
    override: str | None = None,
    jointly_with: Sequence[str] = (),
    closed: Closing | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Put a question to the voting seats of a body, outside a sitting: an act of its secretariat or chair.

    `closes_at` is a moment such as `2025-09-01T17:00`; without one the ballot is closed once nothing can change the
    outcome. A `rule` is for a body whose charter has none. `override` names a ballot whose blocks this one is to lift;
    `closed` are fields (amount, conditions, reason) that stay out of what is published, with the reasons.
    Raises BadInput, NotFound, NotAuthorised, Refused (every reason), Conflict (key used for something else).
    """
    closing = closed_fields(closed)
    stated = None if rule is None else content_of(read_rule(rule).rule)
    until = closes_at and stamp(moment_of(closes_at, session.store.info.timezone))

    def act(desk: Desk) -> Told:
        charter = charter_in_force(session, desk.work, body)
        opening = Opening(
            charter.name,
            Mode.OPEN,
            Purpose.QUESTION,
            Matter(question.strip()),
            closes_at=until,
            joint=tuple(jointly_with),
            rule=stated,
            closed=closing,
        )
        capacity = desk.officer(charter)
        return Told(put_to_vote(desk, overriding(desk, opening, override), charter, capacity), capacity)

    values: dict[str, Any] = {
        "body": body,
        "question": question,
        "closes_at": until,
        "rule": stated,
        "override": override,
    }
    values |= {"jointly_with": [*jointly_with], "closed": closing}
    return at_desk(session, Said("ballot", "", "open", values, session.new_key()).asked(**how), act)


def open_in_sitting(
    session: Session,
    meeting: str,
    item: int,
    *,
    amendment: int | None = None,
    override: str | None = None,
    asks: bool | None = None,
    jointly_with: Sequence[str] = (),
    closed: Closing | None = None,
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Put an item that was called to the vote, or an amendment of it: an act of the secretariat or the chair. `asks`:
    whether objections are asked for first; without it as the charter has it. What was `closed` in a ballot
    on the same item or proposal before stays closed. Raises as `open_ballot` does."""
    closing = closed_fields(closed)

    def act(desk: Desk) -> Told:
        held = desk.meeting(meeting)
        capacity = desk.officer(desk.charter(held))
        ballot = open_item(
            desk,
            held,
            item,
            capacity,
            amendment=amendment,
            override=override,
            asks=asks,
            joint=tuple(jointly_with),
            closed=closing,
        )
        asked = ballot.state is BallotState.ASKED
        return Told(ballot, capacity, {"item": item, "question": pair(ballot.matter.title), "asked": asked})

    values: dict[str, Any] = {
        "meeting": meeting,
        "item": item,
        "amendment": amendment,
        "override": override,
        "asks": asks,
    }
    values |= {"jointly_with": [*jointly_with], "closed": closing}
    said = Said("ballot", "", "open", values, session.new_key(), within=meeting)
    return at_desk(session, said.held(**how), act)


def open_written(
    session: Session,
    *,
    body: str,
    closes_at: str,
    reason: str,
    proposal: str | None = None,
    question: str = "",
    jointly_with: Sequence[str] = (),
    closed: Closing | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Decide in writing (書面・持ち回り), with a reason: an act of who chairs. A proposal is taken up that waits for
    this body or is on its agenda, and enters deliberation. Raises as `open_ballot` does."""
    closing = closed_fields(closed)
    until = stamp(moment_of(closes_at, session.store.info.timezone))
    whole_days = moment_stamped(until) - _WORKDAY_ENDS
    day = local_day(whole_days, session.store.info.timezone).isoformat()

    def act(desk: Desk) -> Told:
        charter = charter_in_force(session, desk.work, body)
        capacity = _chair(desk, charter)  # first: where a proposal stands is not for everybody to know
        opening = Opening(
            charter.name,
            Mode.WRITTEN,
            Purpose.QUESTION,
            _matter(desk, charter, proposal, question=question.strip(), joint=jointly_with),
            closes_at=until,
            closes_on=day,
            reason=reason.strip(),
            proposal=proposal,
            stage=desk.stage(proposal),
            joint=tuple(jointly_with),
            closed=closing,
        )
        return Told(put_to_vote(desk, opening, charter, capacity), capacity)

    values: dict[str, Any] = {
        "body": body,
        "closes_at": until,
        "reason": reason,
        "proposal": proposal,
        "question": question,
    }
    values |= {"jointly_with": [*jointly_with], "closed": closing}
    return at_desk(session, Said("ballot", "", "open", values, session.new_key()).asked(**how), act)


def _matter(
    desk: Desk, charter: Charter, proposal: str | None, *, question: str, joint: Sequence[str]
) -> Matter:
    """What is decided in writing: a proposal as it stands, or a question of its own."""
    if proposal is None:
        return Matter(question)
    found = taken_up(desk, charter, proposal, joint=joint)
    title, title_en = (question, "") if question else proposal_title(desk.work, found)
    return Matter(title, found.ministry, found.amount, question_en=title_en)


def _chair(desk: Desk, charter: Charter) -> Capacity:
    found = desk.held(charter.presiding)
    if not found:
        raise NotAuthorised(notice("voting.not_chair", chair=charter.presiding))
    return found[0]
