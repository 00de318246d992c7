"""What is closed on a matter stays closed wherever the matter comes up again, and in the words of everybody."""

from __future__ import annotations

import pytest
from deciding_council import close, decide, found_council
from deciding_council import put as put_outside
from deciding_council import vote as votes
from government import Government
from sitting import MEETING, motion, secretariat
from sitting import opened as sat
from sitting_ballots import EVERYBODY, put, said
from test_services__redaction import AMOUNT, CLOSED, FORMS, SECRET, WHY_SECRET, leaks, with_minutes

import govflow
from govflow.domain.council.redaction import redaction_of
from govflow.services.council.ballots import putting as ballot_opening
from govflow.services.council.decisions import register

PUBLISHING = "{positions: true, minutes: true}"
ISSUED = ("agenda", "papers", "attendance", "commitments")


@pytest.fixture
def council(cabinet: Government) -> Government:
    """A council that publishes how each seat votes."""
    return found_council(cabinet, publication=PUBLISHING)


def issue(government: Government, at: str = MEETING) -> None:
    for kind in ISSUED:
        govflow.issue_document(secretariat(government), at, kind)


def next_meeting(government: Government, day: str = "2025-04-22") -> str:
    """The next meeting, with what was carried over called."""
    desk = secretariat(government)
    called = govflow.call_meeting(desk, body="cio_council", at=f"{day}T13:00", place="会議室")
    govflow.gather_items(desk, called.reference)
    government.on(f"{day}T13:00")
    govflow.open_meeting(desk, called.reference, seats=list(EVERYBODY))
    govflow.call_item(desk, called.reference, 1)
    return called.reference


def passed_in(government: Government, at: str, text: str) -> str:
    """Item 1 is put to the vote and passed, with what everybody says to it. The ballot."""
    ballot = govflow.open_in_sitting(secretariat(government), at, 1, asks=False).reference
    for seat in EVERYBODY[1:]:
        said(government, seat, "yes", ballot=ballot, text=text)
    govflow.close_ballot(secretariat(government), ballot)
    return ballot


def sitting_on(government: Government, *, title: str = "", amount: int = 100_000_000) -> None:
    """The first item is called: a proposal for an amount, or a title of its own."""
    if not title:
        motion(government, amount=amount)
    sat(government, seats=EVERYBODY)
    if title:
        govflow.add_item(secretariat(government), MEETING, title=title, section="decide")
    govflow.call_item(secretariat(government), MEETING, 1)


@pytest.mark.parametrize("text", ["e", "可決", "2025", "passed", "question"])
def test_a_closed_condition_of_everyday_words_spoils_nothing(cabinet: Government, text: str) -> None:
    council = cabinet
    govflow.load_body(council.session, "cio_council")
    council.proposal(until="agenda_ready")
    sat(council, seats=EVERYBODY)
    govflow.call_item(secretariat(council), MEETING, 1)
    asked = {"text": text, "owner": "mof.pmo", "closed": WHY_SECRET}
    mover = council.person("mof_cio")
    govflow.move_amendment(mover, MEETING, 1, kind="condition", text="条件を付す", condition=asked)
    put(council, amendment=1)
    govflow.no_objection(secretariat(council), "CIO-2025-B001")
    put(council)
    govflow.no_objection(secretariat(council), "CIO-2025-B002")
    full, public = (
        govflow.show_decision(council.onlooker, "CIO-2025-D001", public=public).content
        for public in (False, True)
    )
    differ = {name for name in full if full[name] != public[name]}
    assert differ == {"version", "conditions", "positions", "untold", "nonce"}
    assert "可決" in govflow.decision_text(council.onlooker, "CIO-2025-D001", public=True)
    assert council.problems() == []


