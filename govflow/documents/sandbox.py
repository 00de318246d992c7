"""What a template may do: look at plain data and pass it through formats. Nothing else is within reach.

No methods, no globals, no arithmetic that could grow a text; every value printed is made inert.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from govflow.documents.formats import formats
from govflow.documents.inert import Inert, inert
from govflow.messages import notice

_BORROWED = ("first", "items", "join", "last", "length", "list", "map", "max", "min", "reject", "rejectattr",
             "select", "selectattr", "sort", "unique")  # fmt: skip
"""Jinja's filters that choose among data; those that format or repeat text stay out (resource bombs)."""


class Absent(StrictUndefined):
    """A value the data does not have. Its message is the bare name: the catalogue makes the sentence."""

    @property
    def _undefined_message(self) -> str:
        return self._undefined_hint or str(self._undefined_name)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with a closed list of what templates may use, in one language."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, loader: BaseLoader, *, lang: str) -> None:
        super().__init__(
            loader=loader,
            undefined=Absent,
            autoescape=False,
            finalize=printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.globals.clear()
        self.filters = {name: FILTERS[name] for name in _BORROWED} | formats(lang)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A mapping's keys and nothing but its keys; of other values the plain attributes."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return super().is_safe_attribute(obj, attr, value) and not callable(value)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def printed(value: Any) -> Any:
    """What stands in the document for a value: inert text; a value without a text of its own is an error."""
    if isinstance(value, Undefined):
        return value  # raises its own error when it is written
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Inert(value)
    raise ValueError(notice("documents.not_printable", type=type(value).__name__))
