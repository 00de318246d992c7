"""Documents of a meeting: issued by recorded acts, superseded by later ones, and verified like any other."""

from __future__ import annotations

from datetime import date

import pytest
from doctored_rows import doctor
from government import Government, refused
from sitting import MEETING, called, council, motion, opened, secretariat

import govflow
from govflow.errors import BadInput, NotAuthorised, NotFound, Refused, VerificationFailed
from govflow.messages import LANGUAGES


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return council(either)


def texts(government: Government, number: str) -> dict[str, str]:
    """A document in both languages."""
    return {lang: govflow.document(government.onlooker, number, lang=lang).text for lang in LANGUAGES}


def test_members_are_called_with_the_agenda_as_it_stands(cio: Government) -> None:
    reference = motion(cio, title="年金記録システム")
    called(cio)
    govflow.gather_items(secretariat(cio), MEETING)
    receipt = govflow.convoke(secretariat(cio), MEETING)
    assert receipt.documents == ("CIO-CV-2025-0001",)
    assert receipt.told == {"document": "CIO-CV-2025-0001", "reply_by": "2025-04-14"}
    notice = texts(cio, "CIO-CV-2025-0001")
    for lang, words in (
        ("ja", ["令和7年度CIO連絡会議招第1号", "令和7年4月15日 10:00", "令和7年4月14日までに"]),
        ("en", ["CIO-CV-2025-0001", "15 April 2025, 10:00 JST", "by 14 April 2025"]),
    ):
        assert [word for word in [*words, reference, "年金記録システム"] if word not in notice[lang]] == []
    assert cio.problems() == []


def test_a_later_notice_supersedes_and_both_are_found_by_meeting_and_number(cio: Government) -> None:
    called(cio)
    first = govflow.convoke(secretariat(cio), MEETING).told["document"]
    second = govflow.convoke(secretariat(cio), MEETING, reply_by=date(2025, 4, 11)).told["document"]
    found = govflow.list_documents(cio.onlooker, reference=MEETING)
    assert [(row["number"], row["supersedes"]) for row in found] == [(first, None), (second, first)]
    assert {(row["subject"], row["kind"], row["about"]["en"]) for row in found} == {
        ("meeting", "convocation", "CIO council, 15 April 2025")
    }
    older = govflow.document(cio.onlooker, "令和7年度CIO連絡会議招第1号", lang="ja")
    assert older.number == first
    assert older.outdated is not None
    assert older.outdated.params["by"] == second


def test_a_notice_is_refused_with_every_reason(cio: Government) -> None:
    called(cio)
    assert refused(NotAuthorised, govflow.convoke, cio.person("mof_cio"), MEETING) == ["meeting.not_officer"]
    for day, reason in ((date(2025, 4, 1), "reply_past"), (date(2025, 5, 1), "reply_after_meeting")):
        assert refused(Refused, govflow.convoke, secretariat(cio), MEETING, reply_by=day) == [
            f"minutes.{reason}"
        ]
    assert govflow.list_documents(cio.onlooker) == []
    meeting = opened(cio)
    assert refused(Refused, govflow.convoke, secretariat(cio), meeting) == ["minutes.convoked_too_late"]


@pytest.mark.parametrize(
    ("kind", "mark", "words"),
    [
        ("agenda", "AG", ["議決事項", "For decision"]),
        ("papers", "PL", ["資料はありません", "no papers"]),
        ("attendance", "AT", ["| 職mic.cio | 欠席 |", "| office mic.cio | absent |"]),
        ("commitments", "CR", ["採決はありませんでした", "no ballot"]),
    ],
)
def test_documents_are_issued_when_they_are_needed(
    cio: Government, kind: str, mark: str, words: list[str]
) -> None:
    motion(cio)
    meeting = opened(cio)
    receipt = govflow.issue_document(secretariat(cio), meeting, kind)
    assert receipt.documents == (f"CIO-{mark}-2025-0001",)
    ja, en = texts(cio, receipt.documents[0]).values()
    assert words[0] in ja
    assert words[1] in en
    assert cio.problems() == []


def test_what_is_not_yet_there_is_not_issued(cio: Government) -> None:
    called(cio)
    desk = secretariat(cio)
    for kind in ("attendance", "commitments"):
        assert refused(Refused, govflow.issue_document, desk, MEETING, kind) == ["minutes.not_opened"]
    assert refused(BadInput, govflow.issue_document, desk, MEETING, "agendas") == ["minutes.kind_unknown"]
    assert refused(NotFound, govflow.issue_document, desk, "CIO-2025-M009", "agenda") == ["meeting.unknown"]
    govflow.cancel_meeting(desk, MEETING, reason="台風")
    assert refused(Refused, govflow.issue_document, desk, MEETING, "agenda") == ["minutes.meeting_cancelled"]
    assert govflow.list_documents(cio.onlooker) == []


def test_a_file_of_it_is_verified_against_the_meetings_history(cio: Government) -> None:
    called(cio)
    number = govflow.convoke(secretariat(cio), MEETING).told["document"]
    issued = govflow.document(cio.onlooker, number, lang="ja")
    for name, text in (("notice.md", issued.text), ("notice.html", govflow.as_html(issued))):
        found = govflow.verify_document(cio.session, cio.write(name, text))
        assert (found.number, found.reference, found.kind) == (number, MEETING, "convocation")
        assert found.act["en"] == "notice of meeting"
    with pytest.raises(VerificationFailed):
        govflow.verify_document(cio.session, cio.write("forged.md", issued.text.replace("10:00", "11:00")))


def test_a_document_that_was_altered_with_its_row_is_found(cabinet: Government) -> None:
    called(cio := council(cabinet))
    number = govflow.convoke(secretariat(cio), MEETING).told["document"]
    doctor(
        cio.url,
        f"UPDATE documents SET context = replace(context, '第一会議室', '第二会議室') WHERE number = '{number}'",
    )
    assert cio.problems() == ["audit.document_altered"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("subject", "'ballot'"),
        ("kind", "'agenda'"),
        ("template", "'council/agenda'"),
        ("reference", "'CIO-2025-M002'"),
    ],
)
def test_a_row_that_says_something_else_than_the_history_is_found(
    cabinet: Government, column: str, value: str
) -> None:
    called(cio := council(cabinet))
    number = govflow.convoke(secretariat(cio), MEETING).told["document"]
    assert cio.problems() == []
    doctor(cio.url, f"UPDATE documents SET {column} = {value} WHERE number = '{number}'")
    assert "audit.document_differs" in cio.problems()
