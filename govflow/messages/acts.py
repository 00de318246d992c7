"""Why an act is refused, and what to do about it."""

TEXTS = {
    "two_notes": (
        "備考が二通り与えられています。--note と --set note=… のどちらか一方にしてください。",
        "Two different notes are given. Give the note with --note or with --set note=…, not with both.",
    ),
    "unknown_reference": (
        "案件 {reference} は保管庫にありません。一覧：govflow list",
        "The store has no proposal {reference}. See: govflow list",
    ),
    "missing_revision": (
        "案件 {reference} の第{number}版が見つかりません。govflow audit verify で確かめてください。",
        "Revision {number} of {reference} is missing. Check the store with: govflow audit verify",
    ),
    "reference_to_itself": (
        "案件 {reference} 自身を指定することはできません。別の案件を指定してください。",
        "{reference} cannot refer to itself. Name another proposal.",
    ),
    "no_such_trigger": (
        "{reference} は「{state}」にあり、行為「{trigger}」はできません{hint}。",
        "{reference} is in '{state}', where '{trigger}' is not possible{hint}.",
    ),
    "possible_triggers": ("今できる行為：{triggers}", "Possible now: {triggers}"),
    "nothing_by_hand": (
        "今、人の手でできる行為はありません。{role}を待っています。",
        "Nothing can be done by hand now: it waits for the {role}.",
    ),
    "not_by_hand_body": (
        "{reference} の行為「{trigger}」は、{role}で{when}に行われ、人の手では行えません。"
        "会議の議事として進めてください。",
        "'{trigger}' on {reference} happens in the {role} {when}, and nobody does it by hand. Deal with"
        " the item in a meeting of the body.",
    ),
    "not_by_hand_itself": (
        "{reference} の行為「{trigger}」（{role}）は、{when}に自動で行われ、人の手では行えません。"
        "どうなっているかを確かめてください。",
        "'{trigger}' on {reference} ({role}) follows of itself {when}, and nobody does it by hand. See"
        " where the proposal stands.",
    ),
    "no_occasion": (
        "{reference} は「{state}」にあり、{when}に行われることがありません（会議体：{body}）。"
        "案件の状態を確かめてください。",
        "{reference} is in '{state}', where nothing happens {when} (body: {body}). See where the"
        " proposal stands.",
    ),
    "nothing_possible": ("この案件の手続は終わっています。", "The process of this proposal has ended."),
    "not_authorised": (
        "{person}には、{reference} に対する行為「{trigger}」の権限がありません。",
        "{person} may not do '{trigger}' on {reference}.",
    ),
    "chosen_office": (
        "職を {office} に限っています（--office）。外すか、ほかの職を選んでください。",
        "Only the office {office} was considered (--office). Leave it out or choose another.",
    ),
    "missing_note": (
        "「{title}」がありません。--note で添えてください。",
        "'{title}' is missing. Give it with --note.",
    ),
    "missing_issues": (
        "「{title}」がありません。何を直すのかを --issue で一つずつ添えてください（項目を示すときは --issue '金額：…'）。",
        "'{title}' is missing. Say what is to be mended, each with --issue (about a field: --issue 'amount: …').",
    ),
    "missing_value": (
        "「{title}」（{value}）がありません。行為に添えてください。",
        "'{title}' ({value}) is missing. Give it with the act.",
    ),
    "ambiguous_step": (
        "行為「{trigger}」に当たる手順が複数あります。どれか一つを指定してください：{names}",
        "'{trigger}' could mean several steps. Name one of: {names}",
    ),
    "review_is_own": (
        "後閲は代決された職の本人だけができます。該当者：{names}",
        "A post review is only for the holder of the office that was acted for: {names}",
    ),
    "done_not_rendered": (
        "{reference} の行為は記録されましたが、文書 {documents} を作成できませんでした。govflow"
        " document render で作成し直せます。",
        "The act on {reference} was done and recorded, but its documents {documents} could not be"
        " rendered. Render them with: govflow document render",
    ),
    "conditions_carried": (
        "次の条件はすでに付されていて、そのまま引き継がれます。重ねて付さないでください：{conditions}",
        "These conditions are set already and carry over as they are. Leave them out: {conditions}",
    ),
    "reference_ended": (
        "案件 {reference} の手続はすでに終わっています。進行中の案件を指定してください。",
        "The process of {reference} has ended already. Name a proposal that is still under way.",
    ),
    "answered_already": (
        "この回答（{answer}）はすでに記録されています。",
        "This answer ({answer}) is on record already and is not given twice.",
    ),
    "effective_before_opening": (
        "効力日 {day} は起案の日（{opened}）より前です。起案の日以後にしてください。",
        "The effective date {day} is before the proposal was opened ({opened}). Give that day or a"
        " later one.",
    ),
    "key_too_long": (
        "キーは{limit}文字までです。短くしてください。",
        "A key has at most {limit} characters. Shorten it.",
    ),
    "payload_not_plain": (
        "値に使えない形のものがあります（{why}）。文字列・整数・真偽値・リスト・対応表だけで表してください。",
        "A value cannot be taken ({why}). Give plain texts, whole numbers, flags, lists and mappings only.",
    ),
    "key_used": (
        "キー「{key}」は別の行為に使われています。新しいキーを使ってください。",
        "The key '{key}' was used for another act. Use a new key.",
    ),
    "bad_text": ("{name} に使えない文字があります：{why}", "The {name} cannot be taken: {why}"),
    "bad_values": ("添えられた値に使えない文字があります：{why}", "The values cannot be taken: {why}"),
    "bad_note": ("備考に使えない文字があります：{why}", "The note cannot be taken: {why}"),
    "effective_in_future": (
        "効力日 {day} は今日（{today}）より後です。今日以前の日にしてください。",
        "The effective date {day} is after today ({today}). Give today or an earlier day.",
    ),
    "backdated_without_note": (
        "効力日を {day} に遡らせるには、理由が必要です。備考に書いてください。",
        "An effective date in the past ({day}) needs its reason. Give it as the note.",
    ),
}
