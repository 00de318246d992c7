"""Seals: the digest of each row that no history entry tells of, kept beside it. Append-only.

Only what never changes of a row is sealed. A message of the outbox is gone once it was delivered; its seal stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import select

from govflow.domain.canonical import canonical, digest_of
from govflow.store.schema import metadata, seals
from govflow.store.session import Session
from govflow.store.statement import Statement


class Sealed(NamedTuple):
    """What of a table is sealed: its columns, of which the first `key` name the row, and whether rows may go."""

    columns: tuple[str, ...]
    key: int = 1
    goes: bool = False


SEALED: Mapping[str, Sealed] = {
    "idempotency": Sealed(("key", "digest", "result", "recorded_at")),
    "refusals": Sealed(
        ("number", "recorded_at", "person", "account", "reference", "trigger", "codes", "kind", "said")
    ),
    "outbox": Sealed(("number", "topic", "subject", "payload", "created_at"), goes=True),
    "renditions": Sealed(
        ("number", "language", "template_digest", "text", "text_digest", "rendered_at"), key=2
    ),
}
"""The tables with rows that no entry tells of."""

_ADD = Statement(seals.insert)
_ALL = Statement(lambda: select(seals.c.of, seals.c.key, seals.c.digest).order_by(seals.c.of, seals.c.key))


class Broken(NamedTuple):
    """A row of `table` that is not as it was sealed, has no seal, or is gone."""

    table: str
    key: str


class Seals:
    """The seals of a store."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, table: str, row: Mapping[str, Any]) -> None:
        """Seal a row that was just inserted."""
        sealed = SEALED[table]
        values = [row[name] for name in sealed.columns]
        self._session.run(_ADD, {"of": table, "key": _key(values, sealed), "digest": _digest(table, values)})

    def broken(self) -> Iterator[Broken]:
        """Every row that does not agree with its seal."""
        kept: dict[str, dict[str, str]] = {table: {} for table in SEALED}
        for table, found in groupby(self._session.rows(_ALL), key=itemgetter(0)):
            kept[table] = {key: digest for _, key, digest in found}
        for table, digests in kept.items():
            if table in SEALED:
                yield from self._differing(table, digests)
            else:
                yield from (Broken(table, key) for key in digests)

    def _differing(self, table: str, digests: dict[str, str]) -> Iterator[Broken]:
        sealed = SEALED[table]
        for row in self._session.stream(_ROWS[table]):
            key = _key(row, sealed)
            if digests.pop(key, None) != _digest(table, row):
                yield Broken(table, key)
        if not sealed.goes:
            yield from (Broken(table, key) for key in digests)


def _statement(table: str, sealed: Sealed) -> Statement:
    columns = [metadata.tables[table].c[name] for name in sealed.columns]
    return Statement(lambda: select(*columns).order_by(*columns[: sealed.key]))


_ROWS = {table: _statement(table, sealed) for table, sealed in SEALED.items()}


def _key(row: Sequence[Any], sealed: Sealed) -> str:
    return canonical([*row[: sealed.key]])


def _digest(table: str, row: Sequence[Any]) -> str:
    return digest_of([table, *row])
