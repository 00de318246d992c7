"""Earlier meetings of a body: on which agendas a matter was, what was carried over, and what was decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from govflow.domain.council.agenda import gone_on
from govflow.domain.council.ballot import DECIDED, Ballot, Purpose
from govflow.domain.council.item import Item, ItemState
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.tally import Outcome
from govflow.domain.deadline import fiscal_year
from govflow.services.clock import local_day, moment_stamped
from govflow.services.council.acting.desk import Desk
from govflow.services.council.decisions.register import reopened
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def meetings_of(work: UnitOfWork, body: str) -> list[Meeting]:
    """Every meeting of a body, in the order of their days."""
    found = (kept.value for kept in work.meetings.found(body=body))
    return sorted(found, key=lambda meeting: (meeting.starts_at, meeting.reference))


def earlier_of(meetings: Iterable[Meeting], proposal: str) -> tuple[str, ...]:
    """The items that a proposal was on these agendas, the first one first."""
    return tuple(
        f"{meeting.reference}/{item.number}"
        for meeting in meetings
        for item in meeting.every_item()
        if item.proposal == proposal
    )


def closed_on(session: Session, ballot: Ballot) -> str:
    """The day on which a ballot has ended."""
    closed = moment_stamped(ballot.closed_at or ballot.opened_at)
    return local_day(closed, session.store.info.timezone).isoformat()


def carried_over(meetings: Collection[Meeting], *, at: Meeting) -> Iterator[Item]:
    """The items without a proposal that were carried over and are on no later agenda, as they come back `at` one."""
    taken_up = {item.earlier[-1] for meeting in meetings for item in meeting.every_item() if item.earlier}
    for meeting in filter(lambda each: at.could_know(each.day), meetings):
        for item in meeting.every_item():
            open_still = item.state is ItemState.CARRIED_OVER and item.proposal is None and item.about is None
            if open_still and gone_on(meeting, item)[-1] not in taken_up:
                yield Item(
                    0,
                    0,
                    item.section,
                    item.part,
                    item.title,
                    item.title_en,
                    acts=item.acts,
                    earlier=gone_on(meeting, item),
                )


def decided_already(desk: Desk, meeting: Meeting, proposal: str) -> str | None:
    """The ballot in which this body decided a proposal in the fiscal year of the meeting; not where the decision was
    undone since."""
    zone = desk.session.store.info.timezone
    year = fiscal_year(local_day(moment_stamped(meeting.starts_at), zone))
    return decided_in(desk, proposal, body=meeting.body, year=year)


def decided_in(desk: Desk, proposal: str, *, body: str, year: int) -> str | None:
    """The ballot in which a body decided a proposal in a fiscal year, if that holds."""
    zone = desk.session.store.info.timezone

    def same_round(ballot: Ballot) -> bool:
        closed = ballot.closed_at and local_day(moment_stamped(ballot.closed_at), zone)
        main = ballot.body == body and ballot.purpose is Purpose.QUESTION
        given_up = ballot.final is Outcome.WITHDRAWN
        settled = ballot.outcome in DECIDED and not given_up and not reopened(desk.work, ballot.decision)
        return bool(main and settled and closed and fiscal_year(closed) == year)

    ballots = (kept.value for kept in desk.work.ballots.found(proposal=proposal))
    return next((ballot.reference for ballot in ballots if same_round(ballot)), None)
