"""The decision register: a number for every decision, two versions of each, and what every seat has said."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from deciding_council import close, decide, found_council, put, vote
from government import Government

import govflow
from govflow.domain.canonical import canonical, digest_of_text
from govflow.errors import NotFound, Refused, VerificationFailed

FIRST = "CIO-2025-D001"


@pytest.fixture
def council(either: Government) -> Government:
    return found_council(either)


def test_a_decision_takes_its_number_with_the_outcome_that_decides(council: Government) -> None:
    ballot = put(council)
    assert govflow.list_decisions(council.onlooker) == []
    vote(council, ballot, ("yes", "yes", "no"))
    receipt = govflow.close_ballot(council.person("secretariat"), ballot)
    assert receipt.told["decision"] == FIRST
    [line] = govflow.list_decisions(council.onlooker)
    assert (line.number, line.body, line.outcome, line.standing) == (FIRST, "cio_council", "PASSED", "holds")
    assert (line.decided_on, line.ballot) == ("2025-04-10", ballot)
    assert line.printed == {
        "ja": "令和7年度CIO連絡会議決定第1号",
        "en": "CIO council decision No. 1 of fiscal 2025",
    }
    assert council.problems() == []


def test_what_is_lost_is_a_decision_too_and_what_is_carried_over_is_none(council: Government) -> None:
    assert decide(council, ("no", "no", "yes")) == FIRST
    assert govflow.show_decision(council.onlooker, FIRST).content["outcome"] == "FAILED"
    nobody = put(council, closes_at="2025-04-11T10:00")
    council.on("2025-04-11")
    assert "decision" not in govflow.close_ballot(council.person("secretariat"), nobody).told
    assert decide(council) == "CIO-2025-D002"
    assert council.problems() == []


def test_a_tie_is_decided_and_numbered_with_the_casting_vote(council: Government) -> None:
    ballot = put(council, closes_at="2025-04-11T10:00")
    vote(council, ballot, ("yes", "no", "-"))
    council.on("2025-04-11")
    assert "decision" not in govflow.close_ballot(council.person("secretariat"), ballot).told
    assert govflow.list_decisions(council.onlooker) == []
    cast = govflow.casting_vote(council.person("chair"), ballot, "yes", reason="現状では足りない")
    assert cast.told["decision"] == FIRST
    shown = govflow.show_decision(council.onlooker, FIRST).content
    assert (shown["casting_vote"], shown["outcome"]) == ("yes", "PASSED")
    assert council.problems() == []


def test_numbers_count_within_the_body_and_the_fiscal_year_of_the_decision(council: Government) -> None:
    council.on("2026-03-31T23:59")
    late = put(council)
    vote(council, late, ("yes", "yes", "yes"))
    assert decide(council) == FIRST
    council.on("2026-04-01T00:00")
    assert close(council, late) == "CIO-2026-D001"
    years = [line.number for line in govflow.list_decisions(council.onlooker, fiscal_year=2026)]
    assert years == ["CIO-2026-D001"]
    assert govflow.list_decisions(council.onlooker, body="panel") == []
    assert council.problems() == []


def test_the_public_version_leaves_out_how_each_seat_voted_and_says_why(council: Government) -> None:
    decide(council)
    full = govflow.show_decision(council.onlooker, FIRST)
    public = govflow.show_decision(council.onlooker, FIRST, public=True)
    assert full.seats is not None
    assert [(seat.seat, seat.position) for seat in full.seats] == [
        ("mof.cio", "yes"),
        ("mhlw.cio", "yes"),
        ("mic.cio", "no"),
    ]
    assert (public.seats, public.content["positions"]) == (None, None)
    assert public.content["withheld"] == [{"field": "positions", "reason": "publication.positions"}]
    assert (full.digest, full.other_digest) == (public.other_digest, public.digest)
    assert digest_of_text(canonical(full.content)) == full.digest
    assert digest_of_text(canonical(public.content)) == public.digest
    assert "mof_cio" not in govflow.decision_text(council.onlooker, FIRST, public=True)


def test_a_body_that_publishes_positions_shows_them(either: Government) -> None:
    council = found_council(either, publication="{minutes: true, positions: true}")
    decide(council)
    public = govflow.show_decision(council.onlooker, FIRST, public=True)
    assert public.seats is not None
    assert public.content["withheld"] == []
    assert public.digest != public.other_digest


def test_who_knows_all_but_what_is_withheld_cannot_try_it_out_by_the_digest(council: Government) -> None:
    for _ in range(2):
        decide(council)
    full = [govflow.show_decision(council.onlooker, number) for number in (FIRST, "CIO-2025-D002")]
    nonces = {str(each.content["nonce"]) for each in full}
    assert len(nonces) == 2
    assert all(len(nonce) >= 32 for nonce in nonces)
    public = govflow.decision_text(council.onlooker, FIRST, public=True)
    assert json.loads(public)["nonce"] is None
    assert council.problems() == []


def test_a_text_is_told_as_the_version_that_it_is(council: Government) -> None:
    decide(council)
    for public, version in ((False, "full"), (True, "public")):
        text = govflow.decision_text(council.onlooker, FIRST, public=public)
        laid_out = council.write("decision.json", json.dumps(json.loads(text), indent=4))
        found = govflow.verify_decision(council.session, FIRST, laid_out)
        assert (found.version, found.digest, found.standing) == (version, digest_of_text(text), "holds")
        for altered in (text.replace("PASSED", "FAILED"), text.replace("共通", "個別"), "{}"):
            with pytest.raises(VerificationFailed):
                govflow.verify_decision(council.session, FIRST, council.write("decision.json", altered))


def test_a_decision_is_found_by_its_number_in_either_form(council: Government) -> None:
    decide(council)
    for given in (
        FIRST,
        "ＣＩＯ-2025-Ｄ001",
        "令和7年度CIO連絡会議決定第1号",
        "令和７年度 ＣＩＯ連絡会議 決定 第１号",
    ):
        assert govflow.show_decision(council.onlooker, given).number == FIRST
    printed = "CIO council decision No. 1 of fiscal 2025"
    assert govflow.show_decision(council.onlooker, printed).number == FIRST
    with pytest.raises(NotFound, match="did you mean 'CIO-2025-D001'"):
        govflow.show_decision(council.onlooker, "CIO-2025-D01")
    for other in ("令和6年度CIO連絡会議決定第1号", "令和7年度CIO連絡会議決定第2号"):
        with pytest.raises(NotFound):
            govflow.show_decision(council.onlooker, other)


def test_every_position_of_every_seat_is_in_the_commitment_register(council: Government) -> None:
    council.organise(persons=["mof_new"], appointments=[])
    ballot = put(council)
    vote(council, ballot, ("yes", "no", "-"))
    council.organise(
        persons=["mof_new"], without=["mof.cio"], appointments=[{"person": "mof_new", "office": "mof.cio"}]
    )
    govflow.cast(council.person("mof_new"), ballot, "no", text="費用が合わない")
    number = close(council, ballot)
    every = govflow.list_commitments(council.onlooker)
    assert [(c.seat, c.position, c.person, c.number, c.replaced_by) for c in every] == [
        ("mof.cio", "yes", "mof_cio", 1, 3),
        ("mhlw.cio", "no", "mhlw_cio", 2, None),
        ("mof.cio", "no", "mof_new", 3, None),
    ]
    last = every[-1]
    assert (last.ballot, last.question["ja"], last.ministry, last.weight) == (
        ballot,
        "共通基盤を採用する",
        "mof",
        "1",
    )
    assert (last.via, last.recorder, last.text, last.outcome, last.decision) == (
        "own",
        None,
        "費用が合わない",
        "FAILED",
        number,
    )
    assert [c.number for c in govflow.list_commitments(council.onlooker, ministry="mof")] == [1, 3]
    assert govflow.list_commitments(council.onlooker, body="panel") == []
    with pytest.raises(NotFound):
        govflow.list_commitments(council.onlooker, ministry="moff")
    with pytest.raises(NotFound):
        govflow.list_commitments(council.onlooker, proposal="MOF-2025-9999")


def ready(council: Government, many: int) -> list[str]:
    """Ballots on which everything is said."""
    ballots = [put(council, question=f"第{number}問") for number in range(many)]
    for ballot in ballots:
        vote(council, ballot, ("yes", "yes", "yes"))
    return ballots


def test_eight_who_decide_at_once_leave_no_gap(council: Government) -> None:
    ballots = ready(council, 8)
    start = Barrier(8)

    def attempt(ballot: str) -> str:
        moment = council.moment
        with govflow.open(council.url, person="secretariat", clock=lambda: moment) as own:
            start.wait()
            return str(govflow.close_ballot(own, ballot).told["decision"])

    with ThreadPoolExecutor(8) as pool:
        numbers = sorted(pool.map(attempt, ballots))
    assert numbers == [f"CIO-2025-D{number:03d}" for number in range(1, 9)]
    assert council.problems() == []


CLOSE = """\
import sys, govflow
url, now, ballot = sys.argv[1:]
with govflow.open(url, person="secretariat", clock=govflow.fixed_clock(govflow.moment_of(now, "Asia/Tokyo"))) as own:
    print(govflow.close_ballot(own, ballot).told["decision"])
"""


def test_eight_processes_that_decide_at_once_leave_no_gap(council: Government) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", CLOSE, council.url, "2025-04-10T10:00", ballot],
            stdout=subprocess.PIPE,
            text=True,
        )
        for ballot in ready(council, 8)
    ]
    numbers = sorted(process.communicate()[0].strip() for process in running)
    assert numbers == [f"CIO-2025-D{number:03d}" for number in range(1, 9)]
    assert council.problems() == []


def test_who_fails_to_decide_leaves_no_gap(council: Government, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = ready(council, 2)

    def fails(*_: Any, **__: Any) -> None:
        raise Refused(*Refused().notices)

    with monkeypatch.context() as failing:
        failing.setattr("govflow.services.council.ballots.acts.settle", fails)
        with pytest.raises(Refused):
            close(council, first)
    assert govflow.list_decisions(council.onlooker) == []
    assert close(council, second) == FIRST
    assert close(council, first) == "CIO-2025-D002"
    assert council.problems() == []
