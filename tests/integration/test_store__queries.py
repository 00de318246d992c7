"""What waits for whom, what is overdue, and lists with filters: the same pages on both databases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import store_samples as sample

from govflow.domain.step import StepState
from govflow.errors import BadInput
from govflow.store import Store, UnitOfWork, WaitingRow
from govflow.store.queries import _WAITING

_MOF_CLERK = ("pmo_clerk", "mof")
_SECRETARIAT = ("secretariat", None)


def _fill(work: UnitOfWork) -> None:
    """Proposals of two ministries and of the centre, with and without due dates; steps of all kinds."""
    add = sample.add_proposal
    add(work, "MOF-1", due_on="2025-05-20")
    add(work, "MOF-2", due_on="2025-05-10", amount=None)
    add(work, "MOF-3", due_on=None)
    add(work, "MOF-4", due_on="2025-05-10", role="secretariat", state="preparation")
    add(work, "MOF-5", due_on=None, role=None, state="closed")
    add(work, "MIC-1", due_on="2025-05-01", ministry="mic", fiscal_year=2026, title="統計システム")
    add(work, "MIC-2", due_on=None, role="secretariat", state="preparation", ministry="mic")
    step = sample.step
    work.steps.add(step(1, reference="MOF-1", role="pmo_clerk", due_on="2025-05-10"))
    work.steps.add(step(2, reference="MOF-1", role="pmo_clerk", due_on=None, name="review"))
    work.steps.add(step(3, reference="MOF-1", role="pmo_clerk", state=StepState.ANSWERED))
    work.steps.add(step(1, reference="MIC-1", role="secretariat", ministry=None, due_on="2025-05-12"))
    work.steps.add(step(2, reference="MIC-1", role="pmo_clerk", ministry="mic"))


def _names(rows: list[WaitingRow]) -> list[str]:
    return [f"{row.reference}.{row.step}" if row.step else row.reference for row in rows]


def test_an_inbox_is_one_list_by_due_date_with_the_undated_last(store: Store) -> None:
    with store.begin() as work:
        _fill(work)
        rows = work.queries.inbox([_MOF_CLERK], limit=9)
        assert _names(rows) == ["MOF-1.ciso", "MOF-2", "MOF-1", "MOF-1.review", "MOF-3"]
        assert work.queries.inbox([], limit=9) == []
        assert work.queries.inbox([("pmo_clerk", "npa")], limit=9) == []


def test_a_central_duty_covers_every_ministry_s_proposals_and_the_central_steps(store: Store) -> None:
    with store.begin() as work:
        _fill(work)
        assert _names(work.queries.inbox([_SECRETARIAT], limit=9)) == ["MOF-4", "MIC-1.ciso", "MIC-2"]


def test_several_duties_are_merged_and_each_thing_comes_once(store: Store) -> None:
    with store.begin() as work:
        _fill(work)
        rows = work.queries.inbox([_SECRETARIAT, _MOF_CLERK, _MOF_CLERK], limit=99)
        assert _names(rows) == [
            "MOF-1.ciso", "MOF-2", "MOF-4", "MIC-1.ciso", "MOF-1", "MIC-2", "MOF-1.review", "MOF-3",
        ]  # fmt: skip


def test_a_row_tells_what_a_list_shows(store: Store) -> None:
    with store.begin() as work:
        _fill(work)
        step, proposal, *_ = work.queries.inbox([_MOF_CLERK], limit=9)
        assert proposal == WaitingRow(
            "2025-05-10", "MOF-2", 0, None, "", "it_investment", sample.DEFINITION, "mof",
            "年金記録システムの更改", "draft", "pmo_clerk", "2025-05-01", None, None, 0, None, 1,
        )  # fmt: skip
        assert (step.number, step.step, step.role, step.since) == (1, "ciso", "pmo_clerk", "2025-05-02")
        assert step.amount == 120_000_000


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_pages_put_together_are_the_whole_list(store: Store, size: int) -> None:
    duties = [_MOF_CLERK, _SECRETARIAT]
    with store.begin() as work:
        _fill(work)
        queries = work.queries
        views: list[Callable[[int, str | None], list[WaitingRow]]] = [
            lambda limit, after: queries.inbox(duties, limit=limit, after=after),
            lambda limit, after: queries.overdue("2025-06-01", limit=limit, after=after),
            lambda limit, after: queries.proposals(limit=limit, after=after),
        ]
        for view in views:
            pages: list[WaitingRow] = []
            after = None
            while page := view(size, after):
                pages += page
                after = page[-1].cursor
            assert pages == view(99, None)
            assert len(pages) > 5


@pytest.mark.parametrize("cursor", ["MOF-1", "2025-06-02/MOF-1/" + "9" * 5000, "soon/MOF-1/0"], ids=ascii)
def test_a_cursor_that_is_none_is_refused(store: Store, cursor: str) -> None:
    with store.begin() as work, pytest.raises(BadInput) as raised:
        work.queries.proposals(limit=1, after=cursor)
    assert raised.value.code == "store.bad_cursor"


def test_overdue_is_what_somebody_still_holds_after_its_day(store: Store) -> None:
    with store.begin() as work:
        _fill(work)
        sample.add_proposal(work, "MOF-6", due_on="2025-01-01", role=None, state="closed")
        assert _names(work.queries.overdue("2025-05-12", limit=9)) == [
            "MIC-1",
            "MOF-1.ciso",
            "MOF-2",
            "MOF-4",
        ]
        assert _names(work.queries.overdue("2025-05-10", limit=9)) == ["MIC-1"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["MIC-1", "MIC-2", "MOF-1", "MOF-2", "MOF-3", "MOF-4", "MOF-5"]),
        ({"state": "draft", "ministries": ["mof"]}, ["MOF-1", "MOF-2", "MOF-3"]),
        ({"ministries": ["mic", "npa"]}, ["MIC-1", "MIC-2"]),
        ({"ministries": []}, []),
        ({"ministries": None, "role": "secretariat"}, ["MIC-2", "MOF-4"]),
        ({"fiscal_year": 2026}, ["MIC-1"]),
        ({"due_before": "2025-05-11"}, ["MIC-1", "MOF-2", "MOF-4"]),
        ({"workflow": "other"}, []),
        ({"text": "統計"}, ["MIC-1"]),
        ({"text": "年金", "state": "closed"}, ["MOF-5"]),
        ({"text": "  !! "}, []),
    ],
)
def test_a_list_is_narrowed_by_filters(store: Store, filters, expected) -> None:  # type: ignore[no-untyped-def]
    with store.begin() as work:
        _fill(work)
        assert _names(work.queries.proposals(limit=99, **filters)) == expected


def test_a_list_shows_ended_proposals_in_nobody_s_hands(store: Store) -> None:
    with store.begin() as work:
        _fill(work)
        (row,) = work.queries.proposals(limit=9, state="closed")
        assert (row.reference, row.role, row.due_on) == ("MOF-5", None, None)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_every_page_of_an_inbox_is_read_in_the_order_of_an_index(store: Store) -> None:
    params = {
        "role": "r", "ministry": "m", "limit": 1, "after_due": "", "after_reference": "", "after_number": 0,
    }  # fmt: skip
    cursor = store._database.cursor
    for statements in _WAITING.values():
        for statement in statements:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement.compiled(store._database.dialect)}", params)
            plan = " ".join(row[3] for row in cursor.fetchall())
            assert "SEARCH" in plan
            assert "SCAN" not in plan
            assert "TEMP B-TREE" not in plan
