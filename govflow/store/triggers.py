"""The append-only triggers of both databases.

On SQLite a third trigger refuses the insertion of a key that exists, under every key of the table:
`INSERT OR REPLACE` deletes the old row without firing the delete trigger.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

APPEND_ONLY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "definitions": (("digest",), ("kind", "name", "version")),
    "definitions_in_force": (("kind", "name", "from_day", "recorded_at"),),
    "organisations": (("number",),),
    "revisions": (("reference", "number"),),
    "history": (("kind", "subject", "seq"), ("hash",)),
    "positions": (("ballot", "number"),),
    "decisions": (("number",), ("body", "fiscal_year", "serial")),
    "decision_links": (("later", "earlier"),),
    "documents": (("number",),),
    "renditions": (("number", "language"),),
    "idempotency": (("key",),),
    "refusals": (("number",),),
    "seals": (("of", "key"),),
}
"""The tables whose rows stay as written, each with its keys."""

REFUSED = "append-only"
"""How a refused change announces itself: followed by a colon and the table."""

TAKEN = "already there"
"""How a refused key announces itself, likewise."""


def trigger_statements(dialect: str) -> Iterator[str]:
    """The DDL that protects the append-only tables."""
    if dialect == "sqlite":
        for table, keys in APPEND_ONLY.items():
            yield from _sqlite(table, keys)
    else:
        yield _POSTGRESQL_FUNCTION
        for table in APPEND_ONLY:
            yield from _postgresql(table)


def _sqlite(table: str, keys: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    for act in ("update", "delete"):
        yield (
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{REFUSED}: {table}'); END"
        )
    same = " OR ".join("(" + " AND ".join(f'"{c}" = NEW."{c}"' for c in key) + ")" for key in keys)
    yield (
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
        f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
        f" BEGIN SELECT RAISE(ABORT, '{TAKEN}: {table}'); END"
    )


POSTGRESQL_BODY = f"""
BEGIN
    RAISE EXCEPTION '{REFUSED}: %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END """
"""What the triggers of PostgreSQL do."""

POSTGRESQL_TRIGGERS = (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT"))
"""The triggers of each table there: their names, on what they fire, and for each of what."""

_POSTGRESQL_FUNCTION = (
    f"CREATE FUNCTION govflow_append_only() RETURNS trigger LANGUAGE plpgsql AS $${POSTGRESQL_BODY}$$"
)


def _postgresql(table: str) -> Iterator[str]:
    for name, when, each in POSTGRESQL_TRIGGERS:
        yield (
            f"CREATE TRIGGER {table}_no_{name} BEFORE {when} ON {table}"
            f" FOR EACH {each} EXECUTE FUNCTION govflow_append_only()"
        )
