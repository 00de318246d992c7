"""Definitions are of a kind: workflows, which all were until now, and charters of bodies."""

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
    """A kind for every row; a name is taken only among its kind."""
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def downgrade() -> None:
    raise RuntimeError("records are never undone: restore a backup made before this migration")


def _postgresql() -> None:
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
    for table in KEYS:
        _protected(table)


def _replaced(table: str, columns: str) -> None:
    op.execute(f"INSERT INTO {table}_anew ({columns}, kind) SELECT {columns}, 'workflow' FROM {table}")
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)


def _protected(table: str) -> None:
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
        )
    same = " OR ".join("(" + " AND ".join(f'"{c}" = NEW."{c}"' for c in key) + ")" for key in KEYS[table])
    op.execute(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
        f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
        f" BEGIN SELECT RAISE(ABORT, 'already there: {table}'); END"
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, TEXT, nullable=False) for name in names]
