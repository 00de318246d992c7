"""Correcting: a second person puts a slip right with a reason, until the decision is notified; both entries stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from government import Government, codes, refused
from rechained import last_told_anew

import govflow
from govflow.domain.canonical import canonical
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound, Refused

REASON = "桁を誤った。"


@pytest.fixture
def office(cabinet: Government) -> Government:
    """The cabinet, with a second clerk and a second head in the ministry's portfolio office."""
    cabinet.organise(
        persons=["second_clerk", "second_accounts", "second_gcio"],
        appointments=[
            {"person": "second_clerk", "office": "mof.clerk", "from": "2025-04-01"},
            {"person": "second_accounts", "office": "mof.accounts", "from": "2025-04-01"},
            {"person": "second_gcio", "office": "cas.gcio", "from": "2025-04-01"},
        ],
    )
    return cabinet


def correct(
    government: Government, reference: str, *, by: str = "second_clerk", **more: Any
) -> govflow.Receipt:
    wanted = govflow.Correction(reference, more.pop("note", REASON), **more)
    return govflow.correct(government.person(by), wanted)


def requested(government: Government, amount: int = 90_000_000) -> tuple[str, int]:
    """A proposal with a budget request, and the number of its entry."""
    reference = government.proposal(until="approved")
    return reference, government.act("mof_clerk", "record_request", reference, amount=amount).seq


def test_a_second_person_corrects_what_an_act_carried_and_both_stay(office: Government) -> None:
    reference, entry = requested(office)
    receipt = correct(office, reference, entry=entry, values={"amount": 95_000_000})
    assert (receipt.trigger, receipt.state, receipt.moved) == ("correct", "approved", False)
    assert office.shown(reference).records["request"]["amount"] == 95_000_000
    first, second = govflow.history(office.onlooker, reference)[-2:]
    assert (first["payload"], first["corrected_by"]) == ({"amount": 90_000_000}, [receipt.seq])
    assert (second["corrects"]["entry"], second["note"]) == (entry, REASON)
    [change] = second["corrects"]["changes"]
    assert (change["from"]["en"], change["to"]["en"]) == ("¥90,000,000", "¥95,000,000")
    assert office.problems() == []


def test_nobody_corrects_what_they_have_said_or_corrected_themselves(office: Government) -> None:
    reference, entry = requested(office)
    wanted = {"entry": entry, "values": {"amount": 95_000_000}}
    assert refused(Refused, correct, office, reference, by="mof_clerk", **wanted) == ["correct.same_person"]
    correct(office, reference, **wanted)
    again = {"entry": entry, "values": {"amount": 96_000_000}}
    for person in ("mof_clerk", "second_clerk"):
        assert refused(Refused, correct, office, reference, by=person, **again) == ["correct.same_person"]


def test_only_an_own_office_of_the_role_that_did_it_corrects(office: Government) -> None:
    reference, entry = requested(office)
    for person in ("mof_accounts", "mic_clerk", "gcio"):
        with pytest.raises(NotAuthorised) as told:
            correct(office, reference, by=person, entry=entry, values={"amount": 95_000_000})
        assert codes(told.value)[0] == "acts.not_authorised"


def test_another_role_that_could_do_the_act_corrects_it(office: Government) -> None:
    reference, entry = requested(office)
    receipt = correct(office, reference, by="mof_pmo", entry=entry, values={"amount": 95_000_000})
    assert receipt.office == "mof.pmo"
    assert office.problems() == []


def test_the_guards_of_the_act_hold_with_the_new_value(office: Government) -> None:
    reference, entry = requested(office)
    above = {"entry": entry, "values": {"amount": 100_000_001}}
    assert refused(Refused, correct, office, reference, **above) == ["guard.above_record"]
    assert office.shown(reference).records["request"]["amount"] == 90_000_000


def test_every_reason_is_told_at_once(office: Government) -> None:
    reference, entry = requested(office)
    wanted = {"entry": entry, "values": {"amount": 100_000_001}}
    told = refused(Refused, correct, office, reference, by="mof_clerk", **wanted)
    assert told == ["correct.same_person", "guard.above_record"]


def test_what_a_later_act_was_done_on_is_no_slip_any_more(office: Government) -> None:
    reference, entry = requested(office)
    office.act("mof_accounts", "record_budget", reference, amount=90_000_000, fiscal_year=2026)
    wanted = {"entry": entry, "values": {"amount": 95_000_000}}
    assert refused(Refused, correct, office, reference, **wanted) == ["correct.built_on"]


