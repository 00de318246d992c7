"""A rule's file is taken whole or not at all, and every problem is told where it stands."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import govflow
from govflow.domain.council.rule import Base, ChairVote, QuorumBase, QuorumRule, Rule, Tie
from govflow.errors import BadInput, NotFound
from govflow.messages import LANGUAGES
from govflow.reading import parse_json, parse_yaml
from govflow.services.council.charters.rules import read_rule
from govflow.workflow.council.rule_file import rule_of

SOUND = """\
base: yes_no
threshold: 1/2
"""


def problems_of(text: str) -> list[str]:
    """What is said about a rule, in English."""
    with pytest.raises(BadInput) as refusal:
        rule_of(parse_yaml(text, file="rule.yaml"))
    assert all(sentence for lang in LANGUAGES for sentence in refusal.value.sentences(lang))
    return refusal.value.sentences("en")


def test_a_rule_needs_only_its_base_and_its_threshold() -> None:
    titled = rule_of(parse_yaml(SOUND, file="rule.yaml"))
    assert titled == (None, Rule(Base.YES_NO, Fraction(1, 2)))
    said = problems_of("revote: true\n")
    assert said == [
        "rule.yaml:1:1: 'base' is required. Fill it in.",
        "rule.yaml:1:1: 'threshold' is required. Fill it in.",
    ]


def test_every_field_is_read() -> None:
    text = """{"title": {"ja": "規則", "en": "rule"}, "base": "eligible", "threshold": "1", "inclusive": true,
    "quorum": {"base": "eligible", "fraction": "2/3", "inclusive": true, "count_proxy": true,
    "count_written": true}, "min_yes": 2, "max_no": 0, "blocking": true, "recusal": "absent", "tie": "carry_over",
    "tie_definition": "yes_eq_no", "chair_vote": "casting_only", "silence": "abstain", "revote": true,
    "requires": ["technology_committee"]}"""
    rule = rule_of(parse_json(text, file="rule.json")).rule
    assert rule.quorum == QuorumRule(Fraction(2, 3), QuorumBase.ELIGIBLE, True, True, True)
    left_alone = Rule(rule.base, rule.threshold)
    unread = [name for name in Rule._fields if getattr(rule, name) == getattr(left_alone, name)]
    assert unread == ["base", "threshold"]


def test_a_rule_whose_ties_go_to_the_chair_gives_the_chair_a_casting_vote() -> None:
    rule = rule_of(parse_yaml(SOUND + "tie: chair\n", file="rule.yaml")).rule
    assert (rule.tie, rule.chair_vote) == (Tie.CHAIR, ChairVote.BOTH)


@pytest.mark.parametrize(
    ("written", "place", "words"),
    [
        ("threshold: 0", "2:12", "'threshold': 0 is out of range"),
        ("threshold: 0/3", "2:12", "'threshold': 0 is out of range"),
        ("threshold: 3/2", "2:12", "'threshold': 3/2 is out of range"),
        ("threshold: 0.5", "2:12", '0.5 is a decimal number. Write a fraction, as in "2/3"'),
        ("threshold: '0.5'", "2:12", "'0.5' is no fraction"),
        ("threshold: 1/0", "2:12", "the denominator of 1/0 must be from 1 to 1000000"),
        ("threshold: 1/1000001", "2:12", "the denominator of 1/1000001 must be from 1"),
        ("threshold: -1/2", "2:12", "'-1/2' is no fraction"),
        ("threshold: ２/３", "2:12", "'２/３' is no fraction"),
        ("threshold: true", "2:12", "'True' is no fraction"),
        ("threshold: half", "2:12", "'half' is no fraction"),
    ],
)
def test_a_threshold_is_an_exact_fraction_above_zero_and_at_most_one(
    written: str, place: str, words: str
) -> None:
    [said] = problems_of(f"base: seats\n{written}\n")
    assert said.startswith(f"rule.yaml:{place}: ")
    assert words in said


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        ("quorum: {fraction: 0}", "3:20", "'quorum.fraction': 0 is out of range"),
        ("quorum: {base: seats}", "3:9", "'fraction' is required"),
        ("quorum: {fraction: 1/2, base: cast}", "3:31", "Choose one of seats, eligible"),
        ("quorum: {fraction: 1/2, count_proxies: true}", "3:25", "did you mean 'count_proxy'?"),
        ("quorum: half", "3:9", "A mapping of keys to values is needed"),
        ("tie: chairs", "3:6", "did you mean 'chair'?"),
        ("min_yes: -1", "3:10", "out of range"),
        ("max_no: 1.5", "3:9", "decimal point"),
        ("silence: consent", "3:10", "Choose one of none, assent, abstain"),
        ("blocking: ja", "3:11", "must be true or false"),
        ("requires: [council, council]", "3:21", "twice"),
        ("inclusiv: true", "3:1", "did you mean 'inclusive'?"),
        ("title: {ja: 規則}", "3:8", "'en' is required"),
    ],
)
def test_every_field_is_read_strictly(line: str, place: str, words: str) -> None:
    [said] = problems_of(SOUND + line + "\n")
    assert said.startswith(f"rule.yaml:{place}: ")
    assert words in said


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    said = problems_of("base: yes\nthreshold: 0.5\nquorum: {fraction: 3/2}\ntie: none\n")
    assert [line.split(":")[1] for line in said] == ["1", "2", "3", "4"]


def test_a_rule_is_named_by_its_preset_or_by_its_file(tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(SOUND, encoding="utf-8")
    assert read_rule("simple_majority").title.en == "simple majority"
    assert read_rule(str(file)).title.en == read_rule(file).name == "ours"


def test_an_unknown_rule_is_not_found_and_the_nearest_is_named() -> None:
    with pytest.raises(NotFound, match="did you mean 'unanimity'") as refusal:
        govflow.explain_rule("unanimty")
    assert "simple_majority" in str(refusal.value)


@pytest.mark.parametrize("seats", [0, 10])
def test_truth_tables_are_those_of_small_bodies(seats: int) -> None:
    with pytest.raises(BadInput, match="A truth table has 1 to 9 seats"):
        govflow.explain_rule("unanimity", seats=seats)


def test_what_a_rule_says_covers_every_field_that_is_not_as_usual() -> None:
    rule = {"base": "seats", "threshold": "1/2", "quorum": {"fraction": "1/3", "count_written": True}}
    rule |= {"min_yes": 2, "max_no": 3, "blocking": True, "recusal": "absent", "tie": "chair"}
    rule |= {"chair_vote": "casting_only", "silence": "abstain", "revote": True, "requires": "other_body"}
    said = govflow.explain_rule(rule, seats=1).sentence["en"]
    for words in (
        "more than 1/2 of all seats",
        "At least 2 seats",
        "No more than 3 may be against",
        "A block holds it up",
        "The quorum is more than 1/3 of all seats",
        "also counts written ballots",
        "decided by the chair's casting vote",
        "taken to abstain",
        "other_body must pass",
        "The chair counts for the quorum and only casts",
        "Recused seats count as absent",
        "may be changed until the close",
    ):
        assert words in said