def test_a_conflict_on_the_agenda_does_not_tell_the_title_that_is_closed(council: Government) -> None:
    sitting_on(council, title="12,000,000円の契約")
    put(council, asks=False, closed=CLOSED)
    govflow.recuse(council.person("mof_cio"), "CIO-2025-B001", reason="利害関係")
    for seat in EVERYBODY[2:]:
        said(council, seat, "yes")
    govflow.close_ballot(secretariat(council), "CIO-2025-B001")
    issue(council)
    attendance = next(d for d in govflow.list_documents(council.onlooker) if d["kind"] == "attendance")
    told = govflow.document(council.onlooker, attendance["number"], lang="ja").text
    assert "■■■の契約" in told
    assert leaks(council, *FORMS) == set()


def test_a_written_procedure_is_noted_without_what_its_question_closes(council: Government) -> None:
    given = {"body": "cio_council", "closes_at": "2025-04-25T17:00", "reason": "急ぎ"}
    question = "12,000,000円の契約を結ぶ"
    ballot = govflow.open_written(
        council.person("chair"), **given, question=question, closed=CLOSED
    ).reference
    votes(council, ballot, ("yes", "yes", "yes"))
    close(council, ballot)
    issue(council, next_meeting(council, "2025-05-08"))
    assert leaks(council, *FORMS) == set()


def test_a_free_item_that_is_carried_over_keeps_what_a_withdrawn_ballot_closed(council: Government) -> None:
    sitting_on(council, title="12,000,000円の契約")
    put(council, asks=False, closed=CLOSED)
    desk = secretariat(council)
    govflow.withdraw_ballot(desk, "CIO-2025-B001", reason="誤り")
    govflow.carry_over_item(desk, MEETING, 1, reason="時間切れ")
    govflow.end_meeting(desk, MEETING)
    later = next_meeting(council)
    ballot = passed_in(council, later, "1,200万円でよい")
    issue(council, later)
    assert govflow.show_ballot(council.onlooker, ballot).closed == CLOSED
    assert leaks(council, *FORMS) == set()
    assert council.problems() == []


def test_what_an_amendment_closed_stays_closed_when_the_proposal_comes_back(council: Government) -> None:
    sitting_on(council)
    desk = secretariat(council)
    govflow.move_amendment(council.person("mof_cio"), MEETING, 1, kind="amount", text="減額", amount=AMOUNT)
    put(council, amendment=1, closed=CLOSED)
    govflow.no_objection(desk, "CIO-2025-B001")
    govflow.carry_over_item(desk, MEETING, 1, reason="時間切れ")
    govflow.end_meeting(desk, MEETING)
    later = next_meeting(council)
    ballot = passed_in(council, later, "1200万でよい")
    issue(council, later)
    assert govflow.show_ballot(council.onlooker, ballot).closed == CLOSED
    assert leaks(council, *FORMS) == set()
    assert council.problems() == []


def test_what_a_decision_keeps_closed_stays_closed_where_it_is_taken_up_again(council: Government) -> None:
    number = decide(council, question="12,000,000円の契約を結ぶ", closed=CLOSED)
    facts = "12,000,000円は高い"
    ballot = govflow.reconsider(secretariat(council), number, new_facts=facts).reference
    votes(council, ballot, ("yes:1,200万円は高すぎる。12百万のこと", "yes", "no"))
    close(council, ballot)
    assert govflow.show_ballot(council.onlooker, ballot).closed == CLOSED
    assert leaks(council, *FORMS, "12百万") == set()
    assert council.problems() == []


def test_what_is_ratified_keeps_closed_what_was_decided_in_an_emergency(council: Government) -> None:
    reference = motion(council, amount=AMOUNT)
    govflow.decide_in_emergency(
        council.person("gcio"), body="cio_council", reason="急ぎ", proposal=reference, closed=CLOSED
    )
    later = next_meeting(council, "2025-04-15")
    ballot = passed_in(council, later, "12百万は妥当")
    issue(council, later)
    assert govflow.show_ballot(council.onlooker, ballot).closed == CLOSED
    assert leaks(council, *FORMS, "12百万") == set()
    assert council.problems() == []


