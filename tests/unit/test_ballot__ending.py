"""How a ballot ends: every reason at once."""

from __future__ import annotations

from fractions import Fraction

import pytest
from sample_voting import (
    AT,
    BALLOT,
    BLOCKING,
    CHAIRS,
    CLOSES,
    HELD,
    RULE,
    SAT,
    SEATS,
    against,
    knows,
    recused,
    there,
    tied,
    voted,
)

from govflow.domain.council.ballot import Ballot, BallotState
from govflow.domain.council.ballot_closing import CastingVote, Close, Escalate, NoObjection, Withdraw
from govflow.domain.council.ballot_proceeding import Abolish, Note, Object, Override, Reopen
from govflow.domain.council.ballot_recusing import Recuse
from govflow.domain.council.ballot_tally import roll_of_ballot, tally_of_ballot
from govflow.domain.council.ballot_voting import Cast
from govflow.domain.council.position import Casting, Position
from govflow.domain.council.rule import ChairVote, QuorumRule, Silence
from govflow.domain.council.sentence import sentence
from govflow.domain.council.tally import Outcome

HALF = QuorumRule(Fraction(1, 2), inclusive=True)
CASTS_ONLY = RULE._replace(chair_vote=ChairVote.CASTING_ONLY)
OFFICER = knows("secretariat_person", "secretariat")
LATE = OFFICER._replace(at=CLOSES)
ASKED = SAT._replace(state=BallotState.ASKED, asked_at=AT)


def test_before_its_time_a_ballot_closes_only_if_nothing_can_change_it() -> None:
    """COUNCIL 12."""
    one, two = voted(BALLOT, "a"), voted(voted(BALLOT, "a"), "b")
    assert against(Close(), one, OFFICER) == ["not_settled"]
    assert against(Close(), two, OFFICER) == []
    assert against(Close(), two, OFFICER, RULE._replace(revote=True)) == ["not_settled"]
    assert against(Close(), one, LATE) == []
    assert against(Close(), BALLOT._replace(closes_at=None), LATE) == ["not_settled"]
    assert against(Close(), voted(SAT, "a"), OFFICER._replace(sitting=there(*SEATS))) == []


def test_of_a_ballot_that_has_ended_nobody_says_that_its_proposal_has_left() -> None:
    sat = OFFICER._replace(sitting=there(*SEATS), stage="elsewhere")
    put = voted(SAT, "a")._replace(stage="deliberation")
    assert "proposal_left" in against(Close(), put, sat)
    closed = put._replace(state=BallotState.CLOSED, outcome=Outcome.PASSED)
    for act in (Close(), CastingVote("yes", "r"), Cast("a", "yes")):
        assert "proposal_left" not in against(act, closed, sat)
        assert against(act, closed, sat)


def test_what_a_body_decided_with_others_is_taken_back_while_they_are_awaited() -> None:
    waits = voted(SAT, "a")._replace(state=BallotState.CLOSED, outcome=Outcome.PASSED, joint=("panel",))
    assert against(Withdraw("r"), waits, OFFICER) == []
    back = Withdraw("r").done(waits, RULE, OFFICER)
    assert (back.state, back.outcome, back.final) == (BallotState.CLOSED, Outcome.PASSED, Outcome.WITHDRAWN)
    for settled in (back, waits._replace(jointly=Outcome.PASSED), waits._replace(joint=())):
        assert against(Withdraw("r"), settled, OFFICER) == ["is_closed"]


def test_silence_is_assent_only_by_the_end_of_a_written_procedure() -> None:
    """COUNCIL 9."""
    rule = RULE._replace(silence=Silence.ASSENT)
    ballot = voted(BALLOT._replace(response="2/3"), "a")
    assert against(Close(), ballot, OFFICER, rule) == ["not_settled"]
    assert Close().done(ballot, rule, LATE).outcome is Outcome.NO_QUORUM
    assert Close().done(voted(ballot, "b", "abstain"), rule, LATE).outcome is Outcome.PASSED


def test_closing_twice_is_refused() -> None:
    closed = Close().done(BALLOT, RULE, LATE)
    assert against(Close(), closed, LATE) == ["is_closed"]
    assert against(Withdraw(""), closed, LATE) == ["is_closed", "reason_missing"]
    assert against(Recuse("z", ""), closed, knows()) == ["is_closed", "reason_missing", "unknown_seat"]


def test_the_quorum_is_counted_when_the_item_is_called_and_at_the_close() -> None:
    """COUNCIL 3."""
    rule = RULE._replace(quorum=HALF)
    ballot = voted(voted(SAT, "a"), "b")
    for remained, outcome in ((SEATS, "PASSED"), (("a", "b"), "PASSED"), (("a",), "NO_QUORUM")):
        facts = OFFICER._replace(sitting=there(*remained))
        assert Close().done(ballot, rule, facts).outcome == outcome
    alone = voted(SAT._replace(present=("a",)), "a")
    assert Close().done(alone, rule, OFFICER._replace(sitting=there(*SEATS))).outcome is Outcome.NO_QUORUM


