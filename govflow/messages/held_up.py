"""What a proposal is held up by besides its state: issues to reply to, a stopped clock, a draft's missing fields."""

TEXTS = {
    "issue": ("{number}. {text}", "{number}. {text}"),
    "issue_of": ("{number}. {field}：{text}", "{number}. {field}: {text}"),
    "returned_from": (
        "「{state}」から {day} に差し戻されました。「{act}」の際に次の指摘に回答してください（--reply 番号=回答）：",
        "It was sent back from '{state}' on {day}. '{act}' has to reply to these issues (--reply NUMBER=TEXT):",
    ),
    "paused": (
        "照会のため {since} から期限が止まっています。回答を待つ相手：{roles}",
        "The clock has stood still since {since}, waiting for an answer from: {roles}.",
    ),
    "left": (
        "回答があると、その日から残り{days}で進みます。",
        "Once there is an answer, {days} are left from that day.",
    ),
    "late": (
        "止まる前に期限を{days}過ぎていました。",
        "It was overdue by {days} when the clock was stopped.",
    ),
    "paused_cell": ("停止中（残り{days}日）", "paused, {days} left"),
    "step_paused": ("（期限停止中、残り{days}日）", ", paused with {days} working days left"),
    "missing": ("提出までに書く項目：{fields}", "Still missing for submission: {fields}"),
    "taken_back_by": (
        "照会した役割（{role}）は取り消せます：{answers}",
        "the {role}, who asked, may take it back: {answers}",
    ),
    "compare": (
        "差し戻された第{number}版から内容が変わっています。新旧対照表：{command}",
        "The content has changed since revision {number}, which was sent back. Side by side: {command}",
    ),
    "record_issue": ("{number}. {text}", "{number}. {text}"),
    "record_issue_of": ("{number}. {field}：{text}", "{number}. {field}: {text}"),
    "record_reply": ("{issue} → 回答：{reply}", "{issue} -> reply: {reply}"),
    "record_from": ("{state}（第{revision}版）", "{state} (revision {revision})"),
    "record_from_title": ("差戻し元", "sent back from"),
    "replies_for_one": (
        "--reply は、案件が一件のファイルを提出するときに限ります。複数の案件は govflow act --file で提出してください。",
        "--reply is for submitting a file with one proposal. Submit several with govflow act --file.",
    ),
    # side by side
    "no_revision": (
        "{reference} に、読める第{number}版はありません（読める版：{numbers}）。",
        "{reference} has no revision {number} that you may read. These you may: {numbers}.",
    ),
    "one_revision": (
        "{reference} には、比べられる前の版がありません。",
        "{reference} has no earlier revision to compare with.",
    ),
    "same": ("第{old}版と第{new}版の内容は同じです。", "Revisions {old} and {new} say the same."),
    "sides": ("新旧対照表：第{old}版と第{new}版", "Comparison of revisions {old} and {new}"),
    "after": ("改正後（第{number}版、{day}）", "after (revision {number}, {day})"),
    "before": ("改正前（第{number}版、{day}）", "before (revision {number}, {day})"),
    "empty": ("（記載なし）", "(not stated)"),
    "saved": ("新旧対照表を {file} に保存しました。", "Saved the comparison to {file}."),
    "form": (
        "--output のファイル名の末尾は .md か .html にしてください：{file}",
        "The file of --output has to end in .md or .html: {file}",
    ),
}
