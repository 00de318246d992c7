"""Help of the options: `<name>` for every command that has it, `<command path>.<name>` where one differs."""

_LOOKING_AT = (
    "この日時の時点で見ます（実証用の保管庫に限ります）。保管庫の時計は動きません。例：2025-04-07、2025-04-07T10:30",
    "Look as of this time, such as 2025-04-07 or 2025-04-07T10:30 (demonstration stores only);"
    " the store's clock stays where it is.",
)
_LOOKING = (
    "ballot.list",
    "ballot.show",
    "body.check",
    "body.list",
    "body.show",
    "history",
    "inbox",
    "list",
    "org.show",
    "overdue",
    "programme.list",
    "show",
    "stats",
    "why",
    "workflow.diagram",
    "workflow.list",
    "workflow.matrix",
    "workflow.show",
)
"""Commands that record nothing, so that what `--now` says does not outlast them."""

TEXTS = {
    "as": (
        "この人として行います（実証用の保管庫に限ります）。",
        "Act as this person (demonstration stores only).",
    ),
    "help": ("この説明を表示します。", "Show this page."),
    "json": ("結果を JSON で出力します。", "Print the result as JSON."),
    "lang": ("表示する言語。", "The language to speak."),
    "now": (
        "実証用の保管庫の時計をこの日時に合わせます。何かを記録すると、時計は以後もそこに留まります。"
        "例：2025-04-07、2025-04-07T10:30",
        "Put a demonstration store's clock to this time, such as 2025-04-07 or 2025-04-07T10:30;"
        " once something is recorded, it stays there.",
    ),
    "office": (
        "この職として行います。該当する職が二つ以上あるときに選びます。",
        "Act in this office; needed when more than one of yours fits.",
    ),
    "store": (
        "保管庫：SQLite のファイル、または postgresql:// で始まる URL。",
        "The store: an SQLite file, or a URL that begins with postgresql://.",
    ),
    "version": ("govflow の版を表示します。", "Show the version of govflow."),
    # options of single commands
    "after": ("前の一覧の続きから示します。", "Go on after this cursor of the list before."),
    "batch": (
        "この数ごとに確定します（省くと一件ずつ）。",
        "Commit after this many acts (without it, after each).",
    ),
    "by": ("この区分だけを示します（省くとすべて）。", "Only this table (without it, all three)."),
    "calendar": (
        "休日と閉庁日のファイル（省くと日本）。",
        "File of holidays and closings (without it, Japan's).",
    ),
    "data": ("行為に添える値のファイル（YAML または JSON）。", "File of values for the act (YAML or JSON)."),
    "demonstration": (
        "実証用の保管庫にします。--as と --now が使え、文書にその旨が記されます。",
        "Make it a demonstration store: --as and --now work, and every document says so.",
    ),
    "draft": ("提出せず、下書きとして保存します。", "Keep drafts; do not submit them."),
    "dry-run": ("試すだけで、何も保存しません。", "Do everything but keep it."),
    "due-before": ("期限がこの日より前の案件。", "Due before this day."),
    "effective-on": (
        "行為の効力日。今日より前なら、理由を --note に書きます。",
        "The day the act takes effect; one before today needs its reason in --note.",
    ),
    "encoding": ("CSV の文字コード。", "Encoding of a CSV file."),
    "expect-version": (
        "案件がこの版でなければ行いません。",
        "Refuse when the proposal is not at this version.",
    ),
    "file": ("行為をまとめて書いた CSV ファイル。", "CSV file of acts, instead of REF and TRIGGER."),
    "fiscal-year": ("年度（4月から）。", "Fiscal year (from April on)."),
    "folder": ("文書を書き出すフォルダー。", "Folder for the documents."),
    "from": ("この日から施行します（省くと今日）。", "In force from this day on (without it, today)."),
    "html": ("HTML にします。", "As an HTML page."),
    "key": (
        "繰り返しても二重に記録されないためのキー（省くと作って表示します）。",
        "Makes repeating safe (without it, one is made and printed).",
    ),
    "kind": ("文書の種類。例：notification", "Kind of document, such as notification."),
    "limit": ("示す件数の上限。", "At most this many."),
    "live-in": ("この年度に続いている事業。", "Live in this fiscal year."),
    "mapping": ("ファイルの読み方を書いたファイル。", "File that says how to read it."),
    "ministry": ("府省庁（コードまたは名称）。", "Ministry, by code or name."),
    "note": ("備考。", "A note kept with the act."),
    "on": ("この日の姿（省くと今日）。", "As on this day (without it, today)."),
    "org": ("組織ファイル。", "Organisation file."),
    "output": ("このファイルに書き出します。", "Write it to this file."),
    "reference": ("この案件の文書だけ。", "Only documents of this proposal."),
    "report": ("結果の報告書を書き出すファイル（JSON）。", "File for a machine-readable report (JSON)."),
    "role": (
        "担当の役割（名前または題名）。例：pmo_head",
        "Role that must act, by name or title, such as pmo_head.",
    ),
    "rule": (
        "規則のファイル、または付属の規則の名前。",
        "File of the rule, or the name of one that comes with govflow.",
    ),
    "seats": ("真理値表の席数。", "How many seats the truth table has."),
    "set": (
        "行為に添える値（何度でも）。同じ名前を繰り返すと一覧になります。",
        "A value for the act (repeatable); a name given again makes a list.",
    ),
    "state": (
        "状態（名前または題名）。例：pmo_check",
        "State, by name or title, such as pmo_check.",
    ),
    "stop-at-refusal": ("認められない行為があれば、そこで止めます。", "Stop at the first refusal."),
    "template": (
        "書き始めるためのファイルを出力します。値を添えなければ csv です。",
        "Print a file to start from; without a value, CSV.",
    ),
    "text": ("案件の本文を検索します。", "Search the texts of proposals."),
    "votes": ("票のファイル（YAML または JSON）。", "File of the votes (YAML or JSON)."),
    "workflow": ("業務の定義の名前。", "Name of the workflow."),
    "body": ("会議体の名前。", "Name of the body."),
    "question": ("問う事項。", "What is to be decided."),
    "closes-at": (
        "締切の日時。例：2025-09-01T17:00。この時刻からは表決できません。",
        "Deadline, such as 2025-09-01T17:00; from then on no answer is taken.",
    ),
    "seat": (
        "席（職のコード）。一席だけをお持ちなら省けます。",
        "The seat, by its office's code; who holds one only may leave it out.",
    ),
    "recorded-for": (
        "事務局として、席の在職者のために記録します。",
        "As the secretariat, record it for the seat's holder.",
    ),
    "reason": ("理由。", "The reason."),
    "ballot.open.rule": (
        "規則のファイル、または付属の規則の名前（省くと会議体の規則）。",
        "File of the rule, or the name of one that comes with govflow (without it, the body's).",
    ),
    "ballot.cast.text": ("表決に添える文章。留保には必要です。", "Text of the position; a block needs one."),
    "init.as": ("この人が設置します（実証用に限ります）。", "Found it as this person (demonstration only)."),
    "init.workflow": ("施行する定義（何度でも）。", "Definition to put into force (repeatable)."),
    "list.fiscal-year": ("この年度の案件。", "Of this fiscal year."),
    "list.ministry": (
        "この府省庁とその下の庁（コードまたは名称）。",
        "Ministry with its agencies, by code or name.",
    ),
    "overdue.ministry": (
        "この府省庁とその下の庁（コードまたは名称）。",
        "Ministry with its agencies, by code or name.",
    ),
    "audit.refusals.after": ("この番号の記録の後から示します。", "Go on after the entry of this number."),
    "org.show.ministry": ("この府省庁の職だけ（コード）。", "Only offices of this ministry, by code."),
    **{f"{command}.now": _LOOKING_AT for command in _LOOKING},
    "document.list.after": ("この番号の文書の後から示します。", "Go on after the document of this number."),
}
