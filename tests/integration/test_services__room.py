"""Who is in the room, and what follows for its ballots: nothing locks them in, and nobody speaks who may not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from council_files import charter
from government import Government, refused
from sitting import CIOS, DAY, MEETING, MOTION, called, council, kept, motion, secretariat
from sitting_ballots import BALLOT, EVERYBODY, item_called, positions, put, said, vote

import govflow
from govflow.errors import Conflict, NotAuthorised, Refused

WITH_PROXIES = {
    "base": "yes_no",
    "threshold": "1/2",
    "quorum": {"fraction": "1/2", "inclusive": True, "count_proxy": True},
}


@pytest.fixture
def cio(cabinet: Government) -> Government:
    """The council of three ministries."""
    return council(cabinet)


def chartered(government: Government, **changes: Any) -> Government:
    """The council's own charter in force, but for some of its parts, and motions that it decides."""
    text = charter("cio_council", series="CIO", **changes)
    govflow.load_body(government.session, str(government.write("cio_council.yaml", text)))
    govflow.load_workflow(government.session, str(government.write("motion.yaml", MOTION)))
    return government


def replaced(government: Government, office: str, *, on: str) -> None:
    """The office passes to somebody new on a day."""
    person = office.replace(".", "_")
    held = [
        {"person": person, "office": office, "from": "2025-04-01", "until": on},
        {"person": "new_cio", "office": office, "from": f"{on[:-2]}{int(on[-2:]) + 1:02d}"},
    ]
    government.organise(without=[office], persons=["new_cio"], appointments=held)


@pytest.mark.parametrize(
    ("leaving", "outcome"), [(CIOS, "NO_QUORUM"), (("cas.chair",), "NO_DECISION"), ((), "NO_DECISION")]
)
def test_a_ballot_of_a_suspended_meeting_is_closed_and_its_item_carried_over(
    cio: Government, leaving: tuple[str, ...], outcome: str
) -> None:
    """COUNCIL 3: whatever suspends a meeting, it can be ended."""
    proposal = item_called(cio)
    put(cio, asks=False)
    for seat in CIOS:
        said(cio, seat, "yes")
    govflow.suspend_meeting(secretariat(cio), MEETING, reason="昼休み")
    if leaving:
        govflow.leave(secretariat(cio), MEETING, leaving)
    receipt = govflow.close_ballot(secretariat(cio), BALLOT)
    assert (receipt.told["outcome"], receipt.told["item_state"]) == (outcome, "carried_over")
    assert govflow.show_ballot(cio.onlooker, BALLOT).outcome == outcome
    govflow.end_meeting(secretariat(cio), MEETING)
    assert (cio.state(proposal), cio.problems()) == ("ready", [])


def test_who_holds_a_seat_of_the_own_ministry_speaks_for_no_other(cabinet: Government) -> None:
    cabinet.organise(
        without=["mhlw.cio"],
        appointments=[{"person": "mof_cio", "office": "mhlw.cio", "from": "2025-04-01"}],
    )
    cio = chartered(cabinet, own_ministry_recused=True, rule=WITH_PROXIES, proxies={"at_most": 1})
    motion(cio)
    meeting = called(cio)
    govflow.gather_items(secretariat(cio), meeting)
    govflow.give_proxy(cio.person("mic_cio"), meeting, to="mof.cio")
    cio.on(DAY)
    govflow.open_meeting(secretariat(cio), meeting, seats=("cas.chair", "mof.cio", "mhlw.cio"))
    govflow.call_item(secretariat(cio), meeting, 1)
    put(cio, asks=False)
    assert refused(Refused, vote, cio, "mof_cio", seat="mhlw.cio") == ["voting.conflicted"]
    assert refused(Refused, vote, cio, "mof_cio", seat="mic.cio") == ["voting.conflicted"]
    assert cio.problems() == []


def test_departures_are_not_dated_back_before_what_was_voted(cio: Government) -> None:
    item_called(cio)
    cio.on(f"{DAY}T10:20")
    put(cio, asks=False)
    said(cio, "mof.cio", "yes")
    cio.on(f"{DAY}T11:00")
    assert refused(Refused, govflow.leave, secretariat(cio), MEETING, ["mof.cio"], at="10:05") == [
        "meeting.runs_back"
    ]
    govflow.leave(secretariat(cio), MEETING, ["mof.cio"], at="10:25")


