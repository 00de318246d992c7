"""What may be done to a meeting in which state; and every act of a sitting happens at a time that can be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

import pytest
from sample_meeting import RULE, START, item, meeting, minute, there
from sample_reasons import codes, moment, only

from govflow.domain.council.agenda import with_items
from govflow.domain.council.agenda_checks import (
    cannot_add,
    cannot_add_paper,
    cannot_call_item,
    cannot_carry_over,
    cannot_give_proxy,
    cannot_move,
    cannot_note,
    cannot_remove,
    cannot_reply,
    cannot_take_out,
    standing,
)
from govflow.domain.council.item import Part, Section
from govflow.domain.council.meeting import Meeting, MeetingState, Paper, Proxy, Reply
from govflow.domain.council.meeting_checks import (
    Coming,
    When,
    cannot_arrive,
    cannot_cancel,
    cannot_end,
    cannot_go_on,
    cannot_leave,
    cannot_open,
    cannot_resume,
    cannot_suspend,
)
from govflow.messages import Notice, notice

CALLED, OPEN, SUSPENDED = MeetingState.CALLED, MeetingState.OPEN, MeetingState.SUSPENDED
PROXY = Proxy("d", "e", (), "d_person", None, START)
REPLY = Reply("d", True, None, "", "d_person", None, START)
PAPER = Paper(1, None, "figures", "figures.pdf", "ab", 1, START)
COMING = Coming("d", "d", ("d_person",), "d_person")

Act = Callable[[Meeting, When], Iterator[Notice]]
Acts = Mapping[str, tuple[Act, Collection[MeetingState]]]

OF_THE_SITTING: Acts = {
    "open": (lambda m, when: cannot_open(m, m, RULE, when=when), [CALLED]),
    "arrive": (lambda m, when: cannot_arrive(m, [COMING], when=when), [CALLED, OPEN, SUSPENDED]),
    "leave": (lambda m, when: cannot_leave(m, ["a"], when=when), [CALLED, OPEN, SUSPENDED]),
    "suspend": (lambda m, when: cannot_suspend(m, reason="a break", when=when), [OPEN]),
    "resume": (lambda m, when: cannot_resume(m, RULE, when=when), [SUSPENDED]),
    "end": (lambda m, when: cannot_end(m, ballots=[], when=when), [OPEN, SUSPENDED]),
    "call an item": (lambda m, when: cannot_call_item(m, 1, RULE, when=when), [OPEN]),
    "note an item": (lambda m, when: cannot_note(m, 2, RULE, when=when), [OPEN]),
    "carry an item over": (
        lambda m, when: cannot_carry_over(m, 1, reason="no time", ballots=[], when=when),
        [OPEN, SUSPENDED],
    ),
}
AT_ANY_TIME: Acts = {
    "cancel": (lambda m, when: cannot_cancel(m, reason="a storm"), [CALLED]),
    "put a question": (lambda m, when: cannot_go_on(m, RULE), [OPEN]),
    "add an item": (lambda m, when: cannot_add(m, item("new")), [CALLED, OPEN, SUSPENDED]),
    "remove an item": (lambda m, when: cannot_remove(m, 1, reason="withdrawn"), [CALLED, OPEN, SUSPENDED]),
    "move an item": (
        lambda m, when: cannot_move(m, [1], to=1, section=None, part=None),
        [CALLED, OPEN, SUSPENDED],
    ),
    "take an item out": (lambda m, when: cannot_take_out(m, 3, seat="a"), [CALLED, OPEN, SUSPENDED]),
    "reply": (lambda m, when: cannot_reply(m, REPLY, holders=["d_person"]), [CALLED]),
    "give a proxy": (lambda m, when: cannot_give_proxy(m, PROXY, at_most=1), [CALLED, OPEN, SUSPENDED]),
    "add a paper": (lambda m, when: cannot_add_paper(m, PAPER), [CALLED, OPEN, SUSPENDED]),
}
EVERY: Acts = {**OF_THE_SITTING, **AT_ANY_TIME}


def standing_in(state: MeetingState) -> Meeting:
    """The meeting in a state, with four seats there, one of which presides, and an agenda of three items."""
    items = [item("first"), item("news", Section.REPORT), item("small", part=Part.CONSENT)]
    found = with_items(there(meeting(), "chair", "a", "b", "c"), items)
    return found._replace(state=state, chair="chair")


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("state", MeetingState)
def test_an_act_is_done_in_the_states_to_which_it_belongs(name: str, state: MeetingState) -> None:
    act, allowed = EVERY[name]
    assert codes(act(standing_in(state), moment())) == ([] if state in allowed else ["wrong_state"])


def test_a_wrong_state_is_told_with_those_that_would_be_right() -> None:
    why = only(cannot_end(standing_in(CALLED), ballots=[], when=moment()))
    said = {"meeting": "TC-2025-M001", "state": notice("meeting.state_called")}
    assert why.params == {
        **said,
        "allowed": [notice("meeting.state_open"), notice("meeting.state_suspended")],
    }


@pytest.mark.parametrize("name", OF_THE_SITTING)
def test_nothing_happens_ahead_of_the_clock_or_before_what_is_recorded(name: str) -> None:
    act, [state, *_] = OF_THE_SITTING[name]
    found = standing_in(state)
    assert codes(act(found, moment(minute(5), now=minute(5)))) == []
    assert codes(act(found, moment(minute(5), now=minute(4)))) == ["ahead_of_clock"]
    later = found._replace(stays={**found.stays, "1": found.stays["1"]._replace(since=minute(6))})
    assert codes(act(later, moment(minute(6)))) == []
    assert codes(act(later, moment(minute(5)))) == ["runs_back"]


def test_who_was_there_for_a_vote_stays_as_it_was() -> None:
    found = standing_in(OPEN)
    assert codes(cannot_leave(found, ["a"], when=moment(minute(5), voted=minute(5)))) == []
    why = only(cannot_leave(found, ["a"], when=moment(minute(5), voted=minute(6))))
    assert (why.code, why.params["latest"]) == ("meeting.runs_back", minute(6))
    why = only(cannot_leave(found, ["a"], when=moment("2025-04-15T00:59", voted="2025-04-15T00:58")))
    assert (why.code, why.params["latest"]) == ("meeting.runs_back", START)


@pytest.mark.parametrize("state", MeetingState)
def test_a_meeting_that_is_over_has_nothing_left_to_settle(state: MeetingState) -> None:
    titles = [each.title for each in standing(standing_in(state))]
    assert titles == (["first", "news", "small"] if state in (CALLED, OPEN, SUSPENDED) else [])
