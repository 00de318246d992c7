"""Lists narrowed by filters: what is meant by code or title, and what no definition knows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from government import Government, codes

import govflow
from govflow.errors import BadInput, NotFound


def listed(cabinet: Government, **filters: Any) -> list[str]:
    page = govflow.list_proposals(cabinet.onlooker, govflow.Filters(**filters))
    return [line.reference for line in page.lines]


def test_filters_narrow_a_list_and_combine(either: Government) -> None:
    draft, agency = either.draft(), either.draft(ministry="nta", title="国税の年金", fiscal_year=2027)
    checked = either.proposal(until="pmo_check")
    other = either.draft(ministry="mhlw", title="雇用統計")
    assert listed(either, ministry="mof") == [draft, checked, agency]
    assert listed(either, ministry="国税庁") == [agency]
    assert listed(either, state="draft") == [other, draft, agency]
    assert listed(either, role="pmo_head") == [checked]
    assert listed(either, fiscal_year=2027) == [agency]
    assert listed(either, workflow="it_investment", state="pmo_check", ministry="mof") == [checked]
    assert listed(either, due_before=date(2025, 4, 25)) == [checked]
    assert listed(either, text="年金", ministry="mof", state="draft") == [draft, agency]
    assert listed(either, text="統計") == [other]
    assert listed(either, text="存在しない語") == []


def test_an_unknown_ministry_in_a_filter_is_not_found(cabinet: Government) -> None:
    with pytest.raises(NotFound, match="did you mean"):
        listed(cabinet, ministry="財務将")


@pytest.mark.parametrize(
    ("filters", "code", "meant"),
    [
        ({"state": "pmo_chek"}, "views.unknown_state", "pmo_check"),
        ({"role": "pmo_haed"}, "views.unknown_role", "pmo_head"),
    ],
    ids=["state", "role"],
)
def test_an_unknown_name_in_a_filter_is_not_found(
    cabinet: Government, filters: dict[str, str], code: str, meant: str
) -> None:
    with pytest.raises(NotFound, match=f"did you mean '{meant}'") as missing:
        listed(cabinet, **filters)
    assert codes(missing.value) == [code]


@pytest.mark.parametrize(
    "filters",
    [
        {"state": "PMO Check"},
        {"state": "ＰＭＯ確認"},
        {"state": "PMO_CHECK", "workflow": "it_investment"},
        {"role": "PMO責任者"},
        {"role": "pmo HEAD"},
        {"ministry": "MOF"},
        {"ministry": "ministry of finance"},
        {"ministry": "財務省"},
    ],
)
def test_a_filter_is_meant_by_code_or_title_in_any_case(cabinet: Government, filters: dict[str, str]) -> None:
    checked = cabinet.proposal(until="pmo_check")
    cabinet.draft(ministry="mhlw")
    assert listed(cabinet, **filters) == [checked]


def test_a_state_that_no_definition_knows_says_where_they_are_shown(cabinet: Government) -> None:
    with pytest.raises(NotFound) as missing:
        listed(cabinet, state="nowhere")
    assert missing.value.notices[0].params["command"] == "govflow workflow show it_investment"


def test_overdue_is_narrowed_by_ministry_state_and_role(either: Government) -> None:
    checked = either.proposal(until="pmo_check")
    other = either.proposal(until="ministry_review", ministry="mhlw")
    session = either.on("2025-05-12").onlooker

    def late(
        ministry: str | None = None, state: str | None = None, role: str | None = None
    ) -> list[tuple[str, str | None]]:
        lines = govflow.overdue(session, ministry=ministry, state=state, role=role).lines
        return [(line.reference, line.step) for line in lines]

    assert late(ministry="財務省") == [(checked, None)]
    assert late(role="ciso") == [(other, "ciso_concurrence")]
    assert {reference for reference, _ in late(state="ministry_review")} == {other}
    assert late(state="ministry_review", ministry="mof") == []


def test_a_narrowed_page_goes_on_where_it_ended(cabinet: Government) -> None:
    for _ in range(3):
        cabinet.proposal(until="pmo_check")
        cabinet.proposal(until="pmo_check", ministry="mhlw")
    session = cabinet.on("2025-05-12").onlooker
    first = govflow.overdue(session, ministry="mof", limit=2)
    rest = govflow.overdue(session, ministry="mof", limit=2, after=first.more)
    assert (len(first.lines), len(rest.lines), rest.more) == (2, 1, None)
    assert {line.ministry_title["ja"] for line in (*first.lines, *rest.lines)} == {"財務省"}


TWICE = """\
format: 1
name: errand
version: 1
title: {ja: 用務, en: errand}
initial: asked
roles: {runner: {title: {ja: PMO責任者, en: runner}}}
fields:
  title: {type: text, required: true, title: {ja: 件名, en: title}}
  ministry: {type: ministry, required: true, title: {ja: 府省庁, en: ministry}}
  fiscal_year: {type: year, required: true, title: {ja: 年度, en: fiscal year}}
triggers: {go: {ja: 完了, en: go}}
states:
  asked: {title: {ja: 起案中, en: asked}, role: runner, due: {working_days: 1}}
  done: {title: {ja: 済み, en: done}, end: true}
transitions:
  - {trigger: go, from: asked, to: done, roles: [runner]}
"""


def test_a_title_that_two_definitions_give_to_different_things_has_to_be_told_apart(
    cabinet: Government,
) -> None:
    reference = cabinet.draft()
    govflow.load_workflow(cabinet.session, str(cabinet.write("errand.yaml", TWICE)))
    for kind, title, named in (
        ("state", "起案中", ["draft", "asked"]),
        ("role", "PMO責任者", ["pmo_head", "runner"]),
    ):
        with pytest.raises(BadInput) as ambiguous:
            listed(cabinet, **{kind: title})
        assert codes(ambiguous.value) == [f"views.ambiguous_{kind}"]
        assert sorted(ambiguous.value.notices[0].params["names"]) == sorted(named)
    assert listed(cabinet, state="起案中", workflow="it_investment") == [reference]