def test_blocks_are_lifted_without_telling_what_they_were_about(cabinet: Government) -> None:
    council = found_council(cabinet, publication=PUBLISHING, rule="consensus")
    blocked = put_outside(council, question="12,000,000円の契約を結ぶ", closed=CLOSED)
    votes(council, blocked, ("yes", "yes", "block:反対"))
    lifting = put_outside(council, question="", override=blocked)
    votes(council, lifting, ("yes", "yes", "yes"))
    govflow.close_ballot(secretariat(council), lifting)
    assert leaks(council, *FORMS) == set()
    assert council.problems() == []


def test_a_rejected_condition_that_is_closed_is_not_told_by_votes_on_the_main_question(
    council: Government,
) -> None:
    sitting_on(council)
    desk, asked = secretariat(council), {"text": SECRET, "owner": "mof.pmo", "closed": WHY_SECRET}
    mover = council.person("mof_cio")
    govflow.move_amendment(mover, MEETING, 1, kind="condition", text="条件を付す", condition=asked)
    put(council, amendment=1, asks=False)
    for seat in EVERYBODY[1:]:
        said(council, seat, "no", text=f"{SECRET}には及ばない")
    govflow.close_ballot(desk, "CIO-2025-B001")
    passed_in(council, MEETING, f"{SECRET}は済んだ")
    issue(council)
    govflow.end_meeting(desk, MEETING)
    with_minutes(council)
    assert leaks(council, SECRET) == set()
    assert govflow.show_decision(council.onlooker, "CIO-2025-D001").content["untold"]["texts"] == [SECRET]
    assert council.problems() == []


def test_what_was_asked_for_before_a_reduction_is_not_told_either(council: Government) -> None:
    sitting_on(council)
    desk = secretariat(council)
    govflow.move_amendment(council.person("mof_cio"), MEETING, 1, kind="amount", text="減額", amount=AMOUNT)
    put(council, amendment=1, closed=CLOSED)
    govflow.no_objection(desk, "CIO-2025-B001")
    passed_in(council, MEETING, "100,000,000は過大")
    issue(council)
    govflow.end_meeting(desk, MEETING)
    with_minutes(council)
    assert leaks(council, *FORMS, "100,000,000", "100000000") == set()
    full = govflow.show_decision(council.onlooker, "CIO-2025-D001")
    assert full.content["untold"]["amounts"] == [AMOUNT, 100_000_000]
    assert council.problems() == []


def test_a_paper_of_the_whole_meeting_does_not_tell_what_is_closed_of_an_item(council: Government) -> None:
    sitting_on(council, amount=AMOUNT)
    desk = secretariat(council)
    govflow.add_paper(desk, MEETING, council.write("一.txt", "一"), title="資料（12,000,000円）")
    put(council, closed=CLOSED)
    govflow.no_objection(desk, "CIO-2025-B001")
    issue(council)
    assert leaks(council, *FORMS) == set()


def test_a_decision_that_forgets_what_its_words_must_not_tell_is_found(
    council: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting_on(council)
    desk = secretariat(council)
    govflow.move_amendment(council.person("mof_cio"), MEETING, 1, kind="amount", text="減額", amount=AMOUNT)
    put(council, amendment=1, closed=CLOSED)
    govflow.no_objection(desk, "CIO-2025-B001")
    with monkeypatch.context() as patched:
        patched.setattr(register, "redaction_on", lambda work, ballot, **_: redaction_of(ballot))
        passed_in(council, MEETING, "100,000,000は過大")
    assert leaks(council, "100,000,000") != set()
    assert council.problems() == ["audit.decision_differs"]


def test_a_later_ballot_that_opens_up_what_an_amendment_closed_is_found(
    council: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting_on(council)
    desk = secretariat(council)
    govflow.move_amendment(council.person("mof_cio"), MEETING, 1, kind="amount", text="減額", amount=AMOUNT)
    put(council, amendment=1, closed=CLOSED)
    govflow.no_objection(desk, "CIO-2025-B001")
    with monkeypatch.context() as patched:
        patched.setattr(ballot_opening, "closed_before", lambda *about, **more: {})
        put(council)
    assert council.problems() == ["audit.impossible"]
