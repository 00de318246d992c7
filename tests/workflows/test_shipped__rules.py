"""Every shipped rule against a definition of its own, written here from what it promises, for up to seven seats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations_with_replacement, product
from typing import Any

import pytest

import govflow
from govflow.domain.council.truth_table import Row, truth_table
from govflow.reading import parse_yaml
from govflow.resources import rule_files
from govflow.services.council.charters.rules import read_rule
from govflow.workflow.council.rule_file import content_of, rule_of

RULES = sorted(rule_files())
Ends = Callable[[int, int, int, int, int], str]
"""The end of a ballot in which so many say yes, no, abstain, block, or are not there."""


def met(ends: Ends) -> Ends:
    """As `ends` says, if half of the seats or more have come."""

    def with_quorum(yes: int, no: int, abstain: int, block: int, away: int) -> str:
        came = yes + no + abstain + block
        return ends(yes, no, abstain, block, away) if came >= away else "NO_QUORUM"

    return with_quorum


def simple_majority(yes: int, no: int, abstain: int, block: int, away: int) -> str:
    if yes == no:
        return "TIE_PENDING_CHAIR" if yes else "FAILED"
    return "PASSED" if yes > no else "FAILED"


def present_majority(yes: int, no: int, abstain: int, block: int, away: int) -> str:
    if yes == no and yes > 0 and abstain == 0:
        return "TIE_PENDING_CHAIR"
    return "PASSED" if yes > no + abstain else "FAILED"


def absolute(yes: int, no: int, abstain: int, block: int, away: int) -> str:
    return "PASSED" if yes > no + abstain + away else "FAILED"


def two_thirds(yes: int, no: int, abstain: int, block: int, away: int) -> str:
    return "PASSED" if yes and 3 * yes >= 2 * (yes + no + abstain) else "FAILED"


def three_to_one(yes: int, no: int, abstain: int, block: int, away: int) -> str:
    return "PASSED" if yes and yes >= 3 * no else "FAILED"


def unanimity(yes: int, no: int, abstain: int, block: int, away: int) -> str:
    return "FAILED" if no or abstain or away else "PASSED"


def consensus(yes: int, no: int, abstain: int, block: int, away: int) -> str:
    if no or yes + block == 0:
        return "FAILED"
    return "BLOCKED" if block else "PASSED"


def no_objection(yes: int, no: int, abstain: int, block: int, away: int) -> str:
    return consensus(yes + away, no, abstain, block, 0)


def weighted(yes: int, no: int, abstain: int, block: int, away: int) -> str:
    return "PASSED" if yes > no else "FAILED"


DEFINITIONS: Mapping[str, Ends] = {
    "absolute": met(absolute),
    "consensus": met(consensus),
    "no_objection": no_objection,
    "present_majority": met(present_majority),
    "simple_majority": met(simple_majority),
    "three_to_one": met(three_to_one),
    "two_thirds": met(two_thirds),
    "unanimity": unanimity,
    "weighted": met(weighted),
}
BLOCKING = {"consensus", "no_objection"}


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("seats", range(1, 8))
def test_the_truth_table_of_a_shipped_rule_is_what_the_rule_promises(name: str, seats: int) -> None:
    table = truth_table(read_rule(name).rule, seats)
    wrong = [row for row in table if row.outcome != DEFINITIONS[name](*row[:5])]
    assert wrong == []


@pytest.mark.parametrize("seats", [1, 4, 7])
def test_a_truth_table_has_every_combination_once(seats: int) -> None:
    for name in ("simple_majority", "consensus"):
        kinds = "ynab-" if name in BLOCKING else "yna-"
        rows = [row[:5] for row in truth_table(read_rule(name).rule, seats)]
        there = {
            tuple(map(answers.count, "ynab-")) for answers in combinations_with_replacement(kinds, seats)
        }
        assert sorted(rows) == sorted(there)


def test_the_table_is_that_of_every_single_ballot() -> None:
    """The combinations leave out the order in which seats stand; nothing hangs on it."""
    rule = {"base": "cast", "threshold": "1/2"}
    rows = {row[:5]: row.outcome for row in truth_table(read_rule(rule).rule, 3)}
    for answers in product(("yes", "no", "abstain", "none"), repeat=3):
        seats = [
            {"seat": f"s{n}", "position": said, "present": said != "none"} for n, said in enumerate(answers)
        ]
        heads = (*map(answers.count, ("yes", "no", "abstain", "block", "none")),)
        assert govflow.tally(rule, {"seats": seats}).outcome == rows[heads]


def test_every_shipped_rule_has_its_definition_here() -> None:
    assert sorted(DEFINITIONS) == RULES


@pytest.mark.parametrize("name", RULES)
def test_a_shipped_rule_has_both_titles_and_says_itself_in_both_languages(name: str) -> None:
    found = govflow.explain_rule(name, seats=2)
    assert found.title["ja"] != found.title["en"]
    assert found.sentence["ja"].endswith("。")
    assert found.sentence["en"].startswith("It passes when ")


@pytest.mark.parametrize("name", RULES)
def test_a_rule_kept_as_plain_data_is_read_as_the_same_rule(name: str) -> None:
    rule = read_rule(name).rule
    assert read_rule(content_of(rule)).rule == rule


def test_a_definition_that_differs_would_be_seen() -> None:
    """Negative control."""
    table = truth_table(read_rule("two_thirds").rule, 3)
    assert [row for row in table if row.outcome != met(three_to_one)(*row[:5])]


def test_a_shipped_rule_has_no_rights_beyond_those_of_a_file() -> None:
    text = rule_files()["simple_majority"].read_text(encoding="utf-8")
    titled: Any = rule_of(parse_yaml(text, file="mine.yaml"))
    assert titled.rule == read_rule("simple_majority").rule
    assert Row._fields[-1] == "outcome"
