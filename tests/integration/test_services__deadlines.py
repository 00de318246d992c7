"""The sweep of deadlines: what was missed goes one office up, in order and once, and moves nothing."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from forged import Forge, forged
from government import Government, refused

import govflow
from govflow.errors import Conflict, NotAuthorised, StoreError
from govflow.messages import notice

SWEEPING = """
import sys, govflow
clock = govflow.fixed_clock(govflow.moment_of("2025-05-30T10:00", "Asia/Tokyo"))
with govflow.open(sys.argv[1], person="admin", clock=clock) as session:
    print(len(govflow.sweep_deadlines(session).escalated))
"""


def swept(government: Government, day: str, *, by: str = "admin", **given: Any) -> govflow.SweepReport:
    return govflow.sweep_deadlines(government.on(day).person(by), **given)


def lines(
    government: Government, report: govflow.SweepReport, *, top: bool = False
) -> list[tuple[str, str, str | None]]:
    """What went up on the day of a sweep, as the histories have it: the sweeper reads nothing of a draft."""
    references = [line.reference for line in govflow.list_proposals(government.onlooker).lines]
    entries = [each for name in references for each in govflow.history(government.onlooker, name)]
    said = [
        each["payload"]
        for each in entries
        if each["trigger"] == "escalate" and each["effective_on"] == report.day
    ]
    return [(each["on"], each["missed"], each["to"]) for each in said if (each["to"] is None) is top]


def test_nothing_is_past_its_date_on_the_day_itself(cabinet: Government) -> None:
    cabinet.proposal(until="pmo_check")
    assert swept(cabinet, "2025-04-24").escalated == ()
    assert lines(cabinet, swept(cabinet, "2025-04-25")) == [("2025-04-24", "pmo_check", "ministry_cio")]


def test_a_missed_date_is_told_one_office_up_and_moves_nothing(either: Government) -> None:
    reference = either.proposal(until="pmo_check")
    report_of_sweep = swept(either, "2025-04-25")
    (one,) = report_of_sweep.escalated
    (report,) = either.steps(reference, "overdue_report")
    last = govflow.history(either.onlooker, reference)[-1]
    assert lines(either, report_of_sweep) == [("2025-04-24", "pmo_check", "ministry_cio")]
    assert (either.state(reference), report["due_on"]) == ("pmo_check", "2025-05-07")
    assert (one.reference, one.what, one.due_on) == (reference, "–", None), (
        "a draft is not the sweeper's to read"
    )
    assert (report["role"]["en"], report["subject"]) == ("Ministry CIO", "pmo_check 2025-04-24")
    assert (last["trigger"], last["person"], last["payload"]["by"]) == ("escalate", None, "admin")
    assert last["cause"]["en"] == "deadline pmo_check 2025-04-24"
    either.act("mof_cio", "overdue_report.noted", reference)
    either.act("mof_pmo", "accept", reference)
    assert either.problems() == []


def test_what_is_missed_goes_up_by_one_office_at_a_time_until_nobody_is_above(either: Government) -> None:
    either.proposal(until="pmo_check")
    told = [swept(either, day) for day in ("2025-04-25", "2025-05-08", "2025-05-20", "2025-06-20")]
    assert [lines(either, report) for report in told] == [
        [("2025-04-24", "pmo_check", "ministry_cio")],
        [("2025-05-07", "overdue_report#1", "government_cio")],
        [],
        [],
    ]
    assert [lines(either, report, top=True) for report in told[2:]] == [
        [("2025-05-15", "overdue_report#2", None)],
        [],
    ]
    assert len(told[3].already) == 3
    assert either.problems() == []


def test_an_answered_report_goes_no_further(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    swept(cabinet, "2025-04-25")
    cabinet.act("mof_cio", "overdue_report.instructed", reference, note="今週中に確認すること")
    assert swept(cabinet, "2025-06-20").escalated == ()


def test_nothing_goes_up_twice_for_the_same_date(either: Government) -> None:
    either.proposal(until="ministry_review")
    first, again = swept(either, "2025-04-25"), swept(either, "2025-04-25")
    assert (len(first.escalated), again.escalated, len(again.already)) == (4, (), 4)


def test_a_date_that_was_moved_and_missed_again_goes_up_again(cabinet: Government) -> None:
    secretariat = cabinet.person("secretariat")
    dates = {"submission": date(2025, 4, 15)}
    govflow.open_round(secretariat, "R", fiscal_year=2026, dates=dates)
    cabinet.draft()
    first = swept(cabinet, "2025-04-16")
    dates = {"submission": date(2025, 4, 17)}
    govflow.reschedule_round(secretariat, "R", dates=dates, note="延期")
    between, again = swept(cabinet, "2025-04-17"), swept(cabinet, "2025-04-18")
    assert [lines(cabinet, report) for report in (first, between, again)] == [
        [("2025-04-15", "draft", "pmo_head")],
        [],
        [("2025-04-17", "draft", "pmo_head")],
    ]
    assert cabinet.problems() == []


def test_a_missed_sweep_catches_up_in_the_order_of_the_dates(either: Government) -> None:
    later = either.proposal(until="ministry_review")
    either.on("2025-04-08")
    earlier = either.on("2025-04-11").proposal(until="pmo_check", ministry="mhlw")
    report = swept(either, "2025-05-30")
    assert [(one.missed, one.reference) for one in report.escalated] == [
        *[("2025-04-24", later)] * 4,
        ("2025-04-25", earlier),
        ("2025-05-02", later),
    ]
    assert [what for _, what, _ in lines(either, report)] == [
        "pmo_check",
        "adviser_opinion#1",
        "ciso_concurrence#2",
        "accounts_concurrence#3",
        "deputy_cio_concurrence#4",
        "ministry_review",
    ]
    assert either.problems() == []


def test_conditions_and_post_reviews_go_up_like_any_step(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    conditions = [{"text": "監査を受ける", "owner": "mof.pmo", "due": "2025-05-09"}]
    cabinet.act("gcio", "approve", reference, conditions=conditions)
    told = lines(cabinet, swept(cabinet, "2025-05-12"))
    assert [(what.partition("#")[0], to) for _, what, to in told if "condition" in what] == [
        ("condition_report", "ministry_cio"),
        ("condition", "government_cio"),
    ]
    assert cabinet.state(reference) == "approved"


def test_an_interrupted_sweep_is_gone_on_with(cabinet: Government, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was escalated before the interruption stays, and nothing of it goes up again."""
    cabinet.proposal(until="ministry_review")
    from govflow.services.deadlines import sweep

    done = sweep._done
    calls: list[object] = []

    def interrupted(*args: Any, **more: Any) -> Any:
        calls.append(args)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return done(*args, **more)

    monkeypatch.setattr(sweep, "_done", interrupted)
    with pytest.raises(KeyboardInterrupt):
        swept(cabinet, "2025-04-25")
    rest = swept(cabinet, "2025-04-25")
    assert (len(rest.already), len(rest.escalated)) == (2, 2)
    assert cabinet.problems() == []


