"""Stores of the model's organisation on either database: founded once, copied for each run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from postgresql import PostgresqlServer

import govflow

ORGANISATION = Path(__file__).parents[1] / "examples" / "organisation.yaml"
BEGINS = "2025-06-02T10:00"
ADMINISTRATOR = "torizawa.nao"


def moment(text: str) -> datetime:
    return govflow.moment_of(text, "Asia/Tokyo")


def _found(url: str) -> None:
    clock = govflow.fixed_clock(moment(BEGINS))
    govflow.create(
        url, organisation=ORGANISATION, workflows=["it_investment"], demonstration=True, clock=clock
    )


class Places:
    """Where stores are made on one of the databases: in a folder, or on a server."""

    def __init__(self, folder: Path, server: PostgresqlServer | None) -> None:
        self.folder, self.server = folder, server
        self.count = 0
        if server is None:
            self.original = str(folder / "original.db")
            _found(self.original)
        else:
            self.original = server.create()
            _found(server.url(self.original))

    @contextmanager
    def store(self) -> Iterator[str]:
        """The address of a store of its own, founded, gone in the end."""
        self.count += 1
        if self.server is not None:
            name = self.server.create(template=self.original)
            try:
                yield self.server.url(name)
            finally:
                self.server.drop(name)
            return
        folder = self.folder / str(self.count)
        folder.mkdir()
        shutil.copy2(self.original, folder / "store.db")
        try:
            yield str(folder / "store.db")
        finally:
            shutil.rmtree(folder)
