"""What the record of minutes may not hold, however it came there: each doctored step is told."""

from __future__ import annotations

from typing import Any

import pytest
import sample_held_meeting as sample

from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.council.minutes import Correction, Minutes, Remark, Signature
from govflow.domain.council.minutes_checks import record_of
from govflow.domain.council.minutes_record import MinutesStep, minutes_impossible

MEMBER, OFFICE = sample.holder("cas.cio"), "cas.cio"
OTHER = sample.holder("digital.cio")
AT, TODAY = sample.at("16:00"), "2025-09-03"
DRAFTED = Minutes("CIO-MN-2025-0001", "r")
GOES_ROUND = DRAFTED._replace(circulated_at=AT, until="2025-09-02")
SIGNED = GOES_ROUND._replace(signatures=(Signature(MEMBER, OFFICE, AT), Signature(OTHER, "digital.cio", AT)))
REMARK = Remark(1, "質疑", False, MEMBER, AT, number=1)
CORRECTION = Correction(MEMBER, OFFICE, "修正", AT, "CIO-MN-2025-0001", 1)


def reasons(before: Minutes, after: Minutes, trigger: str, **more: Any) -> list[str]:
    meeting: Meeting = sample.meeting(minutes=before, **more.pop("meeting", {}))
    said = {"person": MEMBER, "office": OFFICE, "at": AT, "today": TODAY, **more}
    step = MinutesStep(meeting, after, more.pop("charter", sample.charter()), trigger, **said)
    return [reason.code.removeprefix("minutes.") for reason in minutes_impossible(step)]


def test_the_steps_that_acts_make_are_possible() -> None:
    number = "CIO-MN-2025-0001"
    assert reasons(Minutes(), DRAFTED, "draft_minutes", documents=(number,)) == []
    assert reasons(Minutes(), Minutes().remarked(REMARK), "remark") == []
    assert reasons(DRAFTED, DRAFTED._replace(circulated_at=AT, until=TODAY), "circulate_minutes") == []
    open_ = DRAFTED._replace(circulated_at=AT, until=TODAY)
    assert reasons(open_, open_.corrected(CORRECTION), "correct_minutes") == []
    assert reasons(GOES_ROUND, GOES_ROUND.signed(Signature(MEMBER, OFFICE, AT)), "sign_minutes") == []
    public = SIGNED._replace(published="CIO-MP-2025-0001")
    assert reasons(SIGNED, public, "publish_minutes", documents=("CIO-MP-2025-0001",)) == []
    assert reasons(SIGNED, SIGNED, "end") == []


@pytest.mark.parametrize(
    ("before", "after", "trigger", "more", "told"),
    [
        (Minutes(), DRAFTED, "draft_minutes", {}, "record_document"),
        (Minutes(), DRAFTED, "end", {}, "record_otherwise"),
        (Minutes(), Minutes(), "remark", {}, "record_empty"),
        (Minutes(), Minutes().remarked(REMARK._replace(person=OTHER)), "remark", {}, "record_otherwise"),
        (Minutes(), Minutes().remarked(REMARK._replace(item=99)), "remark", {}, "no_item"),
        (Minutes(), Minutes().remarked(REMARK._replace(at="2026")), "remark", {}, "record_otherwise"),
        (DRAFTED, GOES_ROUND, "circulate_minutes", {}, "until_past"),
        (GOES_ROUND, GOES_ROUND.corrected(CORRECTION), "correct_minutes", {}, "too_late"),
        (GOES_ROUND, SIGNED, "sign_minutes", {}, "record_otherwise"),
        (
            GOES_ROUND,
            GOES_ROUND.signed(Signature(MEMBER, OFFICE, AT)),
            "sign_minutes",
            {"today": "2025-09-02"},
            "still_circulated",
        ),
        (
            GOES_ROUND,
            GOES_ROUND.signed(Signature(MEMBER, "mof.cio", AT)),
            "sign_minutes",
            {"office": "mof.cio"},
            "not_attended",
        ),
        (
            GOES_ROUND,
            GOES_ROUND._replace(published="x"),
            "publish_minutes",
            {"documents": ("x",)},
            "not_signed",
        ),
        (SIGNED, SIGNED._replace(published="x"), "publish_minutes", {}, "record_document"),
        (SIGNED, SIGNED._replace(remarks=(REMARK,)), "remark", {}, "signed_already"),
    ],
)
def test_a_doctored_step_is_told(
    before: Minutes, after: Minutes, trigger: str, more: dict[str, Any], told: str
) -> None:
    assert told in reasons(before, after, trigger, **more)


def test_a_draft_of_a_meeting_that_goes_on_is_told() -> None:
    going = {"state": MeetingState.OPEN}
    found = reasons(Minutes(), DRAFTED, "draft_minutes", meeting=going, documents=("CIO-MN-2025-0001",))
    assert found == ["not_ended"]


def test_what_minutes_are_drawn_up_from_is_everything_but_their_own_way() -> None:
    meeting, ballot = sample.meeting(), sample.ballot()
    record = record_of(meeting, [ballot])
    on_its_way = meeting.minutes._replace(signatures=(), published="x", document="y", until=TODAY)
    assert record_of(meeting._replace(minutes=on_its_way), [ballot]) == record
    assert record_of(meeting, [ballot._replace(overridden="CIO-2025-B009", noted_in="x")]) == record
    for other, voted in (
        (meeting._replace(place="別室"), [ballot]),
        (meeting._replace(minutes=meeting.minutes.remarked(REMARK)), [ballot]),
        (meeting._replace(minutes=meeting.minutes.corrected(CORRECTION)), [ballot]),
        (meeting, [ballot._replace(given=4)]),
        (meeting, []),
    ):
        assert record_of(other, voted) != record
