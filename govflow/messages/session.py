"""Opening a store, and who the caller is."""

TEXTS = {
    "bad_now": (
        "日時「{text}」を読めません。2025-04-07 または 2025-04-07T10:30 の形で書いてください。",
        "Cannot read the time '{text}'. Write 2025-04-07 or 2025-04-07T10:30.",
    ),
    "clock_runs_back": (
        "実証用の時計を {kept} から {now} に戻すことはできません。{kept}"
        " 以後の日時を指定してください（見るだけなら過去も指定できます）。",
        "A demonstration's clock cannot run back from {kept} to {now}. Give {kept} or later (an"
        " earlier time is for looking only).",
    ),
    "no_organisation": (
        "この保管庫にはまだ組織がありません。govflow init --org FILE で作ってください。",
        "This store has no organisation yet. Create one with: govflow init --org FILE",
    ),
    "unknown_person": (
        "「{person}」という人は組織にいません{hint}。一覧：govflow org show",
        "The organisation has no person '{person}'{hint}. See: govflow org show",
    ),
    "unmapped": (
        "アカウント「{account}」は組織の誰にも対応していません。組織ファイルの accounts に加えて"
        " govflow org load で読み込んでください。",
        "The account '{account}' belongs to nobody in the organisation. Add it to that person's"
        " accounts and load the file with: govflow org load FILE",
    ),
    "unmapped_demonstration": (
        "アカウント「{account}」は組織の誰にも対応していません。実証用の保管庫なので --as PERSON"
        " で人を選べます（一覧：govflow org show）。",
        "The account '{account}' belongs to nobody in the organisation. This is a demonstration"
        " store, so choose a person with --as PERSON (see: govflow org show).",
    ),
    "unknown_definition": (
        "定義 {digest} は保管庫にありません。保管庫を確かめてください：govflow audit verify",
        "The store has no definition {digest}. Check the store with: govflow audit verify",
    ),
    "choose_workflow": (
        "施行中の定義が複数あります。--workflow で一つを選んでください：{names}",
        "Several workflows are in force. Name one with --workflow: {names}",
    ),
    "unknown_workflow": (
        "「{name}」という定義は施行されていません{hint}。一覧：govflow workflow list",
        "No workflow '{name}' is in force{hint}. See: govflow workflow list",
    ),
    "clock_set_back": (
        "この計算機の時計（{now}）は、{subject} の最後の記録（{last}）より前を指しています。何も記録していません。"
        "時計を合わせてから、もう一度行ってください。",
        "This computer's clock ({now}) is behind what was recorded last of {subject} ({last}). Nothing was"
        " recorded. Set the clock right and repeat.",
    ),
    "demonstration_only": (
        "{option} は実証用の保管庫でだけ使えます。外してください。",
        "{option} works only in a demonstration store. Leave it out.",
    ),
}