def test_two_sweeps_at_once_escalate_everything_once(either: Government) -> None:
    references = [either.proposal(until="ministry_review") for _ in range(5)]
    command = [sys.executable, "-c", SWEEPING, either.url]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    counts = [int(process.communicate(timeout=60)[0]) for process in running]
    assert sum(counts) == 25
    assert [len(either.steps(reference, "overdue_report")) for reference in references] == [5] * 5
    assert either.problems() == []


def test_a_date_outlasts_the_program(cabinet: Government) -> None:
    """A timer is nothing but a date in the store."""
    cabinet.proposal(until="pmo_check")
    cabinet.close()
    again = Government(cabinet.url, cabinet.folder)
    assert len(swept(again, "2025-04-25").escalated) == 1
    again.close()


def test_only_the_centre_and_administrators_may_sweep(cabinet: Government) -> None:
    cabinet.proposal(until="pmo_check")
    assert refused(NotAuthorised, swept, cabinet, "2025-04-25", by="mof_cio") == ["deadline.not_central"]
    assert len(swept(cabinet, "2025-04-25", by="secretariat").escalated) == 1


def test_an_account_of_nobody_may_not_sweep(cabinet: Government) -> None:
    stranger = govflow.open(cabinet.url, account="nobody-at-all")
    assert refused(NotAuthorised, govflow.sweep_deadlines, stranger) == ["session.unmapped_demonstration"]
    stranger.store.close()


