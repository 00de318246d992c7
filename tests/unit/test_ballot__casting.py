"""The casting vote: whose it is in the room, outside a sitting, and of a meeting that was held on paper."""

from __future__ import annotations

import pytest
from sample_voting import BALLOT, CHAIRS, HELD, RULE, SAT, against, knows, recused, there, tied

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.ballot_closing import CastingVote
from govflow.domain.council.ballot_facts import Facts
from govflow.domain.council.position import Casting, Position
from govflow.domain.council.tally import Outcome

CHAIR = knows("chair_person", "chair")
DEPUTY = knows("deputy_person", "deputy")
OFFICER = knows("secretariat_person", "secretariat")
ON_PAPER = OFFICER._replace(sitting=there("chair", on_paper=True))
SAYS = CastingVote("yes", " It is time. ")
WRITES = SAYS._replace(recorded=True)


def named(act: CastingVote, ballot: Ballot, facts: Facts) -> object:
    """The chair that the reason against an act names."""
    [said] = act.reasons(ballot, RULE, facts)
    return said.params["chair"]


def test_unless_it_is_said_otherwise_a_casting_vote_is_given_in_person() -> None:
    assert SAYS.recorded is False
    assert against(SAYS, tied(SAT), CHAIR._replace(sitting=there("chair"))) == []


def test_while_the_meeting_is_suspended_nobody_casts() -> None:
    paused = CHAIR._replace(sitting=there("chair", state="suspended"))
    assert against(SAYS, tied(SAT), paused) == ["not_in_session"]


def test_nothing_is_cast_where_no_tie_waits_or_without_a_reason() -> None:
    assert against(SAYS, BALLOT, CHAIR) == ["not_waiting"]
    assert against(SAYS, tied()._replace(stage="debate"), CHAIR) == ["proposal_left"]
    assert against(SAYS._replace(reason=" "), tied(), CHAIR) == ["reason_missing"]


@pytest.mark.parametrize("position", ["abstain", "block", "assent", "none", "perhaps"])
def test_a_casting_vote_decides(position: str) -> None:
    assert against(SAYS._replace(position=position), tied(), CHAIR) == ["casting_decides"]


@pytest.mark.parametrize("person", ["first", "second"])
def test_of_two_who_hold_the_office_of_the_chair_either_casts(person: str) -> None:
    facts = knows(person, "chair", present={"chair": ("first", "second")})
    assert against(SAYS, tied(), facts) == []
    after = SAYS.done(tied(), RULE, facts)
    assert after.casting == Casting(Position.YES, person, "chair", None, facts.at, "It is time.")
    assert after.outcome is Outcome.PASSED


def test_a_casting_vote_of_anybody_else_changes_nothing() -> None:
    assert SAYS.done(tied(), RULE, DEPUTY) == tied()
    assert SAYS.done(tied(), RULE, knows("deputy_person", "chair")) == tied()


def test_who_casts_instead_is_named_and_where_nobody_does_the_chair_as_such() -> None:
    assert named(SAYS, tied(), DEPUTY) == "chair"
    assert named(SAYS, recused(tied(), "chair"), CHAIR) == "deputy"
    nobody = named(SAYS, recused(tied(), *CHAIRS), DEPUTY)
    assert getattr(nobody, "code", None) == "ballot.chair"


def test_the_secretariat_writes_down_a_casting_vote_of_a_meeting_held_on_paper() -> None:
    waiting = tied(SAT)
    assert against(WRITES, waiting, ON_PAPER) == []
    after = WRITES.done(waiting, RULE, ON_PAPER)
    assert after.outcome is Outcome.PASSED
    assert after.casting == Casting(
        Position.YES, "chair_person", "chair", "secretariat_person", ON_PAPER.at, "It is time."
    )


def test_on_paper_the_vote_is_that_of_who_chaired_then() -> None:
    by_deputy = OFFICER._replace(sitting=there("deputy", presiding="deputy", on_paper=True))
    casting = WRITES.done(tied(SAT), RULE, by_deputy).casting
    assert casting is not None
    assert (casting.office, casting.person) == ("deputy", HELD["deputy"][0])


def test_who_chaired_a_meeting_on_paper_does_not_cast_afterwards() -> None:
    own = CHAIR._replace(sitting=there("chair", on_paper=True))
    assert against(SAYS, tied(SAT), own) == ["paper.chaired"]
    assert named(SAYS, tied(SAT), own) == "chair"


def test_where_nobody_chaired_on_paper_there_is_nothing_to_write_down() -> None:
    nobody = OFFICER._replace(sitting=there("a", presiding=None, on_paper=True))
    assert against(WRITES, tied(SAT), nobody) == ["paper.nobody_chaired"]
    assert WRITES.done(tied(SAT), RULE, nobody) == tied(SAT)


def test_nobody_writes_down_for_a_chair_who_can_still_be_asked() -> None:
    in_session = OFFICER._replace(sitting=there("chair"))
    assert against(WRITES, tied(SAT), in_session) == ["paper.chair_casts"]
    assert against(WRITES, tied(), OFFICER) == ["paper.chair_casts"]
