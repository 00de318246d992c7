"""Who wrote positions down is told once where one person wrote all of them, and seat by seat where not."""

from __future__ import annotations

from govflow.cli.seat_lines import SeatLine, only_recorder, said
from govflow.messages import say

UKI, SATO = {"ja": "卯木 千里", "en": "Uki Chisato"}, {"ja": "左藤 環", "en": "Sato Tamaki"}
YES = SeatLine("mof.cio", None, None, "yes", UKI, None)
AWAY = YES._replace(position=None, recorder=None)
RECUSED = AWAY._replace(recused_for="")


def told(seat: SeatLine, recorder: dict[str, str] | None) -> str:
    found = said(seat, recorder=recorder)
    return say(found, "en") if found else ""


def test_one_recorder_of_all_positions_is_told_once() -> None:
    assert only_recorder([YES, YES, AWAY, RECUSED]) == UKI
    assert [told(seat, UKI) for seat in (YES, AWAY, RECUSED)] == [
        "yes",
        "",
        "recused: proposal of the own ministry",
    ]


def test_a_position_taken_in_person_or_recorded_by_another_is_told_apart() -> None:
    for other in (YES._replace(recorder=None), YES._replace(recorder=SATO)):
        assert only_recorder([YES, other]) is None
    assert only_recorder([AWAY, RECUSED]) is None
    assert told(YES, None) == "yes (recorded by Uki Chisato)"


def test_words_go_around_a_position_in_their_order() -> None:
    more = {"voting.block_age": {"days": 3}, "voting.block_from": {"source": "CIO-2025-B001"}}
    blocks = YES._replace(position="block", text="no plan", more=more)
    assert told(blocks, UKI) == "block: no plan (for 3 days) (from the ballot CIO-2025-B001)"
