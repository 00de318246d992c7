"""What is closed of a ballot is in no published text: not as a field, and not in words that somebody wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from balloting import close, load, load_council, opened, vote
from deciding_council import CIOS as HOLDERS
from deciding_council import charter, decide, found_council
from government import Government
from sitting import MEETING, motion, secretariat
from sitting import council as motions
from sitting import opened as sat
from sitting_ballots import EVERYBODY, put, said

import govflow
from govflow.services.council.ballots import deciding

AMOUNT = 12_000_000
FORMS = ("12000000", "12,000,000", "1,200万", "1200万", "一千二百万円", "12 million")
SECRET = "脆弱性の検査結果を四月までに提出すること"
WHY, WHY_SECRET = "入札前のため", "安全保障のため"
CLOSED = {"amount": WHY}
PUBLIC = ("decision_text", "ballot_record", "agenda", "papers", "commitments", "published_minutes")


def context(government: Government, number: str) -> str:
    """What a document was rendered from."""
    with government.session.reading() as work:
        row = work.documents.get(number)
    assert row is not None
    return row.context


def published(government: Government) -> Iterator[tuple[str, str]]:
    """Every text that everybody may read, with where it stands."""
    session = government.onlooker
    for line in govflow.list_decisions(session):
        yield line.number, govflow.decision_text(session, line.number, public=True)
        shown = govflow.show_decision(session, line.number, public=True)
        yield f"{line.number} shown", json.dumps(asdict(shown), ensure_ascii=False, default=str)
    for document in govflow.list_documents(session):
        number = document["number"]
        if document["kind"] in PUBLIC:
            yield number, context(government, number)
            for lang in ("ja", "en"):
                yield f"{number} {lang}", govflow.document(session, number, lang=lang).text


def leaks(government: Government, *secrets: str) -> set[tuple[str, str]]:
    """The places in which one of them can be read."""
    return {(place, each) for place, text in published(government) for each in secrets if each in text}


def decided_in_a_sitting(government: Government) -> str:
    """A reduction and a condition, both closed, and the main question. The number of the decision."""
    proposal = government.proposal(until="agenda_ready")
    sat(government, seats=EVERYBODY)
    desk = secretariat(government)
    govflow.call_item(desk, MEETING, 1)
    mover = government.person("mof_cio")
    govflow.move_amendment(
        mover, MEETING, 1, kind="amount", text="12,000,000円（1,200万円）に減額する", amount=AMOUNT
    )
    asked = {"text": SECRET, "owner": "mof.pmo", "closed": WHY_SECRET}
    govflow.move_amendment(mover, MEETING, 1, kind="condition", text=f"{SECRET}を求める", condition=asked)
    put(government, amendment=1, closed=CLOSED)
    govflow.no_objection(desk, "CIO-2025-B001")
    put(government, amendment=2)
    govflow.no_objection(desk, "CIO-2025-B002")
    put(government, asks=False)
    for seat in EVERYBODY[1:]:
        said(government, seat, "yes", ballot="CIO-2025-B003", text="12 million yenなら妥当")
    number = str(govflow.close_ballot(desk, "CIO-2025-B003").told["decision"])
    govflow.add_remark(desk, MEETING, 1, text="一千二百万円の内訳について説明があった。")
    for kind in ("agenda", "papers", "commitments"):
        govflow.issue_document(desk, MEETING, kind)
    govflow.end_meeting(desk, MEETING)
    assert government.shown(proposal).records["council"]["amount"] == AMOUNT
    return number


def with_minutes(government: Government) -> str:
    """Minutes that were signed and published. The number of the full ones."""
    desk = secretariat(government)
    full = govflow.draft_minutes(desk, MEETING).told["document"]
    govflow.circulate_minutes(desk, MEETING, until=date(2025, 4, 18))
    government.on("2025-04-21")
    for person in ("mof_cio", "mic_cio"):
        govflow.sign_minutes(government.person(person), MEETING)
    govflow.publish_minutes(secretariat(government), MEETING)
    return str(full)


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, which publishes how each seat votes."""
    text = charter(publication="{positions: true, minutes: true}")
    govflow.load_body(
        either.session,
        str(either.write("council.yaml", text.replace("panel: panel", "panel: ministers_council"))),
    )
    return either


