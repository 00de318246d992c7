"""Entries are chained by hash: whatever is changed, left out, doubled or reordered shows."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.history import GENESIS, Decoded, Entry, Head, chain_problems, chained, rechained
from govflow.errors import StoreError
from govflow.store.schema import history

FIRST = Entry(
    kind="proposal", subject="MOF-2025-0001", seq=1, recorded_at="2025-05-01T01:02:03.000004Z",
    effective_on="2025-05-01", trigger="open", step=None, from_state=None, to_state="draft", actor_kind="person",
    person="haru", office="mof.pmo", role="pmo_clerk", via="own", on_behalf_of=None, cause=None, definition="d",
    revision="r", note="年金\n記録", previous=GENESIS, payload='{"金額":5}', facts="{}", changes='{"a":[1]}',
)  # fmt: skip


def history_of(length: int) -> list[Entry]:
    entries: list[Entry] = []
    previous = GENESIS
    for seq in range(1, length + 1):
        entries.append(chained(FIRST._replace(seq=seq, previous=previous)))
        previous = entries[-1].hash
    return entries


def codes(entries: list[Entry]) -> set[str]:
    return {problem.code for problem in chain_problems(entries)}


def test_a_history_begins_after_64_zeros_and_nothing_recorded() -> None:
    assert Head() == (0, "0" * 64, "")
    assert codes(history_of(1)) == set()
    assert codes([chained(FIRST._replace(previous="0" * 63 + "1"))]) == {"history.broken_link"}


def test_an_untouched_history_holds() -> None:
    assert codes(history_of(4)) == set()


def test_the_hash_is_of_four_lines_that_anybody_can_write() -> None:
    *fields, payload, facts, changes, claimed = chained(FIRST)
    first = json.dumps(fields, separators=(",", ":"), ensure_ascii=False)
    assert "\n" not in first
    assert claimed == hashlib.sha256(f"{first}\n{payload}\n{facts}\n{changes}".encode()).hexdigest()


def test_an_entry_is_the_row_of_its_table() -> None:
    """Whoever selects a row of the history can compute its hash without knowing the columns' names."""
    assert tuple(history.c.keys()) == Entry._fields


@given(st.integers(0, 3), st.sampled_from(Entry._fields))
def test_every_field_of_every_entry_is_under_the_hash(position: int, field: str) -> None:
    entries = history_of(4)
    other = 99 if field == "seq" else "x"
    entries[position] = entries[position]._replace(**{field: other})
    assert "history.altered" in codes(entries)


def test_what_moves_from_one_part_to_the_next_is_another_entry() -> None:
    moved = FIRST._replace(payload="{}", facts='{"金額":5}')
    assert chained(moved).hash != chained(FIRST).hash


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_an_entry_left_out_is_a_gap(gone: int) -> None:
    entries = history_of(4)
    del entries[gone]
    assert codes(entries) == {"history.gap", "history.broken_link"}


def test_entries_in_another_order_are_found() -> None:
    first, second, third = history_of(3)
    assert codes([first, third, second]) == {"history.gap", "history.broken_link"}


def test_an_entry_rewritten_with_a_fitting_hash_breaks_the_link_of_the_next() -> None:
    first, second, third = history_of(3)
    forged = chained(second._replace(person="natsu"))
    assert codes([first, forged, third]) == {"history.broken_link"}


def test_time_never_runs_back() -> None:
    first = chained(FIRST)
    earlier = FIRST._replace(seq=2, previous=first.hash, recorded_at="2025-04-30T00:00:00.000000Z")
    assert codes([first, chained(earlier)]) == {"history.time_runs_back"}


def test_more_changes_come_with_another_hash() -> None:
    entry = chained(FIRST)
    more = rechained(entry, changes={"documents": {"DM-2025-0001": "d"}})
    assert more.read("changes") == {"a": [1], "documents": {"DM-2025-0001": "d"}}
    assert chain_problems([more]) == []
    assert more.hash != entry.hash


@pytest.mark.parametrize("kept", ["[]", "{", "5", "[" * 100_000])
def test_a_part_that_is_no_mapping_is_named_with_its_entry(kept: str) -> None:
    with pytest.raises(StoreError) as raised:
        FIRST._replace(facts=kept).read("facts")
    assert raised.value.code == "store.unreadable"
    assert raised.value.notices[0].params["key"] == ["proposal", "MOF-2025-0001", "1"]


def test_an_entry_that_cannot_be_hashed_hides_nothing_behind_it() -> None:
    entries = history_of(4)
    entries[1] = entries[1]._replace(note="\udcff")
    entries[3] = entries[3]._replace(person="natsu")
    found = [(problem.code, problem.params["seq"]) for problem in chain_problems(entries)]
    assert found == [("history.altered", 2), ("history.altered", 4)]


@pytest.mark.parametrize("part", ["payload", "facts", "changes"])
def test_an_entry_is_readable_where_each_part_is_a_mapping(part: str) -> None:
    assert FIRST.readable()
    assert not FIRST._replace(**{part: "[]"}).readable()


def test_an_entry_that_is_read_again_and_again_says_the_same() -> None:
    entry = Decoded(*FIRST)
    assert [entry.read("payload") for _ in range(3)] == [{"金額": 5}] * 3
    assert entry.read("payload") is entry.read("payload")
    assert entry.read("changes") == {"a": [1]}
