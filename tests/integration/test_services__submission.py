"""Submission: files become proposals whole or not at all, are recognised by their keys, and are told exactly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from government import CONTENT, OF_REFUSALS, Government, codes, rows

import govflow
from govflow.errors import BadInput, NotAuthorised

HEADER = "key,title,ministry,fiscal_year,kind,amount,purpose"
FIRST = "a-1,年金記録システムの更改,mof,2026,renewal,100000000,記録を正確に保つ。"
SECOND = "a-2,統計システムの新設,mof,2026,new,,"
TABLE = "\n".join((HEADER, FIRST, SECOND, ""))


def table(*lines: str, header: str = HEADER) -> str:
    return "\n".join((header, *lines, ""))


def submitted(
    cabinet: Government, path: Path, *, by: str = "mof_clerk", **options: Any
) -> govflow.Submission:
    return govflow.submit_file(cabinet.person(by), path, **options)


def told(
    cabinet: Government, text: str | bytes, name: str = "p.csv", **options: Any
) -> list[tuple[str, str]]:
    """Place (line:column) and code of every problem of a file, which must have left nothing behind."""
    path = cabinet.write(name, text)
    before = rows(cabinet.url, without=OF_REFUSALS)
    with pytest.raises(BadInput) as bad:
        submitted(cabinet, path, **options)
    assert rows(cabinet.url, without=OF_REFUSALS) == before
    places = [(problem.place, problem.notice.code) for problem in bad.value.problems]
    assert all(place is None or place.file == str(path) for place, _ in places)
    return [(f"{place.line}:{place.column}" if place else "", code) for place, code in places]


def test_each_row_of_a_table_becomes_a_submitted_proposal(either: Government) -> None:
    done = submitted(either, either.write("p.csv", TABLE))
    assert dict(done.counts) == {"added": 2, "revised": 0, "unchanged": 0}
    assert [(row.line, row.key, row.reference, row.state) for row in done.rows] == [
        (2, "a-1", "MOF-2026-0001", "pmo_check"),
        (3, "a-2", "MOF-2026-0002", "pmo_check"),
    ]
    assert either.shown("MOF-2026-0002").amount is None


def test_drafts_stay_drafts_and_may_be_incomplete(cabinet: Government) -> None:
    path = cabinet.write("p.csv", table("a-1,題名,mof,2026", header="key,title,ministry,fiscal_year"))
    assert [row.state for row in submitted(cabinet, path, draft=True).rows] == ["draft"]


@pytest.mark.parametrize("name", ["p.yaml", "p.json"])
def test_one_proposal_comes_as_yaml_or_json(cabinet: Government, name: str) -> None:
    path = cabinet.write(name, json.dumps({"key": "a-1", **CONTENT}, ensure_ascii=False))
    (row,) = submitted(cabinet, path).rows
    assert (row.result, row.title) == ("added", CONTENT["title"])


@pytest.mark.parametrize(
    ("encoding", "told_as"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp932", "cp932")]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=ascii)
def test_tables_come_in_the_encodings_that_offices_use(
    cabinet: Government, encoding: str, told_as: str, newline: str
) -> None:
    path = cabinet.write("p.csv", TABLE.replace("\n", newline).encode(encoding))
    done = submitted(cabinet, path, encoding=told_as)
    assert [row.title for row in done.rows] == ["年金記録システムの更改", "統計システムの新設"]


def test_another_encoding_than_told_is_refused(cabinet: Government) -> None:
    assert told(cabinet, TABLE.encode("cp932")) != []


def test_columns_and_keys_may_be_titles_in_either_language(cabinet: Government) -> None:
    header = "key,件名,府省庁,対象年度,区分,要求額"
    path = cabinet.write("p.csv", table("a-1,題名,財務省,2026,更改・継続,5", header=header))
    submitted(cabinet, path)
    shown = cabinet.shown("MOF-2026-0001")
    assert {field["name"]: field["value"] for field in shown.fields} == {
        "title": "題名",
        "ministry": "mof",
        "fiscal_year": 2026,
        "kind": "renewal",
        "amount": 5,
    }
    path = cabinet.write("p.yaml", "key: a-2\n件名: 題名\nministry: 財務省\n年度: 2026\nkind: new\n")
    assert submitted(cabinet, path).counts["added"] == 1


def test_one_field_under_two_of_its_names_is_refused(cabinet: Government) -> None:
    doubled = table("a-1,題名,別の題名,mof,2026,new", header="key,title,件名,ministry,fiscal_year,kind")
    assert told(cabinet, doubled) == [("1:3", "submission.doubled_field")]
    assert told(
        cabinet, "key: a\ntitle: x\n件名: y\nministry: mof\nfiscal_year: 2026\nkind: new\n", "p.yaml"
    ) == [("3:1", "submission.doubled_field")]


def test_a_wrong_header_is_answered_with_what_is_required_and_what_is_near(cabinet: Government) -> None:
    path = cabinet.write("p.csv", table("a-1,題名,mof,5", header="key,件名称,省庁,金額"))
    with pytest.raises(BadInput) as bad:
        submitted(cabinet, path)
    assert [said.removeprefix(f"{path}:") for said in bad.value.sentences("ja")] == [
        "1:1: 列が足りません：案件名（title）、府省庁（ministry）、対象年度（fiscal_year）、区分（kind）。"
        "必須の列は、key、案件名（title）、府省庁（ministry）、対象年度（fiscal_year）、区分（kind）です。"
        "追加してください。",
        "1:2: 「件名称」という列はありません（もしかして「案件名（title）」？）。"
        "列名を直すか、列を削除してください。",
        "1:3: 「省庁」という列はありません（もしかして、府省庁（ministry）、影響を受ける府省庁（affected_ministries）、"
        "予算計上府省庁（budget_holder） のどれか？）。列名を直すか、列を削除してください。",
    ]


def test_a_foreign_column_beside_all_the_required_ones_is_told_alone(cabinet: Government) -> None:
    foreign = table("a-1,題名,mof,2026,new,1", header="key,TITLE,ministry,fiscal_year,kind,zzz")
    assert told(cabinet, foreign) == [
        ("1:1", "submission.columns_there"),
        ("1:6", "submission.unknown_column"),
    ]


def test_drafts_need_fewer_columns(cabinet: Government) -> None:
    few = table("a-1,題名,mof,2026", header="key,title,ministry,fiscal_year")
    assert told(cabinet, few) == [("1:1", "submission.columns_missing")]


def test_an_amount_and_a_year_come_as_offices_write_them(cabinet: Government) -> None:
    lines = ['a-1,題名,mof,令和8年度,new,"1,200,000,000",', "a-2,題名,mof,FY2026,new,１２００,"]
    submitted(cabinet, cabinet.write("p.csv", table(*lines)))
    assert cabinet.shown("MOF-2026-0001").amount == 1_200_000_000
    assert cabinet.shown("MOF-2026-0002").amount == 1200
    assert told(cabinet, table('a-3,題名,mof,26,new,"12,00",')) == [
        ("2:4", "reading.not_a_year"),
        ("2:6", "reading.number_grouping"),
    ]


def test_a_dry_run_tells_what_would_become_of_each_row_and_keeps_nothing(cabinet: Government) -> None:
    path = cabinet.write("p.csv", TABLE)
    before = rows(cabinet.url)
    assert submitted(cabinet, path, dry_run=True).counts["added"] == 2
    assert rows(cabinet.url) == before


def test_a_file_that_lacks_nothing_but_authority_is_not_authorised(cabinet: Government) -> None:
    path = cabinet.write("p.csv", table(FIRST))
    with pytest.raises(NotAuthorised) as refused:
        submitted(cabinet, path, by="mhlw_clerk")
    assert codes(refused.value) == ["submission.not_authorised", *["authority.held_by"] * 3]
    with cabinet.session.store.reading() as work:
        logged = work.refusals.latest(1)[0]
        assert work.proposals.get("MOF-2026-0001") is None
    assert (logged.person, logged.trigger, logged.kind) == ("mhlw_clerk", "submit", "authorisation")


def test_nobody_opens_proposals_of_another_ministry_and_the_attempt_is_logged(cabinet: Government) -> None:
    denied = ["submission.not_authorised", *["authority.held_by"] * 3]  # clerk, PJMO and head of the PMO may
    assert told(cabinet, TABLE, by="mhlw_clerk") == [
        (f"{line}:1", code) for line in (2, 3) for code in denied
    ]
    with cabinet.session.store.reading() as work:
        logged = work.refusals.latest(1)[0]
    assert (logged.person, logged.trigger, logged.kind) == ("mhlw_clerk", "submit", "authorisation")


def test_an_unmapped_account_opens_nothing(cabinet: Government) -> None:
    with govflow.open(cabinet.url, account="stranger") as session, pytest.raises(NotAuthorised):
        govflow.submit_file(session, cabinet.write("p.csv", TABLE))


def test_every_problem_of_a_file_comes_at_once_with_its_place(cabinet: Government) -> None:
    bad = table(
        "a-1,題名,mofu,2026,renewl,100000000,",
        "a-2,,mof,2910,new,-5,",
        "a-1,題名,mof,2026,new,1.5,",
        "a-4,題名\x07,mof,2026,new,1000000000000000001,",
    )
    assert told(cabinet, bad) == [
        ("2:3", "values.unknown_ministry"),
        ("2:5", "values.unknown_choice"),
        ("3:2", "submission.missing_field"),
        ("3:4", "reading.integer_out_of_range"),
        ("3:6", "reading.yen_negative"),
        ("4:1", "submission.repeated_key"),
        ("4:6", "reading.number_fraction"),
        ("5:2", "reading.text_unfit"),
        ("5:6", "reading.yen_too_large"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("amount", "-1", "reading.yen_negative"),
        ("amount", "0.5", "reading.number_fraction"),
        ("amount", "1000000000000000001", "reading.yen_too_large"),
        ("amount", "千円", "reading.not_a_number"),
        ("fiscal_year", "2910", "reading.integer_out_of_range"),
        ("fiscal_year", "令和", "reading.not_a_year"),
        ("title", "a\x1bb", "reading.text_unfit"),
        ("title", "a\u202eb", "reading.text_unfit"),
        ("title", "か\u3099", "reading.text_unfit"),
        ("title", "", "submission.missing_field"),
        ("kind", "renewl", "values.unknown_choice"),
        ("ministry", "大蔵省", "values.unknown_ministry"),
        ("key", "", "reading.required"),
        ("nonsense", "1", "submission.unknown_field"),
    ],
)
def test_each_unfit_value_is_refused(cabinet: Government, field: str, value: str, code: str) -> None:
    whole = {"key": "a-1", **CONTENT, field: value}
    (problem,) = told(cabinet, json.dumps(whole, ensure_ascii=False), "p.json")
    assert problem[1] == code


@pytest.mark.parametrize("amount", [0, 10**18])
def test_nothing_and_the_largest_amount_are_amounts(cabinet: Government, amount: int) -> None:
    assert cabinet.shown(cabinet.draft(amount=amount)).amount == amount


def test_unknown_names_come_with_what_was_meant(cabinet: Government) -> None:
    path = cabinet.write("p.csv", table("a-1,題名,財務将,2026,renewl,1,", header=HEADER))
    with pytest.raises(BadInput) as bad:
        submitted(cabinet, path)
    ministry, kind = bad.value.sentences("en")
    assert "did you mean '財務省'" in ministry
    assert "did you mean 'renewal'" in kind


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.yaml", "key: [\n"),
        ("p.yaml", "key: a\nkey: b\n"),
        ("p.json", '{"key": 1,}'),
        ("p.json", '{"key": NaN}'),
        ("p.json", "[1, 2]"),
        ("p.csv", ""),
        ("p.csv", HEADER + "\n"),
        ("p.csv", table("a-1,too,few")),
        ("p.csv", table('a-1,"never closed')),
        ("p.csv", table(header="key,key")),
        ("p.csv", b"\xff\xfe\x00"),
    ],
    ids=ascii,
)
def test_a_broken_file_is_told_and_leaves_nothing(cabinet: Government, name: str, text: str | bytes) -> None:
    assert told(cabinet, text, name) != []


def test_one_bad_row_never_half_applies_a_file(cabinet: Government) -> None:
    many = [f"a-{number},題名,mof,2026,new,1," for number in range(50)]
    assert told(cabinet, table(*many, "b,題名,mof,2026,new,x,")) == [("52:6", "reading.not_a_number")]


def test_plain_content_is_read_as_strictly_as_a_file(cabinet: Government) -> None:
    with pytest.raises(BadInput) as bad:
        cabinet.draft(amount=1.5, kind="renewl", nonsense=1)
    assert set(codes(bad.value)) == {
        "reading.number_fraction",
        "values.unknown_choice",
        "submission.unknown_field",
    }


def test_references_count_up_for_each_ministry_and_year(cabinet: Government) -> None:
    opened = [
        cabinet.draft(ministry=m, fiscal_year=y) for m, y in (("mof", 2026), ("nta", 2026), ("mof", 2027))
    ]
    assert [*opened, cabinet.draft()] == ["MOF-2026-0001", "NTA-2026-0001", "MOF-2027-0001", "MOF-2026-0002"]


def test_a_file_may_name_its_workflow_for_itself(cabinet: Government) -> None:
    whole = {"key": "a-1", "workflow": "it_investment", **CONTENT}
    path = cabinet.write("p.json", json.dumps(whole))
    assert submitted(cabinet, path).workflow == "it_investment"
