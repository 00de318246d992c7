"""A return names its issues; each is answered on submission, and the proposal comes back to where it was sent from."""

from __future__ import annotations

from typing import Any

import pytest
from government import CONTENT, Government, codes, refused

import govflow
from govflow.errors import BadInput, Refused

ISSUES = ["amount: 根拠を示すこと。", "利用者の見込みを書くこと。"]


def returned(cabinet: Government, state: str, **content: Any) -> str:
    """A proposal that was sent back from a state, with two issues."""
    reference = cabinet.proposal(until=state, key="pensions", **content)
    person = {"intake": "secretariat", "coordination": "amb", "gcio_decision": "gcio"}.get(state, "mof_pmo")
    if state == "deliberation":
        council = {"source": "CIO連絡会議(第1回)", "issues": [{"text": "利用計画を補うこと。"}]}
        cabinet.fire(reference, "returned", **council)
    else:
        cabinet.act(person, "return", reference, issues=ISSUES)
    return reference


def revised(cabinet: Government, **content: Any) -> None:
    govflow.submit(cabinet.person("mof_clerk"), {**CONTENT, **content}, key="pensions", draft=True)


def test_the_issues_are_kept_with_where_they_came_from_and_what_was_sent_back(cabinet: Government) -> None:
    reference = returned(cabinet, "coordination")
    shown = cabinet.shown(reference)
    kept = shown.records["return"]
    assert (kept["state"], kept["revision"], kept["trigger"]) == ("coordination", 1, "return")
    assert kept["issues"] == [
        {"text": "根拠を示すこと。", "field": "amount"},
        {"text": "利用者の見込みを書くこと。"},
    ]
    assert [(i.number, i.field and i.field["ja"], i.text) for i in shown.issues] == [
        (1, "要求額", "根拠を示すこと。"),
        (2, None, "利用者の見込みを書くこと。"),
    ]
    assert govflow.why(cabinet.onlooker, reference).issues == shown.issues


