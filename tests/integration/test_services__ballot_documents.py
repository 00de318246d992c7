"""The end of a ballot issues its record and the text of what it decided, whichever way it ended."""

from __future__ import annotations

import json
from typing import Any

import pytest
from deciding_council import found_council, put, vote
from doctored_rows import doctor
from government import Government

import govflow


@pytest.fixture
def council(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return found_council(either)


def closed(council: Government, *answers: str, **more: Any) -> govflow.CouncilReceipt:
    """A ballot that was answered so, and closed."""
    ballot = put(council, **more)
    vote(council, ballot, answers)
    return govflow.close_ballot(council.person("secretariat"), ballot)


def text(council: Government, number: str, lang: str = "ja") -> str:
    return govflow.document(council.onlooker, number, lang=lang).text


def test_a_decision_is_told_with_its_number_and_both_digests(council: Government) -> None:
    receipt = closed(council, "yes", "yes", "no")
    assert receipt.documents == ("CIO-BR-2025-0001", "CIO-DT-2025-0001")
    with council.session.reading() as work:
        row = work.decisions.get(receipt.told["decision"])
    assert row is not None
    for lang, printed in (
        ("ja", "令和7年度CIO連絡会議決定第1号"),
        ("en", "CIO council decision No. 1 of fiscal 2025"),
    ):
        told = text(council, "CIO-DT-2025-0001", lang)
        assert [part for part in (printed, row.digest, row.public_digest) if part not in told] == []
    assert council.problems() == []


def test_without_a_decision_there_is_only_the_record_of_the_ballot(council: Government) -> None:
    ballot = put(council, closes_at="2025-04-10T12:00")
    vote(council, ballot, ("yes", "-", "-"))
    council.on("2025-04-10T12:01")
    assert govflow.close_ballot(council.person("secretariat"), ballot).documents == ("CIO-BR-2025-0001",)
    ballot = put(council)
    withdrawn = govflow.withdraw_ballot(council.person("secretariat"), ballot, reason="資料の差替え")
    assert withdrawn.documents == ("CIO-BR-2025-0002",)
    assert "取下げ" in text(council, "CIO-BR-2025-0002")
    assert council.problems() == []


def test_a_tie_is_told_once_the_chair_has_broken_it(council: Government) -> None:
    tied = closed(council, "yes", "no", "abstain")
    assert tied.documents == ()
    decided = govflow.casting_vote(council.person("chair"), tied.reference, "yes", reason="期限が迫る")
    assert decided.documents == ("CIO-BR-2025-0001", "CIO-DT-2025-0001")
    assert "cast the deciding vote: yes" in text(council, "CIO-BR-2025-0001", "en")
    assert council.problems() == []


@pytest.mark.parametrize(("published", "told"), [("false", False), ("true", True)])
def test_positions_are_told_as_the_charter_says(cabinet: Government, published: str, told: bool) -> None:
    council = found_council(cabinet, publication=f"{{minutes: true, positions: {published}}}")
    closed(council, "yes", "yes", "no:費用が高い")
    for number in ("CIO-BR-2025-0001", "CIO-DT-2025-0001"):
        issued = text(council, number)
        seen = told and "BR" in number
        assert ("費用が高い" in issued, "甲 mic_cio" in issued) == (seen, seen)
    listed = govflow.list_documents(council.onlooker, reference="CIO-2025-B001")
    assert [row["subject"] for row in listed] == ["ballot", "ballot"]


def test_the_text_of_a_decision_is_made_of_the_public_version_alone(council: Government) -> None:
    closed(council, "yes", "yes", "yes")
    with council.session.reading() as work:
        row = work.documents.get("CIO-DT-2025-0001")
    assert row is not None
    assert not {"amount", "conditions", "reason", "positions"} & json.loads(row.context)["ballot"].keys()


def test_a_dry_run_issues_nothing_and_takes_no_number(council: Government) -> None:
    ballot = put(council)
    vote(council, ballot, ("yes", "yes", "yes"))
    govflow.close_ballot(council.person("secretariat"), ballot, dry_run=True)
    assert govflow.list_documents(council.onlooker) == []
    receipt = govflow.close_ballot(council.person("secretariat"), ballot)
    assert receipt.documents == ("CIO-BR-2025-0001", "CIO-DT-2025-0001")
    assert council.problems() == []


def test_a_document_taken_out_is_missed(cabinet: Government) -> None:
    council = found_council(cabinet)
    closed(council, "yes", "yes", "yes")
    doctor(
        council.url,
        "DELETE FROM renditions WHERE number = 'CIO-DT-2025-0001'",
        "DELETE FROM documents WHERE number = 'CIO-DT-2025-0001'",
    )
    assert set(council.problems()) == {"audit.document_missing", "audit.counter_differs"}
