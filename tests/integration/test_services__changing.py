"""Changing: a decided proposal has grown; what was decided holds until the linked change is approved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from government import COUNCIL, Government, refused
from rechained import last_told_anew

import govflow
from govflow.domain.canonical import canonical
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound, Refused
from govflow.services.acting import correcting

MORE = 130_000_000
LESS = 50_000_000
OLD = {
    "text": "試験を行う",
    "owner": "pmo_head",
    "evidence": "報告書",
    "due": "2025-06-30",
    "precedent": True,
}
NEW = {
    "text": "移行を検証する",
    "owner": "pmo_head",
    "evidence": "報告書",
    "due": "2025-07-31",
    "precedent": True,
}


def change(government: Government, reference: str, *, by: str = "mof_clerk", **values: Any) -> str:
    return govflow.change(government.person(by), reference, values=values).reference


def decided(government: Government, *, until: str = "approved", **terms: Any) -> str:
    reference = government.proposal(until="gcio_decision")
    government.act("gcio", "approve", reference, **terms)
    government.lead(reference, until)
    return reference


def grown(government: Government, reference: str, *, amount: int = MORE, **terms: Any) -> str:
    """The change of a proposal, as far as the Government CIO's desk."""
    linked = change(government, reference, amount=amount)
    government.lead(linked, "gcio_decision")
    return linked


def test_a_refusal_above_the_cap_leads_to_a_change(cabinet: Government) -> None:
    reference = decided(cabinet)
    with pytest.raises(Refused) as told:
        cabinet.act("mof_clerk", "record_request", reference, amount=MORE)
    assert told.value.next_command == f"govflow change {reference}"


def test_a_change_is_a_draft_with_what_was_said_and_both_sides_tell_of_it(cabinet: Government) -> None:
    reference = decided(cabinet)
    linked = change(cabinet, reference, amount=MORE)
    shown, before = cabinet.shown(linked), cabinet.shown(reference)
    assert (shown.state, shown.amount, shown.title) == ("draft", MORE, before.title)
    assert shown.change_of is not None
    assert shown.change_of.reference == reference
    assert [(each.reference, each.state) for each in before.changed_by] == [(linked, "draft")]
    assert [each.code for each in govflow.why(cabinet.onlooker, reference).changes] == ["change.changed_by"]
    assert [each.code for each in govflow.why(cabinet.onlooker, linked).changes] == ["change.change_of"]
    assert before.records["decision"]["amount"] == 100_000_000
    assert cabinet.problems() == []


def test_repeated_under_its_key_it_gives_the_first_result_and_opens_nothing(cabinet: Government) -> None:
    reference = decided(cabinet)
    by = cabinet.person("mof_clerk")
    first = govflow.change(by, reference, values={"amount": MORE}, key="once")
    assert govflow.change(by, reference, values={"amount": MORE}, key="once") == first
    assert [each.reference for each in govflow.show(cabinet.onlooker, reference).changed_by] == [
        first.reference
    ]
    with pytest.raises(Conflict):
        govflow.change(by, reference, values={"amount": MORE + 1}, key="once")


def test_one_change_at_a_time_of_what_is_decided_and_not_ended(cabinet: Government) -> None:
    draft = cabinet.draft()
    assert refused(Refused, change, cabinet, draft) == ["change.undecided"]
    assert refused(NotFound, change, cabinet, "MOF-1999-0001") == ["acts.unknown_reference"]
    reference = decided(cabinet)
    linked = change(cabinet, reference, amount=MORE)
    assert refused(Refused, change, cabinet, reference) == ["change.running"]
    cabinet.act("mof_clerk", "discard", linked)
    assert change(cabinet, reference, amount=MORE) != linked
    with pytest.raises(NotAuthorised):
        change(cabinet, reference, by="mic_clerk")
    cabinet.on("2026-04-02").act("secretariat", "lapse", reference)
    assert "change.ended" in refused(Refused, change, cabinet, reference)
    assert cabinet.problems() == []


