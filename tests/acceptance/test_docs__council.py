"""docs/council.md explains every key of charters and rules, every token and outcome of ballots, and no other."""

from __future__ import annotations

import pytest
from page_tables import names, tables
from pages import DOCS, files_of

import govflow
from govflow.domain.council.position import TOKENS, Position
from govflow.domain.council.roll import Roll
from govflow.domain.council.tally import Outcome
from govflow.reading import parse_yaml
from govflow.resources import body_files, rule_files
from govflow.workflow.council.charter_forms import charter_forms
from govflow.workflow.council.charter_lint import CHECKS
from govflow.workflow.council.rule_forms import QUORUM, RULE
from govflow.workflow.form import Form

PAGE = DOCS / "council.md"
TABLES = tables(PAGE)
SEAT_KEYS = ["seat", "position", "weight", "present", "recused", "written", "proxy_for"]


CHARTER_FORMS = [form for form in charter_forms({}) if form not in (RULE, QUORUM)]


@pytest.mark.parametrize(("heading", "form"), [("The rule", RULE), ("The quorum", QUORUM)])
def test_every_key_of_a_rule_is_explained_and_marked_if_it_has_to_be_there(heading: str, form: Form) -> None:
    assert {row.name: row.bold for row in TABLES[heading]} == {key.name: key.required for key in form.keys}


@pytest.mark.parametrize("form", CHARTER_FORMS, ids=lambda form: form.title)
def test_every_key_of_a_charter_is_explained_and_marked_if_it_has_to_be_there(form: Form) -> None:
    explained = {row.name: row.bold for row in TABLES[form.title]}
    if form is CHARTER_FORMS[0]:
        assert explained.pop("format")
    assert explained == {key.name: key.required for key in form.keys}


def test_every_check_of_a_charter_is_explained() -> None:
    passage = (
        PAGE.read_text(encoding="utf-8").split("<!-- made: charter-lint -->")[1].split("<!-- end -->")[0]
    )
    assert len([line for line in passage.splitlines() if len(line) > 20]) == len(CHECKS)


def test_the_page_lists_every_shipped_body() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"\n{name} " in text for name in body_files())


def test_every_key_of_the_votes_is_explained() -> None:
    assert {row.name for row in TABLES["The votes"]} == set(Roll._fields)
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
