"""Finds the data that comes with govflow (workflows, templates, examples) in a wheel or a checkout."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from govflow.errors import NotFound
from govflow.messages import LANGUAGES, notice

Kind = Literal["workflows", "templates", "examples"]

OVERRIDE = "GOVFLOW_RESOURCES"
"""A directory whose `workflows/`, `templates/` or `examples/` come before the bundled ones."""

_TEMPLATE = ".md.j2"


def bundled(kind: Kind) -> Path:
    """The directory of a kind: the override's, else the package's, else the checkout's beside the package."""
    package = Path(__file__).resolve().parent
    places = (*_override(kind), package / kind, package.parent / kind)
    found = next((place for place in places if place.is_dir()), None)
    if found is None:
        raise NotFound(notice("resources.missing", kind=kind, places=[str(place) for place in places]))
    return found


def is_foreign(folder: Path) -> bool:
    """Whether a directory of templates comes from the override, and not with govflow."""
    return folder in _override("templates")


def workflow_files() -> dict[str, Path]:
    """The shipped definitions by name."""
    return {path.stem: path for path in sorted(bundled("workflows").glob("*.yaml"))}


def rule_files() -> dict[str, Path]:
    """The shipped rules of ballots by name."""
    return {path.stem: path for path in sorted((bundled("workflows") / "rules").glob("*.yaml"))}


def body_files() -> dict[str, Path]:
    """The shipped charters of bodies by name."""
    return {path.stem: path for path in sorted((bundled("workflows") / "bodies").glob("*.yaml"))}


def template_names() -> frozenset[str]:
    """The documents that have a template in every language."""
    root = bundled("templates")
    by_language = (
        {path.name.removesuffix(_TEMPLATE) for path in (root / lang).glob(f"*{_TEMPLATE}")}
        for lang in LANGUAGES
    )
    return frozenset.intersection(*map(frozenset, by_language))


def _override(kind: Kind) -> tuple[Path, ...]:
    directory = os.environ.get(OVERRIDE)
    if not directory:
        return ()
    if not os.path.isdir(directory):
        raise NotFound(notice("resources.no_override", variable=OVERRIDE, directory=directory))
    return (Path(directory) / kind,)
