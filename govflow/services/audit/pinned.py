"""Pinned: the definition that an entry was done under, for checks that have nothing to say where it is not there."""

from __future__ import annotations

from collections.abc import Callable

from govflow.domain.history import Entry
from govflow.errors import NotFound
from govflow.workflow.definition import Definition

DefinitionOf = Callable[[str], Definition]
"""A definition by its digest; NotFound where there is none, or where it was altered."""


def pinned(definition_of: DefinitionOf, entry: Entry) -> Definition | None:
    """The definition of an entry; None where there is none, which replaying reports."""
    try:
        return definition_of(entry.definition or "")
    except NotFound:
        return None
