"""Whoever rewrites who did something, or what it changed, is found out, though every hash fits and the row agrees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from forged import forged
from government import Government
from rechained import last_told_anew

import govflow
from govflow.domain.canonical import canonical

ACTOR, EFFECT = "audit.actor_differs", "audit.effect_differs"
SINCE = {"from": "2025-04-01"}


@pytest.mark.parametrize(
    "other",
    [
        {"person": "mof_clerk"},
        {"person": "nobody"},
        {"office": "mof.clerk"},
        {"office": "cas.amb", "person": "mof_clerk"},
        {"actor_kind": "system"},
        {"cause": "ballot CIO-2025-B001"},
        {
            "via": "delegation",
            "on_behalf_of": "cas.amb",
            "office": "cas.secretariat",
            "person": "secretariat",
        },
        {
            "via": "substitution",
            "on_behalf_of": "cas.amb",
            "office": "cas.secretariat",
            "person": "secretariat",
        },
    ],
)
def test_an_act_of_somebody_who_could_not_do_it_is_found(cabinet: Government, other: dict[str, str]) -> None:
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "duplicate_check.none", reference)
    assert cabinet.problems() == []
    last_told_anew(Path(cabinet.url), reference, lambda entry: entry._replace(**other))
    assert ACTOR in cabinet.problems()


def test_an_act_of_another_than_the_guards_read_is_found(cabinet: Government) -> None:
    cabinet.organise(persons=["second"], appointments=[{"person": "second", "office": "cas.amb", **SINCE}])
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "duplicate_check.none", reference)
    assert cabinet.problems() == []
    last_told_anew(Path(cabinet.url), reference, lambda entry: entry._replace(person="second"))
    assert ACTOR in cabinet.problems()


def test_an_act_in_an_office_that_had_ended_by_then_is_found(cabinet: Government) -> None:
    """And one by a delegate, or by a successor, is none."""
    reference = cabinet.proposal(until="coordination")
    term = {"from": "2025-04-01", "until": "2025-04-11"}
    cabinet.organise(
        without=["cas.amb"],
        persons=["second"],
        appointments=[
            {"person": "second", "office": "cas.amb", "from": "2025-04-12"},
            {"person": "amb", "office": "cas.amb", **term},
        ],
    )
    cabinet.act("amb", "duplicate_check.share", reference)
    cabinet.on("2025-04-14").act("second", "duplicate_check.none", reference)
    assert cabinet.problems() == []

    def before(entry: Any) -> Any:
        said = entry.read("facts") | {"actor.person": "amb"}
        return entry._replace(person="amb", facts=canonical(said))

    last_told_anew(Path(cabinet.url), reference, before)
    assert ACTOR in cabinet.problems()


def _of(which: str, /, **said: Any) -> Callable[[dict[str, Any]], None]:
    def forge(told: dict[str, Any]) -> None:
        next(step for step in told["changes"]["steps"] if step["name"] == which).update(said)

    return forge


def _row(**said: Any) -> Callable[[dict[str, Any]], None]:
    return lambda told: told["changes"]["proposal"].update(said)


def _recorded(told: dict[str, Any]) -> None:
    told["changes"]["records"] = {"decision": {"trigger": "approve", "amount": 900_000_000}}


CHECKED, ACCEPTED = "duplicate_check", "accept"


@pytest.mark.parametrize(
    ("trigger", "forge"),
    [
        ("none", _of(CHECKED, answer="justified")),
        ("none", _of(CHECKED, agrees=False)),
        ("none", _of(CHECKED, person="mof_clerk")),
        ("none", _of(CHECKED, office="mof.clerk")),
        ("none", _of(CHECKED, note="差し支えない。")),
        ("none", _of(CHECKED, state="open")),
        ("none", _of(CHECKED, role="secretariat")),
        (ACCEPTED, _of("criteria_opinion", role="amb")),
        (ACCEPTED, _of("criteria_opinion", lasting=True)),
        (ACCEPTED, _of("criteria_opinion", state="cancelled")),
        (ACCEPTED, _of("criteria_opinion", name="escalation")),
        ("inquire", _of("inquiry", subject="ほかの問い。")),
        ("complete", _row(title="別の題名")),
        ("complete", _row(amount=900_000_000)),
        ("complete", _row(role="amb")),
        ("complete", _row(entered_seq=1)),
        ("complete", _row(changes="MOF-2026-0001")),
        ("complete", _recorded),
        ("complete", lambda told: told["changes"].pop("steps")),
    ],
)
def test_what_does_not_follow_from_an_act_is_found(
    cabinet: Government, trigger: str, forge: Callable[[dict[str, Any]], None]
) -> None:
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "inquire", reference, question="単価の根拠は何か。")
    cabinet.act("mof_pmo", "inquiry.answered", reference, reply="三社の見積り。")
    cabinet.act("amb", "inquire", reference, question="数は。")
    for person, act in (
        ("amb", "duplicate_check.none"),
        ("gadviser", "criteria_opinion.meets"),
        ("amb", "complete"),
    ):
        cabinet.act(person, act, reference)
    assert cabinet.problems() == []
    history = govflow.history(cabinet.onlooker, reference)
    seq = max(int(line["seq"]) for line in history if line["trigger"] == trigger)
    forged(cabinet.url, "proposal", seq=seq, forge=forge)
    assert EFFECT in cabinet.problems()
