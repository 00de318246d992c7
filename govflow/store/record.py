"""Records: a dataclass or named tuple of the domain to a row's parameters and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import Column, Table

from govflow.domain.canonical import canonical
from govflow.domain.step import StepState
from govflow.errors import StoreError
from govflow.messages import notice

T = TypeVar("T")


class Coding(NamedTuple):
    """How a value that is neither whole number nor text is kept as one of them."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def _mapping(kept: str) -> dict[str, Any]:
    value = json.loads(kept)
    if not isinstance(value, dict):
        raise ValueError(f"a mapping is kept here, not {type(value).__name__}")
    return value


JSON = Coding(canonical, _mapping)
FLAG = Coding(int, bool)
MAYBE_FLAG = Coding(
    lambda flag: None if flag is None else int(flag), lambda kept: None if kept is None else bool(kept)
)
STEP_STATE = Coding(str, StepState)


class Record(Generic[T]):
    """The fields of `make`, which are columns of the same names. `codings` by field name.

    `of` names table and key of a row it cannot read: those of the table whose `columns` were selected.
    """

    __slots__ = ("_codings", "_key", "_make", "_positions", "_table", "_values", "names")

    def __init__(self, make: type[T], codings: Mapping[str, Coding] | None = None) -> None:
        self.names = _field_names(make)
        self._make = make
        self._table = make.__name__
        self._key: tuple[int, ...] = ()
        self._values = attrgetter(*self.names)
        self._codings = tuple((codings or {}).items())
        self._positions = tuple((self.names.index(name), coding.decode) for name, coding in self._codings)

    def params(self, value: T) -> dict[str, Any]:
        """The parameters of an INSERT of `value`."""
        params = dict(zip(self.names, self._values(value), strict=True))
        for name, coding in self._codings:
            params[name] = coding.encode(params[name])
        return params

    def of(self, row: Sequence[Any]) -> T:
        """The value of a row selected with `columns`. StoreError `store.unreadable` when it holds none."""
        values = list(row)
        for position, decode in self._positions:
            try:
                values[position] = decode(values[position])
            except (ValueError, TypeError, RecursionError) as error:
                raise self._unreadable(row, self.names[position]) from error
        return self._make(*values)

    def columns(self, table: Table) -> list[Column[Any]]:
        """The columns to select, from now on those of this table."""
        self._table = table.name
        self._key = tuple(self.names.index(column.name) for column in table.primary_key)
        return [table.c[name] for name in self.names]

    def _unreadable(self, row: Sequence[Any], field: str) -> StoreError:
        key = [str(row[position]) for position in self._key]
        return StoreError(notice("store.unreadable", table=self._table, key=key, field=field))


def _field_names(make: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(make)) if is_dataclass(make) else tuple(make._fields)
