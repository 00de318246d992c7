"""Acts on the organisation: what stands against one, what it came to, and what was handed over."""

TEXTS = {
    "unknown_person": (
        "「{name}」という人は組織にいません{hint}。名前を確かめてください：govflow org show",
        "The organisation has no person '{name}'{hint}. Look the name up: govflow org show",
    ),
    "unknown_joining": (
        "「{name}」という人は組織にいません{hint}。名前を直すか、新しく加わる人なら --new-person で氏名を添えてください。",
        "The organisation has no person '{name}'{hint}. Correct the name, or give the name of somebody new"
        " with --new-person.",
    ),
    "known_already": (
        "「{name}」はすでに組織にいます{hint}。--new-person を除いてください。",
        "'{name}' is in the organisation already{hint}. Leave out --new-person.",
    ),
    "bad_code": (
        "「{name}」は人の記号にできません。英小文字で始め、英小文字・数字・「.」「-」「_」で書いてください。",
        "'{name}' cannot be a person's code. Begin with a small letter; small letters, digits, '.', '-' and '_' follow.",
    ),
    "bad_day": (
        "「{text}」は日付として使えません。{first}年から{last}年までの日を 2025-04-01 のように書いてください。",
        "'{text}' is no day that can be kept. Write one of the years {first} to {last}, such as 2025-04-01.",
    ),
    "unknown_office": (
        "「{name}」という職は組織にありません{hint}。名前を確かめてください：govflow org show",
        "The organisation has no office '{name}'{hint}. Look the name up: govflow org show",
    ),
    "until_before_from": (
        "終わりの日（{until}）が始まりの日（{start}）より前です。どちらかを改めてください。",
        "The last day ({until}) is before the first ({start}). Correct one of them.",
    ),
    "absent_already": (
        "「{person}」の不在は{start}から{until}までとして記録済みで、期間が重なります。先にその不在を取り消すか、"
        "期間を分けてください。",
        "An absence of '{person}' from {start} until {until} is recorded already. Revoke that one first, or separate"
        " the two.",
    ),
    "delegated_already": (
        "「{office}」から「{to}」への同じ専決が、同じ期間にすでにあります。先にそれを取り消してください。",
        "'{office}' has the same standing delegation to '{to}' at the same time already. Revoke that one first.",
    ),
    "no_appointment": (
        "「{person}」は{day}に「{office}」に就いていません。終わらせる任命がありません。",
        "'{person}' does not hold '{office}' on {day}, so that there is nothing to end.",
    ),
    "no_absence": (
        "「{person}」は{day}に不在と記録されていません。終わらせるものがありません。",
        "No absence of '{person}' on {day} is recorded, so that there is nothing to end.",
    ),
    "no_delegation": (
        "「{office}」には{day}に、この専決がありません。終わらせるものがありません。",
        "'{office}' has no such standing delegation on {day}, so that there is nothing to end.",
    ),
    "to_the_same": (
        "「{person}」自身には引き継げません。別の人を --to に書いてください。",
        "'{person}' cannot hand over to the same person. Name somebody else in --to.",
    ),
    "to_nobody": (
        "引き継ぐ相手がありません。後任を --to に書いてください。後任がいなければ、任命を取り消して空席にします："
        "govflow org revoke appointment",
        "There is nobody to hand over to. Name the successor in --to. Where there is none, end the appointment and"
        " leave the office vacant: govflow org revoke appointment",
    ),
    "holds_nothing": (
        "「{person}」は{day}にどの職にも就いていません。引き継ぐものがありません。",
        "'{person}' holds no office on {day}, so that there is nothing to hand over.",
    ),
    "office_not_held": (
        "「{person}」は{day}に「{office}」に就いていません。就いている職：{offices}",
        "'{person}' does not hold '{office}' on {day}, but: {offices}",
    ),
    "backdated_without_note": (
        "{day}は今日（{today}）より前です。さかのぼる理由を --note で書いてください。",
        "{day} is before today ({today}). Say with --note why it is backdated.",
    ),
    "nobody_left": (
        "{day}から、組織を管理する人がいなくなります。先に別の管理者を任命してください：govflow org appoint",
        "From {day} on nobody would be left who administers the organisation. Appoint another administrator first:"
        " govflow org appoint",
    ),
    "gains_office": (
        "ご自身が職「{office}」に就くことになります。",
        "You would come to hold the office '{office}' yourself.",
    ),
    "gains_delegation": (
        "ご自身の職「{to}」が「{office}」に代わって専決することになります。",
        "Your own office '{to}' would come to decide for '{office}'.",
    ),
    "gains_place": (
        "「{person}」の不在の間、ご自身が代決することになります。",
        "You would substitute for '{person}' during the absence yourself.",
    ),
    "gains_vacancy": (
        "「{office}」は{day}に空席で、その日からご自身が代決することになります。",
        "'{office}' is vacant on {day}, and from then on you would substitute for it.",
    ),
    "gains_order": (
        "ご自身の職が「{office}」の代決の順位に加わります。",
        "Your own office would come into the order of substitutes of '{office}'.",
    ),
    "gains_sole": (
        "{day}から、ご自身が唯一の管理者になります。別の管理者が退くときは、その人自身が行うか、先に後任を任命してください：govflow org"
        " appoint",
        "From {day} on you would be the only administrator. Another one who leaves does so themself, or appoint one"
        " more first: govflow org appoint",
    ),
    "gains_account": (
        "アカウント {accounts} がご自身のものになります。",
        "The accounts {accounts} would become your own.",
    ),
    "second_person": (
        "ご自身の権限になることは、別の管理者が行います。次の人に依頼してください：{names}",
        "What gives you authority is another administrator's to do. Ask: {names}",
    ),
    "awaits_position": ("態度表明", "position"),
    "awaits_meeting": ("出欠の回答", "reply to the call"),
    "awaits_minutes": ("議事録の署名", "signature of the minutes"),
    # what an act came to
    "act_load": ("組織の読込み", "organisation loaded"),
    "act_appoint": ("任命", "appointment"),
    "act_absent": ("不在の記録", "absence"),
    "act_delegate": ("専決の定め", "standing delegation"),
    "act_revoke_appointment": ("任命の終わり", "end of an appointment"),
    "act_revoke_absence": ("不在の終わり", "end of an absence"),
    "act_revoke_delegation": ("専決の終わり", "end of a standing delegation"),
    "act_transfer": ("引継ぎ", "transfer"),
    "done": (
        "{act}（{day}から）：組織の第{number}版になりました。",
        "{act}, from {day}: organisation version {number}.",
    ),
    "recorded": ("記録：{at}、{by}（第{seq}項）", "Recorded: {at}, {by} (history entry {seq})"),
    "comes": ("＋ {row}", "+ {row}"),
    "goes": ("－ {row}", "- {row}"),
    "changes": ("→ {row}", "> {row}"),
    "days": ("{start}から{end}まで", "{start} to {end}"),
    "days_from": ("{start}から", "{start} to –"),
    "days_until": ("{end}まで", "– to {end}"),
    "days_open": ("期間の定めなし", "– to –"),
    "row_appointments": ("{person} → {office}（{days}）", "{person} → {office} ({days})"),
    "row_concurrent": ("{person} → {office}（併任、{days}）", "{person} → {office} (concurrent, {days})"),
    "row_absences": ("{person} 不在（{days}）", "{person} absent ({days})"),
    "row_absence_reason": ("{person} 不在（{days}：{reason}）", "{person} absent ({days}: {reason})"),
    "row_delegations": (
        "{office} の専決：{to}（{scope}、{days}）",
        "{office} delegates to {to} ({scope}, {days})",
    ),
    "row_substitutions": (
        "{office} の代決の順位：{deputies}（{days}）",
        "{office} is substituted by {deputies} ({days})",
    ),
    "row_vacancies": ("{office} 空席", "{office} vacant"),
    "row_ministries": ("府省庁 {code}", "ministry {code}"),
    "row_roles": ("役割 {code}", "role {code}"),
    "row_offices": ("職 {code}", "office {code}"),
    "row_persons": ("人 {code}", "person {code}"),
    "up_to": ("{limit:,}円まで", "up to {limit:,} yen"),
    "vacant_from": (
        "{day}から空席になる職：{offices}",
        "Vacant from {day} on: {offices}",
    ),
    "backdated": (
        "{day}にさかのぼる行為です（理由：{note}）。すでに行われた行為は、その時の記録のとおり有効です。",
        "Backdated to {day} ({note}). What has been done since stands as it was recorded.",
    ),
    "noted": ("備考：{note}", "Note: {note}"),
    "alone": (
        "ほかに管理者がいないため、ご自身の権限になる行為をご自身で行いました。その旨も記録しています。",
        "There is no other administrator: the one who did this gains by it, and the record says so.",
    ),
    "handed_over": ("引継ぎ（{count}件）：", "Handed over ({count}):"),
    "nothing_open": ("引き継ぐ案件はありません。", "Nothing was open to hand over."),
    # history
    "entry": (
        "第{number}版  {at}  {act}（{day}から）  {by}",
        "version {number}  {at}  {act}, from {day}  {by}",
    ),
    "loaded": ("加わったもの {came}、なくなったもの {went}", "{came} came, {went} went"),
    "see_handover": (
        "引き継いだ案件 {count} 件：govflow org handover {number}",
        "{count} handed over: govflow org handover {number}",
    ),
    "transferred": (
        "引継ぎ（第{number}版、{day}から）：{person} から {to} へ（{offices}）",
        "Transfer, version {number}, from {day}: {person} to {to} ({offices})",
    ),
    "as_recorded": ("記録時（{at}）の一覧です。", "As it was when recorded, {at}."),
    "as_now": ("今の一覧です（引継ぎの記録：{at}）。", "As it is now (the transfer was recorded {at})."),
    # post reviews
    "review": ("{reference}  {title}", "{reference}  {title}"),
    "review_act": (
        "{day} {act}：{person}（{office}）が {acted_for} に代わって",
        "{day} {act}: {person} ({office}) for {acted_for}",
    ),
    "review_due": ("後閲の期限：{due}（{holders}）", "To be reviewed by {due}: {holders}"),
    "review_done": ("後閲：{day} {person}、{answer}", "Reviewed on {day} by {person}: {answer}"),
    "review_late": ("{days}の遅れ", "{days} late"),
    # who could act
    "why": ("{about}：{day}に行うことができた人", "{about} on {day}: who could act"),
    "known": ("第{number}版（{at}記録）によれば", "By version {number}, recorded {at}:"),
    "known_both": (
        "第{number}版（{at}記録）によれば（当時知られていたところも同じです）",
        "By version {number}, recorded {at} (as it was known then):",
    ),
    "known_then": (
        "当時知られていたところ（第{number}版、{at}記録）では",
        "As it was known then, by version {number}, recorded {at}:",
    ),
    "known_now": (
        "今知られているところ（第{number}版、{at}記録）では",
        "As it is known now, by version {number}, recorded {at}:",
    ),
    "nothing_known_then": (
        "その日には、まだ組織が記録されていませんでした。",
        "On that day no organisation had been recorded yet.",
    ),
    "could": ("できる人：", "Could act:"),
    "could_not": ("できない人：", "Could not:"),
    "nobody": ("いません", "nobody"),
    "nobody_holds": ("（空席）", "(vacant)"),
    "via_own": ("{name}（{code}）：{office}として", "{name} ({code}) as {office}"),
    "via_delegation": (
        "{name}（{code}）：{held}として、{office}の専決により",
        "{name} ({code}) as {held}, by delegation of {office}",
    ),
    "via_substitution": (
        "{name}（{code}）：{held}として、{office}に代わって",
        "{name} ({code}) as {held}, in the absence of {office}",
    ),
    "because": ("できない理由：{reason}", "why not: {reason}"),
    "by": ("根拠：{row}。{since}", "by: {row}; {since}"),
    "changed_since": ("終わりの日を改めたもの：{since}", "its end was changed: {since}"),
    "since": ("第{number}版、{at} {by}（{act}）", "version {number}, {at}, {by} ({act})"),
    "since_backdated": (
        "第{number}版、{at} {by}（{act}、さかのぼり）",
        "version {number}, {at}, {by} ({act}, backdated)",
    ),
}
