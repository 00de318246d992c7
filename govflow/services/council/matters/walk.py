"""A matter wherever it came up: the ballots on an item and those that it was, on what it is about, and on proposals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.item import Item

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


Then = Callable[[Ballot], Ballot | None]
"""A ballot as it was at a moment, None where it had not been opened."""

_Lead = tuple[str, str]
"""By what ballots are found: a column and its value."""


def as_it_is(ballot: Ballot) -> Ballot:
    """A ballot now."""
    return ballot


def on_matter(
    work: UnitOfWork, *, proposal: str | None, item: Item | None, about: str | None, then: Then = as_it_is
) -> list[Ballot]:
    """The ballots on a matter in their order, of every body: on the item and those that it was before, on the proposal,
    on what it is about, and likewise on all that is found so."""
    asked = {*_of_items(work, item), *_leads(work, proposal=proposal, about=about)}
    done: set[_Lead] = set()
    found: dict[str, Ballot] = {}
    while leads := asked - done:
        done |= leads
        rows = [kept.value for column, value in leads for kept in work.ballots.found(**{column: value})]
        new = [each for row in rows if row.reference not in found and (each := then(row))]
        found |= {each.reference: each for each in new}
        asked |= {lead for each in new for lead in _from(work, each)}
    return sorted(found.values(), key=lambda each: each.turn)


def _from(work: UnitOfWork, ballot: Ballot) -> Iterator[_Lead]:
    """Where a ballot leads: to those about it or what it decided, and to what it is on itself."""
    yield from (("about", name) for name in (ballot.reference, ballot.decision) if name)
    yield from _leads(work, proposal=ballot.proposal, about=ballot.about)


def _leads(work: UnitOfWork, *, proposal: str | None, about: str | None) -> Iterator[_Lead]:
    if proposal:
        yield "proposal", proposal
    if about:
        decision = work.decisions.get(about)
        yield "about", about
        yield "reference", decision.ballot if decision else about


def before(work: UnitOfWork, ballot: Ballot, *, then: Then = as_it_is) -> list[Ballot]:
    """The ballots on the matter of a ballot that were opened before it."""
    item = item_of(work, ballot)
    found = on_matter(work, proposal=ballot.proposal, item=item, about=ballot.about, then=then)
    return [each for each in found if each.turn < ballot.turn]


def item_of(work: UnitOfWork, ballot: Ballot) -> Item | None:
    """The item that a ballot is on."""
    kept = work.meetings.get(ballot.meeting) if ballot.meeting else None
    return kept.value.item(ballot.item or 0) if kept else None


def items_of(work: UnitOfWork, item: Item | None) -> Iterator[Item]:
    """An item, and those that it was on earlier agendas."""
    if item is None:
        return
    yield item
    for name in item.earlier:
        reference, _, number = name.rpartition("/")
        if kept := work.meetings.get(reference):
            yield kept.value.items[number]


def _of_items(work: UnitOfWork, item: Item | None) -> Iterator[_Lead]:
    """The ballots on an item, and on those that it was on earlier agendas."""
    return (("reference", name) for each in items_of(work, item) for name in each.ballots)
