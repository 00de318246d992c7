"""Rounds: the yearly calls for proposals."""

TEXTS = {
    # what is wrong
    "unknown": (
        "年次募集「{name}」は保管庫にありません{hint}。一覧：govflow round list",
        "The store has no round '{name}'{hint}. See: govflow round list",
    ),
    "none_yet": (
        "年次募集はまだありません。募集するには govflow round open を使ってください。",
        "There is no round yet. To call for proposals, use: govflow round open",
    ),
    "bad_name": (
        "「{name}」は年次募集の名前に使えません。文字、数字、「.」「_」「-」で60字以内にしてください。",
        "'{name}' cannot be the name of a round. Use at most 60 letters, digits, dots, hyphens and underscores.",
    ),
    "name_taken": (
        "年次募集「{name}」はすでにあります。別の名前を付けてください。",
        "There is a round '{name}' already. Give this one another name.",
    ),
    "still_open": (
        "{year}年度の年次募集「{name}」がまだ開いています。先に終了してください：govflow round close {name}",
        "The round '{name}' for fiscal year {year} is still open. First: govflow round close {name}",
    ),
    "no_dates": (
        "期日がありません。--date 名前=日付 で指定してください。使える名前：{known}",
        "No date is given. Give one with --date NAME=DATE. Names: {known}.",
    ),
    "unknown_date": (
        "「{date}」は年次募集が定める期日ではありません。使える名前：{known}",
        "'{date}' is no date that a round sets. Names: {known}.",
    ),
    "date_passed": (
        "期日「{date}」の{day}は、すでに過ぎています（今日は{today}）。今日以後の日にしてください。",
        "The date '{date}', {day}, has passed: today is {today}. Give a day that is still to come.",
    ),
    "dates_out_of_order": (
        "期日「{after}」が「{before}」より前になっています。順序を確かめてください。",
        "The date '{after}' comes before '{before}'. Check their order.",
    ),
    "bad_date": (
        "「{given}」は期日として読めません。submission=2026-05-29 のように書いてください。",
        "'{given}' is no date. Write it like submission=2026-05-29.",
    ),
    "nobody_addressed": (
        "宛先がありません。--to で府省庁か all を指定してください。",
        "Nobody is addressed. Name ministries, or all, with --to.",
    ),
    "nobody_asked": (
        "次の府省庁には、年次募集に応じる職がありません：{ministries}。宛先から外すか、組織に職を置いてください。",
        "Nobody there could answer: {ministries}. Leave them out, or give them the office in the organisation.",
    ),
    "none_in_workflow": (
        "業務「{workflow}」の定義には年次募集（rounds）がありません。別の業務を指定してください。",
        "The definition of '{workflow}' has no rounds. Name another workflow.",
    ),
    "not_yours": (
        "{person}は{role}の職に就いていないため、年次募集を扱えません。{role}に依頼してください。",
        "{person} holds no office of the role '{role}', which rounds belong to. Ask somebody who does.",
    ),
    "is_closed": (
        "年次募集「{name}」は終了しています。新たに募集するには govflow round open を使ってください。",
        "The round '{name}' is closed. To call again, use: govflow round open",
    ),
    "no_note": (
        "理由がありません。--note で添えてください。",
        "The reason is missing. Give it with --note.",
    ),
    "no_new_date": (
        "年次募集「{name}」の期日に変わるものがありません。新しい日付を --date で指定してください。",
        "No date of the round '{name}' would change. Give the new one with --date.",
    ),
    "closed_to_new": (
        "{year}年度の年次募集「{name}」は終了しており、新たな提出はできません。"
        "次の年度とするか、事務局に再度の募集を依頼してください。",
        "The round '{name}' for fiscal year {year} is closed to new proposals. Propose for another year, or ask the"
        " secretariat to call again.",
    ),
    # what the audit finds
    "record_actor": (
        "{person}（{office}）は、その時点で年次募集を扱う職に就いていませんでした。",
        "{person} ({office}) held no office then that rounds belong to.",
    ),
    "record_act": (
        "行為「{act}」ではこのようには変わりません。",
        "'{act}' does not change a round like this.",
    ),
    "record_standing": (
        "終了時の状況が、案件の履歴から求めたものと一致しません。",
        "How far the addressees were does not follow from the histories of the proposals.",
    ),
    "record_overlaps": (
        "同じ年度の年次募集「{name}」がまだ開いていました。",
        "The round '{name}' for the same fiscal year was still open.",
    ),
    # what was done
    "done_open": (
        "{year}年度の年次募集「{reference}」を始めました。宛先は{addressees}です。",
        "The round '{reference}' for fiscal year {year} is open. It is addressed to: {addressees}.",
    ),
    "done_reschedule": (
        "年次募集「{reference}」の期日を改めました。",
        "The round '{reference}' has other dates now.",
    ),
    "done_close": ("年次募集「{reference}」を終了しました。", "The round '{reference}' is closed."),
    "rescheduled": (
        "期限が改まった案件：{count}件。",
        "Proposals with another due date now: {count}.",
    ),
    "unanswered": ("回答のなかった宛先：{ministries}", "No answer came from: {ministries}"),
    "unanswered_yet": ("まだ回答のない宛先：{ministries}", "No answer yet from: {ministries}"),
    "all_answered": ("すべての宛先から回答がありました。", "Every addressee has answered."),
    # views
    "state_open": ("受付中", "open"),
    "state_closed": ("終了", "closed"),
    "stage_draft": ("起案中", "Drafts"),
    "stage_submitted": ("提出済み", "Submitted"),
    "stage_endorsed": ("責任確認済み", "Endorsed"),
    "stage_decided": ("決定済み", "Decided"),
    "stage_dropped": ("取下げ等", "Dropped"),
    "cell": ("{count}件 {amount}", "{count}: {amount}"),
    "cell_closed": ("{count}件", "{count}"),
    "late_unanswered": ("回答なし", "no answer"),
    "late_overdue": ("超過{count}件", "{count} overdue"),
    "date_of": ("{name} {day}（{era}）", "{name} {day} ({era})"),
    "not_addressed": ("{ministry}（宛先外）", "{ministry} (not addressed)"),
    "awaits": (
        "年次募集「{name}」（{year}年度）に、{ministry}はまだ何も提出していません。次の期日は{day}（あと{days}営業日）です。",
        "Round '{name}' for fiscal year {year}: {ministry} has submitted nothing yet. The next date is {day}, in"
        " {days} working days.",
    ),
    "awaits_late": (
        "年次募集「{name}」（{year}年度）に、{ministry}はまだ何も提出していません。期日の{day}を過ぎています。",
        "Round '{name}' for fiscal year {year}: {ministry} has submitted nothing. The date was {day}.",
    ),
}
