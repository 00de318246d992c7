"""The decision register: numbers, versions, how decisions bear on each other, and why something is not decided."""

TEXTS = {
    "printed": ("{year}{body}決定第{serial}号", "{body} decision No. {serial} of {year}"),
    "unknown": (
        "決定「{number}」はありません{hint}。一覧：govflow decision list",
        "There is no decision '{number}'{hint}. See: govflow decision list",
    ),
    "unknown_ministry": (
        "府省庁「{ministry}」はありません{hint}。コードを確かめてください。",
        "There is no ministry '{ministry}'{hint}. Check its code.",
    ),
    "not_its_text": (
        "{file} は決定 {number} の全文でも公開版でもありません。別の決定か、書き換えられたものです。"
        "正しい文は govflow decision text {number} で得られます。",
        "{file} is neither the full nor the public version of the decision {number}: it is another's, or was altered."
        " For what the register has: govflow decision text {number}",
    ),
    # why nothing is decided about it
    "does_not_hold": (
        "決定 {number} は「{standing}」のため、再議も不服申立てもできません。今の効力：govflow decision show {number}",
        "The decision {number} cannot be taken up: {standing}. See: govflow decision show {number}",
    ),
    "taken_up_already": (
        "決定 {number} は、すでに採決「{ballot}」で再議しています。その結果を待ってください。",
        "The decision {number} is being reconsidered in the ballot {ballot}. Wait for its outcome.",
    ),
    "no_new_facts": (
        "決定 {number} を再議するには新しい事実が必要です。--new-facts で書いてください。",
        "The decision {number} is taken up only on new facts. State them with --new-facts.",
    ),
    "weaker_rule": (
        "決定 {number} は、それを決めた規則より緩い規則では取り消せません。再議の規則：{rule}"
        " 決定の規則：{made_with} 設置要綱の reconsideration を同じか厳しい規則にしてください。",
        "The decision {number} cannot be taken back by less than it was made with. By the charter: {rule}"
        " It was made by: {made_with} Give the charter a reconsideration rule that asks for no less.",
    ),
    "no_appeal": (
        "{body}の設置要綱に不服申立ての定めはありません。新しい事実があれば再議を求めてください。",
        "The charter of {body} does not provide for an appeal. Where there are new facts, ask for a reconsideration.",
    ),
    "not_appellant": (
        "{person} さんは不服を申し立てられません（{by}に限ります）。その職の方に依頼してください。",
        "{person} cannot appeal; this is for: {by}. Ask one of them.",
    ),
    "no_panel": (
        "不服を審査する会議体「{panel}」が設置されていません。先に読み込んでください。",
        "The panel '{panel}' is not in force. Load it first.",
    ),
    "appealed_already": (
        "決定 {number} への不服は、採決「{ballot}」で審査中です。その結果を待ってください。",
        "An appeal against the decision {number} is being heard in the ballot {ballot}. Wait for its outcome.",
    ),
    "heard_already": (
        "決定 {number} への不服は、すでに審査されました。新しい事実があれば再議を求めてください。",
        "An appeal against the decision {number} was heard. Where there are new facts, ask for a reconsideration.",
    ),
    "appeal_too_late": (
        "決定 {number} への不服申立ての期限（決定から{days}営業日、{last}）を過ぎています。新しい事実があれば再議を求めてください。",
        "The time for appeals against the decision {number} (working days: {days}) ended on {last}. Where there are new"
        " facts, ask for a reconsideration.",
    ),
    "no_grounds": (
        "決定 {number} への不服の理由がありません。--grounds で書いてください。",
        "The appeal against the decision {number} says nothing of why. Add --grounds.",
    ),
    "unknown_remedy": (
        "「{asks}」は求められません。{known} のいずれかを書いてください。",
        "'{asks}' cannot be asked for. Write one of {known}.",
    ),
    "no_meeting_to_ratify": (
        "緊急の決定を追認する{body}の会議が、今後の日程に招集されていません。先に会議を招集してください（govflow meeting call）。",
        "No meeting of {body} is called that could ratify the emergency decision. Call one first: govflow meeting call",
    ),
    "no_emergency": (
        "{body}の設置要綱に緊急の決定の定めはありません。会議か書面で決定してください。",
        "The charter of {body} does not provide for emergency decisions. Decide in a meeting or in writing.",
    ),
    "not_emergency": (
        "採決「{ballot}」は緊急の決定ではありません。ほかの採決はこの方法では扱えません。",
        "The ballot {ballot} is no emergency decision. Only such a one is decided, or lapses, so.",
    ),
    "not_decider": (
        "{person} さんは{body}の緊急の決定をする職（役割 {role}）に就いていません。その職の方に依頼してください。",
        "{person} holds no office that decides alone for {body} (role {role}). Ask somebody who does.",
    ),
    "question_or_proposal": (
        "決定するのは、問い（question）か案件（proposal）のどちらか一つです。一つだけ書いてください。",
        "An emergency decision is on a question or on a proposal. Name exactly one.",
    ),
    "is_being_decided": (
        "案件 {proposal} は採決「{ballot}」で表決中です。その結果を待つか、取り下げてください。",
        "The proposal {proposal} is being voted on in the ballot {ballot}. Wait for its outcome, or withdraw it.",
    ),
    "decided_already": (
        "案件 {proposal} は今年度に議決済みです（{ballot}）。新しい事実を添えて議題にしてください：govflow meeting add --new-facts",
        "{proposal} was decided this fiscal year ({ballot}). Put it on an agenda with new facts: "
        "govflow meeting add --new-facts",
    ),
    "does_not_wait": (
        "案件 {proposal} は「{state}」にあり、{body}の決定を待っていません。今の担当に進めてもらってください。",
        "The proposal {proposal} is in '{state}' and does not wait for {body}. Have it brought there first.",
    ),
    "not_closable": (
        "「{field}」は公開版から除けません{hint}。除けるのは {known} です。",
        "'{field}' cannot be kept out of the public version{hint}. What can: {known}.",
    ),
    "not_consented": (
        "議題 {item} は一括審議の対象ではありません。その「{field}」は、その議題の採決を始めるときに除いてください。",
        "Item {item} is not in the consent part. Close its {field} when its own ballot is opened.",
    ),
    "closed_twice": (
        "「{field}」を公開版から除く指定が二つ以上あります。理由を一つにまとめて書いてください。",
        "'{field}' is kept out of the public version more than once. Close it once, with one reason.",
    ),
    "closed_without_reason": (
        "「{field}」を公開版から除く理由がありません。理由を書いてください。",
        "'{field}' is kept out of the public version without a reason. State one.",
    ),
    "is_its_text": (
        "{file} は決定 {number} の{version}です（{standing}、ダイジェスト {digest}）。",
        "{file} is the {version} of the decision {number} ({standing}; digest {digest}).",
    ),
    "shown": ("{printed}：{title}", "{printed}: {title}"),
    "version_full": ("全文", "full version"),
    "version_public": ("公開版", "public version"),
    # how it was decided
    "mode_sitting": ("会議", "in a sitting"),
    "mode_written": ("書面・持ち回り", "in writing"),
    "mode_emergency": ("緊急の決定", "in an emergency, by one alone"),
    "mode_open": ("会議によらない表決", "by answers outside a sitting"),
    # whether it holds
    "standing_holds": ("有効", "holds"),
    "standing_provisional": ("追認待ち", "to be ratified"),
    "standing_superseded": ("後の決定に代わられた", "superseded"),
    "standing_rescinded": ("取消し", "rescinded"),
    "standing_lapsed": ("失効", "lapsed"),
    "standing_overruled": ("不服申立てにより取消し", "overruled"),
    "standing_remanded": ("差戻し", "remanded"),
    # what it does to earlier ones, and later ones to it
    "link_supersedes": ("{number} に代わる", "supersedes {number}"),
    "link_rescinds": ("{number} を取り消す", "rescinds {number}"),
    "link_ratifies": ("{number} を追認する", "ratifies {number}"),
    "link_lapses": ("{number} を追認せず、失効させる", "does not ratify {number}, which lapses"),
    "link_upholds": ("{number} を維持する", "upholds {number}"),
    "link_overrules": ("{number} を覆す", "overrules {number}"),
    "link_remands": ("{number} を差し戻す", "remands {number}"),
    "linked_supersedes": ("{number} が代わる", "superseded by {number}"),
    "linked_rescinds": ("{number} が取り消した", "rescinded by {number}"),
    "linked_ratifies": ("{number} が追認した", "ratified by {number}"),
    "linked_lapses": ("{number} で追認されず失効した", "lapsed by {number}"),
    "linked_upholds": ("{number} が維持した", "upheld by {number}"),
    "linked_overrules": ("{number} が覆した", "overruled by {number}"),
    "linked_remands": ("{number} が差し戻した", "remanded by {number}"),
    "lapsed_of_itself": ("期間内に追認されず失効した", "lapsed, as it was not ratified in time"),
    # what the public version leaves out
    "not_public": ("（非公開）", "(not public)"),
    "closed_condition": ("{text}（非公開：{reason}）", "{text} (not public: {reason})"),
    "withheld": ("{field}（{reason}）", "{field} ({reason})"),
    "condition_number": ("条件{number}", "condition {number}"),
    "by_the_charter": ("設置要綱により公表しない", "the charter does not publish it"),
    "field_positions": ("席ごとの賛否", "how each seat voted"),
    "field_conditions": ("条件", "conditions"),
    "field_amount": ("金額", "amount"),
    "field_reason": ("理由", "reason"),
    "dissent": ("{seat}：{text}", "{seat}: {text}"),
    # the commitment register
    "position_number": ("{ballot} 第{number}項", "{ballot}, {number}"),
    "replaced": ("{position}（第{number}項で変更）", "{position} (changed by {number})"),
    "decided_later": (
        "決定 {number}（{day}）は会議「{meeting}」の後に行われたため、その会議では審議できません。後の会議で審議してください。",
        "The decision {number} of {day} was made after the meeting {meeting}, which cannot have taken it up. Put it to a"
        " later meeting.",
    ),
}
