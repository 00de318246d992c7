"""Opening a store, and who the caller is."""

TEXTS = {
    "bad_now": (
        "日時「{text}」を読めません。2025-04-07 または 2025-04-07T10:30 の形で書いてください。",
        "cannot read the time '{text}'; write 2025-04-07 or 2025-04-07T10:30",
    ),
    "clock_runs_back": (
        "実証用の時計を {kept} から {now} に戻すことはできません。見るだけなら過去の日時も指定できます。",
        "a demonstration's clock cannot run back from {kept} to {now}; only looking from an earlier time is possible",
    ),
    "no_organisation": (
        "この保管庫にはまだ組織がありません。govflow init --org FILE で作ってください。",
        "this store has no organisation yet; create one with: govflow init --org FILE",
    ),
    "unknown_person": (
        "「{person}」という人は組織にいません{hint}。",
        "the organisation has no person '{person}'{hint}",
    ),
    "unmapped": (
        "アカウント「{account}」は組織のだれにも対応していません。"
        "組織ファイルの accounts に加えて govflow org load で読み込んでください。",
        "the account '{account}' belongs to nobody in the organisation;"
        " add it to that person's accounts and load the file with: govflow org load FILE",
    ),
    "unmapped_demonstration": (
        "アカウント「{account}」は組織のだれにも対応していません。"
        "実証用の保管庫なので --as PERSON で人を選べます（一覧：govflow org show）。",
        "the account '{account}' belongs to nobody in the organisation;"
        " this is a demonstration store, so choose a person with --as PERSON (see: govflow org show)",
    ),
    "unknown_definition": ("定義 {digest} は保管庫にありません。", "the store has no definition {digest}"),
    "choose_workflow": (
        "どの業務の定義か選んでください（--workflow）：{names}",
        "say which workflow with --workflow: {names}",
    ),
    "unknown_workflow": (
        "「{name}」という定義は施行されていません{hint}。一覧：govflow workflow list",
        "no workflow '{name}' is in force{hint}; see: govflow workflow list",
    ),
    "demonstration_only": (
        "{option} は実証用の保管庫でだけ使えます。",
        "{option} works only in a demonstration store",
    ),
}
