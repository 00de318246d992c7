"""The key under which something is recorded once: whoever loses the answer can repeat the command safely."""

from __future__ import annotations

import uuid

from govflow.cli.output import Output
from govflow.messages import notice


def new_key(out: Output | None) -> str:
    """A key, told on `out` before anything happens; None where nothing can happen."""
    key = uuid.uuid4().hex
    if out is not None:
        out.journal.key = key
        out.note(notice("answer.key", key=key))
    return key
