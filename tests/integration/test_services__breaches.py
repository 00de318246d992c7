"""A broken condition is reported, and stops the proposal where it says so and the state has a way to."""

from __future__ import annotations

from typing import Any

import pytest
from conditional import answer
from government import Government, codes
from sample_conditions import GRANT

import govflow
from govflow.domain.history import Entry, Subject
from govflow.errors import Refused

FIRST, SECOND = {"text": "甲を示すこと"}, {"text": "乙を示すこと"}
ON_BREACH = ("suspend", "lapse", "report")
FOLLOWS = {
    ("granted", "suspend"): ("granted", "cannot be suspended"),
    ("granted", "lapse"): ("granted", "cannot lapse"),
    ("granted", "report"): ("granted", "The breach of the condition is reported."),
    ("running", "suspend"): ("paused", "is suspended (paused)"),
    ("running", "lapse"): ("lapsed", "has lapsed (lapsed)"),
    ("running", "report"): ("running", "The breach of the condition is reported."),
    ("paused", "suspend"): ("paused", "cannot be suspended"),
    ("paused", "lapse"): ("lapsed", "has lapsed (lapsed)"),
    ("paused", "report"): ("paused", "The breach of the condition is reported."),
}
"""By the state and what the condition says: where a breach leads, and what is said of it."""


@pytest.fixture
def office(either: Government) -> Government:
    """The small government with a workflow in which conditions are broken."""
    govflow.load_workflow(either.session, str(either.write("grant.yaml", GRANT)))
    return either


def granted(office: Government, *conditions: dict[str, Any], until: str = "granted") -> str:
    """A grant under conditions, as far as a state."""
    content = {"title": "補助", "ministry": "mof", "fiscal_year": 2025}
    key = f"grant-{office.serial}"
    office.serial += 1
    clerk = office.person("mof_clerk")
    reference = govflow.submit(clerk, content, key=key, workflow="grant", draft=True).reference
    pausing = {"text": "停止のため", "on_breach": "suspend"}
    office.act("mof_clerk", "grant", reference, conditions=[*conditions, pausing])
    if until != "granted":
        office.act("mof_pmo", "begin", reference)
    if until == "paused":
        office.act("secretariat", f"{answer(office, reference, pausing, 'check')}.broken", reference)
        office.act("gcio", "told.noted", reference)
    return reference


def break_(office: Government, reference: str, condition: dict[str, Any], note: str = "") -> govflow.Receipt:
    trigger = f"{answer(office, reference, condition, 'check')}.broken"
    return office.act("secretariat", trigger, reference, note=note)


def entries(office: Government, reference: str) -> list[Entry]:
    with office.session.reading() as work:
        return list(work.history.entries(Subject("proposal", reference)))


@pytest.mark.parametrize(("state", "on_breach"), FOLLOWS, ids=str)
def test_what_follows_is_what_the_condition_says_where_the_state_allows_it(
    office: Government, state: str, on_breach: str
) -> None:
    reference = granted(office, FIRST | {"on_breach": on_breach}, until=state)
    before = len(entries(office, reference))
    receipt = break_(office, reference, FIRST)
    after, said = FOLLOWS[state, on_breach]
    assert (receipt.state, receipt.moved) == (after, after != state)
    assert receipt.consequence is not None
    assert said in receipt.consequence["en"]
    assert office.state(reference) == after
    assert len(entries(office, reference)) == before + 1 + (after != state)
    told = [step for step in office.steps(reference, "told") if step["state"] == "open"]
    assert len(told) == 1
    assert office.problems() == []


def test_the_transition_is_the_systems_and_names_the_condition_as_its_cause(office: Government) -> None:
    reference = granted(office, FIRST | {"on_breach": "suspend"}, until="running")
    _, number = answer(office, reference, FIRST, "check").split("#")
    break_(office, reference, FIRST, note="期限を過ぎた。")
    answered, moved = entries(office, reference)[-2:]
    assert (answered.trigger, answered.step, answered.person) == ("broken", "check", "secretariat")
    assert (moved.trigger, moved.actor_kind, moved.person, moved.role) == ("pause", "system", None, "breach")
    assert (moved.cause, moved.note) == (f"condition {number}", "期限を過ぎた。")


def test_the_government_cio_is_told_which_condition(office: Government) -> None:
    reference = granted(office, FIRST, SECOND, until="running")
    break_(office, reference, SECOND)
    (told,) = office.steps(reference, "told")
    assert told["subject"] == SECOND["text"]
    assert [line.step for line in govflow.inbox(office.person("gcio")).lines] == ["told"]


def test_meeting_one_condition_takes_back_its_own_report_and_no_other(office: Government) -> None:
    reference = granted(office, FIRST, SECOND, until="running")
    for condition in (FIRST, SECOND):
        break_(office, reference, condition)
    office.act("secretariat", f"{answer(office, reference, FIRST, 'check')}.met", reference)
    told = {step["subject"]: step["state"] for step in office.steps(reference, "told")}
    assert told == {FIRST["text"]: "cancelled", SECOND["text"]: "open"}


