"""Results that go to a file of the user's instead of the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from govflow.cli.jsonable import jsonable
from govflow.cli.lost import OutputLost
from govflow.messages import notice


def save_text(path: Path, text: str) -> None:
    """Write exactly `text`, so that its digest holds for the file too."""
    with _losing():
        path.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def document_file(path: Path | None, lang: str) -> Iterator[Callable[[Any], None]]:
    """Gives what saves a JSON document at `path`. The file is opened first: one that cannot be written is found
    out before anything is done."""
    if path is None:
        yield lambda answer: None
        return
    with _losing():
        file = path.open("w", encoding="utf-8", newline="\n")

    def save(answer: Any) -> None:
        with _losing():
            json.dump(jsonable(answer, lang), file, ensure_ascii=False, indent=2, allow_nan=False)
            file.write("\n")
            file.flush()

    with file:
        yield save


@contextmanager
def _losing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputLost(notice("cli.output_lost", reason=reason)) from error
