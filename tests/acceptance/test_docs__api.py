"""docs/api.md knows every public name and every class of errors."""

from __future__ import annotations

from page_tables import tables
from pages import DOCS
from passages import public_names

from govflow import errors

TABLES = tables(DOCS / "api.md")


def test_every_public_name_is_explained() -> None:
    rows = TABLES["Every public name"]
    assert [row.name.partition("(")[0] for row in rows] == public_names()
    assert all(row.cells[0] for row in rows)


def test_every_class_of_errors_is_explained_with_its_exit_code() -> None:
    root = errors.GovflowError
    classes = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, root)]
    codes = {each.__name__: str(each.exit_code) for each in classes if each is not root}
    assert {row.name: row.cells[0] for row in TABLES["Errors"]} == codes
