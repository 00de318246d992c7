"""What an agenda takes on, and what may still become of an item on it."""

from __future__ import annotations

from typing import Any

import pytest
from sample_meeting import RULE, item, minute, sitting_of
from sample_reasons import codes, moment, only

from govflow.domain.council.agenda import with_items
from govflow.domain.council.agenda_checks import (
    cannot_add,
    cannot_call_item,
    cannot_carry_over,
    cannot_move,
    cannot_note,
    cannot_remove,
    cannot_take_out,
)
from govflow.domain.council.item import Item, ItemState, Part, Section
from govflow.domain.council.meeting import Meeting
from govflow.messages import notice

PROPOSAL = "MOF-2025-0012"
ABOUT_IT = item("renewal")._replace(proposal=PROPOSAL)
TO_DECIDE, NEWS, SMALL, RENEWAL, TALK = range(1, 6)
AGENDA = [
    item("to decide"),
    item("news", Section.REPORT),
    item("small", part=Part.CONSENT),
    ABOUT_IT,
    item("talk", Section.DISCUSS)._replace(proposal="MOF-2025-0013"),
]
FOUND = with_items(sitting_of("chair", "a", "b", "c"), AGENDA)
CALLED = FOUND.calling(TO_DECIDE, at=minute(0), present=("a",)).calling(NEWS, at=minute(0), present=("a",))
UNKNOWN = 9


def against_adding(found: Meeting, added: Item) -> list[str]:
    return codes(cannot_add(found, added))


def against_moving(*numbers: int, **where: Any) -> list[str]:
    return codes(cannot_move(FOUND, numbers, **{"to": None, "section": None, "part": None, **where}))


def against_removing(found: Meeting, number: int, reason: str = "withdrawn") -> list[str]:
    return codes(cannot_remove(found, number, reason=reason))


def against_taking_out(found: Meeting, number: int, seat: str = "a") -> list[str]:
    return codes(cannot_take_out(found, number, seat=seat))


def against_calling(found: Meeting, number: int) -> list[str]:
    return codes(cannot_call_item(found, number, RULE, when=moment()))


def against_noting(found: Meeting, number: int) -> list[str]:
    return codes(cannot_note(found, number, RULE, when=moment()))


def against_carrying_over(found: Meeting, number: int, reason: str = "no time") -> list[str]:
    return codes(cannot_carry_over(found, number, reason=reason, ballots=[], when=moment()))


def test_an_item_has_a_title() -> None:
    assert against_adding(FOUND, item("free")) == []
    assert against_adding(FOUND, item("")) == ["no_title"]


def test_only_what_is_to_be_decided_goes_by_consent() -> None:
    assert against_adding(FOUND, item(part=Part.CONSENT)) == []
    assert against_adding(FOUND, item(section=Section.REPORT)) == []
    assert against_adding(FOUND, item(section=Section.REPORT, part=Part.CONSENT)) == ["consent_decides"]
    assert against_moving(TO_DECIDE, part=Part.CONSENT) == []
    assert against_moving(SMALL, section=Section.REPORT) == ["consent_decides"]
    assert against_moving(SMALL, section=Section.REPORT, part=Part.DISCUSSION) == []


def test_a_proposal_is_on_an_agenda_once_until_it_is_settled() -> None:
    assert against_adding(FOUND, ABOUT_IT._replace(proposal="MOF-2025-0099")) == []
    why = only(cannot_add(FOUND, ABOUT_IT))
    assert why.code == "meeting.on_agenda"
    assert why.params == {"proposal": PROPOSAL, "meeting": "TC-2025-M001"}
    assert against_adding(FOUND.calling(RENEWAL, at=minute(0), present=()), ABOUT_IT) == ["on_agenda"]
    assert against_adding(FOUND.settling(RENEWAL, ItemState.REMOVED), ABOUT_IT) == []


def test_what_was_not_called_is_removed_with_a_reason() -> None:
    assert against_removing(CALLED, RENEWAL) == []
    assert against_removing(CALLED, RENEWAL, "") == ["no_reason"]
    assert against_removing(CALLED, TO_DECIDE) == ["item_settled"]
    assert against_removing(CALLED, UNKNOWN) == ["unknown_item"]


