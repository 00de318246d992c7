"""Ballots held in a store: why an act on one is refused, and how one reads to people."""

TEXTS = {
    # why there is no ballot
    "no_question": (
        "問う事項がありません。question に書いてください。",
        "There is no question. State what is to be decided.",
    ),
    "no_rule": (
        "会議体「{body}」の設置要綱に規則がありません。rule で規則を指定してください。",
        "The charter of '{body}' states no rule. Name one for this ballot.",
    ),
    "rule_given": (
        "{body}の規則は設置要綱で定まっています。rule を外してください。変えるときは設置要綱を改めます。",
        "The charter of {body} states its rule. Leave out the rule given, or change the charter.",
    ),
    "no_override": (
        "{body}の設置要綱に、留保を覆す規則（other_rules.override）がありません。留保した席に取り下げを求めてください。",
        "The charter of {body} has no rule for lifting blocks (other_rules.override). Ask the seats that block.",
    ),
    "silence_in_writing": (
        "無回答を答えとみなす規則は、書面審議でだけ使えます。ほかの規則にしてください。",
        "A rule that takes silence for an answer is for the written procedure only. Use another rule.",
    ),
    "nobody_chairs": (
        "可否同数を決する議長（{chairs}）に、出席できる在職者がいません。組織を直すか、ほかの規則にしてください。",
        "Ties go to the chair, but nobody is there to chair ({chairs}). Correct the organisation, or use another rule.",
    ),
    "no_seats": (
        "会議体「{body}」に、表決権があって職が組織にある席がありません。組織か設置要綱を直してください。",
        "No voting seat of '{body}' has an office in the organisation. Correct the organisation or the charter.",
    ),
    "no_such_body": (
        "共同で決定する会議体「{body}」は設置されていません（自らを除く）。名前を確かめてください。",
        "There is no other body '{body}' in force to decide jointly with. Check its name.",
    ),
    "closes_in_past": (
        "締切 {closes_at} は過ぎています。これからの日時にしてください。",
        "The deadline {closes_at} is past. Give one that is still to come.",
    ),
    "closes_too_soon": (
        "締切 {closes_at} は、設置要綱が定める期間より早いです。{earliest} の 17:00 以降にしてください。",
        "The deadline {closes_at} leaves less time than the charter asks for. Make it {earliest} at 17:00 or later.",
    ),
    "no_deadline": (
        "書面審議には締切が必要です。closes_at に書いてください。",
        "A written procedure needs a deadline. State it as closes_at.",
    ),
    "item_not_called": (
        "会議「{meeting}」の議題 {item} は付議されていません。govflow meeting call-item で付議してください。",
        "Item {item} of the meeting {meeting} was not called. Call it: govflow meeting call-item",
    ),
    "not_to_decide": (
        "議題 {item} は議決の議題ではありません。govflow meeting note-item で記録してください。",
        "Item {item} is not on the agenda to be decided. Note it instead: govflow meeting note-item",
    ),
    "override_elsewhere": (
        "採決「{ballot}」は会議体「{body}」のものです。留保を覆せるのは、その会議体だけです。",
        "The ballot {ballot} is one of '{body}'. Only that body lifts its blocks.",
    ),
    "override_too_late": (
        "採決「{ballot}」は留保のほかの理由で終わっています。覆す留保はもうありません。",
        "The ballot {ballot} has ended, and not for its blocks. There is nothing left to lift.",
    ),
    "no_return": (
        "案件「{proposal}」の手続には、会議体による差戻しがありません。継続（defer）を求めてください。",
        "The workflow of {proposal} does not let this body return it. Move to defer it instead.",
    ),
    "running": (
        "議題 {item} では採決「{ballot}」が続いています。先に終えてください。",
        "The ballot {ballot} on item {item} is still going on. End it first.",
    ),
    "waits_jointly": (
        "同じ内容の共同の採決「{ballot}」がまだ確定していません。その採決を終えるか、ほかの会議体の議決をお待ちください。",
        "The ballot {ballot} of this body on the same text is not settled. End it, or wait for the other bodies.",
    ),
    "unknown": (
        "採決「{reference}」はありません{hint}。一覧：govflow ballot list",
        "There is no ballot '{reference}'{hint}. See: govflow ballot list",
    ),
    "no_block": (
        "採決「{ballot}」に、効力のある留保はありません。",
        "No block stands in the ballot {ballot}.",
    ),
    # amendments and the consent part
    "no_such_amendment": (
        "議題 {item} に修正案 {amendment} はありません。番号を確かめてください。",
        "Item {item} has no amendment {amendment}. Check its number.",
    ),
    "amendment_first": (
        "議題 {item} では、先に修正案 {amendment} を採決します（原案から最も遠いもの）。--amendment {amendment} としてください。",
        "On item {item} amendment {amendment} is voted on first: it departs furthest. Use --amendment {amendment}.",
    ),
    "amendment_decided": (
        "議題 {item} の修正案 {amendment} は、すでに決まったか、対象を失っています。",
        "Amendment {amendment} of item {item} is decided already, or has lost its object.",
    ),
    "question_put": (
        "原案はすでに採決に付されています。修正案は、その前に提出してください。",
        "The main question was put to the vote already. Amendments are moved before that.",
    ),
    "amendment_without_text": (
        "修正案の文章がありません。--text で書いてください。",
        "The amendment has no text. Add it with --text.",
    ),
    "condition_repeated": (
        "同じ文面の条件「{text}」の修正案があります。区別できる文面にしてください。",
        "The condition '{text}' was moved already. Word it so that the two can be told apart.",
    ),
    "amendment_amount": (
        "金額は、金額の修正案にだけ、必ず示してください（--amount）。",
        "An amendment of the amount states it, and no other does (--amount).",
    ),
    "amendment_condition": (
        "条件は、条件の修正案にだけ、必ず示してください（--condition）。",
        "An amendment that adds a condition states it, and no other does (--condition).",
    ),
    "amendment_only_reduces": (
        "金額 {amount:,} 円は、要求額 {asked:,} 円より少なくありません。修正案は減額だけです。",
        "{amount:,} yen is not less than the {asked:,} yen asked for. An amendment only reduces.",
    ),
    "nothing_to_consent": (
        "会議「{meeting}」に、これから一括審議する議題はありません。",
        "No item of the consent part of the meeting {meeting} is still to be decided.",
    ),
    "block_in_consent": (
        "議題 {item} には効力のある留保があり、一括審議できません。--except {item} で個別審議に移してください。",
        "A block stands on item {item}, which cannot go through by consent. Take it out with --except {item}.",
    ),
    # who may not
    "not_officer": (
        "{person} さんは{body}の採決を扱う職（役割 {roles}）に就いていません。その職の方に依頼してください。",
        "{person} holds no office that runs the ballots of {body} (roles {roles}). Ask somebody who does.",
    ),
    "not_secretariat": (
        "{person} さんは事務局（役割 {role}）の職に就いていないため、ほかの席の表決を記録できません。",
        "{person} holds no office of the secretariat (role {role}) and cannot record for other seats.",
    ),
    "not_holder": (
        "{person} さんは、この席（{seats}）について答える立場にありません。在職者に依頼してください。",
        "{person} does not speak for this seat now ({seats}). Ask its holder.",
    ),
    "not_chair": (
        "これができるのは議長（{chair}）だけです。議長に依頼してください。",
        "Only who chairs ({chair}) may do this. Ask for it there.",
    ),
    "not_in_the_room": (
        "{person} さんは会議に出席していません（席 {seats}）。この規則では書面の表決を数えません。出席を記録してから表決してください。",
        "{person} is not in the meeting (seat {seats}), and the rule counts no written votes. Come in first.",
    ),
    "nobody_there": (
        "席「{seat}」には誰も出席していません。出席している席だけを記録できます。",
        "Nobody sits on the seat '{seat}'. Only what is said in the room is written down.",
    ),
    # why not now, or not so
    "is_asked": (
        "採決「{ballot}」は異議の有無を問うています。govflow ballot object か no-objection で答えを記録してください。",
        "The ballot {ballot} asks for objections first. Record the answer: govflow ballot object, or no-objection.",
    ),
    "is_open": (
        "採決「{ballot}」はまだ受付中です。先に終了してください。",
        "The ballot {ballot} is still open. Close it first.",
    ),
    "is_waiting_for_casting_vote": (
        "採決「{ballot}」は議長の裁決を待っています。govflow ballot casting-vote で裁決してください。",
        "The ballot {ballot} waits for the casting vote. Cast it: govflow ballot casting-vote",
    ),
    "is_closed": (
        "採決「{ballot}」は終了しています。",
        "The ballot {ballot} is closed.",
    ),
    "is_withdrawn": (
        "採決「{ballot}」は取り下げられています。",
        "The ballot {ballot} is withdrawn.",
    ),
    "is_escalated": (
        "採決「{ballot}」は、上位の会議体に付されています。",
        "The ballot {ballot} was passed on to the body above.",
    ),
    "too_late": (
        "採決「{ballot}」の締切 {closes_at} を過ぎています。この採決ではもう表決できません。",
        "The deadline of the ballot {ballot}, {closes_at}, is past. It takes no more answers.",
    ),
    "item_left": (
        "議題 {item} の案件「{proposal}」は、すでにこの会議の手続を離れています。議題から外すか、その議題を除いて諮ってください。",
        "The proposal {proposal} of item {item} is no longer before this meeting."
        " Take the item off the agenda, or leave it out of the question.",
    ),
    "not_in_session": (
        "会議は審議中ではありません（{state}）。再開してから行ってください。",
        "The meeting is not in session ({state}). Resume it first.",
    ),
    "papers_replaced": (
        "採決「{ballot}」の資料が差し替えられています。取り下げて、新しい資料で採決を開いてください。",
        "A paper of the ballot {ballot} was replaced. Withdraw it, and open another on the new papers.",
    ),
    "papers_unchanged": (
        "採決「{ballot}」の資料は差し替えられていません。",
        "No paper of the ballot {ballot} was replaced.",
    ),
    "proposal_left": (
        "案件「{proposal}」はすでに審議を離れています。採決「{ballot}」は取り下げるほかありません。",
        "The proposal {proposal} has left deliberation. The ballot {ballot} can only be withdrawn.",
    ),
    "not_joint": (
        "採決「{ballot}」は、ほかの会議体と共に今決まるものではありません。",
        "The ballot {ballot} is none that other bodies decide together with it now.",
    ),
    "not_settled": (
        "採決「{ballot}」は締切（{closes_at}）の前で、結果がまだ変わり得ます。答えがそろうか締切になるのを待ってください。",
        "The ballot {ballot} (deadline: {closes_at}) may still change its outcome. Wait for the answers or the deadline.",
    ),
    "not_waiting": (
        "採決「{ballot}」は議長の裁決を待っていません。可否同数で終了したときに裁決してください。",
        "The ballot {ballot} does not wait for a casting vote. Cast it once the ballot was closed as a tie.",
    ),
    "decided": (
        "採決「{ballot}」の結果はもう決まっています。取り下げずに終了してください。",
        "The ballot {ballot} is as good as decided. Close it instead of withdrawing it.",
    ),
    "can_be_decided": (
        "採決「{ballot}」はこの会議体で決められます。除斥が過半のとき、または裁決できる人がいないときだけ上位に付議します。",
        "This body can decide the ballot {ballot}. It goes up only if most seats are recused, or nobody may cast.",
    ),
    "unknown_seat": (
        "席「{seat}」は採決「{ballot}」にありません。席の名前を確かめてください。",
        "The ballot {ballot} has no seat '{seat}'. Check its name.",
    ),
    "seat_gone": (
        "席「{seat}」の職は組織からなくなりました。govflow ballot abolish {ballot} {seat} で採決から外してください。",
        "The organisation no longer has the seat '{seat}'. Take it out: govflow ballot abolish {ballot} {seat}",
    ),
    "seat_stays": (
        "席「{seat}」の職は組織にあります。廃止された席だけを外せます。",
        "The organisation still has the seat '{seat}'. Only an abolished one is taken out.",
    ),
    "name_the_seat": (
        "どの席のことか分かりません。--seat で一つを指定してください（{seats}）。",
        "It is not clear which seat is meant. Name one with --seat ({seats}).",
    ),
    "recused": (
        "席「{seat}」は除斥されているため、表決に加われません。",
        "The seat '{seat}' is recused and has no vote.",
    ),
    "conflicted": (
        "{person} さんはこの採決から除斥されており、どの席についても表決できません。",
        "{person} is recused from this ballot and votes for no seat.",
    ),
    "recused_already": ("席「{seat}」はすでに除斥されています。", "The seat '{seat}' is recused already."),
    "not_recused": (
        "席「{seat}」について、取り消せる除斥の申し出はありません。",
        "The seat '{seat}' has declared no conflict that could be taken back.",
    ),
    "block_first": (
        "席「{seat}」の留保が効力を持っています。先に別の表決をしてから除斥を申し出てください。",
        "A block of the seat '{seat}' stands. Say something else first, and declare the conflict then.",
    ),
    "counted_already": (
        "{person} さんの表決はすでに数えられています。除斥は採決の終了の前に申し出ます。",
        "The vote of {person} is counted already. A conflict is declared before the close.",
    ),
    "chair_only_casts": (
        "この規則では議長「{seat}」は裁決にのみ加わります。可否同数になってから裁決してください。",
        "Under this rule the chair '{seat}' only casts. Wait for a tie.",
    ),
    "no_position": (
        "none は表決ではありません。賛成・反対・棄権などを書いてください。",
        "'none' is no position. Say yes, no or abstain.",
    ),
    "not_asked": (
        "異議なしは、異議の有無を問うたときの答えです。賛成・反対・棄権のいずれかにしてください。",
        "Assent is the answer where objections were asked for. Say yes, no or abstain.",
    ),
    "block_unknown": (
        "この規則に留保はありません。賛成・反対・棄権のいずれかにしてください。",
        "This rule does not provide for blocks. Say yes, no or abstain.",
    ),
    "block_without_text": (
        "留保には理由の文章が必要です。--text（ballot record では「席=留保:理由」）で書いてください。",
        "A block needs a text that says why. Add it with --text (in ballot record SEAT=block:TEXT).",
    ),
    "cast_in_person": (
        "席「{seat}」は自ら表決しています。ほかの人の記録で置き換えることはできません。",
        "The seat '{seat}' voted in person, and nobody records over that.",
    ),
    "voted_already": (
        "席「{seat}」はすでに表決しており、この規則では変更できません。",
        "The seat '{seat}' has voted, and under this rule no vote is changed.",
    ),
    "principal_spoke": (
        "席「{seat}」は本人が表決しています。代理の表決より本人の表決が優先します。",
        "The holder of the seat '{seat}' has voted, and goes before whoever stands in.",
    ),
    "not_recorded": (
        "席「{seat}」に、事務局が記録した表決はありません。訂正できるのは記録した表決だけです。",
        "Nothing was written down for the seat '{seat}'. Only what was can be corrected.",
    ),
    "signed": (
        "採決「{ballot}」の議事録は署名されたか、会議の採決ではありません。記録はもう訂正できません。",
        "The minutes of the ballot {ballot} are signed, or it was in no meeting. The record is not corrected any more.",
    ),
    "changes_outcome": (
        "この訂正で採決「{ballot}」の結果が変わります。訂正ではなく再議が必要です。",
        "This would change the outcome of the ballot {ballot}. It takes a reconsideration, not a correction.",
    ),
    "not_to_be_noted": (
        "採決「{ballot}」は、会議への報告を待つ書面審議ではありません。",
        "The ballot {ballot} is no written procedure that still has to be noted.",
    ),
    "casting_decides": (
        "裁決は賛成か反対のいずれかです。どちらかにしてください。",
        "A casting vote decides: it is yes or no. Say one of them.",
    ),
    "reason_missing": (
        "理由がありません。--reason で書いてください。",
        "There is no reason. Add it with --reason.",
    ),
    "unknown_token": (
        "表決「{token}」は読めません{hint}。{known} のいずれかを書いてください。",
        "'{token}' is no position{hint}. Write one of {known}.",
    ),
    # what the record of a ballot may not hold
    "record_act": ("採決の行為ではありません（{act}）。", "There is no such act on a ballot ({act})."),
    "record_actor": (
        "記録の行為者が、確かめた事実の行為者と異なります。",
        "Whom the entry names is not whom its facts are about.",
    ),
    "record_note": (
        "記録の注記が、行為の理由「{note}」と異なります。",
        "The note of the entry is not the reason of the act ('{note}').",
    ),
    "record_time": ("時刻 {at} が記録の時刻と合いません。", "The time {at} is not that of the entry."),
    "record_charter": ("設置要綱が採決のものと異なります。", "The charter is not that of the ballot."),
    "record_role": (
        "役割「{role}」の行為ではありません。",
        "It is no act of the role '{role}'.",
    ),
    "record_facts": (
        "確かめた事実が、当時の {of} の記録と合いません。",
        "Its facts are not what the record has of {of} at that time.",
    ),
    "record_opening": (
        "開いた採決が、当時の設置要綱・組織・議題から定まるものと異なります。",
        "The ballot is not what charter, organisation and agenda gave when it was opened.",
    ),
    "record_differs": (
        "行為の結果が、記録された採決と異なります。",
        "The act does not make the ballot that is recorded.",
    ),
    # how a ballot reads
    "state_asked": ("異議の有無を確認中", "objections asked for"),
    "state_open": ("受付中", "open"),
    "state_waiting_for_casting_vote": ("議長裁決待ち", "waiting for the casting vote"),
    "state_closed": ("終了", "closed"),
    "state_withdrawn": ("取下げ", "withdrawn"),
    "state_escalated": ("上位へ付議", "escalated"),
    "position_yes": ("賛成", "yes"),
    "position_no": ("反対", "no"),
    "position_abstain": ("棄権", "abstain"),
    "position_assent": ("異議なし", "assent"),
    "position_block": ("留保", "block"),
    "via_own": ("本人", "in person"),
    "via_written": ("書面", "in writing"),
    "via_alternate": ("代理出席", "alternate"),
    "via_proxy": ("委任状", "proxy"),
    "recused_for": ("除斥：{reason}", "recused: {reason}"),
    "own_ministry": ("自府省庁の案件", "proposal of the own ministry"),
    "casting_in_person": ("{position}（{by}）：{reason}", "{position}, {by}: {reason}"),
    "casting_recorded": (
        "{position}（{by}、記録 {recorder}）：{reason}",
        "{position}, {by} (recorded by {recorder}): {reason}",
    ),
    "said_via": ("{position}（{via}）", "{position} ({via})"),
    "recorded_by": ("{position}（記録：{recorder}）", "{position} (recorded by {recorder})"),
    "all_recorded_by": ("表決の記録：{recorder}", "All positions recorded by {recorder}"),
    "with_text": ("{position}：{text}", "{position}: {text}"),
    "block_age": ("{position}（{days} 日前から）", "{position} (for {days} days)"),
    "block_from": ("{position}（採決「{source}」から）", "{position} (from the ballot {source})"),
    "said_before": ("{position}（前は {earlier}）", "{position} (before: {earlier})"),
    "objected": (
        "席「{seat}」に異議があり、個別に表決",
        "the seat {seat} objected, so the votes are counted",
    ),
    "shown": ("採決「{ballot}」：{question}", "Ballot {ballot}: {question}"),
    "put_amendment": ("修正案：{question}", "Amendment: {question}"),
    "put_override": ("留保の解除：{question}", "Override: {question}"),
    "told_asked": ("議長が異議の有無を諮ります。", "The chair asks whether anybody objects."),
    "told_decision": ("決定番号：{decision}", "Decision: {decision}"),
    "told_proposal": (
        "案件「{proposal}」の状態：{proposal_state_title}",
        "Proposal {proposal} is now in '{proposal_state_title}'.",
    ),
    "told_stays": (
        "決定前の状態に戻せない案件があります。取扱いを決めてください：{stays}",
        "What cannot be taken back to before the decision and has to be dealt with by hand: {stays}",
    ),
    "next_step": ("次の手続：{command}", "Next: {command}"),
    "repeated": (
        "このキーはすでに使われています。最初の結果を示します。",
        "This key was used before: this is the first result.",
    ),
    # joint decisions
    "cannot_put": (
        "{body}は案件「{proposal}」を採決に付すことができません（議決の定めがないか、案件の流れがその議題に上げず、書面審議の定めもありません）。"
        "その会議体を除くか、設置要綱を直してください。",
        "The {body} cannot put {proposal} to the vote: it has no rule, or the workflow brings it on none of its agendas and"
        " its charter provides for no written procedure. Leave the body out, or correct its charter.",
    ),
}
