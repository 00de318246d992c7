"""Why a guard is not met, and who or what would help."""

TEXTS = {
    # Parts of sentences
    "named": ("「{title}」（{name}）", "{title} ({name})"),
    "flag_true": ("はい", "yes"),
    "flag_false": ("いいえ", "no"),
    "must_be": ("「{title}」は次のいずれか：{values}", "{title} has to be one of: {values}"),
    "need": ("「{acts}」（{roles}）", "{acts} (by {roles})"),
    "deed_in_state": ("{state}の「{deed}」", "{deed} in '{state}'"),
    "deed_open": ("起案", "open"),
    "deed_revise": ("改訂", "revise"),
    "deed_correct": ("訂正", "correct"),
    # The proposal
    "amount_not_stated": (
        "金額が未記載です。案件の内容に金額を書いてください。",
        "The amount is not stated. State it in the proposal.",
    ),
    "amount_above": (
        "金額{amount:,}円は、この手続の上限{limit:,}円を超えています。",
        "The amount of {amount:,} yen is above the {limit:,} yen that this way allows.",
    ),
    "amount_below": (
        "金額{amount:,}円は、この手続の下限{limit:,}円に達していません。",
        "The amount of {amount:,} yen is below the {limit:,} yen that this way asks for.",
    ),
    "previous_not_stated": (
        "「{field}」（{name}）が未記載のため、増額でないことを確かめられません。",
        "'{field}' ({name}) is not stated, so nothing shows that the amount has not grown.",
    ),
    "grown": (
        "金額{amount:,}円は「{field}」の{previous:,}円より増えています。",
        "The amount of {amount:,} yen has grown from the {previous:,} yen stated as '{field}'.",
    ),
    "incomplete": (
        "未記載の項目があります。次の項目を書いてください：{fields}",
        "The proposal is incomplete. Still to be stated: {fields}",
    ),
    "fields_differ": (
        "案件の内容が条件に合いません。{fields}",
        "The proposal does not meet the condition: {fields}",
    ),
    "above_request": (
        "金額{given:,}円は、案件の要求額{limit:,}円を超えています。",
        "The amount of {given:,} yen is above the {limit:,} yen that the proposal asks for.",
    ),
    "above_record": (
        "金額{given:,}円は、「{acts}」の{limit:,}円を超えています。",
        "The amount of {given:,} yen is above the {limit:,} yen that '{acts}' recorded.",
    ),
    "above_percent": (
        "金額{given:,}円は、「{acts}」の{percent}％に当たる{limit:,}円を超えています。",
        "The amount of {given:,} yen is above {limit:,} yen, {percent} % of what '{acts}' recorded.",
    ),
    "gone": (
        "案件 {references} は手続を終えたか、決定の効力を失っています。",
        "{references} has ended, or its decision does not hold any more.",
    ),
    "record_without_amount": (
        "「{acts}」の記録に金額がないため、金額を付けられません。",
        "No amount was recorded by '{acts}', so none can be given here.",
    ),
    # Returns
    "not_returned_from": (
        "この進み方は、次の状態から差し戻された案件に限ります：{states}",
        "This way is only for a proposal that was sent back from: {states}",
    ),
    "never_returned": ("差し戻されたことがありません。", "The proposal has never been sent back."),
    "changed_since": (
        "差戻しの後に次の項目が変わったので、最初の段階から審査します：{fields}",
        "These have changed since the proposal was sent back, so it goes the whole way: {fields}",
    ),
    "issue": ("{number}「{text}」", "{number} '{text}'"),
    "issues_unanswered": (
        "指摘に回答がありません。--reply 番号=回答 で一つずつ答えてください：{issues}",
        "Issues are not answered. Answer each with --reply NUMBER=TEXT: {issues}",
    ),
    "no_such_issue": (
        "回答する指摘に番号{numbers}はありません（未回答の指摘は{count}件）。govflow why で番号を確かめてください。",
        "There is no open issue numbered {numbers} (open issues: {count}). See the numbers with govflow why.",
    ),
    # Steps
    "not_concurred": ("合議がととのっていません：{missing}", "Not everybody has agreed: {missing}"),
    "not_answered": ("回答がそろっていません：{missing}", "Not everybody has answered: {missing}"),
    "not_settled": ("回答を待っています：{missing}", "Answers are being waited for: {missing}"),
    "broken": (
        "停止を伴う条件に違反したままです。履行を確認してからにしてください：{conditions}",
        "A condition whose breach suspends is broken. Have it met and verified first: {conditions}",
    ),
    "not_reported": (
        "責任者の履行報告がありません。証拠（{evidence}）を添えた報告を待ってください。",
        "Its owner has not reported it as fulfilled. Wait for the report with the evidence ({evidence}).",
    ),
    "not_overdue": (
        "条件の期限（{due}）はまだ過ぎていません。",
        "The condition is due on {due}, which has not passed.",
    ),
    "never_due": (
        "条件に期限がないため、期限超過にはなりません。",
        "The condition has no due date, so that it is never overdue.",
    ),
    "answer_differs": (
        "必要な回答がありません：{missing}",
        "The answer that this needs has not been given: {missing}",
    ),
    "must_be_answered": ("{step}（{role}）が「{answers}」であること", "{step} ({role}) has to be: {answers}"),
    "step_not_asked": ("{step}（{role}）はまだ求められていません", "{step} ({role}) has not been asked for"),
    "step_open": ("{step}（{role}）は未回答です", "{step} ({role}) is open"),
    "step_open_until": ("{step}（{role}）は未回答です（期限 {due}）", "{step} ({role}) is open (due {due})"),
    "step_overdue": (
        "{step}（{role}）は期限 {due} を過ぎても未回答です",
        "{step} ({role}) was due on {due} and is still open",
    ),
    "step_closed": (
        "{step}（{role}）は回答がないまま閉じられました",
        "{step} ({role}) was closed without an answer",
    ),
    "step_disagreed": ("{step}（{role}）の回答は「{answer}」です", "{step} ({role}) was answered '{answer}'"),
    "conditions_open": (
        "先行条件の履行の確認が済んでいません：{missing}",
        "Not every precedent condition is verified: {missing}",
    ),
    "condition": ("「{text}」（{role}の確認待ち）", "'{text}' (to be verified by {role})"),
    # Acts
    "same_person": (
        "{person}はすでに次を行っているため、この行為はできません。別の人が行ってください：{deeds}",
        "{person} has already done {deeds}. This has to be done by somebody else.",
    ),
    "not_recorded": ("先に次の記録が必要です：{needs}", "This needs to have been recorded first: {needs}"),
    "not_given": (
        "添えるべき値がありません。次の値を添えてください：{values}",
        "A value is missing. Give with the act: {values}",
    ),
    "values_differ": (
        "添えられた値が条件に合いません。{values}",
        "What comes with the act does not meet the condition: {values}",
    ),
    "at_most": (
        "「{trigger}」{times}回（この行為の前に許されるのは{limit}回まで）",
        "{trigger} (done: {times}, at most {limit} before this act)",
    ),
    "at_least": (
        "「{trigger}」{times}回（この行為の前に{limit}回以上が必要）",
        "{trigger} (done: {times}, at least {limit} before this act)",
    ),
    "too_often": ("すでに行われた回数が上限を超えています：{counts}", "Done too often already: {counts}"),
    "too_seldom": ("行われた回数が足りません：{counts}", "Not yet done often enough: {counts}"),
    "not_done": ("この段階で先に次を行ってください：{needs}", "Do this first, while it is here: {needs}"),
    "nothing_recorded": (
        "記録「{record}」がまだありません。先にその記録を残す行為をしてください。",
        "There is no record '{record}' yet. Do the act that keeps it first.",
    ),
    "year_not_ended": (
        "年度がまだ終わっていません（年度末 {end}）。",
        "The fiscal year has not ended (it ends on {end}).",
    ),
    "owner_verifies": (
        "{roles}は条件の履行を確認する側のため、条件の責任者になれません。"
        "別の役割を責任者にしてください：{conditions}",
        "{roles} verifies conditions and cannot own one. Give another owner to: {conditions}",
    ),
    "owner_answers": (
        "{person}はこの条件の責任者の職にあります。別の人が確認してください。",
        "{person} holds the office that owns this condition. Somebody else has to verify it.",
    ),
}
