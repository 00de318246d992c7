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
    "no_seats": (
        "会議体「{body}」に、表決権があって職が組織にある席がありません。組織か設置要綱を直してください。",
        "No voting seat of '{body}' has an office in the organisation. Correct the organisation or the charter.",
    ),
    "closes_in_past": (
        "締切 {closes_at} は過ぎています。これからの日時にしてください。",
        "The deadline {closes_at} is past. Give one that is still to come.",
    ),
    "unknown": (
        "採決「{reference}」はありません{hint}。一覧：govflow ballot list",
        "There is no ballot '{reference}'{hint}. See: govflow ballot list",
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
        "{person} さんは今日、採決「{ballot}」の席（{seats}）の職に就いていません。在職者に依頼してください。",
        "{person} holds none of these offices of the ballot {ballot} today ({seats}). Ask their holders.",
    ),
    "not_chair": (
        "裁決できるのは議長（{chair}）だけです。議長に依頼してください。",
        "Only who chairs ({chair}) has the casting vote. Ask for it there.",
    ),
    # why not now, or not so
    "not_open": (
        "採決「{ballot}」は受付中ではありません（{state}）。新しい採決を開いてください。",
        "The ballot {ballot} is not open ({state}). Open another one.",
    ),
    "too_late": (
        "採決「{ballot}」の締切 {closes_at} を過ぎています。この採決ではもう表決できません。",
        "The deadline of the ballot {ballot}, {closes_at}, is past. It takes no more answers.",
    ),
    "not_settled": (
        "採決「{ballot}」は締切 {closes_at} の前で、結果がまだ変わり得ます。締切を待ってください。",
        "The deadline of the ballot {ballot}, {closes_at}, is still to come, and its outcome may change. Wait for it.",
    ),
    "not_waiting": (
        "採決「{ballot}」は議長の裁決を待っていません。可否同数で締め切られたときに裁決してください。",
        "The ballot {ballot} does not wait for a casting vote. Cast it once the ballot was closed as a tie.",
    ),
    "unknown_seat": (
        "席「{seat}」は採決「{ballot}」にありません。席の名前を確かめてください。",
        "The ballot {ballot} has no seat '{seat}'. Check its name.",
    ),
    "name_the_seat": (
        "どの席のことか分かりません。--seat で一つを指定してください（{seats}）。",
        "It is not clear which seat is meant. Name one with --seat ({seats}).",
    ),
    "voter_unclear": (
        "席「{seat}」の在職者が一人ではありません（{holders} 人）。誰の表決か定まらないため、記録できません。",
        "The seat '{seat}' has no single holder (holders: {holders}), so that nobody knows whose vote it is.",
    ),
    "recused": (
        "席「{seat}」は除斥されているため、表決に加われません。",
        "The seat '{seat}' is recused and has no vote.",
    ),
    "recused_already": ("席「{seat}」はすでに除斥されています。", "The seat '{seat}' is recused already."),
    "chair_only_casts": (
        "この規則では議長「{seat}」は裁決にのみ加わります。可否同数になってから裁決してください。",
        "Under this rule the chair '{seat}' only casts. Wait for a tie.",
    ),
    "no_position": (
        "none は表決ではありません。賛成・反対・棄権などを書いてください。",
        "'none' is no position. Say yes, no or abstain.",
    ),
    "block_unknown": (
        "この規則に留保はありません。賛成・反対・棄権のいずれかにしてください。",
        "This rule knows no block. Say yes, no or abstain.",
    ),
    "block_without_text": (
        "留保には理由の文章が必要です。--text で書いてください。",
        "A block needs a text that says why. Add it with --text.",
    ),
    "cast_in_person": (
        "席「{seat}」は自ら表決しています。ほかの人の記録で置き換えることはできません。",
        "The seat '{seat}' voted in person, and nobody records over that.",
    ),
    "voted_already": (
        "席「{seat}」はすでに表決しており、この規則では変更できません。",
        "The seat '{seat}' has voted, and under this rule no vote is changed.",
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
    # how a ballot reads
    "state_open": ("受付中", "open"),
    "state_waiting_for_casting_vote": ("議長裁決待ち", "waiting for the casting vote"),
    "state_closed": ("締切済み", "closed"),
    "state_withdrawn": ("取下げ", "withdrawn"),
    "position_yes": ("賛成", "yes"),
    "position_no": ("反対", "no"),
    "position_abstain": ("棄権", "abstain"),
    "position_assent": ("異議なし", "assent"),
    "position_block": ("留保", "block"),
    "recused_for": ("除斥：{reason}", "recused: {reason}"),
    "recorded_by": ("{position}（記録：{recorder}）", "{position} (recorded by {recorder})"),
    "with_text": ("{position}：{text}", "{position}: {text}"),
    "shown": ("採決「{ballot}」：{question}", "Ballot {ballot}: {question}"),
    "done_open": ("採決「{reference}」を開きました。", "The ballot {reference} is open."),
    "done_cast": (
        "採決「{reference}」で席「{seat}」の表決を記録しました：{position}",
        "Recorded in the ballot {reference} for the seat {seat}: {position}",
    ),
    "done_recuse": (
        "採決「{reference}」で席「{seat}」を除斥しました。",
        "In the ballot {reference} the seat {seat} is recused.",
    ),
    "done_close": (
        "採決「{reference}」を締め切りました。結果：{outcome}",
        "The ballot {reference} is closed. Outcome: {outcome}",
    ),
    "done_casting_vote": (
        "採決「{reference}」を裁決しました。結果：{outcome}",
        "The casting vote decided the ballot {reference}. Outcome: {outcome}",
    ),
    "done_withdraw": ("採決「{reference}」を取り下げました。", "The ballot {reference} is withdrawn."),
    "repeated": (
        "このキーはすでに使われています。最初の結果を示します。",
        "This key was used before: this is the first result.",
    ),
}
