"""The receipt of an act: what happened, the new state, who is next, by when."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from printed import printed

import govflow
from govflow.cli.output import Output
from govflow.cli.receipt import show_receipt

RECEIPT = govflow.Receipt(
    key="k1",
    reference="MOF-2025-0001",
    title="国有財産台帳システムの更改",
    trigger="accept",
    act={"ja": "受付", "en": "accept"},
    moved=True,
    state="ministry_review",
    state_title={"ja": "府省庁内審査", "en": "ministry review"},
    person="heisato.haru",
    by={"ja": "丙里 悠", "en": "Heisato Haru"},
    office="mof.pmo",
    office_title={"ja": "財務省PMO責任者", "en": "Head of PMO, MOF"},
    via="own",
    on_behalf_of=None,
    on_behalf_title=None,
    seq=3,
    recorded_at="2025-04-10T23:30:00.000000Z",
    next_role={"ja": "府省CIO", "en": "Ministry CIO"},
    next=({"ja": "丁倉 光", "en": "Chokura Hikari"},),
    due_on="2025-05-07",
    documents=("EN-2025-0001",),
)
SESSION: Any = SimpleNamespace(store=SimpleNamespace(info=SimpleNamespace(timezone="Asia/Tokyo")))


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(receipt: govflow.Receipt, *, dry_run: bool = False, lang: str = "en") -> str:
    def show(out: Output) -> None:
        show_receipt(out, receipt, session=SESSION, dry_run=dry_run)

    return printed(show, lang)


def test_it_tells_what_happened_who_is_next_and_by_when() -> None:
    assert shown(RECEIPT) == (
        "MOF-2025-0001: accept; now in 'ministry review'.\n"
        "Title:     国有財産台帳システムの更改\n"
        "By:        Heisato Haru (Head of PMO, MOF)\n"
        "Next:      Ministry CIO: Chokura Hikari\n"
        "Due:       2025-05-07\n"
        "Documents: EN-2025-0001\n"
        "Recorded:  2025-04-11 08:30 (history entry 3)\n"
    )


def test_it_speaks_japanese() -> None:
    text = shown(RECEIPT, lang="ja")
    assert text.startswith("MOF-2025-0001：「受付」を行い、「府省庁内審査」になりました。\n")
    assert "府省CIO：丁倉 光" in text


def test_the_amount_that_an_act_kept_is_told_and_whether_it_is_what_was_asked_for() -> None:
    reduced = RECEIPT._replace(amount=1_400_000_000)
    assert "Amount:    ¥1,400,000,000\n" in shown(reduced)
    assert "Amount:    ¥1,400,000,000 (as asked)\n" in shown(reduced._replace(as_asked=True))
    assert "1,400,000,000円（要求どおり）" in shown(reduced._replace(as_asked=True), lang="ja")
    assert "Amount" not in shown(RECEIPT)


def test_an_act_that_moves_nothing_says_that_the_state_stays() -> None:
    assert "still in 'ministry review'" in shown(RECEIPT._replace(moved=False))


def test_a_repeated_act_is_told_apart_from_a_new_one() -> None:
    assert "This key was used before" in shown(RECEIPT._replace(repeated=True))


def test_a_dry_run_says_that_nothing_was_kept() -> None:
    assert shown(RECEIPT, dry_run=True).endswith("Dry run: nothing was kept.\n")


def test_who_acts_for_another_says_for_whom() -> None:
    cio = {"ja": "財務省CIO", "en": "CIO, MOF"}
    substitute = RECEIPT._replace(via="substitution", on_behalf_of="mof.cio", on_behalf_title=cio)
    assert "(Head of PMO, MOF, in the absence of CIO, MOF)" in shown(substitute)
    delegate = substitute._replace(via="delegation")
    assert "（財務省PMO責任者、財務省CIOの専決）" in shown(delegate, lang="ja")


def test_codes_are_for_programs() -> None:
    assert "heisato.haru" not in shown(RECEIPT)
    assert "mof.pmo" not in shown(RECEIPT, lang="ja")


def test_an_office_that_nobody_can_fill_is_named_all_the_same() -> None:
    assert "Ministry CIO (nobody can act for it now)" in shown(RECEIPT._replace(next=()))


@pytest.mark.parametrize(
    ("filled_by", "how"),
    [("body", "CIO council (by its proceedings)"), ("itself", "CIO council (of itself)")],
)
def test_what_nobody_does_next_is_told_as_such(filled_by: str, how: str) -> None:
    council = {"ja": "CIO連絡会議", "en": "CIO council"}
    text = shown(RECEIPT._replace(next=(), next_role=council, filled_by=filled_by))
    assert f"Next:      {how}\n" in text


def test_an_end_has_nobody_next() -> None:
    ended = shown(RECEIPT._replace(next_role=None, next=(), due_on=None))
    assert "Next" not in ended
    assert "Due" not in ended
