"""Creating, opening and migrating: each way a store can be missing, foreign, old, new or damaged is told apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import store_samples as sample
from sqlalchemy import NullPool, create_engine, text

from govflow.errors import StoreError
from govflow.store import Store, create_store, migrate_store, open_store
from govflow.store.schema import SCHEMAS

_FOUNDED: dict[str, Any] = {
    "store_id": "s-1",
    "demonstration": False,
    "created_at": "2025-04-01T00:00:00.000000Z",
    "timezone": "Asia/Tokyo",
}


def _run(url: str, statement: str) -> None:
    address = url.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(address if "://" in address else f"sqlite:///{address}", poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text(statement))


def _code_of_opening(url: str) -> str:
    with pytest.raises(StoreError) as raised:
        open_store(url)
    assert all(raised.value.sentences(lang)[0] for lang in ("ja", "en"))
    return raised.value.code


def test_a_new_store_says_what_it_is(empty_url: str, database: str) -> None:
    with create_store(empty_url, **_FOUNDED) as store:
        info = store.info
    assert info.store_id == "s-1"
    assert info.demonstration is False
    assert (info.created_at, info.timezone) == (_FOUNDED["created_at"], "Asia/Tokyo")
    assert (info.schema, info.dialect) == (SCHEMAS[-1], database)
    with open_store(empty_url) as again:
        assert again.info == info


def test_an_existing_store_is_never_created_over(store: Store, store_url: str) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
        work.commit()
    with pytest.raises(StoreError) as raised:
        create_store(store_url, **_FOUNDED)
    assert raised.value.code == "store.exists"
    with store.reading() as work:
        assert work.proposals.count() == 1
        assert work.settings.get("store_id") == store.info.store_id


def test_other_people_s_tables_are_left_alone(empty_url: str) -> None:
    _run(empty_url, "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError) as raised:
        create_store(empty_url, **_FOUNDED)
    assert raised.value.code == "store.not_empty"
    assert _code_of_opening(empty_url) == "store.not_a_store"


def test_creation_failing_half_way_leaves_nothing_and_can_be_repeated(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from govflow.store import migrate

    class Cut(Exception):
        pass

    def cut(*_: object) -> None:
        raise Cut

    with monkeypatch.context() as patched:
        patched.setattr(migrate.store_info, "insert", cut)
        with pytest.raises(Cut):
            create_store(empty_url, **_FOUNDED)
    assert _code_of_opening(empty_url) == "store.not_a_store"
    create_store(empty_url, **_FOUNDED).close()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_missing_file_is_missing_and_is_not_made_by_opening(empty_url: str) -> None:
    assert _code_of_opening(empty_url) == "store.missing"
    assert not Path(empty_url).exists()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_missing_database_or_server_cannot_be_connected_to(empty_url: str) -> None:
    assert _code_of_opening(empty_url.replace("/test_", "/no_test_")) == "store.cannot_connect"
    assert _code_of_opening("postgresql://nobody@/x?host=/nowhere") == "store.cannot_connect"


def test_a_password_is_never_shown() -> None:
    with pytest.raises(StoreError) as raised:
        open_store("postgresql://nobody:kagi@/x?host=/nowhere")
    assert "kagi" not in str(raised.value)


def test_an_older_schema_says_how_to_migrate(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govflow.store.opening.SCHEMAS", (*SCHEMAS, "9998"))
    assert _code_of_opening(store_url) == "store.older_schema"


def test_a_newer_schema_is_not_touched(store_url: str) -> None:
    _run(store_url, "UPDATE alembic_version SET version_num = '9999'")
    assert _code_of_opening(store_url) == "store.newer_schema"
    with pytest.raises(StoreError) as raised:
        migrate_store(store_url)
    assert raised.value.code == "store.newer_schema"


def test_a_schema_without_a_name_is_none_that_is_known(store_url: str) -> None:
    _run(store_url, "DROP TABLE alembic_version")
    _run(store_url, "CREATE TABLE alembic_version AS SELECT NULL AS version_num")
    with pytest.raises(StoreError):
        open_store(store_url)


def test_migrating_a_store_of_the_newest_schema_changes_nothing(store_url: str) -> None:
    assert migrate_store(store_url) == (SCHEMAS[-1], SCHEMAS[-1])
    open_store(store_url).close()


def test_what_is_recorded_is_there_after_reopening(store: Store, store_url: str) -> None:
    entry = sample.entry(1)
    with store.begin() as work:
        added = sample.add_proposal(work)
        work.history.add(entry)
        work.commit()
    store.close()
    with open_store(store_url) as again, again.reading() as work:
        assert work.proposals.get(added.reference) == added
        assert list(work.history.every()) == [entry]


@pytest.mark.parametrize(
    "url", ["", "mysql://x/y", "sqlite://", "sqlite:///:memory:", "postgresql://host", "x://", "://"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    assert _code_of_opening(url) == "store.bad_url"
