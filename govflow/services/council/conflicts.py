"""Conflicts of interest that last: what persons declared in the ballots of a body on a matter, wherever it came up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.domain.council.attendance import seat_of
from govflow.domain.council.ballot import Ballot, Purpose
from govflow.domain.council.ballot_opening import Opening
from govflow.domain.council.ballot_recusing import declared
from govflow.domain.council.item import Item, Section
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.recusal import Recusal
from govflow.domain.organisation import Directory
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
    work: UnitOfWork, opening: Opening, meeting: Meeting | None, *, until: str, of: Ballot | None = None
) -> tuple[Recusal, ...]:
    """The conflicts that stand as a ballot opens: declared in those on the matter that had ended. `of` is the ballot
    itself where it has been opened."""
    item = meeting.item(opening.item or 0) if meeting else None
    about = None if opening.purpose is Purpose.AMENDMENT else opening.matter.about
    found = _on_matter(work, opening.body, proposal=opening.proposal, item=item, about=about)
    ended = (each for each in found if each.ended and (each.closed_at or "") <= until)
    return tuple(declared(each for each in ended if of is None or each.turn < of.turn))


def declared_on(work: UnitOfWork, meeting: Meeting, item: Item) -> tuple[Recusal, ...]:
    """The conflicts that stand on an item: while the meeting goes on as they are now, then as it ended."""
    found = _on_matter(work, meeting.body, proposal=item.moves, item=item, about=item.about)
    return tuple(declared(each for each in found if each.opened_at <= (meeting.ended_at or each.opened_at)))


def conflicts_shown(
    work: UnitOfWork, meeting: Meeting, item: Item, directory: Directory
) -> tuple[DeclaredConflict, ...]:
    """The conflicts that stand on an item, of whoever has or takes a seat in the meeting."""
    every = declared_on(work, meeting, item) if item.section is Section.DECIDE else ()
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


def _on_matter(
    work: UnitOfWork, body: str, *, proposal: str | None, item: Item | None, about: str | None
) -> list[Ballot]:
    """The ballots of a body on a matter in their order: on the item and those that it was before, on what it is about,
    and on the proposals of all these."""
    named = [*_of_items(work, item), *([about, _of_decision(work, about)] if about else [])]
    kept = (work.ballots.get(reference) for reference in named if reference)
    found = {each.value.reference: each.value for each in kept if each}
    proposals = {proposal, *(each.proposal for each in found.values())} - {None}
    for each in sorted(filter(None, proposals)):
        found |= {other.value.reference: other.value for other in work.ballots.found(proposal=each)}
    return sorted((each for each in found.values() if each.body == body), key=lambda each: each.turn)


def _of_items(work: UnitOfWork, item: Item | None) -> Iterator[str]:
    """The ballots on an item, and on those that it was on earlier agendas."""
    if item is None:
        return
    yield from item.ballots
    for name in item.earlier:
        reference, _, number = name.rpartition("/")
        if kept := work.meetings.get(reference):
            yield from kept.value.items[number].ballots


def _of_decision(work: UnitOfWork, number: str) -> str | None:
    row = work.decisions.get(number)
    return row and row.ballot
