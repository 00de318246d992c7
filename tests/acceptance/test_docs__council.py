"""docs/council.md explains every key, token and outcome of ballots and their rules, and no other."""

from __future__ import annotations

from dataclasses import fields

from page_tables import names, tables
from pages import DOCS, files_of

import govflow
from govflow.domain.council.position import TOKENS, Position
from govflow.domain.council.roll import Roll
from govflow.domain.council.rule import QuorumRule, Rule
from govflow.domain.council.tally import Outcome
from govflow.reading import parse_yaml
from govflow.resources import rule_files

PAGE = DOCS / "council.md"
TABLES = tables(PAGE)
SEAT_KEYS = ["seat", "position", "weight", "present", "recused", "written", "proxy_for"]


def keys(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def test_every_key_of_a_rule_is_explained() -> None:
    assert {row.name for row in TABLES["The rule"]} == {"title"} | keys(Rule)
    assert {row.name for row in TABLES["The quorum"]} == keys(QuorumRule)


def test_every_key_of_the_votes_is_explained() -> None:
    assert {row.name for row in TABLES["The votes"]} == keys(Roll)
    assert [row.name for row in TABLES["A seat"]] == SEAT_KEYS


def test_every_token_is_explained_as_the_position_it_is() -> None:
    explained = {
        token.strip("` "): row.name
        for row in TABLES["Positions"]
        for token in (row.name, *filter(None, row.cells[0].split(",")))
    }
    assert explained == {token: position.value for token, position in TOKENS.items()}
    assert len(TABLES["Positions"]) == len(Position)


def test_every_outcome_is_explained() -> None:
    assert names(TABLES["Outcomes"]) == list(Outcome)


def test_the_page_lists_every_shipped_rule() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"\n{name} " in text for name in rule_files())


def test_the_example_passes_as_the_page_says() -> None:
    files = files_of(PAGE.read_text(encoding="utf-8"))
    rule, votes = (parse_yaml(files[name], file=name).plain() for name in ("ours.yaml", "votes.yaml"))
    found = govflow.tally(rule, votes)
    assert (found.outcome, found.base, found.needed) == (Outcome.PASSED, 9, 6)
