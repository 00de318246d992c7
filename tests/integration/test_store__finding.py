"""Full-text search finds two characters of Japanese on both databases and reads nothing as query syntax."""

from __future__ import annotations

import pytest
import store_samples as sample

from govflow.store import Store

_TITLES = {
    "A-1": "年金記録システムの更改",
    "A-2": "デジタル庁共通基盤(クラウド)の整備",
    "A-3": "PMO支援業務 2025年度",
    "A-4": "金融機関の年次調査",
}


@pytest.fixture
def found(store: Store):  # type: ignore[no-untyped-def]
    with store.begin() as work:
        for reference, title in _TITLES.items():
            sample.add_proposal(work, reference, title=title)
        work.commit()

    def find(text: str) -> list[str]:
        with store.reading() as work:
            return [row.reference for row in work.queries.proposals(limit=99, text=text)]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年金", ["A-1"]),
        ("デジタル", ["A-2"]),
        ("\uff83\uff9e\uff7c\uff9e\uff80\uff99", ["A-2"]),
        ("クラウド", ["A-2"]),
        ("pmo", ["A-3"]),
        ("PMO", ["A-3"]),
        ("2025", ["A-3"]),
        ("年", ["A-1", "A-3", "A-4"]),
        ("備", ["A-2"]),
        ("年金 更改", ["A-1"]),
        ("年金 整備", []),
        ("金年", []),
        ("存在しない語", []),
        ("システムの更改を", []),
        ("", []),
        ("・、。", []),
    ],
)
def test_words_are_found_and_absent_words_are_not(found, text: str, expected: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert found(text) == expected


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "'",
        "年金 OR デジタル",
        "年金 | デジタル",
        "NOT 年金",
        "年金*",
        "年金 NEAR 更改",
        "grams:年金",
        "年金:*",
        "!年金",
        "'年金' & '更改'",
        "(年金",
        "\\",
        "年金) OR (1=1",
        "-年金",
        "^年金",
        "%",
        "_",
        "\x00",
    ],
)
def test_what_is_typed_is_never_query_syntax(found, typed: str) -> None:  # type: ignore[no-untyped-def]
    assert set(found(typed)) <= {"A-1"}


def test_a_reindexed_proposal_is_found_by_its_new_words_only(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work, "A-1", title="年金")
        sample.add_proposal(work, "A-2", title="年金")
        work.proposals.reindex("A-1", "統計調査")
        for text, reference in (("年金", "A-2"), ("統計", "A-1")):
            assert [row.reference for row in work.queries.proposals(limit=9, text=text)] == [reference]


def test_a_proposal_without_words_is_kept_and_not_found(store: Store) -> None:
    with store.begin() as work:
        sample.add_proposal(work, title="!!")
        assert len(work.queries.proposals(limit=9)) == 1
        assert work.queries.proposals(limit=9, text="a") == []
