"""Declarations of conflict: who may make one for which office, and what is known of it in later ballots."""

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
    against,
    knows,
    recused,
    there,
    tied,
    voted,
)

from govflow.domain.council.ballot import Ballot, BallotState, Via
from govflow.domain.council.ballot_recusing import Recuse, Unrecuse, concerned, declared, is_part
from govflow.domain.council.recusal import AUTHOR, Recusal
from govflow.domain.council.tally import Outcome

OFFICER = knows("secretariat_person", "secretariat")
ASKED = SAT._replace(state=BallotState.ASKED, asked_at=AT)
LEAVE, BACK = Recuse("a", "r"), Unrecuse("a", "r")
CHAIR_LEAVES = Recuse("chair", "r")
SECOND = BALLOT._replace(reference="X-2025-B002")
IN_A = "a:a_person"


def said(at: str, *, person: str | None = "a_person", **more: str | bool) -> Recusal:
    return Recusal("r", at, person)._replace(**more)


def kept(ballot: Ballot = BALLOT, **recusals: Recusal) -> Ballot:
    """A ballot with recusals by the offices of their persons."""
    return ballot._replace(recused={each.key(office): each for office, each in recusals.items()})


def test_a_declaration_is_in_person_unless_it_is_written_down() -> None:
    assert against(LEAVE, BALLOT) == against(LEAVE, ASKED, knows(sitting=there("a"))) == []
    made = LEAVE._replace(reason=" My cousin's firm. ").done(BALLOT, RULE, knows()).recused
    assert made == {IN_A: Recusal("My cousin's firm.", AT, "a_person")}
    assert against(BACK, recused(BALLOT, "a")) == []
    assert against(BACK, recused(ASKED, "a"), knows(sitting=there("a"))) == []


def test_taking_it_back_says_when_and_why() -> None:
    back = BACK._replace(reason=" Sold. ").done(recused(BALLOT, "a"), RULE, knows(at="2025-04-10T02:30"))
    assert back.recused[IN_A] == Recusal("r", AT, "a_person", ended_at="2025-04-10T02:30", withdrawn="Sold.")
    assert against(BACK, back) == ["not_recused"]
    again = LEAVE.done(back, RULE, knows(at="2025-04-10T02:40"))
    assert against(BACK, again) == []


def test_who_takes_back_for_whom_by_word_of_mouth_is_who_sits_there() -> None:
    facts = OFFICER._replace(sitting=there("a"))
    oral = BACK._replace(recorded=True)
    assert against(oral, recused(SAT, "a"), facts) == []
    assert against(oral, recused(SAT, "a"), OFFICER._replace(sitting=there("b"))) == ["nobody_there"]
    assert against(oral, recused(BALLOT, "a"), OFFICER) == ["nobody_there"]


def test_nobody_else_s_declaration_changes_a_ballot() -> None:
    assert LEAVE.done(BALLOT, RULE, knows("b_person", "b")) == BALLOT
    assert BACK.done(recused(BALLOT, "a"), RULE, knows("b_person", "b")) == recused(BALLOT, "a")


def test_only_an_office_of_the_ballot_declares_there() -> None:
    assert is_part(BALLOT, "a")
    assert is_part(BALLOT, "deputy")
    assert not is_part(BALLOT, "secretariat")
    assert against(Recuse("secretariat", "r"), BALLOT, OFFICER) == ["unknown_seat"]
    assert [*concerned(BALLOT, "z")] == ["z", "a", "b", "c", "chair", "deputy"]


def test_who_sits_in_for_a_seat_declares_there_and_takes_only_the_own_office_along() -> None:
    facts = knows("a_alternate_person", "a_alternate", sitting=there("a", by={"a": "a_alternate"}))
    assert against(LEAVE, SAT, facts) == []
    after = LEAVE.done(SAT, RULE, facts)
    assert after.offices_recused == ("a_alternate",)
    assert after.conflicted("a_alternate_person")
    assert against(LEAVE, after, facts) == ["recused_already"]
    assert against(LEAVE, SAT, knows("a_alternate_person", "a_alternate", sitting=there("b"))) == [
        "not_holder"
    ]


@pytest.mark.parametrize("via", [Via.OWN, Via.PROXY, Via.ALTERNATE])
def test_who_has_voted_for_whatever_seat_does_not_leave_a_tie_that_waits(via: Via) -> None:
    waiting = voted(SAT, "c", person="chair_person", office="chair", via=via)
    waiting = waiting.closing(Outcome.TIE_PENDING_CHAIR, CLOSES)
    chair = knows("chair_person", "chair", sitting=there("chair"))
    assert against(CHAIR_LEAVES, waiting, chair) == ["counted_already"]
    assert against(CHAIR_LEAVES, tied(SAT), chair) == []


