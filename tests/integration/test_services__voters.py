"""Whose vote it is: holders, successors, joint holders, who chairs, and who is in conflict."""

from __future__ import annotations

import pytest
from balloting import CIOS, REFERENCE, close, load_council, opened, shown, vote
from government import Government, refused

import govflow
from govflow.errors import BadInput, NotAuthorised, Refused


@pytest.fixture
def council(either: Government) -> Government:
    """The council of three ministries in force, on either database."""
    load_council(either)
    return either


def test_nobody_votes_for_a_seat_of_others_and_every_try_is_kept(council: Government) -> None:
    opened(council)
    before = shown(council)
    for person in ("mof_clerk", "chair", "admin"):
        assert refused(NotAuthorised, vote, council, person) == ["voting.not_holder"]
    for person in CIOS:
        for seat in {"mof.cio", "mhlw.cio", "mic.cio"} - {person.replace("_", ".")}:
            assert refused(NotAuthorised, vote, council, person, seat=seat) == ["voting.not_holder"]
            more = {"seat": seat, "recorded_for": True}
            assert refused(NotAuthorised, vote, council, person, **more)[0] == "voting.not_secretariat"
    assert shown(council) == before
    with council.session.reading() as work:
        assert work.positions.of(REFERENCE) == []
    refusals = govflow.list_refusals(council.onlooker, limit=50).refusals
    assert {(each.trigger, each.reference) for each in refusals} == {("ballot_cast", REFERENCE)}
    assert len(refusals) == 3 + 3 * 2 * 2


def test_a_seat_of_others_and_an_unknown_token_do_not_hide_what_else_is_wrong(council: Government) -> None:
    opened(council)
    vote(council, "mof_cio")
    wrong = refused(NotAuthorised, vote, council, "mhlw_cio", "abstian", seat="mof.cio")
    assert wrong == ["voting.not_holder", "voting.unknown_token"]
    assert refused(BadInput, vote, council, "mof_cio", "abstian") == [
        "voting.unknown_token",
        "voting.voted_already",
    ]
    assert govflow.list_refusals(council.onlooker).refusals[0].trigger == "ballot_cast"
    assert refused(Refused, vote, council, "mof_cio", "assent") == [
        "voting.not_asked",
        "voting.voted_already",
    ]
    assert refused(Refused, vote, council, "mof_cio", seat="mof.ci") == ["voting.unknown_seat"]


def test_outside_a_sitting_nobody_records_for_others(council: Government) -> None:
    opened(council)
    wrong = refused(Refused, vote, council, "secretariat", seat="mof.cio", recorded_for=True)
    assert wrong == ["voting.nobody_there"]
    assert refused(Refused, vote, council, "secretariat", recorded_for=True) == ["voting.name_the_seat"]


def test_a_secretary_who_holds_the_seat_votes_in_its_office(council: Government) -> None:
    council.organise(without=["mof.cio"], appointments=[{"person": "secretariat", "office": "mof.cio"}])
    opened(council)
    receipt = vote(council, "secretariat", seat="mof.cio", recorded_for=True)
    assert (receipt.office, receipt.told["recorder"]) == ("mof.cio", None)


def test_who_holds_two_seats_names_one_and_acts_in_the_office_chosen(council: Government) -> None:
    council.organise(without=["mic.cio"], appointments=[{"person": "mof_cio", "office": "mic.cio"}])
    opened(council)
    assert refused(Refused, vote, council, "mof_cio") == ["voting.name_the_seat"]
    chosen = council.person("mof_cio", office="mof.cio")
    assert refused(NotAuthorised, govflow.cast, chosen, REFERENCE, "yes", seat="mic.cio") == [
        "voting.not_holder"
    ]
    assert vote(council, "mof_cio", seat="mic.cio").told["seat"] == "mic.cio"
    assert govflow.cast(chosen, REFERENCE, "yes").told["seat"] == "mof.cio"


def test_a_successor_votes_for_the_seat_and_the_predecessor_no_longer(council: Government) -> None:
    """The roll is by seat: the predecessor's vote stands until the successor votes."""
    opened(council)
    vote(council, "mof_cio")
    council.organise(
        persons=["mof_new"], without=["mof.cio"], appointments=[{"person": "mof_new", "office": "mof.cio"}]
    )
    assert refused(NotAuthorised, vote, council, "mof_cio", "no") == ["voting.not_holder"]
    assert shown(council).seats[0].position == "yes"
    assert vote(council, "mof_new", "no").told["voter"] == "mof_new"
    seat = shown(council).seats[0]
    assert (seat.position, seat.earlier) == ("no", ("yes",))
    assert refused(Refused, vote, council, "mof_new", "yes") == ["voting.voted_already"]
    assert council.problems() == []


def test_joint_holders_have_one_vote_between_them(council: Government) -> None:
    council.organise(persons=["mof_two"], appointments=[{"person": "mof_two", "office": "mof.cio"}])
    opened(council)
    vote(council, "mof_cio")
    assert refused(Refused, vote, council, "mof_two", "no") == ["voting.voted_already"]
    assert refused(Refused, vote, council, "mof_cio", "no") == ["voting.voted_already"]


