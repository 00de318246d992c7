"""Which due date an act set is read from the definition, wherever that was loaded from."""

from __future__ import annotations

import pytest
from sample_definition import SAMPLE, TEMPLATES
from sample_entry import entry

from govflow.services.acting.due_set import due_of
from govflow.workflow.definition import Definition
from govflow.workflow.engine import kernel_of
from govflow.workflow.loader import load_definition

ONE = "  - {trigger: submit, from: draft, to: review, roles: [clerk], guards: [amount_stated]}\n"
TWO = (
    "  - {trigger: submit, from: draft, to: review, roles: [clerk], guards: [amount_stated], due: {working_days: 3}}\n"
    "  - {trigger: submit, from: draft, to: review, roles: [clerk], due: {working_days: 7}}\n"
)


def loaded(file: str) -> Definition:
    """The sample with two ways into the review, each with a due date of its own."""
    return load_definition(SAMPLE.replace(ONE, TWO), file=file, templates=TEMPLATES)


@pytest.mark.parametrize(("amount", "days"), [(5, 3), (None, 7)])
def test_of_two_ways_the_one_taken_sets_its_due_date(amount: int | None, days: int) -> None:
    kernel_of(loaded("as it was checked.yaml"))  # kept for every definition with this content
    due = due_of(loaded("as it is stored.yaml"), entry(facts={"amount": amount}))
    assert due is not None
    assert due.working_days == days
