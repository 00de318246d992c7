"""The clock and the due dates: working days over holidays and closings, times that never run back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from government import CONTENT, TODAY, Government, codes
from small_organisation import organisation

import govflow
from govflow.errors import BadInput, NotAuthorised, StoreError


@pytest.mark.parametrize(
    ("entered", "due"),
    [
        ("2025-04-10", "2025-04-24"),  # ten working days
        ("2025-04-25", "2025-05-14"),  # over Golden Week: 29 April, 3 to 6 May
        ("2025-12-19", "2026-01-09"),  # over the closing of 29 December to 3 January
        ("2025-09-12", "2025-09-30"),  # over two autumn holidays
    ],
)
def test_ten_working_days_leave_out_holidays_and_closings(
    cabinet: Government, entered: str, due: str
) -> None:
    cabinet.on(entered)
    assert cabinet.act("mof_clerk", "submit", cabinet.draft()).due_on == due


def test_the_earliest_of_several_due_dates_holds(cabinet: Government) -> None:
    early = cabinet.proposal(until="ministry_review")
    late = cabinet.on("2025-06-24").proposal(until="ministry_review")
    assert cabinet.shown(early).due_on == "2025-05-02"  # fifteen working days
    assert cabinet.shown(late).due_on == "2025-06-30"  # the ministry's own closing date


def test_a_draft_is_due_on_the_rounds_date_moved_off_a_closed_day(cabinet: Government) -> None:
    assert cabinet.shown(cabinet.draft()).due_on == "2025-06-02"  # 31 May is a Saturday


def test_midnight_falls_where_the_organisation_is(cabinet: Government) -> None:
    cabinet.on("2025-04-11T00:30")
    reference = cabinet.draft()
    (opened,) = govflow.history(cabinet.onlooker, reference)
    assert (opened["effective_on"], opened["recorded_at"]) == ("2025-04-11", "2025-04-10T15:30:00.000000Z")


def test_recorded_times_never_run_back(cabinet: Government) -> None:
    reference = cabinet.draft()
    later = cabinet.act("mof_clerk", "submit", reference).recorded_at
    assert cabinet.on("2025-04-09").act("mof_pmo", "accept", reference).recorded_at == later
    assert govflow.verify(cabinet.session).holds


def test_an_act_may_take_effect_earlier_only_with_its_reason(cabinet: Government) -> None:
    reference = cabinet.on("2025-04-07").draft()
    cabinet.on(TODAY)
    earlier = {"effective_on": date(2025, 4, 7)}
    with pytest.raises(BadInput) as bad:
        cabinet.act("mof_clerk", "submit", reference, command=earlier)
    assert codes(bad.value) == ["acts.backdated_without_note"]
    cabinet.act("mof_clerk", "submit", reference, note="書面は7日に受け取った。", command=earlier)
    last = govflow.history(cabinet.onlooker, reference)[-1]
    assert (last["effective_on"], last["recorded_at"][:10], last["note"]) == (
        "2025-04-07",
        TODAY,
        "書面は7日に受け取った。",
    )


@pytest.mark.parametrize("note", ["", "書面は7日に受け取った。"])
def test_no_act_takes_effect_before_its_proposal_was_opened(cabinet: Government, note: str) -> None:
    earlier = {"effective_on": date(2025, 4, 7)}
    with pytest.raises(BadInput) as bad:
        cabinet.act("mof_clerk", "submit", cabinet.draft(), note=note, command=earlier)
    assert codes(bad.value) == ["acts.effective_before_opening"]


def test_no_act_takes_effect_in_the_future(cabinet: Government) -> None:
    with pytest.raises(BadInput) as bad:
        cabinet.act(
            "mof_clerk", "submit", cabinet.draft(), note="x", command={"effective_on": date(2025, 4, 11)}
        )
    assert codes(bad.value) == ["acts.effective_in_future"]


def test_a_year_that_the_calendar_does_not_know_is_said(cabinet: Government) -> None:
    cabinet.on("2150-04-01")
    with pytest.raises(BadInput) as bad:
        cabinet.draft()
    assert codes(bad.value) == ["deadline.unknown_year"]


def test_a_demonstrations_clock_stands_where_an_act_last_put_it(cabinet: Government) -> None:
    first, second = cabinet.draft(), cabinet.draft()
    for now, reference in (("2025-05-01", first), (None, second)):
        with govflow.open(cabinet.url, person="mof_clerk", now=now) as session:
            receipt = govflow.act(session, govflow.Act(reference, "submit"))
        assert receipt.recorded_at == "2025-05-01T00:00:00.000000Z"


def test_a_refused_act_leaves_a_demonstrations_clock_where_it_stood(cabinet: Government) -> None:
    first, second = cabinet.draft(), cabinet.draft()
    with govflow.open(cabinet.url, person="mof_clerk", now="2025-05-01") as session:
        govflow.act(session, govflow.Act(first, "submit"))
    with govflow.open(cabinet.url, person="mof_clerk", now="2025-06-01") as session:
        with pytest.raises(NotAuthorised):
            govflow.act(session, govflow.Act(first, "accept"))
        with session.store.reading() as work:
            assert [row.trigger for row in work.refusals.latest(9)] == ["accept"]
    with govflow.open(cabinet.url, person="mof_clerk") as session:
        assert govflow.act(session, govflow.Act(second, "submit")).recorded_at[:10] == "2025-05-01"


def test_a_demonstrations_clock_is_never_put_back(cabinet: Government) -> None:
    first, second = cabinet.draft(), cabinet.draft()
    with govflow.open(cabinet.url, person="mof_clerk", now="2025-05-01") as session:
        govflow.act(session, govflow.Act(first, "submit"))
    earlier = govflow.open(cabinet.url, person="mof_clerk", now="2025-04-30T23:59")
    with earlier as session, pytest.raises(BadInput) as bad:
        govflow.act(session, govflow.Act(second, "submit"))
    assert codes(bad.value) == ["session.clock_runs_back"]
    assert cabinet.state(second) == "draft"


@pytest.mark.parametrize("text", ["tomorrow", "2025-13-01", "0001-01-01", "9999-12-31T23:59-12:00", ""])
def test_a_time_that_cannot_be_is_refused(cabinet: Government, text: str) -> None:
    with pytest.raises(BadInput) as bad:
        govflow.moment_of(text, "Asia/Tokyo")
    assert codes(bad.value) == ["session.bad_now"]
    with pytest.raises(BadInput):
        govflow.open(cabinet.url, now=text or "?")


def test_a_stay_is_counted_in_working_days(cabinet: Government) -> None:
    cabinet.on("2025-04-25")
    reference = cabinet.draft()
    cabinet.act("mof_clerk", "submit", reference)
    cabinet.on("2025-05-07").act("mof_pmo", "accept", reference)
    stages = {stage.state: stage for stage in govflow.stats(cabinet.onlooker).stages}
    assert (stages["pmo_check"].working_days, stages["draft"].working_days) == (5, 0)
    assert govflow.why(cabinet.on("2025-05-09").onlooker, reference).waited == 2


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Callable[[str], govflow.Session]]:
    """A real store, opened at any moment: its clock is the computer's."""
    content = organisation(accounts={"admin": ["root"], "mof_clerk": ["clerk"]})
    path = tmp_path / "organisation.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    url = str(tmp_path / "real.db")
    founded = govflow.fixed_clock(govflow.moment_of("2025-04-01", "Asia/Tokyo"))
    govflow.create(url, organisation=path, workflows=["it_investment"], account="root", clock=founded)
    with ExitStack() as stack:

        def opened(moment: str) -> govflow.Session:
            clock = govflow.fixed_clock(govflow.moment_of(moment, "Asia/Tokyo"))
            return stack.enter_context(govflow.open(url, account="clerk", clock=clock))

        yield opened


