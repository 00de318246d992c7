"""Conditions: what they are called, how far they have come, and what follows when one is broken."""

TEXTS = {
    # what follows a breach
    "on_breach_suspend": ("停止", "suspend"),
    "on_breach_lapse": ("失効", "lapse"),
    "on_breach_report": ("報告", "report"),
    "breach_suspends": (
        "条件が守られなかったため、案件を停止し（{state}）、報告しました。",
        "As the condition was broken, the proposal is suspended ({state}) and the breach reported.",
    ),
    "breach_lapses": (
        "条件が守られなかったため、案件は失効し（{state}）、報告しました。",
        "As the condition was broken, the proposal has lapsed ({state}) and the breach is reported.",
    ),
    "breach_reported": (
        "条件が守られなかったことを報告しました。",
        "The breach of the condition is reported.",
    ),
    "breach_cannot_suspend": (
        "条件は停止を定めていますが、「{state}」の案件は停止できないため、報告にとどめました。",
        "The condition asks for suspension, but a proposal in '{state}' cannot be suspended: the breach is"
        " reported.",
    ),
    "breach_cannot_lapse": (
        "条件は失効を定めていますが、「{state}」の案件は失効させられないため、報告にとどめました。",
        "The condition asks for lapse, but a proposal in '{state}' cannot lapse by it: the breach is"
        " reported.",
    ),
    # how far it has come
    "state_open": ("履行待ち", "open"),
    "state_reported": ("確認待ち", "reported"),
    "state_verified": ("履行確認済み", "verified"),
    "state_not_met": ("未履行", "not met yet"),
    "state_breached": ("違反", "breached"),
    "state_cancelled": ("終了により消滅", "cancelled"),
    # the list
    "line": ("{reference} {step}#{number}：{condition}", "{reference} {step}#{number}: {condition}"),
    "of": ("案件：{title}", "Proposal: {title}"),
    "stands": ("{state}（期限なし）", "{state}; no due date"),
    "stands_due": ("{state}（期限 {due}）", "{state}; due {due}"),
    "stands_overdue": (
        "{state}（期限 {due}、{days}営業日超過）",
        "{state}; was due {due}, working days overdue: {days}",
    ),
    "terms": (
        "責任者：{owner}／{kind}／違反のとき：{on_breach}",
        "Owner: {owner}; {kind}; on breach: {on_breach}",
    ),
    "reported_instead": ("{owner}（報告は{role}）", "{owner} ({role} reports)"),
    "precedent": ("先行条件", "precedent"),
    "precedent_before": ("先行条件（{act}まで）", "precedent (before: {act})"),
    "subsequent": ("事後条件", "subsequent"),
    "closed": ("非公開：{reason}", "Not public: {reason}"),
    "asked_evidence": ("求められた証拠：{evidence}", "To be shown by: {evidence}"),
    "reported": ("報告：{person}（{day}） {evidence}", "Reported by {person} ({day}): {evidence}"),
    "to_be_verified": ("確認者：{role}", "To be verified by: {role}"),
    "answered": ("確認：{person}（{office}、{day}）", "Examined by {person} ({office}, {day})"),
    "answered_with_note": (
        "確認：{person}（{office}、{day}） {note}",
        "Examined by {person} ({office}, {day}): {note}",
    ),
}
