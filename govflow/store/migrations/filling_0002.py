"""What the second migration fills: the seals of the rows there are, and the search index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from govflow.store.search import INDEXES, grams

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

SEALED = {
    "idempotency": ("key, digest, result, recorded_at", 1),
    "refusals": ("number, recorded_at, person, account, reference, trigger, codes, kind, said", 1),
    "outbox": ("number, topic, subject, payload, created_at", 1),
    "renditions": ("number, language, template_digest, text, text_digest, rendered_at", 2),
}
"""What no entry tells of: the columns, and how many of them are the key."""
INDEX = {
    "sqlite": (
        "INSERT INTO proposal_texts (reference) VALUES (:reference)",
        "INSERT INTO proposal_search (rowid, grams)"
        " SELECT number, :grams FROM proposal_texts WHERE reference = :reference",
    ),
    "postgresql": (
        "INSERT INTO proposal_search (reference, grams) VALUES (:reference, CAST(:grams AS tsvector))",
    ),
}
"""How a proposal comes into the search index."""


def sealed() -> None:
    """Every row that no entry tells of gets its digest."""
    seals = op.create_table(
        "seals",
        *(sa.Column(name, TEXT, nullable=False) for name in ("of", "key", "digest")),
        sa.PrimaryKeyConstraint("of", "key"),
        sqlite_with_rowid=False,
    )
    for table, (columns, key) in SEALED.items():
        for row in op.get_bind().execute(sa.text(f"SELECT {columns} FROM {table}")):
            digest = hashlib.sha256(_json([table, *row]).encode()).hexdigest()
            op.get_bind().execute(seals.insert().values(of=table, key=_json(row[:key]), digest=digest))


def indexed() -> None:
    """The search index is filled anew: texts stand in the order of their fields' names, as verification expects it."""
    dialect = op.get_bind().dialect.name
    op.execute("DELETE FROM proposal_search")
    if dialect == "sqlite":
        op.execute("DELETE FROM proposal_texts")
    kept = sa.text(
        "SELECT proposals.reference, content FROM proposals JOIN revisions"
        " ON revisions.reference = proposals.reference AND revisions.number = revision"
        " ORDER BY proposals.reference"
    )
    for reference, content in op.get_bind().execute(kept).all():
        values = json.loads(content).values()
        texts = (text for value in values for text in (value if isinstance(value, list) else [value]))
        words = grams("\n".join(text for text in texts if isinstance(text, str)))
        for statement in INDEX[dialect]:
            params = {"reference": reference, "grams": INDEXES[dialect].content(words)}
            op.get_bind().execute(sa.text(statement), params)


def _json(values: Iterable[object]) -> str:
    return json.dumps([*values], separators=(",", ":"), ensure_ascii=False)
