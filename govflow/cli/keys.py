"""The key under which something is recorded once: whoever loses the answer can repeat the command safely."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from govflow.cli.output import Output
from govflow.errors import DocumentError, StoreError
from govflow.messages import notice


def new_key(out: Output | None) -> str:
    """A key, told on `out` before anything happens; None where nothing can happen."""
    key = uuid.uuid4().hex
    if out is not None:
        out.journal.key = key
        out.note(notice("answer.key", key=key))
    return key


@contextmanager
def repeatable(out: Output, key: str, *, dry_run: bool = False) -> Iterator[None]:
    """What is done under a key: where something goes wrong with it, the person is told what the key is for."""
    again = notice("answer.repeat_with_key", key=key)
    try:
        yield
    except StoreError as failed:
        raise type(failed)(*failed.notices, *(() if dry_run else (again,))) from failed
    except DocumentError as unfinished:
        raise DocumentError(*unfinished.notices, notice("answer.act_stands", key=key)) from unfinished
    except KeyboardInterrupt:
        if not dry_run:
            out.note(again)
        raise
