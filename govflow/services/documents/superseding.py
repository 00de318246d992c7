"""Superseding: which earlier document a new one takes the place of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govflow.store import DocumentRow


def superseded(before: Iterable[DocumentRow], *, context: Mapping[str, Any]) -> str | None:
    """The last document of the kind that was issued before and is about the same: the decision, or one condition."""
    kind, about = context["kind"], _about(context)
    earlier = [row.number for row in before if row.kind == kind and _about(json.loads(row.context)) == about]
    return earlier[-1] if earlier else None


def _about(context: Mapping[str, Any]) -> str | None:
    """The condition that a follow-up memo is about."""
    followed = context.get("follow_up")
    return followed["condition"]["text"] if followed else None
