"""Help of the commands of bodies, meetings, ballots and decisions, which `help` has with the others'."""

TEXTS = {
    "body": (
        "会議体（設置要綱・席・規則）を扱います。",
        "Work with bodies: their charters, seats and rules.",
    ),
    "body.check": (
        "会議体の設置要綱を調べ、問題をすべて示します。\n\n"
        "保管庫は要りません。--store を指定すると、上位の会議体をその保管庫で探します。\n\n"
        "  govflow body check my_council.yaml",
        "Check the charter of a body, and tell every problem.\n\n"
        "No store is needed. With --store, the parent is looked for among the bodies of that store.\n\n"
        "  govflow body check my_council.yaml",
    ),
    "body.list": (
        "保管庫の会議体（保管庫がなければ付属の会議体）の一覧を示します。",
        "List the bodies of the store; without a store, those that come with govflow.",
    ),
    "body.show": (
        "会議体の設置要綱と、ある日の席を示します。\n\n"
        "--store がなければ、付属の会議体かファイルの設置要綱だけを示します。\n\n"
        "  govflow body show cio_council --on 2025-08-01 --store govflow.db",
        "Show the charter of a body, and its seats on any day.\n\n"
        "Without --store it is the charter alone, of a body that comes with govflow or of a file.\n\n"
        "  govflow body show cio_council --on 2025-08-01 --store govflow.db",
    ),
    "body.load": (
        "会議体を設置します（管理者の行為として記録します）。\n\n"
        "前の設置要綱は、この日からの新しい要綱に代わります。",
        "Put the charter of a body into force: an administrator's recorded act.\n\n"
        "From its day on it replaces the charter that the body had before.",
    ),
    "meeting": ("会議を扱います。", "Work with meetings."),
    "meeting.call": (
        "会議を招集します。\n\n"
        "設置要綱の招集期間を守れないときは --shortened で理由を書きます。--held-on-paper は、すでに開かれた会議を紙の記録から登録するときに書きます。\n\n"
        "  govflow meeting call cio_council --at 2025-09-05T10:00 --place 第一会議室",
        "Call a meeting.\n\n"
        "A notice shorter than the charter's needs a reason: --shortened. --held-on-paper is for a meeting that was held"
        " already and is recorded afterwards.\n\n"
        "  govflow meeting call cio_council --at 2025-09-05T10:00 --place 'room 1'",
    ),
    "meeting.cancel": (
        "開会前の会議を理由を添えて中止します。",
        "Cancel a meeting before it is opened, with a reason.",
    ),
    "meeting.gather": (
        "会議体を待つものをすべて議題に載せます。\n\n"
        "議題待ちの案件、了承を待つ書面審議の結果、前の会議から継続した議題が対象です。",
        "Put everything that waits for the body on the agenda.\n\n"
        "That is proposals that wait for it, results of written procedures to be noted, and what was carried over.",
    ),
    "meeting.add": (
        "案件または件名のある事項を議題に載せます。\n\n"
        "議決権のある会議体の案件は議決、ほかは討議が既定です。今年度に議決済みの案件には --new-facts が必要です。",
        "Put a proposal, or a matter with a title, on the agenda.\n\n"
        "A proposal comes to be decided where the body decides, everything else to be discussed, unless --section says"
        " otherwise. A proposal that was decided this fiscal year needs --new-facts.",
    ),
    "meeting.move": (
        "議題の順番、区分、一括・個別の別を変えます。",
        "Give items another place, section or part of the agenda.",
    ),
    "meeting.take-out": (
        "一括審議から議題を外し、個別審議とします。どの席も求めることができます。",
        "Take an item out of the consent part into discussion, as any seat may ask.",
    ),
    "meeting.remove": ("議題を理由を添えて外します。", "Take an item off the agenda, with a reason."),
    "meeting.reply": (
        "招集に回答します：本人の出欠、または代理（代理届）。\n\n"
        "  govflow meeting reply CIO-2025-M001 --attends no --alternate mof.dcio",
        "Reply to the call: whether the holder comes, or who sits in.\n\n"
        "  govflow meeting reply CIO-2025-M001 --attends no --alternate mof.dcio",
    ),
    "meeting.proxy": (
        "欠席する席の票を、ほかの席に委任します（委任状）。",
        "Let another seat vote for a seat that is away.",
    ),
    "meeting.forecast": (
        "回答から出席の見込みと定足数を示します。",
        "Show who will come by the replies, against the quorum.",
    ),
    "meeting.paper": (
        "資料を加え、または差し替えます。ファイルは保存せず、内容の SHA-256 を記録します。",
        "Add a paper, or replace one. The file is not kept: the SHA-256 of its content is.",
    ),
    "meeting.papers": ("資料の一覧を SHA-256 とともに示します。", "List the papers with their SHA-256."),
    "meeting.check-papers": (
        "フォルダーに資料がそのままそろっているか調べます。そろっていなければ、終了コードは 10 です。",
        "Check whether a folder holds every paper unchanged. The exit code is 10 when it does not.",
    ),
    "meeting.open": (
        "会議を開会します。定足数と議長となる者の出席が必要です。\n\n"
        "  govflow meeting open CIO-2025-M001 --as-replied",
        "Open a meeting. It needs its quorum, and somebody who presides.\n\n"
        "  govflow meeting open CIO-2025-M001 --as-replied",
    ),
    "meeting.arrive": ("出席を記録します。", "Record that seats are taken."),
    "meeting.leave": (
        "退席を記録します。定足数を欠けば、会議は同時に休憩となります。",
        "Record that seats are left. Where that loses the quorum, the meeting is suspended at once.",
    ),
    "meeting.suspend": ("会議を理由を添えて休憩とします。", "Interrupt a meeting, with a reason."),
    "meeting.resume": (
        "会議を再開します。定足数が必要です。",
        "Go on with a meeting. It needs its quorum again.",
    ),
    "meeting.call-item": (
        "議題を付議します。そのときの出席が採決の出席となります。",
        "Call an item. Who is there then takes part in deciding it.",
    ),
    "meeting.note-item": (
        "報告・討議の議題を終えます。",
        "Record that a report was heard or a matter discussed.",
    ),
    "meeting.carry-over": (
        "議題を理由を添えて次の会議に継続します。",
        "Put an item off to the next meeting, with a reason.",
    ),
    "meeting.end": (
        "会議を閉会します。終わっていない議題は次の会議に継続します。",
        "End a meeting. What is not settled is carried over to the next one.",
    ),
    "meeting.show": (
        "会議を示します：議題と結果、出席、休憩。",
        "Show a meeting: agenda and results, attendance, pauses.",
    ),
    "meeting.list": ("会議の一覧を示します。", "List the meetings."),
    "meeting.convoke": (
        "招集通知を発行します。\n\n議題と資料は、そのときのものを載せます。\n\n"
        "  govflow meeting convoke CIO-2025-M001 --reply-by 2025-09-03",
        "Issue the notice of a meeting.\n\nIt has the agenda and the papers as they are then.\n\n"
        "  govflow meeting convoke CIO-2025-M001 --reply-by 2025-09-03",
    ),
    "meeting.issue": (
        "議事次第などの文書を発行します。\n\nKIND は agenda（議事次第）、papers（資料一覧）、attendance（出席者名簿）、"
        "commitments（賛否一覧）のいずれかです。後に発行したものが、前のものに代わります。\n\n"
        "  govflow meeting issue CIO-2025-M001 agenda",
        "Issue a document of a meeting.\n\nKIND is agenda, papers, attendance or commitments (how each seat voted)."
        " A later one supersedes the one before.\n\n  govflow meeting issue CIO-2025-M001 agenda",
    ),
    "minutes": ("議事録を扱います。", "Work with the minutes of meetings."),
    "minutes.draft": (
        "記録から議事録案を作成します。\n\n作成し直すと、その後の発言と修正の申出を反映します。",
        "Draw up the minutes from the record.\n\nA further draft takes up what was remarked and corrected since.",
    ),
    "minutes.remark": (
        "議題に発言の記録を加えます。\n\n  govflow minutes remark CIO-2025-M001 3 --text '費用について質疑があった。'",
        "Add words to an item.\n\n  govflow minutes remark CIO-2025-M001 3 --text 'The costs were discussed.'",
    ),
    "minutes.circulate": (
        "議事録案を構成員に回付します。\n\n  govflow minutes circulate CIO-2025-M001 --until 2025-09-12",
        "Send the draft round to the members.\n\n  govflow minutes circulate CIO-2025-M001 --until 2025-09-12",
    ),
    "minutes.correct": (
        "回付中の議事録案に修正を申し出ます。",
        "Ask for a correction of the draft that goes round.",
    ),
    "minutes.sign": (
        "出席した構成員として議事録に署名します。\n\n二人の署名が要ります。最初の署名の後は、記録を変更できません。",
        "Sign the minutes as a member who attended.\n\nTwo have to; since the first signature nothing changes.",
    ),
    "minutes.publish": (
        "非公開の部分を除いた議事要旨を公表します。",
        "Issue the public version, without what is closed.",
    ),
    "minutes.show": (
        "議事録の状況（案、修正の申出、署名）を示します。",
        "Show how the minutes stand: draft, corrections, signatures.",
    ),
    "ballot": ("採決を扱います。", "Work with ballots."),
    "ballot.tally": (
        "採決の結果を、規則と票のファイルから計算します。保管庫は要りません。\n\n"
        "--rule には規則のファイルか付属の規則の名前を書きます。票の position は yes・no・abstain・assent・block・none、"
        "または 賛成・反対・棄権・異議なし・留保 です。\n\n"
        "  govflow ballot tally --rule two_thirds --votes votes.json",
        "Say what a ballot comes to, from a rule and a file of votes; no store is needed.\n\n"
        "--rule is a file or the name of a rule that comes with govflow. A vote's position is yes, no, abstain, assent,"
        " block or none.\n\n"
        "  govflow ballot tally --rule two_thirds --votes votes.json",
    ),
    "ballot.open": (
        "会議体の採決を開きます。\n\n"
        "会議では付議した議題（--meeting と --item）、書面審議では --written、それ以外は --body と --question を指定します。"
        "問い・規則・席・資料は、ここで定まります。事務局か議長が、書面審議は議長が行います。\n\n"
        "  govflow ballot open --meeting CIO-2025-M001 --item 3\n"
        "  govflow ballot open --body cio_council --question '共通基盤を採用する'",
        "Open a ballot of a body.\n\n"
        "In a meeting on an item that was called (--meeting and --item), in writing (--written), or on a question that"
        " members answer by a day (--body and --question). Question, rule, seats and papers are frozen. The secretariat"
        " or the chair does it, in writing the chair.\n\n"
        "  govflow ballot open --meeting CIO-2025-M001 --item 3\n"
        "  govflow ballot open --body cio_council --question 'Adopt the shared platform'",
    ),
    "ballot.object": (
        "異議の有無を問われたときに異議を述べます。個別の表決に移ります。",
        "Object, where the chair has asked: the votes are counted then.",
    ),
    "ballot.no-objection": (
        "異議がなかったことを記録し、採決を終了します。",
        "Record that nobody objected, and close the ballot.",
    ),
    "ballot.consent": (
        "一括審議の議題に異議がなかったことを記録し、すべてを決します。\n\n"
        "  govflow ballot consent CIO-2025-M001 --except 7",
        "Record that nobody objected to the consent part, and decide all of its items.\n\n"
        "  govflow ballot consent CIO-2025-M001 --except 7",
    ),
    "ballot.unrecuse": (
        "除斥の申し出を取り消します。申し出た人が行います。",
        "Take a declaration of conflict back: by who made it.",
    ),
    "ballot.correct": (
        "事務局が書き誤った表決を訂正します。議事録の署名の前で、結果が変わらないときに限ります。",
        "Correct what the secretariat wrote down wrongly, before the minutes are signed; the outcome stays.",
    ),
    "ballot.escalate": (
        "この会議体で決められない採決を終え、上位の会議体に付します。除斥が過半のときなどに行います。",
        "End a ballot that this body cannot decide, because most are recused: it is for the body above.",
    ),
    "ballot.abolish": (
        "組織からなくなった席を採決から外します。",
        "Take a seat out of a ballot that the organisation no longer has.",
    ),
    "meeting.amend": (
        "付議した議題に修正案を提出します。原案より先に採決します。\n\n"
        "  govflow meeting amend CIO-2025-M001 3 --kind amount --amount 80000000 --text '減額する'",
        "Move an amendment of an item that was called; it is voted on before the main question.\n\n"
        "  govflow meeting amend CIO-2025-M001 3 --kind amount --amount 80000000 --text 'Reduce it'",
    ),
    "ballot.cast": (
        "席の表決を記録します。\n\n"
        "POSITION は yes・no・abstain・assent・block、または 賛成・反対・棄権・異議なし・留保 です。席の職に今日就いている人が"
        "行います。\n\n"
        "  govflow ballot cast CIO-2025-B001 賛成",
        "Take the position of a seat.\n\n"
        "POSITION is yes, no, abstain, assent or block. Whoever holds the seat's office today does it.\n\n"
        "  govflow ballot cast CIO-2025-B001 yes",
    ),
    "ballot.record": (
        "会議で述べられた各席の表決を、事務局がまとめて記録します。一つでも認められなければ、何も記録しません。\n\n"
        "POSITION は ballot cast と同じです。理由は「席=表決:理由」と書きます。--others は、出席していてまだ答えていない"
        "ほかのすべての席の表決です。紙の記録から登録する会議では --at で時刻を書きます。\n\n"
        "  govflow ballot record CIO-2025-B012 mof.cio=反対:費用が不明 meti.cio=棄権 --others 賛成",
        "Write down at once what the seats said in the room: all of it is recorded, or none. The secretariat does it.\n\n"
        "POSITION is as in ballot cast; SEAT=POSITION:TEXT gives the reason with it. --others is the position of every"
        " other seat that is present and has not answered. In a meeting recorded from paper, --at is when it was.\n\n"
        "  govflow ballot record CIO-2025-B012 mof.cio=no:'The costs are not known.' meti.cio=abstain --others yes",
    ),
    "ballot.recuse": (
        "利害関係を申し出て、採決から退きます。理由が必要です。",
        "Leave a ballot for a conflict of interest, with a reason.",
    ),
    "ballot.close": (
        "採決を終了し、結果を示します。\n\n締切の前は、残る答えで結果が変わらないときだけ終了できます。",
        "Close a ballot and say its outcome.\n\nBefore its deadline only if no answer that is out can change the outcome.",
    ),
    "ballot.casting-vote": (
        "可否同数を議長が裁決します。理由が必要です。\n\n"
        "紙の記録から登録する会議では、議長の裁決を事務局が --recorded-for で記録します。",
        "Decide a tie as the chair, with a reason.\n\n"
        "In a meeting recorded from paper, the secretariat records the casting vote of whoever chaired, with --recorded-for.",
    ),
    "ballot.withdraw": (
        "採決を結果なしに取り下げます。理由が必要です。",
        "End a ballot without a tally, with a reason.",
    ),
    "ballot.show": (
        "採決の問い・席・賛否と、今の数え方での結果を示します。",
        "Show a ballot: question, seats, positions, and what they come to.",
    ),
    "ballot.list": ("採決の一覧を示します。", "List the ballots."),
    "decision": ("決定台帳を扱います。", "Work with the decision register."),
    "decision.list": ("決定の一覧を示します。", "List the decisions, and whether they hold."),
    "decision.show": (
        "決定を示します：内容・賛否・ほかの決定との関係・両方の版のダイジェスト。\n\n"
        "NUMBER は CIO-2025-D001、または印字された番号です。\n\n"
        "  govflow decision show 令和7年度CIO連絡会議決定第1号 --public",
        "Show a decision: what, how each seat voted, what bears on it, and the digests of both versions.\n\n"
        "NUMBER is CIO-2025-D001, or the number as documents print it.\n\n"
        "  govflow decision show CIO-2025-D001 --public",
    ),
    "decision.text": (
        "決定の文を JSON で示します。保存したものは govflow decision verify で確かめられます。\n\n"
        "  govflow decision text CIO-2025-D001 --public > decision.json",
        "Print the text of a decision as JSON; what was saved can be checked with govflow decision verify.\n\n"
        "  govflow decision text CIO-2025-D001 --public > decision.json",
    ),
    "decision.verify": (
        "手元のファイルが、決定の全文か公開版か、どちらでもないかを確かめます。",
        "Say whether a file is the full or the public version of a decision, or neither.",
    ),
    "decision.commitments": (
        "賛否の一覧：どの席が、いつ、どのように賛否を示したか。\n\n"
        "  govflow decision commitments --ministry mof",
        "The commitment register: which seat took which position, when and how.\n\n"
        "  govflow decision commitments --ministry mof",
    ),
    "decision.reconsider": (
        "決定を取り消すかどうかを、新しい事実に基づいて会議体の表決に付します。\n\n"
        "会議では --meeting と、付議した議題の --item を書きます。可決されると、決定は取り消されます。\n\n"
        "  govflow decision reconsider CIO-2025-D001 --new-facts '費用が倍になった'",
        "Put it to the vote whether a decision is taken back, on new facts.\n\n"
        "In a sitting name the --meeting and the --item that was called. If it is passed, the decision is rescinded.\n\n"
        "  govflow decision reconsider CIO-2025-D001 --new-facts 'The cost has doubled'",
    ),
    "decision.appeal": (
        "決定に対し、設置要綱の定める会議体へ不服を申し立てます。\n\n"
        "決定に関わった人は審査に加わりません。\n\n"
        "  govflow decision appeal CIO-2025-D001 --asks remand --grounds '算定の誤り'",
        "Appeal against a decision, to the body that the charter names.\n\n"
        "Nobody who took part in the decision hears it.\n\n"
        "  govflow decision appeal CIO-2025-D001 --asks remand --grounds 'The cost was added up wrongly'",
    ),
    "decision.emergency": (
        "緊急のとき、設置要綱の定める人が単独で決定します。会議体が追認しなければ失効します。\n\n"
        "  govflow decision emergency --body cio_council --question 'ネットワークを遮断する' --reason '攻撃を受けている'",
        "Decide alone in an emergency, as whom the charter names; unless the body ratifies it, it lapses.\n\n"
        "  govflow decision emergency --body cio_council --question 'Cut the network off' --reason 'An attack is under way'",
    ),
    "rules": ("採決の規則を扱います。", "Work with the rules of ballots."),
    "rules.list": ("付属の規則の一覧を示します。", "List the rules that come with govflow."),
    "rules.explain": (
        "規則を文章と真理値表で説明します。\n\n"
        "表は、同じ重さの席が並ぶ小さな会議体のものです。--json ではすべての組み合わせを示します。\n\n"
        "  govflow rules explain simple_majority --seats 7",
        "Explain a rule in words and by its truth table.\n\n"
        "The table is that of a small body of equal seats; --json has every combination.\n\n"
        "  govflow rules explain simple_majority --seats 7",
    ),
}
