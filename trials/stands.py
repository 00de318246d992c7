"""Where a story has come to: a folder and its store, the copy kept from before a command, and one for each fault."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from postgresql import PostgresqlServer


class Stand(NamedTuple):
    """A folder, and its store."""

    folder: Path
    url: str


class Stands:
    """The story itself, and copies of it, on one database: on SQLite without a server."""

    def __init__(self, server: PostgresqlServer | None = None) -> None:
        self._server = server
        self._root = Path(tempfile.mkdtemp(prefix="govflow-faults-"))
        self._names: dict[str, str] = {}
        if server:
            self._names["main"] = server.create()
        (self._root / "main").mkdir()
        self.main = self._stand("main")

    @property
    def database(self) -> str:
        return "PostgreSQL" if self._server else "SQLite"

    def keep(self) -> Stand:
        """The story as it is now is what the next copies are of."""
        return self._copied("main", "kept")

    def copy(self) -> Stand:
        """Another one of what was kept; the last is thrown away."""
        return self._copied("kept", "copy")

    def close(self) -> None:
        for name in list(self._names):
            self._dropped(name)
        shutil.rmtree(self._root)

    def _copied(self, old: str, new: str) -> Stand:
        shutil.rmtree(self._root / new, ignore_errors=True)
        shutil.copytree(self._root / old, self._root / new, symlinks=True)
        if self._server:
            self._dropped(new)
            self._names[new] = self._server.create(template=self._names[old])
        return self._stand(new)

    def _dropped(self, name: str) -> None:
        if self._server and name in self._names:
            self._server.drop(self._names.pop(name))

    def _stand(self, name: str) -> Stand:
        folder = self._root / name
        url = self._server.url(self._names[name]) if self._server else str(folder / "govflow.db")
        return Stand(folder, url)
