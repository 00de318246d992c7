"""Seats in a sitting under charters of one's own: own ministry, proxies, written votes, a chair who only casts."""

from __future__ import annotations

from typing import Any

from balloting import load, load_council
from government import Government, refused
from sitting import CIOS, DAY, council, motion, opened, secretariat
from sitting import MEETING as COUNCIL_MEETING

import govflow
from govflow.errors import NotAuthorised, Refused

MEETING, BALLOT = "PN-2025-M001", "PN-2025-B001"
QUORUM = {"fraction": "1/2", "inclusive": True}


def rule(**changes: Any) -> dict[str, Any]:
    return {"base": "yes_no", "threshold": "1/2", "quorum": QUORUM, **changes}


def sat(government: Government, *, there: tuple[str, ...], question: str = "共通方針", **charter: Any) -> str:
    """A panel in session, one question called; nobody votes yet."""
    load(government, "panel", **charter)
    meeting = govflow.call_meeting(
        secretariat(government), body="panel", at=f"{DAY}T10:00", place="第一会議室"
    ).reference
    govflow.add_item(secretariat(government), meeting, title=question, section="decide")
    return meeting


def called(government: Government, there: tuple[str, ...]) -> str:
    government.on(DAY)
    govflow.open_meeting(secretariat(government), MEETING, seats=there)
    govflow.call_item(secretariat(government), MEETING, 1)
    return govflow.open_in_sitting(secretariat(government), MEETING, 1, asks=False).reference


def vote(government: Government, person: str, position: str = "yes", **more: Any) -> govflow.CouncilReceipt:
    return govflow.cast(government.person(person), BALLOT, position, **more)


def positions(government: Government) -> list[tuple[str | None, str | None]]:
    return [(seat.position, seat.via) for seat in govflow.show_ballot(government.onlooker, BALLOT).seats]


def test_a_proxy_votes_for_the_seats_that_are_away(either: Government) -> None:
    """COUNCIL 7, 8."""
    counted = QUORUM | {"count_proxy": True}
    sat(either, there=(), rule=rule(quorum=counted), proxies={"at_most": 2})
    for seat in ("mhlw.cio", "mic.cio"):
        govflow.give_proxy(either.person(seat.replace(".", "_")), MEETING, to="mof.cio", seat=seat)
    called(either, ("cas.chair", "mof.cio"))
    assert vote(either, "mof_cio").told["seat"] == "mof.cio"
    vote(either, "mof_cio", "no", seat="mhlw.cio")
    assert refused(Refused, vote, either, "mof_cio", seat="mhlw.cio") == ["voting.voted_already"]
    vote(either, "mof_cio", seat="mic.cio")
    govflow.arrive(secretariat(either), MEETING, ["mhlw.cio"])
    vote(either, "mhlw_cio", "abstain")
    assert positions(either) == [("yes", "own"), ("abstain", "own"), ("yes", "proxy")]
    assert govflow.close_ballot(secretariat(either), BALLOT).told["outcome"] == "PASSED"
    assert either.problems() == []


def test_who_is_away_writes_where_the_rule_counts_it(either: Government) -> None:
    """COUNCIL 8."""
    sat(either, there=(), rule=rule(quorum=QUORUM | {"count_written": True}))
    called(either, ("cas.chair", *CIOS[:2]))
    vote(either, "mic_cio", "no")
    assert positions(either)[2] == ("no", "written")
    assert either.problems() == []


CENTRAL_CHAIR: dict[str, Any] = {
    "chair": "government_cio",
    "seats": {
        "chair": {"title": {"ja": "議長", "en": "chair"}, "role": "government_cio", "voting": False},
        "cios": {"title": {"ja": "各府省CIO", "en": "Ministry CIOs"}, "each": "ministry_cio"},
    },
}
"""Whoever takes a proposal up reads it: the chair is of the centre."""


def test_a_proposal_is_not_judged_by_its_own_ministry(either: Government) -> None:
    load(either, "panel", powers=["evaluate"], own_ministry_recused=True, **CENTRAL_CHAIR)
    proposal = either.proposal(ministry="nta", until="agenda_ready")
    said = {"body": "panel", "closes_at": "2025-04-17T17:00", "reason": "急ぐ", "proposal": proposal}
    assert refused(Refused, govflow.open_written, either.person("gcio"), **said) == ["paper.nothing_written"]
    quorum = QUORUM | {"count_written": True}
    written = {"working_days": 5, "response": "1/2", "rule": rule(quorum=quorum)}
    evaluating = {"powers": ["evaluate"], "own_ministry_recused": True, **CENTRAL_CHAIR}
    load(either, "panel", version=2, **evaluating, written_procedure=written)
    govflow.open_written(either.person("gcio"), **said)
    [mof, *others] = govflow.show_ballot(either.onlooker, BALLOT).seats
    assert (mof.recused_for, [seat.recused_for for seat in others]) == ("", [None, None])
    assert refused(Refused, vote, either, "mof_cio") == ["voting.recused", "voting.conflicted"]
    assert refused(Refused, govflow.unrecuse, either.person("mof_cio"), BALLOT, reason="r") == [
        "voting.not_recused"
    ]
    govflow.recuse(either.person("mof_cio"), BALLOT, reason="親族")
    govflow.unrecuse(either.person("mof_cio"), BALLOT, reason="誤り")
    assert govflow.show_ballot(either.onlooker, BALLOT).seats[0].recused_for == ""
    assert refused(Refused, vote, either, "mof_cio") == ["voting.recused", "voting.conflicted"]
    assert either.problems() == []


