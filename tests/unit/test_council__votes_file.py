"""A file of votes is taken whole or not at all: nothing in it is guessed, dropped, or counted as something else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import govflow
from govflow.domain.council.counts import Columns
from govflow.domain.council.position import TOKENS, Position
from govflow.domain.council.roll import ONE, Roll
from govflow.domain.council.rule import Rule
from govflow.domain.council.tally import Outcome, tally
from govflow.errors import BadInput
from govflow.messages import LANGUAGES
from govflow.reading import parse_yaml
from govflow.services.council.charters.rules import read_rule
from govflow.workflow.council.votes_file import roll_of

CHAIRED = read_rule("simple_majority").rule
SEATS = "seats:\n  - {seat: mof, position: yes}\n  - {seat: mext, position: no}\n"


def roll(text: str, rule: Rule = CHAIRED) -> Roll:
    return roll_of(parse_yaml(text, file="votes.yaml"), rule)


def problems_of(text: str, rule: Rule = CHAIRED) -> list[str]:
    """What is said about a file of votes, in English."""
    with pytest.raises(BadInput) as refusal:
        roll(text, rule)
    assert all(sentence for lang in LANGUAGES for sentence in refusal.value.sentences(lang))
    return refusal.value.sentences("en")


def seat(**fields: Any) -> str:
    """One seat beside two sound ones."""
    return f"{SEATS}  - {json.dumps({'seat': 'mhlw', 'position': 'yes', **fields})}\n"


@pytest.mark.parametrize("token", TOKENS)
def test_every_token_is_taken_for_what_it_is(token: str) -> None:
    read = roll(f"seats:\n  - {{seat: mof, position: {token}}}\n")
    assert read.seats[0].position is TOKENS[token]


def test_the_tokens_of_both_languages_say_the_same() -> None:
    assert [TOKENS[token] for token in ("賛成", "y", "反対", "n", "棄権", "a", "異議なし", "留保")] == [
        Position.YES,
        Position.YES,
        Position.NO,
        Position.NO,
        Position.ABSTAIN,
        Position.ABSTAIN,
        Position.ASSENT,
        Position.BLOCK,
    ]


@pytest.mark.parametrize("token", ["yess", "Yes", "Y", "可", "-", "true", "''"])
def test_an_unknown_token_is_an_error_and_never_an_abstention(token: str) -> None:
    [said] = problems_of(f"seats:\n  - {{seat: mof, position: {token}}}\n")
    assert said.startswith("votes.yaml:2:")


@pytest.mark.parametrize(
    ("weight", "units"),
    [
        ("1", ONE),
        ("2.5", 2_500_000),
        ("0.000001", 1),
        ("1.50", 1_500_000),
        ("1.0000000", ONE),
        ("1000000000000000000", 10**18 * ONE),
    ],
)
def test_weights_are_exact_decimals(weight: str, units: int) -> None:
    assert roll(seat(weight=weight)).seats[2].weight == units


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        ("-1", "-1 is negative"),
        ("-0.5", "-0.5 is negative"),
        ("0", "'weight' is 0. Leave members without a vote out"),
        ("0.0", "'weight' is 0"),
        ("0.0000001", "too fine. Use at most 6 decimal places"),
        ("1000000000000000000.1", "too large"),
        ("1000000000000000001", "too large. A weight is at most 10^18"),
        ("9" * 31, "is no weight"),
        ("1e3", "is no weight"),
        ("１", "is no weight"),
        (1.5, '1.5 as a number is not exact. Put it in quotes: "1.5"'),
        (True, "is no weight"),
        ([1], "is no weight"),
        (-1, "-1 is negative"),
    ],
)
def test_any_other_weight_is_told_why_it_is_none(weight: object, words: str) -> None:
    [said] = problems_of(seat(weight=weight))
    assert words in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("seats: []\n", "votes.yaml:1:8: There are no seats."),
        ("chair: gcio\n", "'seats' is required"),
        ("seats: {mof: yes}\n", "'seats' must be a list"),
        (
            "seats:\n  - {seat: mof, position: none, recused: true}\n",
            "No seat may vote. Hold no ballot",
        ),
        (seat(seat="mof"), "votes.yaml:4:14: The seat 'mof' is listed twice (first as number 1)"),
        (seat(proxy_for="mofa"), "There is no seat 'mofa' among the seats (did you mean 'mof'?)"),
        (seat(proxy_for="mhlw"), "cannot be its own proxy"),
        (seat(votes=2), "Unknown key 'votes'"),
        (SEATS + "chairs: gcio\n", "did you mean 'chair'?"),
    ],
)
def test_what_a_roll_cannot_be(text: str, words: str) -> None:
    [said] = problems_of(text)
    assert words in said


def test_where_only_the_chair_has_a_seat_nobody_votes() -> None:
    rule = read_rule({"base": "seats", "threshold": "1/2", "chair_vote": "casting_only"}).rule
    [said] = problems_of("seats: [{seat: mof, position: none}]\nchair: mof\n", rule)
    assert "No seat may vote" in said


def test_what_a_recused_seat_or_a_chair_who_only_casts_said_does_not_count() -> None:
    rule = read_rule(
        {"base": "yes_no", "threshold": "1/2", "tie": "chair", "chair_vote": "casting_only"}
    ).rule
    counts = tally(rule, roll(seat(recused=True) + "chair: mext\n", rule)).counts.heads
    assert counts == Columns(yes=1, recused=1, chair=1)


def test_a_vote_of_somebody_who_is_away_counts_but_makes_no_quorum() -> None:
    result = tally(CHAIRED, roll(seat(present=False)))
    assert (result.counts.heads.yes, result.quorum.attending, result.outcome) == (2, 2, Outcome.PASSED)


def test_a_seat_that_says_nothing_has_not_answered() -> None:
    read = roll("seats:\n  - {seat: 財務省}\n  - {seat: MIC-1, position: null}\n")
    assert [(seat.name, seat.position) for seat in read.seats] == [
        ("財務省", Position.NONE),
        ("MIC-1", Position.NONE),
    ]


def test_proxies_go_one_step_and_a_seat_has_one() -> None:
    third = "  - {seat: mhlw, position: yes, proxy_for: mof}\n"
    chain = SEATS.replace("position: yes", "position: yes, proxy_for: mext")
    assert "is the proxy of 'mof', which is itself a proxy" in problems_of(chain + third)[0]
    twice = SEATS.replace("position: no", "position: no, proxy_for: mof")
    assert "'mof' has two proxies" in problems_of(twice + third)[0]


@pytest.mark.parametrize("rule", ["unanimity", "simple_majority", "present_majority"])
def test_a_casting_vote_where_nothing_is_tied_has_no_effect(rule: str) -> None:
    chosen, text = read_rule(rule).rule, seat() + "chair: gcio\n"
    cast = tally(chosen, roll(text + "casting_vote: no\n", chosen))
    assert cast.outcome is tally(chosen, roll(text, chosen)).outcome


def test_a_casting_vote_decides_a_tie_whoever_then_chairs() -> None:
    for chair in ("", "chair: gcio\n", "chair: mof\n"):
        assert tally(CHAIRED, roll(SEATS + chair)).outcome is Outcome.TIE_PENDING_CHAIR
        assert tally(CHAIRED, roll(SEATS + chair + "casting_vote: yes\n")).outcome is Outcome.PASSED


@pytest.mark.parametrize("token", ["abstain", "block", "none", "maybe"])
def test_a_casting_vote_decides(token: str) -> None:
    [said] = problems_of(SEATS + f"chair: gcio\ncasting_vote: {token}\n")
    assert "Choose one of yes, no" in said


def test_all_problems_are_told_at_once_and_none_twice() -> None:
    said = problems_of(
        "seats:\n"
        "  - {seat: mof, position: yess, weight: 1.5, present: false}\n"
        "  - {seat: mof, position: yes, present: perhaps}\n"
        "  - {seat: mext, position: yes, present: false, proxy_for: mhlw}\n"
        "casting_vote: perhaps\n"
    )
    assert [line.split(": ")[0] for line in said] == [
        "votes.yaml:2:27",
        "votes.yaml:2:41",
        "votes.yaml:3:12",
        "votes.yaml:3:41",
        "votes.yaml:4:60",
        "votes.yaml:5:15",
    ]


def test_a_tally_of_plain_data_is_that_of_the_same_file(tmp_path: Path) -> None:
    votes = {
        "seats": [{"seat": "mof", "position": "yes", "weight": "2.5"}, {"seat": "mext", "position": "n"}]
    }
    file = tmp_path / "votes.json"
    file.write_text(json.dumps(votes), encoding="utf-8")
    found = govflow.tally("simple_majority", votes)
    assert found == govflow.tally("simple_majority", file)
    assert (found.outcome, found.base, found.needed) == ("PASSED", "3.5", 2)
    assert found.counts["weights"] == {
        "S": "3.5", "Y": "2.5", "N": 1, "A": 0, "O": 0, "R": 0, "D": 0, "C": 0
    }  # fmt: skip
