"""Aggregates: what is kept whole in one row, such as a meeting or a ballot, and saved only over the version read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from sqlalchemy import Select, Table, bindparam, select

from govflow.domain.canonical import canonical, mapping_of
from govflow.domain.plain import plain, thawed
from govflow.errors import Conflict, StoreError
from govflow.messages import notice
from govflow.store.session import Session
from govflow.store.statement import Statement


class Aggregate(Protocol):
    """A named tuple with a reference."""

    @property
    def reference(self) -> str: ...


T = TypeVar("T", bound=Aggregate)


class Kept(NamedTuple, Generic[T]):
    """An aggregate, and how many acts made it what it is."""

    value: T
    version: int


class Aggregates(Generic[T]):
    """Those of one table: `content` is the whole, the other columns are what it is found by."""

    def __init__(self, session: Session, table: Table, kind: type[T]) -> None:
        self._session = session
        self._kind = kind
        self._statements = _statements(table)
        self._finders = _FINDERS.setdefault(table.name, {})
        self._whole = table
        self._table = table.name
        self._names = tuple(column.name for column in table.columns)

    def get(self, reference: str, *, lock: bool = False) -> Kept[T] | None:
        """The aggregate; with `lock`, nobody else may change it until this transaction ends. StoreError
        `store.unreadable` when the row holds none."""
        found = self._session.one(self._statements["locked" if lock else "get"], {"reference": reference})
        return None if found is None else self._kept(found)

    def every(self) -> list[Kept[T]]:
        """Every one in the order of the references."""
        return [self._kept(row) for row in self._session.rows(self._statements["every"])]

    def found(self, **of: str | int) -> list[Kept[T]]:
        """Those of which these columns have these values, in the order of the references."""
        finder = self._finders.setdefault(tuple(of), Statement(lambda: _finding(self._whole, tuple(of))))
        return [self._kept(row) for row in self._session.rows(finder, of)]

    def references(self) -> list[str]:
        """Every reference, also of a row that cannot be read."""
        return [str(self._named(row)["reference"]) for row in self._session.rows(self._statements["every"])]

    def add(self, value: T) -> None:
        """A new one, at version 1."""
        self._session.run(self._statements["add"], self.row(value, 1))

    def save(self, value: T, *, expected_version: int) -> None:
        """Overwrite it as it was read at `expected_version`. Conflict when somebody was first."""
        params = self.row(value, expected_version + 1)
        params["of_reference"], params["of_version"] = value.reference, expected_version
        if self._session.run(self._statements["save"], params) == 0:
            now = self.get(value.reference)
            where = {"reference": value.reference, "expected": expected_version}
            raise Conflict(notice("store.stale_version", **where, actual=now.version if now else 0))

    def row(self, value: T, version: int) -> dict[str, Any]:
        """The row that it has to have."""
        made = {"version": version, "content": canonical(plain(value))}
        return {name: made[name] if name in made else plain(getattr(value, name)) for name in self._names}

    def stored(self, reference: str) -> dict[str, Any] | None:
        """The row as it is, for comparison with what it has to be."""
        found = self._session.one(self._statements["get"], {"reference": reference})
        return None if found is None else self._named(found)

    def _named(self, row: Sequence[Any]) -> dict[str, Any]:
        return dict(zip(self._names, row, strict=True))

    def _kept(self, row: Sequence[Any]) -> Kept[T]:
        named = self._named(row)
        try:
            return Kept(thawed(self._kind, mapping_of(named["content"])), named["version"])
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            where = {"table": self._table, "key": [str(named["reference"])], "field": "content"}
            raise StoreError(notice("store.unreadable", **where)) from error


_MADE: dict[str, dict[str, Statement]] = {}
_FINDERS: dict[str, dict[tuple[str, ...], Statement]] = {}


def _finding(table: Table, columns: tuple[str, ...]) -> Select[Any]:
    wanted = (table.c[name] == bindparam(name) for name in columns)
    return select(table).where(*wanted).order_by(table.c.reference)


def _statements(table: Table) -> dict[str, Statement]:
    """The statements of a table, made once for all units of work."""
    if table.name not in _MADE:
        _MADE[table.name] = _made(table)
    return _MADE[table.name]


def _made(table: Table) -> dict[str, Statement]:
    one = select(table).where(table.c.reference == bindparam("reference"))
    names = [column.name for column in table.columns if column.name != "reference"]
    return {
        "get": Statement(lambda: one),
        "locked": Statement(one.with_for_update),
        "every": Statement(lambda: select(table).order_by(table.c.reference)),
        "add": Statement(table.insert),
        "save": Statement(
            lambda: (
                table.update()
                .where(
                    table.c.reference == bindparam("of_reference"),
                    table.c.version == bindparam("of_version"),
                )
                .values({name: bindparam(name) for name in names})
            )
        ),
    }
