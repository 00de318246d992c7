"""Results that go to a file of the user's instead of the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from govflow.cli.jsonable import jsonable
from govflow.cli.misread import Misread
from govflow.errors import GovflowError
from govflow.messages import notice


def save_text(path: Path, text: str) -> None:
    """Write exactly `text`, so that its digest holds for the file too. GovflowError where that cannot be done."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise GovflowError(notice("answer.not_saved", file=str(path), reason=reason)) from error


def save_document(path: Path, value: Any, lang: str) -> None:
    """Write `value` as `--json` would print it."""
    save_text(path, json.dumps(jsonable(value, lang), ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def require_writable(path: Path, option: str) -> None:
    """Refuse the command line where `path` cannot be written, before anything is done that it should tell of."""
    try:
        path.open("a").close()
    except OSError as error:
        raise Misread(notice("cli.bad_path", name=option), click.get_current_context()) from error