def test_who_has_corrected_an_act_has_done_it_too(office: Government) -> None:
    office.organise(
        persons=["second_clerk"],
        appointments=[
            {"person": "second_clerk", "office": "mof.clerk", "from": "2025-04-01"},
            {"person": "second_clerk", "office": "mof.accounts", "from": "2025-04-01"},
        ],
    )
    reference, entry = requested(office)
    correct(office, reference, entry=entry, values={"amount": 95_000_000})
    budget = {"amount": 95_000_000, "fiscal_year": 2026}
    told = refused(Refused, office.act, "second_clerk", "record_budget", reference, **budget)
    assert told == ["guard.same_person"]


def test_a_due_date_that_the_year_had_set_is_set_anew(office: Government) -> None:
    reference, _ = requested(office)
    budget = {"amount": 90_000_000, "fiscal_year": 2027}
    entry = office.act("mof_accounts", "record_budget", reference, **budget).seq
    assert office.shown(reference).due_on == "2028-03-31"
    correct(office, reference, by="second_accounts", entry=entry, values={"fiscal_year": 2026})
    assert office.shown(reference).due_on == "2027-03-31"
    assert office.problems() == []


def test_a_decision_is_corrected_until_it_is_notified_and_its_documents_are_issued_anew(
    office: Government,
) -> None:
    reference = office.proposal(until="gcio_decision")
    receipt = office.act("gcio", "approve", reference, amount=80_000_000, note="減額")
    corrected = correct(office, reference, by="second_gcio", entry=receipt.seq, values={"amount": 90_000_000})
    assert len(corrected.documents) == len(receipt.documents) == 3
    superseded = {each["supersedes"] for each in govflow.list_documents(office.onlooker, reference=reference)}
    assert superseded >= {*receipt.documents}
    [memo] = [number for number in corrected.documents if number.startswith("DM")]
    text = govflow.document(office.onlooker, memo, lang="en").text
    assert "**Corrected** on" in text
    assert "¥80,000,000 → ¥90,000,000" in text
    assert "減額" in text
    office.act("secretariat", "notification.notified", reference)
    wanted = {"entry": receipt.seq, "values": {"amount": 95_000_000}}
    third = {
        "persons": ["third"],
        "appointments": [{"person": "third", "office": "cas.gcio", "from": "2025-04-01"}],
    }
    office.organise(**third)
    assert refused(Refused, correct, office, reference, by="third", **wanted) == ["correct.notified"]
    assert office.problems() == []


def test_what_a_body_or_nobody_did_is_not_corrected(office: Government) -> None:
    reference = office.proposal(until="gcio_decision")
    entry = govflow.history(office.onlooker, reference)[-1]["seq"]
    wanted = {"entry": entry, "values": {"source": "第2回"}}
    assert refused(Refused, correct, office, reference, **wanted) == ["correct.of_nobody"]


def test_a_slip_in_the_title_makes_a_revision_that_asks_nobody_anew(office: Government) -> None:
    reference = office.proposal(until="intake", title="年禁記録システムの更改")
    before = office.shown(reference)
    receipt = correct(office, reference, fields={"title": "年金記録システムの更改"}, note="誤字")
    after = office.shown(reference)
    assert (after.title, after.state, after.since) == ("年金記録システムの更改", "intake", before.since)
    assert after.revision["number"] == before.revision["number"] + 1
    assert after.steps == before.steps
    [endorsement] = receipt.documents
    assert (
        "年禁記録システムの更改 → 年金記録システムの更改"
        in govflow.document(office.onlooker, endorsement, lang="ja").text
    )
    found = govflow.list_proposals(office.onlooker, govflow.Filters(text="年金記録"))
    assert [each.reference for each in found.lines] == [reference]
    assert office.problems() == []


def test_what_is_judged_goes_by_a_return(office: Government) -> None:
    reference = office.proposal(until="intake")
    for fields in ({"amount": 1}, {"purpose": "別の目的"}, {"kind": "new"}, {"affected_ministries": ["mic"]}):
        assert refused(Refused, correct, office, reference, fields=fields) == ["correct.not_a_slip"]


