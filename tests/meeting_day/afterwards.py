"""After the sitting: what became of every item, the register, the Government CIO's decisions, and the minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from meeting_day.agenda import AGENDA, Way
from meeting_day.day import (
    BODY,
    CHAIR,
    CORRECTED,
    GOVERNMENT_CIO,
    MEETING,
    SECRETARIAT,
    SIGNED,
    WRITTEN,
    Day,
)
from meeting_day.sitting import CONDITION, DUE, REDUCED_TO

SPOKEN, SECRET = "利用者の声を反映するよう求める意見があった。", "入札前の価格に触れる発言があった。"
CORRECTION = "発言の趣旨は費用ではなく時期である。"
SIGNERS = ("mlit.cio", "mofa.dcio")
"""Two members who attended, one of them in another's place."""


def every_item_has_ended_as_it_went(day: Day) -> None:
    """The whole table, for the item, its proposal, and the register."""
    day.do("meeting end", MEETING)
    items, states = day.items(), day.states()
    went = {
        plan.programme: (
            items[plan.programme]["state"],
            items[plan.programme]["outcome"],
            states[plan.programme],
            items[plan.programme]["decision"] is not None,
        )
        for plan in AGENDA
    }
    assert went == {plan.programme: tuple(plan.end) for plan in AGENDA}
    assert day.meeting()["state"] == "ended"


def the_decisions_are_numbered_without_a_gap(day: Day) -> None:
    """In the order in which they were taken; each knows its proposal."""
    lines = day.see("decision list", body=BODY)
    decided = [plan for plan in AGENDA if plan.end.decided]
    numbers = [f"CIO-2025-D{number:03d}" for number in range(1, len(decided) + 1)]
    assert [line["number"] for line in lines] == numbers
    assert lines[-1]["printed"]["ja"] == f"令和7年度CIO連絡会議決定第{len(decided)}号"
    items = day.items()
    by_proposal = {line["proposal"]: line["number"] for line in lines}
    assert by_proposal == {
        day.references[plan.programme]: items[plan.programme]["decision"] for plan in decided
    }
    assert {line["outcome"] for line in lines} == {"PASSED", "FAILED"}


def a_decision_is_published_without_positions(day: Day) -> None:
    number = day.item(day.one(Way.COUNTED))["decision"]
    full, public = day.see("decision show", number), day.see("decision show", number, public=True)
    assert {seat["position"] for seat in full["seats"]} == {"yes", "no", "abstain", None}
    assert public["seats"] is None
    assert (public["digest"], public["other_digest"]) == (full["other_digest"], full["digest"])


def each_position_is_a_commitment_of_its_ministry(day: Day) -> None:
    """What a ministry said in every ballot of the day, and in writing before it."""
    found = day.see("decision commitments", ministry="mof")
    said = {line["question"]["ja"]: line["position"] for line in found if line["replaced_by"] is None}
    assert {line["seat"] for line in found} == {"mof.cio"}
    assert said[day.item(day.one(Way.COUNTED))["title"]["ja"]] == "yes"
    assert said[day.item(day.one(Way.OBJECTED))["title"]["ja"]] == "no"
    assert sum(line["position"] == "assent" for line in found) >= len(list(day.going(Way.CONSENT)))
    alternate = day.see("decision commitments", ministry="mofa")
    assert {(line["via"], line["office"]) for line in alternate if line["ballot"] != WRITTEN} == {
        ("alternate", "mofa.dcio")
    }


def the_government_cio_decides_with_the_result(day: Day) -> None:
    """What failed cannot be approved; for all others the council's amount and conditions carry over."""
    lost = day.references[day.one(Way.OBJECTED).programme]
    assert day.refused("act", lost, "approve", by=GOVERNMENT_CIO) == ["guard.not_recorded"]
    day.act(_decided(day))
    states = day.states()
    assert {states[p.programme] for p in AGENDA if p.end.outcome == "passed"} == {"approved"}
    assert states[day.one(Way.OBJECTED).programme] == "rejected"


def the_ministries_are_told_with_the_conditions(day: Day) -> None:
    reference = day.references[day.one(Way.REDUCED).programme]
    shown = day.see("show", reference)
    assert shown["records"]["decision"]["amount"] == REDUCED_TO
    (number,) = (
        d["number"] for d in day.see("document list", reference=reference) if d["kind"] == "notification"
    )
    for lang, words in (
        ("ja", (CONDITION, "4億円", "令和7年12月26日", "先行条件（執行開始まで）")),
        ("en", (CONDITION, "26 December 2025", "precedent (before: start)")),
    ):
        text = day.hands.read(number, lang)
        assert [word for word in words if word not in text] == []
    (condition,) = day.see("condition list", reference=reference)["conditions"]
    assert (condition["due_on"], condition["condition"]) == (DUE, CONDITION)
    day.act([(reference, "notification.notified", SECRETARIAT, "", {})])
    day.act([(reference, "receipt.received", "mhlw.pmo", "", {})])


