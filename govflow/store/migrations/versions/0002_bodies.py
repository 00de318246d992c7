"""Definitions are of a kind: workflows, which all were until now, and charters of bodies. Bodies hold ballots."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

KEYS = {
    "definitions": (("digest",), ("kind", "name", "version")),
    "definitions_in_force": (("kind", "name", "from_day", "recorded_at"),),
}


def upgrade() -> None:
    """A kind for every row; a name is taken only among its kind. Ballots, and their positions, which stay."""
    _ballots()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def downgrade() -> None:
    raise RuntimeError("records are never undone: restore a backup made before this migration")


def _ballots() -> None:
    op.create_table(
        "ballots",
        *_texts("reference", "body", "state"),
        sa.Column("outcome", TEXT, nullable=True),
        sa.Column("closes_at", TEXT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *_texts("content"),
        sa.PrimaryKeyConstraint("reference"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "positions",
        sa.Column("ballot", TEXT, sa.ForeignKey("ballots.reference"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("seat", "person"),
        sa.Column("recorder", TEXT, nullable=True),
        *_texts("position", "text", "at"),
        sa.PrimaryKeyConstraint("ballot", "number"),
        sqlite_with_rowid=False,
    )


def _postgresql() -> None:
    for name, when, each in (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT")):
        op.execute(
            f"CREATE TRIGGER positions_no_{name} BEFORE {when} ON positions"
            f" FOR EACH {each} EXECUTE FUNCTION govflow_append_only()"
        )
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
        sa.Column("version", sa.Integer(), nullable=False),
        *_texts("source", "file", "content", "recorded_at", "kind"),
        sa.PrimaryKeyConstraint("digest"),
        sa.UniqueConstraint("kind", "name", "version", name="definitions_version"),
        sqlite_with_rowid=False,
    )
    _replaced("definitions", "digest, name, version, source, file, content, recorded_at")
    op.create_table(
        "definitions_in_force_anew",
        *_texts("name", "from_day", "recorded_at"),
        sa.Column("digest", TEXT, sa.ForeignKey("definitions.digest"), nullable=False),
        *_texts("kind"),
        sa.PrimaryKeyConstraint(*KEYS["definitions_in_force"][0]),
        sqlite_with_rowid=False,
    )
    _replaced("definitions_in_force", "name, from_day, recorded_at, digest")
    for table, keys in KEYS.items():
        _protected(table, keys)
    _protected("positions", (("ballot", "number"),))


def _replaced(table: str, columns: str) -> None:
    op.execute(f"INSERT INTO {table}_anew ({columns}, kind) SELECT {columns}, 'workflow' FROM {table}")
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
