"""Each guard is met exactly when its rule holds, and else says in both languages what is missing and who would help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_definition import sample

from govflow.domain.facts import Facts
from govflow.messages import Notice, say
from govflow.workflow.definition import GuardUse
from govflow.workflow.guards import REGISTRY

DEFINITION = sample()
YEN = st.integers(0, 10**18)
PEOPLE = st.sampled_from(["kono", "otsukawa", "heiyama"])


def reason(name: str, parameter: Any = None, /, **facts: Any) -> Notice | None:
    return REGISTRY[name].check(Facts.of(facts), parameter, DEFINITION)


def met(name: str, parameter: Any = None, /, **facts: Any) -> bool:
    return reason(name, parameter, **facts) is None


def asking(
    state: str = "answered",
    *,
    answer: str | None = "agree",
    agrees: bool | None = True,
    due_on: str | None = "2026-05-11",
    subject: str = "",
) -> Mapping[str, Any]:
    return {"subject": subject, "state": state, "answer": answer, "agrees": agrees, "due_on": due_on}


OPEN = asking("open", answer=None, agrees=None)
AGREED = asking()
REFUSED = asking(answer="refuse", agrees=False)
PASSED_ON = asking(answer="pass_on", agrees=None)
UNANSWERED = asking("unanswered", answer=None, agrees=None)


# -- the proposal


def test_zero_is_a_stated_amount() -> None:
    assert met("amount_stated", amount=0)
    assert not met("amount_stated", amount=None)


@given(amount=YEN, limit=YEN)
def test_an_amount_is_at_most_or_at_least_a_limit_as_numbers_are(amount: int, limit: int) -> None:
    assert met("amount_at_most", limit, amount=amount) == (amount <= limit)
    assert met("amount_at_least", limit, amount=amount) == (amount >= limit)


@pytest.mark.parametrize("name", ["amount_at_most", "amount_at_least"])
def test_an_unstated_amount_is_neither_small_nor_large(name: str) -> None:
    assert reason(name, 0, amount=None) == Notice("guard.amount_not_stated", {})


@given(amount=YEN, previous=YEN)
def test_growth_is_any_yen_above_the_earlier_amount(amount: int, previous: int) -> None:
    assert met("no_growth", "previous", amount=amount, content={"previous": previous}) == (amount <= previous)


@pytest.mark.parametrize(("amount", "previous"), [(None, 5), (5, None), (None, None)])
def test_nothing_stated_proves_no_absence_of_growth(amount: int | None, previous: int | None) -> None:
    assert not met("no_growth", "previous", amount=amount, content={"previous": previous})


def test_every_field_named_must_say_something_and_zero_and_false_do() -> None:
    fields = ("title", "amount", "urgent")
    assert met("complete", fields, content={"title": "x", "amount": 0, "urgent": False})
    missing = reason("complete", fields, content={"title": "", "amount": None, "urgent": False})
    assert missing is not None
    assert "title (title), amount (amount)" in say(missing, "en")
    assert "「件名」(title)、「金額」(amount)" in say(missing, "ja")


def test_a_field_is_one_of_the_values_named() -> None:
    assert met("field_is", {"kind": ("old", "new")}, content={"kind": "new"})
    assert not met("field_is", {"kind": ("old",)}, content={"kind": "new"})
    assert not met("field_is", {"kind": ("old",)}, content={})
    assert met("field_is", {"urgent": (True,)}, content={"urgent": True})
    assert not met("field_is", {"urgent": (True,)}, content={"urgent": None})


def test_all_fields_have_to_fit_and_those_that_do_not_are_named() -> None:
    wrong = reason(
        "field_is", {"kind": ("old",), "urgent": (True,)}, content={"kind": "old", "urgent": False}
    )
    assert wrong is not None
    assert say(wrong, "en").endswith("urgent has to be one of: yes")
    assert "「至急」は次のいずれか:はい" in say(wrong, "ja")


@given(asked=st.none() | YEN, given_amount=st.none() | YEN)
def test_an_amount_given_is_within_the_request(asked: int | None, given_amount: int | None) -> None:
    expected = given_amount is None or (asked is not None and given_amount <= asked)
    assert met("within_request", amount=asked, payload={"amount": given_amount}) == expected


@given(kept=st.none() | YEN, given_amount=st.none() | YEN)
def test_an_amount_given_is_within_the_records(kept: int | None, given_amount: int | None) -> None:
    expected = given_amount is None or (kept is not None and given_amount <= kept)
    records = {"decision": {"amount": kept}}
    assert met("amount_within", "decision", records=records, payload={"amount": given_amount}) == expected


def test_without_the_record_no_amount_can_be_given() -> None:
    assert not met("amount_within", "decision", records={}, payload={"amount": 1})


# -- steps


@pytest.mark.parametrize(
    ("askings", "expected"),
    [
        ([AGREED], True),
        ([AGREED, AGREED], True),
        ([], False),
        (None, False),
        ([OPEN], False),
        ([UNANSWERED], False),
        ([REFUSED], False),
        ([PASSED_ON], False),
        ([AGREED, REFUSED], False),
        ([AGREED, OPEN], False),
    ],
)
def test_concurrence_means_asked_and_all_agreed(askings: Any, expected: bool) -> None:
    assert met("concurred", ("opinion",), steps={"opinion": askings}) is expected


@pytest.mark.parametrize(
    ("askings", "expected"),
    [
        ([AGREED], True),
        ([REFUSED, PASSED_ON], True),
        ([], False),
        ([OPEN], False),
        ([AGREED, UNANSWERED], False),
    ],
)
def test_answered_means_asked_and_all_answered_whatever_they_say(askings: Any, expected: bool) -> None:
    assert met("answered", ("opinion",), steps={"opinion": askings}) is expected


@pytest.mark.parametrize(
    ("askings", "today", "expected"),
    [
        ([OPEN], "2026-05-11", False),
        ([OPEN], "2026-05-12", True),
        ([asking("open", due_on=None)], "2099-01-01", False),
        ([AGREED, UNANSWERED], "2026-05-01", True),
        ([AGREED, OPEN], "2026-05-01", False),
        ([], "2026-05-01", True),
        (None, "2026-05-01", True),
    ],
)
def test_settled_means_that_nothing_is_waited_for(askings: Any, today: str, expected: bool) -> None:
    assert met("settled", ("opinion",), steps={"opinion": askings}, today=today) is expected


def test_a_missing_concurrence_names_the_step_the_role_and_the_date() -> None:
    why = reason("concurred", ("opinion", "consultation"), steps={"opinion": [OPEN, REFUSED]})
    assert why is not None
    assert say(why, "en") == (
        "not everybody has agreed: opinion (head) is open until 2026-05-11, opinion (head) was answered 'refuses',"
        " consultation (head) has not been asked for"
    )
    assert "意見(長)は未回答です(期限 2026-05-11)" in say(why, "ja")


@pytest.mark.parametrize(
    ("askings", "expected"),
    [([AGREED], True), ([PASSED_ON, AGREED], True), ([REFUSED], False), ([AGREED, OPEN], False), ([], False)],
)
def test_an_answer_has_to_be_one_of_those_named(askings: Any, expected: bool) -> None:
    assert met("answer_is", {"opinion": ("agree", "pass_on")}, steps={"opinion": askings}) is expected


def _decided(*conditions: tuple[str, bool]) -> dict[str, Any]:
    return {
        "decision": {"conditions": [{"text": text, "precedent": precedent} for text, precedent in conditions]}
    }


@pytest.mark.parametrize(
    ("conditions", "askings", "expected"),
    [
        ([], [], True),
        ([("report yearly", False)], [], True),
        ([("encrypt", True)], [], False),
        ([("encrypt", True)], [asking("open", subject="encrypt")], False),
        ([("encrypt", True)], [asking(agrees=False, subject="encrypt")], False),
        ([("encrypt", True)], [asking(subject="another")], False),
        ([("encrypt", True)], [asking(subject="encrypt")], True),
        ([("encrypt", True), ("publish", True)], [asking(subject="encrypt")], False),
        (
            [("encrypt", True), ("report", False)],
            [asking(subject="encrypt"), asking("open", subject="report")],
            True,
        ),
    ],
)
def test_precedent_conditions_have_to_be_verified_one_by_one(
    conditions: Any, askings: Any, expected: bool
) -> None:
    facts = {"records": _decided(*conditions), "steps": {"condition": askings}}
    assert met("conditions_verified", {"condition": "decision"}, **facts) is expected


def test_conditions_of_a_decision_that_was_not_taken_hinder_nothing() -> None:
    assert met("conditions_verified", {"condition": "decision"}, records={}, steps={})


# -- acts


@given(actor=PEOPLE, submitters=st.lists(PEOPLE), remarkers=st.lists(PEOPLE))
def test_separation_of_duties_compares_persons(
    actor: str, submitters: list[str], remarkers: list[str]
) -> None:
    facts = {"actor": {"person": actor}, "done": {"submit": submitters, "draft.remark": remarkers}}
    expected = actor not in submitters and actor not in remarkers
    assert met("different_person_from", ("submit", "draft.remark"), **facts) == expected


def test_before_anybody_acts_there_is_nobody_to_compare() -> None:
    assert met("different_person_from", ("submit",), actor={"person": None}, done={"submit": ["kono"]})


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
        "kono has already done submit, opinion, remark in 'draft'; this has to be done by somebody else"
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
    assert say(why, "en") == "give with the act: amount (amount), note (note)"


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
    assert say(why, "en") == "done too often already: return, 1 times (0 at most before this act)"


def test_an_act_has_to_be_done_since_the_state_was_entered() -> None:
    assert met("done_here", ("remark",), visit={"remark": 2}, times={"remark": 2})
    why = reason("done_here", ("remark",), visit={"remark": 0}, times={"remark": 5})
    assert why is not None
    assert say(why, "en") == "do this first, while it is here: remark (by clerk)"


@pytest.mark.parametrize(
    ("record", "today", "expected"),
    [
        ({"day": "2026-03-31"}, "2026-03-31", False),
        ({"day": "2026-03-31"}, "2026-04-01", True),
        ({"day": "2026-04-01"}, "2027-03-31", False),
        ({"day": "2025-12-20", "fiscal_year": 2026}, "2027-03-31", False),
        ({"day": "2025-12-20", "fiscal_year": 2026}, "2027-04-01", True),
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
    assert say(why, "en") == "centre verifies conditions and cannot own one: encrypt"


# -- all guards

UNMET: dict[str, tuple[Any, dict[str, Any]]] = {
    "amount_stated": (None, {}),
    "amount_at_most": (1, {"amount": 2}),
    "amount_at_least": (3, {"amount": 2}),
    "no_growth": ("previous", {"amount": 2, "content": {"previous": 1}}),
    "complete": (("title",), {}),
    "field_is": ({"kind": ("old",)}, {}),
    "within_request": (None, {"amount": 1, "payload": {"amount": 2}}),
    "amount_within": ("decision", {"records": {"decision": {"amount": 1}}, "payload": {"amount": 2}}),
    "concurred": (("opinion",), {}),
    "answered": (("opinion",), {"steps": {"opinion": [UNANSWERED]}}),
    "settled": (("opinion",), {"steps": {"opinion": [OPEN]}, "today": "2026-01-01"}),
    "answer_is": ({"opinion": ("agree",)}, {}),
    "conditions_verified": ({"condition": "decision"}, {"records": _decided(("encrypt", True))}),
    "different_person_from": (("submit",), {"actor": {"person": "kono"}, "done": {"submit": ["kono"]}}),
    "recorded_by": ({"decision": ("decide",)}, {}),
    "given": (("note",), {}),
    "payload_is": ({"way": ("met",)}, {}),
    "times_at_most": ({"submit": 0}, {"times": {"submit": 1}}),
    "times_at_least": ({"submit": 2}, {"times": {"submit": 1}}),
    "done_here": (("remark",), {}),
    "fiscal_year_ended": ("decision", {}),
    "no_condition_owned_by": (("head",), {"payload": {"conditions": [{"text": "x", "owner": "head"}]}}),
}


def test_every_guard_of_the_registry_is_tried_here() -> None:
    assert set(UNMET) == set(REGISTRY)


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_an_unmet_guard_says_so_in_both_languages(name: str) -> None:
    parameter, facts = UNMET[name]
    why = reason(name, parameter, **facts)
    assert why is not None
    for lang in ("ja", "en"):
        sentence = say(why, lang)
        assert sentence
        assert "Notice(" not in sentence
        assert "Title(" not in sentence
    assert say(why, "ja") != say(why, "en")


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_what_a_guard_read_is_enough_to_decide_again(name: str) -> None:
    """A replay is given only the recorded facts; it comes to the same answer."""
    parameter, values = UNMET[name]
    facts = Facts.of(values)
    first = REGISTRY[name].check(facts, parameter, DEFINITION)
    again = REGISTRY[name].check(Facts.recorded(facts.read_so_far), parameter, DEFINITION)
    assert again == first


def test_a_guard_names_everything_in_its_parameter() -> None:
    use = GuardUse("recorded_by", {"decision": ("decide", "remark")}, DEFINITION.states["done"].place)
    mentions = [(m.kind, m.name) for m in REGISTRY[use.name].mentions(use.parameter)]
    assert mentions == [("records", "decision"), ("triggers", "decide"), ("triggers", "remark")]
