"""What every document of a body says beside its heading: the act that issued it, the body, and its charter."""

from __future__ import annotations

from typing import Any

from govflow.domain.council.charter import Charter
from govflow.domain.history import Entry
from govflow.domain.organisation import Directory
from govflow.messages import catalogue_text
from govflow.services.names import named, pair, titled


def frame(directory: Directory, charter: Charter, entry: Entry) -> dict[str, Any]:
    """The act as the entry says it, under the charter."""
    return {
        "act": {
            "trigger": entry.trigger,
            "title": pair(catalogue_text(f"council_acts.{entry.kind}_{entry.trigger}")),
            "day": entry.effective_on,
            "recorded_at": entry.recorded_at,
            "person": named(directory, entry.person),
            "office": titled(directory, entry.office),
            "via": entry.via,
            "on_behalf_of": titled(directory, entry.on_behalf_of),
        },
        "body": {"name": charter.name, "title": pair(charter.title)},
        "charter": {"version": charter.version, "digest": charter.digest},
    }