def test_evidence_is_corrected_until_it_is_verified(office: Government) -> None:
    office.organise(
        persons=["second_pmo"],
        appointments=[{"person": "second_pmo", "office": "mof.pmo", "from": "2025-04-01"}],
    )
    reference = office.proposal(until="gcio_decision")
    condition = {"text": "試験を行う", "owner": "pmo_head", "evidence": "報告書", "due": "2025-06-30"}
    office.act("gcio", "approve", reference, conditions=[condition])
    entry = office.act("mof_pmo", "condition_report.fulfilled", reference, evidence="報告書1号").seq
    wanted = {"by": "second_pmo", "entry": entry, "values": {"evidence": "報告書2号"}}
    correct(office, reference, **wanted)
    [report] = office.steps(reference, "condition_report")
    assert report["note"] == "報告書2号"
    office.act("secretariat", "condition.verified", reference)
    office.organise(
        persons=["third"], appointments=[{"person": "third", "office": "mof.pmo", "from": "2025-04-01"}]
    )
    again = {"by": "third", "entry": entry, "values": {"evidence": "報告書3号"}}
    assert refused(Refused, correct, office, reference, **again) == ["correct.built_on"]
    assert office.problems() == []


def test_an_end_is_the_end(office: Government) -> None:
    reference, entry = requested(office)
    office.on("2026-04-02").act("secretariat", "lapse", reference)
    wanted = {"entry": entry, "values": {"amount": 1}}
    assert "correct.ended" in refused(Refused, correct, office, reference, **wanted)


def test_a_question_that_others_have_been_asked_is_taken_back_and_not_corrected(office: Government) -> None:
    reference = office.proposal(until="coordination")
    entry = office.act("amb", "inquire", reference, question="単価の恨拠は何か。").seq
    values = {"question": "単価の根拠は何か。"}
    reasons = refused(Refused, correct, office, reference, by="amb", entry=entry, values=values)
    assert "correct.asked_about" in reasons


def test_what_makes_no_sense_is_told(office: Government) -> None:
    reference, entry = requested(office)
    values = {"amount": 95_000_000}
    assert refused(BadInput, correct, office, reference, entry=entry, values=values, note=" ") == [
        "correct.without_reason"
    ]
    assert refused(BadInput, correct, office, reference, entry=entry) == ["correct.values_or_fields"]
    assert refused(BadInput, correct, office, reference, values=values) == ["correct.which_entry"]
    assert refused(NotFound, correct, office, reference, entry=99, values=values) == ["correct.no_entry"]
    assert refused(BadInput, correct, office, reference, entry=entry, values={"amuont": 1}) == [
        "reading.key_unknown"
    ]
    other = {"entry": entry, "values": {"note": "x"}}
    assert refused(Refused, correct, office, reference, **other) == ["correct.not_carried"]
    same = {"entry": entry, "values": {"amount": 90_000_000}}
    assert refused(Refused, correct, office, reference, **same) == ["correct.nothing"]
    assert refused(Refused, correct, office, reference, entry=1, values=values) == ["correct.without_values"]


def test_a_key_makes_repeating_safe(office: Government) -> None:
    reference, entry = requested(office)
    wanted = {"entry": entry, "values": {"amount": 95_000_000}, "key": "k"}
    first = correct(office, reference, **wanted)
    assert correct(office, reference, **wanted) == first._replace(repeated=True)
    with pytest.raises(Conflict):
        correct(office, reference, entry=entry, values={"amount": 1}, key="k")


def test_the_audit_finds_a_correction_by_who_did_the_act(office: Government) -> None:
    reference, entry = requested(office)
    correct(office, reference, entry=entry, values={"amount": 95_000_000})
    path = Path(office.url.removeprefix("sqlite:///"))
    last_told_anew(path, reference, lambda entry: entry._replace(person="mof_clerk"))
    assert office.problems() == ["audit.correction_differs"]


def test_the_audit_finds_a_correction_that_says_something_else_than_was_said(office: Government) -> None:
    reference, entry = requested(office)
    correct(office, reference, entry=entry, values={"amount": 95_000_000})
    path = Path(office.url.removeprefix("sqlite:///"))
    said = canonical({"entry": entry, "values": {"amount": {"from": 1, "to": 95_000_000}}})
    last_told_anew(path, reference, lambda each: each._replace(payload=said))
    assert office.problems() == ["audit.correction_differs"]
