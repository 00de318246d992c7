"""A rule's file: YAML or JSON with the field names of `Rule`, every problem of it at once."""

from __future__ import annotations

from typing import Any

from govflow.domain.council.rule import Rule, inconsistencies
from govflow.errors import Place
from govflow.reading import Node, Reader
from govflow.workflow.council.rule_forms import RULE, TitledRule


def rule_of(root: Node) -> TitledRule:
    """The rule that a document states. Raises BadInput with every problem at its place."""
    reader = Reader()
    titled: TitledRule = RULE.read(reader, reader.record(root))
    told = {problem.place for problem in reader.problems}
    for field, said in inconsistencies(titled.rule):
        place = _place(root, field)
        if place not in told:
            reader.problem(place, said)
    reader.raise_if_any()
    return titled


def content_of(rule: Rule) -> dict[str, Any]:
    """A rule as plain data in its file's form: `rule_of` reads the same rule again."""
    return RULE.plain(rule)


def _place(node: Node, field: str) -> Place:
    """Where a field's value stands, or the mapping that lacks it."""
    for key in field.split("."):
        entry = (node.entries or {}).get(key)
        if entry is None:
            break
        node = entry.node
    return node.place
