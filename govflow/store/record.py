"""Records: a named tuple of the domain to a row's parameters and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import Column, Table

from govflow.domain.canonical import canonical, mapping_of
from govflow.domain.step import StepState
from govflow.errors import StoreError
from govflow.messages import notice

T = TypeVar("T", bound=tuple[Any, ...])
"""A named tuple, which type checkers cannot name."""


class Coding(NamedTuple):
    """How a value that is neither whole number nor text is kept as one of them."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


JSON = Coding(canonical, mapping_of)


def _table(values: Mapping[Any, Any]) -> Coding:
    """A value for each one of the domain, and nothing else."""
    kept = {value: meant for meant, value in values.items()}
    return Coding(values.__getitem__, kept.__getitem__)


FLAG = _table({False: 0, True: 1})
MAYBE_FLAG = _table({None: None, False: 0, True: 1})
STEP_STATE = _table({state: state.value for state in StepState})
TOLD_STATE = _table({state.value: state.value for state in StepState})
"""Only looked at: entries keep the word."""


class Record(Generic[T]):
    """The fields of `kind`, which are columns of the same names. `codings` by field name.

    `of` names table and key of a row it cannot read: those of the table whose `columns` were selected.
    """

    __slots__ = ("_codings", "_key", "_make", "_positions", "_table", "names")

    def __init__(self, kind: type[T], codings: Mapping[str, Coding] | None = None) -> None:
        named: Any = kind
        self.names: tuple[str, ...] = named._fields
        self._make: Callable[[Sequence[Any]], T] = named._make
        self._table = kind.__name__
        self._key: tuple[int, ...] = ()
        self._codings = tuple((name, coding.encode) for name, coding in (codings or {}).items())
        self._positions = tuple(
            (self.names.index(name), coding.decode) for name, coding in (codings or {}).items()
        )

    def params(self, value: T) -> dict[str, Any]:
        """The parameters of an INSERT of `value`."""
        params = dict(zip(self.names, value, strict=True))
        for name, encode in self._codings:
            params[name] = encode(params[name])
        return params

    def changed(self, before: T, after: T) -> dict[str, Any]:
        """The parameters of what is not written as it was; what Python calls equal may be, such as 1 and true."""
        fields = zip(self.names, before, after, strict=True)
        changed = {name: (was, now) for name, was, now in fields if now is not was}
        for name, encode in self._codings:
            if name in changed:
                was, now = changed[name]
                changed[name] = encode(was), encode(now)
        return {name: now for name, (was, now) in changed.items() if now != was}

    def of(self, row: Sequence[Any]) -> T:
        """The value of a row selected with `columns`. StoreError `store.unreadable` when it holds none."""
        return self._make(self.values(row) if self._positions else row)

    def values(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """What its fields hold, in their order."""
        values = list(row)
        for position, decode in self._positions:
            try:
                values[position] = decode(values[position])
            except (ValueError, TypeError, LookupError, RecursionError) as error:
                raise self._unreadable(row, self.names[position]) from error
        return tuple(values)

    def exactly(self, row: Sequence[Any]) -> T:
        """The same, and StoreError too when the row is not written as `params` writes it: a second value for a name in
        JSON, say, which other readers might take for the first."""
        value = self.of(row)
        for name, encode in self._codings:
            position = self.names.index(name)
            kept, written = row[position], encode(value[position])
            if type(kept) is not type(written) or kept != written:
                raise self._unreadable(row, name)
        return value

    def columns(self, table: Table) -> list[Column[Any]]:
        """The columns to select, from now on those of this table."""
        self._table = table.name
        self._key = tuple(self.names.index(column.name) for column in table.primary_key)
        return [table.c[name] for name in self.names]

    def _unreadable(self, row: Sequence[Any], field: str) -> StoreError:
        key = [str(row[position]) for position in self._key]
        return StoreError(notice("store.unreadable", table=self._table, key=key, field=field))
