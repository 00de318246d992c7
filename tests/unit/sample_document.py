"""A realistic document context for tests of documents: one approved proposal, and ways to vary it."""

from __future__ import annotations

from typing import Any


def name(ja: str, en: str) -> dict[str, str]:
    return {"ja": ja, "en": en}


KOUNO = name("甲野 春", "Kono Haru")
OTSUKAWA = name("乙川 秋", "Otsukawa Aki")
HEIYAMA = name("丙山 夏", "Heiyama Natsu")
CHOUDA = name("丁田 冬", "Choda Fuyu")
BOKURA = name("戊倉 光", "Bokura Hikari")
MOF = name("財務省", "Ministry of Finance")
CABINET = name("内閣官房", "Cabinet Secretariat")
CLERK = name("財務省PMO担当者", "PMO clerk, Ministry of Finance")
HEAD = name("財務省PMO責任者", "PMO head, Ministry of Finance")
MINISTRY_CIO = name("財務省情報化統括責任者(CIO)", "Ministry CIO, Ministry of Finance")
DEPUTY = name("財務省副CIO", "Deputy CIO, Ministry of Finance")
CISO = name("財務省最高情報セキュリティ責任者", "CISO, Ministry of Finance")
AMB = name("総務省行政管理局", "Administrative Management Bureau")
GCIO = name("内閣情報通信政策監(政府CIO)", "Government CIO")
FIRST = name("先行条件（執行開始まで）", "precedent (before: start)")
TITLE = "税関業務に係る輸出入申告受付システムの更改"


def field(
    key: str, title: dict[str, str], kind: str, value: Any, shown: dict[str, str] | None = None
) -> dict[str, Any]:
    return {
        "name": key,
        "title": title,
        "type": kind,
        "value": value,
        "shown": shown or name(str(value), str(value)),
    }


def condition(text: str, due: str | None, owner: dict[str, str] | None, *, precedent: bool) -> dict[str, Any]:
    kind = FIRST if precedent else name("事後条件", "subsequent")
    terms = {"evidence": None, "precedent": precedent, "kind": kind, "on_breach": name("報告", "report")}
    return {"text": text, "due": due, "owner": owner, **terms, "from": None}


CONDITIONS = [
    condition(
        "他府省の申告受付システムとの共通化の検討結果を、PMOを通じて提出すること。",
        "2026-12-18",
        name("PMO責任者", "PMO head"),
        precedent=True,
    )
    | {"from": "council", "evidence": "検討結果の写し", "on_breach": name("停止", "suspend")},
    condition(
        "運用開始後12か月以内に、利用者満足度の調査結果を報告すること。", "2028-03-31", None, precedent=False
    ),
]


def step(key: str, title: dict[str, str], role: dict[str, str], **changes: Any) -> dict[str, Any]:
    asked = {
        "name": key,
        "title": title,
        "subject": "",
        "role": role,
        "ministry": MOF,
        "state": "answered",
        "answer": name("同意", "concurs"),
        "agrees": True,
        "lasting": False,
        "note": "",
        "person": HEIYAMA,
        "office": DEPUTY,
        "day": "2026-06-12",
        "due_on": "2026-06-19",
    }
    return asked | changes


def steps() -> list[dict[str, Any]]:
    nobody = {"person": None, "office": None, "day": None, "answer": None, "agrees": None}
    return [
        step(
            "ciso",
            name("情報セキュリティの合議", "Security concurrence"),
            name("CISO", "CISO"),
            office=CISO,
            note="権限管理の要件を調達仕様書に明記することを求める。",
        ),
        step("deputy_cio", name("副CIOの合議", "Deputy CIO's concurrence"), name("副CIO", "Deputy CIO")),
        step(
            "duplicate_check",
            name("重複の確認", "Duplicate check"),
            name("行政管理局", "AMB"),
            ministry=None,
            office=AMB,
            person=CHOUDA,
            day="2026-07-03",
            answer=name("共用を求める", "share"),
            agrees=False,
            note="申告受付の機能は、既存の共通基盤と重なる。\n\n共用を先に検討すべきである。",
        ),
        step(
            "affected",
            name("関係府省への照会", "Affected ministry"),
            name("府省CIO", "Ministry CIO"),
            ministry=name("経済産業省", "Ministry of Economy, Trade and Industry"),
            state="unanswered",
            **nobody,
        ),
        step(
            "notify",
            name("通知", "Notification"),
            name("事務局", "secretariat"),
            ministry=None,
            state="open",
            lasting=True,
            due_on="2026-09-07",
            **nobody,
        ),
    ]


def entry(
    seq: int, day: str, trigger: dict[str, str], person: dict[str, str], office: dict[str, str]
) -> dict[str, Any]:
    return {
        "seq": seq,
        "day": day,
        "recorded_at": f"{day}T01:30:05.000012Z",
        "trigger": trigger,
        "from": None,
        "to": None,
        "moved": True,
        "person": person,
        "cause": None,
        "office": office,
        "role": office,
        "via": "own",
        "on_behalf_of": None,
        "note": "",
    }


