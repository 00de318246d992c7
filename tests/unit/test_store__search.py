"""Bigrams: what is indexed for a text, and what is asked for a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.store.search import POSTGRESQL, SQLITE, grams, runs

_WORDS = st.text(st.characters(codec="utf-8"), max_size=30)


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("年金", "年金 金"),
        ("年金制度", "年金 金制 制度 度"),
        ("PMO", "pm mo o"),
        ("A・B", "a b"),
        ("\uff8a\uff9f\uff7f\uff7a\uff9d", "パソ ソコ コン ン"),
        ("が", "が"),
        ("", ""),
        ("!?_'\"", ""),
    ],
)
def test_a_text_is_indexed_by_pairs_of_neighbours_and_the_last_of_each_run(text: str, indexed: str) -> None:
    assert grams(text) == indexed


@given(_WORDS)
def test_grams_are_the_pairs_of_each_run(text: str) -> None:
    assert grams(text) == " ".join(run[at : at + 2] for run in runs(text) for at in range(len(run)))


@given(_WORDS)
def test_grams_are_letters_and_digits_only(text: str) -> None:
    assert all(gram.isalnum() and len(gram) <= 2 for gram in grams(text).split())


@given(_WORDS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert runs(" ".join(runs(text))) == runs(text)


@given(_WORDS, st.data())
def test_every_part_of_a_run_is_asked_for_by_grams_that_are_indexed(text: str, data: st.DataObject) -> None:
    found = runs(text)
    if not found:
        assert SQLITE.query(text) == POSTGRESQL.query(text) == ""
        return
    run = data.draw(st.sampled_from(found))
    start = data.draw(st.integers(0, len(run) - 1))
    part = run[start : data.draw(st.integers(start + 1, len(run)))]
    indexed = f" {grams(text)} "
    if runs(part) == [part] and len(part) > 1:
        asked = SQLITE.query(part).strip('"')
        assert f" {asked} " in indexed
    elif runs(part) == [part]:
        assert f" {part}" in indexed


@given(_WORDS)
def test_a_query_is_quoted_whatever_is_typed(text: str) -> None:
    for query, quote in ((SQLITE.query(text), '"'), (POSTGRESQL.query(text), "'")):
        outside = "".join(query.split(quote)[::2])
        assert not any(character.isalnum() for character in outside.replace("AND", ""))


def test_a_vector_gives_each_gram_its_position() -> None:
    assert POSTGRESQL.content(grams("年金 OK")) == "'年金':1 '金':2 'ok':3 'k':4"
    assert POSTGRESQL.content("") == ""


def test_words_must_all_occur() -> None:
    assert SQLITE.query("年金 更") == '"年金" AND "更" *'
    assert POSTGRESQL.query("年金制 更") == "('年金' <-> '金制') & ('更':*)"
