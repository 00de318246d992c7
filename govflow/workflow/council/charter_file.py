"""A charter's file: strict reading, then lint, with every problem of both told at once; and what the store keeps."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from govflow.domain.council.charter import Charter
from govflow.errors import Place
from govflow.workflow.council.charter_forms import Presets, charter_forms
from govflow.workflow.council.charter_lint import Body, CharterSubject, lint
from govflow.workflow.locator import Locator
from govflow.workflow.opening import opened, refuse_problems
from govflow.workflow.resolved import content_digest

_KEPT = charter_forms({})[0]
"""What is kept has its rules written out: no preset has to be known to read it again."""


def load_charter(
    text: str,
    *,
    file: str,
    presets: Presets,
    bodies: Mapping[str, Body],
    elsewhere: Collection[str] = (),
) -> Charter:
    """The charter written in `text` (YAML). `presets` are the rules it may name, `bodies` those it may belong to,
    `elsewhere` others that may hear appeals.

    Raises BadInput with every problem at its place. Only syntax, size and an unknown format end the search.
    """
    root, reader, record = opened(text, file=file)
    values = charter_forms(presets)[0].read(reader, record)
    draft = Charter(**values, source=text, file=file, digest="")
    refuse_problems(reader, lint(CharterSubject(draft, bodies, Locator(root), elsewhere)))
    return _sealed(draft)


def head_of(text: str, *, file: str) -> Body:
    """What others have to know of the body in `text`, unchecked."""
    plain = opened(text, file=file).root.plain()
    series = plain.get("series")
    return Body(plain.get("parent"), str(series.get("en")) if isinstance(series, dict) else "")


def charter_content(charter: Charter) -> dict[str, Any]:
    """Everything that a charter means, its rules written out."""
    return _KEPT.plain(charter)


def charter_of(content: Mapping[str, Any], *, source: str, file: str) -> Charter:
    """The charter again."""
    values = _KEPT.restore(content, Place(file, 0, 0))
    return _sealed(Charter(**values, source=source, file=file, digest=""))


def _sealed(draft: Charter) -> Charter:
    return draft._replace(digest=content_digest(charter_content(draft)))
