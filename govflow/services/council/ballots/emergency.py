"""Emergency decisions: one decides alone, the body ratifies at its next meeting, or the decision lapses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, Unpack

from govflow.domain.authority import Capacity
from govflow.domain.council.ballot import Matter, Mode, Purpose
from govflow.domain.council.ballot_checks import reasonless
from govflow.domain.council.ballot_emergency import DecideAlone, Lapse
from govflow.domain.council.ballot_opening import Opening
from govflow.domain.council.charter import Charter
from govflow.domain.council.link import Link
from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.council.register import Standing
from govflow.errors import NotAuthorised, Refused
from govflow.messages import Title, notice
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.refusing import refuse
from govflow.services.council.ballots.deciding import numbered, settle
from govflow.services.council.ballots.doing import Doing
from govflow.services.council.ballots.putting import put_to_vote
from govflow.services.council.ballots.taking_up import taken_up
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.council.decisions.register import link, standing_of, undo
from govflow.services.council.matters.closed_fields import Closing, closed_fields
from govflow.services.council.matters.titles import proposal_title
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DecisionRow, UnitOfWork


class ToRatify(NamedTuple):
    """An emergency decision of a day that its body has not ratified yet."""

    number: str
    ballot: str
    title: Title
    proposal: str | None
    day: str


def decide_in_emergency(
    session: Session,
    *,
    body: str,
    reason: str,
    question: str = "",
    proposal: str | None = None,
    closed: Closing | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Decide a question or a proposal alone: an act of whom the body's charter names for emergencies. It is passed and
    numbered at once, and provisional: the body ratifies it, or it lapses. `closed` are fields that stay out of
    what is published, with the reasons.

    Raises BadInput, NotFound, NotAuthorised, Refused (every reason), Conflict (the key).
    """
    closing = closed_fields(closed)
    values = {"body": body, "question": question, "proposal": proposal, "reason": reason, "closed": closing}
    said = Said("ballot", "", "decide_alone", values, session.new_key()).asked(**how)

    def act(desk: Desk) -> Told:
        charter = charter_in_force(session, desk.work, body)
        capacity = _decider(desk, charter)
        refuse(
            desk, reasonless(reason), next_command=f"govflow body show {charter.name}"
        )  # there is no ballot yet
        matter = _matter(desk, charter, question=question.strip(), proposal=proposal)
        opening = Opening(
            charter.name,
            Mode.EMERGENCY,
            Purpose.QUESTION,
            matter,
            reason=reason.strip(),
            proposal=proposal,
            stage=desk.stage(proposal),
            closed=closing,
            alone=capacity.office,
        )
        ballot = put_to_vote(desk, opening, charter, capacity)
        doing = Doing(desk, ballot, DecideAlone(capacity.office, reason), meeting=None)
        after = doing.record(numbered(desk, doing.after()))
        return Told(after, capacity, settle(desk, None, after, capacity))

    return at_desk(session, said, act)


def to_ratify(work: UnitOfWork, body: str) -> list[ToRatify]:
    """The emergency decisions that a body has to ratify, the oldest first."""
    return [
        ToRatify(row.number, row.ballot, Title(row.title, row.title_en), row.proposal, row.decided_on)
        for row in _waiting(work, body)
    ]


def lapse(desk: Desk, meeting: Meeting) -> tuple[str, ...]:
    """Let what the body has not ratified in time lapse, now that this meeting of it is recorded as ended; which
    decisions those are."""
    return tuple(row.number for row in _waiting(desk.work, meeting.body) if _lapsed(desk, row))


def _lapsed(desk: Desk, row: DecisionRow) -> bool:
    charter = desk.session.charter(desk.work, row.full.charter)
    held = sum(could_ratify(kept.value, row) for kept in desk.work.meetings.found(body=row.body))
    if charter.emergency is None or held < charter.emergency.ratify_within_meetings:
        return False
    ballot = desk.ballot(row.ballot)
    doing = Doing(desk, ballot, Lapse(), meeting=None)
    after = doing.after()
    link(desk, row.number, row.number, Link.LAPSES, entry_of=ballot.reference)
    doing.record(after)
    undo(desk, row.number, by=ballot)
    return True


def could_ratify(meeting: Meeting, row: DecisionRow) -> bool:
    """A meeting that was opened after the decision, and has ended."""
    return meeting.state is MeetingState.ENDED and (meeting.opened_at or "") > row.recorded_at


def _waiting(work: UnitOfWork, body: str) -> Iterator[DecisionRow]:
    for row in work.decisions.find(body=body):
        if row.full.provisional and standing_of(work, row) is Standing.PROVISIONAL:
            yield row


def _decider(desk: Desk, charter: Charter) -> Capacity:
    """The capacity in which the caller decides alone. NotAuthorised for everybody else."""
    next_command = f"govflow body show {charter.name}"
    if charter.emergency is None:
        raise Refused(notice("register.no_emergency", body=charter.title), next_command=next_command)
    found = desk.held([charter.emergency.decider])
    if not found:
        role = charter.emergency.decider
        said = notice("register.not_decider", person=desk.name, body=charter.title, role=role)
        raise NotAuthorised(said, next_command=next_command)
    return found[0]


def _matter(desk: Desk, charter: Charter, *, question: str, proposal: str | None) -> Matter:
    """What is decided: a question, or a proposal that has come to where the body decides it."""
    if bool(question) == bool(proposal):
        raise Refused(notice("register.question_or_proposal"))
    if proposal is None:
        return Matter(question)
    found = taken_up(desk, charter, proposal, alone=True)
    title, title_en = proposal_title(desk.work, found)
    return Matter(title, ministry=found.ministry, amount=found.amount, question_en=title_en)
