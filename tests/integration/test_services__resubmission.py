"""Submitting again: a key finds its proposal, a draft is revised or submitted, and nothing else is rewritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from government import Government, codes, rows

import govflow
from govflow.errors import BadInput, NotAuthorised, Refused

HEADER = "key,title,ministry,fiscal_year,kind,amount,purpose"
FIRST = "a-1,年金記録システムの更改,mof,2026,renewal,100000000,記録を正確に保つ。"
SECOND = "a-2,統計システムの新設,mof,2026,new,,"
TABLE = "\n".join((HEADER, FIRST, SECOND, ""))
ALONE = "\n".join((HEADER, FIRST, ""))


def submitted(
    cabinet: Government, path: Path, *, by: str = "mof_clerk", **options: Any
) -> govflow.Submission:
    return govflow.submit_file(cabinet.person(by), path, **options)


def refused_whole(cabinet: Government, text: str, *, code: str, placed: bool = True, **options: Any) -> None:
    """The first row of the file (or, not `placed`, all of it) is told as the one problem, and nothing is left."""
    path = cabinet.write("p.csv", text)
    before = rows(cabinet.url)
    with pytest.raises(BadInput) as bad:
        submitted(cabinet, path, **options)
    place = f"{path}:2:1" if placed else "None"
    assert [(str(problem.place), problem.notice.code) for problem in bad.value.problems] == [(place, code)]
    assert rows(cabinet.url) == before


def test_the_same_file_again_adds_nothing_and_changes_nothing(cabinet: Government) -> None:
    path = cabinet.write("p.csv", TABLE)
    submitted(cabinet, path)
    before = rows(cabinet.url)
    assert dict(submitted(cabinet, path).counts) == {"added": 0, "revised": 0, "unchanged": 2}
    assert rows(cabinet.url) == before


def test_a_changed_row_becomes_a_revision_of_the_same_draft(cabinet: Government) -> None:
    submitted(cabinet, cabinet.write("p.csv", TABLE), draft=True)
    first = cabinet.shown("MOF-2026-0001").revision
    changed = cabinet.write("p.csv", TABLE.replace("100000000", "90000000"))
    assert dict(submitted(cabinet, changed, draft=True).counts) == {"added": 0, "revised": 1, "unchanged": 1}
    shown = cabinet.shown("MOF-2026-0001")
    assert (shown.amount, shown.revision["number"]) == (90_000_000, 2)
    assert shown.revision["digest"] != first["digest"]
    assert govflow.verify(cabinet.session).holds


def test_a_returned_proposal_is_revised_and_submitted_again_by_its_file(cabinet: Government) -> None:
    submitted(cabinet, cabinet.write("p.csv", TABLE))
    cabinet.act("mof_pmo", "return", "MOF-2026-0002", note="金額を示すこと。")
    completed = cabinet.write("p.csv", TABLE.replace("2026,new,,", "2026,new,7,"))
    with pytest.raises(Refused) as unanswered:
        submitted(cabinet, completed)
    assert codes(unanswered.value) == ["guard.issues_unanswered"]
    done = submitted(cabinet, completed, draft=True)
    assert [(row.result, row.state) for row in done.rows] == [
        ("unchanged", "pmo_check"),
        ("revised", "draft"),
    ]
    assert cabinet.shown("MOF-2026-0002").amount == 7
    refused_whole(cabinet, TABLE, code="held_up.replies_for_one", replies=["1=補った。"], placed=False)
    alone = cabinet.write("one.csv", "\n".join((HEADER, SECOND.replace("new,,", "new,7,"), "")))
    done = submitted(cabinet, alone, replies=["1=要求額を記載した。"])
    assert [(row.result, row.state) for row in done.rows] == [("unchanged", "pmo_check")]
    assert cabinet.problems() == []


def test_what_is_no_draft_any_more_is_not_rewritten(cabinet: Government) -> None:
    submitted(cabinet, cabinet.write("p.csv", TABLE))
    changed = TABLE.replace("100000000", "90000000")
    refused_whole(cabinet, changed, code="submission.not_a_draft")


def test_a_proposal_never_changes_its_ministry(cabinet: Government) -> None:
    cabinet.organise(
        appointments=[
            {"person": "mof_clerk", "office": "mhlw.clerk", "concurrent": True, "from": "2025-04-01"}
        ]
    )
    submitted(cabinet, cabinet.write("p.csv", TABLE), draft=True)
    moved = TABLE.replace("更改,mof", "更改,mhlw")
    refused_whole(cabinet, moved, code="submission.key_taken", draft=True)


def test_another_ministrys_key_is_taken_and_its_proposal_stays_as_it_is(either: Government) -> None:
    submitted(either, either.write("p.csv", TABLE), draft=True)
    theirs = TABLE.replace(",mof,", ",mhlw,").replace("100000000", "1")
    with pytest.raises(BadInput) as bad:
        submitted(either, either.write("p.csv", theirs), by="mhlw_clerk")
    assert codes(bad.value) == ["submission.key_taken"] * 2
    shown = either.shown("MOF-2026-0001")
    assert (shown.amount, shown.revision["number"], shown.state) == (100_000_000, 1, "draft")


def test_a_revision_needs_the_same_authority_as_opening(cabinet: Government) -> None:
    submitted(cabinet, cabinet.write("p.csv", ALONE), draft=True)
    changed = cabinet.write("p.csv", ALONE.replace("100000000", "1"))
    with pytest.raises(NotAuthorised):
        submitted(cabinet, changed, by="mhlw_clerk", draft=True)
    assert cabinet.shown("MOF-2026-0001").amount == 100_000_000


def test_a_draft_that_lay_there_unchanged_is_submitted(either: Government) -> None:
    path = either.write("p.csv", TABLE)
    submitted(either, path, draft=True)
    done = submitted(either, path)
    assert dict(done.counts) == {"added": 0, "revised": 0, "unchanged": 2}
    assert [row.state for row in done.rows] == ["pmo_check", "pmo_check"]
    assert govflow.verify(either.session).holds
