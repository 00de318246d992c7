"""Keys about conditions and ministries are told where there are none, each at its place."""

from __future__ import annotations

import pytest
from sample_definition import expected, problems, sample, spoiled

OPINION = "  opinion:\n    title: {ja: 意見, en: opinion}\n"
MET = "met: {title: {ja: 済, en: met}, agrees: true}"
REFUSE = "refuse: {title: {ja: 不同意, en: refuses}, agrees: false}"
CONDITION = "    role: centre\n    for_each: conditions\n"
SUBMIT = "guards: [amount_stated]"

WRONG = [
    ("owner of no condition", OPINION, f"{OPINION}    ¦to_owner: true\n", "no_conditions"),
    ("guard on an act", SUBMIT, "guards: [amount_stated, ¦not_the_owner]", "no_conditions"),
    (
        "guard on another step",
        OPINION,
        f"{OPINION}    guards: [¦not_the_owner]\n",
        "no_conditions",
    ),
    ("breach of nothing", REFUSE, REFUSE[:-1] + ", ¦breach: true}", "no_conditions"),
    ("breach that agrees", MET, MET[:-1] + ", ¦breach: true}", "breach_agrees"),
    ("own ministry of none", OPINION, f"{OPINION}    ¦own_ministry: true\n", "no_ministries"),
    (
        "own ministry of conditions",
        CONDITION,
        f"{CONDITION}    ¦own_ministry: true\n",
        "no_ministries",
    ),
    ("unknown document", MET, MET[:-1] + ", issues: [¦letter]}", "unknown_name"),
]


@pytest.mark.parametrize(("old", "new", "code"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_it_is_told_where_it_stands(old: str, new: str, code: str) -> None:
    text, [(line, column)] = expected(spoiled(old, new))
    assert problems(text) == [(line, column, f"workflow.{code}")]


def test_where_they_belong_they_are_taken() -> None:
    text = spoiled(CONDITION, f"{CONDITION}    to_owner: true\n")
    text = spoiled("guards: [{different_person_from: [submit]}]", "guards: [not_the_owner]", text=text)
    broken = (
        "lost: {title: {ja: 否, en: lost}, agrees: false, breach: true, asks: [condition], issues: [notice]}"
    )
    text = spoiled(MET, f"{MET}\n      {broken}", text=text)
    text = spoiled("    for_each: others\n", "    for_each: others\n    own_ministry: true\n", text=text)
    found = sample(text).steps
    assert found["condition"].to_owner
    assert found["consultation"].own_ministry
    assert found["condition"].answers["lost"].issues == ("notice",)


def test_a_definition_without_them_keeps_its_digest() -> None:
    plain = sample()
    written = spoiled("    for_each: others\n", "    for_each: others\n    own_ministry: false\n")
    assert sample(written).digest == plain.digest
