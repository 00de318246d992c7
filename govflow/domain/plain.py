"""Plain data: named tuples as JSON has them and back, and what changed between two of them.

A named tuple may hold texts, numbers, flags, None, enumerations, other named tuples, tuples and mappings by text of
these. What changed is said field by field; of a mapping only the keys that changed. Keys are never taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Thaw = Callable[[Any], Any]
_PLAIN = (str, int, bool, NoneType)


def plain(value: Any) -> Any:
    """The value as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        return (
            dict(zip(fields, map(plain, value), strict=True)) if fields else [plain(each) for each in value]
        )
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    return value


def thawed(kind: type[T], content: Any) -> T:
    """The value again. TypeError, ValueError or LookupError where `content` holds none."""
    value: T = _thaw(cast(Hashable, kind))(content)
    return value


def advanced(before: T, content: Mapping[str, Any], changes: Iterable[str]) -> T:
    """The value that `content` holds, of which nothing but these fields has changed since `before`. Raises as `thawed`
    does."""
    thaws = _fields(cast(Hashable, type(before)))
    parts: Any = before
    after: T = parts._replace(**{name: thaws[name](content[name]) for name in changes})
    return after


def changed(before: tuple[Any, ...] | None, after: Any) -> dict[str, Any]:
    """What makes `after` of `before`, as plain data; all of it where there was nothing before. ValueError where a
    mapping lost a key."""
    if before is None:
        whole: dict[str, Any] = plain(after)
        return whole
    fields = zip(after._fields, before, after, strict=True)
    return {name: _changed(old, new) for name, old, new in fields if old != new}


def folded(content: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Plain content with changes made to it."""
    return {**content, **{name: _folded(content.get(name), new) for name, new in changes.items()}}


def _changed(old: Any, new: Any) -> Any:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        if gone := old.keys() - new.keys():
            raise ValueError(f"nothing is taken out of a record, not even {sorted(gone)}")
        return {key: plain(each) for key, each in new.items() if key not in old or old[key] != each}
    return plain(new)


def _folded(old: Any, new: Any) -> Any:
    return {**old, **new} if isinstance(old, Mapping) and isinstance(new, Mapping) else new


@cache
def _thaw(kind: Any) -> _Thaw:
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Any:
        return lambda content: content
    if origin in (Union, UnionType):
        return _optional(_thaw(next(each for each in inner if each is not NoneType)))
    if origin is tuple:
        return _tuple(_thaw(inner[0]))
    if origin is not None:
        return _mapping(_thaw(inner[1]))
    if kind in _PLAIN:
        return _exactly(kind)
    return kind if issubclass(kind, Enum) else _named(kind)


def _exactly(kind: type) -> _Thaw:
    def thaw(content: Any) -> Any:
        if type(content) is not kind:
            raise TypeError(f"{kind.__name__} is kept here, not {type(content).__name__}")
        return content

    return thaw


def _optional(thaw: _Thaw) -> _Thaw:
    return lambda content: None if content is None else thaw(content)


def _tuple(thaw: _Thaw) -> _Thaw:
    exactly = _exactly(list)
    return lambda content: tuple(map(thaw, exactly(content)))


def _mapping(thaw: _Thaw) -> _Thaw:
    exactly = _exactly(dict)
    return lambda content: {key: thaw(each) for key, each in exactly(content).items()}


@cache
def _fields(kind: Any) -> Mapping[str, _Thaw]:
    hints = get_type_hints(kind)
    return {name: _thaw(hints[name]) for name in kind._fields}


def _named(kind: Any) -> _Thaw:
    """Every field has to be there, and no other."""
    thaws = _fields(kind)
    exactly = _exactly(dict)

    def thaw(content: Any) -> Any:
        values = {name: each(exactly(content)[name]) for name, each in thaws.items()}
        if len(values) != len(content):
            raise ValueError(f"{kind.__name__} has no {sorted(content.keys() - values.keys())}")
        return kind(**values)

    return thaw
