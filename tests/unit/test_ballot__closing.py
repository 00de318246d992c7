"""When a ballot may be counted, taken back or sent up: each reason by itself, and what the ended ballot keeps."""

from __future__ import annotations

import pytest
from sample_voting import (
    AT,
    BALLOT,
    CLOSES,
    RULE,
    SAT,
    SEATS,
    against,
    codes,
    knows,
    recused,
    there,
    tied,
    voted,
)

from govflow.domain.council.ballot import Ballot, BallotState
from govflow.domain.council.ballot_closing import Close, Escalate, NoObjection, Withdraw
from govflow.domain.council.rule import ChairVote
from govflow.domain.council.tally import Outcome

OFFICER = knows("secretariat_person", "secretariat")
LATE = OFFICER._replace(at=CLOSES)
IN_SESSION = OFFICER._replace(sitting=there(*SEATS))
PAUSED = OFFICER._replace(sitting=there(*SEATS, state="suspended"))
ASKED = SAT._replace(state=BallotState.ASKED, asked_at=AT)
UNWINNABLE = RULE._replace(min_yes=4)
"""More yes than there are seats: nothing that is said can pass it."""
DECIDED = voted(voted(BALLOT, "a"), "b")


def test_a_tie_that_waits_is_ended_without_a_decision_only_while_the_meeting_is_suspended() -> None:
    assert against(Close(), tied(SAT), PAUSED) == []
    assert against(Close(), tied(SAT), IN_SESSION) == ["is_waiting_for_casting_vote"]
    assert Close().done(tied(SAT), RULE, PAUSED).outcome is Outcome.NO_DECISION


def test_until_when_answers_are_awaited_is_said_where_there_is_a_day() -> None:
    def until(ballot: Ballot) -> object:
        [said] = Close().reasons(ballot, RULE, OFFICER)
        return said.params["closes_at"]

    assert until(BALLOT) == CLOSES
    assert until(BALLOT._replace(closes_at=None)) == "-"


def test_what_cannot_be_counted_is_not_also_said_to_be_early() -> None:
    assert against(Close(), recused(BALLOT, "a", "b"), OFFICER) == ["most_recused"]
    assert against(Close(), BALLOT, OFFICER._replace(gone=("c",))) == ["seat_gone"]
    assert against(Close(), BALLOT.closing(Outcome.PASSED, AT), OFFICER) == ["is_closed"]


def test_a_ballot_whose_seats_have_all_left_is_not_counted_but_goes_up() -> None:
    nobody = BALLOT._replace(seats=())
    assert against(Close(), nobody, LATE) == ["no_seats"]
    assert against(NoObjection(), ASKED._replace(seats=()), IN_SESSION) == ["no_seats"]
    assert against(Escalate("r"), nobody, OFFICER) == []


def test_where_the_only_seat_left_is_that_of_a_chair_who_only_casts_nobody_votes() -> None:
    alone = BALLOT._replace(seats=BALLOT.seats[:1], casts="a")
    rule = RULE._replace(chair_vote=ChairVote.CASTING_ONLY)
    assert against(Close(), alone, LATE, rule) == ["nobody_votes"]
    assert against(Escalate("r"), alone, OFFICER, rule) == []


def test_a_recusal_of_who_has_left_the_office_does_not_hinder_the_count() -> None:
    ballot = voted(recused(BALLOT, "a", "b"), "c")
    successors = LATE._replace(holders={**LATE.holders, "a": ("new",), "b": ("newer",)})
    assert against(Close(), ballot, successors) == []
    assert against(Escalate("r"), ballot, successors) == ["can_be_decided"]
    assert Close().done(ballot, RULE, successors).is_recused("a") is False


def test_only_a_ballot_of_a_sitting_keeps_who_was_there_at_its_end() -> None:
    outside = Close().done(DECIDED, RULE, OFFICER)
    assert (outside.remained, outside.suspended, outside.closed_at) == (None, False, AT)
    remained = Close().done(voted(SAT, "a"), RULE, OFFICER._replace(sitting=there("c", "a", "chair")))
    assert (remained.remained, remained.suspended) == (("a", "c"), False)
    assert Close().done(voted(SAT, "a"), RULE, PAUSED).suspended is True


@pytest.mark.parametrize("ballot", [BALLOT, ASKED, voted(SAT, "a")])
def test_what_nobody_has_decided_is_taken_back_with_a_reason(ballot: Ballot) -> None:
    assert against(Withdraw("r"), ballot, OFFICER) == []
    assert against(Withdraw(" "), ballot, OFFICER) == ["reason_missing"]
    back = Withdraw(" Not now. ").done(ballot, RULE, OFFICER)
    assert (back.state, back.outcome) == (BallotState.WITHDRAWN, Outcome.WITHDRAWN)
    assert (back.closed_at, back.ended_because, back.jointly) == (AT, "Not now.", None)
    assert against(Withdraw("r"), back, OFFICER) == ["is_withdrawn"]


def test_what_others_have_still_to_decide_keeps_its_outcome_and_why_it_was_taken_back() -> None:
    waits = DECIDED._replace(state=BallotState.CLOSED, outcome=Outcome.PASSED, joint=("panel",))
    assert Withdraw(" r ").done(waits, RULE, OFFICER).ended_because == "r"
    assert against(Withdraw(""), waits, OFFICER) == ["reason_missing"]


def test_before_anybody_has_answered_even_what_cannot_pass_is_taken_back() -> None:
    for ballot, facts in ((BALLOT, OFFICER), (SAT, IN_SESSION)):
        assert against(Withdraw("r"), ballot, facts, UNWINNABLE) == []
        assert against(Withdraw("r"), voted(ballot, "a"), facts, UNWINNABLE) == ["decided"]


def test_where_answers_may_change_nothing_is_decided_before_its_time() -> None:
    again = RULE._replace(revote=True)
    assert against(Withdraw("r"), DECIDED, OFFICER, again) == []
    assert against(Withdraw("r"), DECIDED, LATE, again) == ["decided"]


def test_where_the_proposal_has_left_its_stage_the_question_is_taken_back_even_late() -> None:
    moved = BALLOT._replace(proposal="p", stage="debate")
    assert against(Withdraw("r"), moved, LATE._replace(stage="withdrawn")) == []
    assert against(Withdraw("r"), moved, LATE._replace(stage="debate")) == ["decided"]
    assert against(NoObjection(), ASKED._replace(stage="debate"), IN_SESSION) == ["proposal_left"]


def test_what_a_body_is_stuck_with_goes_up_with_a_reason_in_any_state_before_its_end() -> None:
    for ballot in (recused(BALLOT, "a", "b"), recused(ASKED, "a", "b"), recused(tied(), "chair", "deputy")):
        assert against(Escalate("r"), ballot, OFFICER) == []
        assert against(Escalate(" "), ballot, OFFICER) == ["reason_missing"]
    up = Escalate(" Too few. ").done(recused(BALLOT, "a", "b"), RULE, OFFICER)
    assert (up.closed_at, up.ended_because) == (AT, "Too few.")
    assert against(Escalate("r"), up, OFFICER) == ["is_escalated"]


def test_a_tie_whose_chair_is_there_does_not_go_up_however_many_are_recused() -> None:
    assert against(Escalate("r"), recused(tied(), "a", "b"), OFFICER) == ["can_be_decided"]


def test_every_seat_that_is_gone_is_named() -> None:
    gone = LATE._replace(gone=("b", "c"))
    said = [*Close().reasons(BALLOT, RULE, gone)]
    assert codes(said) == ["seat_gone", "seat_gone"]
    assert [each.params["seat"] for each in said] == ["b", "c"]
