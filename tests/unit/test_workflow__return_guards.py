"""Guards about returns: where one came from, what was changed since, and whether its issues are answered."""

from __future__ import annotations

from typing import Any

from sample_guard import met, reason

from govflow.messages import say


def told(name: str, parameter: Any, **facts: Any) -> str:
    why = reason(name, parameter, **facts)
    assert why is not None
    return say(why, "en")


def test_it_goes_back_by_the_way_only_to_whence_it_was_sent() -> None:
    wanted = {"decision": ("review", "done")}
    assert met("returned_from", wanted, records={"decision": {"state": "review"}})
    assert met("returned_from", wanted, records={"decision": {"state": "done"}})
    assert not met("returned_from", wanted, records={"decision": {"state": "draft"}})
    assert "review" in told("returned_from", wanted, records={})


def test_each_return_is_asked_for_itself() -> None:
    wanted = {"decision": ("review",), "opinion": ("done",)}
    records = {"decision": {"state": "review"}, "opinion": {"state": "draft"}}
    sentence = told("returned_from", wanted, records=records)
    assert "done" in sentence
    assert "review" not in sentence


def test_what_was_not_to_change_has_not_changed() -> None:
    fields = {"decision": ("title", "amount")}
    assert met("unchanged_since", fields, changed={"decision": []})
    assert met("unchanged_since", fields, changed={"decision": ["kind"]})
    sentence = told("unchanged_since", fields, changed={"decision": ["amount", "kind"]})
    assert "amount" in sentence
    assert "kind" not in sentence
    assert "title" not in sentence


def test_what_was_changed_since_any_of_several_returns_is_named_once() -> None:
    fields = {"decision": ("title", "amount"), "opinion": ("amount", "kind")}
    sentence = told(
        "unchanged_since", fields, changed={"decision": ["amount"], "opinion": ["amount", "kind"]}
    )
    assert sentence.count("amount") == 1
    assert "kind" in sentence


def test_what_was_never_sent_back_has_not_stayed_as_it_was() -> None:
    assert not met("unchanged_since", {"decision": ("title",)}, changed={})
    assert not met(
        "unchanged_since", {"decision": ("title",), "opinion": ("kind",)}, changed={"decision": []}
    )


ISSUES = [{"text": "say why"}, {"text": "how much", "reply": "ten"}, {"text": "by when"}]
SENT_BACK = {"decision": {"issues": ISSUES}}


def test_every_open_issue_is_answered_by_its_number() -> None:
    replies = [{"issue": 1, "text": "because"}, {"issue": 2, "text": "May"}]
    assert met("issues_answered", ("decision",), records=SENT_BACK, payload={"replies": replies})
    sentence = told("issues_answered", ("decision",), records=SENT_BACK, payload={"replies": replies[:1]})
    assert "by when" in sentence
    assert "say why" not in sentence
    assert "how much" not in sentence


def test_with_no_reply_every_issue_is_named() -> None:
    sentence = told("issues_answered", ("decision",), records=SENT_BACK, payload={})
    assert "say why" in sentence
    assert "by when" in sentence


def test_a_reply_to_no_issue_is_told_with_how_many_there_are() -> None:
    replies = [{"issue": number, "text": "x"} for number in (1, 2, 4, 3)]
    why = reason("issues_answered", ("decision",), records=SENT_BACK, payload={"replies": replies})
    assert why is not None
    assert (why.code, why.params["numbers"], why.params["count"]) == ("guard.no_such_issue", [3, 4], 2)


def test_where_nothing_was_sent_back_nothing_is_to_be_answered() -> None:
    assert met("issues_answered", ("decision",), records={}, payload={})
    assert not met(
        "issues_answered", ("decision",), records={}, payload={"replies": [{"issue": 1, "text": "x"}]}
    )