def test_while_the_meeting_is_suspended_a_ballot_can_be_closed_and_decides_nothing() -> None:
    """COUNCIL 3."""
    lost = OFFICER._replace(sitting=there("a", state="suspended"))
    paused = OFFICER._replace(sitting=there(*SEATS, state="suspended"))
    assert against(Close(), SAT, lost) == against(Close(), ASKED, lost) == []
    assert against(Close(), SAT, paused) == against(Close(), ASKED, paused) == []
    ballot, rule = voted(voted(SAT, "a"), "b"), RULE._replace(quorum=HALF)
    assert Close().done(ballot, rule, lost).outcome is Outcome.NO_QUORUM
    ended = Close().done(ballot, rule, paused)
    assert (ended.outcome, ended.state) == (Outcome.NO_DECISION, "closed")
    assert sentence(tally_of_ballot(ended, rule)).params["main"].code == "ballot.interrupted"
    assert against(Close(), ASKED, OFFICER._replace(sitting=there(*SEATS))) == ["is_asked"]


def test_nobody_objecting_every_seat_in_the_room_assents() -> None:
    """COUNCIL 22."""
    facts = OFFICER._replace(sitting=there("a", "b", by={"b": "a_alternate"}))
    after = NoObjection().done(recused(ASKED, "c"), RULE, facts)
    assert {key: given.position for key, given in after.positions.items()} == {
        "a": Position.ASSENT,
        "b:alternate": Position.ASSENT,
    }
    assert (after.state, after.outcome, after.asked_at, after.remained) == (
        "closed",
        "PASSED",
        AT,
        ("a", "b"),
    )
    assert against(NoObjection(), SAT, facts) == ["is_open"]


def test_nobody_objecting_decides_nothing_out_of_session_on_other_papers_or_with_most_in_conflict() -> None:
    def said(ballot: Ballot, **more: object) -> list[str]:
        return against(NoObjection(), ballot, OFFICER._replace(sitting=there(*SEATS)._replace(**more)))

    assert said(ASKED) == []
    assert said(ASKED, state="suspended") == ["not_in_session"]
    assert said(ASKED, replaced={"2": "d"}) == ["papers_replaced"]
    assert said(recused(ASKED, "a", "b")) == ["most_recused"]
    ended = OFFICER._replace(sitting=there(*SEATS, state="ended"))
    assert against(Close(), voted(SAT, "a"), ended) == ["not_in_session"]


def test_a_chair_who_only_casts_does_not_assent() -> None:
    """COUNCIL 2, 22."""
    facts, asked = OFFICER._replace(sitting=there("a", "b")), ASKED._replace(casts="a")
    assert [*NoObjection().done(asked, CASTS_ONLY, facts).positions] == ["b"]


def test_one_objection_makes_a_counted_ballot() -> None:
    """COUNCIL 22."""
    facts = knows(sitting=there("a", "b"))
    after = Object("a", "t").done(ASKED, RULE, facts)
    assert (after.state, after.objection and after.objection.seat, after.asked_at) == ("open", "a", AT)
    assert against(Object("b"), ASKED, facts) == ["not_holder"]
    assert against(Object("c", recorded=True), ASKED, facts) == ["nobody_there"]
    assert against(Object("a"), recused(ASKED, "a"), facts) == ["recused", "conflicted"]
    assert against(Object("a"), after, facts) == ["is_open"]


def test_a_casting_vote_is_the_acting_chairs_after_the_close_with_a_reason() -> None:
    """COUNCIL 2."""
    chair, deputy = knows("chair_person", "chair"), knows("deputy_person", "deputy")
    act = CastingVote("no", "It can wait.")
    assert against(act, tied(), chair) == []
    assert against(act, tied(), deputy) == ["not_chair"]
    assert against(act, tied(), knows("deputy_person", "chair")) == ["not_chair"]
    assert against(act, tied(), knows("chair_person", "deputy")) == ["not_chair"]
    assert against(act, recused(tied(), "chair"), deputy) == []
    assert against(act, tied(), deputy._replace(present={"deputy": HELD["deputy"]})) == []
    in_the_chair = there("deputy", presiding="deputy")
    assert against(act, tied(), deputy._replace(sitting=in_the_chair)) == []
    assert against(act, tied(), chair._replace(sitting=there("deputy"))) == ["not_chair"]
    sits_in = there("chair", by={"chair": "a_alternate"})
    assert against(act, tied(), knows("a_alternate_person", "chair", sitting=sits_in)) == ["not_chair"]
    replaced = there("deputy", replaced={"2": "d"})
    assert against(act, tied(), deputy._replace(sitting=replaced)) == ["papers_replaced"]
    assert against(act, recused(tied(), *CHAIRS), deputy) == ["not_chair"]
    assert against(CastingVote("abstain", ""), BALLOT, knows()) == [
        "not_waiting",
        "not_chair",
        "casting_decides",
        "reason_missing",
    ]
    after = act.done(tied(), RULE, chair)
    cast = Casting(Position.NO, chair.person, "chair", None, chair.at, "It can wait.")
    assert (after.state, after.outcome, after.casting) == ("closed", "FAILED", cast)


