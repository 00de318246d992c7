"""Appeals: another body hears what was decided, without those who decided it, and says what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest
from deciding_council import CIOS, PANELLISTS, close, decide, found_council, meeting, motion, put, vote
from government import Government, codes

import govflow
from govflow.errors import BadInput, GovflowError, NotAuthorised, Refused

FIRST, HEARD = "CIO-2025-D001", "PAN-2025-D001"
GROUNDS = "費用の算定に誤りがある"


@pytest.fixture
def council(either: Government) -> Government:
    return found_council(either)


def appeal(council: Government, *, by: str = "mof_cio", **more: Any) -> govflow.CouncilReceipt:
    return govflow.appeal(council.person(by), FIRST, **{"asks": "overrule", "grounds": GROUNDS, **more})


def refused(error: type[GovflowError], council: Government, **more: Any) -> list[str]:
    with pytest.raises(error) as told:
        appeal(council, **more)
    assert type(told.value) is error
    return codes(told.value)


def standings(council: Government) -> dict[str, str]:
    return {line.number: line.standing for line in govflow.list_decisions(council.onlooker)}


@pytest.mark.parametrize(
    ("asks", "answers", "link", "standing"),
    [
        ("overrule", ("yes", "yes", "yes", "no"), "overrules", "overruled"),
        ("remand", ("yes", "yes", "yes", "no"), "remands", "remanded"),
        ("overrule", ("no", "no", "no", "yes"), "upholds", "holds"),
        ("remand", ("no", "no", "no", "yes"), "upholds", "holds"),
    ],
)
def test_the_panel_does_what_was_asked_or_upholds(
    council: Government, asks: str, answers: tuple[str, ...], link: str, standing: str
) -> None:
    decide(council)
    receipt = appeal(council, asks=asks)
    assert (receipt.reference, receipt.told["panel"]) == ("PAN-2025-B001", "panel")
    vote(council, receipt.reference, answers, by=PANELLISTS)
    assert close(council, receipt.reference, by="amb") == HEARD
    assert standings(council) == {FIRST: standing, HEARD: "holds"}
    found = govflow.show_decision(council.onlooker, FIRST).links
    assert [(each.later, each.earlier, each.kind) for each in found] == [(HEARD, FIRST, link)]
    content = govflow.show_decision(council.onlooker, HEARD).content
    assert (content["body"], content["purpose"], content["about"]) == ("panel", "appeal", FIRST)
    assert council.problems() == []


def test_the_minority_of_the_panel_is_attached(council: Government) -> None:
    decide(council)
    ballot = appeal(council).reference
    answers = ("yes", "yes:誤りは明らか", "yes", "no:誤りは軽い")
    vote(council, ballot, answers, by=PANELLISTS)
    close(council, ballot, by="amb")
    dissent = govflow.show_decision(council.onlooker, HEARD, public=True).content["dissent"]
    assert dissent == [{"seat": "mof.accounts", "text": "誤りは軽い"}]


def test_nobody_who_took_part_in_the_decision_hears_the_appeal(council: Government) -> None:
    council.organise(without=["mof.accounts"], appointments=[{"person": "mof_cio", "office": "mof.accounts"}])
    decide(council)
    ballot = appeal(council, by="mhlw_cio").reference
    shown = govflow.show_ballot(council.onlooker, ballot)
    assert [(seat.seat, seat.recused_for) for seat in shown.seats if seat.recused_for is not None] == [
        ("mof.accounts", "author")
    ]
    with pytest.raises(Refused) as told:
        govflow.cast(council.person("mof_cio"), ballot, "yes", seat="mof.accounts")
    assert "voting.recused" in codes(told.value)
    with pytest.raises(Refused) as told:
        govflow.unrecuse(council.person("mof_cio"), ballot, seat="mof.accounts", reason="無関係")
    assert codes(told.value) == ["voting.not_recused"]
    assert council.problems() == []


def test_who_cast_the_tie_is_an_author_and_so_is_who_was_replaced(council: Government) -> None:
    council.organise(
        persons=["mof_new"],
        without=["cas.gadviser"],
        appointments=[{"person": "chair", "office": "cas.gadviser"}],
    )
    ballot = put(council, closes_at="2025-04-11T10:00")
    vote(council, ballot, ("yes", "no", "-"))
    council.on("2025-04-11")
    govflow.close_ballot(council.person("secretariat"), ballot)
    govflow.casting_vote(council.person("chair"), ballot, "yes", reason="先へ進める")
    council.organise(
        persons=["mof_new"],
        without=["mof.cio", "cas.gadviser", "mof.accounts"],
        appointments=[
            {"person": "mof_new", "office": "mof.cio"},
            {"person": "chair", "office": "cas.gadviser"},
            {"person": "mof_cio", "office": "mof.accounts"},
        ],
    )
    heard = appeal(council, by="mhlw_cio").reference
    shown = govflow.show_ballot(council.onlooker, heard)
    assert {seat.seat for seat in shown.seats if seat.recused_for == "author"} == {
        "cas.gadviser",
        "mof.accounts",
    }


def test_a_panel_of_authors_cannot_hear_it(council: Government) -> None:
    offices = ("cas.amb", "cas.gadviser", "mof.accounts")
    persons = CIOS
    council.organise(
        without=list(offices),
        appointments=[
            {"person": person, "office": office} for person, office in zip(persons, offices, strict=True)
        ],
    )
    decide(council)
    with pytest.raises(Refused) as told:
        govflow.appeal(council.person("mhlw_cio", office="mhlw.cio"), FIRST, asks="overrule", grounds=GROUNDS)
    assert codes(told.value) == ["ballot.most_recused"]


def test_the_ministry_of_the_proposal_and_members_may_appeal_and_nobody_else(council: Government) -> None:
    motion(council)
    held = meeting(council, "2025-04-14")
    secretariat = council.person("secretariat")
    govflow.call_item(secretariat, held, 1)
    ballot = govflow.open_in_sitting(secretariat, held, 1, asks=False).reference
    vote(council, ballot, ("yes", "yes", "no"))
    assert close(council, ballot) == FIRST
    for person in ("secretariat", "chair", "gcio", "mhlw_clerk", "mof_pmo", "admin"):
        assert refused(NotAuthorised, council, by=person) == ["register.not_appellant"]
    assert appeal(council, by="mof_clerk").office == "mof.clerk"


def test_a_member_may_appeal_where_the_charter_lets_members_only(either: Government) -> None:
    council = found_council(either, appeal="{by: members, working_days: 10, panel: panel}")
    decide(council)
    assert refused(NotAuthorised, council, by="mof_clerk") == ["register.not_appellant"]
    assert appeal(council, by="mic_cio").office == "mic.cio"


def test_a_charter_without_appeals_knows_none(council: Government) -> None:
    decide(council)
    ballot = appeal(council).reference
    vote(council, ballot, ("no",) * 4, by=PANELLISTS)
    close(council, ballot, by="amb")
    with pytest.raises(Refused) as told:
        govflow.appeal(council.person("amb"), HEARD, asks="remand", grounds=GROUNDS)
    assert codes(told.value) == ["register.no_appeal"]


def test_the_panel_has_to_be_in_force(either: Government) -> None:
    council = found_council(either, panel=False)
    decide(council)
    with pytest.raises(Refused) as told:
        appeal(council)
    assert codes(told.value) == ["register.no_panel"]
    assert told.value.next_command == "govflow body load ministers_council"


@pytest.mark.parametrize(("day", "in_time"), [("2025-04-14T23:59", True), ("2025-04-15T00:00", False)])
def test_an_appeal_is_in_time_until_the_last_working_day_ends(
    either: Government, day: str, in_time: bool
) -> None:
    """Decided on a Thursday: two working days later is Monday."""
    council = found_council(either, appeal="{by: members, working_days: 2, panel: panel}")
    decide(council)
    council.on(day)
    if in_time:
        assert appeal(council).reference == "PAN-2025-B001"
    else:
        assert refused(Refused, council) == ["register.appeal_too_late"]


def test_the_panel_answers_within_as_many_working_days(council: Government) -> None:
    decide(council)
    shown = govflow.show_ballot(council.onlooker, appeal(council).reference)
    assert shown.closes_at == "2025-04-24T08:00:00.000000Z"


def test_a_decision_is_appealed_once_and_only_while_it_holds(council: Government) -> None:
    decide(council)
    ballot = appeal(council).reference
    assert refused(Refused, council, by="mic_cio", grounds=" ") == [
        "register.appealed_already",
        "register.no_grounds",
    ]
    vote(council, ballot, ("no",) * 4, by=PANELLISTS)
    close(council, ballot, by="amb")
    assert refused(Refused, council) == ["register.heard_already"]
    again = govflow.reconsider(council.person("secretariat"), FIRST, new_facts="新しい見積り").reference
    vote(council, again, ("yes",) * 3)
    close(council, again)
    assert "register.does_not_hold" in refused(Refused, council)
    assert council.problems() == []


def test_an_unknown_remedy_is_an_error(council: Government) -> None:
    decide(council)
    assert refused(BadInput, council, asks="annul") == ["register.unknown_remedy"]


def test_a_proposal_whose_decision_is_remanded_comes_back_to_the_agenda(council: Government) -> None:
    reference = motion(council)
    held = meeting(council, "2025-04-14")
    secretariat = council.person("secretariat")
    govflow.call_item(secretariat, held, 1)
    ballot = govflow.open_in_sitting(secretariat, held, 1, asks=False).reference
    vote(council, ballot, ("yes", "yes", "no"))
    close(council, ballot)
    govflow.end_meeting(secretariat, held)
    heard = appeal(council, asks="remand", by="mic_cio").reference
    vote(council, heard, ("yes",) * 4, by=PANELLISTS)
    close(council, heard, by="amb")
    assert council.state(reference) == "ready"
    following = meeting(council, "2025-04-15")
    assert council.state(reference) == "agenda"
    with council.session.reading() as work:
        kept = work.meetings.get(following)
    assert kept is not None
    assert [item.proposal for item in kept.value.agenda()] == [reference]
    assert council.problems() == []
