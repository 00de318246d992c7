"""The words that people read: one word for one thing in Japanese, and one register in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from source import PACKAGE
from test_catalogue import Texts, texts

CHECKOUT = PACKAGE.parent
READ_BY_PEOPLE = (
    *sorted((PACKAGE / "messages").glob("*.py")),
    *sorted((CHECKOUT / "templates" / "ja").rglob("*.j2")),
    *sorted((CHECKOUT / "workflows").glob("*.yaml")),
    *sorted((CHECKOUT / "workflows" / "bodies").glob("*.yaml")),
    CHECKOUT / "examples" / "organisation.yaml",
)

RETIRED = {
    r"府省(?!庁|CIO|副CIO)(?![,\]、])": "府省庁, beside the offices that are called 府省CIO",
    r"照会「": "手順 for a step of a workflow",
    r"前提": "先行条件 for a precedent condition",
    r"PMO長": "PMO責任者",
    r"手続き": "手続",
    r"フォルダ(?!ー)|ディレクトリ": "フォルダー",
    r"テンプレート": "様式 for a document's template",
    r"書面から|書面の記録": "紙の記録から登録する for a meeting held before; 書面 is deciding in writing",
    r"締め切|締切済|採決の締切": "終了 for the close of a ballot; 締切 is its deadline",
    r"お[書使選試]\w{1,2}ください|ご(?:確認|利用|指定)ください": "〜してください",
}
"""Words that were said beside another for the same thing, and the one that is said instead."""

ERRORS = ("acts", "administration", "authority", "body", "calendars", "deadline", "documents", "guard", "organisation",
          "programme", "reading", "resources", "session", "store", "submission", "values", "views",
          "voting", "workflow")  # fmt: skip
"""Areas whose sentences tell what is wrong."""

PARTS = ("documents.not_printable",)
"""Parts of sentences that have a sentence in them."""

PART = re.compile(r"^(?!.*[。．]).*$", re.DOTALL)
"""In Japanese only whole sentences end in 。, so that a text without one is a part of a sentence or a list."""


@pytest.mark.parametrize(("retired", "said"), RETIRED.items())
def test_one_thing_has_one_word(retired: str, said: str) -> None:
    assert [found for path in READ_BY_PEOPLE for found in occurrences(path, retired)] == []


def occurrences(path: Path, pattern: str) -> Iterator[str]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if re.search(pattern, line):
            yield f"{path.relative_to(CHECKOUT)}:{number}: {line.strip()}"


def test_an_english_sentence_about_an_error_begins_with_a_capital() -> None:
    assert [code for code, pair in sentences() if re.match("[a-z]", without_place(pair[1]))] == []


def test_an_english_sentence_about_an_error_ends_as_one() -> None:
    """A list or a command to type stands at its end as it is."""
    assert [code for code, (_, english) in sentences() if not re.search(ENDED, english)] == []


ENDED = r"(\.|\{hint\}|: \{\w+\}|\{(values|fields|lacking)\}|(: |see: |with: )(govflow|pip) .*)$"


def test_a_japanese_sentence_about_an_error_is_polite() -> None:
    assert [code for code, (japanese, _) in sentences() if re.search(PLAIN, japanese)] == []


PLAIN = r"(?:である|だ|ない|(?<!ま)(?<!せんで)した|する|れる|いる|ある)。"
"""Ends of sentences in the plain style."""


def sentences() -> Iterator[tuple[str, tuple[str, str]]]:
    known: Texts = texts()
    for code, pair in known.items():
        if code.partition(".")[0] in ERRORS and code not in PARTS and not PART.match(pair[0]):
            yield code, pair


def without_place(english: str) -> str:
    return english.removeprefix("{place}: ")


def test_the_checks_themselves_see_a_breach() -> None:
    """Negative control."""
    assert re.search(PLAIN, "保管庫がない。")
    assert not re.search(PLAIN, "保管庫がありません。")
    assert not re.search(ENDED, "there is no store")
    for retired, written in zip(RETIRED, WRONG, strict=True):
        assert re.search(retired, written), written


WRONG = (
    "各府省の長",
    "照会「意見」",
    "前提の条件",
    "PMO長",
    "手続きを通して",
    "フォルダに書く",
    "テンプレート",
    "書面から記載",
    "締め切りました",
    "ご確認ください",
)
