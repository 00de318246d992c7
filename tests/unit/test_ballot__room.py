"""Who is there and may speak when a ballot is closed: what binds a person, and what counts as presence."""

from __future__ import annotations

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
    there,
    voted,
)

from govflow.domain.council.ballot import Ballot, BallotState, Via
from govflow.domain.council.ballot_closing import CastingVote, Close, NoObjection
from govflow.domain.council.ballot_facts import Sitter
from govflow.domain.council.ballot_proceeding import Object, Reopen
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.recusal import Recusal
from govflow.domain.council.tally import Outcome

OFFICER = knows("secretariat_person", "secretariat")
LATE = OFFICER._replace(at=CLOSES)
ASKED = SAT._replace(state=BallotState.ASKED, asked_at=AT)


def tied(ballot: Ballot = BALLOT) -> Ballot:
    ballot = voted(voted(ballot, "a"), "b", "no")
    return ballot.closing(Outcome.TIE_PENDING_CHAIR, CLOSES)


def test_whoever_holds_a_seat_no_longer_does_not_assent_and_a_seat_that_is_away_assents_by_proxy() -> None:
    """COUNCIL 5, 8, 22."""
    ballot = ASKED._replace(proxies={"c": "b"}, present=("a", "b"))
    facts = OFFICER._replace(sitting=there("a", "b"), holders=HELD | {"a": ("new",)})
    after = NoObjection().done(ballot, WITH_PROXIES, facts)
    assert [*after.positions] == ["b", "c:proxy"]
    assert tally_of_ballot(after, WITH_PROXIES).quorum.attending == 3
    by_alternate = facts._replace(sitting=there("a", "b", by={"b": "a_alternate"}))
    assert [*NoObjection().done(ballot, WITH_PROXIES, by_alternate).positions] == ["b:alternate"]


def test_whoever_holds_a_seat_of_the_own_ministry_neither_assents_nor_objects_nor_chairs() -> None:
    own = Recusal("", AT)
    two = HELD | {"b": HELD["a"], "chair": HELD["a"]}
    sitting = there("a", "chair")._replace(there={each: Sitter("a_person", each) for each in ("b", "chair")})
    facts = OFFICER._replace(holders=two, sitting=sitting)
    ballot = ASKED.recusing(["a"], own)
    assert NoObjection().done(ballot, RULE, facts).positions == {}
    by_hand = facts._replace(person="a_person", office="b")
    assert against(Object("b"), ballot, by_hand) == ["conflicted"]
    act, waiting = CastingVote("yes", "r"), tied().recusing(["c"], own)
    assert against(act, waiting, by_hand._replace(office="chair", holders=two | {"c": ()})) == []
    assert against(act, waiting, by_hand._replace(office="chair", holders=two | {"c": HELD["a"]})) == [
        "not_chair"
    ]


def test_at_the_close_who_voted_and_left_is_not_there_and_a_carried_block_is_nobodys_presence() -> None:
    rule = WITH_PAPER._replace(blocking=True)
    ballot = voted(voted(SAT, "a"), "b")
    facts = OFFICER._replace(sitting=there("c"))
    assert Close().done(ballot, rule, facts).outcome is Outcome.NO_QUORUM
    wrote = voted(voted(SAT, "a", via=Via.WRITTEN), "c")
    assert Close().done(wrote, rule, facts).outcome is Outcome.PASSED
    carried = voted(voted(BALLOT, "a", "block", text="t", source="X-2024-B001"), "b", "yes")
    assert Close().done(carried, rule, LATE).outcome is Outcome.NO_QUORUM
    assert tally_of_ballot(carried._replace(response="2/3"), BLOCKING).outcome is Outcome.NO_QUORUM


def test_a_tie_that_waits_opens_again_on_a_replaced_paper() -> None:
    """COUNCIL 11."""
    waiting = tied(SAT)
    facts = OFFICER._replace(sitting=there(*SEATS, replaced={"2": "d"}))
    assert against(Reopen(), waiting, facts) == []
    again = Reopen().done(waiting, RULE, facts)
    assert (again.state, again.outcome, again.closed_at, again.round) == ("open", None, None, 2)
    assert again.position_of("a") is None
