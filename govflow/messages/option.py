"""Help of the options: `<name>` for every command that has it, `<command path>.<name>` where one differs."""

_LOOKING_AT = (
    "この日時の時点で見ます（実証用の保管庫に限ります）。保管庫の時計は動きません。例：2025-04-07、2025-04-07T10:30",
    "Look as of this time, such as 2025-04-07 or 2025-04-07T10:30 (demonstration stores only);"
    " the store's clock stays where it is.",
)
_LOOKING_AS = (
    "この人として読みます。なければ、実証用の保管庫ではすべてを読みます（実証用の保管庫に限ります）。",
    "Read as this person; without it, everything is read (demonstration stores only).",
)

LOOKING = (
    "audit.refusals",
    "ballot.list",
    "ballot.show",
    "body.check",
    "body.list",
    "body.show",
    "condition.list",
    "decision.commitments",
    "decision.list",
    "decision.show",
    "decision.text",
    "decision.verify",
    "document.list",
    "document.show",
    "document.verify",
    "history",
    "inbox",
    "list",
    "meeting.check-papers",
    "meeting.forecast",
    "meeting.list",
    "meeting.papers",
    "meeting.show",
    "memo",
    "minutes.show",
    "org.handover",
    "org.history",
    "org.reviews",
    "org.show",
    "org.why",
    "overdue",
    "programme.list",
    "round.list",
    "round.show",
    "show",
    "stats",
    "why",
    "workflow.diagram",
    "workflow.list",
    "workflow.matrix",
    "workflow.show",
)
"""Commands that record nothing, so that what `--now` says does not outlast them."""

_CLOSED = (
    "公開版に載せない項目とその理由（amount・conditions・reason、何度でも）。",
    "A field that stays out of the public version, and why: amount, conditions or reason (repeatable).",
)

_FROM = (
    "この日から（省くと今日）。今日より前なら、理由を --note に書きます。",
    "From this day on (without it, today); one before today needs its reason in --note.",
)

_FITTING = (
    "業務の定義の名前。施行中の一つだけが当てはまるときは省けます。",
    "Name of the workflow; not needed where only one that is in force fits.",
)

