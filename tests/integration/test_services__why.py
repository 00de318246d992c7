"""Why a proposal stands where it stands, who can do what about it, and what its history tells."""

from __future__ import annotations

from typing import Any

import pytest
from government import BODY, ROUTE, Government

import govflow
from govflow.errors import NotFound

SINCE: dict[str, str] = {"from": "2025-04-01"}


def test_why_explains_every_state_on_the_way(cabinet: Government) -> None:
    reference = cabinet.draft()
    for state, acts in ROUTE.items():
        cabinet.lead(reference, state)
        answer = govflow.why(cabinet.onlooker, reference)
        assert answer.state == state
        assert bool(answer.who) is (answer.filled_by == "office")
        triggers = {possible.trigger for possible in answer.possible}
        answers = {name for step in answer.open_steps for name in step["answers"]}
        for person, trigger, payload in acts:
            if person == BODY:
                assert trigger in {possible.occasion for possible in answer.possible}
                continue
            who = person.format(m="mof")
            assert trigger in triggers | answers or trigger == "record_budget"
            for possible in answer.possible:
                if possible.trigger == trigger:
                    assert who in {one["person"] for one in possible.who}
                    assert set(possible.takes) <= set(payload)
    cabinet.lead(reference, "closed")
    ended = govflow.why(cabinet.onlooker, reference)
    assert (ended.possible, ended.who, ended.responsible) == ((), (), None)


def test_why_says_what_is_still_needed_and_nothing_when_nothing_is(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")

    def needs(trigger: str) -> list[str]:
        (found,) = [p for p in govflow.why(cabinet.onlooker, reference).possible if p.trigger == trigger]
        return [notice.code for notice in found.needs]

    assert needs("endorse") == ["guard.not_concurred"]
    assert needs("return") == ["why.carry"]
    for post, step in (("ciso", "ciso"), ("accounts", "accounts"), ("dcio", "deputy_cio")):
        cabinet.act(f"mof_{post}", f"{step}_concurrence.concur", reference)
    assert needs("endorse") == []


def test_why_says_when_nobody_can_do_it(cabinet: Government) -> None:
    cabinet.organise(without=["mof.cio"])
    reference = cabinet.proposal(until="ministry_review")
    (endorse,) = [p for p in govflow.why(cabinet.onlooker, reference).possible if p.trigger == "endorse"]
    assert "authority.vacant" in [notice.code for notice in endorse.needs]


def endorsing(cabinet: Government, reference: str) -> govflow.Possibility:
    (found,) = [p for p in govflow.why(cabinet.onlooker, reference).possible if p.trigger == "endorse"]
    return found


def test_an_objection_says_who_can_change_it_and_what_sends_the_proposal_back(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    assert endorsing(cabinet, reference).ways_out == ()
    cabinet.act("mof_ciso", "ciso_concurrence.object", reference)
    change, back = endorsing(cabinet, reference).ways_out
    assert (change.code, change.params["answers"]) == ("why.change_answer", ["ciso_concurrence.concur"])
    assert [name.en for name in change.params["who"]] == ["Ko mof_ciso"]
    assert (back.code, back.params["acts"]) == ("why.give_back", ["return"])
    cabinet.act("mof_ciso", "ciso_concurrence.concur", reference)
    assert endorsing(cabinet, reference).ways_out == ()


def test_an_answer_that_leads_elsewhere_is_in_the_way_of_another_act_only(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination")
    other = cabinet.proposal(until="coordination", ministry="mhlw")
    cabinet.act("amb", "duplicate_check.merge", reference, into=other)
    possible = {p.trigger: p.ways_out for p in govflow.why(cabinet.onlooker, reference).possible}
    change, _ = possible["complete"]
    assert change.params["answers"] == [f"duplicate_check.{name}" for name in ("none", "share", "justified")]
    assert possible["merge"] == ()
    cabinet.act("mhlw_cio", "merge_agreement.refuse", reference)
    possible = {p.trigger: p.ways_out for p in govflow.why(cabinet.onlooker, reference).possible}
    assert possible["merge"][0].params["answers"] == ["merge_agreement.agree"]


def test_what_was_due_before_today_is_told_as_late(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")

    def lacking(day: str) -> set[str]:
        (need,) = endorsing(cabinet.on(day), reference).needs
        return {lack.code for lack in need.params["missing"]}

    assert lacking("2025-04-24") == {"guard.step_open_until"}
    assert lacking("2025-04-25") == {"guard.step_overdue"}


def test_why_and_show_call_a_proposal_by_its_english_title_where_it_states_one(cabinet: Government) -> None:
    plain, english = cabinet.draft(), cabinet.draft(title_en="Pension records")
    assert govflow.why(cabinet.onlooker, plain).titles["en"] == "年金記録システムの更改"
    assert govflow.why(cabinet.onlooker, english).titles["en"] == "Pension records"
    assert cabinet.shown(english).titles == {"ja": "年金記録システムの更改", "en": "Pension records"}


def delegated(trigger: str) -> dict[str, Any]:
    """The organisation where the deputy may do this one act for the Ministry CIO."""
    row = {"office": "mof.cio", "to": "mof.dcio", "workflow": "it_investment", "triggers": [trigger]}
    return {"delegations": [{**row, **SINCE}]}


@pytest.mark.parametrize(
    ("trigger", "deputy_is_next"), [("endorse", True), ("return", True), ("suspend", False)]
)
def test_who_is_next_includes_delegates_of_what_the_state_can_do(
    cabinet: Government, trigger: str, *, deputy_is_next: bool
) -> None:
    cabinet.organise(**delegated(trigger))
    reference = cabinet.proposal(until="pmo_check")
    receipt = cabinet.act("mof_pmo", "accept", reference)
    named = ["mof_cio", "mof_dcio"] if deputy_is_next else ["mof_cio"]
    assert [person["en"] for person in receipt.next] == [f"Ko {person}" for person in named]
    assert [person["person"] for person in govflow.why(cabinet.onlooker, reference).who] == named


def test_why_counts_the_days_waited_and_overdue(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    answer = govflow.why(cabinet.on("2025-04-28").onlooker, reference)
    assert (answer.since, answer.waited, answer.due_on, answer.overdue) == ("2025-04-10", 12, "2025-04-24", 2)


def test_history_tells_who_did_what_for_whom(cabinet: Government) -> None:
    cabinet.organise(
        delegations=[{"office": "mof.pmo", "to": "mof.dcio", "workflow": "it_investment", **SINCE}]
    )
    reference = cabinet.proposal(until="pmo_check")
    cabinet.act("mof_dcio", "accept", reference, note="専決する。")
    opened, submitted, accepted = govflow.history(cabinet.onlooker, reference)
    assert opened["definition"]["name"] == "it_investment"
    assert opened["definition"] == accepted["definition"]
    assert (opened["trigger"], opened["from"], opened["to"]["en"]) == ("open", None, "draft")
    assert (submitted["person"]["en"], submitted["via"], submitted["moved"]) == ("Ko mof_clerk", "own", True)
    assert (accepted["via"], accepted["on_behalf_of"]["en"], accepted["note"]) == (
        "delegation",
        "office mof.pmo",
        "専決する。",
    )


def test_what_is_not_there_is_not_found(cabinet: Government) -> None:
    for view in (govflow.show, govflow.history, govflow.why):
        with pytest.raises(NotFound):
            view(cabinet.session, "NO-1")
