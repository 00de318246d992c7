"""Results that go to a file of the user's instead of the terminal."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import click

from govflow.cli.jsonable import jsonable
from govflow.cli.misread import Misread
from govflow.errors import GovflowError
from govflow.messages import notice


def save_text(path: Path, text: str) -> None:
    """Write exactly `text` to a new file, so that its digest holds for the file too. GovflowError where that
    cannot be done; nothing that exists is overwritten, it might be the store."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as exists:
        raise GovflowError(notice("answer.file_exists", file=str(path))) from exists
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise GovflowError(notice("answer.not_saved", file=str(path), reason=reason)) from error


def save_document(path: Path, value: Any, lang: str) -> None:
    """Write `value` as `--json` would print it."""
    save_text(path, json.dumps(jsonable(value, lang), ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def require_writable(path: Path, option: str) -> None:
    """Refuse the command line where `path` cannot become a new file, before anything is done that it should tell of."""
    if os.path.exists(path):
        raise GovflowError(notice("answer.file_exists", file=str(path)))
    if not os.access(path.parent, os.W_OK):
        raise Misread(notice("cli.bad_path", name=option), click.get_current_context())
