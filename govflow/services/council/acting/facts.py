"""The facts of an act on a ballot: read from the organisation, the meeting and the proposal as they are at the act, or
for the audit as they were."""

from __future__ import annotations

from collections.abc import Iterable

from govflow.domain.council.attendance import present_seats, sitting
from govflow.domain.council.ballot import Ballot
from govflow.domain.council.ballot_acts import BallotAct
from govflow.domain.council.ballot_facts import Facts, Sitter, Sitting
from govflow.domain.council.meeting import Meeting
from govflow.domain.organisation import Directory


def with_directory(facts: Facts, ballot: Ballot, act: BallotAct, directory: Directory) -> Facts:
    """The facts with what the organisation says of the offices on which the act depends."""
    sitters = facts.sitting.there.values() if facts.sitting else ()
    about = {facts.office, *act.offices(ballot), *(sitter.office for sitter in sitters)}
    return facts._replace(
        holders={office: directory.holders(office) for office in sorted(about)},
        present={chair: directory.present_holders(chair) for chair in ballot.chairs},
        gone=tuple(seat.name for seat in ballot.seats if seat.name not in directory.offices),
    )


def sitting_of(meeting: Meeting | None, ballot: Ballot, *, version: int) -> Sitting | None:
    """What an act on the ballot depends on in its meeting, which so many acts have made what it is."""
    if meeting is None:
        return None
    return Sitting(
        state=meeting.state.value,
        version=version,
        there=dict(_sitters(meeting)),
        presiding=meeting.chair,
        replaced=_replaced(meeting, ballot),
        signed=bool(meeting.minutes.signatures),
        on_paper=bool(meeting.on_paper),
    )


def papers_of(meeting: Meeting, item: int) -> dict[str, str]:
    """The digests of an item's papers by their numbers."""
    return {str(paper.number): paper.digest for paper in meeting.papers_of(item)}


def _sitters(meeting: Meeting) -> Iterable[tuple[str, Sitter]]:
    for seat in present_seats(meeting):
        if stay := sitting(meeting, seat):
            yield seat, Sitter(stay.person, stay.office)


def _replaced(meeting: Meeting, ballot: Ballot) -> dict[str, str] | None:
    """The papers, where they are no longer those that were put to the vote."""
    papers = papers_of(meeting, ballot.item or 0)
    return papers if papers != dict(ballot.matter.papers) else None
