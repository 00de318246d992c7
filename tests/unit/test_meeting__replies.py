"""Before a meeting seats say who comes; until its end they let others speak for them."""

from __future__ import annotations

from collections.abc import Sequence

from sample_meeting import START, item, meeting, minute
from sample_reasons import codes, only

from govflow.domain.council.agenda import with_items
from govflow.domain.council.agenda_checks import cannot_give_proxy, cannot_reply
from govflow.domain.council.item import ItemState
from govflow.domain.council.meeting import Meeting, Proxy, Reply

FIRST, SECOND, THIRD, UNKNOWN = 1, 2, 3, 9
FOUND = with_items(meeting(), [item("first"), item("second"), item("third")])


def against_reply(
    seat: str = "a",
    *,
    attends: bool = False,
    alternate: str | None = None,
    holders: Sequence[str] = ("somebody",),
) -> list[str]:
    reply = Reply(seat, attends, alternate, "", "a_person", None, START)
    return codes(cannot_reply(FOUND, reply, holders=holders))


def proxy(seat: str, holder: str, *items: int) -> Proxy:
    return Proxy(seat, holder, items, f"{seat}_person", None, START)


def holding(*proxies: Proxy) -> Meeting:
    return FOUND._replace(proxies={each.seat: each for each in proxies})


def against_proxy(given: Proxy, *, found: Meeting = FOUND, at_most: int = 1) -> list[str]:
    return codes(cannot_give_proxy(found, given, at_most=at_most))


def test_a_seat_comes_stays_away_or_sends_its_alternate() -> None:
    assert against_reply(attends=True) == []
    assert against_reply(attends=False) == []
    assert against_reply(alternate="a_alternate") == []
    assert against_reply("nobody", attends=True, alternate="x", holders=()) == ["unknown_seat"]


def test_who_comes_sends_nobody() -> None:
    assert against_reply(attends=True, alternate="a_alternate") == ["comes_and_sends"]
    assert against_reply(attends=True, alternate="x") == ["comes_and_sends", "no_alternate"]


def test_only_an_alternate_of_the_charters_is_sent() -> None:
    reply = Reply("a", False, "b_alternate", "", "a_person", None, START)
    why = only(cannot_reply(FOUND, reply, holders=()))
    assert why.code == "meeting.no_alternate"
    assert why.params == {"seat": "a", "office": "b_alternate", "alternates": ["a_alternate"]}


def test_nobody_comes_from_an_office_that_nobody_holds() -> None:
    def office_without(reply: Reply) -> str:
        why = only(cannot_reply(FOUND, reply, holders=()))
        assert why.code == "meeting.nobody_holds"
        return str(why.params["office"])

    comes = Reply("a", True, None, "", "a_person", None, START)
    assert office_without(comes) == "a"
    assert office_without(comes._replace(attends=False, alternate="a_alternate")) == "a_alternate"
    assert against_reply(attends=False, holders=()) == []


def test_a_proxy_is_of_a_seat_that_votes_to_another_that_does() -> None:
    assert against_proxy(proxy("a", "b")) == []
    assert against_proxy(proxy("a", "chair")) == ["not_voting"]
    assert against_proxy(proxy("chair", "a")) == ["not_voting"]
    assert against_proxy(proxy("nobody", "else")) == ["unknown_seat", "unknown_seat"]
    assert against_proxy(proxy("a", "a")) == ["proxy_of_self"]
    assert against_proxy(proxy("chair", "chair")) == ["not_voting", "proxy_of_self"]


def test_a_proxy_is_for_items_that_are_not_decided() -> None:
    found = FOUND.calling(SECOND, at=minute(0), present=()).settling(THIRD, ItemState.DONE)
    assert against_proxy(proxy("a", "b", FIRST, SECOND), found=found) == []
    assert against_proxy(proxy("a", "b", FIRST, THIRD), found=found) == ["item_settled"]
    assert against_proxy(proxy("a", "b", UNKNOWN), found=found) == ["unknown_item"]


def test_a_seat_speaks_for_as_many_others_as_the_charter_says() -> None:
    found = holding(proxy("a", "e"), proxy("b", "e"))
    assert against_proxy(proxy("c", "e"), found=found, at_most=3) == []
    why = only(cannot_give_proxy(found, proxy("c", "e"), at_most=2))
    assert why.code == "meeting.too_many_proxies"
    assert why.params == {"holder": "e", "others": ["a", "b"], "most": 2}
    assert against_proxy(proxy("a", "e", FIRST), found=found, at_most=2) == []
    assert against_proxy(proxy("c", "d"), found=found, at_most=1) == []


def test_a_body_without_proxies_has_none() -> None:
    why = only(cannot_give_proxy(FOUND, proxy("a", "b"), at_most=0))
    assert (why.code, why.params) == ("meeting.no_proxies", {"body": "council"})


def test_proxies_go_one_step_only() -> None:
    found = holding(proxy("a", "b"), proxy("d", "b"))
    why = only(cannot_give_proxy(found, proxy("c", "a"), at_most=2))
    assert (why.code, why.params) == ("meeting.proxy_of_proxy", {"holder": "a", "other": "b"})
    why = only(cannot_give_proxy(found, proxy("b", "c"), at_most=2))
    assert (why.code, why.params) == ("meeting.holds_proxies", {"seat": "b", "others": ["a", "d"]})
    assert against_proxy(proxy("b", "a"), found=found) == ["proxy_of_proxy", "holds_proxies"]
