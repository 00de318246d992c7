"""What happens to a ballot between its opening and its end: objections, new papers, seats that go, and overrides."""

from __future__ import annotations

import pytest
from sample_voting import AT, BALLOT, RULE, SAT, SEATS, against, knows, recused, there, tied, voted

from govflow.domain.council.ballot import Ballot, BallotState, Mode
from govflow.domain.council.ballot_proceeding import Abolish, Note, Object, Override, Reopen
from govflow.domain.council.position import Objection
from govflow.domain.council.recusal import Recusal
from govflow.domain.council.tally import Outcome

OFFICER = knows("secretariat_person", "secretariat")
HERE = knows(sitting=there(*SEATS))
REPLACED = OFFICER._replace(sitting=there(*SEATS, replaced={"2": "d"}))
ASKED = SAT._replace(state=BallotState.ASKED, asked_at=AT)
BLOCKED = voted(BALLOT, "a", "block", text="t")
ENDED = [
    BALLOT.closing(Outcome.PASSED, AT),
    BALLOT.ending(BallotState.WITHDRAWN, AT, "r"),
    BALLOT.ending(BallotState.ESCALATED, AT, "r"),
]


def test_an_objection_is_in_person_unless_it_is_written_down() -> None:
    assert against(Object("a"), ASKED, HERE) == []
    said = Object("a", " Too dear. ").done(ASKED, RULE, HERE).objection
    assert said == Objection("a", "a_person", None, "Too dear.", AT)


def test_the_secretariat_writes_down_who_objected_in_the_room() -> None:
    facts = OFFICER._replace(sitting=there("a", by={"a": "a_alternate"}))
    act = Object("a", recorded=True)
    assert against(act, ASKED, facts) == []
    assert act.done(ASKED, RULE, facts).objection == Objection(
        "a", "a_alternate_person", "secretariat_person", "", AT
    )


def test_nobody_objects_out_of_session_or_to_what_is_no_longer_asked() -> None:
    paused = knows(sitting=there(*SEATS, state="suspended"))
    assert against(Object("a"), ASKED, paused) == ["not_in_session"]
    replaced = knows(sitting=there(*SEATS, replaced={"2": "d"}))
    assert against(Object("a"), ASKED, replaced) == ["papers_replaced"]


def test_a_seat_that_there_is_not_is_only_said_to_be_unknown() -> None:
    assert against(Object("z"), ASKED, HERE) == ["unknown_seat"]
    assert against(Object("z", recorded=True), ASKED, HERE) == ["unknown_seat"]


def test_who_is_in_conflict_on_another_seat_does_not_object() -> None:
    both = knows(holders={**HERE.holders, "b": ("a_person",)}, sitting=there("a"))
    ballot = ASKED.recusing(["b"], Recusal("", AT))
    assert against(Object("a"), ballot, both) == ["conflicted"]


def test_where_nobody_speaks_for_the_seat_the_ballot_stays_asked() -> None:
    assert Object("b").done(ASKED, RULE, HERE) == ASKED


def test_a_question_of_no_objection_is_asked_anew_on_new_papers() -> None:
    assert against(Reopen(), ASKED, REPLACED) == []
    after = Reopen().done(ASKED, RULE, REPLACED)
    assert (after.state, after.round, after.matter.papers) == (BallotState.ASKED, 2, {"2": "d"})


def test_outside_a_sitting_there_are_no_papers_to_replace() -> None:
    assert against(Reopen(), BALLOT, OFFICER) == ["papers_unchanged"]


def test_also_where_all_papers_were_taken_away_a_ballot_reopens_without_any() -> None:
    none = OFFICER._replace(sitting=there(*SEATS, replaced={}))
    papers = SAT._replace(matter=SAT.matter._replace(papers={"1": "c"}))
    assert against(Reopen(), papers, none) == []
    assert Reopen().done(papers, RULE, none).matter.papers == {}


@pytest.mark.parametrize("ended", ENDED, ids=lambda ballot: ballot.state)
def test_what_has_ended_is_not_reopened_and_no_seat_leaves_it(ended: Ballot) -> None:
    assert against(Reopen(), ended, REPLACED) == [f"is_{ended.state}"]
    assert against(Abolish("c", "r"), ended, OFFICER._replace(gone=("c",))) == [f"is_{ended.state}"]


def test_no_seat_leaves_a_tie_that_waits_but_one_does_where_objections_are_asked_for() -> None:
    gone = OFFICER._replace(gone=("c",))
    assert against(Abolish("c", "r"), tied(), gone) == ["is_waiting_for_casting_vote"]
    assert against(Abolish("c", "r"), ASKED, gone) == []
    assert [seat.name for seat in Abolish("c", "r").done(BALLOT, RULE, gone).seats] == ["a", "b"]


@pytest.mark.parametrize(
    ("ballot", "said"),
    [
        (BLOCKED, []),
        (BLOCKED.closing(Outcome.BLOCKED, AT), []),
        (BLOCKED.closing(Outcome.FAILED, AT), ["override_too_late"]),
        (BALLOT, ["no_block"]),
        (recused(BLOCKED, "a"), ["no_block"]),
        (BLOCKED._replace(overridden="X-2025-B009"), ["no_block"]),
        (BALLOT.closing(Outcome.PASSED, AT), ["no_block", "override_too_late"]),
    ],
)
def test_an_override_lifts_a_block_that_stands_until_the_ballot_came_to_something_else(
    ballot: Ballot, said: list[str]
) -> None:
    """COUNCIL 10."""
    assert against(Override("X-2025-B002"), ballot, OFFICER) == said


def test_what_is_noted_has_been_decided_in_writing() -> None:
    written = BALLOT._replace(mode=Mode.WRITTEN)
    assert against(Note("M"), written, OFFICER) == ["is_open"]
    closed = written.closing(Outcome.PASSED, AT)
    noted = Note("M").done(closed, RULE, OFFICER)
    assert noted.noted_in == "M"
    assert against(Note("N"), noted, OFFICER) == ["not_to_be_noted"]
