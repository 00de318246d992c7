"""Notified ministries say that they have the decision: asked of each, waited for in inbox and overdue list."""

from __future__ import annotations

import pytest
from government import Government
from small_organisation import MINISTRIES

import govflow
from govflow.errors import NotAuthorised


def decided(cabinet: Government, *affected: str, until: str = "approved") -> str:
    """A proposal whose affected ministries had nothing against it."""
    reference = cabinet.proposal(until="coordination", affected_ministries=[*affected])
    for step in cabinet.steps(reference, "affected_ministry_opinion"):
        (code,) = (code for code, (_, name) in MINISTRIES.items() if name == step["ministry"]["en"])
        cabinet.act(f"{code}_cio", "no_objection", reference)
    cabinet.lead(reference, until)
    return reference


def notified(cabinet: Government, *affected: str) -> str:
    reference = decided(cabinet, *affected)
    cabinet.act("secretariat", "notification.notified", reference)
    return reference


def test_the_notification_asks_the_proposals_and_every_affected_ministry_once(cabinet: Government) -> None:
    reference = notified(cabinet, "mic", "mof", "mhlw")
    asked = [(step["ministry"]["en"], step["due_on"]) for step in cabinet.steps(reference, "receipt")]
    assert asked == [
        ("Ministry of Finance", "2025-04-17"),
        ("Ministry of Internal Affairs", "2025-04-17"),
        ("Ministry of Health", "2025-04-17"),
    ]


def test_where_no_other_ministry_is_affected_the_proposals_own_is_asked(cabinet: Government) -> None:
    assert [step["ministry"]["en"] for step in cabinet.steps(notified(cabinet), "receipt")] == [
        "Ministry of Finance"
    ]


def test_a_ministry_confirms_for_itself_with_a_reply(cabinet: Government) -> None:
    reference = notified(cabinet, "mic")
    cabinet.act("mic_pmo", "receipt.received", reference, reply="改修の時期を調整したい。", note="受領した。")
    own, other = cabinet.steps(reference, "receipt")
    assert (own["state"], other["state"]) == ("open", "answered")
    assert other["note"] == "改修の時期を調整したい。\n受領した。"
    with pytest.raises(NotAuthorised):
        cabinet.act("mhlw_pmo", "receipt.received", reference)


def test_receipts_wait_in_the_inbox_and_become_overdue(cabinet: Government) -> None:
    reference = notified(cabinet, "mic")

    def waiting(person: str) -> list[str | None]:
        page = govflow.inbox(cabinet.person(person))
        return [line.step for line in page.lines if line.reference == reference and line.step]

    assert waiting("mic_pmo") == waiting("mof_pmo") == ["receipt"]
    cabinet.act("mof_pmo", "received", reference)
    assert waiting("mof_pmo") == []
    cabinet.on("2025-04-18")
    late = govflow.overdue(cabinet.onlooker).lines
    assert [(line.reference, line.step, line.days_left) for line in late] == [(reference, "receipt", -1)]


def test_a_rejection_is_confirmed_too(cabinet: Government) -> None:
    reference = decided(cabinet, "mic", until="gcio_decision")
    cabinet.act("gcio", "reject", reference, note="効果が見込めない。")
    cabinet.act("secretariat", "notification.notified", reference)
    for person in ("mof_pmo", "mic_pmo"):
        cabinet.act(person, "receipt.received", reference)
    assert {state for state, _ in cabinet.answers(reference, "receipt")} == {"answered"}
    assert cabinet.problems() == []


def test_the_letter_names_every_notified_ministry_and_asks_for_the_receipt(cabinet: Government) -> None:
    reference = decided(cabinet, "mic")
    letter = govflow.memo(cabinet.onlooker, reference, lang="ja", kind="notification").text
    assert "財務省、総務省 御中" in letter
    assert "通知の日から5営業日以内に回答してください。" in letter
