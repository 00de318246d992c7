"""Entries of one proposal's history; each takes what a test cares about."""

from __future__ import annotations

from typing import Any

from govflow.domain.canonical import canonical
from govflow.domain.history import GENESIS, PARTS, Entry, chained

AT = "2025-05-01T01:02:03.000004Z"
REFERENCE = "MOF-2025-0001"

SUBMITTED = Entry(
    kind="proposal", subject=REFERENCE, seq=1, recorded_at=AT, effective_on="2025-05-01", trigger="submit", step=None,
    from_state="draft", to_state="review", actor_kind="person", person="haru", office="mof.clerk", role="clerk",
    via="own", on_behalf_of=None, cause=None, definition="d", revision=None, note="", previous=GENESIS, payload="{}",
    facts="{}", changes="{}",
)  # fmt: skip


def entry(seq: int = 1, **said: Any) -> Entry:
    """An entry that says this; its payload, facts and changes are given as plain data."""
    parts = {part: canonical(said.pop(part)) for part in PARTS if part in said}
    return chained(SUBMITTED._replace(seq=seq, **said, **parts))
