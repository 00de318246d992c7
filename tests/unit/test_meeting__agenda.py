"""An agenda is in order: section by section, the consent part first, each item at its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sample_meeting import item, meeting, minute, sitting_of

from govflow.domain.council.agenda import gone_on, moved, with_items
from govflow.domain.council.agenda_checks import cannot_give_proxy, cannot_move
from govflow.domain.council.item import ItemState, Part, Section
from govflow.domain.council.meeting import Meeting, Proxy

AGENDA = [
    item("talk", Section.DISCUSS),
    item("first"),
    item("second"),
    item("third"),
    item("small", part=Part.CONSENT),
    item("news", Section.REPORT),
]


def order(found: Meeting) -> list[str]:
    return [each.title for each in found.agenda()]


def test_sections_follow_each_other_and_what_goes_by_consent_comes_first() -> None:
    assert order(with_items(meeting(), AGENDA)) == ["small", "first", "second", "third", "news", "talk"]


def test_an_item_moves_within_its_part_and_into_another() -> None:
    found = with_items(meeting(), AGENDA)
    assert order(moved(found, [4], to=1))[:4] == ["small", "third", "first", "second"]
    assert order(moved(found, [4, 2], to=2))[:4] == ["small", "second", "third", "first"]
    assert order(moved(found, [3], part=Part.CONSENT, to=1))[:4] == ["second", "small", "first", "third"]
    assert order(moved(found, [5], part=Part.DISCUSSION))[:4] == ["first", "second", "third", "small"]
    assert order(moved(found, [1], section=Section.REPORT))[-2:] == ["news", "talk"]


@given(st.lists(st.tuples(st.integers(2, 4), st.integers(1, 9)), max_size=12))
def test_whatever_is_moved_every_item_stays_on_the_agenda_once(moves: list[tuple[int, int]]) -> None:
    found = with_items(meeting(), AGENDA)
    for number, to in moves:
        before = order(found)
        found = moved(found, [number], to=to)
        title = found.items[str(number)].title
        assert sorted(order(found)) == sorted(before)
        assert [each for each in order(found) if each != title] == [each for each in before if each != title]
        assert order(found).index(title) == min(to, 3)


def test_what_was_removed_is_off_the_agenda_and_keeps_its_number() -> None:
    found = with_items(meeting(), AGENDA).settling(2, ItemState.REMOVED, note="later")
    assert "first" not in order(found)
    assert with_items(found, [item("new")]).items["7"].title == "new"


def test_an_item_that_goes_on_says_where_it_was() -> None:
    found = with_items(meeting(), AGENDA)
    again = found.items["2"]._replace(earlier=("TC-2025-M000/4",))
    assert gone_on(found, again) == ("TC-2025-M000/4", "TC-2025-M001/2")


def test_a_called_item_is_not_moved() -> None:
    found = with_items(sitting_of("chair", "a", "b", "c"), AGENDA)
    found = found.calling(2, at=minute(1), present=("a",))
    codes = [why.code for why in cannot_move(found, [2, 9], to=1, section=None, part=None)]
    assert codes == ["meeting.item_settled", "meeting.unknown_item"]
    codes = [why.code for why in cannot_move(found, [6], to=None, section=None, part=Part.CONSENT)]
    assert codes == ["meeting.consent_decides"]


def proxy(seat: str, holder: str) -> Proxy:
    return Proxy(seat, holder, (), "x", None, minute(0))


def reasons(found: Meeting, seat: str, holder: str, *, at_most: int = 1) -> list[str]:
    return [why.code for why in cannot_give_proxy(found, proxy(seat, holder), at_most=at_most)]


def test_proxies_go_one_step_and_to_as_many_as_the_charter_says() -> None:
    found = meeting()._replace(proxies={"a": proxy("a", "b")})
    assert reasons(found, "c", "d") == []
    assert reasons(found, "a", "d") == []
    assert reasons(found, "c", "b") == ["meeting.too_many_proxies"]
    assert reasons(found, "c", "b", at_most=2) == []
    assert reasons(found, "c", "a") == ["meeting.proxy_of_proxy"]
    assert reasons(found, "b", "c") == ["meeting.holds_proxies"]
    assert reasons(found, "c", "c") == ["meeting.proxy_of_self"]
    assert reasons(found, "c", "d", at_most=0) == ["meeting.no_proxies"]
    assert reasons(found, "c", "chair") == ["meeting.not_voting"]
    assert reasons(found, "c", "nobody") == ["meeting.unknown_seat"]
