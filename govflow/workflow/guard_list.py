"""Lists of guards as they are written: a bare name, or a name with its parameter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govflow.errors import Place
from govflow.messages import did_you_mean, notice
from govflow.reading.node import Node
from govflow.reading.record import Reader, Record
from govflow.reading.text import shown
from govflow.workflow.definition import GuardUse
from govflow.workflow.guard import Guard
from govflow.workflow.guards import REGISTRY
from govflow.workflow.shape import Shape


def _read(reader: Reader, record: Record, key: str) -> tuple[GuardUse, ...]:
    node = record.node(key)
    if node is None or node.items is None:
        reader.problem(record.place_of(key), notice("workflow.guards_not_a_list", key=key))
        return ()
    return tuple(_use(reader, item) or _unread(item) for item in node.items)


def _unread(item: Node) -> GuardUse:
    """A guard that could not be read stays as a nameless one: lint still sees that there is a guard."""
    return GuardUse("", str(item.place), item.place)


def _use(reader: Reader, item: Node) -> GuardUse | None:
    """One item of the list; None when it cannot be read, which has been told then."""
    name = _name_of(item)
    if name is None:
        reader.problem(item.place, notice("workflow.guard_form", kind=item.kind))
        return None
    guard = REGISTRY.get(name)
    if guard is None:
        hint = did_you_mean(name, REGISTRY)
        unknown = notice("workflow.guard_unknown", name=shown(name), hint=hint, known=tuple(REGISTRY))
        reader.problem(item.place, unknown)
        return None
    return _with_parameter(reader, item, guard)


def _name_of(item: Node) -> str | None:
    if isinstance(item.value, str):
        return item.value
    return next(iter(item.entries)) if item.entries and len(item.entries) == 1 else None


def _with_parameter(reader: Reader, item: Node, guard: Guard) -> GuardUse | None:
    bare = item.entries is None
    if guard.shape is None or bare:
        if (guard.shape is None) is not bare:
            code = "guard_without_parameter" if bare else "guard_takes_no_parameter"
            reader.problem(item.place, notice(f"workflow.{code}", name=guard.name))
            return None
        return GuardUse(guard.name, None, item.place)
    return _read_parameter(reader, item, guard.name, shape=guard.shape)


def _read_parameter(reader: Reader, item: Node, name: str, *, shape: Shape) -> GuardUse | None:
    known = len(reader.problems)
    record = reader.record(item)
    parameter = shape.read(reader, record, name)
    if len(reader.problems) > known:
        return None
    if parameter in ((), {}):
        reader.problem(record.place_of(name), notice("workflow.guard_without_parameter", name=name))
        return None
    return GuardUse(name, parameter, item.place)


def guard_plain(use: GuardUse) -> dict[str, Any]:
    """A guard as content: its name and its parameter, without its place."""
    guard = REGISTRY.get(use.name)
    shape = guard.shape if guard else None
    return {"name": use.name, "parameter": shape.plain(use.parameter) if shape else use.parameter}


def _plain(uses: Sequence[GuardUse]) -> list[dict[str, Any]]:
    return [guard_plain(use) for use in uses]


def _restore(content: Any, place: Place) -> tuple[GuardUse, ...]:
    return tuple(GuardUse(item["name"], _parameter_restored(item, place), place) for item in content)


def _parameter_restored(item: Any, place: Place) -> Any:
    shape = REGISTRY[item["name"]].shape
    return shape.restore(item["parameter"], place) if shape else None


def _alternatives() -> list[dict[str, Any]]:
    """Each way to write a guard: the bare names first, then one mapping for each guard with a parameter."""
    bare = [name for name, guard in REGISTRY.items() if guard.shape is None]
    mappings = [
        {
            "type": "object",
            "properties": {name: dict(guard.shape.schema)},
            "required": [name],
            "additionalProperties": False,
            "description": " ".join((guard.check.__doc__ or "").split()),
        }
        for name, guard in REGISTRY.items()
        if guard.shape is not None
    ]
    return [{"enum": bare}, *mappings]


GUARD_SCHEMA = {"oneOf": _alternatives()}

GUARDS = Shape(_read, {"type": "array", "items": {"$ref": "#/$defs/guard"}}, _plain, _restore)