def test_a_hindered_consequence_is_reported_and_says_so(office: Government) -> None:
    reference = granted(office, FIRST | {"on_breach": "lapse"}, until="paused")
    office.act("gcio", "go_on", reference)
    receipt = break_(office, reference, FIRST)
    assert (receipt.state, receipt.moved) == ("running", False)
    assert receipt.consequence is not None
    assert "cannot lapse" in receipt.consequence["en"]
    assert receipt.consequence["ja"].endswith("報告にとどめました。")


def test_a_breach_in_a_dry_run_leaves_everything_as_it_was(office: Government) -> None:
    reference = granted(office, FIRST | {"on_breach": "lapse"}, until="running")
    trigger = f"{answer(office, reference, FIRST, 'check')}.broken"
    receipt = office.act("secretariat", trigger, reference, dry_run=True)
    assert (receipt.state, office.state(reference)) == ("lapsed", "running")


def test_a_repeated_key_breaks_nothing_again(office: Government) -> None:
    reference = granted(office, FIRST | {"on_breach": "suspend"}, until="running")
    trigger = f"{answer(office, reference, FIRST, 'check')}.broken"
    first = office.act("secretariat", trigger, reference, command={"key": "k"})
    before = len(entries(office, reference))
    again = office.act("secretariat", trigger, reference, command={"key": "k"})
    assert (again.repeated, again.consequence, again.state) == (True, first.consequence, "paused")
    assert len(entries(office, reference)) == before


def test_the_memo_of_a_breach_tells_what_follows(office: Government) -> None:
    reference = granted(office, FIRST | {"on_breach": "suspend", "evidence": "写し"}, until="running")
    (number,) = break_(office, reference, FIRST, note="期限を過ぎた。").documents
    ja, en = (govflow.document(office.onlooker, number, lang=lang).text for lang in ("ja", "en"))
    for said in (
        "甲を示すこと",
        "写し",
        "責任者からの報告はありません。",
        "期限を過ぎた。",
        "案件を停止し（停止中）",
    ):
        assert said in ja
    assert "the proposal is suspended (paused)" in en


def test_nobody_breaks_a_condition_by_hand(office: Government) -> None:
    reference = granted(office, FIRST, until="running")
    for person in ("gcio", "secretariat", "mof_pmo"):
        with pytest.raises(Refused):
            office.act(person, "pause", reference)


def test_a_condition_that_was_met_is_broken_no_more(office: Government) -> None:
    reference = granted(office, FIRST | {"on_breach": "lapse"}, until="running")
    office.act("secretariat", f"{answer(office, reference, FIRST, 'check')}.met", reference)
    with pytest.raises(Refused) as refused:
        break_(office, reference, FIRST)
    assert codes(refused.value)[0] == "acts.no_such_trigger"


def test_a_condition_kept_before_breaches_were_asked_for_is_reported(office: Government) -> None:
    """What earlier definitions kept has no word on it."""
    reference = granted(office, FIRST, until="running")
    assert break_(office, reference, FIRST).state == "running"


@pytest.mark.parametrize("on_breach", ON_BREACH)
def test_the_list_tells_broken_conditions(office: Government, on_breach: str) -> None:
    reference = granted(office, FIRST | {"on_breach": on_breach, "due": "2025-04-11"}, until="running")
    break_(office.on("2025-04-15"), reference, FIRST)
    found = govflow.list_conditions(office.onlooker, overdue=True).conditions
    assert [(line.condition, line.state, line.on_breach, line.overdue) for line in found] == [
        (FIRST["text"], "breached", on_breach, 2)
    ]


def test_a_condition_that_carries_over_is_not_set_again(office: Government) -> None:
    reference = granted(office, FIRST)
    with pytest.raises(Refused) as refused:
        office.act("mof_pmo", "extend", reference, conditions=[SECOND, FIRST])
    assert codes(refused.value) == ["acts.conditions_carried"]
    assert refused.value.notices[0].params["conditions"] == [FIRST["text"]]
    office.act("mof_pmo", "extend", reference, conditions=[SECOND])
    kept = office.shown(reference).records["decision"]["conditions"]
    assert [condition["text"] for condition in kept] == [FIRST["text"], "停止のため", SECOND["text"]]


def test_a_memo_takes_the_place_of_the_last_one_on_its_own_condition(office: Government) -> None:
    reference = granted(office, FIRST, SECOND, until="running")
    (first,) = break_(office, reference, FIRST).documents
    (second,) = break_(office, reference, SECOND).documents
    trigger = f"{answer(office, reference, FIRST, 'check')}.met"
    (third,) = office.act("secretariat", trigger, reference).documents
    outdated = {
        number: govflow.document(office.onlooker, number, lang="en").outdated
        for number in (first, second, third)
    }
    assert (outdated[second], outdated[third]) == (None, None)
    assert outdated[first] is not None
    assert outdated[first].params["by"] == third
    assert office.problems() == []
