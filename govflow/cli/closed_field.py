"""A field that is not published, as people read it: what it is, and why."""

from __future__ import annotations

from govflow.messages import Notice, notice


def closed_field(name: str, why: str) -> Notice:
    """`amount`, or `conditions.2` for one of several, with the reason."""
    reason = notice("register.by_the_charter") if name == "positions" else why
    field, _, number = name.partition(".")
    numbered = notice("register.condition_number", number=number)
    named = numbered if number else notice(f"register.field_{field}")
    return notice("register.withheld", field=named, reason=reason)
