"""What comes with govflow, and anybody's own file: both have the same rights."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from govflow.errors import NotFound
from govflow.messages import did_you_mean, notice


def file_meant(name: str, shipped: Mapping[str, Path], *, unknown: str) -> Path:
    """A shipped file by its name, or any file by its path. NotFound, with the code `unknown`, where it is neither."""
    if name in shipped:
        return shipped[name]
    path = Path(name)
    if not path.exists():
        raise NotFound(notice(unknown, name=name, hint=did_you_mean(name, shipped)))
    return path