def test_what_a_proposal_changes_is_checked_wherever_it_comes_from_and_stays(cabinet: Government) -> None:
    reference, undecided = decided(cabinet), cabinet.draft()
    assert refused(BadInput, cabinet.draft, changes=undecided) == ["change.undecided"]
    assert refused(BadInput, cabinet.draft, changes=reference, ministry="mic") == ["change.of_another"]
    cabinet.draft(changes=reference, key="c")
    assert refused(BadInput, cabinet.draft, key="c") == ["change.relinked"]
    assert refused(BadInput, cabinet.draft, changes=reference) == ["change.running"]


def test_an_approved_change_raises_the_cap_of_what_it_changes(cabinet: Government) -> None:
    reference = decided(cabinet)
    linked = grown(cabinet, reference)
    receipt = cabinet.act("gcio", "approve", linked, amount=120_000_000)
    assert (receipt.state, cabinet.state(linked), cabinet.state(reference)) == (
        "applied",
        "applied",
        "approved",
    )
    last = govflow.history(cabinet.onlooker, reference)[-1]
    assert (last["trigger"], last["person"], last["payload"]) == (
        "amend",
        None,
        {"amount": 120_000_000, "source": linked},
    )
    assert refused(Refused, cabinet.act, "mof_clerk", "record_request", reference, amount=MORE) == [
        "guard.above_record"
    ]
    cabinet.act("mof_clerk", "record_request", reference, amount=120_000_000)
    assert cabinet.answers(linked, "notification") == [("cancelled", None), ("open", None)]
    assert cabinet.act("secretariat", "notification.notified", linked).state == "applied"
    assert cabinet.problems() == []


def test_old_conditions_stay_and_new_ones_are_added(cabinet: Government) -> None:
    reference = decided(cabinet, conditions=[OLD])
    linked = change(cabinet, reference, amount=MORE)
    cabinet.lead(linked, "deliberation")
    cabinet.fire(linked, "passed", **COUNCIL, conditions=[OLD])
    cabinet.act("gcio", "approve", linked, conditions=[NEW])
    kept = cabinet.shown(reference).records["decision"]
    assert [each["text"] for each in kept["conditions"]] == [OLD["text"], NEW["text"]]
    asked = [(step["subject"], step["state"]) for step in cabinet.steps(reference, "condition")]
    assert asked == [(OLD["text"], "open"), (NEW["text"], "open")]
    assert {step["state"] for step in cabinet.steps(linked, "condition")} == {"cancelled"}
    cabinet.act("mof_clerk", "record_request", reference, amount=MORE)
    budget = {"amount": MORE, "fiscal_year": 2026}
    told = refused(Refused, cabinet.act, "mof_accounts", "record_budget", reference, **budget)
    assert told == ["guard.conditions_open"]
    for number in (1, 2):
        reports = [step for step in cabinet.steps(reference, "condition_report") if step["state"] == "open"]
        cabinet.act(
            "mof_pmo", f"condition_report#{reports[0]['number']}.fulfilled", reference, evidence="報告"
        )
        step = cabinet.steps(reference, "condition")[number - 1]
        cabinet.act("secretariat", f"condition#{step['number']}.verified", reference)
    cabinet.act("mof_accounts", "record_budget", reference, **budget)
    assert cabinet.problems() == []


def test_what_is_in_the_budget_takes_the_new_amount_and_a_contract_stays_within_it(
    cabinet: Government,
) -> None:
    reference = decided(cabinet, until="budgeted")
    cabinet.act("gcio", "approve", grown(cabinet, reference))
    cabinet.act("mof_adviser", "specification_opinion.favourable", reference)
    cabinet.act("mof_clerk", "check_specification", reference)
    with pytest.raises(Refused) as told:
        cabinet.act("mof_pmo", "start", reference, amount=MORE)
    assert [each.code for each in told.value.notices] == ["guard.above_percent"]
    cabinet.act("mof_accounts", "record_budget", reference, amount=MORE, fiscal_year=2026)
    assert cabinet.act("mof_pmo", "start", reference, amount=MORE).state == "executing"
    assert cabinet.problems() == []


