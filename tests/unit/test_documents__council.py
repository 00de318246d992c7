"""Each document of a body says what it must in both languages, whatever was or was not said in the meeting."""

from __future__ import annotations

import re

import pytest
import sample_held_meeting as sample
from rendered_document import has_row
from sample_council_document import context, minutes_told

from govflow.documents.html import to_html
from govflow.documents.renderer import render
from govflow.domain.council.redaction import redaction_of
from govflow.messages import LANGUAGES
from govflow.services.council.documents.sitting import withheld_told
from govflow.services.council.documents.voting import ballot_told
from govflow.services.documents.kinds import COUNCIL_KINDS

HOSTILE = "{{ 7 * 7 }} <script>alert(1)</script> | # 見出し\n\n## 偽の節 **強調** [x](http://e.example)"
each_document = pytest.mark.parametrize(
    ("kind", "lang"), [(kind, lang) for kind in COUNCIL_KINDS for lang in LANGUAGES]
)


def text(kind: str, lang: str, **more: object) -> str:
    return render(f"council/{kind}", lang=lang, context=context(kind, **more)).text  # type: ignore[arg-type]  # words


@each_document
def test_it_begins_with_number_and_date_and_ends_with_what_proves_it(kind: str, lang: str) -> None:
    said = text(kind, lang)
    mark = COUNCIL_KINDS[kind].mark
    number = f"令和7年度CIO連絡会議{mark.ja}第3号" if lang == "ja" else f"CIO-{mark.en}-2025-0003"
    day = "令和7年9月3日" if lang == "ja" else "3 September 2025"
    assert said.splitlines()[:3] == [f"| {number} |", "|---:|", f"| {day} |"]
    proof = said[said.rindex("\n## ") :]
    for needed in (sample.charter().digest, "d4" * 32, "gf-7c1e42d9", "15"):
        assert needed in proof
    assert (sample.MEETING if COUNCIL_KINDS[kind].subject == "meeting" else "CIO-2025-B008") in proof


@each_document
def test_a_demonstrations_document_says_so_first(kind: str, lang: str) -> None:
    assert text(kind, lang, demonstration=True).startswith("**")


@each_document
def test_it_is_whole_in_its_language(kind: str, lang: str) -> None:
    said = text(kind, lang)
    assert "None" not in said
    assert "{'" not in said
    headings = re.findall(r"^#+ .*$", said, re.MULTILINE)
    if lang == "en":
        written_here = [h for h in headings if not re.search("税関", h)]
        assert [h for h in written_here if re.search("[\u3041-\u30ff\u4e00-\u9fff]", h)] == []
    rows = [line for line in said.splitlines() if line.startswith("|")]
    assert [row for row in rows if not row.endswith("|")] == []


@pytest.mark.parametrize("kind", COUNCIL_KINDS)
def test_english_sentences_stand_apart(kind: str) -> None:
    assert (
        re.findall(r"[a-z)][.,;:)][A-Z][a-z]|\)[a-z]", text(kind, "en", title="It", text="So it was.")) == []
    )


@each_document
def test_what_people_wrote_stays_text(kind: str, lang: str) -> None:
    said = text(kind, lang, title=HOSTILE, text=HOSTILE)
    page = to_html(said, lang=lang, title="x")
    assert "<script>alert" not in page
    assert "49" not in re.sub(r"[0-9a-f]{12,}|\d\d:\d\d", "", said)
    for written in ("<strong>強調", "<h2>偽の節", "href="):
        assert written not in page
    tables = re.findall(r"(?:^\|.*\n)+", said, re.MULTILINE)
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1, table


def test_the_notice_says_when_where_what_and_until_when_to_reply() -> None:
    ja, en = (text("convocation", lang, title="庁舎") for lang in LANGUAGES)
    assert has_row(ja, "日時", "令和7年9月3日 10:00")
    assert "令和7年9月2日までに" in ja
    assert has_row(en, "Time", "3 September 2025, 10:00 JST")
    assert "by 2 September 2025" in en
    assert "MOF-2025-0012" in ja
    assert "継続案件" in ja


def test_the_agenda_has_the_sections_in_their_order() -> None:
    said = text("agenda", "ja")
    places = [said.index(word) for word in ("議決事項", "一括審議", "報告事項", "討議事項")]
    assert places == sorted(places)


def test_a_replaced_paper_is_no_longer_listed() -> None:
    said = text("papers", "ja")
    assert "new.pdf" in said
    assert "資料2の差替え" in said
    assert "old.pdf" not in said


def test_attendance_tells_times_alternates_and_empty_seats() -> None:
    said = text("attendance", "ja")
    name = sample.directory().persons[sample.holder("cao.dcio")].name.ja
    title = sample.directory().offices["cao.cio"].title.ja
    sits = sample.directory().offices["cao.dcio"].title.ja
    assert has_row(said, title, name, "10:00", "10:50", f"代理出席（{sits}）")
    assert has_row(said, sample.directory().offices["mof.cio"].title.ja, "欠席", "—", "—", "")
    assert "席数5のうち、出席は4です。議決権のある席は4で、うち出席は3です。" in said


@pytest.mark.parametrize("kind", ["minutes", "published_minutes", "ballot_record"])
def test_positions_are_told_only_where_the_charter_publishes_them(kind: str) -> None:
    person = sample.directory().persons[sample.holder("digital.cio")].name.ja
    row = re.compile(rf"\| 反対 \| {person} \| 本人、口頭（記録：")
    assert row.search(text(kind, "ja", positions=True))
    assert not row.search(text(kind, "ja"))


