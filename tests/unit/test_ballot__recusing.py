"""Who leaves a ballot for a conflict, and who may come back."""

from __future__ import annotations

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

from govflow.domain.council.ballot import BallotState
from govflow.domain.council.ballot_recusing import Recuse, Unrecuse, declared
from govflow.domain.council.ballot_voting import Cast
from govflow.domain.council.recusal import AUTHOR, Recusal
from govflow.domain.council.tally import Outcome

OFFICER = knows("secretariat_person", "secretariat")
ASKED = SAT._replace(state=BallotState.ASKED, asked_at=AT)


def test_who_is_in_conflict_leaves_in_every_office_and_may_come_back() -> None:
    both = HELD | {"b": ("a_person",), "chair": ("a_person",)}
    facts = knows(holders=both)
    after = Recuse("a", "r").done(BALLOT, RULE, facts)
    assert after.offices_recused == ("a", "b", "chair")
    assert against(Cast("b", "yes"), after, knows(office="b", holders=both)) == ["recused", "conflicted"]
    assert against(Recuse("b", "r"), after, facts) == ["recused_already"]
    back = Unrecuse("a", "r").done(after, RULE, facts)
    assert not any(map(back.is_recused, ("a", "b", "chair")))
    assert against(Unrecuse("a", "r"), back, facts) == ["not_recused"]
    assert against(Unrecuse("a", "r"), after, knows("c_person", "c")) == ["not_holder"]


def test_a_declaration_taken_back_leaves_what_stands_against_the_seat_anyway() -> None:
    """Against the own ministry's seat, and by the word of another holder of it."""
    both = HELD | {"a": ("a_person", "other"), "b": ("other",)}
    facts, other = knows(holders=both), knows("other", holders=both)
    own = Recuse("a", "r").done(BALLOT.recusing(["a"], Recusal("", AT)), RULE, facts)
    back = Unrecuse("a", "r").done(own, RULE, facts)
    assert against(Cast("a", "yes"), back, facts) == ["recused", "conflicted"]
    two = Recuse("a", "r").done(Recuse("a", "r").done(BALLOT, RULE, other), RULE, facts)
    assert against(Cast("b", "yes"), two, other) == ["recused", "conflicted"]
    left = Unrecuse("a", "r").done(two, RULE, facts)
    assert against(Cast("a", "yes"), left, facts) == ["recused"]


def test_a_declaration_is_taken_back_only_in_time_in_session_and_with_a_reason() -> None:
    ballot, act = recused(BALLOT, "a"), Unrecuse("a", "r")
    assert against(act, ballot.closing(Outcome.PASSED, CLOSES)) == ["is_closed"]
    assert against(act, ballot, knows(at=CLOSES)) == ["too_late"]
    assert against(Unrecuse("a", " "), ballot) == ["reason_missing"]
    paused = knows(sitting=there("a", state="suspended"))
    assert against(act, recused(SAT, "a"), paused) == ["not_in_session"]
    assert against(Recuse("a", "r"), SAT, paused) == ["not_in_session"]
    assert against(Recuse("a", "r"), BALLOT, knows(at=CLOSES)) == ["too_late"]


def test_nobody_declares_a_conflict_for_who_sits_on_the_seat_of_another() -> None:
    assert against(Recuse("b", "r"), SAT, knows(sitting=there("a", "b"))) == ["not_holder"]
    assert against(Unrecuse("b", "r"), recused(SAT, "b"), knows(sitting=there("a", "b"))) == ["not_holder"]


def test_a_holder_in_conflict_does_not_take_along_the_alternate_who_sits_there() -> None:
    facts = knows(sitting=there("a", by={"a": "a_alternate"}))
    assert Recuse("a", "r").done(SAT, RULE, facts).offices_recused == ("a",)


def test_an_author_does_not_take_back_having_written_what_is_appealed() -> None:
    """COUNCIL 14."""
    panel = BALLOT.recusing(["a"], Recusal(AUTHOR, AT, "a_person", author=True))
    assert against(Unrecuse("a", "r"), panel) == ["not_recused"]
    assert Unrecuse("a", "r").done(panel, RULE, knows()).is_recused("a")


def test_who_declares_a_conflict_in_the_words_of_an_author_takes_it_back_all_the_same() -> None:
    declared_so = Recuse("a", AUTHOR).done(BALLOT, RULE, knows())
    assert against(Unrecuse("a", "r"), declared_so) == []
    assert not Unrecuse("a", "r").done(declared_so, RULE, knows()).is_recused("a")
    assert [each.person for each in declared([declared_so])] == ["a_person"]


def test_a_recusal_never_lifts_a_block() -> None:
    blocked = voted(BALLOT, "a", "block", text="t")
    assert against(Recuse("a", "r"), blocked, knows(), BLOCKING) == ["block_first"]


def test_once_a_tie_waits_only_who_has_not_voted_may_leave() -> None:
    assert against(Recuse("a", "r"), tied(), knows()) == ["counted_already"]
    assert against(Recuse("chair", "r"), tied(), knows("chair_person", "chair", at=CLOSES)) == []


def test_the_secretariat_writes_down_an_oral_declaration_of_who_is_there() -> None:
    facts = OFFICER._replace(sitting=there("a"))
    assert against(Recuse("b", "r", recorded=True), SAT, facts) == ["nobody_there"]
    recusal = Recuse("a", "r", recorded=True).done(SAT, RULE, facts).recusal_of("a")
    assert recusal is not None
    assert (recusal.person, recusal.recorder, recusal.at) == ("a_person", "secretariat_person", AT)
