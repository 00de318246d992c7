"""Who votes for a seat, in which way, and what may not be said: every reason at once."""

from __future__ import annotations

import pytest
from sample_voting import (
    AT,
    BALLOT,
    BLOCKING,
    CLOSES,
    HELD,
    RULE,
    SAT,
    SEATS,
    WITH_PAPER,
    WITH_PROXIES,
    against,
    knows,
    recused,
    there,
    voted,
)

from govflow.domain.canonical import canonical, mapping_of
from govflow.domain.council.ballot import Ballot, BallotState, Via
from govflow.domain.council.ballot_tally import roll_of_ballot, tally_of_ballot
from govflow.domain.council.ballot_voting import Cast, Correct
from govflow.domain.council.position import Objection
from govflow.domain.council.rule import Rule, Silence
from govflow.domain.council.tally import Outcome
from govflow.domain.plain import changed, folded, plain, thawed

YES = Cast("a", "yes")


def test_the_holder_of_a_seat_votes_for_it() -> None:
    assert against(YES, BALLOT) == []
    given = YES.done(BALLOT, RULE, knows()).position_of("a")
    assert given is not None
    assert (given.person, given.office, given.via, given.recorder, given.at) == (
        "a_person",
        "a",
        "own",
        None,
        AT,
    )


@pytest.mark.parametrize(
    ("act", "rule", "said"),
    [
        (Cast("z", "yes"), RULE, ["unknown_seat"]),
        (Cast("b", "yes"), RULE, ["not_holder"]),
        (Cast("b", "yes", recorded=True), RULE, ["nobody_there"]),
        (Cast("a", "none"), RULE, ["no_position"]),
        (Cast("a", "perhaps"), RULE, ["unknown_token"]),
        (Cast("a", "assent"), RULE, ["not_asked"]),
        (Cast("a", "assent"), RULE._replace(silence=Silence.ASSENT), []),
        (Cast("a", "block", "t"), RULE, ["block_unknown"]),
        (Cast("a", "block", " "), BLOCKING, ["block_without_text"]),
        (Cast("a", "block", "t"), BLOCKING, []),
        (Cast("b", "block"), RULE, ["block_unknown", "block_without_text", "not_holder"]),
    ],
)
def test_a_position_is_refused_for_every_reason(act: Cast, rule: Rule, said: list[str]) -> None:
    assert against(act, BALLOT, rule=rule) == said


@pytest.mark.parametrize("at", ["2025-04-10T02:59", CLOSES, "2026"])
def test_at_the_instant_of_the_deadline_and_later_it_is_too_late(at: str) -> None:
    assert against(YES, BALLOT, knows(at=at)) == ([] if at < CLOSES else ["too_late"])


@pytest.mark.parametrize("state", [state for state in BallotState if state is not BallotState.OPEN])
def test_only_an_open_ballot_takes_positions(state: BallotState) -> None:
    assert against(YES, BALLOT._replace(state=state)) == [f"is_{state}"]


def test_while_the_meeting_is_suspended_or_papers_were_replaced_nothing_is_cast() -> None:
    suspended = there("a", state="suspended")
    assert against(YES, SAT, knows(sitting=suspended)) == ["not_in_session"]
    assert against(YES, SAT, knows(sitting=there("a", replaced={"2": "d"}))) == ["papers_replaced"]
    moved = SAT._replace(proposal="p", stage="debate")
    assert against(YES, moved, knows(sitting=there("a"), stage="withdrawn")) == ["proposal_left"]


def test_in_a_sitting_who_is_away_votes_only_where_the_rule_counts_what_is_written() -> None:
    away = knows(sitting=there("b"))
    assert against(YES, SAT, away) == ["not_in_the_room"]
    assert against(YES, SAT, away, WITH_PAPER) == []
    after = YES.done(SAT._replace(present=("b",)), WITH_PAPER, away)
    [seat, *_] = roll_of_ballot(after, WITH_PAPER).seats
    assert (seat.present, seat.written) == (False, True)


def test_an_alternate_who_attends_votes_for_the_seat_and_counts_for_the_quorum() -> None:
    """COUNCIL 8."""
    sitting = there("a", by={"a": "a_alternate"})
    facts = knows("a_alternate_person", "a_alternate", sitting=sitting)
    assert against(YES, SAT, facts) == []
    after = YES.done(SAT, RULE, facts)
    assert after.positions["a:alternate"].office == "a_alternate"
    assert roll_of_ballot(after, RULE).seats[0].present
    gone = HELD | {"a_alternate": ()}
    assert against(YES, SAT, facts._replace(holders=gone)) == ["not_holder"]


