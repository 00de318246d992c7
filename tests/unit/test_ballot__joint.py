"""A text that several bodies decide together: when it is settled, and what it comes to."""

from __future__ import annotations

import pytest
from sample_voting import AT, BALLOT, RULE, against, knows

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.ballot_proceeding import Settle
from govflow.domain.council.tally import Outcome

FACTS = knows("secretariat_person", "secretariat")
PASSED, FAILED, BLOCKED = Outcome.PASSED, Outcome.FAILED, Outcome.BLOCKED
OWN, OTHER = BALLOT.reference, "Y-2025-B001"


def decided(outcome: Outcome = PASSED) -> Ballot:
    """The ballot of a body that decides together with one other."""
    return BALLOT._replace(joint=("y",)).closing(outcome, AT)


@pytest.mark.parametrize(
    ("own", "other", "jointly"),
    [(PASSED, PASSED, PASSED), (PASSED, FAILED, FAILED), (FAILED, PASSED, FAILED), (FAILED, FAILED, FAILED)],
)
def test_what_fails_in_one_body_fails_in_all(own: Outcome, other: Outcome, jointly: Outcome) -> None:
    act = Settle({OTHER: other, OWN: own})
    assert against(act, decided(own), FACTS) == []
    after = act.done(decided(own), RULE, FACTS)
    assert (after.final, after.together, after.outcome) == (jointly, (OWN, OTHER), own)


def test_only_a_closed_ballot_of_several_bodies_is_settled_and_once() -> None:
    act = Settle({OWN: PASSED, OTHER: PASSED})
    again = decided()._replace(jointly=PASSED)
    assert against(act, again, FACTS) == ["not_joint"]
    assert set(against(act, decided()._replace(joint=()), FACTS)) == {"not_joint"}
    assert set(against(act, BALLOT._replace(joint=("y",)), FACTS)) == {"is_open", "not_joint"}
    waits = decided(Outcome.TIE_PENDING_CHAIR)
    told = Settle({OWN: Outcome.TIE_PENDING_CHAIR, OTHER: PASSED})
    assert against(told, waits, FACTS) == ["is_waiting_for_casting_vote", "not_joint"]


def test_an_own_decision_alone_is_not_settled_with_others() -> None:
    alone = decided()._replace(joint=())
    assert against(Settle({OWN: PASSED}), alone, FACTS) == ["not_joint"]


@pytest.mark.parametrize(
    "told",
    [
        {OWN: PASSED},
        {OWN: PASSED, OTHER: PASSED, "Z-2025-B001": PASSED},
        {OWN: PASSED, OTHER: BLOCKED},
        {OWN: FAILED, OTHER: PASSED},
        {OTHER: PASSED, "Z-2025-B001": PASSED},
    ],
    ids=["other_missing", "one_too_many", "other_undecided", "own_is_another", "own_missing"],
)
def test_it_takes_a_ballot_of_every_body_that_has_decided(told: dict[str, Outcome]) -> None:
    assert against(Settle(told), decided(), FACTS) == ["not_joint"]


def test_what_another_body_keeps_from_the_public_is_closed_with_its_reason() -> None:
    ballot = decided()._replace(closed={"question": "own reason"})
    act = Settle({OWN: PASSED, OTHER: PASSED}, {"question": "their reason", "amount": "a price"})
    after = act.done(ballot, RULE, FACTS)
    assert after.closed_jointly == {"amount": "a price"}
    assert after.closed == {"question": "own reason"}
    assert Settle({OWN: PASSED, OTHER: PASSED}).done(decided(), RULE, FACTS).closed_jointly == {}
