"""Every kind of answer has one plain JSON form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import pytest

from govflow.cli.jsonable import jsonable
from govflow.errors import Place, Problem
from govflow.messages import Title, notice


class Colour(StrEnum):
    RED = "red"


class Pair(NamedTuple):
    first: int
    second: date


@dataclass(frozen=True, slots=True)
class Item:
    title: Title
    parts: tuple[Pair, ...]


TOKYO = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (10**18, 10**18),
        (True, True),
        (date(2025, 4, 7), "2025-04-07"),
        (datetime(2025, 4, 7, 9, tzinfo=TOKYO), "2025-04-07T00:00:00.000000Z"),
        (datetime(2025, 4, 7, 1, 2, 3, 4, tzinfo=UTC), "2025-04-07T01:02:03.000004Z"),
        (Colour.RED, "red"),
        (PurePosixPath("a/b"), "a/b"),
        (Title("案件", "proposal"), {"ja": "案件", "en": "proposal"}),
        (frozenset({"b", "a"}), ["a", "b"]),
        ({1: (Title("a", "b"),)}, {"1": [{"ja": "a", "en": "b"}]}),
        (
            Item(Title("あ", "a"), (Pair(1, date(2025, 1, 1)),)),
            {"title": {"ja": "あ", "en": "a"}, "parts": [{"first": 1, "second": "2025-01-01"}]},
        ),
        (Place("a.yaml", 3, 5), {"file": "a.yaml", "line": 3, "column": 5}),
    ],
)
def test_values_become_plain_data(value: Any, plain: Any) -> None:
    assert jsonable(value, "en") == plain


def test_a_notice_is_its_code_its_parameters_and_its_text() -> None:
    said = notice("cli.missing_option", name="--as")
    assert jsonable(said, "ja") == {
        "code": "cli.missing_option",
        "params": {"name": "--as"},
        "text": "オプション「--as」を指定してください。",
    }


def test_a_problem_says_where_it_stands() -> None:
    said = notice("cli.missing_option", name="--as")
    text = "The option --as is missing."
    assert jsonable([Problem(Place("a.csv", 2, 7), said), Problem(None, said)], "en") == [
        {"file": "a.csv", "line": 2, "column": 7, "code": "cli.missing_option", "text": text},
        {"file": None, "line": None, "column": None, "code": "cli.missing_option", "text": text},
    ]


@pytest.mark.parametrize("value", [object(), datetime(2025, 4, 7), b"x", Item])
def test_what_has_no_plain_form_is_an_error_of_the_program(value: Any) -> None:
    with pytest.raises(TypeError, match="no JSON form"):
        jsonable(value, "en")
