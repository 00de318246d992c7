"""Guards about acts: who did what before, how often, what was recorded, what comes with this one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_guard import (
    PEOPLE,
    met,
    reason,
)

from govflow.messages import say


@given(actor=PEOPLE, submitters=st.lists(PEOPLE), remarkers=st.lists(PEOPLE))
def test_separation_of_duties_compares_persons(
    actor: str, submitters: list[str], remarkers: list[str]
) -> None:
    facts = {"actor": {"person": actor}, "done": {"submit": submitters, "draft.remark": remarkers}}
    expected = actor not in submitters and actor not in remarkers
    assert met("different_person_from", ("submit", "draft.remark"), **facts) == expected


def test_before_anybody_acts_there_is_nobody_to_compare() -> None:
    assert met("different_person_from", ("submit",), actor={"person": None}, done={"submit": ["kono"]})


def test_whoever_opened_the_proposal_or_revised_its_draft_has_done_so_by_name() -> None:
    done = {"open": ["kono"], "revise": ["otsukawa", "kono"]}
    why = reason("different_person_from", ("open", "revise"), actor={"person": "kono"}, done=done)
    assert why is not None
    assert "has already done open and revise." in say(why, "en").replace(", ", " and ")
    assert "起案" in say(why, "ja")
    assert "改訂" in say(why, "ja")


def test_who_did_it_and_what_is_named() -> None:
    done = {"submit": ["kono"], "opinion": ["kono"], "draft.remark": ["kono"], "decide": ["otsukawa"]}
    why = reason(
        "different_person_from",
        ("submit", "opinion", "draft.remark", "decide"),
        actor={"person": "kono"},
        done=done,
    )
    assert why is not None
    assert say(why, "en") == (
        "kono has already done submit, opinion, remark in 'draft'. This has to be done by somebody else."
    )
    assert "提出、意見、起案の「備考」" in say(why, "ja")


def test_a_record_has_to_be_kept_by_one_of_its_triggers() -> None:
    wanted = {"decision": ("decide", "remark")}
    assert met("recorded_by", wanted, records={"decision": {"trigger": "remark"}})
    assert not met("recorded_by", wanted, records={"decision": {"trigger": "return"}})
    why = reason("recorded_by", wanted, records={})
    assert why is not None
    assert "decide, remark (by clerk, head)" in say(why, "en")


def test_values_that_have_to_come_with_the_act_are_named() -> None:
    assert met("given", ("amount", "note"), payload={"amount": 0, "note": "x"})
    why = reason("given", ("amount", "note"), payload={"note": ""})
    assert why is not None
    assert say(why, "en") == "A value is missing. Give with the act: amount (amount), note (note)"


def test_a_value_of_the_act_is_one_of_those_named() -> None:
    assert met("payload_is", {"way": ("paper",)}, payload={"way": "paper"})
    assert not met("payload_is", {"way": ("paper",)}, payload={"way": "met"})
    why = reason("payload_is", {"way": ("paper",)}, payload={})
    assert why is not None
    assert "way has to be one of: paper" in say(why, "en")


@given(times=st.none() | st.integers(0, 9), limit=st.integers(0, 9))
def test_how_often_an_act_was_done_counts_until_now(times: int | None, limit: int) -> None:
    facts = {"times": {"return": times}}
    assert met("times_at_most", {"return": limit}, **facts) == ((times or 0) <= limit)
    assert met("times_at_least", {"return": limit}, **facts) == ((times or 0) >= limit)


def test_too_often_says_what_how_often_and_the_limit() -> None:
    why = reason("times_at_most", {"return": 0}, times={"return": 1})
    assert why is not None
    assert say(why, "en") == "Done too often already: return (done: 1, at most 0 before this act)"


def test_an_act_has_to_be_done_since_the_state_was_entered() -> None:
    assert met("done_here", ("remark",), visit={"remark": 2}, times={"remark": 2})
    why = reason("done_here", ("remark",), visit={"remark": 0}, times={"remark": 5})
    assert why is not None
    assert say(why, "en") == "Do this first, while it is here: remark (by clerk)"


@pytest.mark.parametrize(
    ("record", "today", "expected"),
    [
        ({"day": "2026-03-31"}, "2026-03-31", False),
        ({"day": "2026-03-31"}, "2026-04-01", True),
        ({"day": "2026-04-01"}, "2027-03-31", False),
        ({"day": "2025-12-20", "fiscal_year": 2026}, "2027-03-31", False),
        ({"day": "2025-12-20", "fiscal_year": 2026}, "2027-04-01", True),
        ({"fiscal_year": 2026}, "2027-03-31", False),
        ({"fiscal_year": 2026}, "2027-04-01", True),
        (None, "2099-01-01", False),
    ],
)
def test_a_fiscal_year_ends_on_31_march(record: Any, today: str, expected: bool) -> None:
    assert met("fiscal_year_ended", "decision", records={"decision": record}, today=today) is expected


def test_who_verifies_conditions_owns_none() -> None:
    mine = {"text": "encrypt", "owner": "centre"}
    others = {"text": "report", "owner": "clerk"}
    assert met("no_condition_owned_by", ("centre",), payload={"conditions": [others]})
    assert met("no_condition_owned_by", ("centre",), payload={})
    why = reason("no_condition_owned_by", ("centre",), payload={"conditions": [others, mine]})
    assert why is not None
    assert say(why, "en") == "centre verifies conditions and cannot own one. Give another owner to: encrypt"


def test_an_owner_given_by_an_office_owns_by_the_role_of_that_office() -> None:
    conditions = [{"text": "encrypt", "owner": "cas.centre"}, {"text": "report", "owner": "the mayor"}]
    facts = {"payload": {"conditions": conditions}, "owner_roles": {"cas.centre": "centre"}}
    why = reason("no_condition_owned_by", ("centre",), **facts)
    assert why is not None
    assert why.params["conditions"] == ["encrypt"]
    assert met("no_condition_owned_by", ("head",), **facts)


def test_whoever_owns_a_condition_does_not_answer_about_it() -> None:
    assert met("not_the_owner", actor={"person": "kono"}, owners=["otsukawa"])
    assert met("not_the_owner", actor={"person": "kono"})
    assert met("not_the_owner", actor={"person": None}, owners=["kono"])
    assert not met("not_the_owner", actor={"person": "kono"}, owners=["otsukawa", "kono"])


def test_what_nobody_has_done_bars_nobody() -> None:
    assert met("different_person_from", ("submit", "decide"), actor={"person": "kono"}, done={})


def test_the_other_ministrys_consent_comes_from_somebody_else_and_the_own_from_anybody() -> None:
    facts: dict[str, Any] = {"actor": {"person": "kono"}, "done": {"opinion": ["kono"]}}
    for own, expected in ((True, True), (None, True), (False, False)):
        assert (
            met("another_agrees", {"opinion": "changes"}, referred={"changes": {"own": own}}, **facts)
            is expected
        )
    assert met(
        "another_agrees", {"opinion": "changes"}, referred={"changes": {"own": False}}, actor={"person": "x"}
    )
