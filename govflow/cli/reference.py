"""A proposal's reference as an argument: typed in any case, it is the one of the store."""

from __future__ import annotations

from typing import Any

import click


class _Reference(click.ParamType[str]):
    name = "reference"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value).strip().upper()


REFERENCE = _Reference()
"""References are made of capitals and figures."""
