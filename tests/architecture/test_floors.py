"""The walls of the house: imports only go down, and each third-party package stays on its own branch."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "govflow"
FLOORS = {
    "errors": 0, "resources": 0, "release": 0, "messages": 0,
    "domain": 1, "reading": 1,
    "workflow": 2, "store": 2, "documents": 2,
    "services": 3,
    "cli": 4,
}  # fmt: skip
BRANCHES = {
    "yaml": "reading",
    "transitions": "workflow",
    "sqlalchemy": "store",
    "alembic": "store",
    "psycopg": "store",
    "jinja2": "documents",
    "markdown_it": "documents",
    "markupsafe": "documents",
    "holidays": "services",
    "click": "cli",
    "rich": "cli",
}
COUNCIL = ("charters", "matters", "acting", "decisions", "documents", "ballots", "meetings")
"""The rooms of the services of bodies, each on those before it."""

MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def rooms_of(names: set[str]) -> set[str]:
    inside = {name.split(".")[1] for name in names if name.startswith("govflow.")}
    return inside & FLOORS.keys()


def floor_breaches(path: Path, names: set[str]) -> list[str]:
    """Imports that go up, or across between the rooms of floor 2."""
    here = room(path)
    apart = {"workflow", "store", "documents"}
    return sorted(
        other
        for other in rooms_of(names) - {here}
        if FLOORS[other] > FLOORS[here] or (here in apart and other in apart)
    )


def branch_breaches(path: Path, names: set[str]) -> list[str]:
    packages = {name.split(".")[0] for name in names} & BRANCHES.keys()
    return sorted(package for package in packages if BRANCHES[package] != room(path))


def council_breaches(path: Path, names: set[str]) -> list[str]:
    """Imports between the rooms of the services of bodies that go up."""
    council = "govflow.services.council."
    others = {name.removeprefix(council).split(".")[0] for name in names if name.startswith(council)}
    return sorted(other for other in others if COUNCIL.index(other) > COUNCIL.index(path.parent.name))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_imports_only_downwards_and_on_its_branch(path: Path) -> None:
    assert room(path) in FLOORS, "a new room needs a floor in this test and in docs/architecture.md"
    assert floor_breaches(path, imported(path)) == []
    assert branch_breaches(path, imported(path)) == []


@pytest.mark.parametrize("path", sorted((ROOT / "domain").rglob("*.py")), ids=lambda path: path.name)
def test_the_domain_needs_the_standard_library_only(path: Path) -> None:
    import sys

    outside = {name.split(".")[0] for name in imported(path)} - sys.stdlib_module_names - {"govflow"}
    assert outside == set()


@pytest.mark.parametrize("path", sorted((ROOT / "cli").glob("*.py")), ids=lambda path: path.name)
def test_the_command_line_uses_the_public_api_only(path: Path) -> None:
    assert rooms_of(imported(path)) <= {"cli", "errors", "messages", "release"}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "services" / "council").glob("*/*.py")), ids=lambda path: path.name
)
def test_the_services_of_bodies_build_on_each_other_in_one_order(path: Path) -> None:
    assert council_breaches(path, imported(path)) == []


def test_the_check_itself_sees_a_breach() -> None:
    """Negative control: a store that imported the engine, and a rule that imported click, would be found."""
    assert floor_breaches(ROOT / "store" / "x.py", {"govflow.workflow.engine"}) == ["workflow"]
    assert floor_breaches(ROOT / "domain" / "x.py", {"govflow.services.acting.acts"}) == ["services"]
    assert branch_breaches(ROOT / "services" / "x.py", {"sqlalchemy.orm", "click"}) == ["click", "sqlalchemy"]
    doctored = ROOT / "services" / "council" / "matters" / "x.py"
    assert council_breaches(doctored, {"govflow.services.council.ballots.acts"}) == ["ballots"]