def test_who_only_casts_is_frozen_and_a_handover_moves_the_casting_vote_alone() -> None:
    """COUNCIL 2."""
    ballot = BALLOT._replace(chairs=("a", "b"), casts="a")
    assert against(Cast("a", "yes"), ballot, knows(), CASTS_ONLY) == ["chair_only_casts"]
    left = recused(voted(ballot, "b"), "a")
    assert against(Cast("b", "yes"), recused(ballot, "a"), knows("b_person", "b"), CASTS_ONLY) == []
    counts = tally_of_ballot(left, CASTS_ONLY).counts.heads
    assert (counts.yes, counts.recused, counts.chair) == (1, 1, 0)
    assert [seat.present for seat in roll_of_ballot(ballot, CASTS_ONLY).seats] == [True, False, False]


def test_what_is_decided_is_closed_and_not_withdrawn() -> None:
    reason = Withdraw("r")
    assert against(reason, BALLOT, OFFICER) == against(reason, voted(BALLOT, "a"), OFFICER) == []
    assert against(reason, voted(voted(BALLOT, "a"), "b"), OFFICER) == ["decided"]
    assert against(reason, BALLOT, LATE) == ["decided"]
    assert against(reason, tied(), OFFICER) == ["decided"]
    moved = tied(BALLOT._replace(proposal="p", stage="debate"))
    assert against(reason, moved, OFFICER._replace(stage="withdrawn")) == []
    assert against(Close(), voted(moved._replace(state=BallotState.OPEN), "c"), LATE) == ["proposal_left"]


def test_most_seats_recused_there_is_no_tally_and_it_goes_up() -> None:
    """COUNCIL 4."""
    ballot = recused(BALLOT, "a", "b")
    assert against(Close(), ballot, LATE) == ["most_recused"]
    assert against(Escalate("r"), ballot, OFFICER) == []
    assert against(Escalate(""), BALLOT, OFFICER) == ["reason_missing", "can_be_decided"]
    assert against(Escalate("r"), recused(tied(), *CHAIRS), OFFICER) == []
    assert against(Escalate("r"), tied(), OFFICER) == ["can_be_decided"]
    assert against(Escalate("r"), BALLOT.closing(Outcome.PASSED, CLOSES), OFFICER) == ["is_closed"]
    ended = Escalate("r").done(ballot, RULE, OFFICER)
    assert (ended.state, ended.outcome) == (BallotState.ESCALATED, None)


def test_an_abolished_seat_leaves_by_an_event_and_no_other() -> None:
    """COUNCIL 5."""
    gone = OFFICER._replace(gone=("c",), at=CLOSES)
    assert against(Close(), BALLOT, gone) == ["seat_gone"]
    assert against(Abolish("c", "r"), BALLOT, gone) == []
    assert against(Abolish("a", " "), BALLOT, gone) == ["reason_missing", "seat_stays"]
    assert against(Abolish("z", "r"), BALLOT, gone) == ["unknown_seat"]
    after = Abolish("c", "r").done(BALLOT, RULE, gone)
    assert tally_of_ballot(after, RULE).counts.heads.seats == 2


def test_on_replaced_papers_a_ballot_reopens_and_blocks_survive() -> None:
    """COUNCIL 10, 11."""
    ballot = voted(voted(SAT, "a"), "b", "block", text="t")
    replaced = OFFICER._replace(sitting=there(*SEATS, replaced={"2": "d"}))
    assert against(Reopen(), ballot, OFFICER._replace(sitting=there(*SEATS))) == ["papers_unchanged"]
    after = Reopen().done(ballot, BLOCKING, replaced)
    assert (after.round, dict(after.matter.papers)) == (2, {"2": "d"})
    assert [after.position_of(seat) is None for seat in SEATS] == [True, False, True]


def test_an_override_lifts_the_blocks_that_stand() -> None:
    """COUNCIL 10."""
    ballot = voted(voted(voted(BALLOT, "a"), "b"), "c", "block", text="t")
    assert tally_of_ballot(ballot, BLOCKING).outcome is Outcome.BLOCKED
    assert against(Override("B2"), BALLOT, OFFICER) == ["no_block"]
    after = Override("B2").done(ballot, BLOCKING, OFFICER)
    assert tally_of_ballot(after, BLOCKING).outcome is Outcome.PASSED
    assert list(after.blocks()) == []


@pytest.mark.parametrize(("mode", "said"), [("written", []), ("open", ["not_to_be_noted"])])
def test_only_what_was_decided_in_writing_is_noted_and_once(mode: str, said: list[str]) -> None:
    closed = BALLOT._replace(mode=type(BALLOT.mode)(mode)).closing(Outcome.PASSED, AT)
    assert against(Note("M"), closed, OFFICER) == said
    assert against(Note("M"), closed._replace(noted_in="M"), OFFICER) == ["not_to_be_noted"]
