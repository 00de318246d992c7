"""Any answer as plain JSON data: dates are ISO texts, times UTC with `Z`, titles {"ja", "en"}."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import PurePath
from typing import Any

from govflow.errors import Problem
from govflow.messages import Notice, say


def jsonable(value: Any, lang: str) -> Any:
    """Plain data in the value's own order; a notice gets its text in `lang`. TypeError for the unknown."""
    if value is None or (isinstance(value, (str, bool, int, float)) and not isinstance(value, Enum)):
        return value
    for kind, plain in _PLAIN:
        if isinstance(value, kind):
            return plain(value, lang)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: jsonable(getattr(value, field.name), lang) for field in fields(value)}
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _notice(said: Notice, lang: str) -> dict[str, Any]:
    return {"code": said.code, "params": jsonable(said.params, lang), "text": say(said, lang)}


def _problem(problem: Problem, lang: str) -> dict[str, Any]:
    file, line, column = problem.place or (None, None, None)
    text = say(problem.notice, lang)
    return {"file": file, "line": line, "column": column, "code": problem.notice.code, "text": text}


def _moment(moment: datetime, lang: str) -> str:
    if moment.tzinfo is None:
        raise TypeError("a time without a zone has no JSON form")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _sequence(value: Any, lang: str) -> Any:
    names = getattr(value, "_fields", None)
    if names:
        return {name: jsonable(item, lang) for name, item in zip(names, value, strict=True)}
    return [jsonable(item, lang) for item in value]


_PLAIN: tuple[tuple[type | tuple[type, ...], Callable[[Any, str], Any]], ...] = (
    (Notice, _notice),
    (Problem, _problem),
    (datetime, _moment),
    (date, lambda value, lang: value.isoformat()),
    (Enum, lambda value, lang: jsonable(value.value, lang)),
    (PurePath, lambda value, lang: str(value)),
    (Mapping, lambda value, lang: {str(name): jsonable(item, lang) for name, item in value.items()}),
    ((set, frozenset), lambda value, lang: [jsonable(item, lang) for item in sorted(value)]),
    ((list, tuple), _sequence),
)
