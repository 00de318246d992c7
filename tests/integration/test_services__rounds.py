"""Rounds: the centre calls, its dates hold for the year, and once closed nothing new comes in."""

from __future__ import annotations

from datetime import date

from calling_round import DATES, closed, moved, opened
from government import Government, refused

import govflow
from govflow.domain.history import Subject
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound, Refused


def due(government: Government, reference: str) -> str | None:
    return government.shown(reference).due_on


def test_where_there_is_no_round_yet_it_is_said_so(cabinet: Government) -> None:
    assert refused(NotFound, govflow.show_round, cabinet.onlooker) == ["round.none_yet"]
    assert refused(NotFound, govflow.show_round, cabinet.onlooker, "R2026") == ["round.unknown"]


def test_a_draft_of_its_year_is_due_on_the_rounds_date(either: Government) -> None:
    opened(either)
    assert due(either, either.draft()) == "2025-05-29"
    assert due(either, either.draft(fiscal_year=2027)) == "2025-06-02"
    assert either.problems() == []


def test_a_draft_opened_late_gets_the_date_of_its_round_and_not_next_years(cabinet: Government) -> None:
    opened(cabinet)
    cabinet.on("2025-09-01")
    late, other = cabinet.draft(), cabinet.draft(fiscal_year=2028)
    assert (due(cabinet, late), due(cabinet, other)) == ("2025-05-29", "2026-06-01")
    assert cabinet.problems() == []


def test_where_working_days_are_given_a_date_that_has_passed_counts_no_more(cabinet: Government) -> None:
    opened(cabinet)
    cabinet.on("2025-07-01")
    assert due(cabinet, cabinet.proposal(until="ministry_review")) == "2025-07-23"
    assert cabinet.problems() == []


def test_drafts_that_are_there_already_get_the_date_by_an_entry_of_the_system(either: Government) -> None:
    draft, submitted = either.draft(), either.proposal(until="pmo_check")
    before = due(either, submitted)
    receipt = opened(either)
    last = govflow.history(either.onlooker, draft)[-1]
    assert receipt.told["rescheduled"] == 1
    assert (due(either, draft), due(either, submitted)) == ("2025-05-29", before)
    assert (last["trigger"], last["person"], last["cause"]["en"]) == ("reschedule", None, "round R2026")
    assert either.problems() == []


def test_another_date_holds_for_what_waits_for_it(either: Government) -> None:
    opened(either)
    draft, submitted = either.draft(), either.proposal(until="ministry_review")
    before = due(either, submitted)
    assert moved(either, date(2025, 6, 5)).told == {"rescheduled": 1}
    assert (due(either, draft), due(either, submitted)) == ("2025-06-05", before)
    assert either.problems() == []


def test_a_revision_for_another_year_has_that_years_date(cabinet: Government) -> None:
    opened(cabinet)
    draft = cabinet.draft(key="one", fiscal_year=2027)
    cabinet.draft(key="one", fiscal_year=2026)
    assert due(cabinet, draft) == "2025-05-29"
    assert cabinet.problems() == []


def test_a_closed_round_takes_nothing_new_and_lets_go_on_what_is_on_its_way(either: Government) -> None:
    opened(either)
    draft, submitted = either.draft(), either.proposal(until="ministry_review")
    assert closed(either).told == {"unanswered": ["mhlw", "mic"]}
    assert refused(Refused, either.draft) == ["round.closed_to_new"]
    assert refused(Refused, either.act, "mof_clerk", "submit", draft) == ["round.closed_to_new"]
    either.act("mof_clerk", "discard", draft)
    either.act("mof_cio", "return", submitted, note="積算を改める")
    either.lead(submitted, "intake")
    either.draft(fiscal_year=2027)
    assert either.problems() == []


def test_what_another_process_makes_of_a_round_holds_for_the_very_next_act(either: Government) -> None:
    draft, other = either.draft(), either.draft()
    either.act("mof_clerk", "submit", other)
    with govflow.open(either.url, person="secretariat", clock=lambda: either.moment) as elsewhere:
        govflow.open_round(elsewhere, "R2026", fiscal_year=2026, dates=DATES)
        assert due(either, draft) == due(either, either.draft()) == "2025-05-29"
        govflow.close_round(elsewhere, "R2026", note="募集を終えた")
    assert refused(Refused, either.act, "mof_clerk", "submit", draft) == ["round.closed_to_new"]
    either.act("mof_pmo", "accept", other)


def test_an_entry_names_the_round_where_it_went_by_one(cabinet: Government) -> None:
    opened(cabinet)
    reference = cabinet.proposal(until="intake")
    with cabinet.session.reading() as work:
        entries = [*work.history.entries(Subject("proposal", reference))]
    named = {entry.trigger for entry in entries if "round" in entry.read("changes")}
    assert named == {"open", "submit", "accept"}
    assert cabinet.problems() == []


def test_what_was_decided_is_changed_also_after_its_round_is_closed(cabinet: Government) -> None:
    opened(cabinet)
    reference = cabinet.proposal(until="gcio_decision")
    cabinet.act("gcio", "approve", reference)
    closed(cabinet)
    linked = govflow.change(cabinet.person("mof_clerk"), reference, values={"amount": 130_000_000}).reference
    cabinet.act("mof_clerk", "submit", linked)
    assert cabinet.shown(linked).state == "pmo_check"
    assert cabinet.problems() == []


