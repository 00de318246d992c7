"""Guards about the proposal itself: met exactly when the rule about amount or field holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_guard import (
    DEFINITION,
    YEN,
    met,
    reason,
)

from govflow.messages import Notice, Title, say
from govflow.workflow.content_checks import lacking_fields, named


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
    assert "title, amount" in say(missing, "en")
    assert "「件名」（title）、「金額」（amount）" in say(missing, "ja")


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
    assert "「至急」は次のいずれか：はい" in say(wrong, "ja")


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


@given(kept=st.none() | YEN, given_amount=st.none() | YEN, percent=st.integers(0, 200))
def test_an_amount_given_is_within_so_many_percent(
    kept: int | None, given_amount: int | None, percent: int
) -> None:
    expected = given_amount is None or (kept is not None and given_amount * 100 <= kept * percent)
    facts = {"records": {"decision": {"amount": kept}}, "payload": {"amount": given_amount}}
    assert met("amount_within_percent", {"decision": percent}, **facts) == expected


@given(amount=YEN, kept=YEN)
def test_a_hundred_percent_tolerates_nothing(amount: int, kept: int) -> None:
    facts = {"records": {"decision": {"amount": kept}}, "payload": {"amount": amount}}
    assert met("amount_within_percent", {"decision": 100}, **facts) == met(
        "amount_within", "decision", **facts
    )


def test_what_is_referred_to_still_stands() -> None:
    assert met("stands", ("changes",), referred={})
    assert met("stands", ("changes",), referred={"changes": {"reference": "A", "stands": True}})
    assert not met("stands", ("changes",), referred={"changes": {"reference": "A", "stands": False}})


def test_too_much_names_the_act_that_kept_the_amount_else_those_that_could() -> None:
    def acts(**kept: object) -> list[str]:
        why = reason("amount_within", "decision", records={"decision": kept}, payload={"amount": 2})
        assert why is not None
        return [title.en for title in why.params["acts"]]

    assert acts(amount=1, trigger="remark") == ["remark"]
    assert acts(amount=1, trigger="gone") == ["decide"]
    assert acts(amount=1) == ["decide"]
    assert acts() == ["decide"]


def test_an_amount_that_a_step_was_to_keep_is_told_by_the_step() -> None:
    for records in ({}, {"opinion": {"amount": 1, "trigger": "agree"}}):
        why = reason("amount_within", "opinion", records=records, payload={"amount": 2})
        assert why is not None
        assert [title.en for title in why.params["acts"]] == ["opinion"]


def test_the_fields_lacking_are_those_needed_that_say_nothing() -> None:
    assert lacking_fields(DEFINITION, {}) == ("title", "ministry", "fiscal_year")
    stated = {"title": "ledger", "ministry": "", "fiscal_year": 2026, "amount": None}
    assert lacking_fields(DEFINITION, stated) == ("ministry",)


def test_what_is_needed_at_submission_is_named() -> None:
    stated = {"title": "ledger", "ministry": "mof", "fiscal_year": 2026}
    assert met("required_stated", content=stated)
    why = reason("required_stated", content={**stated, "ministry": None})
    assert why is not None
    assert "ministry" in say(why, "en")
    assert "title" not in say(why, "en")


def test_too_much_by_percent_names_the_most_that_there_may_be() -> None:
    facts = {"records": {"decision": {"amount": 99}}, "payload": {"amount": 109}}
    why = reason("amount_within_percent", {"decision": 110}, **facts)
    assert why is not None
    assert (why.params["limit"], why.params["percent"], why.params["given"]) == (108, 110, 109)


def test_each_record_has_its_own_percent() -> None:
    records = {"decision": {"amount": 100}, "opinion": {"amount": 10}}
    limits = {"decision": 110, "opinion": 100}
    assert met("amount_within_percent", limits, records=records, payload={"amount": 10})
    assert not met("amount_within_percent", limits, records=records, payload={"amount": 11})


def test_what_does_not_stand_any_more_is_named() -> None:
    referred = {
        name: {"reference": name, "stands": held} for name, held in (("a", False), ("b", True), ("c", None))
    }
    why = reason("stands", ("a", "b", "c", "d"), referred=referred)
    assert why is not None
    assert why.params["references"] == ["a"]


def test_what_is_typed_is_named_once_where_its_english_title_says_the_same() -> None:
    assert named(Title("件名", "title of it"), "title_of_it").en == "title_of_it"
    assert named(Title("件名", "subject"), "title").en == "subject (title)"
    assert named(Title("件名", "title"), "title").ja == "「件名」（title）"