def test_a_proxy_votes_only_where_the_rule_knows_proxies_and_the_principal_is_away() -> None:
    """COUNCIL 8."""
    ballot = SAT._replace(proxies={"a": "b", "c": "b"}, present=("b",))
    facts = knows("b_person", "b", sitting=there("b"))
    assert against(YES, ballot, facts) == ["not_holder"]
    assert against(YES, ballot, facts, WITH_PROXIES) == []
    came = knows("b_person", "b", sitting=there("a", "b"))
    assert against(YES, ballot, came, WITH_PROXIES) == ["not_holder"]
    after = Cast("c", "no").done(YES.done(ballot, WITH_PROXIES, facts), WITH_PROXIES, facts)
    assert [given.via for given in after.positions.values()] == [Via.PROXY] * 2
    roll = roll_of_ballot(Cast("b", "yes").done(after, WITH_PROXIES, facts), WITH_PROXIES)
    assert roll.seats[1].proxy_for == ("a", "c")
    assert tally_of_ballot(after, WITH_PROXIES).quorum.attending == 3


def test_the_principal_always_wins_in_either_order() -> None:
    """COUNCIL 7."""
    ballot = SAT._replace(proxies={"a": "b"})
    proxy = knows("b_person", "b", sitting=there("b"))
    own = knows(sitting=there("a", "b"))
    first_proxy = Cast("a", "no").done(ballot, WITH_PROXIES, proxy)
    assert against(YES, first_proxy, own, WITH_PROXIES) == []
    after = YES.done(first_proxy, WITH_PROXIES, own)
    assert after.position_of("a") == after.positions["a"]
    first_own = YES.done(ballot, WITH_PROXIES, own)
    assert against(Cast("a", "no"), first_own, proxy, WITH_PROXIES) == ["principal_spoke"]


def test_the_recusal_of_the_principal_and_the_own_conflict_bar_the_delegate() -> None:
    """COUNCIL 7."""
    ballot = SAT._replace(proxies={"a": "b"})
    proxy = knows("b_person", "b", sitting=there("b"))
    assert against(YES, recused(ballot, "a"), proxy, WITH_PROXIES) == ["recused"]
    assert against(YES, recused(ballot, "b"), proxy, WITH_PROXIES) == ["conflicted"]


@pytest.mark.parametrize(
    ("before", "recorded", "revote", "said"),
    [
        ({}, False, False, ["voted_already"]),
        ({}, False, True, []),
        ({}, True, True, ["cast_in_person"]),
        ({}, True, False, ["cast_in_person"]),
        ({"recorder": "s"}, True, False, []),
        ({"recorder": "s"}, False, False, []),
        ({"person": "earlier"}, False, False, []),
        ({"person": "earlier"}, True, False, []),
        ({"via": Via.ALTERNATE}, False, False, []),
    ],
)
def test_who_may_change_what_a_seat_said(
    before: dict[str, object], recorded: bool, revote: bool, said: list[str]
) -> None:
    """COUNCIL 5, 6, 26."""
    ballot = voted(SAT, "a", "no", **before)
    facts = knows(sitting=there("a"))
    if recorded:
        facts = facts._replace(person="secretariat_person", office="secretariat")
    assert against(YES._replace(recorded=recorded), ballot, facts, RULE._replace(revote=revote)) == said


def test_what_was_written_and_what_is_said_are_one_vote_whichever_came_first() -> None:
    """COUNCIL 6."""
    away, here = knows(sitting=there("b")), knows(sitting=there("a", "b"))
    for first, second in ((away, here), (here, away)):
        ballot = YES.done(SAT, WITH_PAPER, first)
        assert against(Cast("a", "no"), ballot, second, WITH_PAPER) == ["voted_already"]
        again = WITH_PAPER._replace(revote=True)
        assert against(Cast("a", "no"), ballot, second, again) == []
        latest = Cast("a", "no").done(ballot, again, second).position_of("a")
        assert latest is not None
        assert latest.position == "no"


def test_who_votes_depends_on_who_holds_the_seat_the_offices_that_spoke_for_it_and_those_recused() -> None:
    """COUNCIL 5: whether somebody is a successor, and whose recusal has ended."""
    ballot = voted(voted(SAT, "a", office="a_alternate", via=Via.ALTERNATE), "b")
    assert [*YES.offices(recused(ballot, "c"))] == ["a", "a_alternate", "c"]


def test_a_proxy_is_cast_by_its_holder_in_person() -> None:
    ballot = SAT._replace(proxies={"c": "a"})
    sitting = there("a", by={"a": "a_alternate"})
    facts = knows("a_alternate_person", "a_alternate", sitting=sitting)
    assert against(Cast("c", "yes"), ballot, facts, WITH_PROXIES) == ["not_holder"]
    assert against(Cast("c", "yes", recorded=True), ballot, facts, WITH_PROXIES) == ["nobody_there"]


