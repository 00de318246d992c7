"""What the commands say once an act of a council is done, by `ballot_` or `meeting_` and its trigger."""

TEXTS = {
    # on meetings
    "meeting_call": (
        "会議「{reference}」を {starts} に招集しました。場所：{place}",
        "The meeting {reference} is called for {starts}, {place}.",
    ),
    "meeting_cancel": ("会議「{reference}」を中止しました。", "The meeting {reference} is cancelled."),
    "meeting_gather": (
        "会議「{reference}」の議題に {count} 件を載せました（うち再付議 {returning} 件）。",
        "Items put on the agenda of {reference}: {count}, of which {returning} return.",
    ),
    "meeting_add": (
        "会議「{reference}」の議題 {item} としました：{title}",
        "On the agenda of {reference} as item {item}: {title}",
    ),
    "meeting_remove": (
        "会議「{reference}」の議題 {item} を外しました：{title}",
        "Taken off the agenda of {reference}, item {item}: {title}",
    ),
    "meeting_move": (
        "会議「{reference}」の議題 {items} を移しました。",
        "Moved on the agenda of {reference}: {items}",
    ),
    "meeting_take_out": (
        "会議「{reference}」の議題 {item} を、席「{seat}」の求めにより個別審議としました。",
        "Item {item} of {reference} is taken out into discussion for the seat {seat}.",
    ),
    "meeting_open": (
        "会議「{reference}」を開会しました。表決権のある {of} 席のうち出席 {attending} 席（必要 {needed}）、議長 {chair}",
        "The meeting {reference} is open: {attending} of {of} voting seats there, {needed} needed; {chair} presides.",
    ),
    "meeting_arrive": (
        "会議「{reference}」の出席を記録しました。表決権のある {of} 席のうち出席 {attending} 席（必要 {needed}）。{state}",
        "Recorded in {reference}: {attending} of {of} voting seats there, {needed} needed; {state}.",
    ),
    "meeting_leave": (
        "会議「{reference}」の退席を記録しました。表決権のある {of} 席のうち出席 {attending} 席（必要 {needed}）。{state}",
        "Recorded in {reference}: {attending} of {of} voting seats there, {needed} needed; {state}.",
    ),
    "meeting_suspend": ("会議「{reference}」を休憩としました。", "The meeting {reference} is suspended."),
    "meeting_resume": (
        "会議「{reference}」を再開しました。表決権のある {of} 席のうち出席 {attending} 席（必要 {needed}）",
        "The meeting {reference} goes on: {attending} of {of} voting seats there, {needed} needed.",
    ),
    "meeting_end": (
        "会議「{reference}」を閉会しました。次の会議への継続：{count} 件",
        "The meeting {reference} is ended. Items carried over to the next one: {count}.",
    ),
    "meeting_consent": (
        "会議「{reference}」で一括審議の議題 {count} 件を決しました（異議なし）。",
        "Decided by consent in the meeting {reference}: {count} items.",
    ),
    "meeting_amend": (
        "会議「{reference}」の議題 {item} に修正案 {amendment} を受け付けました。",
        "Amendment {amendment} of item {item} is moved in the meeting {reference}.",
    ),
    "meeting_call_item": (
        "会議「{reference}」の議題 {item} を付議しました：{title}（表決権のある席の出席 {present} 席）",
        "Item {item} of {reference} is called, with {present} voting seats there: {title}",
    ),
    "meeting_note_item": (
        "会議「{reference}」の議題 {item} を了しました：{title}",
        "Item {item} of {reference} is done: {title}",
    ),
    "meeting_carry_over": (
        "会議「{reference}」の議題 {item} を次の会議に継続しました：{title}",
        "Item {item} of {reference} is carried over to the next meeting: {title}",
    ),
    "meeting_reply": (
        "会議「{reference}」への席「{seat}」の回答を記録しました：{answer}",
        "Recorded for {reference}: the seat {seat} is {answer}.",
    ),
    "meeting_proxy": (
        "会議「{reference}」で席「{seat}」の票を席「{holder}」に委任しました。",
        "In {reference} the seat {holder} holds the proxy of {seat}.",
    ),
    "meeting_paper": (
        "会議「{reference}」の資料 {paper} としました：{title}（SHA-256 {digest}）",
        "Paper {paper} of {reference}: {title} (SHA-256 {digest})",
    ),
    "meeting_convoke": (
        "会議 {reference} の招集通知 {document} を発行しました。回答期限：{reply_by}",
        "The notice {document} of the meeting {reference} is issued. Replies by {reply_by}.",
    ),
    "meeting_issue": (
        "会議 {reference} の文書 {document} を発行しました。",
        "The meeting {reference} has issued the document {document}.",
    ),
    "meeting_draft_minutes": (
        "会議 {reference} の議事録案 {document} を作成しました。",
        "The minutes of {reference} are drawn up as {document}.",
    ),
    "meeting_remark": (
        "会議 {reference} の議題 {item} に発言 {number} を加えました。",
        "Remark {number} is added to item {item} of the meeting {reference}.",
    ),
    "meeting_circulate_minutes": (
        "会議 {reference} の議事録案 {document} を {until} まで回付します。",
        "The draft {document} of the minutes of {reference} goes round until {until}.",
    ),
    "meeting_correct_minutes": (
        "会議 {reference} の議事録案 {document} への修正の申出 {number} を記録しました。",
        "Correction {number} of the draft {document} of the minutes of {reference} is recorded.",
    ),
    "meeting_sign_minutes": (
        "会議 {reference} の議事録 {document} に署名しました（署名 {signed} 人）。",
        "The minutes {document} of {reference} are signed (signatures: {signed}).",
    ),
    "meeting_publish_minutes": (
        "会議 {reference} の議事要旨 {document} を公表しました。元の議事録は {full} です。",
        "The minutes of {reference} are published as {document}; the full ones are {full}.",
    ),
    # on ballots
    "ballot_open": ("採決「{reference}」を開きました。", "The ballot {reference} is open."),
    "ballot_cast": (
        "採決「{reference}」で席「{seat}」の表決を記録しました：{position}",
        "Recorded in the ballot {reference} for the seat {seat}: {position}",
    ),
    "ballot_record": (
        "採決「{reference}」で {count} 席の表決を記録しました：{recorded}",
        "Recorded in the ballot {reference} (seats: {count}): {recorded}",
    ),
    "ballot_correct": (
        "採決「{reference}」で席「{seat}」の記録を訂正しました：{position}",
        "Corrected in the ballot {reference} for the seat {seat}: {position}",
    ),
    "ballot_recuse": (
        "採決「{reference}」で「{seat}」を除斥しました。",
        "In the ballot {reference} {seat} is recused.",
    ),
    "ballot_unrecuse": (
        "採決「{reference}」で「{seat}」の除斥を取り消しました。",
        "In the ballot {reference} {seat} is recused no longer.",
    ),
    "ballot_object": (
        "採決「{reference}」で席「{seat}」の異議を記録しました。個別に表決します。",
        "The seat {seat} objects in the ballot {reference}: the votes are counted now.",
    ),
    "ballot_no_objection": (
        "採決「{reference}」に異議はありませんでした。結果：{outcome}",
        "Nobody objected in the ballot {reference}. Outcome: {outcome}",
    ),
    "ballot_close": (
        "採決「{reference}」を終了しました。結果：{outcome}",
        "The ballot {reference} is closed. Outcome: {outcome}",
    ),
    "ballot_casting_vote": (
        "採決「{reference}」を裁決しました。結果：{outcome}",
        "The casting vote decided the ballot {reference}. Outcome: {outcome}",
    ),
    "ballot_decide_alone": (
        "緊急の決定をしました（採決「{reference}」）。会議体が追認しなければ失効します。",
        "Decided in an emergency, with the ballot {reference}. Unless the body ratifies it, it lapses.",
    ),
    "ballot_reconsider": (
        "決定 {about} を取り消すかどうかの採決「{reference}」を開きました。",
        "The ballot {reference} is open: whether the decision {about} is taken back.",
    ),
    "ballot_appeal": (
        "決定 {about} への不服申立てを受け付けました。{panel_title}の採決「{reference}」で審査します。",
        "The appeal against the decision {about} is before the {panel_title}, with the ballot {reference}.",
    ),
    "ballot_withdraw": ("採決「{reference}」を取り下げました。", "The ballot {reference} is withdrawn."),
    "ballot_escalate": (
        "採決「{reference}」を終え、上位の会議体に付すこととしました。",
        "The ballot {reference} is ended: the matter is for the body above.",
    ),
    "ballot_abolish": (
        "採決「{reference}」から、廃止された席「{seat}」を外しました。",
        "The abolished seat {seat} is out of the ballot {reference}.",
    ),
}
