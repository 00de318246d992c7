"""A refusal says every reason and the next command, and changes nothing but the refusal log."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from government import COUNCIL, OF_REFUSALS, Government, codes, rows

import govflow
from govflow.errors import BadInput, NotFound, Refused


def test_all_reasons_come_at_once_with_the_next_command(cabinet: Government) -> None:
    reference = cabinet.proposal(until="intake", purpose=None, kind="new")
    with pytest.raises(Refused) as refused:
        cabinet.act("secretariat", "fast_track", reference)
    assert codes(refused.value) == [
        "guard.incomplete",
        "guard.fields_differ",
        "guard.amount_above",
        "guard.previous_not_stated",
    ]
    assert refused.value.next_command == f"govflow why {reference}"


def test_missing_values_are_all_named_with_how_to_give_them(cabinet: Government) -> None:
    reference = cabinet.proposal(until="evaluation")
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_clerk", "evaluate", reference)
    missing = ["kpi_results", "usage", "satisfaction", "savings"]
    assert [notice.params["value"] for notice in refused.value.notices] == missing
    assert refused.value.next_command.endswith("evaluate " + " ".join(f"--set {name}=…" for name in missing))


def test_rules_and_missing_values_are_told_together(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    cabinet.act("gcio", "refer_back", reference, note="再調整する。")
    cabinet.lead(reference, "gcio_decision")
    with pytest.raises(Refused) as refused:
        cabinet.act("gcio", "refer_back", reference)
    assert codes(refused.value) == ["guard.too_often", "acts.missing_note"]


def test_an_answers_rules_and_missing_values_are_told_together(cabinet: Government) -> None:
    cabinet.organise(
        appointments=[{"person": "mof_clerk", "office": "cas.amb", "from": "2025-04-01", "concurrent": True}]
    )
    reference = cabinet.proposal(until="coordination")
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_clerk", "duplicate_check.justified", reference)
    assert codes(refused.value) == ["guard.same_person", "acts.missing_note"]


def test_what_the_state_does_not_know_is_answered_with_what_it_knows(cabinet: Government) -> None:
    reference = cabinet.draft()
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_clerk", "submitt", reference)
    unknown, possible = refused.value.notices
    assert "did you mean 'submit'" in str(refused.value)
    assert possible.params["triggers"] == ["submit", "discard", "withdraw"]
    assert unknown.params["state"].en == "draft"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ciso_concurrence.concurs", "ciso_concurrence.concur"),
        ("ciso_concurence.concur", "ciso_concurrence.concur"),
        ("ciso_concurrence#2.concurr", "ciso_concurrence#2.concur"),
        ("retrun", "return"),
        ("ciso_concurrence.agree", None),  # not 'object', however alike the whole is written
        ("duplicate_check.none", None),  # a step that is not asked here
        ("approve", None),
    ],
)
def test_an_answer_is_only_suggested_for_the_step_that_was_typed(
    cabinet: Government, typed: str, meant: str | None
) -> None:
    reference = cabinet.proposal(until="ministry_review")
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_ciso", typed, reference)
    hint = refused.value.notices[0].params["hint"]
    assert (hint.params["name"] if hint else None) == meant


def test_an_amount_is_compared_with_what_an_act_recorded(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    with pytest.raises(Refused, match="100,000,000 yen that 'passed by the council' recorded") as refused:
        cabinet.act("gcio", "approve", reference, amount=200_000_000)
    assert "「会議可決」の100,000,000円" in refused.value.sentences("ja")[0]


def test_the_receipt_tells_the_amount_that_was_kept(cabinet: Government) -> None:
    asked, reduced = cabinet.proposal(until="gcio_decision"), cabinet.proposal(until="gcio_decision")
    whole = cabinet.act("gcio", "approve", asked)
    assert (whole.amount, whole.as_asked) == (100_000_000, True)
    part = cabinet.act("gcio", "approve", reduced, amount=90_000_000)
    assert (part.amount, part.as_asked) == (90_000_000, False)
    other = cabinet.proposal(until="pmo_check")
    assert cabinet.act("mof_pmo", "accept", other).amount is None


def test_an_ended_proposal_says_so(cabinet: Government) -> None:
    reference = cabinet.draft()
    cabinet.act("mof_clerk", "discard", reference)
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_clerk", "submit", reference)
    assert codes(refused.value) == ["acts.no_such_trigger", "acts.nothing_possible"]


def test_an_unknown_reference_is_not_found(cabinet: Government) -> None:
    with pytest.raises(NotFound, match="MOF-2026-9999"):
        cabinet.act("mof_clerk", "submit", "MOF-2026-9999")


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ({"amount": 1.5}, "reading.number_fraction"),
        ({"amount": -1}, "reading.yen_negative"),
        ({"nonsense": 1}, "reading.key_unknown"),
        ({"conditions": [{"text": "報告"}, {"due": "2025-02-30", "text": "x"}]}, "reading.date_impossible"),
    ],
)
def test_unfit_values_are_bad_input(cabinet: Government, payload: dict[str, Any], reason: str) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    with pytest.raises(BadInput) as bad:
        cabinet.act("gcio", "approve", reference, **payload)
    assert codes(bad.value) == [reason]


def test_a_note_given_as_a_value_is_the_entrys_note(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    payload = {"note": "目的を詳しく。"}
    govflow.act(cabinet.person("mof_pmo"), govflow.Act(reference, "return", payload=payload))
    assert govflow.history(cabinet.onlooker, reference)[-1]["note"] == "目的を詳しく。"


def test_two_different_notes_are_not_one(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    twice = govflow.Act(reference, "return", payload={"note": "目的を詳しく。"}, note="金額を詳しく。")
    with pytest.raises(BadInput) as bad:
        govflow.act(cabinet.person("mof_pmo"), twice)
    assert codes(bad.value) == ["acts.two_notes"]
    govflow.act(cabinet.person("mof_pmo"), replace(twice, note="目的を詳しく。"))


def test_a_missing_note_is_asked_for_as_a_note(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    with pytest.raises(Refused) as refused:
        cabinet.act("mof_pmo", "withdraw", reference)
    assert codes(refused.value) == ["acts.missing_note"]
    assert refused.value.next_command == f"govflow act {reference} withdraw --note …"


@pytest.mark.parametrize("text", ["\udcff", "a\x00b", "\u202ex", "a\u200b"], ids=ascii)
@pytest.mark.parametrize("where", ["reference", "trigger", "note", "key", "value"])
def test_broken_texts_are_refused_wherever_they_stand(cabinet: Government, where: str, text: str) -> None:
    reference = cabinet.proposal(until="pmo_check")
    said: dict[str, Any] = {"reference": reference, "trigger": "return", "note": "理由", where: text}
    payload = {"note": said.pop("value")} if where == "value" else {}
    with pytest.raises(BadInput):
        govflow.act(cabinet.person("mof_pmo"), govflow.Act(payload=payload, **said))


def test_a_refused_act_changes_nothing_but_the_refusal_log(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    before = rows(cabinet.url, without=OF_REFUSALS)
    for person, trigger in (("mof_cio", "endorse"), ("mhlw_cio", "endorse"), ("mof_ciso", "nonsense")):
        with pytest.raises(Refused):
            cabinet.act(person, trigger, reference)
    assert rows(cabinet.url, without=OF_REFUSALS) == before
    with cabinet.session.store.reading() as work:
        logged = [
            (row.person, row.trigger, row.kind, json.loads(row.codes)[0]) for row in work.refusals.latest(9)
        ]
    assert logged == [
        ("mof_ciso", "nonsense", "rule", "acts.no_such_trigger"),
        ("mhlw_cio", "endorse", "authorisation", "acts.not_authorised"),
        ("mof_cio", "endorse", "rule", "guard.not_concurred"),
    ]


def test_bad_input_changes_nothing_at_all(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    before = rows(cabinet.url)
    with pytest.raises(BadInput):
        cabinet.act("gcio", "approve", reference, amount="千円")
    assert rows(cabinet.url) == before


def test_a_dry_run_tells_the_receipt_and_keeps_nothing(cabinet: Government) -> None:
    reference = cabinet.proposal(until="gcio_decision")
    before = rows(cabinet.url)
    receipt = cabinet.act("gcio", "approve", reference, dry_run=True)
    assert (receipt.state, len(receipt.documents)) == ("approved", 3)
    with pytest.raises(Refused):
        cabinet.act("mof_cio", "approve", reference, dry_run=True)
    assert rows(cabinet.url) == before
    assert cabinet.act("gcio", "approve", reference).documents == receipt.documents


def test_why_logs_nothing(cabinet: Government) -> None:
    reference = cabinet.proposal(until="deliberation")
    before = rows(cabinet.url)
    govflow.why(cabinet.onlooker, reference)
    assert rows(cabinet.url) == before
    assert cabinet.fire(reference, "passed", **COUNCIL).moved
