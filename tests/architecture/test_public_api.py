"""The public face: one list of names, said twice for two kinds of readers, each name real and explained."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest
from source import PACKAGE, tree

import govflow
from govflow.services.homes import HOME_OF

FACE = PACKAGE / "__init__.py"
NAMES = sorted(name for name in dir(govflow) if not name.startswith("__"))


def typed_names() -> Iterator[tuple[str, str]]:
    """What type checkers see: name and the module it comes from."""
    [block] = [node for node in tree(FACE).body if isinstance(node, ast.If)]
    for line in block.body:
        if isinstance(line, ast.ImportFrom):
            yield from ((alias.asname, str(line.module)) for alias in line.names if alias.asname)
        elif isinstance(line, ast.Assign):
            [target] = line.targets
            assert isinstance(target, ast.Name)
            yield target.id, f"govflow.services.{HOME_OF[target.id]}"


def test_type_checkers_and_programs_are_shown_the_same_names_from_the_same_places() -> None:
    homes = {name: f"govflow.services.{home}" for name, home in HOME_OF.items()}
    assert dict(typed_names()) == homes
    assert sorted(homes) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_name_is_there_and_explained(name: str) -> None:
    found = getattr(govflow, name)
    assert inspect.getdoc(found)
    assert getattr(import_module(f"govflow.services.{HOME_OF[name]}"), found.__name__) is found


@pytest.mark.parametrize("name", NAMES)
def test_what_a_function_returns_has_a_public_name_too(name: str) -> None:
    """As far as it is its own module's: what lower floors own is plain data to be read, not to be made."""
    found = getattr(govflow, name)
    if inspect.isfunction(found):
        home = vars(inspect.getmodule(found))
        returned = words(str(inspect.signature(found).return_annotation))
        own = {word for word in returned if getattr(home.get(word), "__module__", "") == found.__module__}
        assert own <= set(NAMES)


def words(annotation: str) -> list[str]:
    return [node.id for node in ast.walk(ast.parse(annotation, mode="eval")) if isinstance(node, ast.Name)]


def test_an_unknown_name_is_an_ordinary_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'aprove'"):
        _ = govflow.aprove


def test_importing_govflow_loads_no_other_package_and_no_floor_above_the_first() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, govflow; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    heavy = {"sqlalchemy", "yaml", "jinja2", "transitions", "rich", "click", "alembic", "holidays"}
    assert heavy.isdisjoint(loaded)
    assert not [name for name in loaded if name.startswith("govflow.")]