def test_a_paper_replaced_while_a_tie_waits_opens_the_ballot_again(cio: Government) -> None:
    """COUNCIL 11."""
    proposal = item_called(cio)
    govflow.add_paper(secretariat(cio), MEETING, cio.write("one.txt", "案"), title="案", item=1)
    put(cio, asks=False)
    for seat, position in zip(CIOS, ("yes", "no", "abstain"), strict=True):
        said(cio, seat, position)
    govflow.close_ballot(secretariat(cio), BALLOT)
    govflow.add_paper(
        secretariat(cio), MEETING, cio.write("two.txt", "改案"), title="改案", item=1, replaces=1
    )
    assert refused(Refused, govflow.casting_vote, cio.person("chair"), BALLOT, "yes", reason="r") == [
        "voting.not_waiting"
    ]
    assert positions(cio) == [None, None, None]
    for seat in CIOS:
        said(cio, seat, "yes")
    assert govflow.close_ballot(secretariat(cio), BALLOT).told["outcome"] == "PASSED"
    assert (cio.state(proposal), cio.problems()) == ("passed", [])


def test_whoever_no_longer_holds_the_seat_does_not_assent(cio: Government) -> None:
    """COUNCIL 5, 22."""
    item_called(cio)
    put(cio)
    replaced(cio, "mof.cio", on="2025-04-14")
    govflow.no_objection(secretariat(cio), BALLOT)
    assert positions(cio) == [None, "assent", "assent"]
    assert cio.problems() == []


def test_a_seat_that_is_away_assents_by_its_proxy(cabinet: Government) -> None:
    """COUNCIL 8, 22."""
    cio = chartered(cabinet, rule=WITH_PROXIES, proxies={"at_most": 1})
    motion(cio)
    meeting = called(cio)
    govflow.gather_items(secretariat(cio), meeting)
    govflow.give_proxy(cio.person("mic_cio"), meeting, to="mhlw.cio")
    cio.on(DAY)
    govflow.open_meeting(secretariat(cio), meeting, seats=("cas.chair", "mhlw.cio"))
    govflow.call_item(secretariat(cio), meeting, 1)
    put(cio, asks=True)
    assert govflow.no_objection(secretariat(cio), BALLOT).told["outcome"] == "PASSED"
    assert positions(cio) == [None, "assent", "assent"]
    assert cio.problems() == []


def test_the_proxy_of_a_seat_with_an_alternate_makes_no_quorum(cabinet: Government) -> None:
    cio = chartered(cabinet, rule=WITH_PROXIES, proxies={"at_most": 1}, seats=_with_alternates())
    meeting = called(cio)
    govflow.give_proxy(cio.person("mic_cio"), meeting, to="mhlw.cio")
    cio.on(DAY)
    govflow.arrive(secretariat(cio), meeting, ["mhlw.cio"], alternate="mhlw.dcio")
    assert refused(Refused, govflow.open_meeting, secretariat(cio), meeting, seats=("cas.chair",)) == [
        "meeting.no_quorum"
    ]


def _with_alternates() -> dict[str, Any]:
    """The seats of the shipped charter, where deputies may sit in."""
    shipped = next(each.file for each in govflow.shipped_bodies() if each.name == "cio_council")
    return dict(yaml.safe_load(Path(shipped).read_text(encoding="utf-8"))["seats"])


def test_a_meeting_recorded_afterwards_has_the_members_of_its_day(cio: Government) -> None:
    motion(cio)
    cio.on("2025-06-10")
    replaced(cio, "mof.cio", on="2025-05-30")
    held = {"body": "cio_council", "at": "2025-05-20T10:00", "place": "p", "held_on_paper": "議事録"}
    meeting = govflow.call_meeting(secretariat(cio), **held).reference
    govflow.gather_items(secretariat(cio), meeting)
    govflow.open_meeting(secretariat(cio), meeting, seats=EVERYBODY)
    govflow.call_item(secretariat(cio), meeting, 1)
    put(cio, asks=False)
    told = refused(NotAuthorised, vote, cio, "new_cio", "no", seat="mof.cio")
    assert told == ["paper.said_there", "voting.not_holder"]
    for seat in CIOS:
        said(cio, seat, "yes")
    assert govflow.show_ballot(cio.onlooker, BALLOT).seats[0].voter == {
        "ja": "甲 mof_cio",
        "en": "Ko mof_cio",
    }
    govflow.close_ballot(secretariat(cio), BALLOT)
    assert cio.problems() == []


