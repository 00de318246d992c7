"""Processes act on one ballot at once: there is an order in which they did, one outcome, and no vote is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest
from balloting import CIOS, REFERENCE, load_council, opened, shown, vote
from government import Government
from racing import Attempt, processes, race
from small_organisation import organisation

import govflow

NOW, CLOSES, LAST = "2025-04-10T10:00", "2025-04-10T17:00", "2025-04-10T16:59:59"


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    """Three processes."""
    with processes(3) as ready:
        yield ready


@pytest.fixture
def council(either: Government) -> Government:
    """The council of three ministries in force, on either database."""
    load_council(either)
    return either


def attempt(council: Government, person: str, moment: str, act: str, *said: object) -> Attempt:
    return Attempt(council.url, person, moment, act, said)


def test_two_processes_close_one_ballot_once_and_a_vote_counts_or_is_refused(
    council: Government, pool: ProcessPoolExecutor
) -> None:
    opened(council)
    vote(council, "mof_cio")
    vote(council, "mhlw_cio")
    closing = [
        attempt(council, person, NOW, "close_ballot", REFERENCE) for person in ("secretariat", "chair")
    ]
    first, second, voted = race(pool, [*closing, attempt(council, "mic_cio", NOW, "cast", REFERENCE, "no")])
    assert {first, second} == {"done", "voting.is_closed"}
    assert voted in ("done", "voting.is_closed")
    seat = shown(council).seats[2]
    assert seat.position == ("no" if voted == "done" else None)
    assert shown(council).outcome == "PASSED"
    assert [line.ballot for line in govflow.list_decisions(council.onlooker)] == [REFERENCE]
    assert council.problems() == []


def test_a_vote_at_the_closing_instant_is_counted_or_refused(
    council: Government, pool: ProcessPoolExecutor
) -> None:
    """The vote that would pass it comes a second before the deadline, the close at the very instant."""
    opened(council, closes_at=CLOSES)
    vote(council, "mof_cio")
    attempts = [
        attempt(council, "mhlw_cio", LAST, "cast", REFERENCE, "yes"),
        attempt(council, "mic_cio", CLOSES, "cast", REFERENCE, "yes"),
        attempt(council, "secretariat", CLOSES, "close_ballot", REFERENCE),
    ]
    last, late, closed = race(pool, attempts)
    assert late in ("voting.too_late", "voting.is_closed")
    assert closed == "done"
    assert (last, shown(council).outcome) in (("done", "PASSED"), ("voting.is_closed", "NO_QUORUM"))
    assert council.problems() == []


def test_a_member_replaced_while_both_vote_has_one_vote(
    council: Government, pool: ProcessPoolExecutor
) -> None:
    opened(council)
    held = [{"person": "mof_new", "office": "mof.cio"}]
    replaced = organisation(persons=["mof_new"], without=["mof.cio"], appointments=held)
    path = council.write("replaced.json", json.dumps(replaced, ensure_ascii=False))
    attempts = [
        attempt(council, "mof_cio", NOW, "cast", REFERENCE, "no"),
        attempt(council, "admin", NOW, "load_organisation", path),
        attempt(council, "mof_new", NOW, "cast", REFERENCE, "yes"),
    ]
    before, loaded, after = race(pool, attempts)
    assert loaded == "done"
    assert before in ("done", "voting.not_holder")
    assert after in ("done", "voting.not_holder", "session.unknown_person")
    expected = "yes" if after == "done" else "no" if before == "done" else None
    assert shown(council).seats[0].position == expected
    for person in CIOS[1:]:
        vote(council, person)
    govflow.close_ballot(council.person("secretariat"), REFERENCE)
    assert council.problems() == []
