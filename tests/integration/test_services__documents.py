"""Documents: numbered in the order of the log, frozen by the act, rendered once, never altered."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from doctored_rows import doctor
from government import Government, codes
from templating import with_templates

import govflow
from govflow.errors import DocumentError, NotFound, Refused, VerificationFailed
from govflow.resources import OVERRIDE


def approved(cabinet: Government, **content: Any) -> str:
    return cabinet.proposal(until="approved", **content)


def test_the_decision_issues_memo_record_and_notification_in_both_languages(either: Government) -> None:
    reference = approved(either)
    assert either.shown(reference).documents == (
        "EN-2025-0001",
        "DM-2025-0001",
        "DR-2025-0001",
        "NT-2025-0001",
    )
    for number in either.shown(reference).documents:
        texts = {lang: govflow.document(either.onlooker, number, lang=lang).text for lang in ("ja", "en")}
        assert "年金記録システムの更改" in texts["ja"]
        assert texts["ja"] != texts["en"]
        assert number in texts["en"]


def test_numbers_are_gap_free_in_the_order_of_the_log(cabinet: Government) -> None:
    references = [cabinet.proposal(until="gcio_decision") for _ in range(3)]
    for reference in reversed(references):
        cabinet.act("gcio", "approve", reference)
    memos = [row for row in govflow.list_documents(cabinet.onlooker) if row["kind"] == "decision_memo"]
    assert [row["number"] for row in memos] == ["DM-2025-0001", "DM-2025-0002", "DM-2025-0003"]
    assert [row["reference"] for row in memos] == references[::-1]


def test_a_refused_or_tried_act_uses_no_number(cabinet: Government) -> None:
    first, second = (cabinet.proposal(until="gcio_decision") for _ in range(2))
    cabinet.act("gcio", "approve", first, dry_run=True)
    with pytest.raises(Refused):
        cabinet.act("gcio", "approve", first, amount=10**12)
    assert "DM-2025-0001" in cabinet.act("gcio", "approve", second).documents


def test_numbers_begin_anew_each_fiscal_year(cabinet: Government) -> None:
    approved(cabinet)
    reference = cabinet.on("2026-03-31").proposal(until="gcio_decision")
    assert "DM-2026-0001" in cabinet.on("2026-04-01").act("gcio", "approve", reference).documents


def test_what_is_known_later_does_not_change_a_document(cabinet: Government) -> None:
    reference = approved(cabinet)
    before = govflow.memo(cabinet.onlooker, reference, lang="ja")
    cabinet.lead(reference, "closed")
    cabinet.organise(persons=["successor"], without=["cas.gcio"])
    assert govflow.memo(cabinet.onlooker, reference, lang="ja") == before


def test_a_later_template_does_not_change_a_document(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = approved(cabinet)
    before = govflow.memo(cabinet.onlooker, reference, lang="ja")
    monkeypatch.setenv(OVERRIDE, str(with_templates(cabinet.folder, "decision_memo", "別の様式\n")))
    assert govflow.render_pending(cabinet.session) == 0
    assert govflow.memo(cabinet.onlooker, reference, lang="ja") == before
    later = govflow.memo(cabinet.onlooker, approved(cabinet), lang="ja")
    assert later.text.strip() == "別の様式"
    assert later.template_digest != before.template_digest


def test_a_second_decision_supersedes_the_first(cabinet: Government) -> None:
    reference = cabinet.proposal(until="intake")
    cabinet.act("secretariat", "return", reference, note="資料が足りない。")
    cabinet.lead(reference, "intake")
    first, second = govflow.list_documents(cabinet.onlooker, reference=reference)
    assert (first["supersedes"], second["supersedes"]) == (None, first["number"])
    newest = govflow.memo(cabinet.onlooker, reference, lang="en", kind="endorsement")
    assert (newest.number, newest.outdated) == (second["number"], None)
    older = govflow.document(cabinet.onlooker, first["number"], lang="en").outdated
    assert older is not None
    assert (older.code, older.params["by"]) == ("documents.superseded", second["number"])
    assert cabinet.problems() == []


def test_a_document_of_a_proposal_that_was_returned_since_says_so(cabinet: Government) -> None:
    reference = cabinet.proposal(until="intake")
    assert govflow.memo(cabinet.onlooker, reference, lang="en", kind="endorsement").outdated is None
    seq = cabinet.act("secretariat", "return", reference, note="資料が足りない。").seq
    since = govflow.memo(cabinet.onlooker, reference, lang="en", kind="endorsement").outdated
    assert since is not None
    assert (since.code, since.params["seq"]) == ("documents.returned", seq)


def test_without_a_decision_memo_no_other_document_is_shown_in_its_place(cabinet: Government) -> None:
    reference = cabinet.proposal(until="intake")
    with pytest.raises(NotFound) as missing:
        govflow.memo(cabinet.onlooker, reference, lang="en")
    assert codes(missing.value) == ["documents.no_memo"]
    assert "(endorsement)" in str(missing.value)
    assert f"govflow memo {reference} --kind endorsement" in str(missing.value)
    with pytest.raises(NotFound, match="did you mean 'endorsement'"):
        govflow.memo(cabinet.onlooker, reference, lang="en", kind="endorsment")
    with pytest.raises(NotFound) as nothing:
        govflow.memo(cabinet.onlooker, cabinet.draft(), lang="en")
    assert codes(nothing.value) == ["documents.nothing_issued"]


def test_a_text_that_was_altered_is_not_shown(cabinet: Government) -> None:
    reference = approved(cabinet)
    memo = govflow.memo(cabinet.onlooker, reference, lang="ja")
    doctor(
        cabinet.url,
        f"UPDATE renditions SET text = replace(text, '1億円', '2億円') WHERE number = '{memo.number}'",
    )
    for read in (
        lambda: govflow.memo(cabinet.onlooker, reference, lang="ja"),
        lambda: govflow.document(cabinet.onlooker, memo.number, lang="ja"),
    ):
        with pytest.raises(VerificationFailed, match="govflow audit verify") as altered:
            read()
        assert codes(altered.value) == ["documents.text_altered"]


def test_what_could_not_be_rendered_is_listed_and_repaired_later(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    monkeypatch.setenv(
        OVERRIDE, str(with_templates(cabinet.folder, "decision_memo", "{{ nothing.at.all }}\n"))
    )
    with pytest.raises(DocumentError):
        cabinet.act("gcio", "approve", reference)
    monkeypatch.delenv(OVERRIDE)
    assert cabinet.state(reference) == "approved"
    assert govflow.verify(cabinet.session).pending == ("DM-2025-0001",)
    with pytest.raises(NotFound) as missing:
        govflow.memo(cabinet.onlooker, reference, lang="ja")
    assert codes(missing.value) == ["documents.not_rendered"]
    assert govflow.render_pending(cabinet.session) == 2
    assert govflow.render_pending(cabinet.session) == 0
    assert govflow.memo(cabinet.onlooker, reference, lang="ja").number == "DM-2025-0001"
    assert govflow.verify(cabinet.session).pending == ()


def test_one_broken_template_does_not_hold_up_the_other_documents(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    monkeypatch.setenv(OVERRIDE, str(with_templates(cabinet.folder, "decision_memo", "{{ oops }}\n")))
    with pytest.raises(DocumentError) as failed:
        cabinet.act("gcio", "approve", reference)
    assert codes(failed.value) == ["acts.done_not_rendered", *["documents.missing_value"] * 2]
    for number in ("DR-2025-0001", "NT-2025-0001"):
        assert govflow.document(cabinet.onlooker, number, lang="en").number == number


def test_an_act_renders_its_own_documents_and_leaves_the_others_alone(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (cabinet.proposal(until="gcio_decision") for _ in range(2))
    monkeypatch.setenv(OVERRIDE, str(with_templates(cabinet.folder, "decision_memo", "{{ oops }}\n")))
    with pytest.raises(DocumentError):
        cabinet.act("gcio", "approve", first)
    monkeypatch.delenv(OVERRIDE)
    assert "DM-2025-0002" in cabinet.act("gcio", "approve", second).documents
    assert govflow.verify(cabinet.session).pending == ("DM-2025-0001",)


def test_pending_documents_are_rendered_by_their_numbers(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    references = [cabinet.proposal(until="gcio_decision") for _ in range(2)]
    monkeypatch.setenv(OVERRIDE, str(with_templates(cabinet.folder, "decision_memo", "{{ oops }}\n")))
    for reference in references:
        with pytest.raises(DocumentError):
            cabinet.act("gcio", "approve", reference)
    monkeypatch.delenv(OVERRIDE)
    assert govflow.render_pending(cabinet.session, numbers=[]) == 0
    assert govflow.render_pending(cabinet.session, numbers=["DM-2025-0002"]) == 2
    assert govflow.verify(cabinet.session).pending == ("DM-2025-0001",)


def test_titles_are_data_and_never_templates_or_markup(cabinet: Government) -> None:
    reference = approved(cabinet, title="{{ 7 * 7 }} <script>alert(1)</script> | # 見出し")
    memo = govflow.memo(cabinet.onlooker, reference, lang="ja")
    assert "{{ 7 \\* 7 }}" in memo.text
    assert "<script>" not in govflow.as_html(memo)


def test_digests_are_of_what_is_stored(cabinet: Government) -> None:
    memo = govflow.memo(cabinet.onlooker, approved(cabinet), lang="ja")
    assert memo.text_digest == hashlib.sha256(memo.text.encode()).hexdigest()
    with cabinet.session.store.reading() as work:
        row = work.documents.get(memo.number)
    assert row is not None
    assert memo.context_digest == hashlib.sha256(row.context.encode()).hexdigest()
    assert json.loads(row.context)["demonstration"] is True


def test_a_document_that_is_not_there_is_not_found(cabinet: Government) -> None:
    draft, decided = cabinet.draft(), approved(cabinet)
    with pytest.raises(NotFound):
        govflow.document(cabinet.onlooker, "DM-2025-0099", lang="ja")
    for reference, kind in (("NO-1", None), (draft, None), (decided, "no_such_kind")):
        with pytest.raises(NotFound):
            govflow.memo(cabinet.onlooker, reference, lang="ja", kind=kind)


@pytest.mark.parametrize(
    "given",
    [
        "令和7年度決第2号",
        "令和７年度決第２号",
        "令和7年度 決 第2号",
        "令和7年度決第2号（DM-2025-0002）",
        "ＤＭ－２０２５－０００２",
    ],
)
def test_a_document_is_found_by_its_japanese_number_too(cabinet: Government, given: str) -> None:
    for _ in range(3):
        approved(cabinet)
    assert govflow.document(cabinet.onlooker, given, lang="ja").number == "DM-2025-0002"
    after = govflow.list_documents(cabinet.onlooker, after=given, limit=1)
    assert [row["number"] for row in after] == ["DM-2025-0003"]


@pytest.mark.parametrize(
    "given",
    [
        "令和7年度決第9号",
        f"令和7年度決第{'9' * 5000}号",
        "令和7年度決第1号（DM-2025-0002）",
        "令和6年度決第1号",
        "令和7年度空第1号",
        "平成7年度決第1号",
        " ",
    ],
)
def test_a_japanese_number_that_was_never_given_is_not_found_as_it_was_written(
    cabinet: Government, given: str
) -> None:
    approved(cabinet)
    with pytest.raises(NotFound) as missing:
        govflow.document(cabinet.onlooker, given, lang="ja")
    assert missing.value.notices[0].params["number"] == given


def test_a_demonstrations_documents_carry_its_mark(cabinet: Government) -> None:
    memo = govflow.memo(cabinet.onlooker, approved(cabinet), lang="ja")
    assert "実証" in memo.text
