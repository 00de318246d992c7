"""Named tuples as plain data: they come back as they were, and only what changed is said."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.domain.canonical import canonical, mapping_of
from govflow.domain.plain import advanced, changed, folded, plain, thawed

MAPPINGS = ("by_name", "notes", "free")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Leaf(NamedTuple):
    name: str
    colour: Colour
    size: int | None = None


class Tree(NamedTuple):
    leaves: tuple[Leaf, ...]
    by_name: Mapping[str, Leaf]
    notes: Mapping[str, str]
    free: Mapping[str, Any]
    top: Leaf | None
    felled: bool


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
leaves = st.builds(Leaf, texts, st.sampled_from(Colour), st.none() | st.integers())
trees = st.builds(
    Tree,
    st.lists(leaves, max_size=3).map(tuple),
    st.dictionaries(texts, leaves, max_size=3),
    st.dictionaries(texts, texts, max_size=3),
    st.dictionaries(texts, st.none() | st.integers() | texts, max_size=3),
    st.none() | leaves,
    st.booleans(),
)


@given(trees)
def test_a_value_comes_back_as_it_was(tree: Tree) -> None:
    assert thawed(Tree, mapping_of(canonical(plain(tree)))) == tree


@given(trees, trees)
def test_to_thaw_what_changed_is_to_thaw_all(one: Tree, other: Tree) -> None:
    other = other._replace(**{name: {**getattr(one, name), **getattr(other, name)} for name in MAPPINGS})
    changes = changed(one, other)
    assert advanced(one, folded(plain(one), changes), changes) == other


@pytest.mark.parametrize("changes", [{"felled": 1}, {"top": {}}, {"bark": True}])
def test_a_change_to_what_cannot_be_is_refused(changes: dict[str, Any]) -> None:
    tree = Tree((), {}, {}, {}, None, felled=False)
    with pytest.raises((TypeError, ValueError, LookupError)):
        advanced(tree, folded(plain(tree), changes), changes)


@given(trees, trees)
def test_what_changed_makes_the_one_of_the_other(one: Tree, other: Tree) -> None:
    first = folded({}, changed(None, one))
    other = other._replace(**{name: {**getattr(one, name), **getattr(other, name)} for name in MAPPINGS})
    assert thawed(Tree, folded(first, changed(one, other))) == other


def test_nothing_is_taken_out_of_a_mapping() -> None:
    tree = Tree((), {}, {"a": "1"}, {}, None, felled=False)
    with pytest.raises(ValueError, match="'a'"):
        changed(tree, tree._replace(notes={"b": "1"}))


@given(trees)
def test_nothing_changed_says_nothing(tree: Tree) -> None:
    assert changed(tree, tree) == {}


def test_of_a_mapping_only_the_new_keys_are_said() -> None:
    red, blue = Leaf("r", Colour.RED), Leaf("b", Colour.BLUE)
    tree = Tree((), {"r": red}, {}, {}, None, felled=False)
    assert changed(tree, tree._replace(by_name={"r": red, "b": blue})) == {"by_name": {"b": plain(blue)}}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": 1, "colour": "red", "size": None},
        {"name": "a", "colour": "green", "size": None},
        {"name": "a", "colour": "red", "size": True},
        {"name": "a", "colour": "red"},
        {"name": "a", "colour": "red", "size": 1, "more": 1},
        ["a", "red", None],
        None,
    ],
)
def test_what_is_no_value_is_none(wrong: object) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        thawed(Leaf, wrong)
