"""Guards read facts by their paths; whatever was read is kept, and is all that a replay knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from govflow.domain.facts import Facts

KNOWN = {"amount": 5, "records": {"council": {"amount": 3}}, "note": None}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("amount", 5),
        ("records.council.amount", 3),
        ("records.council", {"amount": 3}),
        ("records.budget.amount", None),
        ("amount.council", None),
        ("nothing", None),
        ("nothing.below", None),
    ],
)
def test_a_fact_is_found_by_its_path_and_one_that_is_not_there_is_none(path: str, value: Any) -> None:
    facts = Facts.of(KNOWN)
    assert facts.read(*path.split(".")) == value
    assert facts.read_so_far == {path: value}


def test_what_takes_work_is_done_once_and_only_when_it_is_asked_for() -> None:
    done = []

    def work() -> Mapping[str, Any]:
        done.append("work")
        return {"first": 1, "second": 2}

    facts = Facts.of({"costly": work, "amount": 5})
    assert (facts.read("amount"), done) == (5, [])
    assert [facts.read("costly", name) for name in ("first", "second")] == [1, 2]
    assert done == ["work"]


def test_recorded_facts_answer_what_was_read_and_nothing_else() -> None:
    facts = Facts.of(KNOWN)
    facts.read("records", "council", "amount")
    replayed = Facts.recorded(facts.read_so_far)
    assert replayed.read("records", "council", "amount") == 3
    assert replayed.read("amount") is None


def test_the_guards_of_an_act_read_its_name_and_everything_else_as_before() -> None:
    facts = Facts.of({"act": "another", "amount": 5})
    seen = facts.of_act("submit")
    assert (seen.read("act"), seen.read("amount")) == ("submit", 5)
    assert facts.read_so_far == {"act": "submit", "amount": 5}
    assert facts.read("act") == "another"