def test_a_return_without_an_issue_is_refused_and_a_note_alone_is_the_one_issue(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    assert refused(Refused, cabinet.act, "mof_pmo", "return", reference) == ["acts.missing_issues"]
    cabinet.act("mof_pmo", "return", reference, note="目的を詳しく。")
    assert cabinet.shown(reference).records["internal_return"]["issues"] == [{"text": "目的を詳しく。"}]


def test_an_issue_is_about_a_field_that_there_is(cabinet: Government) -> None:
    reference = cabinet.proposal(until="pmo_check")
    issues = [{"field": "amuont", "text": "根拠を示すこと。"}]
    told = refused(BadInput, cabinet.act, "mof_pmo", "return", reference, issues=issues)
    assert told == ["values.issue_of_no_field"]
    twice = ["目的を詳しく。", "目的を詳しく。"]
    assert refused(BadInput, cabinet.act, "mof_pmo", "return", reference, issues=twice) == [
        "values.issue_repeated"
    ]


def test_every_issue_is_answered_before_the_proposal_is_submitted_again(cabinet: Government) -> None:
    reference = returned(cabinet, "coordination")
    with pytest.raises(Refused) as open_ones:
        cabinet.act("mof_clerk", "submit", reference, replies={"2": "年間三百万人。"})
    assert codes(open_ones.value) == ["guard.issues_unanswered"]
    (said,) = open_ones.value.notices
    assert [issue.params["number"] for issue in said.params["issues"]] == [1]
    assert refused(Refused, cabinet.act, "mof_clerk", "submit", reference, replies=["3=なし"]) == [
        "guard.no_such_issue"
    ]
    cabinet.act("mof_clerk", "submit", reference, replies=["1=見積書を添えた。", "2=年間三百万人。"])
    issues = cabinet.shown(reference).records["return"]["issues"]
    assert [issue["reply"] for issue in issues] == ["見積書を添えた。", "年間三百万人。"]
    assert cabinet.shown(reference).issues == ()
    (kept,) = (record for record in cabinet.shown(reference).kept if record.name == "return")
    told = {value["name"]: [text["ja"] for text in value["shown"]] for value in kept.values}
    assert told["state"] == ["総合調整（第1版）"]
    assert told["issues"][0] == "1. 要求額：根拠を示すこと。 → 回答：見積書を添えた。"
    assert cabinet.problems() == []


@pytest.mark.parametrize(
    ("source", "comes_to"),
    [
        ("intake", "intake"),
        ("coordination", "coordination"),
        ("deliberation", "agenda_ready"),
        ("gcio_decision", "gcio_decision"),
    ],
)
def test_after_revision_the_proposal_comes_back_to_where_it_was_sent_from(
    cabinet: Government, source: str, comes_to: str
) -> None:
    reference = returned(cabinet, source)
    revised(cabinet, risks="移行の遅れに備える。")
    cabinet.lead(reference, comes_to)
    trail = [entry["trigger"] for entry in govflow.history(cabinet.onlooker, reference)]
    assert trail[-1] == "endorse"
    assert cabinet.problems() == []


@pytest.mark.parametrize(
    "changed",
    [
        {"amount": 90_000_000},
        {"purpose": "別の目的。"},
        {"users": "全国民"},
        {"problem": "別の課題。"},
        {"legal_basis": "別の法律。"},
        {"kpis": ["別の指標"]},
        {"schedule": "別の日程。"},
        {"procurement": "negotiated"},
        {"security_class": "high"},
    ],
)
def test_where_amount_scope_or_purpose_changed_it_goes_the_whole_way(
    cabinet: Government, changed: dict[str, Any]
) -> None:
    reference = returned(cabinet, "coordination")
    revised(cabinet, **changed)
    cabinet.lead(reference, "ministry_review")
    (endorse,) = (p for p in govflow.why(cabinet.onlooker, reference).possible if p.trigger == "endorse")
    assert endorse.to["en"] == "intake"
    cabinet.lead(reference, "intake")
    assert cabinet.problems() == []


def test_a_return_inside_the_ministry_leaves_the_way_back_to_the_centre(cabinet: Government) -> None:
    reference = returned(cabinet, "coordination")
    cabinet.lead(reference, "pmo_check")
    cabinet.act("mof_pmo", "return", reference, issues=["outline: もう一度直すこと。"])
    assert [issue.text for issue in cabinet.shown(reference).issues] == ["もう一度直すこと。"]
    cabinet.lead(reference, "coordination")
    assert cabinet.shown(reference).records["return"]["issues"][0]["reply"] == "補った。"
    assert cabinet.problems() == []


def test_an_endorsement_is_refused_without_a_word_of_ways_for_other_proposals(cabinet: Government) -> None:
    reference = cabinet.proposal(until="ministry_review")
    assert refused(Refused, cabinet.act, "mof_cio", "endorse", reference) == ["guard.not_concurred"]
    possible = [p for p in govflow.why(cabinet.onlooker, reference).possible if p.trigger == "endorse"]
    assert [p.to["en"] for p in possible] == ["intake"]


def test_a_returned_draft_has_its_own_due_date(cabinet: Government) -> None:
    reference = cabinet.proposal(until="intake")
    cabinet.on("2025-06-20")
    cabinet.act("secretariat", "return", reference, issues=ISSUES)
    assert cabinet.shown(reference).due_on == "2025-07-04"  # ten working days, not the next round's 31 May


def test_an_evaluation_sent_back_is_completed_with_replies(cabinet: Government) -> None:
    reference = cabinet.proposal(until="evaluation")
    cabinet.act("mof_cio", "return", reference, issues=["利用の実績を示すこと。"])
    assert refused(Refused, cabinet.act, "mof_pjmo", "complete", reference) == ["guard.issues_unanswered"]
    cabinet.lead(reference, "closed")
    assert cabinet.problems() == []


def test_returns_inquiries_and_replies_go_by_a_file_of_acts(cabinet: Government) -> None:
    asked, returned_one = cabinet.proposal(until="coordination"), cabinet.proposal(until="coordination")
    lines = [
        "reference,trigger,person,note,data",
        f"{asked},inquire,amb,," + '"{""question"": ""根拠は何か。""}"',
        f"{asked},inquiry.answered,mof_pmo,," + '"{""reply"": ""三社の見積り。""}"',
        f"{returned_one},return,amb,,"
        + '"{""issues"": [{""field"": ""amount"", ""text"": ""根拠を示すこと。""}]}"',
        f"{returned_one},submit,mof_clerk,,",
        f"{returned_one},submit,mof_clerk,," + '"{""replies"": {""1"": ""見積書を添えた。""}}"',
        "",
    ]
    report = govflow.act_file(cabinet.session, cabinet.write("acts.csv", "\n".join(lines)))
    assert [result.outcome for result in report.results] == ["done", "done", "done", "refused", "done"]
    assert cabinet.shown(returned_one).records["return"]["issues"] == [
        {"field": "amount", "text": "根拠を示すこと。", "reply": "見積書を添えた。"}
    ]
    assert cabinet.problems() == []


def test_a_draft_says_everything_that_it_lacks_and_is_not_submitted_before(cabinet: Government) -> None:
    bare = {"title": "台帳の更改", "ministry": "mof", "fiscal_year": 2026}
    reference = govflow.submit(cabinet.person("mof_clerk"), bare, key="bare", draft=True).reference
    assert [field["ja"] for field in cabinet.shown(reference).missing] == ["区分（kind）"]
    assert govflow.why(cabinet.onlooker, reference).missing == cabinet.shown(reference).missing
    assert refused(Refused, cabinet.act, "mof_clerk", "submit", reference) == ["guard.incomplete"]
    filters = govflow.Filters(state="draft")
    (line,) = govflow.list_proposals(cabinet.onlooker, filters).lines
    assert [field["en"] for field in line.missing] == ["kind"]
    govflow.submit(cabinet.person("mof_clerk"), {**bare, "kind": "new"}, key="bare", draft=True)
    assert cabinet.act("mof_clerk", "submit", reference).state == "pmo_check"


@pytest.mark.parametrize("state", ["draft", "pmo_check", "ministry_review"])
@pytest.mark.parametrize("person", ["mof_clerk", "mof_pmo"])
def test_the_pmo_withdraws_before_the_endorsement(cabinet: Government, state: str, person: str) -> None:
    reference = cabinet.proposal(until=state)
    assert cabinet.act(person, "withdraw", reference, note="不要になった。").state == "withdrawn"


def test_a_withdrawal_closes_inquiries_and_other_open_steps(cabinet: Government) -> None:
    reference = cabinet.proposal(until="coordination")
    cabinet.act("amb", "inquire", reference, question="根拠は何か。")
    cabinet.act("mof_cio", "withdraw", reference, note="不要になった。")
    assert {step["state"] for step in cabinet.shown(reference).steps if step["name"] == "inquiry"} == {
        "unanswered"
    }
    assert cabinet.shown(reference).paused is None
    assert cabinet.problems() == []
