"""Which lapses take a decision back: what it had asked for is cancelled then, and stays asked otherwise."""

from __future__ import annotations

import pytest

from govflow.domain.council.occasion import Occasion
from govflow.resources import template_names, workflow_files
from govflow.workflow.loader import load_definition
from govflow.workflow.ways import takes_back

BACK = {
    ("approved", "intake"),
    ("approved", "agenda_ready"),
    ("gcio_decision", "agenda_ready"),
    ("draft", "draft"),
    ("pmo_check", "pmo_check"),
    ("ministry_review", "ministry_review"),
}
ON = {("budgeted", "suspended"), ("executing", "suspended")}
AGAIN = "{returned_from: {return: gcio_decision}}"


def lapses(text: str) -> dict[tuple[str, str], bool]:
    definition = load_definition(text, file="lapsing.yaml", templates=template_names())
    ways = [way for way in definition.transitions if way.occasion is Occasion.LAPSED]
    return {(way.source, way.target): takes_back(definition, way) for way in ways}


@pytest.mark.parametrize(
    ("earlier", "further"),
    [(AGAIN, set()), ("{returned_from: {return: coordination}}", ON)],
    ids=["returned by who decides", "returned before anybody decided"],
)
def test_a_lapse_takes_back_where_a_proposal_also_comes_undecided(
    earlier: str, further: set[tuple[str, str]]
) -> None:
    text = workflow_files()["it_investment"].read_text(encoding="utf-8")
    assert text.count(AGAIN) == 1
    found = lapses(text.replace(AGAIN, earlier))
    assert found == dict.fromkeys(BACK | further, True) | dict.fromkeys(ON - further, False)
