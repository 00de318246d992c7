"""Why an act is refused, and what to do about it."""

TEXTS = {
    "unknown_reference": (
        "案件 {reference} は保管庫にありません。一覧：govflow list",
        "the store has no proposal {reference}; see: govflow list",
    ),
    "missing_revision": (
        "案件 {reference} の第{number}版が見つかりません。govflow audit verify で確かめてください。",
        "revision {number} of {reference} is missing; check the store with: govflow audit verify",
    ),
    "reference_to_itself": (
        "案件 {reference} 自身を指定することはできません。",
        "{reference} cannot refer to itself",
    ),
    "no_such_trigger": (
        "{reference} は「{state}」にあり、行為「{trigger}」はできません{hint}。",
        "{reference} is in '{state}', where '{trigger}' is not possible{hint}",
    ),
    "possible_triggers": ("今できる行為：{triggers}", "possible now: {triggers}"),
    "nothing_possible": ("この案件の手続は終わっています。", "the process of this proposal has ended"),
    "not_authorised": (
        "{person}は {reference} に対する行為「{trigger}」の権限がありません。",
        "{person} may not do '{trigger}' on {reference}",
    ),
    "chosen_office": (
        "職を {office} に限っています（--office）。外すか、ほかの職を選んでください。",
        "only the office {office} was considered (--office); leave it out or choose another",
    ),
    "missing_note": ("「{title}」を --note で添えてください。", "give the {title} with --note"),
    "missing_value": ("「{title}」（{value}）を添えてください。", "give the {title} ({value})"),
    "ambiguous_step": (
        "行為「{trigger}」に当たるものが複数あります。どれか一つを指定してください：{names}",
        "'{trigger}' could mean several steps; name one of: {names}",
    ),
    "review_is_own": (
        "後閲は代決された職の本人だけができます。該当者：{names}",
        "a post review is only for the holder of the office that was acted for: {names}",
    ),
    "done_not_rendered": (
        "{reference} の行為は記録されましたが、文書 {documents} を作成できませんでした。govflow document render で作成し直せます。",
        "the act on {reference} was done and recorded, but its documents {documents} could not be rendered;"
        " render them with: govflow document render",
    ),
    "reference_ended": (
        "案件 {reference} の手続はすでに終わっています。進行中の案件を指定してください。",
        "the process of {reference} has ended already; name a proposal that is still under way",
    ),
    "answered_already": (
        "この回答（{answer}）はすでに記録されています。",
        "this answer ({answer}) is on record already and is not given twice",
    ),
    "effective_before_opening": (
        "効力日 {day} は起案の日（{opened}）より前です。",
        "the effective date {day} is before the proposal was opened ({opened})",
    ),
    "key_too_long": ("キーは{limit}文字までです。", "a key has at most {limit} characters"),
    "payload_not_plain": (
        "値は文字列・整数・真偽値・一覧・対応表だけで表してください（{why}）。",
        "values are plain texts, whole numbers, flags, lists and mappings only ({why})",
    ),
    "key_used": (
        "キー「{key}」は別の行為に使われています。新しいキーを使ってください。",
        "the key '{key}' was used for another act; use a new key",
    ),
    "bad_text": ("{name} に使えない文字があります：{why}", "the {name} cannot be taken: {why}"),
    "bad_values": ("添えられた値に使えない文字があります：{why}", "the values cannot be taken: {why}"),
    "bad_note": ("備考に使えない文字があります：{why}", "the note cannot be taken: {why}"),
    "effective_in_future": (
        "効力日 {day} は今日（{today}）より後です。",
        "the effective date {day} is after today ({today})",
    ),
    "backdated_without_note": (
        "効力日を {day} に遡らせるには、理由を備考に書いてください。",
        "an effective date in the past ({day}) needs its reason in the note",
    ),
}
