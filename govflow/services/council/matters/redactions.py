"""What is taken out of what is told of a ballot or an item: all that was closed on its matter, wherever it came up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot, Matter, Purpose
from govflow.domain.council.ballot_opening import Opening
from govflow.domain.council.item import Item
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.redaction import OF_THE_MATTER, Redaction, asked_of, closed_in, redaction_of
from govflow.services.council.matters.walk import Then, as_it_is, before, item_of, items_of, on_matter

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

Redactions = Mapping[int, Redaction]
"""Of a meeting, by item."""


def redaction_on(work: UnitOfWork, ballot: Ballot, *, then: Then = as_it_is) -> Redaction:
    """What a ballot keeps closed; its words tell nothing either of what was asked for on the matter until it ended.
    `then` has the ballots before as they were."""
    earlier = before(work, ballot, then=then)
    asked = _asked(work, [item_of(work, each) for each in (*earlier, ballot)], until=ballot.closed_at)
    return redaction_of(ballot, [*(each.matter for each in earlier), *asked])


def redactions_in(work: UnitOfWork, meeting: Meeting) -> Redactions:
    """What is closed of each item. What one ballot on its matter closes is told nowhere in it."""
    return {item.number: _of_item(work, item) for item in meeting.agenda()}


def closed_before(
    work: UnitOfWork, opening: Opening, meeting: Meeting | None, *, until: str, then: Then = as_it_is
) -> dict[str, str]:
    """What the ballots on a matter kept from the public before one of them opens, and the decision that it is about,
    with the reasons. `then` has the ballots as they were."""
    item = meeting.item(opening.item or 0) if meeting else None
    about = opening.matter.about if opening.purpose is not Purpose.AMENDMENT else None
    found = on_matter(work, proposal=opening.proposal, item=item, about=about, then=then)
    closed = {field: why for each in found if each.opened_at <= until for field, why in each.closed.items()}
    row = work.decisions.get(about or "")
    settled = {each.field: each.reason for each in row.full.withheld} if row else {}
    return {field: why for field, why in (closed | settled).items() if field in OF_THE_MATTER}


def _of_item(work: UnitOfWork, item: Item) -> Redaction:
    ballots = on_matter(work, proposal=item.proposal, item=item, about=item.about)
    closed = {field: why for each in ballots for field, why in closed_in(each).items()}
    asked = _asked(work, [item, *(item_of(work, each) for each in ballots)])
    return Redaction.of(closed, [*(each.matter for each in ballots), *asked])


def _asked(work: UnitOfWork, items: Iterable[Item | None], *, until: str | None = None) -> Iterator[Matter]:
    for item in items:
        for each in items_of(work, item):
            yield from asked_of(each, until=until)
