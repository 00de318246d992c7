"""The issues of a return: which are open, what a reply leaves of them, and what two contents differ in."""

from __future__ import annotations

from govflow.domain.returned import changed_fields, open_issues, replied

RECORDS = {
    "by_pmo": {
        "state": "pmo_check",
        "issues": [{"text": "a"}, {"text": "b", "reply": "said"}, {"text": "c"}],
    },
    "by_cio": {"issues": [{"text": "d"}]},
    "decision": {"amount": 1},
    "withdrawn": None,
}
NAMES = ("by_pmo", "never", "withdrawn", "decision", "by_cio")


def test_issues_without_a_reply_are_numbered_through_all_returns_from_1() -> None:
    found = [
        (each.number, each.record, each.place, each.issue["text"]) for each in open_issues(RECORDS, NAMES)
    ]
    assert found == [(1, "by_pmo", 0, "a"), (2, "by_pmo", 2, "c"), (3, "by_cio", 0, "d")]
    assert open_issues(RECORDS, ()) == []


def test_a_reply_stands_beside_its_issue_and_leaves_the_rest_as_it_was() -> None:
    replies = [{"issue": 1, "text": "one"}, {"issue": 2, "text": "two"}]
    assert replied(RECORDS, NAMES, replies) == {
        "by_pmo": {
            "state": "pmo_check",
            "issues": [
                {"text": "a", "reply": "one"},
                {"text": "b", "reply": "said"},
                {"text": "c", "reply": "two"},
            ],
        }
    }
    assert "reply" not in RECORDS["by_pmo"]["issues"][0]  # type: ignore[index]  # the records are left alone


def test_without_replies_nothing_changes() -> None:
    assert replied(RECORDS, NAMES, []) == {}
    assert replied(RECORDS, NAMES, [{"issue": 9, "text": "x"}]) == {}


def test_contents_differ_in_what_is_changed_added_or_gone_by_name() -> None:
    before = {"same": 1, "other": 1, "gone": 1}
    assert changed_fields(before, {"same": 1, "other": 2, "added": 0}) == ["added", "gone", "other"]
    assert changed_fields(before, before) == []
