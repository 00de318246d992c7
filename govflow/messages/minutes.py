"""What a body issues about its meetings: why a document or the minutes may not be had yet, and what acts on them say."""

TEXTS = {
    # why a document is not issued
    "kind_unknown": (
        "「{kind}」という文書は、会議からは発行できません{hint}。{known} のいずれかを指定してください。",
        "A meeting issues no '{kind}'{hint}. Name one of: {known}",
    ),
    "meeting_cancelled": (
        "会議 {meeting} は中止されたため、文書を発行できません。",
        "The meeting {meeting} was cancelled and issues no document.",
    ),
    "not_opened": (
        "会議 {meeting} はまだ開会していません。開会してから行ってください。",
        "The meeting {meeting} has not been opened. Do this once it has.",
    ),
    "convoked_too_late": (
        "会議 {meeting} はすでに開会したか終わっているため、招集通知を発行できません。",
        "The meeting {meeting} has begun or is over. Nobody is called to it any more.",
    ),
    "not_on_paper": (
        "会議 {meeting} は紙の記録から登録する会議であり、招集しません。議事を記録してください：govflow meeting open {meeting}",
        "A meeting held on paper is not convoked. Record its proceedings: govflow meeting open {meeting}",
    ),
    "reply_past": (
        "回答期限 {reply_by} は過ぎています。{today} 以後の日にしてください。",
        "The day to reply by, {reply_by}, is past. Give {today} or a later day.",
    ),
    "reply_after_meeting": (
        "回答期限 {reply_by} が会議の日（{day}）より後です。会議の日までの日にしてください。",
        "The day to reply by, {reply_by}, is after the meeting ({day}). Give an earlier day.",
    ),
    # why nothing is done to the minutes
    "not_ended": (
        "会議 {meeting} はまだ閉会していません。閉会してから議事録案を作成してください。",
        "The meeting {meeting} has not ended. Draw up its minutes once it has.",
    ),
    "no_item": (
        "会議 {meeting} に議題 {item} はありません。議題の番号（{items}）を指定してください。",
        "The meeting {meeting} has no item {item}. Name one of its items ({items}).",
    ),
    "no_remark": (
        "議題 {item} に、置き換えられる発言 {number} はありません。番号を確かめてください。",
        "The item {item} has no remark {number} that could be replaced. Check the number.",
    ),
    "no_text": ("文章がありません。--text で書いてください。", "There is no text. Add it with --text."),
    "no_draft": (
        "会議 {meeting} の議事録案がまだありません。作成してください：govflow minutes draft {meeting}",
        "There is no draft of the minutes of {meeting} yet. Draw one up with: govflow minutes draft {meeting}",
    ),
    "record_changed": (
        "議事録案 {document} の作成後に記録が変わっています。作成し直してください：govflow minutes draft {meeting}",
        "The record has changed since the draft {document}. Draw it up again with: govflow minutes draft {meeting}",
    ),
    "until_past": (
        "回付の期限 {until} は過ぎています。{today} 以後の日にしてください。",
        "The day until which the draft goes round, {until}, is past. Give {today} or a later day.",
    ),
    "not_circulated": (
        "会議 {meeting} の議事録案は、まだ回付されていません。回付してください：govflow minutes circulate {meeting}",
        "The draft of the minutes of {meeting} has not gone round. Send it round with:"
        " govflow minutes circulate {meeting}",
    ),
    "still_circulated": (
        "議事録案は {until} まで回付中です。期限が過ぎてから署名してください。",
        "The draft goes round until {until}. Sign it after that day.",
    ),
    "too_late": (
        "修正を申し出られる期限（{until}）は過ぎています。事務局に再度の回付を求めてください。",
        "The time for corrections ended on {until}. Ask the secretariat to send the draft round again.",
    ),
    "not_member": (
        "{person} さんは会議 {meeting} の席の職に就いておらず、出席もしていません。構成員が申し出てください。",
        "{person} holds no seat of the meeting {meeting} and did not attend. Members ask for corrections.",
    ),
    "not_attended": (
        "{person} さんが今の職で会議 {meeting} に出席した記録がありません。出席した構成員が署名してください。",
        "There is no record that {person} attended the meeting {meeting} in an office still held. Members who attended"
        " sign.",
    ),
    "own_draft": (
        "事務局の職にある方は、自ら作成する議事録に署名できません。ほかの出席者が署名してください。",
        "The secretariat draws up the minutes and does not sign them. Ask another member who attended.",
    ),
    "signed_by_you": (
        "会議 {meeting} の議事録には、すでに署名しています。もう一人は別の方が署名してください。",
        "You have signed the minutes of {meeting} already. The other signature is somebody else's.",
    ),
    "signed_by_all": (
        "会議 {meeting} の議事録には、必要な {signers} 人がすでに署名しています。",
        "The minutes of {meeting} have all the signatures they need ({signers}).",
    ),
    "signed_already": (
        "会議 {meeting} の議事録は署名されているため、もう変更できません。",
        "The minutes of {meeting} are signed, and nothing about them changes any more.",
    ),
    "not_signed": (
        "会議 {meeting} の議事録の署名が足りません（署名 {signed} 人）。出席した構成員二人の署名を得てください。",
        "The minutes of {meeting} are not signed by two members (signatures: {signed}). Have them signed first.",
    ),
    "not_public": (
        "{body}の設置要綱は、議事録を公表しないと定めています。",
        "The charter of {body} does not publish minutes.",
    ),
    "published_already": (
        "会議 {meeting} の議事要旨 {document} は、すでに公表されています。",
        "The minutes of {meeting} are published already, as {document}.",
    ),
    # what the record of minutes may not hold
    "record_empty": ("何も加えられていません。", "It adds nothing."),
    "record_otherwise": (
        "議事録が、この行為からなるものと異なります。",
        "The minutes are not what this act would have made them.",
    ),
    "record_document": (
        "文書 {document} は、この行為が発行したものではありません。",
        "It did not issue the document {document}.",
    ),
    "record_since": (
        "署名された議事録 {document} の後に、その記録が変わっています。",
        "The record has changed since the minutes {document} were signed.",
    ),
    # how the minutes read
    "no_draft_yet": (
        "議事録案はまだありません。閉会の後に govflow minutes draft {meeting} で作成してください。",
        "There is no draft yet. Once the meeting has ended, draw it up: govflow minutes draft {meeting}",
    ),
    "shown": ("会議「{meeting}」の議事録", "Minutes of the meeting {meeting}"),
    "outdated": (
        "{document}（その後、記録が変わっています）",
        "{document} (the record has changed since)",
    ),
    "closed": ("（非公開）{text}", "(closed) {text}"),
    "taken_up": ("反映済み", "taken up"),
}
