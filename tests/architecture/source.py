"""The source of govflow as these tests look at it: every module parsed once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "govflow"
MODULES = sorted(PACKAGE.rglob("*.py"))
BESIDE = ("tests", "bench", "trials")
PYTHON = sorted([*MODULES, *(p for name in BESIDE for p in (ROOT / name).rglob("*.py")), ROOT / "cli.py"])
"""Every file that people maintain."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def named(path: Path) -> str:
    """A file's name in a test report."""
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def public_parts(node: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """The functions and classes that others may use, and the methods of such classes."""
    for part in node.body:
        if isinstance(part, (Function, ast.ClassDef)) and not part.name.startswith("_"):
            yield part
            if isinstance(part, ast.ClassDef):
                yield from public_parts(part)
