"""What a hash is made over is the same text, whether the embedded database puts it together or the program."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govflow.domain.history import Entry, hashed_text
from govflow.store.chains import HASHED_ON_SQLITE

CONTROLS = "".join(map(chr, range(0x20)))
TEXTS = st.text(st.characters(blacklist_categories=("Cs",)))


def put_together(entry: Entry) -> str:
    columns = ", ".join(f'? AS "{name}"' for name in Entry._fields)
    with closing(sqlite3.connect(":memory:")) as database:
        (text,) = database.execute(f"SELECT {HASHED_ON_SQLITE} FROM (SELECT {columns})", entry).fetchone()
    return str(text)


def entry_of(said: str, number: int, given: str | None) -> Entry:
    """An entry with these in every field that takes such a value."""
    return Entry(
        *(said, said, number, said, said, said, given, given, given, said, given, given, given, given),
        *(given, given, given, given, said, said, said, said, said, said),
    )


@given(TEXTS, st.integers(-(2**63), 2**63 - 1), st.none() | TEXTS)
@example(CONTROLS, 1, None)
@example('"\\/\x7f\u2028\u2029\ufeff\ufffe😀', 0, "")
def test_the_database_writes_what_the_canonical_form_is(said: str, number: int, given: str | None) -> None:
    entry = entry_of(said, number, given)
    assert put_together(entry) == hashed_text(entry)


@pytest.mark.parametrize(
    "code", [*range(0x20), 0x22, 0x2F, 0x5C, 0x7F, 0x80, 0x85, 0xA0, 0x2028, 0x2029, 0x10FFFF]
)
def test_every_character_with_an_escape_of_its_own(code: int) -> None:
    entry = entry_of(f"a{chr(code)}b", 1, chr(code))
    assert put_together(entry) == hashed_text(entry)
