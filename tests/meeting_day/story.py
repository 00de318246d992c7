"""The story in its order: every step of the day with what its user looks at."""

from __future__ import annotations

from collections.abc import Callable

from meeting_day import afterwards, again, before, convening, sitting
from meeting_day.day import Day

STEPS: tuple[Callable[[Day], None], ...] = (
    before.thirty_programmes_reach_the_council,
    before.one_is_decided_in_writing_and_blocked,
    before.a_committee_evaluates_two,
    convening.the_meeting_is_called_in_time,
    convening.what_waits_comes_onto_the_agenda,
    convening.papers_are_put_into_the_pack,
    convening.the_notice_goes_out,
    convening.the_replies_forecast_a_quorum,
    sitting.the_meeting_opens_with_a_quorum,
    sitting.the_result_in_writing_is_noted,
    sitting.the_consent_part_goes_through_without_one_item,
    sitting.every_other_item_goes_its_way,
    afterwards.every_item_has_ended_as_it_went,
    afterwards.the_decisions_are_numbered_without_a_gap,
    afterwards.a_decision_is_published_without_positions,
    afterwards.each_position_is_a_commitment_of_its_ministry,
    afterwards.the_government_cio_decides_with_the_result,
    afterwards.the_ministries_are_told_with_the_conditions,
    afterwards.the_text_of_a_decision_says_what_waits_for_its_condition,
    afterwards.the_text_of_a_decision_says_what_waits_for_its_condition,
    afterwards.the_documents_of_the_meeting_are_issued,
    afterwards.the_minutes_are_drafted_corrected_and_signed,
    afterwards.the_published_minutes_leave_out_what_is_closed,
    again.what_was_carried_over_comes_back,
    again.it_is_decided_and_the_numbers_go_on,
    again.the_record_holds,
)


def tell(day: Day) -> None:
    for step in STEPS:
        step(day)
