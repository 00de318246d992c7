"""Two revisions side by side: what was sent back against what there is now, with the changed parts marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from government import CONTENT, Government, refused

import govflow
from govflow.errors import BadInput, NotAuthorised, NotFound


@pytest.fixture
def resubmitted(cabinet: Government) -> str:
    """Sent back as revision 1, revised twice."""
    reference = cabinet.proposal(until="pmo_check", key="k", outline="端末を更新する。運用は内製とする。")
    cabinet.act("mof_pmo", "return", reference, issues=["outline: 運用の体制を直すこと。"])
    for outline, amount in (
        ("端末を更新する。", 100_000_000),
        ("端末を更新する。運用は委託とする。", 90_000_000),
    ):
        content = {**CONTENT, "outline": outline, "amount": amount}
        govflow.submit(cabinet.person("mof_clerk"), content, key="k", draft=True)
    return reference


def test_what_was_sent_back_stands_beside_what_there_is_now(cabinet: Government, resubmitted: str) -> None:
    found = govflow.compare(cabinet.onlooker, resubmitted)
    assert (found.old.number, found.new.number) == (1, 3)
    assert [field.name for field in found.fields] == ["amount", "outline"]
    amount, outline = found.fields
    assert (amount.side("ja", new=False), amount.side("ja", new=True)) == (
        "[-100,000,000-]円",
        "[+90,000,000+]円",
    )
    assert outline.side("ja", new=False) == "端末を更新する。運用は[-内製-]とする。"
    assert outline.side("ja", new=True) == "端末を更新する。運用は[+委託+]とする。"
    assert cabinet.shown(resubmitted).compared_with == 1


def test_any_two_revisions_can_be_compared(cabinet: Government, resubmitted: str) -> None:
    found = govflow.compare(cabinet.onlooker, resubmitted, old=1, new=2, every=True)
    assert {field.name for field in found.fields if not field.changed} >= {"title", "amount"}
    assert [field.name for field in found.fields if field.changed] == ["outline"]


def test_a_first_revision_has_nothing_beside_it(cabinet: Government, resubmitted: str) -> None:
    alone = cabinet.proposal()
    assert refused(BadInput, govflow.compare, cabinet.onlooker, alone) == ["held_up.one_revision"]
    assert refused(NotFound, govflow.compare, cabinet.onlooker, resubmitted, new=9) == ["held_up.no_revision"]


@pytest.mark.parametrize(("lang", "first"), [("ja", "改正後（第3版"), ("en", "Before (revision 1")])
def test_the_document_has_the_columns_in_the_order_of_its_language(
    cabinet: Government, resubmitted: str, lang: str, first: str
) -> None:
    found = govflow.compare(cabinet.onlooker, resubmitted)
    text = govflow.comparison_file(cabinet.onlooker, found, Path("t.md"), lang=lang)
    (head,) = (line for line in text.splitlines() if first in line)
    assert head.split("|")[2].strip().startswith(first)
    page = govflow.comparison_file(cabinet.onlooker, found, Path("t.html"), lang=lang)
    assert "運用は[+委託+]とする。" in page
    told = refused(BadInput, govflow.comparison_file, cabinet.session, found, Path("t.pdf"), lang=lang)
    assert told == ["held_up.form"]


def test_nobody_compares_what_was_not_open_to_them(cabinet: Government, resubmitted: str) -> None:
    secretariat = cabinet.person("secretariat")
    assert refused(NotAuthorised, govflow.compare, secretariat, resubmitted)[0] == "read.closed"
    cabinet.lead(resubmitted, "intake")
    assert refused(BadInput, govflow.compare, secretariat, resubmitted) == ["held_up.one_revision"]
    assert refused(NotFound, govflow.compare, secretariat, resubmitted, old=1) == ["held_up.no_revision"]
    assert govflow.compare(cabinet.person("mof_pmo"), resubmitted, old=1).fields
