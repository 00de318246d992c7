"""Reconsidering: a body takes up what it has decided, with new facts and by no less than it was decided with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Unpack

from govflow.domain.council.ballot import Mode, Purpose
from govflow.domain.council.ballot_opening import Opening
from govflow.domain.council.charter import Charter, Question
from govflow.domain.council.explained import explained
from govflow.domain.council.link import Link
from govflow.domain.council.reconsideration import cannot_be_taken_up, weaker
from govflow.domain.council.rule import Rule
from govflow.messages import Notice, notice
from govflow.services.clock import moment_of, stamp
from govflow.services.council.acting.desk import CouncilReceipt, Desk, Held, Said, Told, at_desk
from govflow.services.council.acting.happening import wrong_time
from govflow.services.council.ballots.putting import put_to_vote, record_on_item
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.council.charters.rules import rule_in
from govflow.services.council.decisions.number import decision_meant
from govflow.services.council.decisions.register import running, standing_of
from govflow.services.council.matters.closed_fields import Closing, closed_fields
from govflow.services.council.matters.titles import matter_about
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DecisionRow


def reconsider(
    session: Session,
    number: str,
    *,
    new_facts: str,
    meeting: str | None = None,
    item: int | None = None,
    closes_at: str | None = None,
    closed: Closing | None = None,
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Put it to the vote whether a decision is taken back: an act of the secretariat or the chair of the body that
    made it, with new facts. In a sitting it is a called item of a `meeting`; without one, members answer until
    `closes_at` or until no answer can change the outcome. If passed, the decision is rescinded.

    Raises BadInput, NotFound, NotAuthorised, Refused (every reason), Conflict (the key).
    """
    closing = closed_fields(closed)
    until = closes_at and stamp(moment_of(closes_at, session.store.info.timezone))
    values: dict[str, Any] = {"number": number, "new_facts": new_facts, "meeting": meeting, "item": item}
    values |= {"closes_at": until, "closed": closing}
    said = Said("ballot", "", "reconsider", values, session.new_key(), within=meeting).held(**how)

    def act(desk: Desk) -> Told:
        sitting = desk.meeting(meeting) if meeting else None
        row = decision_meant(session, desk.work, number)
        before = desk.ballot(row.ballot)  # locked, so that it is taken up once
        charter = desk.charter(sitting) if sitting else charter_in_force(session, desk.work, before.body)
        capacity = desk.officer(charter)
        reasons = [*wrong_time(desk, sitting), *_reasons(desk, row, charter, new_facts=new_facts)]
        opening = Opening(
            row.body,
            Mode.SITTING if meeting else Mode.OPEN,
            Purpose.RECONSIDERATION,
            matter_about(row, before.matter.ministry, asks=Link.RESCINDS),
            closes_at=until,
            reason=new_facts.strip(),
            meeting=meeting,
            item=item,
            closed=closing,
        )
        ballot = put_to_vote(
            desk, opening, charter, capacity, meeting=sitting, reasons=reasons, shown=row.number
        )
        if sitting and item is not None:
            record_on_item(desk, sitting, item, ballot, capacity=capacity)
        return Told(ballot, capacity, {"about": row.number})

    return at_desk(session, said, act)


def _reasons(desk: Desk, row: DecisionRow, charter: Charter, *, new_facts: str) -> Iterator[Notice]:
    yield from cannot_be_taken_up(row.number, standing_of(desk.work, row))
    for ballot in running(desk.work, about=row.number, body=row.body):
        yield notice("register.taken_up_already", number=row.number, ballot=ballot)
    if not new_facts.strip():
        yield notice("register.no_new_facts", number=row.number)
    ruling, made_with = charter.rule_for(Question.RECONSIDERATION), _made_with(desk, row)
    if ruling and weaker(ruling.rule, made_with):
        rules = {"rule": explained(ruling.rule)[:1], "made_with": explained(made_with)[:1]}
        yield notice("register.weaker_rule", number=row.number, **rules)


def _made_with(desk: Desk, row: DecisionRow) -> Rule:
    """The rule that a decision was made by; of one that was made alone, that by which the body has ratified it."""
    charter = desk.session.charter(desk.work, row.full.charter)
    if row.full.provisional and charter.rule:
        return charter.rule.rule
    return rule_in(row.full.rule)
