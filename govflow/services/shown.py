"""How a plain value reads to people, in both languages: choices by title, ministries by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from govflow.domain.organisation import Directory
from govflow.messages import Title
from govflow.services.names import Pair, pair
from govflow.workflow.value import Value

YES_NO = {True: Title("はい", "yes"), False: Title("いいえ", "no")}


def shown_value(value: Value, plain: Any, directory: Directory) -> Pair:
    """The ready text of a value; amounts keep their digits grouped and their unit."""
    return SHOWN.get(value.type, _as_it_is)(value, plain, directory)


def _as_it_is(value: Value, plain: Any, directory: Directory) -> Pair:
    return {"ja": str(plain), "en": str(plain)}


def _yen(value: Value, plain: Any, directory: Directory) -> Pair:
    return {"ja": f"{plain:,}円", "en": f"¥{plain:,}"}


def _year(value: Value, plain: Any, directory: Directory) -> Pair:
    return {"ja": f"{plain}年度", "en": f"FY{plain}"}


def _flag(value: Value, plain: Any, directory: Directory) -> Pair:
    return pair(YES_NO[bool(plain)])


def _choice(value: Value, plain: Any, directory: Directory) -> Pair:
    return pair(value.choices[plain])


def _ministry(value: Value, plain: Any, directory: Directory) -> Pair:
    known = directory.ministries.get(plain)
    return pair(known.title) if known else _as_it_is(value, plain, directory)


def _listed(value: Value, plain: Any, directory: Directory) -> Pair:
    shown = [
        _ministry(value, item, directory) if value.type == "ministries" else _as_it_is(value, item, directory)
        for item in plain
    ]
    return {"ja": "、".join(item["ja"] for item in shown), "en": ", ".join(item["en"] for item in shown)}


SHOWN: Mapping[str, Callable[[Value, Any, Directory], Pair]] = {
    "yen": _yen,
    "year": _year,
    "flag": _flag,
    "choice": _choice,
    "ministry": _ministry,
    "ministries": _listed,
    "names": _listed,
}