def test_where_nobody_objected_a_position_is_corrected_back_to_assent() -> None:
    ballot = voted(voted(SAT, "a", recorder="s"), "b", recorder="s")
    closed = ballot.closing(Outcome.PASSED, AT, SEATS)
    facts = knows("secretariat_person", "secretariat", sitting=there(*SEATS))
    act = Correct("a", "assent", "r")
    assert against(act, closed, facts) == ["not_asked"]
    assert against(act, closed._replace(asked_at=AT), facts) == []


def test_only_what_was_written_down_in_a_sitting_is_corrected_and_after_an_objection_to_no_assent() -> None:
    """COUNCIL 22, 26."""
    ballot = voted(voted(SAT, "a", recorder="s"), "b").closing(Outcome.PASSED, AT, SEATS)
    facts = knows("secretariat_person", "secretariat", sitting=there(*SEATS))
    assert against(Correct("b", "abstain", "r"), ballot, facts) == ["not_recorded"]
    objected = ballot._replace(asked_at=AT, objection=Objection("c", "c_person", None, "t", AT))
    assert against(Correct("a", "assent", "r"), objected, facts) == ["not_asked"]
    outside = knows("secretariat_person", "secretariat")
    assert against(Correct("c", "no", "r"), BALLOT.closing(Outcome.PASSED, AT), outside) == [
        "signed",
        "not_recorded",
    ]
    assert Correct("c", "no", "r").done(ballot, RULE, facts) == ballot


def test_in_a_new_round_everybody_says_it_anew_but_blocks_stand() -> None:
    """COUNCIL 10, 11."""
    ballot = voted(voted(BALLOT, "a", "yes"), "b", "block", text="t")._replace(round=2)
    assert [ballot.position_of(seat) is None for seat in SEATS] == [True, False, True]
    assert against(YES, ballot) == []
    assert [given.seat for given in ballot.blocks()] == ["b"]


def test_a_recusal_ends_with_the_person_who_declared_it() -> None:
    ballot = recused(BALLOT, "a")
    assert against(YES, ballot) == ["recused", "conflicted"]
    successor = knows("new", holders=HELD | {"a": ("new",)})
    assert against(YES, ballot, successor) == []
    assert not YES.done(ballot, RULE, successor).is_recused("a")


def test_a_correction_needs_an_unsigned_record_and_leaves_the_outcome() -> None:
    """COUNCIL 26."""
    ballot = voted(voted(SAT, "a", recorder="s"), "b", recorder="s")
    closed = ballot.closing(Outcome.PASSED, AT, SEATS)
    facts = knows("secretariat_person", "secretariat", sitting=there(*SEATS))
    assert against(Correct("a", "abstain", "r"), closed, facts) == []
    assert against(Correct("a", "abstain", " "), ballot, facts) == [
        "is_open",
        "reason_missing",
        "changes_outcome",
    ]
    assert against(Correct("c", "no", "r"), closed, facts) == ["not_recorded"]
    signed = facts._replace(sitting=there(*SEATS, signed=True))
    assert against(Correct("a", "abstain", "r"), closed, signed) == ["signed"]


def test_a_ballot_is_the_same_after_it_was_kept() -> None:
    ballot = recused(voted(BALLOT, "a", "block", text="t"), "b").closing(Outcome.BLOCKED, CLOSES, SEATS)
    assert thawed(Ballot, mapping_of(canonical(plain(ballot)))) == ballot


def test_only_what_changed_is_said_and_makes_the_same_ballot_again() -> None:
    first, second = voted(BALLOT, "a"), voted(voted(BALLOT, "a"), "b")
    changes = changed(first, second)
    assert (changes["given"], [*changes["positions"]], len(changes)) == (2, ["b"], 2)
    assert thawed(Ballot, folded(folded({}, changed(None, first)), changes)) == second


def test_the_same_text_is_told_by_what_is_decided_and_not_by_numbers_of_papers() -> None:
    matter = BALLOT.matter._replace(papers={"1": "x", "2": "y"})
    elsewhere = matter._replace(papers={"7": "y", "9": "x"})
    assert BALLOT._replace(matter=matter).text_digest == BALLOT._replace(matter=elsewhere).text_digest
    other = matter._replace(amount=1)
    assert BALLOT._replace(matter=matter).text_digest != BALLOT._replace(matter=other).text_digest


def test_a_block_is_cleared_by_its_holder_or_the_successor_also_without_a_revote() -> None:
    """COUNCIL 10."""
    ballot = voted(BALLOT, "a", "block", text="t")
    assert against(YES, ballot, rule=BLOCKING) == []
    assert against(YES, ballot, knows("new", holders=HELD | {"a": ("new",)}), BLOCKING) == []
    assert against(YES, ballot, knows("b_person", "b"), BLOCKING) == ["not_holder"]
