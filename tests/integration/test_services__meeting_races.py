"""Several at once on one meeting: what they did can be told one after the other, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from threading import Barrier
from typing import Any

import pytest
from balloting import load
from government import Government
from sitting import MEETING, called, council, kept, motion, opened

import govflow
from govflow.errors import Refused

Act = Callable[[govflow.Session], govflow.CouncilReceipt]


@pytest.fixture
def cio(either: Government) -> Government:
    """The council of three ministries, on either database."""
    return council(either)


def at_once(cio: Government, *acts: Act) -> list[str]:
    """What each of these acts of the secretariat came to: its trigger, or why it was refused."""
    start, moment = Barrier(len(acts)), cio.moment

    def attempt(act: Act) -> str:
        with govflow.open(cio.url, person="secretariat", clock=lambda: moment) as own:
            start.wait()
            try:
                return act(own).trigger
            except Refused as told:
                return told.code

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(attempt, acts))


def test_an_item_is_called_by_one_of_several(cio: Government) -> None:
    reference = motion(cio)
    opened(cio)
    results = at_once(cio, *[lambda own: govflow.call_item(own, MEETING, 1)] * 4)
    assert sorted(results) == ["call_item", *["meeting.item_settled"] * 3]
    assert cio.state(reference) == "debate"
    assert cio.problems() == []


def test_a_body_opens_one_ballot_on_a_text_that_it_decides_with_another(cio: Government) -> None:
    load(cio, "panel")
    load(cio, "hall", series="HL")
    joint: dict[str, Any] = {"body": "hall", "question": "採用するか", "jointly_with": ["panel"]}
    results = at_once(cio, *[lambda own: govflow.open_ballot(own, **joint)] * 4)
    assert sorted(results) == ["open", *["voting.waits_jointly"] * 3]
    assert cio.problems() == []


def test_an_item_is_called_with_the_quorum_or_not_at_all(cio: Government) -> None:
    motion(cio)
    opened(cio)
    gone, put = at_once(
        cio,
        lambda own: govflow.leave(own, MEETING, ["mof.cio"]),
        lambda own: govflow.call_item(own, MEETING, 1),
    )
    found = kept(cio)
    assert (gone, found.state) == ("leave", "suspended")
    assert (put, "mof.cio" in found.items["1"].present) in [
        ("call_item", True),
        ("meeting.wrong_state", False),
    ]
    assert cio.problems() == []


def test_a_vote_a_departure_and_a_close_follow_each_other(cio: Government) -> None:
    motion(cio)
    opened(cio, seats=("cas.chair", "mof.cio", "mhlw.cio", "mic.cio"))
    desk = cio.person("secretariat")
    govflow.call_item(desk, MEETING, 1)
    ballot = govflow.open_in_sitting(desk, MEETING, 1, asks=False).reference
    for person in ("mof_cio", "mhlw_cio", "mic_cio"):
        govflow.cast(cio.person(person), ballot, "yes")
    results = at_once(
        cio,
        lambda own: govflow.leave(own, MEETING, ["mof.cio", "mic.cio"]),
        lambda own: govflow.close_ballot(own, ballot),
        lambda own: govflow.close_ballot(own, ballot),
    )
    outcome = govflow.show_ballot(cio.onlooker, ballot).outcome
    closed = [each for each in results[1:] if each == "close"]
    assert (results[0], kept(cio).state) == ("leave", "suspended")
    assert (len(closed), outcome) in [(1, "PASSED"), (1, "NO_QUORUM"), (0, None)]
    assert cio.problems() == []


def test_a_proposal_is_put_on_one_of_two_agendas(cio: Government) -> None:
    references = [motion(cio, f"m{number}") for number in range(3)]
    first, second = called(cio), called(cio, at="2025-04-30T10:00")
    at_once(cio, lambda own: govflow.gather_items(own, first), lambda own: govflow.gather_items(own, second))
    listed = [item.proposal for each in (first, second) for item in kept(cio, each).agenda()]
    assert sorted(map(str, listed)) == sorted(references)
    assert cio.problems() == []


def _call(url: str, moment: datetime) -> str:
    """One process calls a meeting."""
    with govflow.open(url, person="secretariat", clock=lambda: moment) as own:
        return govflow.call_meeting(
            own, body="cio_council", at="2025-04-15T10:00", place="第一会議室"
        ).reference


def test_processes_that_call_at_once_take_numbers_without_gaps(cio: Government) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        numbers = list(pool.map(_call, [cio.url] * 4, [cio.moment] * 4))
    assert sorted(numbers) == [f"CIO-2025-M00{number}" for number in range(1, 5)]
    assert cio.problems() == []
