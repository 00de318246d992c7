"""The tables, as SQLAlchemy Core metadata: integers and texts only, so that both databases hold the same.

Texts compare by code point on both (`COLLATE "C"` on PostgreSQL). Migrations spell the tables out for
themselves; a test compares the two. Triggers are in `triggers`, the search index in `search`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMAS = ("0001", "0002")
"""Every released schema, oldest first; the last is the one this code works with."""

LARGEST_SUM = 9_000_000_000_000_000_000
"""What a sum of amounts may come to: beyond 64 bits SQLite would go over to floating point."""

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
SERIAL = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData()


def _text(name: str, *more: Any, null: bool = False) -> Column[str]:
    return Column(name, TEXT, *more, nullable=null)


def _whole(name: str, *more: Any, null: bool = False) -> Column[int]:
    return Column(name, Integer, *more, nullable=null)


def _large(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=null)


def _clustered(name: str, *parts: Any) -> Table:
    """A table kept in the order of its primary key, with no hidden row number to overwrite a row by."""
    return Table(name, metadata, *parts, sqlite_with_rowid=False)


store_info = _clustered("store_info", _text("name"), _text("value"), PrimaryKeyConstraint("name"))

definitions = _clustered(
    "definitions",
    _text("digest"),
    _text("name"),
    _whole("version"),
    _text("source"),
    _text("file"),
    _text("content"),
    _text("recorded_at"),
    _text("kind"),
    PrimaryKeyConstraint("digest"),
    UniqueConstraint("kind", "name", "version", name="definitions_version"),
)

definitions_in_force = _clustered(
    "definitions_in_force",
    _text("name"),
    _text("from_day"),
    _text("recorded_at"),
    _text("digest", ForeignKey("definitions.digest")),
    _text("kind"),
    PrimaryKeyConstraint("kind", "name", "from_day", "recorded_at"),
)

organisations = _clustered(
    "organisations",
    Column("number", Integer, nullable=False, autoincrement=False),
    _text("digest"),
    _text("content"),
    _text("recorded_at"),
    PrimaryKeyConstraint("number"),
)

proposals = Table(
    "proposals",
    metadata,
    _text("reference"),
    _text("key"),
    _text("workflow"),
    _text("definition", ForeignKey("definitions.digest")),
    _text("ministry"),
    _text("title"),
    _text("state"),
    _text("role", null=True),
    _text("state_since"),
    _whole("entered_seq"),
    _text("due_on", null=True),
    _large("amount", null=True),
    _text("part_of", null=True),
    _whole("fiscal_year"),
    _whole("revision"),
    _text("revision_digest"),
    _text("records"),
    _whole("version"),
    PrimaryKeyConstraint("reference"),
    UniqueConstraint("workflow", "key", name="proposals_key"),
    CheckConstraint("amount >= 0", name="proposals_amount"),
    Index("proposals_by_ministry", "ministry", "role", "due_on", "reference"),
    Index("proposals_by_role", "role", "due_on", "reference"),
)

revisions = _clustered(
    "revisions",
    _text("reference", ForeignKey("proposals.reference")),
    _whole("number"),
    _text("content"),
    _text("digest"),
    _text("recorded_at"),
    _text("person"),
    PrimaryKeyConstraint("reference", "number"),
)

steps = _clustered(
    "steps",
    _text("reference", ForeignKey("proposals.reference")),
    _whole("number"),
    _text("name"),
    _text("role"),
    _text("ministry", null=True),
    _text("subject"),
    _text("state"),
    _whole("asked_seq"),
    _text("asked_on"),
    _text("due_on", null=True),
    _whole("lasting"),
    _text("answer", null=True),
    _whole("agrees", null=True),
    _text("note"),
    _text("person", null=True),
    _text("office", null=True),
    _text("answered_on", null=True),
    PrimaryKeyConstraint("reference", "number"),
    Index("steps_by_role", "role", "ministry", "state", "due_on"),
    Index("steps_by_due", "state", "due_on"),
)

history = _clustered(
    "history",
    _text("kind"),
    _text("subject"),
    _whole("seq"),
    _text("recorded_at"),
    _text("effective_on"),
    _text("trigger"),
    _text("step", null=True),
    _text("from_state", null=True),
    _text("to_state", null=True),
    _text("actor_kind"),
    _text("person", null=True),
    _text("office", null=True),
    _text("role", null=True),
    _text("via", null=True),
    _text("on_behalf_of", null=True),
    _text("cause", null=True),
    _text("definition", null=True),
    _text("revision", null=True),
    _text("note"),
    _text("previous"),
    _text("payload"),
    _text("facts"),
    _text("changes"),
    _text("hash"),
    PrimaryKeyConstraint("kind", "subject", "seq"),
    UniqueConstraint("hash", name="history_hash"),
)

documents = _clustered(
    "documents",
    _text("number"),
    _text("reference", ForeignKey("proposals.reference")),
    _text("kind"),
    _whole("fiscal_year"),
    _whole("serial"),
    _whole("seq"),
    _text("template"),
    _text("context"),
    _text("context_digest"),
    _text("issued_at"),
    _text("supersedes", ForeignKey("documents.number"), null=True),
    PrimaryKeyConstraint("number"),
    Index("documents_by_reference", "reference", "seq"),
)

renditions = _clustered(
    "renditions",
    _text("number", ForeignKey("documents.number")),
    _text("language"),
    _text("template_digest"),
    _text("text"),
    _text("text_digest"),
    _text("rendered_at"),
    PrimaryKeyConstraint("number", "language"),
)

renditions_due = _clustered(
    "renditions_due",
    _text("number", ForeignKey("documents.number")),
    _text("language"),
    PrimaryKeyConstraint("number", "language"),
)

numbering = _clustered(
    "numbering",
    _text("series"),
    _whole("fiscal_year"),
    _whole("last"),
    PrimaryKeyConstraint("series", "fiscal_year"),
)

tallies = _clustered(
    "tallies",
    _text("workflow"),
    _text("ministry"),
    _text("state"),
    _whole("proposals"),
    _whole("unstated"),
    _large("amount"),
    _large("part_amount"),
    _whole("visits"),
    _whole("working_days"),
    PrimaryKeyConstraint("workflow", "ministry", "state"),
    CheckConstraint(
        "proposals >= 0 AND unstated >= 0 AND amount >= 0 AND part_amount >= 0", name="tallies_counts"
    ),
    CheckConstraint(f"amount <= {LARGEST_SUM} AND part_amount <= {LARGEST_SUM}", name="tallies_sums"),
)

idempotency = _clustered(
    "idempotency",
    _text("key"),
    _text("digest"),
    _text("result"),
    _text("recorded_at"),
    PrimaryKeyConstraint("key"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("number", SERIAL, primary_key=True),
    _text("topic"),
    _text("subject"),
    _text("payload"),
    _text("created_at"),
)

refusals = Table(
    "refusals",
    metadata,
    Column("number", SERIAL, primary_key=True),
    _text("recorded_at"),
    _text("person", null=True),
    _text("account"),
    _text("reference", null=True),
    _text("trigger"),
    _text("codes"),
    _text("kind"),
)

programmes = _clustered(
    "programmes",
    _text("key"),
    _text("title"),
    _text("owner"),
    _text("holder"),
    _text("bureau", null=True),
    _whole("start_year", null=True),
    _whole("end_year", null=True),
    _large("budget", null=True),
    _large("executed", null=True),
    _text("part_of", null=True),
    _text("source"),
    PrimaryKeyConstraint("key"),
)

calendar_days = _clustered(
    "calendar_days", _text("day"), _text("ja"), _text("en"), PrimaryKeyConstraint("day")
)
