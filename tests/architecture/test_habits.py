"""The habits of the house: every file says what it owns and stays small, and nothing is left half done."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from source import MODULES, PACKAGE, PYTHON, ROOT, Function, functions, named, public_parts, tree

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
MOST_LINES_OF_A_DOCSTRING = 12
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common", "base", "core", "manager"}
SHARED_TEXTS = PACKAGE / "messages" / "common.py"
"""The one exception: an area of the catalogue is named for who says its texts, and these everybody says."""

UNFINISHED = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK")))
UNEXPLAINED = re.compile(r"# (type: ignore|noqa)[^ ]*( [A-Z0-9, ]+)?$")

each_module = pytest.mark.parametrize("path", MODULES, ids=named)
each_file = pytest.mark.parametrize("path", PYTHON, ids=named)


@each_file
def test_it_says_what_it_owns(path: Path) -> None:
    said = ast.get_docstring(tree(path))
    assert said or not tree(path).body, "begin with a docstring"
    assert not said or len(said.splitlines()) <= MOST_LINES_OF_A_DOCSTRING


@each_file
def test_it_stays_small(path: Path) -> None:
    """Areas of the catalogue are tables of texts, as long as there are things to say."""
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= MOST_LINES or path.parent.name == "messages", f"{length} lines"


@each_module
def test_its_functions_stay_small(path: Path) -> None:
    long = [f"{f.name} ({lines_of(f)})" for f in functions(path) if lines_of(f) > MOST_LINES_OF_A_FUNCTION]
    assert long == []


def lines_of(function: Function) -> int:
    """The lines of a function's body: a signature with many names in it is a table."""
    return (function.end_lineno or 0) - function.body[0].lineno + 1


@each_file
def test_it_is_finished(path: Path) -> None:
    assert UNFINISHED.findall(path.read_text(encoding="utf-8")) == []
    raised = [
        ast.unparse(node.exc) for node in ast.walk(tree(path)) if isinstance(node, ast.Raise) and node.exc
    ]
    assert not [what for what in raised if what.startswith("NotImplemented")]


@each_file
def test_it_swallows_nothing(path: Path) -> None:
    """No bare `except`, and no handler that only passes by."""
    handlers = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
    assert [handler.lineno for handler in handlers if handler.type is None or passes(handler)] == []


def passes(handler: ast.ExceptHandler) -> bool:
    return all(isinstance(line, (ast.Pass, ast.Continue)) for line in handler.body)


@each_module
def test_exceptions_to_the_checkers_give_their_reason(path: Path) -> None:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    assert [number for number, line in lines if UNEXPLAINED.search(line)] == []


@each_module
def test_its_name_says_what_is_in_it(path: Path) -> None:
    assert path.stem not in DRAWERS or path == SHARED_TEXTS


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent.name != "cli"], ids=named)
def test_what_others_use_is_explained(path: Path) -> None:
    """Public functions and classes have a docstring, unless they are so short that the name says it all. What the
    command line offers is explained in the catalogue."""
    silent = [
        part.name for part in public_parts(tree(path)) if not ast.get_docstring(part) and needs_words(part)
    ]
    assert silent == []


def needs_words(part: Function | ast.ClassDef) -> bool:
    return isinstance(part, ast.ClassDef) or lines_of(part) > 5


@each_module
def test_long_lists_of_arguments_are_named(path: Path) -> None:
    """At most four come by position (session, unit of work, case, command). Commands are called by click, by name."""
    crowded = [f.name for f in functions(path) if len(positional(f)) > 4 and not f.decorator_list]
    assert crowded == []


def positional(function: Function) -> list[str]:
    """The arguments that may be given by position, without `self`."""
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return [name for name in names if name not in ("self", "cls")]


@each_module
def test_records_have_slots(path: Path) -> None:
    """A slip of the pen in an attribute's name is an error."""
    loose = [
        ast.unparse(decorator)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if ast.unparse(decorator).startswith("dataclass") and "slots=True" not in ast.unparse(decorator)
    ]
    assert loose == []


def test_the_checks_themselves_see_a_breach() -> None:
    """Negative control."""
    handler = ast.parse("try:\n    x()\nexcept OSError:\n    pass").body[0]
    assert isinstance(handler, ast.Try)
    assert passes(handler.handlers[0])
    assert UNFINISHED.search("# TO" + "DO: later")
    assert UNEXPLAINED.search("x = y  # type: " + "ignore[attr-defined]")
    assert not UNEXPLAINED.search("x = y  # type: " + "ignore[attr-defined]  # the package has no types")
    function = ast.parse("def f(a, b, c, d, e):\n" + "    a += 1\n" * 41).body[0]
    assert isinstance(function, Function)
    assert lines_of(function) == 41
    assert len(positional(function)) == 5


def test_there_is_something_to_look_at() -> None:
    assert PACKAGE / "errors.py" in MODULES
    assert ROOT / "cli.py" in PYTHON
