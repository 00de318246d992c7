"""Whoever holds a saved document can find out which one it is, and whether the record stands by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from doctored_rows import doctor
from government import Government, codes
from templating import with_templates

import govflow
from govflow import IssuedDocument, verify_document
from govflow.errors import BadInput, VerificationFailed
from govflow.resources import OVERRIDE


@pytest.fixture
def memo(cabinet: Government) -> IssuedDocument:
    return govflow.memo(cabinet.onlooker, cabinet.proposal(until="approved"), lang="ja")


def saved(folder: Path, text: str, name: str = "memo.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def refused(cabinet: Government, path: Path) -> list[str]:
    """What is said of a file that does not hold."""
    with pytest.raises(VerificationFailed) as failed:
        verify_document(cabinet.session, path)
    return codes(failed.value)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_saved_document_is_found_with_the_act_that_issued_it(cabinet: Government, lang: str) -> None:
    reference = cabinet.proposal(until="approved")
    for number in cabinet.shown(reference).documents:
        issued = govflow.document(cabinet.onlooker, number, lang=lang)
        for text in (issued.text, govflow.as_html(issued)):
            found = verify_document(cabinet.session, saved(cabinet.folder, text))
            assert (found.number, found.language, found.reference) == (number, lang, reference)
            assert found.text_digest == issued.text_digest
    assert (found.act["en"], found.person) == ("approve", {"ja": "甲 gcio", "en": "Ko gcio"})
    assert (found.day, found.outdated) == ("2025-04-10", None)


@pytest.mark.parametrize(("old", "new"), [("1億円", "2億円"), ("\n", "\r\n"), ("承認", "不承認")])
def test_a_document_that_was_altered_is_told_by_its_number(
    cabinet: Government, memo: IssuedDocument, old: str, new: str
) -> None:
    for text in (memo.text, govflow.as_html(memo)):
        path = cabinet.folder / "memo"
        path.write_bytes(text.replace(old, new).encode())
        assert refused(cabinet, path) == ["documents.not_as_issued"]


def test_a_page_that_claims_the_digest_of_another_text_is_found_out(
    cabinet: Government, memo: IssuedDocument
) -> None:
    page = govflow.as_html(memo).replace("<main>", "<main><p>承認しない。</p>")
    assert memo.text_digest in page
    assert refused(cabinet, saved(cabinet.folder, page, "memo.html")) == ["documents.not_as_issued"]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", "別の文書\n".encode(), b"<!DOCTYPE html>\n<p>DM-2025-0009</p>"]
)
def test_what_the_store_never_issued_is_not_of_it(
    cabinet: Government, memo: IssuedDocument, data: bytes
) -> None:
    path = cabinet.folder / "other"
    path.write_bytes(data)
    assert refused(cabinet, path) == ["documents.not_of_store"]


def test_a_document_that_prints_no_number_is_found_by_its_digest_alone(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "番号のない様式\n"
    monkeypatch.setenv(OVERRIDE, str(with_templates(cabinet.folder, "decision_memo", text)))
    memo = govflow.memo(cabinet.onlooker, cabinet.proposal(until="approved"), lang="ja")
    assert verify_document(cabinet.session, saved(cabinet.folder, text)).number == memo.number
    assert refused(cabinet, saved(cabinet.folder, "別の様式\n")) == ["documents.not_of_store"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("UPDATE documents SET context = replace(context, '100000000', '1')", "audit.document_altered"),
        ("UPDATE documents SET issued_at = '2025-03-01T00:00:00.000000Z'", "audit.document_differs"),
        ("UPDATE renditions SET text = replace(text, '1億円', '2億円')", "audit.rendition_altered"),
        ("UPDATE history SET note = '別の理由。' WHERE trigger = 'approve'", "history.altered"),
        ("DELETE FROM history WHERE trigger = 'approve'", "audit.document_altered"),
    ],
)
def test_a_true_copy_does_not_hold_where_store_and_history_disagree(
    cabinet: Government, memo: IssuedDocument, change: str, problem: str
) -> None:
    doctor(cabinet.url, change)
    first, *problems = refused(cabinet, saved(cabinet.folder, memo.text))
    assert first == "documents.not_upheld"
    assert problem in problems


def test_a_document_that_is_no_longer_the_last_word_still_holds_and_says_so(cabinet: Government) -> None:
    reference = cabinet.proposal(until="intake")
    letter = govflow.memo(cabinet.onlooker, reference, lang="ja", kind="endorsement")
    cabinet.act("secretariat", "return", reference, note="資料が足りない。")
    since = verify_document(cabinet.session, saved(cabinet.folder, letter.text)).outdated
    assert since is not None
    assert since.code == "documents.returned"


def test_a_file_that_cannot_be_read_is_bad_input(cabinet: Government) -> None:
    with pytest.raises(BadInput):
        verify_document(cabinet.session, cabinet.folder / "nowhere.md")
