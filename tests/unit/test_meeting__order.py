"""What is numbered keeps the order of its numbers, also after it was kept: the tenth does not come after the first."""

from __future__ import annotations

from sample_meeting import item, meeting, there

from govflow.domain.canonical import canonical, mapping_of
from govflow.domain.council.agenda import with_items
from govflow.domain.council.item import Amendment, AmendmentKind
from govflow.domain.council.meeting import Meeting
from govflow.domain.plain import plain, thawed

MANY = range(1, 13)


def kept(found: Meeting) -> Meeting:
    """The meeting as it comes back from where it was kept."""
    return thawed(Meeting, mapping_of(canonical(plain(found))))


def test_items_stays_and_amendments_come_back_in_the_order_of_their_numbers() -> None:
    amendments = {str(n): Amendment(n, AmendmentKind.DEFER, "a", f"no. {n}") for n in MANY}
    found = with_items(meeting(), [item(f"item {number}") for number in MANY])
    found = found.with_item(found.items["12"]._replace(amendments=amendments))
    stays = {str(n): stay._replace(number=n) for n in MANY for stay in there(meeting(), "a").every_stay()[:1]}
    found = kept(found._replace(stays=stays))
    assert [*found.items] == sorted(map(str, MANY))
    assert [each.number for each in found.every_item()] == [*MANY]
    assert [each.number for each in found.every_stay()] == [*MANY]
    assert [each.number for each in found.items["12"].every_amendment()] == [*MANY]
