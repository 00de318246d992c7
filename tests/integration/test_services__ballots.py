"""Ballots in a store: who may do what, one outcome for all, and a record that verification recomputes."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier
from typing import Any

import pytest
from doctored_rows import doctor
from government import Government, codes

import govflow
from govflow.errors import BadInput, Conflict, GovflowError, NotAuthorised, NotFound, Refused

CIOS = ("mof_cio", "mhlw_cio", "mic_cio")
REFERENCE = "CIO-2025-B001"


@pytest.fixture
def council(either: Government) -> Government:
    """The council of three ministries in force, on either database."""
    govflow.load_body(either.session, "cio_council")
    return either


def opened(council: Government, *, by: str = "secretariat", **more: Any) -> str:
    """The question put to the council."""
    return govflow.open_ballot(
        council.person(by), **{"body": "cio_council", "question": "採用するか", **more}
    ).reference


def vote(council: Government, person: str, position: str = "yes", **more: Any) -> govflow.CouncilReceipt:
    return govflow.cast(council.person(person), REFERENCE, position, **more)


def refused(error: type[GovflowError], act: Any, *args: Any, **more: Any) -> list[str]:
    with pytest.raises(error) as told:
        act(*args, **more)
    assert type(told.value) is error
    return codes(told.value)


def test_a_question_is_put_answered_and_closed_and_the_record_holds(council: Government) -> None:
    assert opened(council) == REFERENCE
    for person, position in zip(CIOS, ("賛成", "y", "no"), strict=True):
        vote(council, person, position)
    receipt = govflow.close_ballot(council.person("secretariat"), REFERENCE)
    assert (receipt.state, receipt.told["outcome"], receipt.office) == ("closed", "PASSED", "cas.secretariat")
    shown = govflow.show_ballot(council.session, REFERENCE)
    assert [seat.position for seat in shown.seats] == ["yes", "yes", "no"]
    assert shown.tally is not None
    assert (shown.tally.outcome, shown.tally.counts["S"], shown.version) == ("PASSED", 3, 5)
    assert [line.outcome for line in govflow.list_ballots(council.session)] == ["PASSED"]
    assert govflow.list_ballots(council.session, body="other") == []
    assert govflow.verify(council.session).problems == ()


def test_numbers_follow_each_other_without_gaps(council: Government) -> None:
    assert refused(Refused, opened, council, question=" ") == ["voting.no_question"]
    assert [opened(council), opened(council)] == ["CIO-2025-B001", "CIO-2025-B002"]
    assert council.on("2026-04-01").problems() == []
    assert opened(council) == "CIO-2026-B001"
    assert council.problems() == []


def test_only_secretariat_and_chair_run_a_ballot(council: Government) -> None:
    assert refused(NotAuthorised, opened, council, by="mof_cio") == ["voting.not_officer"]
    opened(council, by="chair")
    for act in (govflow.close_ballot, lambda s, b: govflow.withdraw_ballot(s, b, reason="r")):
        assert refused(NotAuthorised, act, council.person("mof_cio"), REFERENCE) == ["voting.not_officer"]
    withdrawn = govflow.withdraw_ballot(council.person("chair"), REFERENCE, reason="資料の差替え")
    assert (withdrawn.state, withdrawn.told["outcome"]) == ("withdrawn", "WITHDRAWN")
    assert govflow.show_ballot(council.session, REFERENCE).tally is None
    assert council.problems() == []


def test_nobody_votes_for_a_seat_of_others(council: Government) -> None:
    opened(council)
    before = govflow.show_ballot(council.session, REFERENCE)
    for person in ("mof_clerk", "chair", "secretariat", "admin"):
        assert refused(NotAuthorised, vote, council, person) == ["voting.not_holder"]
    for person in CIOS:
        for seat in {"mof.cio", "mhlw.cio", "mic.cio"} - {person.replace("_", ".")}:
            assert refused(NotAuthorised, vote, council, person, seat=seat) == ["voting.not_holder"]
            assert refused(NotAuthorised, vote, council, person, seat=seat, recorded_for=True) == [
                "voting.not_secretariat"
            ]
    assert govflow.show_ballot(council.session, REFERENCE) == before
    with council.session.reading() as work:
        assert work.positions.of(REFERENCE) == []


def test_who_holds_two_seats_names_one(council: Government) -> None:
    council.organise(without=["mic.cio"], appointments=[{"person": "mof_cio", "office": "mic.cio"}])
    opened(council)
    assert refused(Refused, vote, council, "mof_cio") == ["voting.name_the_seat"]
    assert vote(council, "mof_cio", seat="mic.cio").told["seat"] == "mic.cio"


def test_a_successor_votes_for_the_seat_and_the_predecessor_no_longer(council: Government) -> None:
    opened(council)
    vote(council, "mof_cio")
    council.organise(
        persons=["mof_new"], without=["mof.cio"], appointments=[{"person": "mof_new", "office": "mof.cio"}]
    )
    assert refused(NotAuthorised, vote, council, "mof_cio", "no") == ["voting.not_holder"]
    assert govflow.show_ballot(council.session, REFERENCE).seats[0].position == "yes"
    assert vote(council, "mof_new", "no").told["voter"] == "mof_new"
    assert govflow.show_ballot(council.session, REFERENCE).seats[0].position == "no"
    assert council.problems() == []


def test_the_secretariat_records_for_others_and_is_marked(council: Government) -> None:
    opened(council)
    assert refused(Refused, vote, council, "secretariat", recorded_for=True) == ["voting.name_the_seat"]
    receipt = vote(council, "secretariat", "no", seat="mof.cio", recorded_for=True)
    assert (receipt.told["voter"], receipt.told["recorder"], receipt.office) == (
        "mof_cio",
        "secretariat",
        "cas.secretariat",
    )
    vote(council, "mof_cio", "yes")
    again = refused(Refused, vote, council, "secretariat", "no", seat="mof.cio", recorded_for=True)
    assert again == ["voting.cast_in_person"]
    with council.session.reading() as work:
        rows = work.positions.of(REFERENCE)
    assert [(row.number, row.position, row.recorder) for row in rows] == [
        (1, "no", "secretariat"),
        (2, "yes", None),
    ]
    assert council.problems() == []


def test_a_vacant_seat_has_no_vote_that_could_be_recorded(council: Government) -> None:
    council.organise(without=["mof.cio"])
    opened(council)
    assert refused(Refused, vote, council, "secretariat", seat="mof.cio", recorded_for=True) == [
        "voting.voter_unclear"
    ]


def test_an_unknown_token_seat_or_ballot_is_an_error(council: Government) -> None:
    opened(council)
    assert refused(BadInput, vote, council, "mof_cio", "abstian") == ["voting.unknown_token"]
    assert refused(Refused, vote, council, "mof_cio", seat="mof.ci") == ["voting.unknown_seat"]
    with pytest.raises(NotFound, match="did you mean 'CIO-2025-B001'"):
        govflow.show_ballot(council.session, "CIO-2025-B01")
    with pytest.raises(NotFound):
        govflow.cast(council.person("mof_cio"), "CIO-2025-B01", "yes")


def test_a_tie_waits_for_the_chair_who_decides_with_a_reason(council: Government) -> None:
    opened(council)
    vote(council, "mof_cio")
    vote(council, "mhlw_cio", "no")
    chair = council.person("chair")
    early = refused(Refused, govflow.casting_vote, chair, REFERENCE, "yes", reason="")
    assert early == ["voting.not_waiting", "voting.reason_missing"]
    assert govflow.close_ballot(chair, REFERENCE).state == "waiting_for_casting_vote"
    assert refused(Refused, vote, council, "mic_cio") == ["voting.not_open"]
    other = refused(NotAuthorised, govflow.casting_vote, council.person("gcio"), REFERENCE, "yes", reason="r")
    assert other == ["voting.not_holder"]
    receipt = govflow.casting_vote(chair, REFERENCE, "no", reason="時期尚早")
    assert (receipt.state, receipt.told["outcome"], receipt.office) == ("closed", "FAILED", "cas.chair")
    assert council.problems() == []


def test_a_recused_seat_shrinks_the_ballot_and_too_many_end_it(council: Government) -> None:
    opened(council)
    vote(council, "mof_cio")
    govflow.recuse(council.person("mof_cio"), REFERENCE, reason="利害関係")
    assert refused(Refused, vote, council, "mof_cio") == ["voting.recused", "voting.voted_already"]
    govflow.recuse(council.person("secretariat"), REFERENCE, seat="mic.cio", reason="親族", recorded_for=True)
    shown = govflow.show_ballot(council.session, REFERENCE)
    assert [seat.recused for seat in shown.seats] == ["利害関係", None, "親族"]
    secretariat = council.person("secretariat")
    assert refused(Refused, govflow.close_ballot, secretariat, REFERENCE) == ["ballot.most_recused"]
    govflow.withdraw_ballot(secretariat, REFERENCE, reason="上位の会議体に付議")
    assert council.problems() == []


def test_at_the_deadline_a_vote_is_refused_and_the_refusal_kept(council: Government) -> None:
    opened(council, closes_at="2025-04-11T17:00")
    council.on("2025-04-11T16:59")
    vote(council, "mof_cio")
    secretariat = council.person("secretariat")
    assert refused(Refused, govflow.close_ballot, secretariat, REFERENCE) == ["voting.not_settled"]
    council.on("2025-04-11T17:00")
    assert refused(Refused, vote, council, "mhlw_cio") == ["voting.too_late"]
    [latest, *_] = govflow.list_refusals(council.session).refusals
    assert (latest.reference, latest.trigger, latest.person) == (REFERENCE, "ballot_cast", "mhlw_cio")
    assert govflow.close_ballot(secretariat, REFERENCE).told["outcome"] == "NO_QUORUM"
    assert refused(Refused, opened, council, closes_at="2025-04-11T17:00") == ["voting.closes_in_past"]


def test_a_key_makes_repeating_safe(council: Government) -> None:
    first = govflow.open_ballot(council.person("chair"), body="cio_council", question="q", key="k")
    again = govflow.open_ballot(council.person("chair"), body="cio_council", question="q", key="k")
    assert (again.reference, first.repeated, again.repeated) == (first.reference, False, True)
    given = vote(council, "mof_cio", key="v")
    govflow.close_ballot(council.person("chair"), REFERENCE)
    assert vote(council, "mof_cio", key="v").recorded_at == given.recorded_at
    with pytest.raises(Conflict):
        vote(council, "mof_cio", "no", key="v")
    with pytest.raises(BadInput):
        vote(council, "mof_cio", key="v" * 201)


def test_a_rule_of_its_own_is_frozen_with_the_ballot(council: Government) -> None:
    opened(council, rule="consensus")
    assert refused(Refused, vote, council, "mof_cio", "留保") == ["voting.block_without_text"]
    vote(council, "mof_cio", "留保", text="費用が不明")
    vote(council, "mhlw_cio")
    vote(council, "mic_cio")
    assert govflow.close_ballot(council.person("chair"), REFERENCE).told["outcome"] == "BLOCKED"
    assert council.problems() == []


def test_several_at_once_close_one_ballot_once_and_no_vote_is_lost(council: Government) -> None:
    opened(council)
    vote(council, "mof_cio")
    vote(council, "mhlw_cio")
    start = Barrier(4)

    def attempt(what: str) -> str:
        moment = council.moment
        person = "mic_cio" if what == "vote" else "secretariat"
        with govflow.open(council.url, person=person, clock=lambda: moment) as own:
            start.wait()
            try:
                receipt = (
                    govflow.cast(own, REFERENCE, "no")
                    if what == "vote"
                    else govflow.close_ballot(own, REFERENCE)
                )
            except Refused as told:
                return f"{what} {told.code}"
            return f"{what} {receipt.trigger}"

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(attempt, ["close", "vote", "close", "close"]))
    assert results.count("close close") == 1
    assert results.count("close voting.not_open") == 2
    shown = govflow.show_ballot(council.session, REFERENCE)
    assert ("vote cast" in results) is (shown.seats[2].position == "no")
    assert ("vote voting.not_open" in results) is (shown.seats[2].position is None)
    assert shown.outcome == "PASSED"
    assert council.problems() == []


DOCTORED = {
    "outcome": ("UPDATE ballots SET outcome = 'FAILED'", "audit.row_differs"),
    "content": ("UPDATE ballots SET content = replace(content, 'PASSED', 'FAILED')", "audit.row_differs"),
    "version": ("UPDATE ballots SET version = 9", "audit.row_differs"),
    "position": ("UPDATE positions SET position = 'no' WHERE number = 1", "audit.positions_differ"),
    "position removed": ("DELETE FROM positions WHERE number = 2", "audit.positions_differ"),
    "history": ("DELETE FROM history WHERE kind = 'ballot'", "audit.without_history"),
    "last entry": (
        "DELETE FROM history WHERE kind = 'ballot' AND trigger = 'close'",
        "audit.row_differs",
    ),
    "counter": ("UPDATE numbering SET last = 2 WHERE series LIKE 'ballot:%'", "audit.counter_differs"),
    "row": ("UPDATE ballots SET content = '{}'", "audit.row_differs"),
    "entry": (
        "UPDATE history SET changes = replace(changes, 'PASSED', 'FAILED') WHERE kind = 'ballot'",
        "audit.outcome_differs",
    ),
}


@pytest.mark.parametrize("what", DOCTORED)
def test_verification_finds_what_was_altered(cabinet: Government, what: str) -> None:
    govflow.load_body(cabinet.session, "cio_council")
    opened(cabinet)
    for person in CIOS:
        vote(cabinet, person)
    govflow.close_ballot(cabinet.person("chair"), REFERENCE)
    copy = cabinet.folder / "copy.db"
    with closing(sqlite3.connect(cabinet.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    statement, code = DOCTORED[what]
    doctor(copy, statement)
    with govflow.open(str(copy), account="auditor") as session:
        assert code in {problem.code for problem in govflow.verify(session).problems}
