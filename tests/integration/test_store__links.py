"""Chains are read alike whoever puts together what is hashed, and each row stands where its history ends."""

from __future__ import annotations

from pathlib import Path

import pytest
import store_samples as sample
from forging import unhindered

from govflow.domain.history import Entry, hashed_text
from govflow.errors import StoreError
from govflow.store import Store
from govflow.store.chains import Link, Stray

FIRST = sample.entry(1, note='"二行"\n\\')
SECOND = sample.entry(2, previous=FIRST.hash, step="ciso", note="")
REFERENCE = FIRST.subject


@pytest.fixture
def kept(store: Store) -> Store:
    """A store with one proposal and its two entries, and entries of a kind that has no rows."""
    with store.begin() as work:
        sample.add_proposal(work, version=2)
        for entry in (FIRST, SECOND, sample.entry(1, kind="inventory", subject="x")):
            work.history.add(entry)
        work.commit()
    return store


def strays(store: Store, histories: int = 1) -> list[Stray]:
    with store.reading() as work:
        return [*work.chains.strays({"proposal": histories})]


def linked(entry: Entry) -> Link:
    shared = [getattr(entry, name) for name in Link._fields[:-1]]
    return Link(*shared, hashed_text(entry).encode())


@pytest.mark.parametrize("quickly", [True, False])
def test_a_link_is_what_the_entry_says_and_what_its_hash_is_made_over(kept: Store, quickly: bool) -> None:
    with kept.reading() as work:
        _, *links = work.chains.links(quickly=quickly)
    assert links == [linked(FIRST), linked(SECOND)]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_can_be_in_no_entry_has_no_hash_and_is_not_read_quickly(kept: Store, store_url: str) -> None:
    with unhindered(Path(store_url)) as connection:
        connection.execute("UPDATE history SET note = x'ff' WHERE seq = 2")
    with kept.auditing() as work:
        assert [link[-1] is None for link in work.chains.links(quickly=False)] == [False, False, True]
    with kept.auditing() as work, pytest.raises(StoreError):
        [*work.chains.links(quickly=True)]


def test_a_row_at_the_end_of_its_history_is_no_stray(kept: Store) -> None:
    assert strays(kept) == []


@pytest.mark.parametrize("version", [1, 3])
def test_a_row_that_stands_elsewhere_is_a_stray(kept: Store, version: int) -> None:
    with kept.begin() as work:
        before = work.proposals.get(REFERENCE)
        assert before is not None
        work.proposals.save(before._replace(version=version), before=before)
        work.commit()
    assert strays(kept) == [Stray("proposal", REFERENCE)]


def test_a_row_without_a_history_is_a_stray(kept: Store) -> None:
    with kept.begin() as work:
        sample.add_proposal(work, "MOF-2025-0002", version=1)
        work.commit()
    assert strays(kept) == [Stray("proposal", "MOF-2025-0002")]


def test_a_history_without_a_row_is_a_stray(kept: Store) -> None:
    with kept.begin() as work:
        work.history.add(sample.entry(1, subject="MOF-2025-0002"))
        work.commit()
    assert strays(kept, histories=2) == [Stray("proposal", "MOF-2025-0002")]


def test_a_history_and_a_row_that_miss_each_other_are_both_strays(kept: Store) -> None:
    with kept.begin() as work:
        sample.add_proposal(work, "MOF-2025-0002", version=1)
        work.history.add(sample.entry(1, subject="MOF-2025-0003"))
        work.commit()
    assert [stray.reference for stray in strays(kept, histories=2)] == ["MOF-2025-0002", "MOF-2025-0003"]
