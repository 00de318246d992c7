"""JSON: equal to the standard library on sound text, positioned, and strict."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.errors import BadInput, Place
from govflow.reading import parse_json

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(min_value=-(10**90), max_value=10**90)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
    ),
    max_leaves=12,
)


def refusal(text: str) -> BadInput:
    with pytest.raises(BadInput) as caught:
        parse_json(text, file="f.json")
    return caught.value


@given(value=VALUES, indent=st.sampled_from([None, 2]), ascii_only=st.booleans())
def test_what_json_writes_is_read_back(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert parse_json(text, file="f").plain() == value


@given(st.text(alphabet='{}[]",:0123456789.eE+-truefalsn \n\\u', max_size=40))
def test_a_text_is_taken_only_if_the_standard_library_takes_it(text: str) -> None:
    try:
        node = parse_json(text, file="f")
    except BadInput:
        return
    assert node.plain() == json.loads(text)


def test_every_value_and_key_knows_its_line_and_column() -> None:
    node = parse_json('{\r\n  "題": [1,\n    true]}', file="f.json")
    entry = (node.entries or {})["題"]
    assert entry.key_place == Place("f.json", 2, 3)
    assert entry.node.place == Place("f.json", 2, 8)
    assert [item.place for item in entry.node.items or ()] == [Place("f.json", 2, 9), Place("f.json", 3, 5)]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("", "document_empty", 1),
        ('{"a":1,"a":2}', "key_repeated", 8),
        ("[NaN]", "number_not_finite", 2),
        ("[-Infinity]", "number_not_finite", 2),
        ("[1e999]", "number_not_finite", 2),
        ("[" + "9" * 5000 + "]", "number_too_long", 2),
        ("[" * 33 + "]" * 33, "too_deep", 33),
        ("[" * 100_000, "too_deep", 33),
        ("[1,]", "json_syntax", 4),
        ("[01]", "json_syntax", 3),
        ("[+1]", "json_syntax", 2),
        ('{"a" 1}', "json_syntax", 6),
        ("{a:1}", "json_syntax", 2),
        ("// x", "json_syntax", 1),
        ("[", "json_syntax", 2),
        ("\ufeff1", "json_syntax", 1),
        ("[1] x", "json_trailing", 5),
        ('["a\\x"]', "json_string", 4),
        ('["a', "json_string", 2),
        ('["\\ud800"]', "text_surrogate", 2),
    ],
)
def test_hostile_json_is_refused_by_name_and_place(text: str, code: str, column: int) -> None:
    bad = refusal(text)
    assert [problem.notice.code for problem in bad.problems] == [f"reading.{code}"]
    assert bad.problems[0].place == Place("f.json", 1, column)


def test_problems_found_before_broken_syntax_are_told_too() -> None:
    assert refusal('{"a": NaN, "a": 1').sentences("ja") == [
        "f.json:1:7: 「NaN」は数ではありません。有限の数を書いてください。",
        "f.json:1:12: 項目「a」が重複しています（最初は f.json:1:2）。どちらかを削除してください。",
        "f.json:1:18: JSONの文法に合いません。「,」または「}」が必要ですが、ファイルの終わり があります。"
        "直してください。",
    ]
