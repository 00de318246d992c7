"""What documents tell of conditions: the owner and what follows a breach by name, nothing left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from govflow.domain.condition import OnBreach, term
from govflow.domain.organisation import Directory
from govflow.services.breach import breach_title
from govflow.services.conditions import kind_told
from govflow.services.names import Pair, both, pair, titled
from govflow.workflow.definition import Definition

JsonDict = dict[str, Any]


def conditions_told(
    conditions: Iterable[Mapping[str, Any]], directory: Directory, definition: Definition | None = None
) -> list[JsonDict]:
    """Conditions as templates get them. Roles, and the act before which each is to be met, are called as the
    `definition` calls them; what a condition does not state is None."""
    return [condition_told(each, directory, definition) for each in conditions]


def condition_told(
    condition: Mapping[str, Any], directory: Directory, definition: Definition | None
) -> JsonDict:
    """One of them."""
    return {
        **{name: condition.get(name) for name in ("text", "due", "evidence", "closed")},
        "owner": owner_told(condition.get("owner"), directory, definition),
        "precedent": bool(term(condition, "precedent")),
        "kind": both(kind_told(condition, definition)),
        "on_breach": pair(breach_title(OnBreach(term(condition, "on_breach")))),
    }


def owner_told(owner: str | None, directory: Directory, definition: Definition | None) -> Pair | None:
    """An owner may be a role, an office or free words."""
    named = definition and definition.roles.get(owner or "")
    role = named or directory.roles.get(owner or "")
    return pair(role.title) if role else titled(directory, owner)