def test_after_one_is_closed_another_may_call_again(cabinet: Government) -> None:
    opened(cabinet)
    assert refused(Refused, opened, cabinet, "again") == ["round.still_open"]
    closed(cabinet)
    cabinet.on("2025-08-01")
    opened(cabinet, "again", dates={"submission": date(2025, 9, 1)})
    assert due(cabinet, cabinet.draft()) == "2025-09-01"
    assert cabinet.problems() == []


def test_a_round_is_refused_with_every_reason(cabinet: Government) -> None:
    wrong = {"submission": date(2025, 4, 1), "endorsement": date(2025, 3, 1), "party": date(2025, 5, 1)}
    assert refused(Refused, opened, cabinet, dates=wrong, to=["cas"]) == [
        "round.date_passed",
        "round.date_passed",
        "round.unknown_date",
        "round.dates_out_of_order",
        "round.nobody_asked",
    ]
    assert refused(Refused, opened, cabinet, dates={}) == ["round.no_dates"]
    assert refused(BadInput, opened, cabinet, "no spaces") == ["round.bad_name"]
    assert refused(NotFound, opened, cabinet, to=["mars"]) == ["values.unknown_ministry"]
    assert refused(NotFound, closed, cabinet, "R2062") == ["round.unknown"]
    clerk = cabinet.person("mof_clerk")
    assert refused(NotAuthorised, govflow.open_round, clerk, "R2026", fiscal_year=2026, dates=DATES) == [
        "round.not_yours"
    ]


def test_other_dates_and_closing_need_a_reason(cabinet: Government) -> None:
    opened(cabinet)
    secretariat = cabinet.person("secretariat")
    assert refused(Refused, govflow.close_round, secretariat, "R2026") == ["round.no_note"]
    assert refused(Refused, moved, cabinet, DATES["submission"], note="") == [
        "round.no_note",
        "round.no_new_date",
    ]
    closed(cabinet)
    assert refused(Refused, moved, cabinet, date(2025, 6, 5)) == ["round.is_closed"]


def test_repeating_under_the_key_opens_no_second_round(either: Government) -> None:
    first, again = opened(either, key="k1"), opened(either, key="k1")
    assert (again.repeated, again.recorded_at) == (True, first.recorded_at)
    assert refused(Conflict, opened, either, "other", key="k1") == ["acts.key_used"]
    assert opened(either, "dry", fiscal_year=2028, dry_run=True).reference == "dry"
    assert [line.name for line in govflow.list_rounds(either.session)] == ["R2026"]


def test_the_round_says_how_far_each_addressee_is_and_what_is_late(either: Government) -> None:
    opened(either, to=["mof", "mhlw"], criteria="共通基盤を優先する")
    either.draft()
    either.proposal(until="intake", amount=70_000_000, ministry="nta")
    either.proposal(until="pmo_check", ministry="mic")
    either.on("2025-06-02")
    shown = govflow.show_round(either.onlooker)
    lines = {line.ministry: line for line in shown.addressees}
    assert lines["mof"].counts == {"draft": 1, "submitted": 0, "endorsed": 1, "decided": 0, "dropped": 0}
    assert (lines["mof"].amounts["endorsed"], lines["mof"].overdue, lines["mof"].late) == (
        70_000_000,
        2,
        False,
    )
    assert (lines["mhlw"].late, lines["mic"].addressed, shown.unanswered) == (True, False, ("mhlw",))
    assert shown.dates[0].shown == {"ja": "令和7年5月29日", "en": "29 May 2025"}
    assert shown.dates[0].passed


def test_the_centre_is_told_how_far_each_is_and_no_yen_of_drafts_and_a_ministry_of_itself(
    cabinet: Government,
) -> None:
    opened(cabinet)
    cabinet.draft()
    cabinet.proposal(until="intake", amount=70_000_000)
    centre, own, other = (
        {line.ministry: line for line in govflow.show_round(cabinet.person(person)).addressees}["mof"]
        for person in ("secretariat", "mof_pmo", "mic_pmo")
    )
    assert (centre.counts["draft"], centre.counts["endorsed"]) == (1, 1)
    assert "draft" not in centre.amounts
    assert centre.amounts["endorsed"] == 70_000_000
    assert (own.amounts["draft"], own.told) == (100_000_000, True)
    assert (other.told, other.counts, other.amounts, other.late) == (False, {}, {}, False)
    assert set(govflow.show_round(cabinet.person("mic_pmo")).unanswered) <= {"mic"}


def test_a_pmo_that_has_submitted_nothing_sees_the_round_in_its_inbox(either: Government) -> None:
    opened(either)
    draft = either.draft()
    (call,) = govflow.inbox(either.person("mof_pmo")).calls
    assert (call.name, call.ministry, call.date) == ("R2026", "mof", "2025-05-29")
    assert govflow.inbox(either.person("mof_cio")).calls == ()
    either.lead(draft, "pmo_check")
    assert govflow.inbox(either.person("mof_pmo")).calls == ()


def test_the_addressees_are_told_by_the_outbox(either: Government) -> None:
    opened(either, to=["mof", "mic"])
    with either.session.reading() as work:
        told = [(each.topic, each.subject) for each in work.outbox.list(limit=10)]
    assert told == [("round.opened", "R2026 mof"), ("round.opened", "R2026 mic")]
