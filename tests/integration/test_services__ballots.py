"""Ballots in a store: who may do what, one outcome for all, and numbers without gaps."""

from __future__ import annotations

import pytest
from balloting import CIOS, REFERENCE, close, load, load_council, opened, shown, vote
from government import Government, refused

import govflow
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound, Refused


@pytest.fixture
def council(either: Government) -> Government:
    """The council of three ministries in force, on either database."""
    load_council(either)
    return either


def test_a_question_is_put_answered_and_closed_and_the_record_holds(council: Government) -> None:
    assert opened(council) == REFERENCE
    for person, position in zip(CIOS, ("賛成", "y", "no"), strict=True):
        vote(council, person, position)
    receipt = close(council)
    assert (receipt.state, receipt.told["outcome"], receipt.office) == ("closed", "PASSED", "cas.secretariat")
    assert receipt.told["decision"] == "CIO-2025-D001"
    view = shown(council)
    assert [seat.position for seat in view.seats] == ["yes", "yes", "no"]
    assert view.tally is not None
    assert (view.tally.outcome, view.tally.counts["S"], view.version) == ("PASSED", 3, 5)
    assert (view.chairs, view.chair) == (("cas.chair",), "cas.chair")
    assert [seat.at for seat in view.seats] == [view.closed_at] * 3
    assert [line.outcome for line in govflow.list_ballots(council.onlooker)] == ["PASSED"]
    assert refused(NotFound, govflow.list_ballots, council.onlooker, body="other") == ["body.not_in_force"]
    assert council.problems() == []


def test_numbers_follow_each_other_without_gaps(council: Government) -> None:
    assert refused(Refused, opened, council, question=" ") == ["voting.no_question"]
    assert [opened(council), opened(council)] == ["CIO-2025-B001", "CIO-2025-B002"]
    assert council.on("2026-03-31").problems() == []
    assert opened(council) == "CIO-2025-B003"
    assert council.on("2026-04-01").problems() == []
    assert opened(council) == "CIO-2026-B001"
    assert council.problems() == []


def test_only_secretariat_and_chair_run_a_ballot(council: Government) -> None:
    assert refused(NotAuthorised, opened, council, by="mof_cio") == ["voting.not_officer"]
    opened(council, by="chair")
    assert refused(NotAuthorised, close, council, by="mof_cio") == [
        "voting.not_officer",
        "voting.not_settled",
    ]
    other = refused(NotAuthorised, govflow.withdraw_ballot, council.person("mof_cio"), REFERENCE, reason=" ")
    assert other == ["voting.not_officer", "voting.reason_missing"]
    withdrawn = govflow.withdraw_ballot(council.person("chair"), REFERENCE, reason="資料の差替え")
    assert (withdrawn.state, withdrawn.told["outcome"]) == ("withdrawn", "WITHDRAWN")
    assert shown(council).tally is None
    assert council.problems() == []


def test_what_is_as_good_as_decided_is_closed_and_not_withdrawn(council: Government) -> None:
    opened(council)
    vote(council, "mof_cio", "no")
    vote(council, "mhlw_cio", "no")
    secretariat = council.person("secretariat")
    assert refused(Refused, govflow.withdraw_ballot, secretariat, REFERENCE, reason="r") == ["voting.decided"]
    assert close(council).told["outcome"] == "FAILED"


def test_at_the_deadline_a_vote_is_refused_in_local_time_and_the_refusal_kept(council: Government) -> None:
    opened(council, closes_at="2025-04-11T17:00")
    council.on("2025-04-11T16:59")
    vote(council, "mof_cio")
    assert refused(Refused, close, council) == ["voting.not_settled"]
    council.on("2025-04-11T17:00")
    with pytest.raises(Refused, match="2025-04-11 17:00"):
        vote(council, "mhlw_cio")
    [latest, *_] = govflow.list_refusals(council.onlooker).refusals
    assert (latest.reference, latest.trigger, latest.person) == (REFERENCE, "ballot_cast", "mhlw_cio")
    assert close(council).told["outcome"] == "NO_QUORUM"
    assert refused(Refused, opened, council, closes_at="2025-04-11T17:00") == ["voting.closes_in_past"]


