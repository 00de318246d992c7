"""The model of the investment process: what it says without a store, and that it says what the table says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from model_doing import Model
from model_meaning import DONE, Tried

ORGANISATION = Path(__file__).parents[2] / "examples" / "organisation.yaml"
CLERK, HEAD, CIO = "komori.minato", "heisato.haru", "chokura.hikari"
REFERENCE = "MOF-2026-0001"


@pytest.fixture
def model() -> Model:
    made = Model(ORGANISATION, date(2025, 6, 2))
    content: dict[str, Any] = {"title": "更改", "ministry": "mof", "fiscal_year": 2026, "kind": "new"}
    made.open(REFERENCE, "p1", CLERK, {**content, "amount": 10_000_000})
    return made


def tried(model: Model, person: str, trigger: str, **given: Any) -> str:
    """What an act comes to, done where it is."""
    act = Tried(person, trigger, given)
    meant = model.meant(REFERENCE, act)
    if meant.kind == DONE:
        model.do(REFERENCE, act, meant)
    return meant.kind


def test_the_head_accepts_what_the_clerk_submits(model: Model) -> None:
    assert tried(model, HEAD, "accept") == "Refused"
    assert tried(model, CLERK, "submit") == DONE
    assert tried(model, CLERK, "accept") == "NotAuthorised"
    assert tried(model, HEAD, "accept") == DONE
    assert len(model.proposals[REFERENCE]["steps"]) == 4


def test_nobody_accepts_what_the_same_person_submits(model: Model) -> None:
    model.people.holders["mof.pmo"].append(CLERK)
    assert [tried(model, CLERK, "submit"), tried(model, CLERK, "accept")] == [DONE, "Refused"]


def test_the_centre_reads_nothing_before_the_endorsement(model: Model) -> None:
    proposal = model.proposals[REFERENCE]
    assert model.access(proposal, "uki.chisato") == "nothing"
    for person, trigger in (
        (CLERK, "submit"),
        (HEAD, "accept"),
        ("jinyama.akira", "ciso_concurrence.concur"),
        ("kanohara.ritsu", "accounts_concurrence.concur"),
        ("tsuchimiya.futaba", "deputy_cio_concurrence.concur"),
        (CIO, "endorse"),
    ):
        assert tried(model, person, trigger) == DONE
    assert (proposal["state"], model.access(proposal, "uki.chisato")) == ("intake", "whole")


def test_a_substitute_acts_while_nobody_is_there_and_is_reviewed(model: Model) -> None:
    model.people.absent.add(CIO)
    tried(model, CLERK, "submit")
    tried(model, HEAD, "accept")
    assert tried(model, CIO, "decline", note="理由") == "NotAuthorised"
    assert tried(model, "tsuchimiya.futaba", "return", issues=["根拠"]) == DONE
    assert [s["name"] for s in model.proposals[REFERENCE]["steps"] if s["state"] == "open"] == ["post_review"]
