"""A file to start from: it has every field, says how each is written, and is taken once it is filled in."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from government import Government, codes

import govflow
from govflow.errors import BadInput, NotFound
from govflow.messages import LANGUAGES
from govflow.services.definitions import show_workflow
from govflow.services.proposals.template import FORMS, proposal_template

FILLED = {
    "key": "a-1",
    "title": "年金記録システムの更改",
    "ministry": "財務省",
    "fiscal_year": "令和8年度",
    "kind": "更改・継続",
    "amount": "1,200,000,000",
    "marks": "重要;先例となる",
}


def submitted(cabinet: Government, path: Path) -> govflow.Submission:
    return govflow.submit_file(cabinet.person("mof_clerk"), path)


def values(cabinet: Government, reference: str) -> dict[str, Any]:
    return {field["name"]: field["value"] for field in cabinet.shown(reference).fields}


def table_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["it_investment", "mid_long_term_plan", "town_purchase"])
def test_the_required_columns_stand_first_and_every_field_has_one(name: str, lang: str) -> None:
    fields = show_workflow(name).fields
    header, example = table_of(proposal_template(name, lang=lang))
    titles = [field.title.in_language(lang) for field in fields.values()]
    required = [field.title.in_language(lang) for field in fields.values() if field.required]
    assert header[: len(required) + 1] == ["key", *required]
    assert sorted(header[1:]) == sorted(titles)
    assert all(example)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_is_taken_once_it_is_filled_in(cabinet: Government, lang: str) -> None:
    header, _ = table_of(proposal_template("it_investment", lang=lang))
    names = ["key", *(f.name for f in show_workflow("it_investment").fields.values())]
    fields = show_workflow("it_investment").fields
    by_title = {field.title.in_language(lang): name for name, field in fields.items()}
    out = io.StringIO()
    csv.writer(out).writerows([header, [FILLED.get(by_title.get(column, column), "") for column in header]])
    assert len(header) == len(names)
    (row,) = submitted(cabinet, cabinet.write("p.csv", out.getvalue())).rows
    assert values(cabinet, row.reference) == {
        "title": "年金記録システムの更改",
        "ministry": "mof",
        "fiscal_year": 2026,
        "kind": "renewal",
        "amount": 1_200_000_000,
        "marks": ["important", "precedent"],
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_row_is_never_taken_for_a_proposal(cabinet: Government, lang: str) -> None:
    text = proposal_template("it_investment", lang=lang)
    with pytest.raises(BadInput) as bad:
        submitted(cabinet, cabinet.write("p.csv", text))
    assert codes(bad.value) == ["submission.example_row"]
    (problem,) = bad.value.problems
    assert problem.place is not None
    assert problem.place.line == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_document_is_taken_once_it_is_filled_in(cabinet: Government, lang: str) -> None:
    text = proposal_template("it_investment", lang=lang, form="yaml")
    for name, value in FILLED.items():
        assert text.count(f"{name}:\n") >= 1
        lines = text.splitlines()
        at = next(i for i, line in enumerate(lines) if line.removeprefix("# ") == f"{name}:")
        lines[at] = f"{name}: {value}"
        text = "\n".join([*lines, ""])
    (row,) = submitted(cabinet, cabinet.write("p.yaml", text)).rows
    assert values(cabinet, row.reference)["amount"] == 1_200_000_000


def test_an_unfilled_document_says_what_is_missing(cabinet: Government) -> None:
    text = proposal_template("it_investment", lang="ja", form="yaml")
    with pytest.raises(BadInput) as bad:
        submitted(cabinet, cabinet.write("p.yaml", text))
    assert sorted(codes(bad.value)) == ["reading.required", *["submission.missing_field"] * 4]
    assert any("「案件名（title）」がありません" in said for said in bad.value.sentences("ja"))


def test_a_store_gives_the_template_of_its_only_workflow(cabinet: Government) -> None:
    for form in FORMS:
        asked = proposal_template(lang="ja", form=form, session=cabinet.session)
        assert asked == proposal_template("it_investment", lang="ja", form=form)


def test_without_a_store_the_workflow_has_to_be_named() -> None:
    with pytest.raises(BadInput) as bad:
        proposal_template(lang="en")
    assert codes(bad.value) == ["session.choose_workflow"]
    with pytest.raises(NotFound):
        proposal_template("it_investmnt", lang="en")
