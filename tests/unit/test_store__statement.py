"""Statements are compiled once per dialect and take exactly the parameters they name."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

import govflow.store
from govflow.store.schema import store_info
from govflow.store.statement import Statement, Upsert

DIALECTS = {
    "sqlite": sqlite.dialect(paramstyle="named"),
    "postgresql": postgresql.psycopg.dialect(),
}


def _statements() -> dict[str, Statement]:
    found = {}
    for module in pkgutil.iter_modules(govflow.store.__path__):
        if not module.ispkg:
            for name, value in vars(import_module(f"govflow.store.{module.name}")).items():
                if isinstance(value, Statement):
                    found[f"{module.name}.{name}"] = value
    return found


@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_statement_has_a_parameter_that_nobody_named(dialect: str) -> None:
    for name, statement in _statements().items():
        compiled = statement._construct(DIALECTS[dialect]).compile(dialect=DIALECTS[dialect])
        given = {key: value for key, value in compiled.params.items() if value is not None}
        assert given == {}, f"{name} hides constants in parameters: {given}"


def test_there_are_statements_to_look_at() -> None:
    assert len(_statements()) > 50


def test_a_statement_is_built_when_first_needed_and_once_per_dialect() -> None:
    built = []

    def build():  # type: ignore[no-untyped-def]
        built.append(1)
        return select(store_info.c.value).where(store_info.c.name == bindparam("name"))

    statement = Statement(build)
    assert not built
    for dialect in DIALECTS.values():
        assert statement.compiled(dialect) == statement.texts[dialect.name]
    assert len(built) == 2
    assert statement.texts["sqlite"].endswith("WHERE store_info.name = :name")
    assert "%(name)s" in statement.texts["postgresql"]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_an_upsert_changes_the_row_of_the_same_primary_key(dialect: str) -> None:
    text = Upsert(store_info, lambda new: {"value": new.value}).compiled(DIALECTS[dialect])
    assert "ON CONFLICT (name) DO UPDATE SET value = excluded.value" in text
