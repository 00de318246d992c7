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
        "  govflow act MOF-2025-0001 return --note 見積りの根拠がない\n"
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
        "  govflow act MOF-2025-0001 return --note 'the estimate gives no basis'\n"
        "  govflow act MOF-2025-0001 approve --data decision.yaml\n"
        "  govflow act --file acts.csv --batch 50 --report acts.json\n\n"
        "The act's key is printed before anything is recorded. If no answer reaches you, repeat the same command with"
        " --key and that key: nothing is recorded twice.\n\n"
        "The columns of acts.csv are reference, trigger, office, note, data (JSON) and, in demonstration stores,"
        " person. The exit code is 3 when any act was refused.",
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
        "府省庁別・状態別の件数と金額、段階ごとの営業日数を示します。",
        "Count proposals, amounts, and working days by stage.",
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
    # store and audit
    "store": ("保管庫を扱います。", "Work with the store."),
    "store.info": ("保管庫の種類・スキーマ・件数を示します。", "Show what a store is and how much it holds."),
    "store.migrate": ("保管庫をこの版のスキーマに移行します。", "Bring a store to this version's schema."),
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
