"""Words are redacted where they tell an amount or a condition that is closed, and nowhere else."""

from __future__ import annotations

from decimal import Decimal

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
        "12百万",
        "12百万円",
        "1,200 万",
        "一千二百万",
        "0.12億",
        "１２，０００，０００",
        "12，000，000",
        "１２000000",
        "12M",
        "12.0 million",
        "12mn yen",
        "12 MILLION",
        "12-million-yen",
        "12 000 000 yen",
        "12 000 000",
        "12.000.000",
        "¥1,200万",
        "壱千弐百万円",
        "12,000千円",
        "1200,0000",
        "壱千弐百萬圓",
        "1２,000,000\u200b円",
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


@pytest.mark.parametrize(
    "told",
    [
        "Mend the gateway",
        "mend the GATEWAY",
        "Mend the\ngateway",
        "Ｍｅｎｄ\u3000the  gateway",
        "Mendthegateway",
    ],
)
def test_a_closed_text_is_found_however_it_is_typed(told: str) -> None:
    closing = Redaction.of({}, [Matter("問", conditions=({"text": "Mend the gateway", "closed": "理由"},))])
    assert closing.words(f"To {told}!") == f"To {BLACK}!"


def test_a_text_of_voiced_letters_is_found_in_half_width() -> None:
    closing = Redaction.of({}, [Matter("問", conditions=({"text": "ゲートウェイ", "closed": "理由"},))])
    assert closing.words("ゲートウェイを直す") == f"{BLACK}を直す"
    closing = Redaction.of({}, [Matter("問", conditions=({"text": "ガイドを直す", "closed": "理由"},))])
    assert closing.words("新ｶﾞｲﾄﾞを直す。") == f"新{BLACK}。"


@pytest.mark.parametrize("text", ["e", "可決", "2 5", "条 件"])
def test_a_closed_text_that_is_too_short_is_not_looked_for(text: str) -> None:
    closing = Redaction.of({}, [Matter("問", conditions=({"text": text, "closed": "理由"},))])
    assert closing.words(f"{text}と2025年の可決") == f"{text}と2025年の可決"


def test_only_what_people_wrote_is_redacted() -> None:
    closing = Redaction.of({}, [Matter("問", conditions=({"text": "passed", "closed": "理由"},))])
    given = {
        "outcome": "passed",
        "title": {"en": "It passed"},
        "positions": [{"text": "passed", "seat": "passed"}],
        "withheld": [{"title": "passed"}],
    }
    assert closing.told(given) == {
        "outcome": "passed",
        "title": {"en": f"It {BLACK}"},
        "positions": [{"text": BLACK, "seat": "passed"}],
        "withheld": given["withheld"],
    }


@given(st.integers(10_000, 10**12), st.sampled_from(["計3、", "3,", "計 "]))
def test_an_amount_is_found_also_after_another_number(amount: int, before: str) -> None:
    apart = f"{amount:,}".replace(",", " ")
    told = [str(amount), f"{amount:,}", f"{Decimal(amount) / 10**8}億", apart]
    for spelled in told[:1] if before == "3," else told:
        assert BLACK in redaction(amount).words(f"{before}{spelled}とする")