def test_a_tie_that_waits_is_left_also_out_of_session_and_by_nobody_else() -> None:
    paused = knows("chair_person", "chair", sitting=there("chair", state="suspended"))
    assert against(CHAIR_LEAVES, tied(SAT), paused) == []
    assert against(CHAIR_LEAVES, tied(), knows("b_person", "b")) == ["not_holder"]
    assert against(BACK, recused(tied(), "a")) == ["is_waiting_for_casting_vote"]


def test_a_block_binds_who_raised_it_and_no_successor() -> None:
    blocked = voted(BALLOT, "a", "block", text="t", person="earlier")
    assert against(LEAVE, blocked, knows(), BLOCKING) == []
    for_c = voted(SAT, "c", "block", text="t", person="a_person", office="a", via=Via.PROXY)
    assert against(LEAVE, for_c, knows(sitting=there("a")), BLOCKING) == ["block_first"]
    assert against(LEAVE, voted(BALLOT, "a"), knows(), BLOCKING) == []


def test_in_an_office_taken_since_a_conflict_is_declared_again_and_then_no_more() -> None:
    both = knows(holders=HELD | {"b": ("a_person",)})
    once = recused(BALLOT, "a")
    assert against(Recuse("b", "r"), once, both) == []
    assert against(LEAVE, once, both) == []
    twice = Recuse("b", "r").done(once, RULE, both)
    assert twice.offices_recused == ("a", "b")
    assert against(Recuse("b", "r"), twice, both) == ["recused_already"]


def test_in_an_office_out_by_the_word_of_its_former_holder_the_own_conflict_is_declared_too() -> None:
    taken_over = knows("b_person", "b", holders=HELD | {"a": ("b_person",)})
    once = recused(BALLOT, "a", "b")
    assert against(LEAVE, once, taken_over) == []
    assert against(LEAVE, LEAVE.done(once, RULE, taken_over), taken_over) == ["recused_already"]


def test_who_came_back_to_an_office_declares_there_anew() -> None:
    ended = recused(BALLOT, "a").lifting([IN_A], AT)
    assert against(LEAVE, ended) == []
    assert LEAVE.done(ended, RULE, knows()).is_recused("a")


def test_an_author_is_out_already_and_whose_seat_only_is_out_may_declare() -> None:
    author = BALLOT.recusing(["a"], Recusal(AUTHOR, AT, "a_person", author=True))
    assert against(LEAVE, author) == ["recused_already"]
    assert against(LEAVE, BALLOT.recusing(["a"], Recusal("", AT))) == []
    other = BALLOT.recusing(["a"], Recusal("r", AT, "other"))
    assert against(LEAVE, other) == []


def test_a_declaration_is_known_with_the_ballot_in_which_it_was_first_made() -> None:
    assert [*declared([kept(a=said("1"))])] == [said("1", source=BALLOT.reference)]
    carried = kept(SECOND, b=said("2", source=BALLOT.reference))
    assert [*declared([carried])] == [said("2", source=BALLOT.reference)]


def test_what_stands_against_an_office_or_an_author_is_nobody_s_declaration() -> None:
    assert [*declared([kept(a=said("1", person=None), b=said("1", author=True))])] == []


def test_the_conflict_stays_the_person_s_where_the_office_changed_hands() -> None:
    assert [*declared([kept(a=said("1", ended_at="5"))])] == [said("1", source=BALLOT.reference)]


def test_each_person_is_known_once_by_the_latest_declaration() -> None:
    two = kept(a=said("2"), b=said("1"))
    found = {each.person: each.at for each in declared([two, kept(SECOND, c=said("1", person="c_person"))])}
    assert found == {"a_person": "2", "c_person": "1"}
    assert len([*declared([two])]) == 1


@pytest.mark.parametrize(
    ("first", "second", "bound"),
    [
        (said("1", ended_at="3", withdrawn="w"), said("2"), False),
        (said("1", ended_at="3", withdrawn="w"), said("4"), True),
        (said("1", ended_at="5"), said("2", ended_at="3", withdrawn="w"), False),
        (said("4", ended_at="5"), said("2", ended_at="3", withdrawn="w"), True),
    ],
    ids=["taken_back_later", "declared_again", "left_since_and_taken_back", "declared_after_and_left"],
)
def test_of_each_person_the_last_word_counts_in_whichever_ballot(
    first: Recusal, second: Recusal, bound: bool
) -> None:
    for ballots in ((kept(a=first), kept(SECOND, a=second)), (kept(a=second), kept(SECOND, a=first))):
        assert bool([*declared(ballots)]) is bound


def test_within_one_ballot_what_is_taken_back_at_the_very_moment_is_taken_back() -> None:
    back = said("1", ended_at="1", withdrawn="w")
    for ballot in (kept(a=back, b=said("1")), kept(a=said("1"), b=back)):
        assert [*declared([ballot])] == []


def test_who_declares_anew_at_the_moment_of_taking_back_is_bound() -> None:
    back = said("1", ended_at="2", withdrawn="w")
    for ballot in (kept(a=back, b=said("2")), kept(a=said("2"), b=back)):
        assert [each.at for each in declared([ballot])] == ["2"]
