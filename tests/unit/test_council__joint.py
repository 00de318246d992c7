"""Which ballot of a body speaks for it in a joint decision, where papers have made the texts of two the same."""

from __future__ import annotations

from sample_voting import BALLOT

from govflow.domain.council.ballot import Ballot, BallotState
from govflow.domain.council.tally import Outcome
from govflow.services.council.matters.joint import awaited_among, speaking_for

OWN = BALLOT._replace(reference="Y-2025-B001", body="y", joint=("x",))
FIRST = BALLOT._replace(joint=("y",))
LATER = FIRST._replace(reference="X-2025-B002", opened_at="2025-04-11T01:00")


def decided(ballot: Ballot) -> Ballot:
    return ballot._replace(state=BallotState.CLOSED, outcome=Outcome.PASSED)


def test_what_a_body_has_decided_waits_for_no_other_ballot_of_it() -> None:
    for one, other in ((FIRST, LATER), (LATER, FIRST)):
        assert speaking_for([decided(one), other], OWN, "x") == decided(one)
        assert awaited_among([decided(one), other], OWN) == []


def test_of_ballots_that_have_come_as_far_the_latest_speaks() -> None:
    assert speaking_for([LATER, FIRST], OWN, "x") == LATER
    assert speaking_for([decided(LATER), decided(FIRST)], OWN, "x") == decided(LATER)


def test_the_thousandth_ballot_of_a_moment_is_later_than_the_one_before() -> None:
    before, after = (FIRST._replace(reference=f"X-2025-B{number}") for number in (999, 1000))
    assert speaking_for([after, before], OWN, "x") == after


def test_what_ended_undecided_and_what_was_settled_speak_for_nobody() -> None:
    undecided = FIRST._replace(state=BallotState.CLOSED, outcome=Outcome.NO_DECISION)
    settled = decided(FIRST)._replace(jointly=Outcome.PASSED)
    assert speaking_for([undecided, settled], OWN, "x") is None