def route() -> list[dict[str, Any]]:
    return [
        entry(1, "2026-05-20", name("起案", "open"), KOUNO, CLERK),
        entry(2, "2026-05-29", name("提出", "submit"), KOUNO, CLERK),
        entry(3, "2026-06-05", name("受理", "accept"), OTSUKAWA, HEAD),
        entry(8, "2026-06-26", name("進達", "endorse"), HEIYAMA, DEPUTY)
        | {"via": "substitution", "on_behalf_of": MINISTRY_CIO, "note": "府省CIO出張中のため"},
        entry(
            14, "2026-08-25", name("審議結果:可決", "council: passed"), BOKURA, name("事務局", "Secretariat")
        ),
        entry(15, "2026-09-02", name("承認", "approve"), BOKURA, GCIO),
    ]


def decision() -> dict[str, Any]:
    return {
        "outcome": "approved",
        "outcome_title": name("承認", "approved"),
        "requested": 1_234_567_890,
        "amount": 1_000_000_000,
        "reduced": True,
        "conditional": True,
        "conditions": CONDITIONS,
        "verified_before": [name("執行開始", "start")],
        "reason": "業務の継続に必要な更改と認める。\n\n共通基盤と重なる機能の費用は、認めない。",
    }


def follow_up(**changes: Any) -> dict[str, Any]:
    """What a follow-up memo tells of the council's condition, which was met."""
    report = {"answer": name("履行", "fulfilled"), "evidence": "検討結果 第3版\n令和8年12月1日付け"}
    told = {
        "condition": CONDITIONS[0],
        "met": True,
        "answer": name("履行を確認", "verified"),
        "note": "写しを受け取った。",
        "report": report | {"person": OTSUKAWA, "office": HEAD, "day": "2026-12-01"},
        "consequence": None,
        "decision": {"title": name("承認", "approve"), "day": "2026-09-02", "documents": ["DM-2026-0012"]},
    }
    return told | changes


def proposal() -> dict[str, Any]:
    return {
        "reference": "ITI-2026-0012",
        "title": TITLE,
        "ministry": MOF,
        "ministry_code": "mof",
        "workflow": name("IT投資案件", "IT investment"),
        "fiscal_year": 2027,
        "amount": 1_234_567_890,
        "revision": {"number": 2, "digest": "a1" * 32},
        "state": name("承認済み", "approved"),
        "fields": [
            field("title", name("件名", "Title"), "text", TITLE),
            field("ministry", name("府省", "Ministry"), "ministry", "mof", MOF),
            field("kind", name("種別", "Kind"), "choice", "renewal", name("更改", "renewal")),
            field("fiscal_year", name("年度", "Fiscal year"), "year", 2027),
            field("amount", name("金額", "Amount"), "yen", 1_234_567_890),
            field("previous_amount", name("前年度の額", "Amount of the year before"), "yen", 1_150_000_000),
            field("go_live", name("運用開始", "Go-live"), "date", "2028-01-04"),
            field(
                "purpose",
                name("目的", "Purpose"),
                "prose",
                "申告の受付を止めずに、保守期限の到来する機器と基盤を更改する。",
            ),
            field(
                "problem",
                name("課題", "Problem"),
                "prose",
                "現行の基盤は令和9年度末に保守期限を迎える。\n障害の際の切替えには、手作業が残っている。",
            ),
            field(
                "outline",
                name("概要", "Outline"),
                "prose",
                "受付機能を共通の実行環境に移し、切替えを自動化する。",
            ),
            field(
                "options",
                name("選択肢", "Options"),
                "prose",
                "(1) 現行基盤の延長\n(2) 共通基盤の利用\n(3) 単独での更改",
            ),
        ],
    }


def council(**changes: Any) -> dict[str, Any]:
    """An outcome of the council; `changes` replace its parts."""
    outcome = {
        "result": name("可決", "passed"),
        "trigger": "council_passed",
        "passed": True,
        "day": "2026-08-25",
        "source": "CIO連絡会議(第120回)",
        "record": "議事録 第120回 2(1)",
        "amount": 1_100_000_000,
        "counts": {"abstain": 1, "no": 2, "present": 24, "yes": 21},
        "against": 2,
        "conditions": CONDITIONS[:1],
    }
    return outcome | changes


def context(**changes: Any) -> dict[str, Any]:
    """The whole context of a decision's documents; `changes` replace its parts."""
    acts = route()
    whole = {
        "number": name("令和8年度決第12号", "DM-2026-0012"),
        "kind": "decision_memo",
        "title": name("意思決定メモ", "Decision memo"),
        "demonstration": False,
        "issued_on": "2026-09-02",
        "issued_at": "2026-09-02T01:30:05.000012Z",
        "store": {"id": "gf-7c1e42d9"},
        "proposal": proposal(),
        "act": acts[-1]
        | {
            "trigger": "approve",
            "title": name("承認", "approve"),
            "ministry": CABINET,
            "state": name("承認済み", "approved"),
            "note": decision()["reason"],
        },
        "decision": decision(),
        "council": council(),
        "rounds": [council()],
        "endorsement": {
            "person": HEIYAMA,
            "office": DEPUTY,
            "day": "2026-06-26",
            "via": "substitution",
            "on_behalf_of": MINISTRY_CIO,
            "note": "期限までに更改しなければ、申告の受付に支障が生じる。",
        },
        "route": acts,
        "steps": steps(),
        "follow_up": follow_up(),
        "receipt": None,
        "definition": {
            "name": "it_investment",
            "version": 1,
            "digest": "c3" * 32,
            "title": name("IT投資案件", "IT investment"),
        },
        "history": {"seq": 15, "hash": "d4" * 32},
        "dates": {"drafted": "2026-05-20", "decided": "2026-09-02", "executed": None},
    }
    return whole | changes