@pytest.mark.parametrize(("by", "end", "note"), [("gcio", "reject", "過大"), ("mof_cio", "withdraw", "不要")])
def test_what_is_rejected_or_withdrawn_leaves_everything_as_it_was(
    cabinet: Government, by: str, end: str, note: str
) -> None:
    reference = decided(cabinet)
    before = cabinet.shown(reference)
    linked = grown(cabinet, reference)
    more = {"chair_consent": "同意"} if end == "withdraw" else {}
    cabinet.act(by, end, linked, note=note, **more)
    after = cabinet.shown(reference)
    assert (after.version, after.records) == (before.version, before.records)
    assert change(cabinet, reference, amount=MORE)
    assert cabinet.problems() == []


def test_a_change_of_what_has_ended_meanwhile_cannot_be_approved(cabinet: Government) -> None:
    reference = decided(cabinet)
    linked = grown(cabinet, reference)
    cabinet.on("2026-04-02").act("secretariat", "lapse", reference)
    assert refused(Refused, cabinet.act, "gcio", "approve", linked) == ["guard.gone"]
    assert cabinet.act("gcio", "reject", linked, note="元の案件が失効した。").state == "rejected"
    assert cabinet.problems() == []


def test_the_audit_finds_another_amount_than_the_change_was_approved_with(cabinet: Government) -> None:
    reference = decided(cabinet)
    linked = grown(cabinet, reference)
    cabinet.act("gcio", "approve", linked)
    said = canonical({"amount": 999_000_000, "source": linked})
    path = Path(cabinet.url.removeprefix("sqlite:///"))
    last_told_anew(path, reference, lambda entry: entry._replace(payload=said))
    assert cabinet.problems() == ["audit.cause_differs"]


def test_a_change_to_less_binds_the_budget_whatever_was_requested(cabinet: Government) -> None:
    reference = decided(cabinet)
    cabinet.act("mof_clerk", "record_request", reference, amount=100_000_000)
    cabinet.act("gcio", "approve", grown(cabinet, reference, amount=LESS))
    budget = {"amount": LESS + 1, "fiscal_year": 2026}
    assert refused(Refused, cabinet.act, "mof_accounts", "record_budget", reference, **budget) == [
        "guard.above_record"
    ]
    cabinet.act("mof_accounts", "record_budget", reference, amount=LESS, fiscal_year=2026)
    assert cabinet.problems() == []


def test_a_change_to_less_binds_the_contract_whatever_was_budgeted(cabinet: Government) -> None:
    reference = decided(cabinet, until="budgeted")
    cabinet.act("gcio", "approve", grown(cabinet, reference, amount=LESS))
    cabinet.act("mof_adviser", "specification_opinion.favourable", reference)
    cabinet.act("mof_clerk", "check_specification", reference)
    assert refused(Refused, cabinet.act, "mof_pmo", "start", reference, amount=LESS + 1) == [
        "guard.above_record"
    ]
    assert cabinet.act("mof_pmo", "start", reference, amount=LESS).state == "executing"
    assert cabinet.problems() == []


def test_a_correction_stays_within_what_a_change_has_left(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request was within what was decided then. Verification tells where the program does not ask again."""
    cabinet.organise(
        persons=["second_clerk"],
        appointments=[{"person": "second_clerk", "office": "mof.clerk", "from": "2025-04-01"}],
    )
    reference = decided(cabinet)
    entry = cabinet.act("mof_clerk", "record_request", reference, amount=40_000_000).seq
    cabinet.act("gcio", "approve", grown(cabinet, reference, amount=LESS))
    by = cabinet.person("second_clerk")

    def correct(amount: int) -> govflow.Receipt:
        return govflow.correct(
            by, govflow.Correction(reference, "誤記", entry=entry, values={"amount": amount})
        )

    assert refused(Refused, correct, LESS + 1) == ["guard.above_record"]
    correct(LESS)
    assert cabinet.problems() == []
    monkeypatch.setattr(correcting, "beyond", lambda *_, **__: ())
    cabinet.organise(
        persons=["third_clerk"],
        appointments=[{"person": "third_clerk", "office": "mof.clerk", "from": "2025-04-01"}],
    )
    by = cabinet.person("third_clerk")
    correct(LESS + 1)
    assert cabinet.problems() == ["audit.correction_differs"]