def test_a_declared_conflict_holds_for_later_ballots_on_the_same_item(cio: Government) -> None:
    item_called(cio)
    govflow.move_amendment(cio.person("mof_cio"), MEETING, 1, kind="amount", text="a", amount=300)
    put(cio, amendment=1, asks=False)
    govflow.recuse(cio.person("mic_cio"), BALLOT, reason="親族")
    for seat in CIOS[:2]:
        said(cio, seat, "no")
    govflow.close_ballot(secretariat(cio), BALLOT)
    main = put(cio)
    govflow.no_objection(secretariat(cio), main)
    assert positions(cio, main) == ["assent", "assent", None]
    assert govflow.show_ballot(cio.onlooker, main).seats[2].recused_for == "親族"
    assert cio.problems() == []


def test_where_most_are_of_the_own_ministry_the_ballot_opens_and_goes_up_with_a_reason(
    cabinet: Government,
) -> None:
    """COUNCIL 4."""
    cabinet.organise(
        more_offices={"mof.cio2": ("ministry_cio", "mof"), "mof.cio3": ("ministry_cio", "mof")},
    )
    cio = chartered(cabinet, own_ministry_recused=True)
    proposal = item_called(cio, seats=("cas.chair", *CIOS))
    put(cio, asks=False)
    with pytest.raises(Refused) as told:
        govflow.close_ballot(secretariat(cio), BALLOT)
    assert [each.code for each in told.value.notices] == ["ballot.most_recused"]
    assert told.value.next_command == f"govflow ballot escalate {BALLOT} --reason REASON"
    govflow.escalate_ballot(secretariat(cio), BALLOT, reason="過半数が除斥")
    assert (cio.state(proposal), kept(cio).items["1"].note) == ("ready", "過半数が除斥")
    assert cio.problems() == []


def test_a_meeting_opens_before_its_time_with_a_reason_only(cio: Government) -> None:
    meeting = called(cio)
    cio.on(f"{DAY}T09:30")
    assert refused(Refused, govflow.open_meeting, secretariat(cio), meeting, seats=EVERYBODY) == [
        "meeting.before_its_time"
    ]
    govflow.open_meeting(secretariat(cio), meeting, seats=EVERYBODY, reason="全員がそろったため")
    assert kept(cio).state == "open"
    assert cio.problems() == []


@pytest.mark.parametrize("until", ["2025-04-17T00:00", "2025-04-17T16:59", "2025-04-17T17:00"])
def test_a_written_procedure_lasts_to_the_end_of_its_last_working_day(cio: Government, until: str) -> None:
    """COUNCIL 9."""
    asked = {"body": "cio_council", "question": "q", "reason": "r", "closes_at": until}
    if until.endswith("17:00"):
        assert govflow.open_written(cio.person("chair"), **asked).state == "open"
    else:
        assert refused(Refused, govflow.open_written, cio.person("chair"), **asked) == [
            "voting.closes_too_soon"
        ]


def test_an_item_is_put_to_the_vote_on_the_version_that_was_seen(cio: Government) -> None:
    item_called(cio)
    assert refused(Conflict, put, cio, expected_version=1) == ["store.stale_version"]
    version = govflow.show_meeting(cio.onlooker, MEETING).version
    assert put(cio, expected_version=version) == BALLOT


def test_the_consent_part_names_the_item_whose_proposal_has_left(cio: Government) -> None:
    gone = motion(cio)
    motion(cio, key="m2")
    meeting = called(cio)
    govflow.gather_items(secretariat(cio), meeting, part="consent")
    held = kept(cio).items["1"].proposal
    assert held == gone
    until = {"closes_at": "2025-04-25T17:00", "reason": "r"}
    govflow.open_written(cio.person("chair"), body="cio_council", proposal=gone, **until)
    cio.on(DAY)
    govflow.open_meeting(secretariat(cio), meeting, seats=EVERYBODY)
    assert refused(Refused, govflow.pass_consent, secretariat(cio), meeting) == ["voting.item_left"]
    assert govflow.pass_consent(secretariat(cio), meeting, without=[1]).told["count"] == 1
