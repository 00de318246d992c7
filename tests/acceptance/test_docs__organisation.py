"""docs/organisation.md explains every section and key of organisation and calendar files, and no other."""

from __future__ import annotations

from typing import Any

import pytest
from page_tables import tables
from pages import DOCS, files_of

from govflow.domain.organisation import (
    Absence,
    Appointment,
    Delegation,
    Ministry,
    Office,
    Person,
    Role,
    Substitution,
)
from govflow.errors import BadInput
from govflow.services.organisation.file import parse_organisation

PAGE = DOCS / "organisation.md"
TABLES = tables(PAGE)
EXAMPLE = files_of(PAGE.read_text(encoding="utf-8"))["village.yaml"]
SECTIONS: dict[str, type[Any]] = {
    "ministries": Ministry,
    "roles": Role,
    "offices": Office,
    "persons": Person,
    "appointments": Appointment,
    "absences": Absence,
    "delegations": Delegation,
    "substitutions": Substitution,
}


def keys_of(kind: type[Any]) -> list[str]:
    """The keys of a section's items: a code is the item's own key, a term is written as two days."""
    written = {"code": (), "term": ("from", "until")}
    return [key for field in kind._fields for key in written.get(field, (field,))]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_is_explained(section: str) -> None:
    assert sorted(row.name for row in TABLES[section]) == sorted(keys_of(SECTIONS[section]))


@pytest.mark.parametrize("section", SECTIONS)
def test_exactly_the_bold_keys_have_to_be_there(section: str) -> None:
    bold = {row.name for row in TABLES[section] if row.bold}
    assert demanded(section) == bold


def demanded(section: str) -> set[str]:
    """What the reader misses in an item that says nothing."""
    item = "  nobody: {}" if section in ("ministries", "roles", "offices", "persons") else "  - {}"
    rest = "\n".join(part for part in EXAMPLE.split("\n\n") if not part.startswith(f"{section}:"))
    with pytest.raises(BadInput) as bad:
        parse_organisation(f"{rest}\n{section}:\n{item}\n", file="x.yaml")
    said = [problem.notice for problem in bad.value.problems]
    missing = {notice.params["key"] for notice in said if notice.code == "reading.required"}
    return missing | {"deputies" for notice in said if notice.code == "organisation.no_deputies"}


def test_the_example_is_sound() -> None:
    organisation = parse_organisation(EXAMPLE, file="village.yaml")
    assert all(getattr(organisation, section) for section in SECTIONS)


def test_every_key_of_a_calendar_is_explained() -> None:
    from govflow.reading import parse_yaml
    from govflow.resources import bundled

    shipped = parse_yaml(
        (bundled("workflows") / "calendars" / "japan.yaml").read_text(encoding="utf-8"), file="japan.yaml"
    )
    assert [row.name for row in TABLES["Calendars"]] == list(shipped.plain())