TEXTS = {
    "account": (
        "新しい人のアカウント（何度でも）。",
        "Operating-system account of somebody new (repeatable).",
    ),
    "concurrent": ("併任です。", "Held beside another office."),
    "current": ("記録した一覧ではなく、今の一覧を示します。", "What waits for those offices now."),
    "new-person": (
        "組織にまだいない人の氏名（ja= と en=）。",
        "Name of somebody whom the organisation does not know yet (ja= and en=).",
    ),
    "only": (
        "この職だけを引き継ぎます（何度でも。省くと、すべての職）。",
        "Hand over this office only (repeatable; without it, all).",
    ),
    "org.why.person": ("この人が行えることをすべて示します。", "Everything this person could act as."),
    "until": ("この日まで（省くと定めなし）。", "Last day (without it, open)."),
    "mark": ("この印のある案件（何度でも）。例：important", "Marked so, such as important (repeatable)."),
    "org.appoint.from": _FROM,
    "org.absent.from": _FROM,
    "org.delegate.from": _FROM,
    "org.revoke.appointment.from": _FROM,
    "org.revoke.absence.from": _FROM,
    "org.revoke.delegation.from": _FROM,
    "org.transfer.from": _FROM,
    "org.absent.reason": ("不在の理由。", "Why the person is away."),
    "org.delegate.kind": ("この種別だけ（何度でも）。", "This kind only (repeatable)."),
    "org.delegate.limit": ("この金額（円）まで。", "Up to this amount, in yen."),
    "org.delegate.to": ("専決する職。", "The office that decides."),
    "org.delegate.trigger": ("この行為だけ（何度でも）。", "This act only (repeatable)."),
    "org.delegate.workflow": ("この業務について。", "Of this workflow."),
    "org.reviews.done": ("済んだものを示します。", "Those that are done instead."),
    "org.reviews.overdue": ("期限を過ぎたものだけ。", "Only those past their due date."),
    "org.revoke.delegation.to": ("この職への専決だけ。", "Only those to this office."),
    "org.revoke.delegation.trigger": ("この行為を挙げた専決だけ。", "Only those that name this act."),
    "org.revoke.delegation.workflow": ("この業務の専決だけ。", "Only those of this workflow."),
    "org.transfer.to": ("後任。", "The successor."),
    "org.why.amount": ("この金額（円）の案件。", "An amount of so many yen."),
    "org.why.kind": ("この種別の案件。", "Of this kind."),
    "org.why.reference": ("この案件について。", "On this proposal, where it stands."),
    "org.why.trigger": ("この行為について。", "To do this act."),
    "org.why.workflow": ("この業務について。", "In this workflow."),
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
        "会議または採決がこの版でなければ行いません。",
        "Refuse when the meeting or ballot is not at this version.",
    ),
    "act.expect-version": (
        "案件がこの版でなければ行いません。",
        "Refuse when the proposal is not at this version.",
    ),
    "change.set": ("変更後の項目の値（何度でも）。", "A field with its new value (repeatable)."),
    "correct.entry": (
        "値を訂正する行為の、履歴の番号。",
        "The act whose values are corrected, by its number in the history.",
    ),
    "correct.expect-version": (
        "案件がこの版でなければ行いません。",
        "Refuse when the proposal is not at this version.",
    ),
    "correct.field": (
        "案件の項目の正しい値（何度でも）。",
        "A field of the proposal as it should have been (repeatable).",
    ),
    "correct.note": ("訂正の理由。", "The reason."),
    "correct.set": (
        "行為の値の正しい値（何度でも）。",
        "A value of the act as it should have been (repeatable).",
    ),
    "file": ("行為をまとめて書いた CSV ファイル。", "CSV file of acts, instead of REF and TRIGGER."),
    "fiscal-year": ("年度（4月から）。", "Fiscal year (from April on)."),
    "folder": ("文書を書き出すフォルダー。", "Folder for the documents."),
    "from": ("この日から施行します（省くと今日）。", "In force from this day on (without it, today)."),
    "html": (
        "HTML にします（--output が .html で終わるときは不要です）。",
        "As an HTML page, as also where --output ends with .html.",
    ),
    "issue": (
        "差戻しの指摘（何度でも）。項目を示すときは「項目:文」。",
        "An issue of a return (repeatable); about a field as FIELD:TEXT.",
    ),
    "reply": (
        "差戻しの指摘への回答（何度でも）。番号は govflow why が示します。",
        "A reply to the issue of that number (repeatable); govflow why shows the numbers.",
    ),
    "compare.all": ("変わらない項目も示します。", "Also show what has not changed."),
    "compare.from": ("改正前の版の番号。", "Number of the revision before."),
    "compare.to": (
        "改正後の版の番号（省くと今の版）。",
        "Number of the revision after (without it, the present one).",
    ),
    "key": (
        "繰り返しても二重に記録されないためのキー（省くと作って表示します）。",
        "Makes repeating safe (without it, one is made and printed).",
    ),
    "kind": ("文書の種類。例：notification", "Kind of document, such as notification."),
    "log": (
        "コマンドごとに一行の JSON を加えるファイル（- は標準エラー出力）。",
        "File that gets one line of JSON for each command (-: standard error).",
    ),
    "digest": (
        "保管庫の外に控えておいた記録の要約値。違えば終了コードは 10 です。",
        "Record digest noted outside; if another is found, the exit code is 10.",
    ),
    "outbox.list.after": ("この番号の後から示します。", "Go on after this number."),
    "topic": ("この種別のものだけ。", "Only of this topic."),
    "failed": ("送信をあきらめたものすべて。", "All that were given up."),
    "store.restore.to": ("戻す先の保管庫。", "The store to restore to."),
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
    "submit.workflow": _FITTING,
    "programme.carry-over.workflow": _FITTING,
    "round.open.workflow": _FITTING,
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
    "ballot.casting-vote.recorded-for": (
        "事務局として、その会議の議長の裁決を記録します。",
        "As the secretariat, record the casting vote of whoever chaired that meeting.",
    ),
    "recorded-for": (
        "事務局として、席の在職者のために記録します。",
        "As the secretariat, record it for the seat's holder.",
    ),
    "reason": ("理由（必須）。", "The reason (required)."),
    "ballot.open.reason": (
        "書面審議とする理由（--written では必須）。",
        "Why it is in writing (required with --written).",
    ),
    "meeting.open.reason": ("予定の時刻より前に開く理由。", "Why it is opened before its time."),
    "decision.reconsider.new-facts": (
        "再議の理由となる新しい事実（必須）。",
        "The new facts on which it is taken up (required).",
    ),
    "meeting": ("会議の番号。", "Number of the meeting."),
    "decision.reconsider.meeting": (
        "会議の番号（会議によらないときは省きます）。",
        "Number of the meeting; without it, outside a sitting.",
    ),
    "decision.reconsider.item": ("付議した議題の番号。", "Number of the item that was called."),
    "asks": (
        "求めること：overrule（取消し）か remand（差戻し）。",
        "What is asked for: overrule (it falls) or remand (the body decides anew).",
    ),
    "grounds": ("不服の理由（必須）。", "What is wrong with it (required)."),
    **{f"decision.{command}.closed": _CLOSED for command in ("appeal", "emergency", "reconsider")},
    "ballot.open.closed": _CLOSED,
    "ballot.consent.closed": (
        "公開版に載せない項目とその理由。amount は全議題、3.amount は議題3だけ（何度でも）。",
        "A field that stays out of the public version, and why: amount of every item, 3.amount of item 3 (repeatable).",
    ),
    "meeting.amend.closed": (
        "条件を非公開とする理由（省くと公開します）。理由だけを書きます（ほかのコマンドでは「項目=理由」）。",
        "Why the condition is not published; without it, it is. The reason alone (FIELD=REASON is for other commands).",
    ),
    "decision.emergency.proposal": ("決定する案件。", "The proposal that is decided."),
    "public": ("公開版を示します。", "The version that everybody may read."),
    "year": ("この年度の決定。", "Of this fiscal year."),
    "proposal": ("この案件のもの。", "About this proposal."),
    "decision.commitments.ministry": (
        "この府省庁の席のもの（コード）。",
        "Of the seats of this ministry, by code.",
    ),
    "ballot.open.rule": (
        "規則のファイル、または付属の規則の名前（省くと会議体の規則）。",
        "File of the rule, or the name of one that comes with govflow (without it, the body's).",
    ),
    "amendment": ("この番号の修正案を採決します。", "Vote on the amendment of this number."),
    "no-objection": (
        "先に異議の有無を問うか（--no-objection）、直ちに表決するか（--counted）。省くと設置要綱によります。",
        "Ask for objections first, or count votes at once; without it as the charter has it.",
    ),
    "written": ("書面審議（持ち回り）にします。", "Decide in writing."),
    "override": ("この採決の留保を覆すための採決。", "To lift the blocks of this ballot."),
    "jointly-with": (
        "この会議体も同じ案文を可決する必要があります（何度でも）。",
        "A body that has to pass the same text too (repeatable).",
    ),
    "except": (
        "一括審議から外し、個別審議に移す議題（何度でも）。",
        "Item that goes to discussion instead (repeatable).",
    ),
    "amount": ("この金額（円）に減額します。", "Reduce it to this amount, in yen."),
    "condition": ("付ける条件の文章。", "Text of the condition to add."),
    "due": ("条件の期限。", "When the condition is due."),
    "owner": ("条件を果たす責任者。", "Who is to fulfil the condition."),
    "precedent": (
        "条件を満たすまで進めない行為。true は最初の該当行為、行為名ならその行為だけ。",
        "It is to be met first: true, before the first act that waits for conditions; or the one act that does.",
    ),
    "ballot.open.item": ("採決する議題の番号。", "Number of the item to vote on."),
    "ballot.open.proposal": ("書面で決する案件。", "The proposal to decide in writing."),
    "ballot.object.text": ("異議の理由。", "Why the seat objects."),
    "meeting.amend.kind": (
        "return（差戻し）・defer（継続）・amount（減額）・condition（条件）。",
        "return, defer, amount or condition.",
    ),
    "meeting.amend.text": ("修正案の文章（必須）。", "Text of the amendment (required)."),
    "ballot.cast.text": ("表決に添える文章。留保には必要です。", "Text of the position; a block needs one."),
    "alternate": ("代理で出席する職。", "The office that sits in."),
    "as-replied": (
        "出席または代理出席と回答した席の出席を記録します。",
        "Record as there all who said that they would come or send an alternate.",
    ),
    "everybody": (
        "回答のとおりとし、回答のない席はその在職者の出席を記録します。",
        "As they replied, and whoever has not replied is there.",
    ),
    "away": (
        "来ていない席の職コード（複数可）。",
        "A seat that nobody takes, by its office's code (repeatable).",
    ),
    "at": (
        "起きた時刻。例：10:30 または 2025-09-05T10:30（省くと今。紙の記録から登録する会議では記録済みの最後の時刻）。",
        "When it happened, such as 10:30 or 2025-09-05T10:30 (without it, now; in a meeting recorded from paper, right"
        " after what is on record).",
    ),
    "others": (
        "出席していてまだ答えていない、ほかのすべての席の表決。",
        "Position of every other seat that is present and has not answered.",
    ),
    "attends": (
        "本人が出席するか（省くと、--alternate がなければ yes）。",
        "Whether the holder comes (without it, yes unless --alternate is given).",
    ),
    "held-on-paper": (
        "紙の記録から登録する会議の典拠。",
        "The source of a meeting that was held already, on paper.",
    ),
    "meeting.paper.item": (
        "この議題の資料とします（省くと会議全体）。",
        "Of this item (without it, of the whole meeting).",
    ),
    "meeting.add.new-facts": (
        "議決済みの案件を再び諮る、新しい事実。",
        "The new facts with which a decided proposal comes back.",
    ),
    "part": ("consent は一括審議、discussion は個別審議。", "The consent part, or the discussion."),
    "person": (
        "職に在職者が複数いるとき、出席した人。",
        "Who came, where an office has several holders.",
    ),
    "place": ("場所。", "Where it is held."),
    "replaces": ("この番号の資料と差し替えます。", "Put it in place of the paper of this number."),
    "section": (
        "decide は議決、report は報告、discuss は討議。",
        "What it is on the agenda for: to be decided, reported or discussed.",
    ),
    "shortened": (
        "招集期間を短縮する理由。",
        "Why the notice is shorter than the charter's.",
    ),
    "title": ("件名。", "The title."),
    "meeting.call.at": ("開催日時。例：2025-09-05T10:00", "When it is held, such as 2025-09-05T10:00."),
    "reply-by": (
        "出欠の回答期限（省くと会議の前の執務日）。",
        "Day to reply by; without it, the last working day before the meeting.",
    ),
    "minutes.remark.text": ("発言の記録（必須）。", "Words of the remark (required)."),
    "minutes.correct.text": ("修正を求める内容（必須）。", "What is to be corrected (required)."),
    "minutes.circulate.until": ("この日まで修正を受け付けます。", "Corrections are taken until this day."),
    "minutes.remark.closed": ("公表しない発言とします。", "Leave the remark out of the public version."),
    "minutes.remark.replaces": (
        "この番号の発言に代えます。",
        "It stands in place of the remark of this number.",
    ),
    "meeting.list.state": ("この状態の会議だけ。", "Only meetings in this state."),
    "meeting.move.to": ("区分の中の順番（1から）。", "Place within the part, from 1."),
    "meeting.open.seat": (
        "出席している席（職のコード。何度でも）。",
        "A seat that is there, by its office's code (repeatable).",
    ),
    "meeting.proxy.item": (
        "委任する議題（何度でも。省くとすべて）。",
        "Item it is for (repeatable; without it, for all).",
    ),
    "meeting.proxy.to": ("委任を受ける席。", "The seat that is to vote."),
    "init.as": ("この人が設置します（実証用に限ります）。", "Found it as this person (demonstration only)."),
    "init.workflow": ("施行する定義（何度でも）。", "Definition to put into force (repeatable)."),
    "list.fiscal-year": ("この年度の案件。", "Of this fiscal year."),
    "list.ministry": (
        "この府省庁とその下の庁（コードまたは名称）。",
        "Ministry with its agencies, by code or name.",
    ),
    "condition.list.ministry": (
        "この府省庁とその下の庁の案件だけ（コードまたは名称）。",
        "Only of this ministry with its agencies, by code or name.",
    ),
    "condition.list.overdue": (
        "期限を過ぎ、履行が確認されていない条件だけ。",
        "Only those past their due date and not verified.",
    ),
    "condition.list.reference": ("この案件の条件だけ。", "Only those of this proposal."),
    "overdue.ministry": (
        "この府省庁とその下の庁（コードまたは名称）。",
        "Ministry with its agencies, by code or name.",
    ),
    "audit.refusals.after": ("この番号の記録の後から示します。", "Go on after the entry of this number."),
    "audit.verify.chains-only": (
        "ハッシュの連鎖だけを確かめます（番号・つながり・時刻・末尾）。再現はしません。",
        "Check the chains only: numbers, links, hashes, times and ends. Replay nothing.",
    ),
    "org.show.ministry": ("この府省庁の職だけ（コード）。", "Only offices of this ministry, by code."),
    "date": (
        "期日（例：submission=2026-05-29、何度でも）。使える名前は業務の定義の rounds にあります。",
        "A date such as submission=2026-05-29 (repeatable); the definition's rounds have the names.",
    ),
    "criteria": ("審査の基準。", "The criteria by which proposals are judged."),
    "round.open.to": (
        "宛先の府省庁（コードまたは名称、何度でも）。省くと all（応じる職のあるすべての府省庁）。",
        "A ministry that is addressed, by code or name (repeatable); without it, all that could answer.",
    ),
    "round.reschedule.note": ("期日を改める理由（必須）。", "Why the dates change (required)."),
    "round.close.note": ("終了の理由（必須）。", "Why the round is closed (required)."),
    **{f"{command}.now": _LOOKING_AT for command in LOOKING},
    **{f"{command}.as": _LOOKING_AS for command in LOOKING},
    "document.list.after": ("この番号の文書の後から示します。", "Go on after the document of this number."),
}
