"""The shipped programmes: what the published file says, read through its mapping, nothing counted twice."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from govflow.domain.programme import Programme, is_live, totals
from govflow.services.organisation.file import read_organisation
from govflow.services.programmes.file import read_programmes

EXAMPLES = Path(__file__).parents[2] / "examples"
SUFFIX = "(情報通信技術調達等適正・効率化推進費)"


@cache
def programmes() -> tuple[Programme, ...]:
    ministries = read_organisation(EXAMPLES / "organisation.yaml").ministries
    path = EXAMPLES / "it_programmes_fy2025.csv"
    return read_programmes(path, EXAMPLES / "it_programmes_fy2025.mapping.yaml", ministries=ministries)


def by_key(key: str) -> Programme:
    return next(programme for programme in programmes() if programme.key == key)


def test_there_are_609_programmes_with_603_names() -> None:
    assert len(programmes()) == 609
    assert len({programme.key for programme in programmes()}) == 609
    assert len({programme.title for programme in programmes()}) == 603


def test_322_budgets_are_not_stated_and_none_is_zero() -> None:
    assert sum(programme.budget is None for programme in programmes()) == 322
    assert all(programme.budget != 0 for programme in programmes())
    assert max(p.budget or 0 for p in programmes() if p.holder == "digital") == 269_432_043_050


def test_an_executed_zero_stays_zero() -> None:
    assert all(programme.executed is not None for programme in programmes())
    assert sum(programme.executed == 0 for programme in programmes()) == 175


def test_167_programmes_without_a_stated_budget_have_money_executed() -> None:
    assert sum(p.budget is None and bool(p.executed) for p in programmes()) == 167


def test_programme_4_is_the_one_umbrella_and_has_239_parts() -> None:
    assert {p.part_of for p in programmes()} == {None, "4"}
    parts = [p for p in programmes() if p.part_of == "4"]
    assert len(parts) == 239
    assert {p.holder for p in parts} == {"digital"}
    assert not any(p.title.endswith(SUFFIX) for p in programmes())


def test_totals_count_every_yen_once() -> None:
    found = totals(programmes())
    assert found.budget == 2_922_238_488_037
    assert (found.executed, found.parts_executed) == (2_291_738_777_196, 562_297_893_572)
    assert (found.parts, found.parts_budget, found.budgets_not_stated) == (239, 0, 322)


def test_45_programmes_had_ended_before_fy2025() -> None:
    assert sum(not is_live(programme, 2025) for programme in programmes()) == 45


def test_ministries_that_own_no_row_own_their_systems_all_the_same() -> None:
    owners = Counter(programme.owner for programme in programmes())
    holders = Counter(programme.holder for programme in programmes())
    assert (owners["mof"], owners["moj"], owners["nta"]) == (10, 12, 8)
    assert (holders["mof"], holders["moj"], holders["nta"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("key", "owner", "holder"),
    [
        ("20148", "mof", "digital"),  # 財務省行政情報化LANシステム
        ("20037", "moj", "digital"),  # 登記情報システム
        ("20079", "nta", "digital"),  # 国税総合管理(KSK)システム
        ("20210", "jcg", "digital"),  # 行政情報システム(海上保安庁)
        ("15", "digital", "digital"),  # 電子政府の総合窓口システム
        ("4209", "jcg", "jcg"),  # written as 国土交通省海上保安庁
        ("4255", "jta", "jta"),  # written as 国土交通省観光庁
        ("6647", "fdma", "fdma"),
    ],
)
def test_owner_and_budget_holder_are_kept_apart(key: str, owner: str, holder: str) -> None:
    assert (by_key(key).owner, by_key(key).holder) == (owner, holder)


def test_only_rows_of_the_digital_agency_belong_to_somebody_else() -> None:
    moved = [p for p in programmes() if p.owner != p.holder]
    assert {p.holder for p in moved} == {"digital"}
    assert len(moved) == 127
    assert sum(p.holder == "digital" for p in programmes()) == 257