def submit(session: govflow.Session, folder: Path, key: str, *, amount: int = 100_000_000) -> str:
    path = folder / f"{key}.json"
    path.write_text(json.dumps({**CONTENT, "key": key, "amount": amount}), encoding="utf-8")
    (row,) = govflow.submit_file(session, path, draft=True).rows
    return row.reference


@pytest.mark.parametrize(("moment", "key"), [("2025-04-09T10:00", "one"), ("2025-04-01T08:00", "two")])
def test_an_act_at_a_clock_set_back_is_refused_and_nothing_is_done(
    real: Callable[[str], govflow.Session], tmp_path: Path, moment: str, key: str
) -> None:
    """Before the last entry of the history, and before the store was founded."""
    reference = submit(real("2025-04-10T10:00"), tmp_path, "one")
    with pytest.raises(StoreError) as refused:
        submit(real(moment), tmp_path, key, amount=5)
    assert refused.value.code == "session.clock_set_back"
    assert all(refused.value.sentences(lang)[0] for lang in ("ja", "en"))
    after = real("2025-04-10T10:01")
    assert [line.reference for line in govflow.list_proposals(after).lines] == [reference]
    assert govflow.verify(after).problems == ()


def test_clocks_that_differ_a_little_are_evened_out(
    real: Callable[[str], govflow.Session], tmp_path: Path
) -> None:
    reference = submit(real("2025-04-10T10:00"), tmp_path, "one")
    session = real("2025-04-10T09:56")
    submit(session, tmp_path, "one", amount=5)
    first, second = govflow.history(session, reference)
    assert first["recorded_at"] == second["recorded_at"]
    assert govflow.verify(session).problems == ()
