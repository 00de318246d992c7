"""Ways to spoil the plain data of a file, for tests that compare a JSON Schema with the loader."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any


def mutations(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Ways to spoil each mapping and scalar: an unknown key, another type, a required key left out."""
    if isinstance(data, dict):
        yield path, {**data, "Unknown Key": 1}
        for key, value in data.items():
            yield from mutations(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from mutations(value, (*path, index))
    else:
        yield path, 1.5 if isinstance(data, int) else {"surprise": [1.5]}


def changed(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    copy = deepcopy(data)
    if not path:
        return value
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return copy


def without(data: Any, path: tuple[Any, ...]) -> Any:
    """A copy without the key that a path leads to."""
    copy = deepcopy(data)
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return copy


def required(schema: Any, data: Any) -> list[tuple[Any, ...]]:
    """The paths of all keys that the schema requires, found along the data."""
    return list(_required(schema, data, (), schema["$defs"]))


def _required(schema: Any, data: Any, path: tuple[Any, ...], defs: Any) -> Iterator[tuple[Any, ...]]:
    schema = _meant(schema, data, defs)
    if isinstance(data, dict):
        yield from ((*path, key) for key in schema.get("required", ()))
        for key, value in data.items():
            inner = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if isinstance(inner, dict):
                yield from _required(inner, value, (*path, key), defs)
    elif isinstance(data, list) and isinstance(schema.get("items"), dict):
        for index, value in enumerate(data):
            yield from _required(schema["items"], value, (*path, index), defs)


def _meant(schema: Any, data: Any, defs: Any) -> Any:
    """What a reference refers to; of what may be a mapping or something else, what is said of mappings."""
    if isinstance(data, dict) and "anyOf" in schema:
        schema = schema["anyOf"][-1]
    return defs[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
