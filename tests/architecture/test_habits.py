"""The habits of the house: every file says what it owns and stays small, and nothing is left half done."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from source import MODULES, PACKAGE, PYTHON, ROOT, Function, functions, named, public_parts, tree

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
MOST_LINES_OF_A_DOCSTRING = 12
MOST_ARGUMENTS_BY_POSITION = 4
"""Session, unit of work, case, command come in this order everywhere; whatever follows is named."""

DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common", "base", "core", "manager"}
SHARED_TEXTS = PACKAGE / "messages" / "common.py"
"""The one exception: an area of the catalogue is named for who says its texts, and these everybody says."""

UNFINISHED = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Error")))
UNEXPLAINED = re.compile(r"# (type: ignore|noqa)[^ ]*( [A-Z0-9, ]+)?$", re.MULTILINE)

Look = Callable[[Path], Iterable[object]]


def breaches(look: Look, paths: Iterable[Path] = MODULES) -> dict[str, list[object]]:
    """What a look finds wrong, by file."""
    found = {named(path): list(look(path)) for path in paths}
    return {name: wrong for name, wrong in found.items() if wrong}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_file_says_what_it_owns() -> None:
    def look(path: Path) -> Iterator[str]:
        said = ast.get_docstring(tree(path)) or ""
        if tree(path).body and not 0 < len(said.splitlines()) <= MOST_LINES_OF_A_DOCSTRING:
            yield said

    assert breaches(look, PYTHON) == {}


def test_files_stay_small() -> None:
    """Areas of the catalogue are tables of texts, as long as there are things to say."""

    def look(path: Path) -> Iterator[int]:
        length = len(text(path).splitlines())
        if length > MOST_LINES and path.parent.name != "messages":
            yield length

    assert breaches(look, PYTHON) == {}


def test_functions_stay_small() -> None:
    assert breaches(lambda path: (f.name for f in functions(path) if is_long(f))) == {}


def is_long(function: Function) -> bool:
    return lines_of(function) > MOST_LINES_OF_A_FUNCTION


def lines_of(function: Function) -> int:
    """The lines of a function's body: a signature with many names in it is a table."""
    return (function.end_lineno or 0) - function.body[0].lineno + 1


def test_everything_is_finished() -> None:
    assert breaches(lambda path: UNFINISHED.findall(text(path)), PYTHON) == {}


def test_nothing_is_swallowed() -> None:
    """In the program; a test may well try what has to fail."""
    assert breaches(swallowed) == {}


def swallowed(path: Path) -> Iterator[int]:
    """Lines of bare `except`s, and of handlers that only pass by."""
    handlers = (node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler))
    return (handler.lineno for handler in handlers if handler.type is None or passes(handler))


def passes(handler: ast.ExceptHandler) -> bool:
    return all(isinstance(line, (ast.Pass, ast.Continue)) for line in handler.body)


def test_exceptions_to_the_checkers_give_their_reason() -> None:
    assert breaches(lambda path: UNEXPLAINED.findall(text(path))) == {}


def test_names_of_modules_say_what_is_in_them() -> None:
    assert [named(path) for path in MODULES if path.stem in DRAWERS and path != SHARED_TEXTS] == []


def test_what_others_use_is_explained() -> None:
    """Public functions and classes have a docstring, unless they are so short that the name says it all. What the
    command line offers is explained in the catalogue."""
    explained_here = [path for path in MODULES if path.parent.name != "cli"]
    assert breaches(silent, explained_here) == {}


def silent(path: Path) -> Iterator[str]:
    return (
        part.name for part in public_parts(tree(path)) if not ast.get_docstring(part) and needs_words(part)
    )


def needs_words(part: Function | ast.ClassDef) -> bool:
    return isinstance(part, ast.ClassDef) or lines_of(part) > 5


def test_long_lists_of_arguments_are_named() -> None:
    """Commands are the exception: click calls them, and by name."""
    assert breaches(lambda path: (f.name for f in functions(path) if is_crowded(f))) == {}


def is_crowded(function: Function) -> bool:
    arguments = [*function.args.posonlyargs, *function.args.args]
    own = [argument for argument in arguments if argument.arg not in ("self", "cls")]
    return len(own) > MOST_ARGUMENTS_BY_POSITION and not function.decorator_list


def test_records_have_slots() -> None:
    """A slip of the pen in an attribute's name is an error."""
    assert breaches(loose) == {}


def loose(path: Path) -> Iterator[str]:
    """Dataclasses that take any attribute."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            decorators = map(ast.unparse, node.decorator_list)
            yield from (d for d in decorators if d.startswith("dataclass") and "slots=True" not in d)


def test_the_checks_themselves_see_a_breach() -> None:
    """Negative control."""
    handler = ast.parse("try:\n    x()\nexcept OSError:\n    pass").body[0]
    assert isinstance(handler, ast.Try)
    assert passes(handler.handlers[0])
    function = ast.parse("def f(a, b, c, d, e):\n" + "    a += 1\n" * 41).body[0]
    assert isinstance(function, Function)
    assert is_long(function)
    assert is_crowded(function)
    assert needs_words(function)
    assert UNFINISHED.search("# TO" + "DO: later")
    assert UNEXPLAINED.search("x = y  # type: " + "ignore[attr-defined]")
    assert not UNEXPLAINED.search("x = y  # type: " + "ignore[attr-defined]  # the package has no types")


def test_there_is_something_to_look_at() -> None:
    assert PACKAGE / "errors.py" in MODULES
    assert ROOT / "cli.py" in PYTHON
    assert breaches(lambda path: [path.stem], [PACKAGE / "errors.py"]) == {"govflow/errors.py": ["errors"]}
