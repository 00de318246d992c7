"""Rows that no entry tells of are sealed: whatever is altered, added or taken away beside the program shows."""

from __future__ import annotations

from pathlib import Path

import pytest
import store_samples as sample
from forging import unhindered

from govflow.store import Store
from govflow.store.seals import Broken

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

KEPT = [Broken("idempotency", '["k1"]')]


@pytest.fixture
def sealed(store: Store) -> Store:
    """A store with two used keys, a message, and a text in two languages."""
    with store.begin() as work:
        for key in ("k1", "k2"):
            work.idempotency.add(key, "d", "{}", sample.AT)
        work.outbox.add("proposal.moved", "MOF-2025-0001", "x", sample.AT)
        sample.add_proposal(work)
        work.documents.add(sample.document())
        for language in ("ja", "en"):
            work.documents.add_rendition(sample.rendition(language=language))
        work.commit()
    return store


def broken(store: Store, url: str, *statements: str) -> list[Broken]:
    """What the seals tell after somebody was at the file."""
    with unhindered(Path(url)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount > 0, statement
    with store.reading() as work:
        return sorted(work.seals.broken())


def test_what_the_program_wrote_agrees_with_its_seals(sealed: Store, store_url: str) -> None:
    assert broken(sealed, store_url) == []


@pytest.mark.parametrize("column", ["digest", "result", "recorded_at"])
def test_an_altered_row_is_named(sealed: Store, store_url: str, column: str) -> None:
    altered = f"UPDATE idempotency SET {column} = 'other' WHERE key = 'k1'"
    assert broken(sealed, store_url, altered) == KEPT


def test_a_row_that_is_gone_is_named(sealed: Store, store_url: str) -> None:
    assert broken(sealed, store_url, "DELETE FROM idempotency WHERE key = 'k1'") == KEPT


def test_a_row_without_a_seal_is_named(sealed: Store, store_url: str) -> None:
    unsealed = "DELETE FROM seals WHERE of = 'idempotency' AND key = '[\"k1\"]'"
    assert broken(sealed, store_url, unsealed) == KEPT


def test_a_row_under_another_name_is_missed_and_found(sealed: Store, store_url: str) -> None:
    renamed = broken(sealed, store_url, "UPDATE idempotency SET key = 'k3' WHERE key = 'k1'")
    assert renamed == [*KEPT, Broken("idempotency", '["k3"]')]


def test_a_message_may_be_gone_since_it_is_when_it_was_delivered(sealed: Store, store_url: str) -> None:
    assert broken(sealed, store_url, "DELETE FROM outbox") == []


def test_a_message_may_not_be_another(sealed: Store, store_url: str) -> None:
    assert [each.table for each in broken(sealed, store_url, "UPDATE outbox SET payload = 'y'")] == ["outbox"]


def test_a_text_is_named_with_its_language(sealed: Store, store_url: str) -> None:
    altered = "UPDATE renditions SET text = 'other' WHERE language = 'en'"
    assert broken(sealed, store_url, altered) == [Broken("renditions", '["DM-2025-0001","en"]')]


def test_a_seal_of_a_table_that_has_none_is_named(sealed: Store, store_url: str) -> None:
    assert broken(sealed, store_url, "INSERT INTO seals VALUES ('history', '[1]', 'd')") == [
        Broken("history", "[1]")
    ]


def test_nothing_broken_hides_anything_else(sealed: Store, store_url: str) -> None:
    found = broken(sealed, store_url, "UPDATE idempotency SET result = 'x'", "DELETE FROM renditions")
    assert [each.table for each in found] == ["idempotency"] * 2 + ["renditions"] * 2
