"""Fixtures of the services' tests: founded stores, copied for each test because founding one takes a while."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import government
import pytest
from government import Government

import govflow

__all__ = ["cabinet", "demonstrated", "demonstration", "either"]


@cache
def founded(folder: Path) -> Path:
    """A founded store's file."""
    path = folder / "founded.db"
    _found(str(path), folder)
    return path


def _found(url: str, folder: Path) -> None:
    organisation = folder / "organisation.json"
    organisation.write_text(json.dumps(government.organisation()), encoding="utf-8")
    govflow.create(
        url,
        organisation=organisation,
        workflows=[government.WORKFLOW],
        demonstration=True,
        clock=govflow.fixed_clock(govflow.moment_of(government.FOUNDED, "Asia/Tokyo")),
    )


@cache
def _told(folder: Path) -> tuple[Path, govflow.Demonstration]:
    """The store that the shipped demonstration leaves, and what it says of itself."""
    path = folder / "demonstration.db"
    return path, govflow.demonstrate(str(path), folder / "documents")


@cache
def _founded_database(server: object, folder: Path) -> str:
    name: str = server.create()  # type: ignore[attr-defined]  # the root conftest's server, which is no module
    _found(server.url(name), folder)  # type: ignore[attr-defined]  # likewise
    return name


@pytest.fixture
def cabinet(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Government]:
    """The small government with an SQLite store of its own."""
    path = tmp_path / "store.db"
    shutil.copy2(founded(tmp_path_factory.getbasetemp()), path)
    opened = Government(str(path), tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def either(
    database: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Government]:
    """The small government, once on each database."""
    if database == "sqlite":
        yield request.getfixturevalue("cabinet")
        return
    server = request.getfixturevalue("postgresql_server")
    name = server.create(template=_founded_database(server, tmp_path_factory.getbasetemp()))
    opened = Government(server.url(name), tmp_path)
    try:
        yield opened
    finally:
        opened.close()
        server.drop(name)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> govflow.Demonstration:
    """What the shipped demonstration says it did."""
    return _told(tmp_path_factory.getbasetemp())[1]


@pytest.fixture
def demonstrated(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, demonstration: govflow.Demonstration
) -> Path:
    """A copy of the store that the shipped demonstration leaves."""
    path = tmp_path / "demonstration.db"
    shutil.copy2(_told(tmp_path_factory.getbasetemp())[0], path)
    return path