def test_a_chair_who_only_casts_has_no_vote_and_hands_over_the_casting_vote_alone(either: Government) -> None:
    """COUNCIL 2."""
    seats = {
        "chair": {"title": {"ja": "議長", "en": "chair"}, "role": "council_chair"},
        "gcio": {"title": {"ja": "政府CIO", "en": "Government CIO"}, "role": "government_cio"},
        "cios": {"title": {"ja": "各府省CIO", "en": "Ministry CIOs"}, "each": "ministry_cio"},
    }
    casts = rule(tie="chair", chair_vote="casting_only")
    sat(either, there=(), rule=casts, seats=seats, deputies=["government_cio"])
    called(either, ("cas.chair", "cas.gcio", *CIOS))
    assert refused(Refused, vote, either, "chair") == ["voting.chair_only_casts"]
    vote(either, "gcio")
    vote(either, "mof_cio")
    for person in ("mhlw_cio", "mic_cio"):
        vote(either, person, "no")
    assert govflow.close_ballot(secretariat(either), BALLOT).told["outcome"] == "TIE_PENDING_CHAIR"
    assert refused(NotAuthorised, govflow.casting_vote, either.person("gcio"), BALLOT, "yes", reason="r") == [
        "voting.not_chair"
    ]
    govflow.recuse(either.person("chair"), BALLOT, reason="親族")
    receipt = govflow.casting_vote(either.person("gcio"), BALLOT, "yes", reason="r")
    assert (receipt.office, receipt.told["outcome"]) == ("cas.gcio", "PASSED")
    view = govflow.show_ballot(either.onlooker, BALLOT)
    assert view.tally is not None
    assert {letter: view.tally.counts[letter] for letter in "SYNRC"} == {
        "S": 5,
        "Y": 2,
        "N": 2,
        "R": 1,
        "C": 0,
    }
    assert either.problems() == []


def test_a_delegation_or_a_substitution_is_no_vote(either: Government) -> None:
    """COUNCIL 16: who decides for an office elsewhere does not vote for its seat."""
    load_council(either)
    either.organise(
        substitutions=[{"office": "mof.cio", "deputies": ["mof.dcio"]}],
        absences=[{"person": "mof_cio", "from": "2025-04-01", "reason": "出張"}],
    )
    ballot = govflow.open_ballot(secretariat(either), body="cio_council", question="q").reference
    wrong = refused(NotAuthorised, govflow.cast, either.person("mof_dcio"), ballot, "yes", seat="mof.cio")
    assert wrong == ["voting.not_holder"]


def test_a_joint_item_is_done_with_and_its_proposal_waits_for_the_other_body(either: Government) -> None:
    """COUNCIL 15."""
    cio = council(either)
    load(cio, "panel", written_procedure={"working_days": 5, "response": "1/2", "rule": "no_objection"})
    proposal = motion(cio)
    opened(cio, seats=("cas.chair", *CIOS))
    govflow.call_item(secretariat(cio), COUNCIL_MEETING, 1)
    first = govflow.open_in_sitting(secretariat(cio), COUNCIL_MEETING, 1, jointly_with=["panel"]).reference
    waiting = govflow.no_objection(secretariat(cio), first)
    assert (waiting.told["awaits"], cio.state(proposal)) == (["panel"], "debate")
    govflow.end_meeting(secretariat(cio), COUNCIL_MEETING)
    assert cio.state(proposal) == "debate"
    said = {"body": "panel", "closes_at": "2025-04-30T17:00", "reason": "急ぐ", "proposal": proposal}
    second = govflow.open_written(cio.person("chair"), **said, jointly_with=["cio_council"]).reference
    for person in ("mof_cio", "mhlw_cio", "mic_cio"):
        govflow.cast(cio.person(person), second, "yes")
    receipt = govflow.close_ballot(secretariat(cio), second)
    assert (receipt.told["decision"], cio.state(proposal)) == ("PN-2025-D001", "passed")
    assert cio.problems() == []
