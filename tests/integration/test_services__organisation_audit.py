"""What an entry on the organisation says is held against the versions: whatever is told otherwise is found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from forging import unhindered
from government import ADMINISTRATOR, Government

import govflow
from govflow.domain.canonical import canonical, digest_of_text
from govflow.domain.history import Entry, chained

TODAY = "2025-04-10"
MAY = "2025-05-01"
SECOND = {
    "persons": ["second"],
    "appointments": [{"person": "second", "office": "cas.admin", "from": "2025-04-01"}],
}


def change(
    cabinet: Government, act: Any, *, by: str = ADMINISTRATOR, **how: Any
) -> govflow.OrganisationChange:
    return govflow.change_organisation(cabinet.person(by), act, **how)


Alter = Callable[[dict[str, Any]], object]
DOCTORED: dict[str, tuple[str, Alter, set[str]]] = {
    "who went away": ("payload", lambda said: said.update(person="mof_pmo"), {"version"}),
    "from when": ("payload", lambda said: said.update(start="2025-04-11"), {"version", "effective_on"}),
    "what changed": ("changes", lambda said: said["changed"].clear(), {"changed"}),
    "what became vacant": ("changes", lambda said: said.update(vacant=["mof.cio"]), {"vacant"}),
    "that nobody else was there": ("changes", lambda said: said.update(alone=True), {"alone"}),
    "what was handed over": (
        "changes",
        lambda said: said.update(handover=[{"office": "mof.cio", "kind": "proposal", "reference": "x"}]),
        {"handover"},
    ),
}


def told_anew(path: str, seq: int, alter: Callable[[Entry], Entry]) -> None:
    """Let the last entry of the organisation's history say something else, under a hash that fits."""
    with unhindered(Path(path)) as connection:
        where = "kind = 'organisation' AND seq = ?"
        columns = ", ".join(f'"{name}"' for name in Entry._fields)
        row = connection.execute(f"SELECT {columns} FROM history WHERE {where}", [seq]).fetchone()
        new = chained(alter(Entry(*row)))
        fields = ", ".join(f'"{name}" = ?' for name in Entry._fields)
        connection.execute(f"UPDATE history SET {fields} WHERE {where}", [*new, seq])


def found(cabinet: Government) -> set[str]:
    problems = govflow.verify(cabinet.session).problems
    assert {p.code for p in problems} <= {"audit.organisation_act_differs", "audit.organisation_altered"} | {
        p.code for p in problems if p.code.startswith("store.")
    }
    return {str(p.params["field"]) for p in problems if p.code == "audit.organisation_act_differs"}


@pytest.mark.parametrize(("part", "alter", "told"), DOCTORED.values(), ids=DOCTORED)
def test_what_an_entry_says_of_its_act_is_made_again(
    cabinet: Government, part: str, alter: Alter, told: set[str]
) -> None:
    change(cabinet, govflow.Absent("mof_cio", TODAY))

    def altered(entry: Entry) -> Entry:
        said = json.loads(getattr(entry, part))
        alter(said)
        return entry._replace(**{part: canonical(said)})

    told_anew(cabinet.url, 2, altered)
    assert found(cabinet) == told


FIELDS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "by nobody who administers": ({"person": "mof_clerk"}, {"office"}),
    "in another office": ({"office": "mof.cio"}, {"office"}),
    "of another day": ({"effective_on": "2025-04-09"}, {"effective_on"}),
    "before its day without a reason": ({"recorded_at": "2025-04-12T00:00:00.000000Z"}, {"note"}),
    "another act": ({"trigger": "revoke_absence"}, set()),
}


@pytest.mark.parametrize(("fields", "told"), FIELDS.values(), ids=FIELDS)
def test_who_did_it_and_when_is_held_against_the_version_before(
    cabinet: Government, fields: dict[str, Any], told: set[str]
) -> None:
    change(cabinet, govflow.Absent("mof_cio", TODAY))
    told_anew(cabinet.url, 2, lambda entry: entry._replace(**fields))
    assert govflow.verify(cabinet.session).problems
    if told:
        assert found(cabinet) == told


def test_who_gained_by_it_although_a_second_person_was_there_is_found(cabinet: Government) -> None:
    cabinet.organise(**SECOND)
    change(cabinet, govflow.Appoint(ADMINISTRATOR, "mof.cio", MAY), by="second")

    def altered(entry: Entry) -> Entry:
        alone = canonical({**json.loads(entry.changes), "alone": True})
        return entry._replace(person=ADMINISTRATOR, changes=alone)

    told_anew(cabinet.url, 3, altered)
    assert found(cabinet) == {"alone"}


def test_who_made_themself_the_only_administrator_is_found(cabinet: Government) -> None:
    cabinet.organise(**SECOND)
    change(cabinet, govflow.RevokeAppointment("second", "cas.admin", MAY), by="second")
    told_anew(cabinet.url, 3, lambda entry: entry._replace(person=ADMINISTRATOR))
    assert found(cabinet) == {"alone"}


def test_a_version_with_anything_more_in_it_is_found(cabinet: Government) -> None:
    change(cabinet, govflow.Absent("mof_cio", TODAY))
    with closing(sqlite3.connect(cabinet.url)) as connection:
        (text,) = connection.execute("SELECT content FROM organisations WHERE number = 2").fetchone()
    content = json.loads(text)
    content["appointments"].append(
        {"person": "mof_clerk", "office": "cas.gcio", "term": ["2025-04-01", None], "concurrent": False}
    )
    text = canonical(content)
    digest = digest_of_text(text)

    def altered(entry: Entry) -> Entry:
        return entry._replace(changes=canonical({**json.loads(entry.changes), "digest": digest}))

    told_anew(cabinet.url, 2, altered)
    with unhindered(Path(cabinet.url)) as connection:
        connection.execute(
            "UPDATE organisations SET content = ?, digest = ? WHERE number = 2", [text, digest]
        )
    assert found(cabinet) == {"version", "changed"}