def test_what_an_amendment_closes_is_in_no_published_text_before_anything_is_put_to_the_vote(
    cio: Government,
) -> None:
    cio.proposal(until="agenda_ready")
    sat(cio, seats=EVERYBODY)
    desk = secretariat(cio)
    govflow.call_item(desk, MEETING, 1)
    asked = {"text": SECRET, "closed": WHY_SECRET}
    more = {"kind": "condition", "text": f"{SECRET}を求める", "condition": asked}
    govflow.move_amendment(cio.person("mof_cio"), MEETING, 1, **more)
    govflow.add_paper(desk, MEETING, cio.write("1.pdf", "検査"), title=f"案：{SECRET}", item=1)
    for kind in ("agenda", "papers"):
        govflow.issue_document(desk, MEETING, kind)
    govflow.carry_over_item(desk, MEETING, 1, reason="検討のため")
    govflow.end_meeting(desk, MEETING)
    full = with_minutes(cio)
    assert {place for place, _ in published(cio)} >= {"CIO-MP-2025-0001 ja"}
    assert leaks(cio, SECRET) == set()
    assert f"案：{SECRET}" in govflow.document(cio.onlooker, full, lang="ja").text


def test_what_is_closed_in_an_ordinary_decision_is_in_no_published_text(cio: Government) -> None:
    number = decided_in_a_sitting(cio)
    full_minutes = with_minutes(cio)
    assert leaks(cio, *FORMS, SECRET) == set()
    places = {place for place, _ in published(cio)}
    assert {"CIO-MP-2025-0001 ja", "CIO-DT-2025-0001 en", "CIO-CR-2025-0001", f"{number} shown"} <= places
    full = govflow.show_decision(cio.onlooker, number)
    assert (full.content["amount"], full.content["conditions"][0]["text"]) == (AMOUNT, SECRET)
    marks = [("amount", WHY), ("conditions.1", WHY_SECRET)]
    assert [(each["field"], each["reason"]) for each in full.content["withheld"]] == marks
    public = govflow.show_decision(cio.onlooker, number, public=True)
    assert public.content["withheld"] == full.content["withheld"]
    assert (public.content["amount"], public.content["conditions"]) == (None, [])
    told = govflow.document(cio.onlooker, full_minutes, lang="ja").text
    assert SECRET in told
    assert f"非公開：金額（{WHY}）" in told
    assert cio.problems() == []


