"""What comes with govflow, and anybody's own file: both have the same rights."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from govflow.errors import NotFound
from govflow.messages import did_you_mean, notice


def file_meant(name: str, shipped: Mapping[str, Path], *, unknown: str) -> Path:
    """A shipped file by its name, or any file by its path. NotFound, with the code `unknown`, where it is neither."""
    if name in shipped:
        return shipped[name]
    path = Path(name)
    if not os.path.exists(path):  # a name that no file can have is refused like any other
        raise NotFound(notice(unknown, name=name, hint=did_you_mean(name, shipped)))
    return path