def the_text_of_a_decision_says_what_waits_for_its_condition(day: Day) -> None:
    ballot = day.item(day.one(Way.REDUCED))["ballots"][-1]["ballot"]
    issued = {line["kind"]: line["number"] for line in day.see("document list", reference=ballot)}
    for kind in ("decision_text", "ballot_record"):
        assert "| 先行条件（執行開始まで） |" in day.hands.read(issued[kind], "ja")
        assert "| precedent (before: start) |" in day.hands.read(issued[kind], "en")


def the_documents_of_the_meeting_are_issued(day: Day) -> None:
    kinds = ("agenda", "papers", "attendance", "commitments")
    for kind in kinds:
        day.do("meeting issue", MEETING, kind)
    issued = {line["kind"]: line["number"] for line in day.see("document list", reference=MEETING)}
    assert {*kinds, "convocation"} <= {*issued}
    attendance = {lang: day.hands.read(issued["attendance"], lang) for lang in ("ja", "en")}
    assert all(word in attendance["ja"] for word in ("外務省副CIO", "13:30"))
    assert all(word in attendance["en"] for word in ("Deputy CIO, MOFA", "13:30"))


def the_minutes_are_drafted_corrected_and_signed(day: Day) -> None:
    item = day.number(day.one(Way.COUNTED))
    day.do("minutes remark", MEETING, item, text=SPOKEN)
    day.do("minutes remark", MEETING, item, text=SECRET, closed=True)
    day.do("minutes draft", MEETING)
    day.do("minutes circulate", MEETING, until="2025-08-29")
    day.on(CORRECTED)
    day.do("minutes correct", MEETING, text=CORRECTION, by="mof.cio")
    day.do("minutes draft", MEETING)
    day.on(SIGNED)
    assert day.refused("minutes sign", MEETING, by="iha.cio") == ["minutes.not_attended"]
    for signer in SIGNERS:
        day.do("minutes sign", MEETING, by=signer)
    shown = day.see("minutes show", MEETING)
    assert len(shown["signatures"]) == 2
    day.do("minutes publish", MEETING)


def the_published_minutes_leave_out_what_is_closed(day: Day) -> None:
    shown = day.see("minutes show", MEETING)
    for lang, words in (("ja", _named(day, "ja")), ("en", _named(day, "en"))):
        full, public = (day.hands.read(shown[name], lang) for name in ("document", "published"))
        assert [word for word in (*words, CORRECTION, SECRET) if word not in full] == []
        assert [word for word in words if word not in public] == []
        assert SECRET not in public
        assert CHAIR not in full


def _decided(day: Day) -> Iterator[tuple[str, str, str, str, Mapping[str, Any]]]:
    for plan in AGENDA:
        if plan.end.outcome in ("passed", "failed"):
            passed = plan.end.outcome == "passed"
            trigger, note = ("approve", "") if passed else ("reject", "代替案の比較が足りない。")
            yield day.references[plan.programme], trigger, GOVERNMENT_CIO, note, {}


HAPPENED: Mapping[str, tuple[str, ...]] = {
    "ja": (
        "異議はなかった",
        "議長が可と裁決しました",
        "金額を4億円とする",
        "金額は4億円、条件は1件",
        "差し戻した",
        "資料の差替えにより、採決をやり直した",
        f"採決 {WRITTEN} の留保について諮った",
        "14:20から14:25まで中断した",
        "定足数に達していません",
        "この会議では取り上げなかった",
        "代理出席（外務省副CIO）",
    ),
    "en": (
        "nobody did",
        "the casting vote of the chair was in favour",
        "reduce the amount to ¥400 million",
        "Amount: ¥400 million; conditions: 1",
        "The item was returned for completion",
        "A paper was replaced, and the ballot was begun anew",
        f"about the blocks of the ballot {WRITTEN}",
        "from 14:20 until 14:25",
        "No quorum",
        "The meeting did not come to it",
        "alternate (Deputy CIO, MOFA)",
    ),
}
"""What the minutes say of the day."""


def _named(day: Day, lang: str) -> list[str]:
    """What minutes name in either version: every item, and what happened in it."""
    titles = [item["title"][lang] for item in day.meeting()["agenda"]]
    return [*titles, SPOKEN, *HAPPENED[lang]]
