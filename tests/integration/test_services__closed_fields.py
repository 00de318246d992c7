"""Closing fields of a ballot: by every way of opening it, each once and with a reason, or nothing is recorded."""

from __future__ import annotations

from typing import Any

import pytest
from deciding_council import found_council
from government import Government, codes
from sitting import DAY, MEETING, motion, secretariat
from sitting import council as motions
from sitting import opened as sat
from sitting_ballots import EVERYBODY

import govflow
from govflow.errors import BadInput

AMOUNT = 12_000_000
SECRET = "脆弱性の検査結果を四月までに提出すること"
WHY = "入札前のため"


def refused(act: Any, *args: Any, **more: Any) -> list[str]:
    with pytest.raises(BadInput) as told:
        act(*args, **more)
    return codes(told.value)


def test_the_consent_part_closes_for_every_item_or_for_one(cabinet: Government) -> None:
    council = motions(cabinet)
    for key in ("m1", "m2"):
        motion(council, key=key, amount=AMOUNT)
    desk = secretariat(council)
    govflow.call_meeting(desk, body="cio_council", at=f"{DAY}T10:00", place="庁舎")
    govflow.gather_items(desk, MEETING, part="consent")
    council.on(DAY)
    govflow.open_meeting(desk, MEETING, seats=EVERYBODY)
    wrong = {"3.amount": "x", "1.amont": "x", "2.reason": "　", "amount": ["a", "b"]}
    assert refused(govflow.pass_consent, desk, MEETING, closed=wrong) == [
        "register.not_closable",
        "register.closed_without_reason",
        "register.closed_twice",
        "register.not_consented",
    ]
    assert refused(govflow.pass_consent, desk, MEETING, closed={"1.amount": "x"}, without=[1]) == [
        "register.not_consented"
    ]
    assert govflow.list_ballots(council.onlooker) == []
    govflow.pass_consent(desk, MEETING, closed={"2.amount": WHY, "reason": "内部"})
    closed = [govflow.show_ballot(council.onlooker, f"CIO-2025-B00{n}").closed for n in (1, 2)]
    assert closed == [{"reason": "内部"}, {"reason": "内部", "amount": WHY}]
    public = [govflow.show_decision(council.onlooker, f"CIO-2025-D00{n}", public=True) for n in (1, 2)]
    assert [each.content["amount"] for each in public] == [AMOUNT, None]
    assert council.problems() == []


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        ({"amont": "x"}, "register.not_closable"),
        ({"amount": ""}, "register.closed_without_reason"),
        ({"amount": " 　"}, "register.closed_without_reason"),
        ({"amount": ["入札前", "捜査中"]}, "register.closed_twice"),
        ({"amount": "一行\n二行"}, "acts.bad_text"),
    ],
)
def test_what_cannot_be_closed_so_is_named_and_nothing_is_recorded(
    cabinet: Government, closed: dict[str, Any], expected: str
) -> None:
    council = found_council(cabinet)
    desk, chair = secretariat(council), council.person("chair")
    named = {"body": "cio_council", "question": "問", "closed": closed}
    assert refused(govflow.open_ballot, desk, **named) == [expected]
    assert refused(govflow.open_written, chair, **named, closes_at="2025-04-25T17:00", reason="急ぐ") == [
        expected
    ]
    sat(council, seats=EVERYBODY)
    govflow.add_item(desk, MEETING, title="件", section="decide")
    govflow.call_item(desk, MEETING, 1)
    assert refused(govflow.open_in_sitting, desk, MEETING, 1, closed=closed) == [expected]
    assert govflow.list_ballots(council.onlooker) == []


@pytest.mark.parametrize("reason", ["", " ", "　", None])
def test_a_condition_is_not_closed_without_a_reason(cabinet: Government, reason: str | None) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    cabinet.proposal(until="agenda_ready")
    sat(cabinet, seats=EVERYBODY)
    govflow.call_item(secretariat(cabinet), MEETING, 1)
    mover, stated = cabinet.person("mof_cio"), {"text": SECRET, "closed": reason}
    more = {"kind": "condition", "text": "条件", "condition": stated}
    assert refused(govflow.move_amendment, mover, MEETING, 1, **more) == ["values.closed_without_reason"]
    with cabinet.session.reading() as work:
        kept = work.meetings.get(MEETING)
    assert kept is not None
    assert kept.value.items["1"].amendments == {}