def test_a_condition_that_lost_its_closing_on_the_way_to_the_proposal_is_found(
    cio: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = deciding.payload_of

    def open_to_all(*about: Any, **more: Any) -> dict[str, Any]:
        told = whole(*about, **more)
        for condition in told.get("conditions", ()):
            condition.pop("closed")
        return told

    with monkeypatch.context() as patched:
        patched.setattr(deciding, "payload_of", open_to_all)
        decided_in_a_sitting(cio)
    assert cio.problems() == ["audit.cause_differs"]


@pytest.mark.parametrize(
    ("lang", "marks"),
    [
        ("ja", (f"非公開（{WHY}）", f"非公開（{WHY_SECRET}）")),
        ("en", (f"not public ({WHY})", f"not public ({WHY_SECRET})")),
    ],
)
def test_the_published_page_says_what_is_not_public_and_why(
    cio: Government, lang: str, marks: tuple[str, str]
) -> None:
    decided_in_a_sitting(cio)
    text = govflow.document(cio.onlooker, "CIO-DT-2025-0001", lang=lang).text
    for mark in marks:
        assert mark in text


def test_published_minutes_list_all_that_they_leave_out(cio: Government) -> None:
    decided_in_a_sitting(cio)
    with_minutes(cio)
    number = next(
        d["number"] for d in govflow.list_documents(cio.onlooker) if d["kind"] == "published_minutes"
    )
    text = govflow.document(cio.onlooker, number, lang="en").text
    last = text[text.index("## 6 Not published") :]
    assert f"item 1: amount ({WHY})" in last
    assert WHY_SECRET in last


def test_a_condition_of_a_decision_is_told_with_its_terms(cio: Government) -> None:
    number = decided_in_a_sitting(cio)
    [told] = govflow.show_decision(cio.onlooker, number).conditions
    assert told["en"].startswith(f"{SECRET} (owner ")
    assert govflow.show_decision(cio.onlooker, number, public=True).conditions == ()


def test_without_closing_anything_all_of_it_can_be_read(cabinet: Government) -> None:
    council = found_council(cabinet)
    decide(council, question="12,000,000円の契約を結ぶ")
    assert leaks(council, "12,000,000") != set()


def test_a_question_in_words_is_published_without_its_amounts(cabinet: Government) -> None:
    council = found_council(cabinet)
    decide(council, question="12,000,000円の契約を結ぶ", closed=CLOSED)
    assert leaks(council, *FORMS) == set()
    public = govflow.show_decision(council.onlooker, "CIO-2025-D001", public=True)
    assert (public.content["question"], public.title["ja"]) == ("■■■の契約を結ぶ", "■■■の契約を結ぶ")
    assert govflow.show_decision(council.onlooker, "CIO-2025-D001").title["ja"] == "12,000,000円の契約を結ぶ"
    govflow.reconsider(secretariat(council), "CIO-2025-D001", new_facts="新しい見積り")
    again = govflow.list_ballots(council.onlooker)[-1]
    assert again.question["ja"] == "CIO-2025-D001 ■■■の契約を結ぶ"
    assert council.problems() == []


def test_what_is_decided_in_writing_may_be_closed(cabinet: Government) -> None:
    council = found_council(cabinet)
    reference = motion(council, amount=AMOUNT)
    given = {"body": "cio_council", "closes_at": "2025-04-25T17:00", "reason": "捜査中の事案"}
    chosen = {**CLOSED, "reason": "捜査中のため"}
    ballot = govflow.open_written(council.person("chair"), **given, proposal=reference, closed=chosen)
    for person in HOLDERS:
        vote(council, person, "yes", ballot=ballot.reference)
    close(council, ballot.reference)
    assert leaks(council, *FORMS, "捜査中の事案") == set()
    shown = govflow.show_ballot(council.onlooker, ballot.reference)
    assert (shown.amount, shown.closed) == (AMOUNT, chosen)
    assert council.problems() == []


def test_what_was_closed_stays_closed_where_the_same_is_voted_on_again(cabinet: Government) -> None:
    council = motions(cabinet)
    motion(council, amount=AMOUNT)
    sat(council, seats=EVERYBODY)
    desk = secretariat(council)
    govflow.call_item(desk, MEETING, 1)
    put(council, closed={**CLOSED, "reason": "内部"})
    govflow.withdraw_ballot(desk, "CIO-2025-B001", reason="資料の誤り")
    put(council)
    assert govflow.show_ballot(council.onlooker, "CIO-2025-B002").closed == CLOSED
    govflow.no_objection(desk, "CIO-2025-B002")
    agenda = govflow.issue_document(desk, MEETING, "agenda").documents[0]
    assert leaks(council, *FORMS) == set()
    assert f"| 非公開（{WHY}） |" in govflow.document(council.onlooker, agenda, lang="ja").text
    assert council.problems() == []


def test_what_one_body_closes_is_closed_in_the_decision_of_each(either: Government) -> None:
    council = either
    load_council(council)
    load(council, "panel")
    for body, other, closed in (("cio_council", "panel", None), ("panel", "cio_council", CLOSED)):
        question = "12,000,000円の契約を結ぶ"
        ballot = opened(council, body=body, question=question, jointly_with=[other], closed=closed)
        for person in HOLDERS:
            vote(council, person, "yes", ballot=ballot)
        close(council, ballot)
    assert len(govflow.list_decisions(council.onlooker)) == 2
    registered = {(place, each) for place, each in leaks(council, *FORMS) if "-BR-" not in place}
    assert registered == set()
    assert council.problems() == []
