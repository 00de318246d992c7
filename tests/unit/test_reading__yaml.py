"""YAML: positions, the readable core of plain values, and what is refused."""

import subprocess
import sys

import pytest

from govflow.errors import BadInput, Place
from govflow.reading import LARGE_DOCUMENT_BYTES, Node, parse_yaml

SURPRISES = """\
yes_word: yes
on_word: on
no_word: No
capital: True
octal: 010
sexagesimal: 1:30
underscore: 1_000
hexadecimal: 0x10
day: 2026-04-01
plus: +5
infinity: .inf
number: 12
minus: -3
fraction: 1.5
flag: true
other: false
tilde: ~
nothing:
quoted: "12"
block: |
  null
"""


def codes(bad: BadInput) -> list[str]:
    return [problem.notice.code.removeprefix("reading.") for problem in bad.problems]


def refusal(text: str) -> BadInput:
    with pytest.raises(BadInput) as caught:
        parse_yaml(text, file="f.yaml")
    return caught.value


def at(node: Node, *path: str | int) -> Node:
    for step in path:
        if isinstance(step, int):
            assert node.items is not None
            node = node.items[step]
        else:
            assert node.entries is not None
            node = node.entries[step].node
    return node


def test_plain_values_mean_what_a_reader_expects() -> None:
    assert parse_yaml(SURPRISES, file="f.yaml").plain() == {
        "yes_word": "yes",
        "on_word": "on",
        "no_word": "No",
        "capital": "True",
        "octal": "010",
        "sexagesimal": "1:30",
        "underscore": "1_000",
        "hexadecimal": "0x10",
        "day": "2026-04-01",
        "plus": "+5",
        "infinity": ".inf",
        "number": 12,
        "minus": -3,
        "fraction": 1.5,
        "flag": True,
        "other": False,
        "tilde": None,
        "nothing": None,
        "quoted": "12",
        "block": "null\n",
    }


def test_every_value_and_key_knows_its_line_and_column() -> None:
    node = parse_yaml("題: 表\nlist:\n  - 𠮷: [a, 'b']\r\n    z: 1\n", file="f.yaml")
    assert node.place == Place("f.yaml", 1, 1)
    assert at(node, "題").place == Place("f.yaml", 1, 4)
    assert at(node, "list", 0, "𠮷", 1).place == Place("f.yaml", 3, 12)
    assert at(node, "list", 0, "z").place == Place("f.yaml", 4, 8)
    assert (at(node, "list", 0).entries or {})["z"].key_place == Place("f.yaml", 4, 5)


def test_a_number_keeps_its_spelling() -> None:
    assert at(parse_yaml("a: 1e3", file="f"), "a").written == "1e3"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "document_empty", 1, 1),
        ("# only a comment\n", "document_empty", 1, 1),
        ("--- a\n--- b", "yaml_several_documents", 2, 1),
        ("a: 1\nb: &x 2", "yaml_anchor", 2, 4),
        ("a: 1\nb: *x", "yaml_alias", 2, 4),
        ("*x : 1", "yaml_alias", 1, 1),
        ("<<: {a: 1}", "yaml_merge", 1, 1),
        ("a: !!str 1", "yaml_tag", 1, 4),
        ("a: !!python/object/apply:os.getcwd []", "yaml_tag", 1, 4),
        ("a: ! b", "yaml_tag", 1, 4),
        ("a: 1\nb: 2\na: 3", "key_repeated", 3, 1),
        ("1: a", "key_not_text", 1, 1),
        ("true: a", "key_not_text", 1, 1),
        ("[a]: b", "key_not_text", 1, 1),
        ("a: [1,\nb: }", "yaml_syntax", 2, 4),
        ('a: "\\uD800"', "yaml_syntax", 1, 7),
        ("%YAML 3.0\n---\na", "yaml_syntax", 1, 1),
        ("a: \x07", "source_character", 1, 4),
        ("a: 1\nb: x\u2028", "source_character", 2, 5),
        ("a: \ud800", "source_character", 1, 4),
        ("\ufeffa: 1", "source_character", 1, 1),
        ("a: 1e999", "number_not_finite", 1, 4),
        ("a: " + "9" * 5000, "number_too_long", 1, 4),
        ("[" * 33 + "]" * 33, "too_deep", 1, 33),
        ("[" * 100_000, "too_deep", 1, 33),
        ("{a: " * 50_000, "too_deep", 1, 129),
    ],
)
def test_hostile_yaml_is_refused_by_name_and_place(text: str, code: str, line: int, column: int) -> None:
    bad = refusal(text)
    assert codes(bad) == [code]
    assert bad.problems[0].place == Place("f.yaml", line, column)


def test_thirty_two_levels_are_read() -> None:
    assert parse_yaml("[" * 32 + "]" * 32, file="f").items is not None


def test_a_quoted_merge_sign_is_just_a_key() -> None:
    assert parse_yaml('"<<": a', file="f").plain() == {"<<": "a"}


def test_all_problems_come_at_once_up_to_broken_syntax() -> None:
    bad = refusal("a: &x 1\nb: *x\na: 2\n2: z\nc: [")
    assert codes(bad) == ["yaml_anchor", "yaml_alias", "key_repeated", "key_not_text", "yaml_syntax"]


def test_a_repeated_key_names_both_places() -> None:
    assert refusal("a: 1\nb: 2\na: 3").sentences("en") == [
        "f.yaml:3:1: The key 'a' is repeated (it first stands at f.yaml:1:1). Remove one of them."
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a:\n\tb: 1", "tabs"),
        ("a: b: c", "colon"),
        ('a: "x', "closed"),
        ("a: @b", "quotes"),
    ],
)
def test_common_mistakes_get_a_hint(text: str, hint: str) -> None:
    assert hint in refusal(text).sentences("en")[0]


def test_a_document_has_a_size_limit_that_the_caller_may_widen() -> None:
    text = "a: " + "x" * 300_000
    assert codes(refusal(text)) == ["too_large"]
    assert parse_yaml(text, file="f", limit=LARGE_DOCUMENT_BYTES).entries is not None


def test_the_python_parser_gives_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    from govflow.reading import yaml_composer

    by_c = parse_yaml(SURPRISES, file="f")
    monkeypatch.setattr(yaml_composer, "_LOADER", yaml.SafeLoader)
    assert parse_yaml(SURPRISES, file="f") == by_c


def test_yaml_is_imported_only_when_yaml_is_parsed() -> None:
    check = "import sys, govflow.reading; assert 'yaml' not in sys.modules"
    subprocess.run([sys.executable, "-c", check], check=True)
