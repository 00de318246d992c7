"""The first schema: proposals and what surrounds them, append-only records, the search index."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

APPEND_ONLY = {
    "definitions": (("digest",), ("name", "version")),
    "definitions_in_force": (("name", "from_day", "recorded_at"),),
    "organisations": (("number",),),
    "revisions": (("reference", "number"),),
    "history": (("kind", "subject", "seq"), ("hash",)),
    "documents": (("number",),),
    "renditions": (("number", "language"),),
    "idempotency": (("key",),),
    "refusals": (("number",),),
}


def upgrade() -> None:
    """Every table, index and trigger of the first schema."""
    _settings()
    _definitions()
    _proposals()
    _steps()
    _history()
    _documents()
    _tallies()
    _messages()
    _programmes()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_search()
        _sqlite_triggers()
    else:
        _postgresql_search()
        _postgresql_triggers()


def downgrade() -> None:
    raise RuntimeError("records are never undone: restore a backup made before this migration")


def _settings() -> None:
    _clustered("store_info", _text("name"), _text("value"), key=("name",))
    _clustered("calendar_days", _text("day"), _text("ja"), _text("en"), key=("day",))
    _clustered(
        "numbering", _text("series"), *_wholes("fiscal_year"), *_wholes("last"), key=("series", "fiscal_year")
    )
    _clustered(
        "organisations",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        *_texts("digest", "content", "recorded_at"),
        key=("number",),
    )


def _definitions() -> None:
    _clustered(
        "definitions",
        *_texts("digest", "name"),
        *_wholes("version"),
        *_texts("source", "file", "content", "recorded_at"),
        sa.UniqueConstraint("name", "version", name="definitions_version"),
        key=("digest",),
    )
    _clustered(
        "definitions_in_force",
        *_texts("name", "from_day", "recorded_at"),
        _text("digest", sa.ForeignKey("definitions.digest")),
        key=("name", "from_day", "recorded_at"),
    )


def _proposals() -> None:
    op.create_table(
        "proposals",
        *_texts("reference", "key", "workflow"),
        _text("definition", sa.ForeignKey("definitions.digest")),
        *_texts("ministry", "title", "state"),
        _text("role", null=True),
        _text("state_since"),
        *_wholes("entered_seq"),
        _text("due_on", null=True),
        _large("amount", null=True),
        _text("part_of", null=True),
        *_wholes("fiscal_year", "revision"),
        *_texts("revision_digest", "records"),
        *_wholes("version"),
        sa.PrimaryKeyConstraint("reference"),
        sa.UniqueConstraint("workflow", "key", name="proposals_key"),
        sa.CheckConstraint("amount >= 0", name="proposals_amount"),
    )
    op.create_index("proposals_by_ministry", "proposals", ["ministry", "role", "due_on", "reference"])
    op.create_index("proposals_by_role", "proposals", ["role", "due_on", "reference"])
    _clustered(
        "revisions",
        _text("reference", sa.ForeignKey("proposals.reference")),
        *_wholes("number"),
        *_texts("content", "digest", "recorded_at", "person"),
        key=("reference", "number"),
    )


def _steps() -> None:
    _clustered(
        "steps",
        _text("reference", sa.ForeignKey("proposals.reference")),
        *_wholes("number"),
        *_texts("name", "role"),
        _text("ministry", null=True),
        *_texts("subject", "state"),
        *_wholes("asked_seq"),
        _text("asked_on"),
        _text("due_on", null=True),
        *_wholes("lasting"),
        _text("answer", null=True),
        *_wholes("agrees", null=True),
        _text("note"),
        *_texts("person", "office", "answered_on", null=True),
        key=("reference", "number"),
    )
    op.create_index("steps_by_role", "steps", ["role", "ministry", "state", "due_on"])
    op.create_index("steps_by_due", "steps", ["state", "due_on"])


def _history() -> None:
    _clustered(
        "history",
        *_texts("kind", "subject"),
        *_wholes("seq"),
        *_texts("recorded_at", "effective_on", "trigger"),
        *_texts("step", "from_state", "to_state", null=True),
        _text("actor_kind"),
        *_texts("person", "office", "role", "via", "on_behalf_of", null=True),
        *_texts("cause", "definition", "revision", null=True),
        *_texts("note", "previous", "payload", "facts", "changes", "hash"),
        sa.UniqueConstraint("hash", name="history_hash"),
        key=("kind", "subject", "seq"),
    )
    _clustered("idempotency", *_texts("key", "digest", "result", "recorded_at"), key=("key",))


def _documents() -> None:
    _clustered(
        "documents",
        _text("number"),
        _text("reference", sa.ForeignKey("proposals.reference")),
        _text("kind"),
        *_wholes("fiscal_year", "serial", "seq"),
        *_texts("template", "context", "context_digest", "issued_at"),
        _text("supersedes", sa.ForeignKey("documents.number"), null=True),
        key=("number",),
    )
    op.create_index("documents_by_reference", "documents", ["reference", "seq"])
    _clustered(
        "renditions",
        _text("number", sa.ForeignKey("documents.number")),
        *_texts("language", "template_digest", "text", "text_digest", "rendered_at"),
        key=("number", "language"),
    )
    _clustered(
        "renditions_due",
        _text("number", sa.ForeignKey("documents.number")),
        _text("language"),
        key=("number", "language"),
    )


def _tallies() -> None:
    _clustered(
        "tallies",
        *_texts("workflow", "ministry", "state"),
        *_wholes("proposals", "unstated"),
        _large("amount"),
        _large("part_amount"),
        *_wholes("visits", "working_days"),
        sa.CheckConstraint(
            "proposals >= 0 AND unstated >= 0 AND amount >= 0 AND part_amount >= 0", name="tallies_counts"
        ),
        sa.CheckConstraint(
            "amount <= 9000000000000000000 AND part_amount <= 9000000000000000000", name="tallies_sums"
        ),
        key=("workflow", "ministry", "state"),
    )


def _messages() -> None:
    op.create_table(
        "outbox",
        sa.Column("number", SERIAL, primary_key=True),
        *_texts("topic", "subject", "payload", "created_at"),
    )
    op.create_table(
        "refusals",
        sa.Column("number", SERIAL, primary_key=True),
        _text("recorded_at"),
        _text("person", null=True),
        _text("account"),
        _text("reference", null=True),
        *_texts("trigger", "codes", "kind"),
    )


def _programmes() -> None:
    _clustered(
        "programmes",
        *_texts("key", "title", "owner", "holder"),
        _text("bureau", null=True),
        *_wholes("start_year", "end_year", null=True),
        _large("budget", null=True),
        _large("executed", null=True),
        _text("part_of", null=True),
        _text("source"),
        key=("key",),
    )


def _sqlite_search() -> None:
    op.execute(
        "CREATE TABLE proposal_texts (number INTEGER PRIMARY KEY,"
        " reference TEXT NOT NULL UNIQUE REFERENCES proposals (reference))"
    )
    op.execute("CREATE VIRTUAL TABLE proposal_search USING fts5(grams, tokenize = 'ascii')")


def _postgresql_search() -> None:
    op.execute(
        'CREATE TABLE proposal_search (reference TEXT COLLATE "C" PRIMARY KEY'
        " REFERENCES proposals (reference), grams TSVECTOR NOT NULL)"
    )
    op.execute("CREATE INDEX proposal_search_grams ON proposal_search USING gin (grams)")


def _sqlite_triggers() -> None:
    for table, keys in APPEND_ONLY.items():
        for act in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
            )
        same = " OR ".join("(" + " AND ".join(f'"{c}" = NEW."{c}"' for c in key) + ")" for key in keys)
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
            f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
            f" BEGIN SELECT RAISE(ABORT, 'already there: {table}'); END"
        )


def _postgresql_triggers() -> None:
    op.execute(
        "CREATE FUNCTION govflow_append_only() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        "BEGIN\n"
        "    RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n"
        "END $$"
    )
    for table in APPEND_ONLY:
        for name, when, each in (
            ("change", "UPDATE OR DELETE", "ROW"),
            ("truncate", "TRUNCATE", "STATEMENT"),
        ):
            op.execute(
                f"CREATE TRIGGER {table}_no_{name} BEFORE {when} ON {table}"
                f" FOR EACH {each} EXECUTE FUNCTION govflow_append_only()"
            )


def _clustered(name: str, *parts: Any, key: tuple[str, ...]) -> None:
    op.create_table(name, *parts, sa.PrimaryKeyConstraint(*key), sqlite_with_rowid=False)


def _text(name: str, *more: Any, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, TEXT, *more, nullable=null)


def _texts(*names: str, null: bool = False) -> list[sa.Column[str]]:
    return [_text(name, null=null) for name in names]


def _wholes(*names: str, null: bool = False) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=null) for name in names]


def _large(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=null)
