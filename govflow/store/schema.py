"""The tables, as SQLAlchemy Core metadata: integers and texts only, so that both databases hold the same.

Texts compare by code point on both (`COLLATE "C"` on PostgreSQL). Migrations spell the tables out for
themselves; a test compares the two. Triggers are in `triggers`, the search index in `search`.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    column,
)

from govflow.store.columns import SERIAL, clustered, large, text, whole
from govflow.store.columns import metadata as metadata

SCHEMAS = ("0001", "0002")
"""Every released schema, oldest first; the last is the one this code works with."""

LARGEST_SUM = 9_000_000_000_000_000_000
"""What a sum of amounts may come to: beyond 64 bits SQLite would go over to floating point."""

store_info = clustered("store_info", text("name"), text("value"), PrimaryKeyConstraint("name"))

definitions = clustered(
    "definitions",
    text("digest"),
    text("name"),
    whole("version"),
    text("source"),
    text("file"),
    text("content"),
    text("recorded_at"),
    text("kind"),
    PrimaryKeyConstraint("digest"),
    UniqueConstraint("kind", "name", "version", name="definitions_version"),
)

definitions_in_force = clustered(
    "definitions_in_force",
    text("kind"),
    text("name"),
    text("from_day"),
    text("recorded_at"),
    text("digest", ForeignKey("definitions.digest")),
    PrimaryKeyConstraint("kind", "name", "from_day", "recorded_at"),
)

organisations = clustered(
    "organisations",
    Column("number", Integer, nullable=False, autoincrement=False),
    text("digest"),
    text("content"),
    text("recorded_at"),
    PrimaryKeyConstraint("number"),
)

proposals = Table(
    "proposals",
    metadata,
    text("reference"),
    text("key"),
    text("workflow"),
    text("definition", ForeignKey("definitions.digest")),
    text("ministry"),
    text("title"),
    text("state"),
    text("role", null=True),
    text("state_since"),
    whole("entered_seq"),
    text("due_on", null=True),
    large("amount", null=True),
    text("part_of", null=True),
    whole("fiscal_year"),
    whole("revision"),
    text("revision_digest"),
    text("records"),
    whole("version"),
    text("changes", null=True),
    whole("paused_left", null=True),
    whole("reach", server_default="0"),
    whole("released", null=True),
    PrimaryKeyConstraint("reference"),
    UniqueConstraint("workflow", "key", name="proposals_key"),
    CheckConstraint("amount >= 0", name="proposals_amount"),
    Index("proposals_by_ministry", "ministry", "role", "due_on", "reference"),
    Index("proposals_by_role", "role", "due_on", "reference"),
    Index("proposals_of_ministry", "ministry", "reference"),
    Index("proposals_by_changes", "changes"),
    Index(
        "proposals_by_due",
        "due_on",
        "reference",
        sqlite_where=column("role").is_not(None),
        postgresql_where=column("role").is_not(None),
    ),
    Index("proposals_by_year", "workflow", "fiscal_year", "ministry", "state"),
)

revisions = clustered(
    "revisions",
    text("reference", ForeignKey("proposals.reference")),
    whole("number"),
    text("content"),
    text("digest"),
    text("recorded_at"),
    text("person"),
    text("seal", null=True),
    PrimaryKeyConstraint("reference", "number"),
)

steps = clustered(
    "steps",
    text("reference", ForeignKey("proposals.reference")),
    whole("number"),
    text("name"),
    text("role"),
    text("ministry", null=True),
    text("subject"),
    text("state"),
    whole("asked_seq"),
    text("asked_on"),
    text("due_on", null=True),
    whole("lasting"),
    text("answer", null=True),
    whole("agrees", null=True),
    text("note"),
    text("person", null=True),
    text("office", null=True),
    text("answered_on", null=True),
    whole("paused_left", null=True),
    PrimaryKeyConstraint("reference", "number"),
    Index("steps_by_role", "role", "ministry", "state", "due_on"),
    Index("steps_by_due", "state", "due_on"),
)

history = clustered(
    "history",
    text("kind"),
    text("subject"),
    whole("seq"),
    text("recorded_at"),
    text("effective_on"),
    text("trigger"),
    text("step", null=True),
    text("from_state", null=True),
    text("to_state", null=True),
    text("actor_kind"),
    text("person", null=True),
    text("office", null=True),
    text("role", null=True),
    text("via", null=True),
    text("on_behalf_of", null=True),
    text("cause", null=True),
    text("definition", null=True),
    text("revision", null=True),
    text("note"),
    text("previous"),
    text("payload"),
    text("facts"),
    text("changes"),
    text("hash"),
    PrimaryKeyConstraint("kind", "subject", "seq"),
    UniqueConstraint("hash", name="history_hash"),
    Index(
        "history_for_others",
        "recorded_at",
        sqlite_where=column("on_behalf_of").is_not(None),
        postgresql_where=column("on_behalf_of").is_not(None),
    ),
)

documents = clustered(
    "documents",
    text("number"),
    text("subject"),
    text("reference"),
    text("kind"),
    whole("fiscal_year"),
    whole("serial"),
    whole("seq"),
    text("template"),
    text("context"),
    text("context_digest"),
    text("issued_at"),
    text("supersedes", ForeignKey("documents.number"), null=True),
    PrimaryKeyConstraint("number"),
    Index("documents_by_reference", "reference", "seq"),
)

renditions = clustered(
    "renditions",
    text("number", ForeignKey("documents.number")),
    text("language"),
    text("template_digest"),
    text("text"),
    text("text_digest"),
    text("rendered_at"),
    PrimaryKeyConstraint("number", "language"),
)

renditions_due = clustered(
    "renditions_due",
    text("number", ForeignKey("documents.number")),
    text("language"),
    PrimaryKeyConstraint("number", "language"),
)

numbering = clustered(
    "numbering",
    text("series"),
    whole("fiscal_year"),
    whole("last"),
    PrimaryKeyConstraint("series", "fiscal_year"),
)

tallies = clustered(
    "tallies",
    text("workflow"),
    text("ministry"),
    text("state"),
    whole("proposals"),
    whole("unstated"),
    large("amount"),
    large("part_amount"),
    whole("visits"),
    whole("working_days"),
    PrimaryKeyConstraint("workflow", "ministry", "state"),
    CheckConstraint(
        "proposals >= 0 AND unstated >= 0 AND amount >= 0 AND part_amount >= 0", name="tallies_counts"
    ),
    CheckConstraint(f"amount <= {LARGEST_SUM} AND part_amount <= {LARGEST_SUM}", name="tallies_sums"),
)

idempotency = clustered(
    "idempotency",
    text("key"),
    text("digest"),
    text("result"),
    text("recorded_at"),
    PrimaryKeyConstraint("key"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("number", SERIAL, primary_key=True),
    text("topic"),
    text("subject"),
    text("payload"),
    text("created_at"),
    text("state", server_default="waiting"),
    whole("attempts", server_default="0"),
    text("next_attempt", null=True),
    text("last_error", null=True),
)

refusals = Table(
    "refusals",
    metadata,
    Column("number", SERIAL, primary_key=True),
    text("recorded_at"),
    text("person", null=True),
    text("account"),
    text("reference", null=True),
    text("trigger"),
    text("codes"),
    text("kind"),
    text("said", null=True),
)

seals = clustered("seals", text("of"), text("key"), text("digest"), PrimaryKeyConstraint("of", "key"))

programmes = clustered(
    "programmes",
    text("key"),
    text("title"),
    text("owner"),
    text("holder"),
    text("bureau", null=True),
    whole("start_year", null=True),
    whole("end_year", null=True),
    large("budget", null=True),
    large("executed", null=True),
    text("part_of", null=True),
    text("source"),
    PrimaryKeyConstraint("key"),
)

calendar_days = clustered("calendar_days", text("day"), text("ja"), text("en"), PrimaryKeyConstraint("day"))
