"""Definitions are of a kind: workflows, which all were until now, and charters of bodies. Bodies meet and decide."""

from __future__ import annotations

from itertools import product

import sqlalchemy as sa
from alembic import op

from govflow.store.migrations.filling_0002 import indexed, sealed

revision = "0002"
down_revision = "0001"
branch_labels = depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

KEYS = {
    "definitions": (("digest",), ("kind", "name", "version")),
    "definitions_in_force": (("kind", "name", "from_day", "recorded_at"),),
}
REMADE = {**KEYS, "documents": (("number",),)}
APPEND_ONLY = {
    "positions": (("ballot", "number"),),
    "decisions": (("number",), ("body", "fiscal_year", "serial")),
    "decision_links": (("later", "earlier"),),
    "seals": (("of", "key"),),
}


def upgrade() -> None:
    """A kind for every definition, whose name is taken only among its kind; a subject for every document; meetings,
    ballots, decisions and rounds; of what is refused also what was said; of a proposal, which one it changes and how
    far it is open to readers; of a revision, what seals its digest."""
    _council()
    _positions()
    _decisions()
    _rounds()
    op.add_column("refusals", _text("said", null=True))
    op.add_column("proposals", _text("changes", null=True))
    op.create_index("proposals_of_ministry", "proposals", ["ministry", "reference"])
    op.create_index("proposals_by_changes", "proposals", ["changes"])
    _outbox()
    for table in ("proposals", "steps"):
        op.add_column(table, sa.Column("paused_left", sa.Integer(), nullable=True))
    op.add_column("proposals", sa.Column("reach", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("proposals", sa.Column("released", sa.Integer(), nullable=True))
    op.add_column("revisions", _text("seal", null=True))
    sealed()
    indexed()
    for_others = sa.column("on_behalf_of").is_not(None)
    op.create_index(
        "history_for_others",
        "history",
        ["recorded_at"],
        sqlite_where=for_others,
        postgresql_where=for_others,
    )
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()
    in_hand = sa.column("role").is_not(None)
    op.create_index(
        "proposals_by_due",
        "proposals",
        ["due_on", "reference"],
        sqlite_where=in_hand,
        postgresql_where=in_hand,
    )


def downgrade() -> None:
    raise RuntimeError("records are never undone: restore a backup made before this migration")


def _council() -> None:
    op.create_table(
        "meetings",
        *_texts("reference", "body", "state", "day"),
        _whole("version"),
        *_texts("content"),
        sa.PrimaryKeyConstraint("reference"),
        sqlite_with_rowid=False,
    )
    op.create_index("meetings_by_body", "meetings", ["body", "day"])
    op.create_table(
        "ballots",
        *_texts("reference", "body"),
        _text("meeting", "meetings.reference", null=True),
        _text("proposal", "proposals.reference", null=True),
        _text("about", null=True),
        *_texts("state"),
        _text("outcome", null=True),
        _text("closes_at", null=True),
        _whole("version"),
        *_texts("content"),
        sa.PrimaryKeyConstraint("reference"),
        sqlite_with_rowid=False,
    )
    op.create_index("ballots_by_meeting", "ballots", ["meeting"])
    op.create_index("ballots_by_proposal", "ballots", ["proposal"])
    op.create_index("ballots_by_about", "ballots", ["about"])


def _positions() -> None:
    op.create_table(
        "positions",
        _text("ballot", "ballots.reference"),
        _whole("number"),
        _whole("round"),
        *_texts("body"),
        _text("proposal", null=True),
        *_texts("seat"),
        _text("ministry", null=True),
        *_texts("weight", "person", "office", "via"),
        _text("recorder", null=True),
        *_texts("position", "text", "at"),
        sa.PrimaryKeyConstraint("ballot", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index("positions_by_ministry", "positions", ["ministry", "at"])
    op.create_index("positions_by_proposal", "positions", ["proposal", "at"])


def _decisions() -> None:
    op.create_table(
        "decisions",
        *_texts("number", "body"),
        _whole("fiscal_year"),
        _whole("serial"),
        *_texts("decided_on", "outcome", "title", "title_en"),
        _text("proposal", "proposals.reference", null=True),
        _text("meeting", "meetings.reference", null=True),
        _text("ballot", "ballots.reference"),
        *_texts("content", "digest", "public", "public_digest", "recorded_at"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("body", "fiscal_year", "serial", name="decisions_serial"),
        sqlite_with_rowid=False,
    )
    op.create_index("decisions_by_proposal", "decisions", ["proposal"])
    op.create_index("decisions_by_ballot", "decisions", ["ballot"])
    op.create_table(
        "decision_links",
        _text("later", "decisions.number"),
        _text("earlier", "decisions.number"),
        *_texts("kind", "recorded_at"),
        sa.PrimaryKeyConstraint("later", "earlier"),
        sqlite_with_rowid=False,
    )
    op.create_index("decision_links_by_earlier", "decision_links", ["earlier"])


def _rounds() -> None:
    op.create_table(
        "rounds",
        *_texts("reference", "workflow"),
        _whole("fiscal_year"),
        *_texts("state"),
        _whole("version"),
        *_texts("content"),
        sa.PrimaryKeyConstraint("reference"),
        sqlite_with_rowid=False,
    )
    op.create_index("rounds_by_year", "rounds", ["workflow", "fiscal_year"])
    op.create_index("proposals_by_year", "proposals", ["workflow", "fiscal_year", "ministry", "state"])


def _outbox() -> None:
    """Of each message whether it waits or was given up, and how its delivery went so far."""
    op.add_column("outbox", sa.Column("state", TEXT, nullable=False, server_default="waiting"))
    op.add_column("outbox", sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("outbox", _text("next_attempt", null=True))
    op.add_column("outbox", _text("last_error", null=True))


def _postgresql() -> None:
    whens = (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT"))
    for table, (name, when, each) in product(APPEND_ONLY, whens):
        op.execute(
            f"CREATE TRIGGER {table}_no_{name} BEFORE {when} ON {table}"
            f" FOR EACH {each} EXECUTE FUNCTION govflow_append_only()"
        )
    op.add_column("documents", sa.Column("subject", TEXT, nullable=False, server_default="proposal"))
    op.alter_column("documents", "subject", server_default=None)
    op.drop_constraint("documents_reference_fkey", "documents")
    for table in KEYS:
        op.add_column(table, sa.Column("kind", TEXT, nullable=False, server_default="workflow"))
        op.alter_column(table, "kind", server_default=None)
    op.drop_constraint("definitions_version", "definitions")
    op.create_unique_constraint("definitions_version", "definitions", ["kind", "name", "version"])
    op.drop_constraint("definitions_in_force_pkey", "definitions_in_force")
    op.create_primary_key(
        "definitions_in_force_pkey", "definitions_in_force", list(KEYS["definitions_in_force"][0])
    )


def _sqlite() -> None:
    """Keys can only be changed by making the tables anew; their triggers go with the old ones."""
    op.create_table(
        "definitions_anew",
        *_texts("digest", "name"),
        _whole("version"),
        *_texts("source", "file", "content", "recorded_at", "kind"),
        sa.PrimaryKeyConstraint("digest"),
        sa.UniqueConstraint("kind", "name", "version", name="definitions_version"),
        sqlite_with_rowid=False,
    )
    _replaced("definitions", "digest, name, version, source, file, content, recorded_at", kind="workflow")
    op.create_table(
        "definitions_in_force_anew",
        *_texts(
            *KEYS["definitions_in_force"][0]
        ),  # the key first, or SQLite 3.40 takes its columns for others
        _text("digest", "definitions.digest"),
        sa.PrimaryKeyConstraint(*KEYS["definitions_in_force"][0]),
        sqlite_with_rowid=False,
    )
    _replaced("definitions_in_force", "name, from_day, recorded_at, digest", kind="workflow")
    _documents()
    for table, keys in (REMADE | APPEND_ONLY).items():
        _protected(table, keys)


def _documents() -> None:
    """A document may be of something else than a proposal, so that its reference refers to no one table."""
    op.create_table(
        "documents_anew",
        *_texts("number", "subject", "reference", "kind"),
        _whole("fiscal_year"),
        _whole("serial"),
        _whole("seq"),
        *_texts("template", "context", "context_digest", "issued_at"),
        _text("supersedes", "documents.number", null=True),
        sa.PrimaryKeyConstraint("number"),
        sqlite_with_rowid=False,
    )
    columns = (
        "number, reference, kind, fiscal_year, serial, seq, template, context, context_digest, issued_at"
    )
    columns += ", supersedes"
    _replaced("documents", columns, subject="proposal")
    op.create_index("documents_by_reference", "documents", ["reference", "seq"])


def _replaced(table: str, columns: str, **new: str) -> None:
    """`new`: the one new column, and what it is in every row there is."""
    ((name, value),) = new.items()
    op.execute(f"INSERT INTO {table}_anew ({columns}, {name}) SELECT {columns}, '{value}' FROM {table}")
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)


def _protected(table: str, keys: tuple[tuple[str, ...], ...]) -> None:
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


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, TEXT, nullable=False) for name in names]


def _text(name: str, refers_to: str | None = None, *, null: bool = False) -> sa.Column[str]:
    keys = [sa.ForeignKey(refers_to)] if refers_to else []
    return sa.Column(name, TEXT, *keys, nullable=null)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)
