"""The append-only tables are protected under every key they have."""

from __future__ import annotations

import pytest
from sqlalchemy import UniqueConstraint

from govflow.store.schema import metadata
from govflow.store.triggers import APPEND_ONLY, trigger_statements


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_the_guarded_keys_are_all_keys_of_the_table(table: str) -> None:
    described = metadata.tables[table]
    unique = [c.columns.keys() for c in described.constraints if isinstance(c, UniqueConstraint)]
    keys = [described.primary_key.columns.keys(), *unique]
    assert sorted(map(tuple, keys)) == sorted(APPEND_ONLY[table])


def test_each_database_has_triggers_for_each_table() -> None:
    assert len(list(trigger_statements("sqlite"))) == 3 * len(APPEND_ONLY)
    assert len(list(trigger_statements("postgresql"))) == 1 + 2 * len(APPEND_ONLY)
