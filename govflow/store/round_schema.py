"""The table of rounds: the yearly calls for proposals."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint

from govflow.store.columns import clustered, text, whole

rounds = clustered(
    "rounds",
    text("reference"),
    text("workflow"),
    whole("fiscal_year"),
    text("state"),
    whole("version"),
    text("content"),
    PrimaryKeyConstraint("reference"),
    Index("rounds_by_year", "workflow", "fiscal_year"),
)
