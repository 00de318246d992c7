"""What is wrong with an organisation as a whole, at the places of its file; the rules are the domain's."""

from __future__ import annotations

from collections.abc import Mapping

from govflow.domain.organisation import Organisation
from govflow.domain.organisation_check import Path, organisation_problems
from govflow.errors import Place, Problem
from govflow.reading import Node


def check(organisation: Organisation, root: Node) -> list[Problem]:
    """Every problem of an organisation that was read from `root`."""
    return [Problem(_place(root, path), said) for path, said in organisation_problems(organisation)]


def _place(root: Node, path: Path) -> Place:
    """The place of what `path` leads to, as far as the file has it; a mapping's entry stands at its key."""
    node, place = root, root.place
    for name in path:
        if isinstance(node.value, Mapping) and name in node.value:
            entry = node.value[str(name)]
            node = entry.node
            place = entry.key_place if node.entries is not None else node.place
        elif node.items is not None and isinstance(name, int) and name < len(node.items):
            node = node.items[name]
            place = node.place
        else:
            break
    return place
