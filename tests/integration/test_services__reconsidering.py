"""Reconsidering: a decision is taken up on new facts, by no less than it was made with, and both know of each other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from deciding_council import CIOS, charter, close, decide, found_council, meeting, motion, vote
from government import Government, codes, refused

import govflow
from govflow.domain.history import Subject
from govflow.errors import NotAuthorised, NotFound, Refused

FIRST, SECOND = "CIO-2025-D001", "CIO-2025-D002"
FACTS = "費用が倍になった"


@pytest.fixture
def council(either: Government) -> Government:
    return found_council(either)


def again(council: Government, number: str = FIRST, *, by: str = "secretariat", **more: Any) -> str:
    return govflow.reconsider(council.person(by), number, **{"new_facts": FACTS, **more}).reference


def standings(council: Government) -> dict[str, str]:
    return {line.number: line.standing for line in govflow.list_decisions(council.onlooker)}


def links(council: Government, number: str) -> list[tuple[str, str, str]]:
    found = govflow.show_decision(council.onlooker, number).links
    return [(each.later, each.earlier, each.kind) for each in found]


def test_what_is_reconsidered_and_passed_is_rescinded_and_both_say_so(council: Government) -> None:
    decide(council)
    ballot = again(council)
    vote(council, ballot, ("yes", "yes", "yes"))
    assert close(council, ballot) == SECOND
    assert standings(council) == {FIRST: "rescinded", SECOND: "holds"}
    assert links(council, FIRST) == links(council, SECOND) == [(SECOND, FIRST, "rescinds")]
    content = govflow.show_decision(council.onlooker, SECOND).content
    assert (content["purpose"], content["about"], content["asks"], content["reason"]) == (
        "reconsideration",
        FIRST,
        "rescinds",
        FACTS,
    )
    assert council.problems() == []


def test_what_is_reconsidered_and_lost_is_upheld(council: Government) -> None:
    decide(council)
    ballot = again(council)
    vote(council, ballot, ("yes", "no", "no"))
    close(council, ballot)
    assert standings(council) == {FIRST: "holds", SECOND: "holds"}
    assert links(council, FIRST) == [(SECOND, FIRST, "upholds")]
    third = again(council)
    vote(council, third, ("yes", "yes", "yes"))
    assert close(council, third) == "CIO-2025-D003"
    assert standings(council)[FIRST] == "rescinded"
    assert council.problems() == []


def test_it_is_counted_by_the_rule_of_reconsideration(council: Government) -> None:
    """Two of three in favour are two thirds; of those who were there, one abstention is too many."""
    decide(council)
    ballot = again(council)
    vote(council, ballot, ("yes", "abstain", "yes"))
    close(council, ballot)
    assert standings(council)[FIRST] == "rescinded"
    decide(council)
    ballot = again(council, "CIO-2025-D003")
    vote(council, ballot, ("yes", "abstain", "no"))
    close(council, ballot)
    assert standings(council)["CIO-2025-D003"] == "holds"
    assert council.problems() == []


def test_a_decision_is_never_taken_back_by_less_than_it_was_made_with(either: Government) -> None:
    council = found_council(either, rule="consensus", objection_first="false")
    assert decide(council, ("yes", "yes", "yes")) == FIRST
    with pytest.raises(Refused) as told:
        again(council)
    assert codes(told.value) == ["register.weaker_rule"]
    sentence = told.value.sentences("en")[0]
    assert "2/3 of the seats present" in sentence
    assert "the votes for and against are all in favour" in sentence
    assert standings(council) == {FIRST: "holds"}


def test_every_reason_against_it_is_told_at_once(council: Government) -> None:
    decide(council)
    running = again(council)
    assert refused(Refused, again, council, new_facts=" ") == [
        "register.taken_up_already",
        "register.no_new_facts",
    ]
    vote(council, running, ("yes", "yes", "yes"))
    close(council, running)
    assert refused(Refused, again, council) == ["register.does_not_hold"]
    assert refused(NotFound, again, council, "CIO-2025-D009") == ["register.unknown"]
    assert refused(NotAuthorised, again, council, SECOND, by="mof_cio") == ["voting.not_officer"]
    assert [line.ballot for line in govflow.list_ballots(council.onlooker)] == [
        "CIO-2025-B001",
        "CIO-2025-B002",
    ]


def test_where_a_written_procedure_is_the_only_way_outside_it_waits_for_a_sitting(
    cabinet: Government,
) -> None:
    council = found_council(cabinet)
    decide(council)
    text = charter(version="2", written_procedure='{working_days: 5, response: "1/2", rule: no_objection}')
    govflow.load_body(council.session, str(council.write("second.yaml", text)))
    assert refused(Refused, again, council) == ["paper.reconsidered_in_a_meeting"]


def test_in_a_sitting_it_is_an_item_that_was_called(council: Government) -> None:
    decide(council)
    held = meeting(council, "2025-04-14")
    secretariat = council.person("secretariat")
    govflow.add_item(secretariat, held, title="決定の再議", section="decide", new_facts=FACTS)
    assert "voting.item_not_called" in refused(Refused, again, council, meeting=held, item=1)
    govflow.call_item(secretariat, held, 1)
    ballot = again(council, meeting=held, item=1)
    assert govflow.show_ballot(council.onlooker, ballot).state == "asked"
    assert govflow.no_objection(secretariat, ballot).told["decision"] == SECOND
    assert standings(council) == {FIRST: "rescinded", SECOND: "holds"}
    content = govflow.show_decision(council.onlooker, SECOND).content
    assert (content["meeting"], content["item"], content["mode"]) == (held, 1, "sitting")
    govflow.end_meeting(secretariat, held)
    assert council.problems() == []


def test_a_proposal_whose_decision_is_rescinded_waits_for_the_agenda_again(council: Government) -> None:
    reference = motion(council)
    passed = on_the_agenda(council, "2025-04-14")
    assert (passed, council.state(reference)) == (FIRST, "passed")
    ballot = again(council)
    vote(council, ballot, ("yes", "yes", "yes"))
    close(council, ballot)
    assert council.state(reference) == "ready"
    with council.session.reading() as work:
        *_, entry = work.history.entries(Subject("proposal", reference))
    assert (entry.trigger, entry.cause, entry.person) == ("lapse", f"ballot {ballot}", None)
    assert govflow.show_decision(council.onlooker, SECOND).content["proposal"] == reference
    renewed = on_the_agenda(council, "2025-04-15")
    assert (renewed, council.state(reference)) == ("CIO-2025-D003", "passed")
    assert standings(council)[FIRST] == "rescinded"
    assert council.problems() == []


def test_what_a_proposal_has_gone_on_from_stays_where_it_is(council: Government) -> None:
    reference = motion(council)
    on_the_agenda(council, "2025-04-14")
    council.act("mof_clerk", "carry_out", reference, note="契約した。")
    ballot = again(council)
    vote(council, ballot, ("yes", "yes", "yes"))
    close(council, ballot)
    assert (council.state(reference), standings(council)[FIRST]) == ("done", "rescinded")
    assert council.problems() == []


def test_several_at_once_take_a_decision_up_once(council: Government) -> None:
    decide(council)
    start, moment = Barrier(4), council.moment

    def attempt(person: str) -> str:
        with govflow.open(council.url, person=person, clock=lambda: moment) as own:
            start.wait()
            try:
                return govflow.reconsider(own, FIRST, new_facts=FACTS).reference
            except Refused as told:
                return told.code

    with ThreadPoolExecutor(4) as pool:
        found = sorted(pool.map(attempt, ["secretariat", "chair"] * 2))
    assert found == ["CIO-2025-B002", *["register.taken_up_already"] * 3]
    assert council.problems() == []


def on_the_agenda(council: Government, day: str) -> str:
    """Pass the one motion that waits, in a meeting of its own."""
    held = meeting(council, day)
    secretariat = council.person("secretariat")
    govflow.call_item(secretariat, held, 1)
    ballot = govflow.open_in_sitting(secretariat, held, 1, asks=False).reference
    vote(council, ballot, ("yes", "yes", "yes"), by=CIOS)
    number = close(council, ballot)
    govflow.end_meeting(secretariat, held)
    return number
