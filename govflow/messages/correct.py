"""Corrections: why a slip cannot be corrected, and what to do instead."""

TEXTS = {
    "without_reason": (
        "訂正の理由がありません。--note で添えてください。",
        "A correction needs a reason. Give it with --note.",
    ),
    "values_or_fields": (
        "行為の値（--set）か案件の内容（--field）のどちらか一方を、一つ以上指定してください。",
        "Give what to correct: values of an act (--set) or fields of the proposal (--field), one or the other.",
    ),
    "which_entry": (
        "どの行為の値を訂正するのか、履歴の番号を --entry で指定してください。履歴：govflow history {reference}",
        "Say with --entry which act's values are corrected, by its number in the history. See: govflow history"
        " {reference}",
    ),
    "no_entry": (
        "{reference} の履歴に第{entry}項はありません。履歴：govflow history {reference}",
        "The history of {reference} has no entry {entry}. See: govflow history {reference}",
    ),
    "emptied": (
        "「{name}」を空にすることは訂正ではありません。正しい値を書いてください。",
        "Leaving '{name}' empty is no correction. Give what it should have been.",
    ),
    "ended": (
        "{reference} の手続は終わっており、記録は訂正できません。",
        "The process of {reference} has ended: its record is no longer corrected.",
    ),
    "of_nobody": (
        "履歴第{entry}項は人の行為ではありません。会議の決定は、再議にかけてください（govflow decision reconsider）。",
        "Entry {entry} is nobody's act. What a body decided goes by reconsideration: govflow decision reconsider",
    ),
    "without_values": (
        "履歴第{entry}項「{act}」に訂正できる値はありません。案件の内容の誤記は --field で、訂正の誤りは元の項で訂正してください。",
        "Entry {entry} ({act}) carries no values to correct. A slip in the proposal is corrected with --field, one in a"
        " correction at the entry that it corrects.",
    ),
    "not_carried": (
        "履歴第{entry}項には値 {names} がありません。訂正できる値：{carried}",
        "Entry {entry} does not carry {names}. It carries: {carried}",
    ),
    "asked_about": (
        "履歴第{entry}項の値 {names} については既に回答が求められています。訂正ではなく、行為をやり直してください。",
        "Others were asked about {names} of entry {entry}. That is no slip any more: have the act done anew.",
    ),
    "replied": (
        "履歴第{entry}項の {names} は指摘への回答であり、訂正できません。差戻しを受けて、改めて回答してください。",
        "{names} of entry {entry} is what was replied to a return, and is not corrected. Have the proposal returned, and"
        " reply anew.",
    ),
    "voted_on": (
        "採決 {ballot} が行われている間は、案件の内容を訂正できません。採決の終了後に訂正してください。",
        "Ballot {ballot} is taken on the proposal as it reads. Correct it once the ballot has ended.",
    ),
    "not_a_slip": (
        "項目 {names} は判断の対象であり、誤記としては訂正できません。差戻しを受けて改訂してください。訂正できる項目：{allowed}",
        "{names} is what is judged, not a slip: have the proposal returned and revise it. What may be corrected:"
        " {allowed}",
    ),
    "nothing": (
        "訂正の前後で値が変わりません：{names}",
        "Nothing would be corrected: it says so already ({names}).",
    ),
    "same_person": (
        "履歴第{entry}項の値を記録又は訂正した本人は、それを訂正できません。別の職員に依頼してください。",
        "Whoever said or corrected what entry {entry} says does not correct it. Ask a second person.",
    ),
    "notified": (
        "決定は既に通知されており、履歴第{entry}項は訂正できません。新たな決定（変更案件や再議）によってください。",
        "The decision has been notified, so entry {entry} is no longer corrected. It takes a new decision: a change"
        " proposal or a reconsideration.",
    ),
    "built_on": (
        "履歴第{entry}項の値に基づいて、第{later}項「{act}」が行われています。差戻し、又は再議によってください。",
        "Entry {later} ({act}) was done on what entry {entry} says. It takes a return or a reconsideration.",
    ),
    "judged": (
        "この案件を審査した人（{deeds}）は、案件の内容を訂正できません。別の職員に依頼してください。",
        "Whoever has judged the proposal ({deeds}) does not put right what it says. Ask somebody else.",
    ),
    "leads_elsewhere": (
        "その値では、履歴第{entry}項の行為は別の結果になります。訂正ではなく、行為をやり直してください。",
        "With that value, the act of entry {entry} would have led elsewhere. That is no slip: have it done anew.",
    ),
    "own_office": (
        "訂正は、自らの職（{roles}）にある者だけができます。専決・代決ではできません。",
        "Only a holder of an own office ({roles}) corrects: not a delegate, not a substitute.",
    ),
    "not_stated": ("（記載なし）", "(not stated)"),
    "corrected_by": ("第{entry}項で訂正", "corrected by entry {entry}"),
    "corrects": ("第{entry}項の訂正：{changes}", "corrects entry {entry}: {changes}"),
    "change": ("「{title}」{before} → {after}", "{title}: {before} → {after}"),
}
