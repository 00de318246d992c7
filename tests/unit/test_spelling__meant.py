"""What people write for a name: any case and width, as long as only one thing goes by it."""

from __future__ import annotations

import pytest

from govflow.messages import Title, say
from govflow.services.spelling import Spellings, coded, hint

KINDS = Spellings({"new": ("新規", "new"), "renewal": ("更改・継続", "Renewal"), "pc": ("ＰＣ", "computer")})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("renewal", "renewal"),
        ("RENEWAL", "renewal"),
        ("更改・継続", "renewal"),
        ("更改･継続", "renewal"),
        ("PC", "pc"),
        ("Computer", "pc"),
        (" new ", "new"),
        ("更改", None),
        ("renew", None),
        ("", None),
    ],
)
def test_a_name_is_known_in_any_case_and_width_but_never_by_a_part(text: str, meant: str | None) -> None:
    assert KINDS.meant(text) == meant


def test_what_two_things_are_called_means_neither_and_a_code_always_means_its_own() -> None:
    shared = Spellings({"a": ("同じ", "b"), "b": ("同じ", "A")})
    assert shared.meant("同じ") is None
    assert (shared.meant("a"), shared.meant("b")) == ("a", "b")
    assert shared.meant("B") == "b"


@pytest.mark.parametrize(
    ("text", "near"), [("更改", ["renewal"]), ("renewl", ["renewal"]), ("新規案件", ["new"]), ("運用", [])]
)
def test_a_part_or_a_slip_of_the_pen_suggests_what_was_meant(text: str, near: list[str]) -> None:
    assert KINDS.nearest(text) == near


def test_titles_are_told_with_the_code_to_type() -> None:
    assert coded("amount", Title("金額", "amount")) == Title("金額（amount）", "amount")
    assert coded("kpi", Title("kpi", "indicator")) == Title("kpi", "indicator (kpi)")


def test_a_hint_names_one_or_several_or_says_nothing() -> None:
    one, other = Title("金額（amount）", "amount"), Title("年度（year）", "year")
    single, several = hint([one]), hint([one, other])
    assert hint([]) == ""
    assert not isinstance(single, str)
    assert not isinstance(several, str)
    assert say(single, "ja") == "（もしかして「金額（amount）」？）"
    assert say(several, "en") == " (did you mean one of amount, year?)"
