"""Meetings: why an act on one is refused, and how one reads to people."""

TEXTS = {
    # who may not
    "not_officer": (
        "{person} さんは{body}の会議を扱う職（役割 {roles}）に就いていません。その職の方に依頼してください。",
        "{person} holds no office that does this in meetings of {body} (roles {roles}). Ask somebody who does.",
    ),
    "not_holder": (
        "{person} さんは会議「{meeting}」のこれらの席（{seats}）に就いていません。在職者に依頼してください。",
        "{person} holds none of these seats of the meeting {meeting} ({seats}). Ask their holders.",
    ),
    "name_the_seat": (
        "どの席のことか分かりません。--seat で一つを指定してください（{seats}）。",
        "It is not clear which seat is meant. Name one with --seat ({seats}).",
    ),
    "speaker_unclear": (
        "席「{seat}」の在職者が一人ではありません（{holders} 人）。誰の申し出か定まらないため、記録できません。",
        "The seat '{seat}' has no single holder (holders: {holders}), so that nobody knows who said it.",
    ),
    # what there is not
    "unknown": (
        "会議「{reference}」はありません{hint}。一覧：govflow meeting list",
        "There is no meeting '{reference}'{hint}. See: govflow meeting list",
    ),
    "no_such_seat": (
        "席「{seat}」は会議「{meeting}」にありません{hint}。",
        "The meeting {meeting} has no seat '{seat}'{hint}.",
    ),
    "unknown_seat": (
        "席「{seat}」は会議「{meeting}」にありません。govflow meeting show {meeting} で席の名前を確かめてください。",
        "The meeting {meeting} has no seat '{seat}'. See its seats with govflow meeting show {meeting}",
    ),
    "unknown_item": (
        "議題 {item} は会議「{meeting}」にありません。議題の番号を確かめてください。",
        "The meeting {meeting} has no item {item}. Check its number.",
    ),
    "unknown_paper": (
        "資料 {paper} は会議「{meeting}」にありません。資料の番号を確かめてください。",
        "The meeting {meeting} has no paper {paper}. Check its number.",
    ),
    "unknown_word": (
        "「{word}」は使えません{hint}。{known} のいずれかを書いてください。",
        "'{word}' is not known{hint}. Write one of {known}.",
    ),
    # the call
    "no_place": ("場所がありません。--place で書いてください。", "There is no place. Add it with --place."),
    "no_seats": (
        "会議体「{body}」に、組織に職のある席がありません。組織か設置要綱を直してください。",
        "No seat of '{body}' has an office in the organisation. Correct the organisation or the charter.",
    ),
    "in_past": (
        "開催日時 {at} は過ぎています。これからの日時にするか、紙の記録から登録する会議なら --held-on-paper を付けてください。",
        "{at} is past. Give a time that is still to come, or name the source with --held-on-paper if it was held already.",
    ),
    "paper_to_come": (
        "開催日時 {at} はこれからです。--held-on-paper は、すでに開かれた会議の記録に使います。",
        "{at} is still to come. --held-on-paper is for a meeting that was held already.",
    ),
    "paper_shortened": (
        "すでに開かれた会議に招集期間の短縮はありません。--shortened を外してください。",
        "A meeting that was held already needs no shorter notice. Leave --shortened out.",
    ),
    "short_notice": (
        "{day} の開催では招集期間が足りません（最も早くて {earliest}）。短縮するなら --shortened で理由を書いてください。",
        "{day} leaves less notice than the charter asks for ({earliest} at the earliest). Give a reason with --shortened.",
    ),
    "notice_suffices": (
        "{day} の開催では招集期間が足りています（最も早くて {earliest}）。--shortened を外してください。",
        "{day} leaves the notice that the charter asks for ({earliest} at the earliest). Leave --shortened out.",
    ),
    # when, and in which state
    "wrong_state": (
        "会議「{meeting}」は{state}です。この行為ができるのは、{allowed}の会議だけです。",
        "The meeting {meeting} is {state}. This is done while it is: {allowed}.",
    ),
    "item_settled": (
        "議題 {item} は{state}です。この行為ができるのは、{allowed}の議題だけです。",
        "Item {item} is {state}. This is done while it is: {allowed}.",
    ),
    "before_its_time": (
        "会議「{meeting}」は {at} に招集されています。それより前に開くときは、理由を書いてください。",
        "The meeting {meeting} was called for {at}. State a reason to open it earlier.",
    ),
    "other_day": (
        "会議「{meeting}」は {day} に招集されています（行為の日は {today}）。その日に行うか、招集し直してください。",
        "The meeting {meeting} was called for {day}, and this is {today}. Do it on that day, or call another meeting.",
    ),
    "ahead_of_clock": (
        "{at} はこれからの時刻です。すでに起きたことの時刻を書いてください。",
        "{at} is still to come. Give the time at which it happened.",
    ),
    "runs_back": (
        "{at} は、記録済みの最後の時刻 {latest} より前です。それ以後の時刻を書いてください。",
        "{at} lies before the last time on record, {latest}. Give one that does not.",
    ),
    "no_reason": (
        "理由がありません。--reason で書いてください。",
        "There is no reason. Add it with --reason.",
    ),
    # who is there
    "no_quorum": (
        "定足数に達していません：{of} 席のうち {needed} 席が必要ですが、出席は {attending} 席です（あと {missing} 席）。",
        "No quorum: {attending} of {of} seats are there and {needed} have to be, {missing} more.",
    ),
    "nobody_presides": (
        "議長となる職（{chairs}）の在職者が出席していません。出席を記録してから行ってください。",
        "Nobody is there to preside (one of {chairs} in person). Record who is, and try again.",
    ),
    "no_seat_named": ("席を一つ以上指定してください。", "Name at least one seat."),
    "one_seat": (
        "代理の職や出席者を指定できるのは、席が一つのときだけです。席ごとに記録してください。",
        "An alternate or a person belongs to one seat. Record each such seat by itself.",
    ),
    "seat_twice": (
        "席「{seat}」が二度書かれています。一つにしてください。",
        "The seat '{seat}' is named twice.",
    ),
    "there_already": ("席「{seat}」はすでに出席です。", "Somebody is on the seat '{seat}' already."),
    "not_there": ("席「{seat}」は出席していません。", "Nobody is on the seat '{seat}'."),
    "no_alternate": (
        "職「{office}」は席「{seat}」の代理にはなれません。代理になれる職：{alternates}",
        "The office '{office}' cannot sit in for '{seat}'. These can: {alternates}",
    ),
    "nobody_holds": (
        "その日、職「{office}」に在職者がいません。別の代理を立てるか、欠席としてください。",
        "Nobody holds the office '{office}' on that day. Send somebody else, or leave the seat empty.",
    ),
    "who_came": (
        "職「{office}」の誰が出席したか分かりません（在職者：{holders}）。--person で指定してください。",
        "It is not clear who came for the office '{office}' ({holders}). Name one of them with --person.",
    ),
    "two_seats": (
        "{person} は代理を含む複数の席（{seats}）に着くことになります。代理は一人一席です。",
        "{person} would be on several seats ({seats}), and who sits in for another has that seat alone.",
    ),
    # the agenda
    "no_title": ("件名がありません。--title で書いてください。", "There is no title. Add it with --title."),
    "consent_decides": (
        "一括審議に入れられるのは議決の議題だけです。個別審議にしてください。",
        "Only items to be decided go into the consent part. Put this one into the discussion.",
    ),
    "on_agenda": (
        "案件「{proposal}」はすでに会議「{meeting}」の議題です。",
        "{proposal} is on the agenda of the meeting {meeting} already.",
    ),
    "decided_already": (
        "案件「{proposal}」は今年度に議決済みです（{ballot}）。再び諮るには、--new-facts で新しい事実を書いてください。",
        "{proposal} was decided this fiscal year ({ballot}). It comes back only with new facts: add them with --new-facts.",
    ),
    "not_consent": ("議題 {item} は一括審議に入っていません。", "Item {item} is not in the consent part."),
    "no_item_named": ("議題を一つ以上指定してください。", "Name at least one item."),
    "no_such_place": (
        "位置 {place} はありません。先頭は 1 です。",
        "There is no place {place}. Places count from 1.",
    ),
    "move_where": (
        "移す先がありません。--to、--section、--part のいずれかを書いてください。",
        "It is not said where to. Add --to, --section or --part.",
    ),
    "proposal_stays": (
        "議題 {item} の案件「{proposal}」は、議決と報告・討議の間では移せません。外してから、あらためて載せてください。",
        "Item {item}, {proposal}, cannot go between deciding and the other sections. Remove it, and add it there.",
    ),
    "is_to_be_decided": (
        "議題 {item} は議決の議題です。採決するか、継続としてください。",
        "Item {item} is to be decided. Open a ballot on it, or carry it over.",
    ),
    "ballots_open": (
        "結果の出ていない採決があります（{ballots}）。終了するか、裁決するか、取り下げてください。",
        "There are ballots without an outcome ({ballots}). Close them, cast the casting vote, or withdraw them.",
    ),
    # replies and proxies
    "comes_and_sends": (
        "出席する席に代理は要りません。--attends no とするか、--alternate を外してください。",
        "Who comes sends nobody. Say --attends no, or leave --alternate out.",
    ),
    "no_proxies": (
        "会議体「{body}」の設置要綱に委任状の定めはありません。代理を立ててください。",
        "The charter of '{body}' does not provide for proxies. Send an alternate.",
    ),
    "proxy_of_self": ("席「{seat}」は自らに委任できません。", "The seat '{seat}' cannot be its own proxy."),
    "proxy_of_proxy": (
        "席「{holder}」は自らの票を席「{other}」に委任しています。委任は一段だけです。",
        "The seat '{holder}' has given its own proxy to '{other}'. Proxies go one step only.",
    ),
    "holds_proxies": (
        "席「{seat}」はほかの席（{others}）の委任を受けているため、委任できません。委任は一段だけです。",
        "The seat '{seat}' holds the proxies of {others} and cannot give its own. Proxies go one step only.",
    ),
    "too_many_proxies": (
        "席「{holder}」はすでに {others} の委任を受けています（最大 {most} 席）。別の席に委任してください。",
        "The seat '{holder}' holds the proxies of {others} already ({most} at most). Choose another seat.",
    ),
    "not_voting": ("席「{seat}」に表決権はありません。", "The seat '{seat}' has no vote."),
    # papers
    "replaced_already": (
        "資料 {paper} はすでに資料 {newer} に差し替えられています。資料 {newer} を差し替えてください。",
        "Paper {paper} was replaced by paper {newer} already. Replace that one.",
    ),
    "same_paper": (
        "資料 {paper} と同じ内容です。差し替える必要はありません。",
        "It has the same content as paper {paper}. There is nothing to replace.",
    ),
    "no_folder": (
        "フォルダー「{folder}」を読めません。資料のあるフォルダーを指定してください。",
        "Cannot read the folder '{folder}'. Name the one that holds the papers.",
    ),
    # what its record may not hold
    "record_begins": (
        "招集のほかに、始めから記載されているものがあります。",
        "More than its call is there from the beginning.",
    ),
    "record_changed": (
        "変わるはずのないものが変わっています（{what}）。",
        "Something changed that stays as it was ({what}).",
    ),
    "record_numbers": (
        "番号が続いていないか、取り去られたものがあります（{what}）。",
        "Numbers do not follow each other, or something was taken out ({what}).",
    ),
    "record_quorum": (
        "会議の状態が定足数と一致しません。",
        "Whether it went on does not agree with its quorum.",
    ),
    "record_chair": (
        "議長が、出席した者のうち先順位の者ではありません。",
        "Who presides is not the first of those who were there.",
    ),
    "record_item": (
        "議題 {item} の状態の移り方があり得ません。",
        "Item {item} cannot have come to its state.",
    ),
    "record_present": (
        "議題 {item} の付議の記載が、そのときの出席と一致しません。",
        "The call of item {item} does not agree with who was there.",
    ),
    "record_end": (
        "閉会したのに、終わっていない議題か出席者が残っています。",
        "It ended with items that are not settled, or with somebody still there.",
    ),
    "record_role": (
        "{person} の役割（{role}）では、この行為はできません。",
        "{person} cannot do this in the role {role}.",
    ),
    "record_office": (
        "{person} はその時点で職「{office}」に就いていませんでした。",
        "{person} did not hold the office '{office}' then.",
    ),
    "record_seat": (
        "席「{seat}」のことを、席の在職者でも代理でも事務局でもない者が行っています。",
        "Somebody spoke for the seat '{seat}' who is neither its holder, nor its alternate, nor the secretariat.",
    ),
    "record_seats": (
        "席が、設置要綱と当時の組織から定まるものと違います。",
        "The seats are not those that the charter and the organisation of the time give.",
    ),
    "record_earlier": (
        "議題 {item} は、後の会議の議題 {earlier} を継続したものとされています。",
        "item {item} is told to have been carried over from {earlier}, of a later meeting",
    ),
    "record_notice": (
        "招集期間が足りないのに、理由がありません。",
        "The notice was too short, and no reason is given.",
    ),
    # how a meeting reads
    "state_called": ("招集済み", "called"),
    "state_open": ("開会中", "open"),
    "state_suspended": ("休憩中", "suspended"),
    "state_ended": ("閉会", "ended"),
    "state_cancelled": ("中止", "cancelled"),
    "item_listed": ("未審議", "listed"),
    "item_called": ("審議中", "called"),
    "item_done": ("終了", "done"),
    "item_returned": ("差戻し", "returned"),
    "item_carried_over": ("継続", "carried over"),
    "item_removed": ("取消し", "removed"),
    "answer_coming": ("出席", "coming"),
    "answer_alternates": ("代理出席", "sending an alternate"),
    "answer_away": ("欠席", "away"),
    "answer_silent": ("未回答", "silent"),
    "shown": ("会議「{meeting}」：{body}", "Meeting {meeting}: {body}"),
    "recorded": (
        "紙の記録から登録した会議です。典拠：{source}",
        "Recorded afterwards from paper: {source}",
    ),
    "state_on_paper": ("{state}（紙の記録）", "{state}, recorded from paper"),
    "part_decide_consent": ("議決（一括審議）", "To be decided, consent part"),
    "part_decide_discussion": ("議決（個別審議）", "To be decided"),
    "part_report_discussion": ("報告", "To be reported"),
    "part_discuss_discussion": ("討議", "To be discussed"),
    "acts_for_others": ("専決・代決の報告（{count}件）", "Acts by delegates and substitutes ({count})"),
    "lapsed": (
        "追認されなかったため失効した決定：{lapsed}",
        "Decisions that lapsed, as they were not ratified: {lapsed}",
    ),
    "no_items": ("議題はまだありません。", "There is nothing on the agenda yet."),
    "new_facts": ("新しい事実：{text}", "New facts: {text}"),
    "returning": (
        "再付議：{day} の会議 {meeting} の議題 {item}（{became}）",
        "Returns: item {item} of {meeting} on {day} ({became})",
    ),
    "balloted": ("{ballot}：{outcome}", "{ballot}: {outcome}"),
    "balloted_amendment": ("修正案 {ballot}：{outcome}", "amendment {ballot}: {outcome}"),
    "balloted_override": ("留保解除 {ballot}：{outcome}", "override {ballot}: {outcome}"),
    "decision": ("決定 {number}", "decision {number}"),
    "stayed": ("{person}（{times}）", "{person} ({times})"),
    "stayed_for": ("代理 {person}（{alternate}、{times}）", "{person} for it ({alternate}, {times})"),
    "from": ("{since}～", "since {since}"),
    "from_until": ("{since}～{until}", "{since}-{until}"),
    "paused": ("休憩 {times}：{why}", "Suspended {times}: {why}"),
    "pause_quorum": ("定足数を欠いたため", "too few were left for a quorum"),
    "pause_unchaired": ("議長となる者がいなくなったため", "nobody was left to preside"),
    "pack": ("{papers} 件（一式 SHA-256 {digest}）", "{papers} (pack SHA-256 {digest})"),
    "forecast": ("会議「{meeting}」の出席見込み：{quorum}", "{meeting}, by the replies: {quorum}"),
    "as_alternate": ("代理：{office}", "as alternate: {office}"),
    "proxy_with": ("委任先：{holder}", "proxy with: {holder}"),
    "reply_recorded": ("記録：{recorder}", "recorded by {recorder}"),
    "paper_digest": ("資料 {paper}：SHA-256 {digest}", "Paper {paper}: SHA-256 {digest}"),
    "pack_digest": ("資料一式：SHA-256 {digest}", "The pack: SHA-256 {digest}"),
    "paper_tabled": ("席上配布", "tabled on the day"),
    "paper_replaces": ("資料 {paper} と差替え", "in place of paper {paper}"),
    "paper_replaced": ("資料 {paper} に差替え", "replaced by paper {paper}"),
    "papers_found": (
        "フォルダー「{folder}」に資料 {found} 件がそのままあります。",
        "Papers found unchanged in the folder {folder}: {found}",
    ),
    "papers_differ": (
        "内容の違う資料：{papers}。差し替えるなら govflow meeting paper を使ってください。",
        "Papers whose file has other content: {papers}. Replace them with govflow meeting paper, or restore the files.",
    ),
    "papers_missing": (
        "見つからない資料：{papers}。フォルダーに加えてください。",
        "Papers that are missing: {papers}. Put them into the folder.",
    ),
    "papers_unknown": ("資料一覧にないファイル：{files}", "Files that are in no list of papers: {files}"),
    # what an act came to
    "left_out": (
        "今年度に議決済みのため載せませんでした：{left_out}。新しい事実があれば govflow meeting add で載せてください。",
        "Not put on, as they were decided this fiscal year: {left_out}. With new facts, use govflow meeting add.",
    ),
    "reopened": (
        "資料が変わったため、採決をやり直します：{reopened}",
        "Ballots that begin anew on the new paper: {reopened}",
    ),
}