def test_an_abolished_seat_leaves_the_ballot_by_an_act(council: Government) -> None:
    opened(council)
    vote(council, "mof_cio")
    vote(council, "mhlw_cio")
    secretariat = council.person("secretariat")
    wrong = refused(Refused, govflow.abolish_seat, secretariat, REFERENCE, "mic.cio", reason="統合")
    assert wrong == ["voting.seat_stays"]
    council.organise(abolished=["mic.cio"])
    assert refused(Refused, close, council) == ["voting.seat_gone"]
    govflow.abolish_seat(secretariat, REFERENCE, "mic.cio", reason="統合")
    receipt = close(council)
    assert (receipt.told["outcome"], shown(council).tally.counts["S"]) == ("PASSED", 2)  # type: ignore[union-attr]
    assert council.problems() == []


def test_a_tie_waits_for_the_chair_who_decides_with_a_reason(council: Government) -> None:
    opened(council, closes_at="2025-04-11T17:00")
    vote(council, "mof_cio")
    vote(council, "mhlw_cio", "no")
    chair = council.person("chair")
    early = refused(Refused, govflow.casting_vote, chair, REFERENCE, "yes", reason="")
    assert early == ["voting.not_waiting", "voting.reason_missing"]
    council.on("2025-04-11T17:00")
    assert close(council, by="chair").state == "waiting_for_casting_vote"
    late = refused(Refused, vote, council, "mic_cio")
    assert late == ["voting.is_waiting_for_casting_vote", "voting.too_late"]
    other = refused(NotAuthorised, govflow.casting_vote, council.person("gcio"), REFERENCE, "yes", reason="r")
    assert other == ["voting.not_chair"]
    receipt = govflow.casting_vote(chair, REFERENCE, "no", reason="時期尚早")
    assert (receipt.state, receipt.told["outcome"], receipt.office) == ("closed", "FAILED", "cas.chair")
    assert council.problems() == []


def test_a_chair_who_voted_in_a_seat_and_is_in_conflict_there_does_not_cast(council: Government) -> None:
    """A conflict is the person's, in every office of the ballot."""
    council.organise(without=["cas.chair"], appointments=[{"person": "mof_cio", "office": "cas.chair"}])
    opened(council, closes_at="2025-04-11T17:00")
    govflow.recuse(council.person("mof_cio"), REFERENCE, reason="親族")
    vote(council, "mhlw_cio")
    vote(council, "mic_cio", "no")
    council.on("2025-04-11T17:00")
    close(council)
    casting = refused(
        NotAuthorised, govflow.casting_vote, council.person("mof_cio"), REFERENCE, "yes", reason="r"
    )
    assert casting == ["voting.not_chair"]
    assert shown(council).chair is None
    govflow.escalate_ballot(council.person("secretariat"), REFERENCE, reason="裁決できる人がいない")
    assert council.problems() == []


def test_a_chair_may_leave_while_a_tie_waits(council: Government) -> None:
    council.organise(
        more_offices={"cas.deputy": ("deputy_government_cio", "cas")},
        persons=["cas_deputy"],
        appointments=[{"person": "cas_deputy", "office": "cas.deputy"}],
    )
    opened(council, closes_at="2025-04-11T17:00")
    vote(council, "mhlw_cio")
    vote(council, "mic_cio", "no")
    council.on("2025-04-11T17:00")
    close(council)
    assert refused(Refused, govflow.recuse, council.person("mhlw_cio"), REFERENCE, reason="r") == [
        "voting.counted_already"
    ]
    govflow.recuse(council.person("chair"), REFERENCE, reason="親族")
    receipt = govflow.casting_vote(council.person("cas_deputy"), REFERENCE, "yes", reason="r")
    assert (receipt.office, receipt.told["outcome"]) == ("cas.deputy", "PASSED")
    assert council.problems() == []


def test_without_anybody_to_chair_no_ballot_is_opened_whose_ties_go_to_the_chair(council: Government) -> None:
    council.organise(without=["cas.chair"])
    assert refused(Refused, opened, council) == ["voting.nobody_chairs"]


def test_most_seats_recused_the_ballot_goes_to_the_body_above(council: Government) -> None:
    opened(council)
    vote(council, "mof_cio")
    govflow.recuse(council.person("mof_cio"), REFERENCE, reason="利害関係")
    assert refused(Refused, vote, council, "mof_cio") == [
        "voting.recused",
        "voting.conflicted",
        "voting.voted_already",
    ]
    secretariat = council.person("secretariat")
    other = refused(NotAuthorised, govflow.recuse, secretariat, REFERENCE, seat="mic.cio", reason="親族")
    assert other == ["voting.not_holder"]
    govflow.recuse(council.person("mic_cio"), REFERENCE, reason="親族")
    assert [seat.recused_for for seat in shown(council).seats] == ["利害関係", None, "親族"]
    assert refused(Refused, close, council) == ["ballot.most_recused"]
    receipt = govflow.escalate_ballot(secretariat, REFERENCE, reason="上位の会議体に付議")
    assert (receipt.state, shown(council).outcome) == ("escalated", None)
    assert council.problems() == []


def test_a_recusal_ends_with_the_person(council: Government) -> None:
    opened(council)
    govflow.recuse(council.person("mof_cio"), REFERENCE, reason="親族")
    council.organise(
        persons=["mof_new"], without=["mof.cio"], appointments=[{"person": "mof_new", "office": "mof.cio"}]
    )
    vote(council, "mof_new", "no")
    seat = shown(council).seats[0]
    assert (seat.recused_for, seat.position) == (None, "no")
    assert council.problems() == []