def test_a_dry_run_keeps_nothing(either: Government) -> None:
    reference = either.proposal(until="pmo_check")
    assert len(swept(either, "2025-04-25", dry_run=True).escalated) == 1
    assert either.steps(reference, "overdue_report") == []


def test_views_say_where_it_went(either: Government) -> None:
    reference = either.proposal(until="pmo_check")
    swept(either, "2025-04-25")
    (line,) = govflow.overdue(either.onlooker, role="pmo_head", ministry="mof", state="pmo_check").lines
    assert line.escalated is not None
    assert line.escalated.to == {"ja": "府省CIO", "en": "Ministry CIO"}
    assert govflow.why(either.onlooker, reference).escalations == (line.escalated,)
    assert either.shown(reference).escalations == (line.escalated,)


def payload(**values: Any) -> Forge:
    return lambda said: said["payload"].update(values)


FORGED: dict[str, Forge] = {
    "another day": lambda said: said.update(cause="deadline pmo_check 2025-04-23"),
    "something that was not missed": payload(missed="draft"),
    "another office": payload(to="government_cio"),
    "somebody unknown": payload(by="nobody"),
    "another due date of the report": lambda said: said["changes"]["steps"][0].update(due_on="2025-09-01"),
    "a moved due date": lambda said: said["changes"]["proposal"].update(due_on="2025-09-01"),
}


@pytest.mark.parametrize("what", FORGED)
def test_a_forged_escalation_is_found(cabinet: Government, what: str) -> None:
    cabinet.proposal(until="pmo_check")
    swept(cabinet, "2025-04-25")
    assert cabinet.problems() == []
    forged(cabinet.url, "proposal", seq=3, forge=FORGED[what])
    assert "audit.escalation_differs" in cabinet.problems()


def test_an_escalation_told_twice_is_found(cabinet: Government) -> None:
    cabinet.proposal(until="pmo_check")
    swept(cabinet, "2025-04-25")
    swept(cabinet, "2025-05-08")
    forged(
        cabinet.url, "proposal", seq=4, forge=lambda said: said.update(cause="deadline pmo_check 2025-04-24")
    )
    assert "audit.escalation_differs" in cabinet.problems()


def failing_once(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """The first escalation ends as it may where somebody acts on the same proposal."""
    from govflow.services.deadlines import sweep

    done, errors = sweep._done, [error]

    def failing(*args: Any, **more: Any) -> Any:
        if errors:
            raise errors.pop()
        return done(*args, **more)

    monkeypatch.setattr(sweep, "_done", failing)


def test_what_the_database_undid_is_begun_again(cabinet: Government, monkeypatch: pytest.MonkeyPatch) -> None:
    cabinet.proposal(until="ministry_review")
    failing_once(monkeypatch, StoreError(notice("store.deadlock", url="x")))
    assert len(swept(cabinet, "2025-04-25").escalated) == 4


def test_whoever_was_first_does_not_end_a_sweep(cabinet: Government, monkeypatch: pytest.MonkeyPatch) -> None:
    reference = cabinet.proposal(until="ministry_review")
    why = notice("store.stale_version", reference=reference, expected=1, actual=2)
    failing_once(monkeypatch, Conflict(why))
    report = swept(cabinet, "2025-04-25")
    assert (len(report.escalated), len(report.failed)) == (3, 1)
    assert len(swept(cabinet, "2025-04-25").escalated) == 1