def test_the_commitment_register_tells_every_position_and_who_may_see_it() -> None:
    said = text("commitments", "ja")
    for words in ("代理出席", "口頭（記録：", "除斥", "異議なし", "構成員限り"):
        assert words in said
    assert "構成員限り" not in text("commitments", "ja", positions=True)


def test_a_ballot_record_tells_counts_outcome_and_papers() -> None:
    said = text("ballot_record", "en")
    assert has_row(said, "4", "2", "1", "0", "0", "1", "0", "0")
    assert "Passed" in said
    assert sample.PAPER_DIGEST in said
    assert "not told here" in said


def test_minutes_tell_what_happened_to_each_item() -> None:
    said = text("minutes", "ja")
    for words in (
        "10:50から11:10まで中断した。定足数を欠いたためである。",
        "異議の有無を諮り、異議はなかった",
        "修正案1：金額を10億円とする",
        "先の修正により、採決を要しなかった",
        "議長（CIO連絡会議議長）が裁決し、賛成とした",
        "この議題は、次の会議に継続した",
        "決定番号：CIO-2025-D012",
        "議長が次の議題を一括して異議の有無を諮り、異議はなかった",
        "| 4 | 税関業務システムの更改（CAO-2025-0001） | 4 | 0 | CIO-2025-B009 |",
        "この会議では取り上げなかった",
        "非公開",
        "財務省CIO",
    ):
        assert words in said, words


def test_the_published_minutes_leave_closed_remarks_and_corrections_out_and_tell_who_signed() -> None:
    ja = text("published_minutes", "ja")
    assert "非公開：" not in ja
    assert "非公開の発言（1件）" in ja
    assert "修正の申出（1件）" in ja
    assert "13:00" not in ja
    assert has_row(
        ja, "内閣官房CIO", sample.directory().persons[sample.holder("cas.cio")].name.ja, "令和7年9月3日 14:00"
    )
    assert ja.count(sample.CONTENT_DIGEST) == 3


def test_a_decision_names_its_number_both_digests_and_what_is_withheld() -> None:
    ja = text("decision_text", "ja")
    assert has_row(ja, "決定番号", "令和7年度CIO連絡会議決定第12号（CIO-2025-D012）")
    assert has_row(ja, "効力", "次の会議で追認されなければ失効する")
    for digest in (sample.CONTENT_DIGEST, sample.PAPER_DIGEST):
        assert digest in ja
    assert "公表しない部分" in ja
    assert has_row(ja, "席ごとの賛否", "設置要綱により公表しない")
    assert has_row(text("decision_text", "en", text="a named person"), "condition 2", "a named person")


def test_what_is_withheld_is_told_in_one_order_however_many_conditions_there_are() -> None:
    told = withheld_told({"conditions.10": "b", "conditions.2": "a", "amount": "c"})
    assert [each["title"]["en"] for each in told] == ["amount", "condition 2", "condition 10"]


@pytest.mark.parametrize(("lang", "due", "ended"), [("ja", "締切", "終了"), ("en", "Deadline", "Closed")])
def test_the_record_of_a_ballot_tells_its_deadline_apart_from_its_close(
    lang: str, due: str, ended: str
) -> None:
    def record(closes_at: str | None) -> str:
        voted = sample.ballot(closes_at=closes_at, closed_at=sample.at("11:40"))
        told = {"ballot": ballot_told(voted, sample.directory(), positions=True)}
        return render("council/ballot_record", lang=lang, context=context("ballot_record") | told).text

    written = record(sample.at("12:00"))
    assert [line.split("|")[1].strip() for line in written.splitlines() if ":40 " in line] == [ended]
    assert [line.split("|")[1].strip() for line in written.splitlines() if "12:00 " in line] == [due]
    assert f"| {due} |" not in record(None)


@pytest.mark.parametrize(("lang", "close"), [("ja", "## 3 閉会"), ("en", "## 3 Close")])
def test_the_close_is_the_last_point_of_an_agenda(lang: str, close: str) -> None:
    headings = [line for line in text("agenda", lang).splitlines() if line.startswith("#")]
    assert headings.index(close) == len(headings) - 2
    assert {"ja": "### 除斥の申出", "en": "### Declared conflicts of interest"}[lang] in headings


def test_what_stays_out_of_a_decisions_public_version_stays_out_of_public_minutes() -> None:
    meeting, closed = sample.meeting(), sample.ballot(closed={"amount": "交渉中のため"})
    redactions = {item.number: redaction_of(closed) for item in meeting.agenda()}
    full, public = (
        minutes_told(
            meeting, [closed], sample.charter(), sample.directory(), redactions=redactions, public=public
        )
        for public in (False, True)
    )
    item = next(item for item in public["items"] if item["number"] == 1)
    assert "10億円" in rendered("minutes", full)
    assert "10億円" not in rendered("published_minutes", public)
    assert "金額の減額" in rendered("published_minutes", public)
    assert item["ballots"][0]["amount"] is None


def rendered(kind: str, told: sample.Json) -> str:
    return render(f"council/{kind}", lang="ja", context=context(kind) | told).text


def test_an_empty_meeting_is_told_as_well() -> None:
    bare = sample.meeting(items={}, papers={}, stays={}, pauses=(), on_paper="", shortened="")
    for lang in LANGUAGES:
        told = context("minutes") | minutes_told(
            bare, [], sample.charter(), sample.directory(), redactions={}, public=False
        )
        assert render("council/minutes", lang=lang, context=told).text
