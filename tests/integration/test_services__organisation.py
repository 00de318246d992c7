"""Loading an organisation: what only the store can tell of it, its workflows and who could load the next one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from government import ADMINISTRATOR, Government, codes
from small_organisation import organisation

import govflow
from govflow.errors import BadInput

DELEGATED: dict[str, Any] = {
    "office": "mof.cio",
    "to": "mof.dcio",
    "workflow": "it_investment",
    "triggers": ["endorse"],
    "kinds": ["renewal"],
    "from": "2025-04-01",
}


def kept_by(cabinet: Government, account: str) -> Path:
    """An organisation file in which the administrator acts from an account."""
    content = organisation(accounts={ADMINISTRATOR: [account]})
    return cabinet.write("real.json", json.dumps(content))


@pytest.fixture
def kept(cabinet: Government) -> Iterator[govflow.Session]:
    """A real store in the hands of its administrator, who acts from the account `keeper`."""
    url = str(cabinet.folder / "real.db")
    path, clock = kept_by(cabinet, "keeper"), cabinet.session.clock
    govflow.create(url, organisation=path, workflows=["it_investment"], account="keeper", clock=clock)
    with govflow.open(url, account="keeper", clock=clock) as session:
        yield session


@pytest.mark.parametrize(
    "lost",
    [
        {},
        {"accounts": {"mof_clerk": ["keeper"]}},
        {
            "accounts": {ADMINISTRATOR: ["keeper"]},
            "without": ["cas.admin"],
            "appointments": [{"person": ADMINISTRATOR, "office": "cas.admin", "from": "2025-05-01"}],
        },
    ],
    ids=["no account", "another's account", "not yet appointed"],
)
def test_no_organisation_is_loaded_that_nobody_could_replace(
    cabinet: Government, kept: govflow.Session, lost: dict[str, Any]
) -> None:
    path = cabinet.write("lost.json", json.dumps(organisation(**lost)))
    with pytest.raises(BadInput) as bad:
        govflow.load_organisation(kept, path)
    assert codes(bad.value) == ["administration.nobody_left"]
    assert govflow.show_organisation(kept).number == 1
    assert govflow.load_organisation(kept, kept_by(cabinet, "other")).number == 2


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"workflow": "it_invesment"}, [("workflow", "it_invesment")]),
        ({"triggers": ["endorse", "endorze"]}, [("triggers", "endorze")]),
        ({"kinds": ["renewals"]}, [("kinds", "renewals")]),
        ({"triggers": ["endorze"], "kinds": ["x"]}, [("triggers", "endorze"), ("kinds", "x")]),
    ],
    ids=["workflow", "trigger", "kind", "both"],
)
def test_a_delegation_of_what_no_workflow_knows_is_told_when_it_is_loaded(
    cabinet: Government, wrong: dict[str, Any], told: list[tuple[str, str]]
) -> None:
    with pytest.raises(BadInput) as bad:
        cabinet.organise(delegations=[{**DELEGATED, **wrong}])
    assert codes(bad.value) == ["administration.delegation_unknown"] * len(told)
    assert [(notice.params["key"], notice.params["name"]) for notice in bad.value.notices] == told


def test_the_answers_of_a_step_may_be_delegated(cabinet: Government) -> None:
    cabinet.organise(delegations=[{**DELEGATED, "office": "mof.ciso", "triggers": ["concur"]}])
    assert govflow.show_organisation(cabinet.session).number == 2


def test_a_load_names_whose_accounts_changed(cabinet: Government) -> None:
    content = organisation(accounts={"mof_clerk": ["clerk"], "mof_pmo": ["head", "deputy"]})
    path = cabinet.write("accounts.json", json.dumps(content))
    assert govflow.load_organisation(cabinet.session, path).accounts == (
        "clerk: – → mof_clerk",
        "deputy: – → mof_pmo",
        "head: – → mof_pmo",
    )
    moved = organisation(accounts={"mof_pmo": ["deputy", "head"], "mof_cio": ["clerk"]})
    path = cabinet.write("accounts.json", json.dumps(moved))
    loaded = govflow.load_organisation(cabinet.session, path)
    assert loaded.accounts == ("clerk: mof_clerk → mof_cio",)
    assert not loaded.added
    assert not loaded.removed


def test_somebody_new_is_told_as_having_come_and_not_as_changed(cabinet: Government) -> None:
    content = organisation(persons=["successor"], accounts={"successor": ["new"]})
    path = cabinet.write("successor.json", json.dumps(content))
    loaded = govflow.load_organisation(cabinet.session, path)
    assert "successor" in loaded.added
    assert loaded.accounts == ()