def test_a_move_says_what_goes_where() -> None:
    assert against_moving() == ["no_item_named", "move_where"]
    assert against_moving(TO_DECIDE) == ["move_where"]
    assert against_moving(TO_DECIDE, to=2) == []
    assert against_moving(TO_DECIDE, to=0) == ["no_such_place"]
    assert against_moving(TO_DECIDE, section=Section.REPORT) == []
    assert against_moving(TO_DECIDE, part=Part.DISCUSSION) == []
    assert against_moving(UNKNOWN, section=Section.REPORT) == ["unknown_item"]


def test_a_proposal_that_is_to_be_decided_stays_so_and_no_other_becomes_it() -> None:
    why = only(cannot_move(FOUND, [RENEWAL], to=None, section=Section.DISCUSS, part=None))
    assert why.code == "meeting.proposal_stays"
    assert why.params == {"item": RENEWAL, "proposal": PROPOSAL}
    assert against_moving(TALK, section=Section.DECIDE) == ["proposal_stays"]
    assert against_moving(TALK, section=Section.REPORT) == []
    assert against_moving(RENEWAL, to=1) == against_moving(RENEWAL, part=Part.CONSENT) == []


def test_any_seat_takes_an_item_out_of_the_consent_part_before_it_is_called() -> None:
    assert against_taking_out(FOUND, SMALL) == []
    assert against_taking_out(FOUND, SMALL, "chair") == []
    assert against_taking_out(FOUND, SMALL, "nobody") == ["unknown_seat"]
    assert against_taking_out(FOUND, TO_DECIDE) == ["not_consent"]
    assert against_taking_out(FOUND, UNKNOWN) == ["unknown_item"]
    assert against_taking_out(FOUND.calling(SMALL, at=minute(0), present=()), SMALL) == ["item_settled"]


def test_an_item_is_called_once() -> None:
    assert against_calling(FOUND, TO_DECIDE) == []
    assert against_calling(CALLED, TO_DECIDE) == ["item_settled"]
    assert against_calling(FOUND, UNKNOWN) == ["unknown_item"]


def test_what_is_reported_or_discussed_is_noted_and_what_is_to_be_decided_is_put_to_the_vote() -> None:
    assert against_noting(FOUND, NEWS) == against_noting(FOUND, TALK) == []
    assert against_noting(CALLED, NEWS) == []
    assert against_noting(FOUND, TO_DECIDE) == ["is_to_be_decided"]
    assert against_noting(FOUND, UNKNOWN) == ["unknown_item"]
    assert against_noting(FOUND.settling(NEWS, ItemState.DONE), NEWS) == ["item_settled"]


@pytest.mark.parametrize("absent", ["a quorum", "a chair"])
def test_without_a_quorum_or_a_chair_no_item_is_called_or_noted(absent: str) -> None:
    few, why = (("chair",), "no_quorum") if absent == "a quorum" else (("a", "b", "c"), "nobody_presides")
    found = with_items(sitting_of(*few), AGENDA)
    assert against_calling(found, TO_DECIDE) == against_noting(found, NEWS) == [why]


def test_what_came_to_no_decision_is_carried_over_with_a_reason() -> None:
    assert against_carrying_over(FOUND, RENEWAL) == against_carrying_over(CALLED, TO_DECIDE) == []
    assert against_carrying_over(CALLED, TO_DECIDE, "") == ["no_reason"]
    assert against_carrying_over(FOUND, UNKNOWN) == ["unknown_item"]
    settled = FOUND.settling(RENEWAL, ItemState.CARRIED_OVER)
    assert against_carrying_over(settled, RENEWAL) == ["item_settled"]


def test_what_is_put_to_the_vote_is_not_carried_over() -> None:
    running = ("TC-2025-B001",)
    why = only(cannot_carry_over(CALLED, TO_DECIDE, reason="no time", ballots=running, when=moment()))
    assert (why.code, why.params) == ("meeting.ballots_open", {"ballots": ["TC-2025-B001"]})


def test_what_is_settled_is_told_with_the_state_it_would_have_to_have() -> None:
    why = only(cannot_remove(CALLED, TO_DECIDE, reason="withdrawn"))
    assert why.params == {
        "item": TO_DECIDE,
        "state": notice("meeting.item_called"),
        "allowed": [notice("meeting.item_listed")],
    }
