"""Help of the commands, by path (`workflow.check`): the first line is the short help, the rest the long one.

Lines that begin with two spaces (examples) are printed as they stand; other lines of a paragraph are joined.
"""

from govflow.messages.help_council import TEXTS as OF_COUNCILS

TEXTS = {
    "govflow": (
        "政府の意思決定手続を、案件の提出から決定・記録まで進めます。\n\n"
        "行為はすべて、その時点で施行されている定義のもとで、職にある人が行い、書き換えられない記録が残ります。",
        "Take a government's decisions from submission to decision and record.\n\n"
        "Every act is done by a person in an office, under the definition in force, and leaves a record"
        " that nobody can quietly change.",
    ),
    # main job
    "init": (
        "組織ファイルから新しい保管庫を作ります。\n\n"
        "作る人は、OS のアカウントが組織ファイルの管理者に対応していなければなりません。--workflow を省くと、"
        "付属の定義のうち、組織に必要な職がそろっているものを施行します。付属の会議体も同じように設置します。\n\n"
        "  govflow init --org organisation.yaml",
        "Create a store from an organisation file.\n\n"
        "Your account must belong to an administrator of that file. Without --workflow, the definitions that come"
        " with govflow and that the organisation has offices for come into force; so do the bodies.\n\n"
        "  govflow init --org organisation.yaml",
    ),
    "submit": (
        "ファイルから案件を提出します。\n\n"
        "YAML・JSON は一件、CSV は何件でも書けます。案件はキーで見分けます。同じファイルを繰り返しても増えず、変わった行は改訂になります。"
        "一行でも誤りがあれば、何も保存しません。\n\n"
        "  govflow submit --template --workflow it_investment > proposals.csv\n"
        "  govflow submit proposals.csv --dry-run",
        "Submit the proposals of a file.\n\n"
        "YAML and JSON hold one, CSV any number. A proposal is known by its key: repeating a file adds nothing, and a changed row becomes a revision."
        " One bad row, and nothing of the file is kept.\n\n"
        "  govflow submit --template --workflow it_investment > proposals.csv\n"
        "  govflow submit proposals.csv --dry-run",
    ),
    "act": (
        "案件について行為をします。--file ではまとめて行います。\n\n"
        "TRIGGER は行為の名前か、手順への回答です（例：ciso_concurrence.concur、同じ手順が複数あれば condition#4.verified）。"
        "何ができるかは govflow why REF が示します。\n\n"
        "  govflow act MOF-2025-0001 accept\n"
        "  govflow act MOF-2025-0001 return --issue '金額:見積りの根拠がない'\n"
        "  govflow act MOF-2025-0001 submit --reply 1='見積書を添えた'\n"
        "  govflow act MOF-2025-0001 approve --data decision.yaml\n"
        "  govflow act --file acts.csv --batch 50 --report acts.json\n\n"
        "記録の前に、行為のキーを示します。結果が届かなかったときは、同じコマンドに --key でそのキーを付けて繰り返してください。"
        "二重には記録されません。\n\n"
        "acts.csv の列は reference、trigger、office、note、data（JSON）、実証用の保管庫ではさらに person です。"
        "認められない行為が一つでもあれば、終了コードは 3 です。",
        "Act on a proposal; with --file, on many.\n\n"
        "TRIGGER is the name of an act, or a step's answer (ciso_concurrence.concur; condition#4.verified where"
        " a step was asked several times). What is possible: govflow why REF.\n\n"
        "  govflow act MOF-2025-0001 accept\n"
        "  govflow act MOF-2025-0001 return --issue 'amount: the estimate gives no basis'\n"
        "  govflow act MOF-2025-0001 submit --reply 1='the estimates are enclosed'\n"
        "  govflow act MOF-2025-0001 approve --data decision.yaml\n"
        "  govflow act --file acts.csv --batch 50 --report acts.json\n\n"
        "The act's key is printed before anything is recorded. If no answer reaches you, repeat the same command with"
        " --key and that key: nothing is recorded twice.\n\n"
        "The columns of acts.csv are reference, trigger, office, note, data (JSON) and, in demonstration stores,"
        " person. The exit code is 3 when any act was refused.",
    ),
    "correct": (
        "行為の値や案件の内容の誤記を、理由を付けて訂正します。\n\n"
        "訂正するのは、その行為をした人とは別の、その行為をする権限のある職にある人です。元の記録も訂正の記録も残ります。決定の通知の後や、"
        "その値に基づいて次の行為が行われた後は訂正できません。金額や目的など判断の対象は、差戻しを受けて改訂します。\n\n"
        "  govflow correct MOF-2025-0001 --entry 18 --set amount=950000000 --note 桁の誤り\n"
        "  govflow correct MOF-2025-0001 --field title=年金記録システムの更改 --note 誤字",
        "Correct a slip in what an act said, or in the proposal, with a reason.\n\n"
        "It is for a second person, in an own office that could do the act. What was said and the correction both stay"
        " on record. Once the decision is notified, or a later act was done on what was said, nothing is corrected any"
        " more. What is judged, such as amount and purpose, goes by a return and a revision.\n\n"
        "  govflow correct MOF-2025-0001 --entry 18 --set amount=950000000 --note 'one figure too many'\n"
        "  govflow correct MOF-2025-0001 --field title='Pension records' --note 'misspelt'",
    ),
    "change": (
        "決定済みの案件を変更する案件を起案します。\n\n"
        "元の案件の内容を写し、--set の項目だけを変えた下書きができます。承認されるまで元の決定がその金額の範囲で有効で、"
        "承認されると金額と条件が元の案件に反映されます。\n\n"
        "  govflow change MOF-2025-0001 --set amount=1200000000",
        "Open a proposal that changes a decided one.\n\n"
        "It is a draft with the same content but for what --set gives. What was decided holds up to its amount until the"
        " change is approved; then its amount and conditions are those of the proposal that it changes.\n\n"
        "  govflow change MOF-2025-0001 --set amount=1200000000",
    ),
    "why": (
        "案件が今どこにあり、誰が何をすれば進むかを示します。",
        "Say where a proposal stands, who must act, and what that takes.",
    ),
    "demo": (
        "実証用の保管庫を作り、手続を通して見せます。\n\n"
        "実在の事業を、手続全体にわたって進めます。--store を省くと demo.db に作ります。人はすべて架空です。",
        "Create a demonstration store and show the process.\n\n"
        "Real programmes are taken through the whole process. Without --store it is demo.db. All persons in it are invented.",
    ),
    # views
    "inbox": (
        "自分の番になっている案件と手順を、期限の順に示します。",
        "List what waits for you, by due date.",
    ),
    "list": (
        "案件を条件で絞って示します。\n\n"
        "--text は二文字の語（年金など）でも探せます。続きは --after で見られます。\n\n"
        "  govflow list --ministry mhlw --text 年金",
        "List proposals, narrowed by filters.\n\n"
        "--text finds words of two characters too. Go on with --after.\n\n"
        "  govflow list --ministry mhlw --text 年金",
    ),
    "show": ("案件一件の内容・記録・手順を示します。", "Show one proposal: content, records, steps."),
    "history": ("案件の履歴を古い順に示します。", "Show the history of a proposal, oldest first."),
    "compare": (
        "案件の二つの版を並べて示します（新旧対照表）。\n\n"
        "--from・--to を省くと、差し戻された版と今の版（なければ最後の二つの版）を比べます。"
        "変わった箇所は、改正前を [-…-]、改正後を [+…+] で示します。"
        "--output のファイル名が .md なら Markdown、.html なら HTML の文書にします。\n\n"
        "  govflow compare MOF-2025-0001\n"
        "  govflow compare MOF-2025-0001 --from 1 --to 3 --output taishohyo.html",
        "Show two revisions of a proposal side by side.\n\n"
        "Without --from and --to, what was sent back is compared with what there is now, or else the last two revisions."
        " What was changed stands between [-…-] before and [+…+] after. --output makes a document: Markdown for a"
        " name in .md, HTML for one in .html.\n\n"
        "  govflow compare MOF-2025-0001\n"
        "  govflow compare MOF-2025-0001 --from 1 --to 3 --output comparison.html",
    ),
    "overdue": (
        "期限を過ぎた案件と手順を、古い順に示します。\n\n  govflow overdue --ministry mhlw --role ministry_cio",
        "List what is past its due date, the oldest first.\n\n"
        "  govflow overdue --ministry mhlw --role ministry_cio",
    ),
    "condition": ("決定に付した条件を扱います。", "Work with the conditions of decisions."),
    "condition.list": (
        "決定に付した条件を、期限の早い順に示します。責任者、期限、証拠、確認した人が分かります。\n\n"
        "責任者は condition_report.fulfilled で報告し、別の人が condition.verified などで確認します（govflow act）。\n\n"
        "  govflow condition list --overdue --ministry mhlw",
        "List the conditions of decisions, the earliest due first: owner, due date, evidence, verifier.\n\n"
        "Owners report with condition_report.fulfilled, somebody else answers condition.verified and the like"
        " (govflow act).\n\n"
        "  govflow condition list --overdue --ministry mhlw",
    ),
    "stats": (
        "府省庁別・状態別の件数と金額、段階ごとの営業日数を示します。\n\n--workflow を省くと、施行中の定義ごとに示します。",
        "Count proposals, amounts, and working days by stage.\n\nWithout --workflow, it tells of each workflow in force.",
    ),
    "memo": (
        "案件の決定メモ（または --kind の文書）を表示します。",
        "Print the decision memo of a proposal (or another --kind).",
    ),
    "document": ("発行した文書を扱います。", "Work with the documents issued."),
    "document.list": ("発行した文書の一覧を示します。", "List the documents issued."),
    "document.render": (
        "行為が発行した文書のうち、まだ本文のないものを作成します。\n\n"
        "本文は行為のときに固定された内容から作ります。何度行っても、すでにあるものは変わりません。",
        "Render the documents that acts have issued and that have no text yet.\n\n"
        "The text is made from what the act froze. Repeating it changes nothing that is there.",
    ),
    "document.verify": (
        "保存した文書が、発行されたとおりのものかを確かめます。\n\n"
        "FILE は保存したままの Markdown か HTML です。どの文書か、いつ、どの行為で発行されたか、保管庫と履歴の記録が一致しているかを示します。"
        "この保管庫の文書でないか、改変されていれば、終了コードは 10 です。\n\n"
        "  govflow document verify memo.md",
        "Find out whether a saved document is as it was issued.\n\n"
        "FILE is Markdown or HTML as it was saved. Says which document it is, when and by which act it was issued, and"
        " whether store and history agree. The exit code is 10 for a file that is no document of this store or was"
        " altered.\n\n"
        "  govflow document verify memo.md",
    ),
    "document.show": (
        "文書を番号で表示します。\n\n  govflow document show DM-2025-0001 --html --output memo.html",
        "Print a document by its number.\n\n  govflow document show DM-2025-0001 --html --output memo.html",
    ),
    **OF_COUNCILS,
    # organisation and workflows
    "org": (
        "組織（府省庁・職・人）を扱います。",
        "Work with the organisation: ministries, offices, persons.",
    ),
    "org.check": (
        "組織ファイルを調べ、問題をすべて示します。保管庫は要りません。",
        "Check an organisation file; no store is needed.",
    ),
    "org.load": (
        "組織ファイルを保管庫に読み込みます（管理者の行為として記録します）。",
        "Load an organisation file into the store: an administrator's recorded act.",
    ),
    "org.show": (
        "保管庫の組織を、ある日の在職者とともに示します。",
        "Show who holds which office, on any day.",
    ),
    "org.appoint": (
        "人を職に任命します（管理者の行為として記録します）。\n新しい人は --new-person で氏名を添えます。\n\n"
        '  govflow org appoint natsu.aya mayor --from 2025-08-01 --new-person ja="夏 彩" --new-person en="Natsu Aya"',
        "Appoint a person to an office: an administrator's recorded act.\nSomebody new comes with a name:"
        " --new-person.\n\n"
        '  govflow org appoint natsu.aya mayor --from 2025-08-01 --new-person en="Natsu Aya"',
    ),
    "org.absent": (
        "人の不在を記録します。その間は代決者が行い、本人は行えません。",
        "Record that a person is away: substitutes act, the person does not.",
    ),
    "org.delegate": (
        "職の専決を定めます（管理者の行為として記録します）。",
        "Let another office decide for an office: a standing delegation.",
    ),
    "org.revoke": (
        "任命・不在・専決を、ある日から終わらせます。",
        "End an appointment, an absence or a standing delegation from a day on.",
    ),
    "org.revoke.appointment": (
        "人の任命を、ある日から終わらせます。後任がいれば govflow org transfer を使います。",
        "End a person's appointment from a day on.\nWhere there is a successor, use govflow org transfer.",
    ),
    "org.revoke.absence": (
        "不在を終わらせます（本人が戻ったとき）。",
        "End a person's absence: the person is back.",
    ),
    "org.revoke.delegation": (
        "職の専決を、ある日から終わらせます。",
        "End an office's standing delegations from a day on.",
    ),
    "org.transfer": (
        "人の職を後任に引き継ぎ、その時に待っていた仕事を引継ぎとして記録します。",
        "Hand a person's offices over to a successor, and record what was open.",
    ),
    "org.why": (
        "ある日に、職（または案件）について誰が何によって行えたか、行えなかったかを示します。\n"
        "過去の日は、当時知られていたところと今知られているところを比べます。",
        "Who could act for an office, or on a proposal, on any day, and why.\nOf a past day it tells what was known"
        " then and what is known now, where they differ.",
    ),
    "org.history": (
        "組織についての行為をすべて示します。",
        "List every act on the organisation, or on one office or person.",
    ),
    "org.handover": (
        "引継ぎで渡した仕事を示します。",
        "Show what a transfer handed over, by the version it made.",
    ),
    "org.reviews": (
        "後閲を待つ代決を、期限の順に示します。",
        "List post reviews: what substitutes did, by when it is to be reviewed.",
    ),
    "workflow": ("業務の定義を扱います。", "Work with definitions of workflows."),
    "workflow.check": (
        "定義を調べ、問題をすべて示します。保管庫は要りません。\n\n  govflow workflow check my_process.yaml",
        "Check a definition; no store is needed.\n\n  govflow workflow check my_process.yaml",
    ),
    "workflow.list": (
        "保管庫の定義（保管庫がなければ付属の定義）の一覧を示します。",
        "List the definitions of the store; without a store, those that come with govflow.",
    ),
    "workflow.show": (
        "定義の状態・行為・条件を示します。",
        "Show the states, acts and guards of a definition.",
    ),
    "workflow.diagram": (
        "定義を Mermaid の状態図にします。",
        "Draw a definition as a Mermaid state diagram.",
    ),
    "workflow.matrix": ("どの状態で誰が何をできるかを示します。", "Show who may do what in which state."),
    "workflow.load": (
        "定義を施行します（管理者の行為として記録します）。\n\n"
        "進行中の案件は、起案したときの定義のまま進みます。",
        "Put a definition into force: an administrator's recorded act.\n\n"
        "Proposals under way stay on the definition that they began under.",
    ),
    "programme": (
        "公表された事業の一覧（行政事業レビューなど）を扱います。",
        "Work with published programmes.",
    ),
    "programme.import": (
        "公表された事業のファイルを取り込みます。",
        "Import a published file of programmes, read by its mapping.",
    ),
    "programme.list": ("取り込んだ事業の一覧を示します。", "List the programmes imported."),
    "programme.carry-over": (
        "継続中の事業ごとに案件を起案します。\n\n前に引き継いだ事業は重ねて起案しません。",
        "Open a draft proposal for each live programme.\n\nWhat was carried over before is recognised.",
    ),
    # rounds and deadlines
    "round": ("年次募集を扱います。", "Work with rounds, the yearly calls for proposals."),
    "round.open": (
        "年度の案件を募集します（事務局の行為として記録します）。\n\n"
        "期日は、その年度の案件について業務の定義の期日に代わります。すでにある案件の期限も改まり、案件ごとに記録が残ります。\n\n"
        "  govflow round open FY2026 --fiscal-year 2026 --date submission=2026-05-29 --date endorsement=2026-06-30",
        "Call for the proposals of a fiscal year: an act of the secretariat.\n\n"
        "The dates hold for the proposals of that year instead of those of the definition, also for those that are"
        " there already; each gets an entry.\n\n"
        "  govflow round open FY2026 --fiscal-year 2026 --date submission=2026-05-29 --date endorsement=2026-06-30",
    ),
    "round.show": (
        "年次募集の期日と、宛先ごとの進みを示します。\n\nNAME を省くと、受付中のものを示します。",
        "Show the dates of a round, and how far each addressee is.\n\nWithout NAME, the one that is open.",
    ),
    "round.list": ("年次募集の一覧を示します。", "List the rounds."),
    "round.reschedule": (
        "年次募集の期日を改めます。理由が必要です。\n\n"
        "その期日を待つ案件の期限も、同時に改まります。すでに別の期限がある案件は変わりません。\n\n"
        "  govflow round reschedule FY2026 --date submission=2026-06-05 --note 様式の訂正のため",
        "Give a round other dates, with a reason.\n\n"
        "What waits for such a date is due on the new one at once; a proposal that has another due date keeps it.\n\n"
        "  govflow round reschedule FY2026 --date submission=2026-06-05 --note 'the form was corrected'",
    ),
    "round.close": (
        "年次募集を終了します。理由が必要です。\n\n"
        "宛先ごとの状況と、回答のなかった宛先を記録します。その後は新たな提出ができません。提出済みの案件は、そのまま進みます。",
        "Close a round, with a reason.\n\n"
        "How far each addressee is, and who has not answered, is recorded. Nothing new comes in after that; what was"
        " submitted goes on.",
    ),
    "deadlines": ("期限を過ぎたものを扱います。", "Deal with dates that were missed."),
    "deadlines.sweep": (
        "期限を過ぎたものを、一つ上の職に上申します。案件は動きません。\n\n"
        "同じ期限を二度上申することはありません。止まっていた点検は、期限の古い順に追い付きます。毎日、タイマーで実行してください。"
        "上申できないものがあれば、終了コードは 3 です。\n\n"
        "  govflow deadlines sweep --dry-run",
        "Escalate everything that is past its date one office up. No proposal is moved.\n\n"
        "Nothing goes up twice for one date, and a sweep that was missed catches up in the order of the dates. Let a"
        " timer run it daily. If something could not go up, the exit code is 3.\n\n"
        "  govflow deadlines sweep --dry-run",
    ),
    # store and audit
    "store": ("保管庫を扱います。", "Work with the store."),
    "store.info": ("保管庫の種類・スキーマ・件数を示します。", "Show what a store is and how much it holds."),
    "store.migrate": ("保管庫をこの版のスキーマに移行します。", "Bring a store to this version's schema."),
    "store.backup": (
        "保管庫の控えを一つのファイルに取ります。業務は続けられます。\n\n"
        "PostgreSQL の保管庫の控えも SQLite のファイルで、それ自体が保管庫として読めます。\n\n"
        "  govflow store backup backup-2025-04-07.db",
        "Back the store up into one file, while work goes on.\n\n"
        "A backup of a PostgreSQL store is an SQLite file too, and can be read as a store.\n\n"
        "  govflow store backup backup-2025-04-07.db",
    ),
    "store.restore": (
        "控えから保管庫を戻します。\n\n"
        "戻す先は、新しいファイル、空のデータベース、または控えにない記録を持たない同じ保管庫です。\n\n"
        "  govflow store restore backup-2025-04-07.db --to govflow.db",
        "Restore a store from a backup.\n\n"
        "It goes to a new file, an empty database, or in place of the same store if that has nothing which the"
        " backup lacks.\n\n"
        "  govflow store restore backup-2025-04-07.db --to govflow.db",
    ),
    "store.compare": (
        "控えの記録が保管庫にすべて残っているかを調べます。\n\n失われたものや違うものがあれば、終了コードは 10 です。",
        "Check that the store still has everything an earlier backup has.\n\n"
        "If anything is lost or differs, the exit code is 10.",
    ),
    "outbox": ("外部への送信待ちを扱います。", "Work with what waits to be told outside."),
    "outbox.list": (
        "送信待ちのものと、送信をあきらめたものを示します。",
        "List what waits to be delivered and what was given up.",
    ),
    "outbox.retry": (
        "もう一度送るようにします（管理者の行為です。履歴には残りません）。\n\n"
        "  govflow outbox retry 12 13\n  govflow outbox retry --failed",
        "Have messages delivered again: for administrators; history does not tell it.\n\n"
        "  govflow outbox retry 12 13\n  govflow outbox retry --failed",
    ),
    "audit": ("記録を検証し、拒否の記録を示します。", "Verify the record and read the refusal log."),
    "audit.refusals": (
        "認められなかった行為を、新しい順に示します。\n\n"
        "だれが、いつ、何をしようとし、なぜ認められなかったかの記録です。「…」は、以前の版が残さなかった細目です。",
        "List the acts that were refused, newest first.\n\n"
        "The log says who tried what, when, and why it was refused; … stands for particulars that an earlier version did not keep.",
    ),
    "audit.verify": (
        "すべての履歴の連鎖を計算し直し、定義に照らして再現します。\n\n"
        "問題があればすべて示し、終了コードは 10 です。何も書き込みません。",
        "Recompute every chain and replay every history against its definition.\n\n"
        "Lists everything that does not hold, with exit code 10. It writes nothing.",
    ),
    # govflow itself
    "help": (
        "コマンドの使い方、または終了コードの一覧を表示します。\n\n"
        "  govflow help\n"
        "  govflow help version\n"
        "  govflow help exit-codes",
        "Show how a command is used, or what the exit codes mean.\n\n"
        "  govflow help\n"
        "  govflow help version\n"
        "  govflow help exit-codes",
    ),
    "version": (
        "govflow と Python の版を表示します。",
        "Show the versions of govflow and Python.",
    ),
}