def test_without_a_deadline_a_ballot_closes_once_nothing_can_change_it(council: Government) -> None:
    opened(council)
    vote(council, "mof_cio")
    assert refused(Refused, close, council) == ["voting.not_settled"]
    vote(council, "mhlw_cio")
    assert close(council).told["outcome"] == "PASSED"


def test_a_key_makes_repeating_safe_for_the_same_person_and_office(council: Government) -> None:
    first = govflow.open_ballot(council.person("chair"), body="cio_council", question="q", key="k")
    again = govflow.open_ballot(council.person("chair"), body="cio_council", question="q", key="k")
    assert (again.reference, first.repeated, again.repeated) == (first.reference, False, True)
    given = vote(council, "mof_cio", key="v")
    vote(council, "mhlw_cio")
    close(council, by="chair")
    assert vote(council, "mof_cio", key="v").recorded_at == given.recorded_at
    for person, position, office in (
        ("mof_cio", "no", None),
        ("mic_cio", "yes", None),
        ("mof_cio", "yes", "mof.cio"),
    ):
        with pytest.raises(Conflict):
            govflow.cast(council.person(person, office=office), REFERENCE, position, key="v")
    with pytest.raises(BadInput):
        vote(council, "mof_cio", key="v" * 201)


def test_after_a_refusal_the_key_is_free(council: Government) -> None:
    opened(council)
    assert refused(Refused, vote, council, "mof_cio", "none", key="k") == ["voting.no_position"]
    assert vote(council, "mof_cio", key="k").repeated is False


def test_a_dry_run_keeps_nothing_and_a_stale_version_is_refused(council: Government) -> None:
    opened(council)
    assert vote(council, "mof_cio", dry_run=True).told["position"] == "yes"
    assert shown(council).version == 1
    assert refused(Conflict, vote, council, "mof_cio", expected_version=2) == ["store.stale_version"]
    assert refused(Refused, vote, council, "mof_cio", "none", dry_run=True) == ["voting.no_position"]
    assert govflow.list_refusals(council.onlooker).refusals == ()
    assert vote(council, "mof_cio", expected_version=1).state == "open"


def test_the_charters_rule_is_the_rule_and_silence_is_for_writing(council: Government) -> None:
    assert refused(Refused, opened, council, rule="consensus") == ["voting.rule_given"]
    load(council, "panel", rule=None, powers=["advise"])
    assert refused(Refused, opened, council, body="panel") == ["voting.no_rule"]
    assert refused(Refused, opened, council, body="panel", rule="no_objection") == [
        "voting.silence_in_writing"
    ]
    reference = opened(council, body="panel", rule="consensus")
    assert (reference, shown(council, reference).own_rule) == ("PN-2025-B001", True)


def test_the_thousandth_ballot_comes_after_the_one_before(council: Government) -> None:
    with council.session.writing() as work:
        for _ in range(998):
            work.numbering.next("ballot:CIO", 2025)
        work.commit()
    opened(council)
    opened(council)
    listed = [line.ballot for line in govflow.list_ballots(council.onlooker)]
    assert listed == ["CIO-2025-B999", "CIO-2025-B1000"]


def test_without_an_office_for_any_seat_there_is_no_ballot(council: Government) -> None:
    council.organise(abolished=["mof.cio", "mhlw.cio", "mic.cio"])
    assert refused(Refused, opened, council) == ["voting.no_seats"]


def test_a_ballot_goes_on_under_the_charter_under_which_it_was_opened(council: Government) -> None:
    seats = {
        "chair": {"title": {"ja": "議長", "en": "chair"}, "role": "government_cio", "voting": False},
        "cios": {"title": {"ja": "各府省CIO", "en": "Ministry CIOs"}, "each": "ministry_cio"},
    }
    load(council, "panel")
    ballot = opened(council, body="panel")
    load(council, "panel", version=2, chair="government_cio", seats=seats, rule="two_thirds")
    vote(council, "mof_cio", ballot=ballot)
    vote(council, "mhlw_cio", ballot=ballot)
    assert refused(NotAuthorised, close, council, ballot, by="gcio") == ["voting.not_officer"]
    assert close(council, ballot, by="chair").told["outcome"] == "PASSED"
    assert shown(council, ballot).chairs == ("cas.chair",)
    assert council.problems() == []
