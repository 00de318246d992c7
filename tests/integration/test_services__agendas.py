"""What comes onto the agenda of a meeting: what waits for the body, what it has to hear of, and what comes back."""

from __future__ import annotations

import pytest
from government import Government, refused
from sitting import DAY, MOTION, QUORUM, called, council, kept, motion, opened, secretariat

import govflow
from govflow.errors import Refused


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return council(either)


def test_what_substitutes_did_is_reported_to_the_next_meeting_once(cio: Government) -> None:
    reference = motion(cio)
    meeting = opened(cio)
    govflow.call_item(secretariat(cio), meeting, 1)
    cio.organise(
        absences=[{"person": "mof_clerk", "from": "2025-04-01", "reason": "休暇"}],
        substitutions=[{"office": "mof.clerk", "deputies": ["mof.pmo"]}],
    )
    cio.act("mof_pmo", "remark.seen", reference)
    govflow.end_meeting(secretariat(cio), meeting)
    cio.on("2025-04-16")
    later = called(cio, at="2025-04-30T10:00")
    govflow.gather_items(secretariat(cio), later)
    [decided, report] = govflow.show_meeting(cio.onlooker, later).agenda
    assert (decided.proposal, report.section, report.title) == (
        reference,
        "report",
        {"ja": "専決・代決の報告（1件）", "en": "Acts by delegates and substitutes (1)"},
    )
    [act] = report.acts
    assert (act.reference, act.via, act.on_behalf_of) == (
        reference,
        "substitution",
        {"ja": "職mof.clerk", "en": "office mof.clerk"},
    )
    govflow.remove_item(secretariat(cio), later, 2, reason="誤り")
    assert govflow.gather_items(secretariat(cio), later).told["count"] == 1
    assert [item.acts for item in govflow.show_meeting(cio.onlooker, later).agenda[1:]] == [(act,)]
    cio.on("2025-04-30")
    govflow.open_meeting(secretariat(cio), later, seats=QUORUM)
    govflow.gather_items(secretariat(cio), later)
    assert len(kept(cio, later).items) == 3
    govflow.note_item(secretariat(cio), later, 3, note="了承")
    govflow.end_meeting(secretariat(cio), later)
    assert cio.problems() == []


def test_a_proposal_that_was_decided_comes_back_only_with_new_facts(cio: Government) -> None:
    text = MOTION.replace(
        "  - {trigger: carry_out,",
        "  - {trigger: reopen, from: passed, to: ready, roles: [pmo_clerk]}\n  - {trigger: carry_out,",
    ).replace("  pass: {", "  reopen: {ja: 再提出, en: reopen}\n  pass: {")
    text = text.replace("version: 1\n", "version: 2\n", 1)
    govflow.load_workflow(cio.session, str(cio.write("reopening.yaml", text)))
    reference = motion(cio)
    meeting = opened(cio, seats=(*QUORUM, "mic.cio"))
    desk = secretariat(cio)
    govflow.call_item(desk, meeting, 1)
    ballot = govflow.open_in_sitting(desk, meeting, 1, asks=False).reference
    for person in ("mof_cio", "mhlw_cio", "mic_cio"):
        govflow.cast(cio.person(person), ballot, "yes")
    govflow.close_ballot(desk, ballot)
    assert cio.state(reference) == "passed"
    cio.act("mof_clerk", "reopen", reference)
    assert govflow.gather_items(desk, meeting).told["left_out"] == [reference]
    assert refused(Refused, govflow.add_item, desk, meeting, proposal=reference) == [
        "meeting.decided_already"
    ]
    added = govflow.add_item(desk, meeting, proposal=reference, new_facts="費用が半減した")
    item = kept(cio).items[str(added.told["item"])]
    assert (item.new_facts, item.earlier) == ("費用が半減した", (f"{meeting}/1",))
    assert cio.problems() == []


def test_a_paper_replaced_under_an_open_ballot_begins_it_anew(cio: Government) -> None:
    motion(cio)
    meeting = opened(cio)
    desk = secretariat(cio)
    govflow.add_paper(desk, meeting, cio.write("plan.pdf", "plan"), title="計画", item=1)
    govflow.call_item(desk, meeting, 1)
    ballot = govflow.open_in_sitting(desk, meeting, 1, asks=False).reference
    govflow.cast(cio.person("mof_cio"), ballot, "yes")
    assert refused(Refused, govflow.end_meeting, desk, meeting) == ["meeting.ballots_open"]
    assert refused(Refused, govflow.carry_over_item, desk, meeting, 1, reason="x") == ["meeting.ballots_open"]
    told = govflow.add_paper(desk, meeting, cio.write("new.pdf", "new"), replaces=1).told
    assert told["reopened"] == [ballot]
    assert [seat.position for seat in govflow.show_ballot(cio.onlooker, ballot).seats] == [None, None, None]
    assert cio.problems() == []


def test_a_result_in_writing_is_noted_by_the_next_meeting(cio: Government) -> None:
    reference = motion(cio)
    chair = cio.person("chair")
    ballot = govflow.open_written(
        chair, body="cio_council", proposal=reference, closes_at="2025-04-18T17:00", reason="閉会中のため"
    ).reference
    for person in ("mof_cio", "mhlw_cio", "mic_cio"):
        govflow.cast(cio.person(person), ballot, "yes")
    cio.on("2025-04-18T17:00")
    govflow.close_ballot(chair, ballot)
    meeting = called(cio, at="2025-04-30T10:00")
    govflow.gather_items(secretariat(cio), meeting)
    [item] = govflow.show_meeting(cio.onlooker, meeting).agenda
    assert (item.section, item.about) == ("report", ballot)
    govflow.open_meeting(secretariat(cio.on("2025-04-30")), meeting, seats=QUORUM)
    govflow.note_item(secretariat(cio), meeting, item.item)
    govflow.gather_items(secretariat(cio), meeting)
    assert len(kept(cio, meeting).items) == 1
    with cio.session.reading() as work:
        noted = work.ballots.get(ballot)
    assert noted is not None
    assert noted.value.noted_in == meeting
    assert cio.problems() == []


def test_a_proposal_of_the_shipped_workflow_goes_through_a_meeting(either: Government) -> None:
    cio = either
    govflow.load_body(cio.session, "cio_council")
    reference = cio.proposal(until="agenda_ready")
    meeting = called(cio)
    desk = secretariat(cio)
    govflow.gather_items(desk, meeting, part="consent")
    assert cio.state(reference) == "on_agenda"
    govflow.remove_item(desk, meeting, 1, reason="資料の不備")
    assert cio.state(reference) == "agenda_ready"
    govflow.gather_items(desk, meeting)
    govflow.open_meeting(secretariat(cio.on(DAY)), meeting, seats=QUORUM)
    govflow.call_item(desk, meeting, 2)
    assert cio.state(reference) == "deliberation"
    govflow.carry_over_item(desk, meeting, 2, reason="時間切れ")
    assert cio.state(reference) == "agenda_ready"
    assert cio.problems() == []
