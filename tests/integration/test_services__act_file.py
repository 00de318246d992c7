"""Many acts from one file: each guarded and recorded in its own right, committed in batches."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from government import ADMINISTRATOR, Government, codes, rows
from small_organisation import organisation

import govflow
from govflow.errors import BadInput

HEADER = "reference,trigger,person,note,data"


def acts(cabinet: Government, *lines: str, header: str = HEADER, name: str = "acts.csv") -> Path:
    return cabinet.write(name, "\n".join((header, *lines, "")))


def outcomes(report: govflow.ActsReport) -> list[str]:
    return [result.outcome for result in report.results]


def drafts(cabinet: Government, count: int) -> list[str]:
    return [cabinet.draft() for _ in range(count)]


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_every_line_is_an_act_of_its_own_whatever_the_batch(either: Government, batch: int) -> None:
    references = drafts(either, 3)
    path = acts(either, *(f"{reference},submit,mof_clerk,," for reference in references))
    report = govflow.act_file(either.session, path, batch=batch)
    assert outcomes(report) == ["done"] * 3
    assert [result.line for result in report.results] == [2, 3, 4]
    assert {either.state(reference) for reference in references} == {"pmo_check"}
    assert govflow.verify(either.session).holds


def test_a_refused_line_leaves_the_others_of_its_batch_alone(either: Government) -> None:
    first, second = drafts(either, 2)
    path = acts(
        either,
        f"{first},submit,mof_clerk,,",
        f"{first},accept,mof_clerk,,",
        "NO-1,submit,mof_clerk,,",
        f"{second},submit,nobody,,",
        f"{first},return,mof_pmo,,",
        f"{second},submit,mof_clerk,よろしく,",
    )
    report = govflow.act_file(either.session, path, batch=10)
    assert outcomes(report) == ["done", "refused", "refused", "refused", "refused", "done"]
    assert [result.code for result in report.results] == [
        None,
        "acts.not_authorised",
        "acts.unknown_reference",
        "session.unknown_person",
        "acts.missing_issues",
        None,
    ]
    with either.session.store.reading() as work:
        assert [row.trigger for row in work.refusals.latest(9)] == ["return", "accept"]


@pytest.mark.parametrize("batch", [1, 3])
def test_a_sum_that_no_tally_holds_is_a_refused_line_of_its_own(either: Government, batch: int) -> None:
    for _ in range(8):
        either.proposal(until="pmo_check", amount=10**18)
    fits, too_much, small = (either.draft(amount=amount) for amount in (10**18, 10**18, 0))
    path = acts(either, *(f"{reference},submit,mof_clerk,," for reference in (fits, too_much, small)))
    report = govflow.act_file(either.session, path, batch=batch)
    assert [result.code for result in report.results] == [None, "store.sum_too_large", None]
    assert [either.state(r) for r in (fits, too_much, small)] == ["pmo_check", "draft", "pmo_check"]
    assert govflow.verify(either.session).holds


@pytest.mark.parametrize("batch", [1, 2, 10])
@pytest.mark.parametrize("bad", ["accept,mof_clerk,,", "submit,nobody,,", 'accept,mof_pmo,,"{""x"": 1}"'])
def test_it_stops_at_the_first_refusal_where_wanted(cabinet: Government, batch: int, bad: str) -> None:
    first, second, third = drafts(cabinet, 3)
    path = acts(
        cabinet,
        f"{first},submit,mof_clerk,,",
        f"{first},{bad}",
        f"{second},submit,mof_clerk,,",
        f"{third},submit,mof_clerk,,",
    )
    report = govflow.act_file(cabinet.session, path, batch=batch, stop_at_refusal=True)
    assert outcomes(report) == ["done", "refused", "not_run", "not_run"]
    assert [cabinet.state(reference) for reference in (first, second, third)] == [
        "pmo_check",
        "draft",
        "draft",
    ]


def test_repeating_a_file_with_its_key_repeats_nothing_done(cabinet: Government) -> None:
    first, second = drafts(cabinet, 2)
    path = acts(cabinet, f"{first},submit,mof_clerk,,", f"{second},accept,mof_pmo,,")
    once = govflow.act_file(cabinet.session, path, key="monday")
    assert outcomes(once) == ["done", "refused"]
    cabinet.act("mof_clerk", "submit", second)
    again = govflow.act_file(cabinet.session, path, key="monday")
    assert outcomes(again) == ["repeated", "done"]
    assert (once.key, again.count("done"), again.count("repeated")) == ("monday", 1, 1)


def test_another_line_under_the_same_key_is_refused(cabinet: Government) -> None:
    first, second = drafts(cabinet, 2)
    govflow.act_file(cabinet.session, acts(cabinet, f"{first},submit,mof_clerk,,"), key="monday")
    report = govflow.act_file(cabinet.session, acts(cabinet, f"{second},submit,mof_clerk,,"), key="monday")
    assert [(result.outcome, result.code) for result in report.results] == [("refused", "acts.key_used")]


def test_results_are_told_after_their_commit(cabinet: Government) -> None:
    references = drafts(cabinet, 4)
    path = acts(cabinet, *(f"{reference},submit,mof_clerk,," for reference in references))
    seen: list[int] = []

    def look(result: govflow.ActResult) -> None:
        """Count from outside what is committed when a result is told."""
        with closing(sqlite3.connect(cabinet.url)) as other:
            (count,) = other.execute("SELECT count(*) FROM proposals WHERE state = 'pmo_check'").fetchone()
        seen.append(count)

    govflow.act_file(cabinet.session, path, batch=2, report=look)
    assert seen == [2, 2, 4, 4]


def test_values_come_as_json_and_offices_by_name(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    path = acts(
        cabinet,
        f'{reference},approve,gcio,cas.gcio,"{{""amount"": 5}}"',
        header="reference,trigger,person,office,data",
    )
    (result,) = govflow.act_file(cabinet.session, path).results
    assert result.receipt is not None
    assert (result.receipt.state, result.receipt.office) == ("approved", "cas.gcio")
    assert cabinet.shown(reference).records["decision"]["amount"] == 5


def test_documents_of_a_file_are_rendered_in_the_end(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    govflow.act_file(cabinet.session, acts(cabinet, f"{reference},approve,gcio,,"), batch=5)
    assert "決定" in govflow.memo(cabinet.onlooker, reference, lang="ja").text


@pytest.mark.parametrize(
    ("header", "line", "code"),
    [
        ("reference,trigger", ",submit", "reading.required"),
        ("reference,trigger,colour", "x,submit,red", "reading.column_unknown"),
        ("reference", "x", "reading.column_missing"),
        (HEADER, "x,submit,mof_clerk,,{oops", "reading.json_syntax"),
    ],
)
def test_a_file_with_a_problem_is_not_begun(cabinet: Government, header: str, line: str, code: str) -> None:
    reference = cabinet.draft()
    good = [reference, "submit", *[""] * (header.count(",") - 1)]
    path = acts(cabinet, ",".join(good[: header.count(",") + 1]), line, header=header)
    before = rows(cabinet.url)
    with pytest.raises(BadInput) as bad:
        govflow.act_file(cabinet.session, path)
    assert code in codes(bad.value)
    assert rows(cabinet.url) == before


def test_a_batch_names_only_the_caller_in_a_real_store(cabinet: Government) -> None:
    url = str(cabinet.folder / "real.db")
    content = organisation(accounts={ADMINISTRATOR: ["keeper"], "mof_clerk": ["ko"]})
    path = cabinet.write("real.json", json.dumps(content))
    govflow.create(
        url, organisation=path, workflows=["it_investment"], account="keeper", clock=lambda: cabinet.moment
    )
    with govflow.open(url, account="ko", clock=lambda: cabinet.moment) as session:
        reference = govflow.submit(
            session,
            {"title": "題名", "ministry": "mof", "fiscal_year": 2026, "kind": "new"},
            key="k",
            draft=True,
        ).reference
        with pytest.raises(BadInput) as bad:
            govflow.act_file(session, acts(cabinet, f"{reference},submit,mof_clerk,,"))
        assert codes(bad.value) == ["session.demonstration_only"]
        alone = acts(cabinet, f"{reference},submit", header="reference,trigger")
        (result,) = govflow.act_file(session, alone).results
        assert result.receipt is not None
        assert result.receipt.person == "mof_clerk"
