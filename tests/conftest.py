"""Fixtures: stores on both databases. PostgreSQL is a real server, started when the first test asks for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from postgresql import PostgresqlServer, postgresql

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


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    with postgresql() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_original(postgresql_server: PostgresqlServer) -> str:
    """A database with a new store, to be copied: much faster than creating one for each test."""
    name = postgresql_server.create()
    create_store(postgresql_server.url(name), **FOUNDED).close()  # type: ignore[arg-type]
    return name


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
    name = server.create(template=request.getfixturevalue("postgresql_original"))
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
