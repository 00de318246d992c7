"""A record that tells what was not possible is found out, whatever its hashes say; what is sound passes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from sample_meeting import RULE, START, item, meeting, minute, sitting_of, there

from govflow.domain.council.agenda import with_items
from govflow.domain.council.amendments import with_amendment
from govflow.domain.council.attendance import ended, leaving, opened, resumed, suspended, watched
from govflow.domain.council.item import Amendment, AmendmentKind, ItemState
from govflow.domain.council.meeting import Meeting, MeetingState, Paper, Pause, Proxy, Reply, Stay
from govflow.domain.council.meeting_record import Step, begun_wrongly, impossible
from govflow.domain.council.occasion import Occasion
from govflow.messages import notice, say

PAPER = Paper(1, 1, "paper", "paper.pdf", "0" * 64, 3, START)
NOW = minute(100)


def step(before: Meeting, after: Meeting) -> Step:
    return Step(before, after, RULE, 1, NOW, day_of=lambda moment: moment[:10])


def found(before: Meeting, after: Meeting) -> list[str]:
    """The codes of everything that was not possible; each can be said in both languages."""
    reasons = list(impossible(step(before, after)))
    for why in reasons:
        assert say(notice("audit.impossible", subject="", reference="r", seq=1, why=why), "ja")
    return [why.code.removeprefix("meeting.") for why in reasons]


CALLED = with_items(meeting(), [item("one"), item("two")])
OPEN = opened(there(CALLED, "chair", "a", "b", "c"), at=START)
IN_DEBATE = OPEN.calling(1, at=minute(5), present=("chair", "a", "b", "c"))
SHORT = watched(leaving(OPEN, ["a"], at=minute(9)), RULE, at=minute(9))
REPLY = Reply("a", False, "a_alternate", "", "a_person", None, START)
PROXY = Proxy("d", "a", (), "d_person", None, START)


def test_what_happened_in_order_is_possible() -> None:
    replied = CALLED._replace(replies={"a": REPLY}, proxies={"d": PROXY})
    history = [
        meeting(),
        CALLED,
        CALLED._replace(papers={"1": PAPER}),
        OPEN._replace(papers={"1": PAPER}),
        IN_DEBATE._replace(papers={"1": PAPER}),
    ]
    debated = history[-1].settling(1, ItemState.DONE, outcome=Occasion.PASSED)
    paused = suspended(debated, Pause(minute(8), "lunch"))
    again = resumed(paused, at=minute(20))
    over = ended(again, at=minute(30)).settling(2, ItemState.CARRIED_OVER)
    for before, after in pairwise([*history, debated, paused, again, over]):
        assert found(before, after) == []
    assert found(CALLED, replied) == []
    assert found(OPEN, SHORT) == []
    assert list(begun_wrongly(meeting(), at=meeting().called_at)) == []


def stay(number: int, seat: str, **more: str) -> Stay:
    return Stay(number, seat, more.get("office", seat), more.get("person", f"{seat}_person"), minute(1))


def with_stay(before: Meeting, new: Stay) -> Meeting:
    return before._replace(stays={**before.stays, str(new.number): new})


def moved(before: Meeting, amendment: Amendment) -> Meeting:
    """The meeting with an amendment of its first item."""
    return with_amendment(before, before.items["1"], amendment)


def called_once_more(before: Meeting) -> Meeting:
    return before.with_item(before.items["1"]._replace(called_at=minute(7)))


DOCTORED: dict[str, tuple[Meeting, Meeting, str]] = {
    "opened below the quorum": (CALLED, opened(there(CALLED, "chair", "a"), at=START), "no_quorum"),
    "opened without a chair": (CALLED, opened(there(CALLED, "a", "b", "c"), at=START), "nobody_presides"),
    "opened on another day": (
        CALLED,
        opened(
            there(CALLED, "chair", "a", "b", "c", at=f"2025-04-16{START[10:]}"), at=f"2025-04-16{START[10:]}"
        ),
        "other_day",
    ),
    "opened twice": (OPEN, OPEN._replace(opened_at=minute(3)), "record_changed"),
    "ahead of the clock": (
        OPEN,
        IN_DEBATE.with_item(IN_DEBATE.items["1"]._replace(called_at=minute(101))),
        "ahead_of_clock",
    ),
    "a call that changed": (CALLED, CALLED._replace(place="elsewhere"), "record_changed"),
    "a seat taken out": (OPEN, OPEN._replace(seats=OPEN.seats[:-1]), "record_changed"),
    "a stay of an unknown seat": (OPEN, with_stay(OPEN, stay(5, "nobody")), "unknown_seat"),
    "two stays of one seat at once": (OPEN, with_stay(OPEN, stay(5, "a")), "there_already"),
    "an alternate the charter lacks": (OPEN, with_stay(OPEN, stay(5, "d", office="x")), "no_alternate"),
    "a stay before what is on record": (
        IN_DEBATE,
        with_stay(IN_DEBATE, stay(5, "d")),
        "runs_back",
    ),
    "a stay that was rewritten": (OPEN, with_stay(OPEN, stay(2, "a", person="other")), "record_changed"),
    "a stay that was taken out": (
        OPEN,
        OPEN._replace(stays={key: each for key, each in OPEN.stays.items() if key != "4"}),
        "record_numbers",
    ),
    "a quorum lost and nothing said": (OPEN, leaving(OPEN, ["a"], at=minute(9)), "record_quorum"),
    "suspended for a quorum that was held": (
        OPEN,
        suspended(OPEN, Pause(minute(9), "", quorum=True)),
        "record_quorum",
    ),
    "suspended without a reason": (OPEN, suspended(OPEN, Pause(minute(9), "")), "no_reason"),
    "resumed without a quorum": (SHORT, resumed(SHORT, at=minute(12)), "no_quorum"),
    "chaired by who comes later": (OPEN, OPEN._replace(chair="deputy"), "record_chair"),
    "an amendment moved before the item was called": (
        IN_DEBATE,
        moved(IN_DEBATE, Amendment(1, AmendmentKind.DEFER, "a", "t", at=minute(4))),
        "runs_back",
    ),
    "an amendment that was reworded": (
        moved(IN_DEBATE, Amendment(1, AmendmentKind.DEFER, "a", "t", at=minute(6))),
        moved(IN_DEBATE, Amendment(1, AmendmentKind.DEFER, "a", "other", at=minute(6))),
        "record_changed",
    ),
    "called twice": (IN_DEBATE, called_once_more(IN_DEBATE), "record_changed"),
    "called with who was not there": (
        OPEN,
        OPEN.calling(1, at=minute(5), present=("chair", "a", "b", "c", "d")),
        "record_present",
    ),
    "called before the opening": (CALLED, CALLED.calling(1, at=minute(5), present=()), "wrong_state"),
    "called while suspended": (
        SHORT,
        SHORT.calling(1, at=minute(12), present=("chair", "b", "c")),
        "wrong_state",
    ),
    "present rewritten": (
        IN_DEBATE,
        IN_DEBATE.with_item(IN_DEBATE.items["1"]._replace(present=("chair",))),
        "record_present",
    ),
    "settled without being called": (OPEN, OPEN.settling(1, ItemState.DONE), "record_present"),
    "settled anew": (
        OPEN.settling(1, ItemState.CARRIED_OVER),
        OPEN.settling(1, ItemState.LISTED),
        "record_item",
    ),
    "removed after the call": (IN_DEBATE, IN_DEBATE.settling(1, ItemState.REMOVED, note="x"), "record_item"),
    "removed without a reason": (OPEN, OPEN.settling(1, ItemState.REMOVED), "no_reason"),
    "about something else": (
        OPEN,
        OPEN.with_item(OPEN.items["1"]._replace(proposal="MOF-2025-0001")),
        "record_changed",
    ),
    "an item without a number": (OPEN, OPEN._replace(items={**OPEN.items, "9": item("x")}), "record_numbers"),
    "a paper put in another's place unseen": (
        OPEN._replace(papers={"1": PAPER}),
        OPEN._replace(papers={"1": PAPER._replace(digest="1" * 64)}),
        "record_changed",
    ),
    "a paper said to be there before": (OPEN, OPEN._replace(papers={"1": PAPER}), "record_changed"),
    "a reply after the opening": (OPEN, OPEN._replace(replies={"a": REPLY}), "wrong_state"),
    "a proxy of a proxy": (
        OPEN._replace(proxies={"d": PROXY}),
        OPEN._replace(proxies={"d": PROXY, "a": PROXY._replace(seat="a", holder="b")}),
        "holds_proxies",
    ),
    "ended with an item left": (OPEN, ended(OPEN, at=minute(9)), "record_end"),
    "ended and still there": (
        OPEN,
        OPEN._replace(state=MeetingState.ENDED, ended_at=minute(9)),
        "record_end",
    ),
    "opened after the end": (
        ended(sitting_of("chair", "a", "b", "c"), at=minute(9)),
        sitting_of("chair", "a", "b", "c"),
        "wrong_state",
    ),
    "cancelled while open": (OPEN, OPEN._replace(state=MeetingState.CANCELLED, cancelled="x"), "wrong_state"),
    "cancelled without a reason": (CALLED, CALLED._replace(state=MeetingState.CANCELLED), "no_reason"),
}


@pytest.mark.parametrize("what", DOCTORED)
def test_what_was_not_possible_is_found(what: str) -> None:
    before, after, code = DOCTORED[what]
    assert code in found(before, after)


BEGINNINGS: dict[str, Callable[[Meeting], Meeting]] = {
    "open": lambda one: one._replace(state=MeetingState.OPEN),
    "with items": lambda one: with_items(one, [item()]),
    "with somebody there": lambda one: there(one, "a"),
    "called at another time": lambda one: one._replace(called_at=START),
}


@pytest.mark.parametrize("what", BEGINNINGS)
def test_a_meeting_begins_with_its_call_alone(what: str) -> None:
    doctored = BEGINNINGS[what](meeting())
    assert [why.code for why in begun_wrongly(doctored, at=meeting().called_at)] == ["meeting.record_begins"]
