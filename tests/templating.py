"""Other templates than the shipped ones, for the tests of what is made with them."""

from __future__ import annotations

import shutil
from pathlib import Path

from govflow.resources import bundled


def with_templates(folder: Path, name: str, text: str) -> Path:
    """A directory of resources whose template `name` says something else, in both languages."""
    root = folder / "resources"
    shutil.copytree(bundled("templates"), root / "templates")
    for language in ("ja", "en"):
        (root / "templates" / language / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return root
