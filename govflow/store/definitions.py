"""Definitions, of workflows and of bodies, by their digest, and from which day which one is in force. Append-only."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import bindparam, select

from govflow.store.record import Record
from govflow.store.schema import definitions, definitions_in_force
from govflow.store.session import Session
from govflow.store.statement import ONE, ZERO, Statement

Kind = Literal["workflow", "body"]
"""What a definition defines. A name is that of one definition among its kind."""


class DefinitionRow(NamedTuple):
    """A stored definition. `source` is the text it was read from, `content` its canonical JSON."""

    kind: str
    name: str
    version: int
    digest: str
    source: str
    file: str
    content: str
    recorded_at: str


class InForce(NamedTuple):
    """From `from_day` on the definition of this digest is the one of its name, until a later day's."""

    kind: str
    name: str
    from_day: str
    digest: str
    recorded_at: str


_RECORD = Record(DefinitionRow)
_FORCE = Record(InForce)

_all = select(*_RECORD.columns(definitions)).order_by(
    definitions.c.kind, definitions.c.name, definitions.c.version
)
_of_kind = definitions.c.kind == bindparam("kind")
_ADD = Statement(definitions.insert)
_GET = Statement(
    lambda: select(*_RECORD.columns(definitions)).where(definitions.c.digest == bindparam("digest"))
)
_VERSIONS = Statement(lambda: _all.where(_of_kind, definitions.c.name == bindparam("name")))
_EVERY = Statement(lambda: _all.where(_of_kind))
_ALL = Statement(lambda: _all)
_PUT_IN_FORCE = Statement(definitions_in_force.insert)

_begun = (
    definitions_in_force.c.kind == bindparam("kind"),
    definitions_in_force.c.from_day <= bindparam("on"),
)
_newest_last = (
    definitions_in_force.c.kind,
    definitions_in_force.c.name,
    definitions_in_force.c.from_day,
    definitions_in_force.c.recorded_at,
)
_IN_FORCE = Statement(
    lambda: (
        select(definitions_in_force.c.digest)
        .where(definitions_in_force.c.name == bindparam("name"), *_begun)
        .order_by(definitions_in_force.c.from_day.desc(), definitions_in_force.c.recorded_at.desc())
        .limit(ONE)
        .offset(ZERO)
    )
)
_BEGUN = Statement(
    lambda: select(*_FORCE.columns(definitions_in_force)).where(*_begun).order_by(*_newest_last)
)
_ALL_FORCE = Statement(lambda: select(*_FORCE.columns(definitions_in_force)).order_by(*_newest_last))


class Definitions:
    """The definitions the store has been given."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        kind: Kind,
        name: str,
        version: int,
        *,
        digest: str,
        source: str,
        file: str,
        content: str,
        recorded_at: str,
    ) -> None:
        """Conflict when the digest or that version of the name is there already."""
        row = DefinitionRow(kind, name, version, digest, source, file, content, recorded_at)
        self._session.run(_ADD, _RECORD.params(row))

    def get(self, kind: Kind, digest: str) -> DefinitionRow | None:
        """The definition of a digest, where it is one of that kind."""
        row = self._session.one(_GET, {"digest": digest})
        found = _RECORD.of(row) if row else None
        return found if found and found.kind == kind else None

    def versions(self, kind: Kind, name: str) -> list[DefinitionRow]:
        """Every version of a definition, oldest first."""
        return [_RECORD.of(row) for row in self._session.rows(_VERSIONS, {"kind": kind, "name": name})]

    def every(self, kind: Kind) -> list[DefinitionRow]:
        return [_RECORD.of(row) for row in self._session.rows(_EVERY, {"kind": kind})]

    def all(self) -> list[DefinitionRow]:
        return [_RECORD.of(row) for row in self._session.rows(_ALL)]

    def put_in_force(self, kind: Kind, name: str, from_day: str, *, digest: str, recorded_at: str) -> None:
        """From that day on; where two begin on one day, the one recorded later holds."""
        self._session.run(_PUT_IN_FORCE, _FORCE.params(InForce(kind, name, from_day, digest, recorded_at)))

    def in_force(self, kind: Kind, name: str, on: str) -> str | None:
        """The digest in force on a day."""
        row = self._session.one(_IN_FORCE, {"kind": kind, "name": name, "on": on})
        return row[0] if row else None

    def all_in_force(self, kind: Kind, on: str) -> list[InForce]:
        """What is in force on a day, one row a name."""
        rows = map(_FORCE.of, self._session.rows(_BEGUN, {"kind": kind, "on": on}))
        return list({row.name: row for row in rows}.values())

    def names_in_force(self, kind: Kind, on: str) -> list[str]:
        return [row.name for row in self.all_in_force(kind, on)]

    def every_in_force(self) -> list[InForce]:
        """Everything that was ever put into force, of whatever kind."""
        return [_FORCE.of(row) for row in self._session.rows(_ALL_FORCE)]
