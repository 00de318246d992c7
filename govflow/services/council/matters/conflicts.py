"""Conflicts of interest that last: what persons declared in the ballots of a body on a matter, wherever it came up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.domain.council.attendance import seat_of
from govflow.domain.council.ballot import Ballot, Purpose
from govflow.domain.council.ballot_opening import Opening
from govflow.domain.council.ballot_recusing import declared
from govflow.domain.council.item import Item
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.recusal import Recusal
from govflow.domain.organisation import Directory
from govflow.services.council.matters.walk import Then, as_it_is, on_matter
from govflow.services.names import Pair, named, titled

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class DeclaredConflict:
    """Who declared a conflict of interest in the matter of an item, in which office it matters here, and in which
    ballot; it stands until it is taken back there or in a later one."""

    person: Pair
    office: Pair
    reason: str
    ballot: str


def declared_before(
    work: UnitOfWork, opening: Opening, meeting: Meeting | None, *, until: str, then: Then = as_it_is
) -> tuple[Recusal, ...]:
    """The conflicts that stand as a ballot opens: declared in those on the matter that had ended, and in that whose
    blocks it would lift, which goes on beside it. `then` has the ballots as they were."""
    item = meeting.item(opening.item or 0) if meeting else None
    about = None if opening.purpose is Purpose.AMENDMENT else opening.matter.about
    beside = about if opening.purpose is Purpose.OVERRIDE else None
    found = on_matter(work, proposal=opening.proposal, item=item, about=about, then=then)
    mine = (each for each in found if each.body == opening.body)
    return tuple(declared(each for each in mine if each.reference == beside or _ended(each, until)))


def _ended(ballot: Ballot, until: str) -> bool:
    return ballot.ended and (ballot.closed_at or "") <= until


def declared_on(work: UnitOfWork, meeting: Meeting, item: Item) -> tuple[Recusal, ...]:
    """The conflicts that stand on an item: while the meeting goes on as they are now, then as it ended."""
    found = on_matter(work, proposal=item.moves, item=item, about=item.about)
    mine = (each for each in found if each.body == meeting.body)
    return tuple(declared(each for each in mine if each.opened_at <= (meeting.ended_at or each.opened_at)))


def conflicts_shown(
    work: UnitOfWork, meeting: Meeting, item: Item, directory: Directory
) -> tuple[DeclaredConflict, ...]:
    """The conflicts that stand on an item, of whoever has or takes a seat in the meeting."""
    every = declared_on(work, meeting, item) if item.is_voted_on else ()
    found = ((each, seat_of(meeting, each.person or "")) for each in every)
    return tuple(
        DeclaredConflict(
            named(directory, each.person) or {},
            titled(directory, office) or {},
            each.reason,
            each.source or "",
        )
        for each, office in found
        if office
    )
