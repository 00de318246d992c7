"""Results that go to a file of the user's instead of the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from govflow.cli.jsonable import jsonable
from govflow.cli.lost import OutputLost
from govflow.cli.misread import Misread
from govflow.messages import notice


def save_text(path: Path, text: str) -> None:
    """Write exactly `text`, so that its digest holds for the file too."""
    with _losing():
        path.write_text(text, encoding="utf-8", newline="\n")


def save_document(path: Path, value: Any, lang: str) -> None:
    """Write `value` as `--json` would print it."""
    save_text(path, json.dumps(jsonable(value, lang), ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def require_writable(path: Path, option: str) -> None:
    """Refuse the command line where `path` cannot be written, before anything is done that it should tell of."""
    try:
        path.open("a").close()
    except OSError as error:
        raise Misread(notice("cli.bad_path", name=option), click.get_current_context()) from error


@contextmanager
def _losing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputLost(notice("cli.output_lost", reason=reason)) from error
