"""Mutations: every way of putting one small fault into a piece of source."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import NamedTuple

Change = Callable[[ast.AST], Iterator[tuple[str, ast.AST]]]
"""What a node may be turned into, and how one would say so."""

COMPARISONS: Mapping[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}


class Mutant(NamedTuple):
    """Source with one fault in it: where, and what was changed. It is written only when it is asked for."""

    line: int
    said: str
    tree: ast.Module
    number: int
    changed: ast.AST

    @property
    def source(self) -> str:
        """The source with its so many-th node changed."""
        copy = deepcopy(self.tree)
        _put(copy, [*ast.walk(copy)][self.number], self.changed)
        return ast.unparse(ast.fix_missing_locations(copy))


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant, from top to bottom. What is said in docstrings and types is no rule."""
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        for said, changed in _changes(node):
            yield Mutant(getattr(node, "lineno", 0), said, tree, number, changed)


def _put(tree: ast.Module, node: ast.AST, changed: ast.AST) -> None:
    """One node in the place of another."""
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is node:
                setattr(parent, name, changed)
            elif isinstance(value, list) and any(each is node for each in value):
                value[[each is node for each in value].index(True)] = changed


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for kind, change in CHANGES.items():
        if isinstance(node, kind):
            yield from change(node)


def _comparison(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    assert isinstance(node, ast.Compare)
    for place, operator in enumerate(node.ops):
        for other in COMPARISONS[type(operator)]:
            ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
            changed = ast.Compare(node.left, ops, node.comparators)
            yield f"{ast.unparse(node)}  ->  {ast.unparse(changed)}", changed


def _junction(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """`and` for `or` and the other way round, and every part left out."""
    assert isinstance(node, ast.BoolOp)
    swapped = ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    yield f"{ast.unparse(node)}  ->  {ast.unparse(swapped)}", swapped
    for place in range(len(node.values)):
        rest = node.values[:place] + node.values[place + 1 :]
        fewer = rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        yield f"{ast.unparse(node)}  ->  {ast.unparse(fewer)}", fewer


def _negation(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    assert isinstance(node, ast.UnaryOp)
    if isinstance(node.op, ast.Not):
        yield f"{ast.unparse(node)}  ->  {ast.unparse(node.operand)}", node.operand


def _condition(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """A condition that is simple enough to have no other mutant is turned round."""
    assert isinstance(node, (ast.If, ast.IfExp))
    if isinstance(node.test, (ast.Name, ast.Attribute, ast.Call)):
        test = ast.UnaryOp(ast.Not(), node.test)
        said = f"if {ast.unparse(node.test)}  ->  if {ast.unparse(test)}"
        changed = deepcopy(node)
        changed.test = test
        yield said, changed


def _number(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    assert isinstance(node, ast.Constant)
    if type(node.value) is int:
        yield f"{node.value}  ->  {node.value + 1}", ast.Constant(node.value + 1)
    if type(node.value) is bool:
        yield f"{node.value}  ->  {not node.value}", ast.Constant(not node.value)


def _sum(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    assert isinstance(node, ast.BinOp)
    other = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}.get(type(node.op))
    if other is not None:
        changed = ast.BinOp(node.left, other(), node.right)
        yield f"{ast.unparse(node)}  ->  {ast.unparse(changed)}", changed


def _dropped(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """A reason that is not given."""
    assert isinstance(node, ast.Expr)
    if isinstance(node.value, (ast.Yield, ast.YieldFrom)):
        nothing = ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
        yield f"without {ast.unparse(node)}", nothing


CHANGES: Mapping[type[ast.AST], Change] = {
    ast.Compare: _comparison,
    ast.BoolOp: _junction,
    ast.UnaryOp: _negation,
    ast.If: _condition,
    ast.IfExp: _condition,
    ast.Constant: _number,
    ast.BinOp: _sum,
    ast.Expr: _dropped,
}
