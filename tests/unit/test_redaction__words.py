"""Words are redacted where they tell an amount or a condition that is closed, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govflow.documents.amounts import oku, yen
from govflow.domain.council.ballot import Matter
from govflow.domain.council.redaction import BLACK, Redaction

SECRET = "脆弱性を直すこと"
CONDITIONS = ({"text": "月次で報告すること"}, {"text": SECRET, "closed": "安全保障"})


def redaction(amount: int = 12_000_000, **closed: str) -> Redaction:
    return Redaction.of(closed or {"amount": "入札前"}, [Matter("問", amount=amount, conditions=CONDITIONS)])


@pytest.mark.parametrize(
    "told",
    [
        "12,000,000円",
        "12000000円",
        "12000000",
        "12,000,000",
        "１２，０００，０００円",
        "1,200万円",
        "1200万円",
        "1,200万",
        "一千二百万円",
        "¥12,000,000",
        "￥12 million",
        "JPY 12,000,000",
        "12 million",
        "12 million yen",
        "12,000,000 yen",
        "3億円",
        "500円",
    ],
)
def test_an_amount_is_redacted_however_it_is_written(told: str) -> None:
    assert redaction().words(f"これを{told}で決める。") == f"これを{BLACK}で決める。"
    assert redaction().words(f"at {told}.") in (f"at {BLACK}.", f"at {BLACK}")


@pytest.mark.parametrize(
    "kept",
    [
        "令和7年度第12号",
        "CIO-2025-D012",
        "2025-04-10T01:00:00.000000Z",
        "職員1200人、3回",
        "a12000000b",
        "312,000,000件",
    ],
)
def test_other_numbers_stay(kept: str) -> None:
    assert redaction().words(kept) == kept


def test_without_a_closed_amount_amounts_stay() -> None:
    assert redaction(reason="捜査中").words("1,200万円") == "1,200万円"


def test_a_closed_condition_is_redacted_in_words_and_an_open_one_is_not() -> None:
    said = f"{SECRET}と{CONDITIONS[0]['text']}を求める。"
    assert redaction().words(said) == f"{BLACK}と月次で報告することを求める。"
    assert redaction(conditions="交渉中").words(said) == f"{BLACK}と{BLACK}を求める。"


def test_what_is_closed_is_told_by_part_with_its_reason() -> None:
    matter = Matter("問", amount=5, conditions=CONDITIONS)
    assert redaction().why(matter) == {"amount": "入札前", "conditions.2": "安全保障"}
    assert redaction(conditions="交渉中").why(matter) == {"conditions": "交渉中"}
    assert redaction().why(Matter("問")) == {}


@given(st.integers(0, 10**15), st.sampled_from(["ja", "en"]))
def test_no_amount_as_documents_print_it_is_left(amount: int, lang: str) -> None:
    for printed in (yen(amount, lang), oku(amount, lang)):
        left = redaction(amount).words(f"x {printed} y")
        assert str(amount) not in left
        assert f"{amount:,}" not in left
        assert BLACK in left
