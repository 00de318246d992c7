"""What a tally says: outcomes in one sentence with their numbers, and what is wrong with a file of votes."""

TEXTS = {
    # bases
    "base_seats": ("全席", "all seats"),
    "base_eligible": ("表決権のある席", "the seats that may vote"),
    "base_present": ("出席", "the seats present"),
    "base_cast": ("投票（棄権を含む）", "the votes cast, abstentions included"),
    "base_yes_no": ("賛否の合計", "the votes for and against"),
    # outcomes by name
    "outcome_passed": ("可決", "passed"),
    "outcome_failed": ("否決", "not passed"),
    "outcome_tie_pending_chair": ("議長裁決待ち", "tie, for the chair to decide"),
    "outcome_no_decision": ("継続", "carried over"),
    "outcome_no_quorum": ("定足数不足", "no quorum"),
    "outcome_blocked": ("保留", "blocked"),
    "outcome_withdrawn": ("取下げ", "withdrawn"),
    # outcomes in a truth table
    "short_passed": ("可", "pass"),
    "short_failed": ("否", "-"),
    "short_tie_pending_chair": ("議長", "chair"),
    "short_no_decision": ("継続", "carry"),
    "short_no_quorum": ("定足", "quor."),
    "short_blocked": ("保留", "block"),
    # columns of a count
    "letter_S": ("席", "seats"),
    "letter_Y": ("賛成", "in favour"),
    "letter_N": ("反対", "against"),
    "letter_A": ("棄権", "abstaining"),
    "letter_O": ("無回答", "no answer"),
    "letter_R": ("除斥", "recused"),
    "letter_D": ("留保", "blocking"),
    "letter_C": ("議長（裁決のみ）", "chair, only casting"),
    "quorum": (
        "{of} 席のうち {attending} 席（必要 {needed}）：{held}",
        "{attending} of {of} seats, {needed} needed: {held}",
    ),
    "answers": (
        "{of} 席のうち {attending} 席（必要 {needed}）：{held}",
        "{attending} of {of}, {needed} needed: {held}",
    ),
    "answers_held": ("充足", "reached"),
    "answers_lacking": ("不足", "not reached"),
    "quorum_held": ("充足", "held"),
    "quorum_lacking": ("不足", "not held"),
    # outcomes in a sentence
    "sentence": ("{main}{notes}。", "{main}{notes}."),
    "notes": ("（{notes}）", " ({notes})"),
    "passed": (
        "可決です：{base_name} {base} に対して賛成 {yes}（必要数 {needed}）",
        "Passed: {yes} in favour; of {base_name} ({base}), {needed} were needed",
    ),
    "passed_alone": ("可決です：単独で決定しました", "Passed: decided by one alone"),
    "passed_by_chair": (
        "可決です：賛成 {yes}・反対 {against} の可否同数を、{chair}が可と裁決しました",
        "Passed: {yes} for and {against} against were equal, and the casting vote of {chair} was in favour",
    ),
    "failed": ("否決です：{reasons}", "Not passed: {reasons}"),
    "tie_pending": (
        "可否同数で、{chair}の裁決を待っています：賛成 {yes}・反対 {against}",
        "Tied: {yes} for and {against} against; the casting vote of {chair} is still needed",
    ),
    "no_decision": (
        "継続です：賛成 {yes}・反対 {against} の可否同数のため、次の会議に持ち越します",
        "Carried over: {yes} for and {against} against are equal, so the item goes to the next meeting",
    ),
    "interrupted": (
        "継続です：会議が休止中のまま採決を終えたため、次の会議に持ち越します（賛成 {yes}・反対 {against}）",
        "Carried over: the ballot ended while the meeting was suspended ({yes} for, {against} against),"
        " so the item goes to the next meeting",
    ),
    "no_quorum": (
        "定足数に達していません：{of} 席のうち {quorum} 席が必要ですが {attending} 席です（あと {absent} 席）",
        "No quorum: {attending} of {of} seats take part and {quorum} have to, {absent} more",
    ),
    "few_answers": (
        "回答が足りません：{of} 席のうち {quorum} 席の回答が必要ですが {attending} 席です（あと {absent} 席）",
        "Too few answers: {attending} of {of} seats answered and {quorum} have to, {absent} more",
    ),
    "blocked": (
        "保留です：留保 {block} 件が解かれるまで可決できません（賛成 {yes}・必要数 {needed}）",
        "Blocked: nothing passes until the blocks ({block}) are lifted; {yes} in favour, {needed} needed",
    ),
    "chair": ("議長", "the chair"),
    "acting_chair": ("議長の職務代理者", "the acting chair"),
    # why a ballot failed
    "nobody_in_favour": ("賛成がありません", "nobody is in favour"),
    "short": (
        "{base_name} {base} に対して賛成 {yes} で、必要数 {needed} に {missing} 足りません",
        "{yes} in favour; of {base_name} ({base}), {needed} were needed, {missing} more",
    ),
    "few_in_favour": (
        "賛成が {heads} 席で、最少の {min_yes} 席に足りません",
        "seats in favour: {heads}, where the rule asks for at least {min_yes}",
    ),
    "many_against": (
        "反対（留保を含む）が {against_heads} 席で、上限の {max_no} 席を超えています",
        "seats against or blocking: {against_heads}, where the rule allows {max_no}",
    ),
    "tie_fails": (
        "賛成 {yes}・反対 {against} の可否同数は否決とする規則です",
        "{yes} for and {against} against are equal, and under the rule a tie fails",
    ),
    "tie_keeps": (
        "賛成 {yes}・反対 {against} の可否同数のため、現状を変えません",
        "{yes} for and {against} against are equal, so what is in force stays",
    ),
    "chair_against": (
        "賛成 {yes}・反対 {against} の可否同数を、{chair}が否と裁決しました",
        "{yes} for and {against} against were equal, and the casting vote of {chair} was against",
    ),
    # what else explains an outcome
    "note_assent": ("賛成のうち異議なし {assent}", "in favour by no objection: {assent}"),
    "note_silent_assent": (
        "無回答 {silent} を賛成に数えました",
        "silent seats counted in favour: {silent}",
    ),
    "note_silent_abstain": (
        "無回答 {silent} を棄権に数えました",
        "silent seats counted as abstaining: {silent}",
    ),
    "note_recused": ("除斥 {recused}", "recused: {recused}"),
    "note_recused_shrinks": (
        "除斥 {recused} は定足数の基数から除きました",
        "recused: {recused}, left out of the base of the quorum",
    ),
    "note_recused_absent": (
        "除斥 {recused} は定足数では欠席として数えました",
        "recused: {recused}, absent as far as the quorum goes",
    ),
    "note_chair": ("議長は裁決にのみ加わります", "the chair only casts"),
    "note_settled": (
        "無回答 {out} がどう答えても結果は変わりません",
        "no answer yet: {out}, which cannot change the outcome",
    ),
    "note_open": (
        "無回答 {out} の答えにより結果が変わり得ます",
        "no answer yet: {out}, which may change the outcome",
    ),
    "note_unanswered": ("無回答 {out}", "no answer: {out}"),
    "note_requires": (
        "{bodies} も同じ案文を可決したときに成立します",
        "it stands once {bodies} passed the same text too",
    ),
    # what is wrong with a roll
    "no_seats": (
        "席が一つもありません。「seats」に席を書いてください。",
        "There are no seats. List them under 'seats'.",
    ),
    "nobody_votes": (
        "表決できる席がありません。表決は行わず、理由を記録して上位の会議体に付議してください。",
        "No seat may vote. Hold no ballot: record the reason and take the matter to the body above.",
    ),
    "most_recused": (
        "{seats} 席のうち {recused} 席が除斥されています。表決は行わず、理由を記録して上位の会議体に付議してください。",
        "Of {seats} seats {recused} are recused. Hold no ballot: record the reason and take the matter to the body"
        " above.",
    ),
    "seat_repeated": (
        "席「{seat}」が重複しています（最初は {first} 番目の席）。どちらかを削除してください。",
        "The seat '{seat}' is listed twice (first as number {first}). Remove one of them.",
    ),
    "unknown_seat": (
        "席「{seat}」は「seats」にありません{hint}。席の名前を確かめてください。",
        "There is no seat '{seat}' among the seats{hint}. Check its name.",
    ),
    "proxy_of_self": (
        "席「{seat}」は自分の代理人にはなれません。proxy_for を削除してください。",
        "The seat '{seat}' cannot be its own proxy. Remove proxy_for.",
    ),
    "proxy_of_proxy": (
        "席「{seat}」が代理する「{principal}」も、ほかの席の代理人です。代理は一段だけです。どちらかを削除してください。",
        "The seat '{seat}' is the proxy of '{principal}', which is itself a proxy. Proxies go one step only: remove one.",
    ),
    "second_proxy": (
        "席「{principal}」の代理人が二人います。一人にしてください。",
        "The seat '{principal}' has two proxies. Leave one.",
    ),
    # weights
    "weight_float": (
        '「{key}」の {value} は小数の数値で、正確に読めません。"{value}" のように引用符で囲んでください。',
        "'{key}': {value} as a number is not exact. Put it in quotes: \"{value}\".",
    ),
    "weight_unreadable": (
        '「{key}」の「{value}」は票数として読めません。"1" や "2.5" のように書いてください。',
        "'{key}': '{value}' is no weight. Write it as in \"1\" or \"2.5\".",
    ),
    "weight_negative": (
        "「{key}」の {value} は負です。0 より大きい票数にしてください。",
        "'{key}': {value} is negative. A weight is greater than 0.",
    ),
    "weight_zero": (
        "「{key}」が 0 です。票のない構成員は席に含めないでください。",
        "'{key}' is 0. Leave members without a vote out of the seats.",
    ),
    "weight_fine": (
        "「{key}」の {value} は細かすぎます。小数点以下 {digits} 桁までにしてください。",
        "'{key}': {value} is too fine. Use at most {digits} decimal places.",
    ),
    "weight_large": (
        "「{key}」の {value} は大きすぎます。10の18乗以下にしてください。",
        "'{key}': {value} is too large. A weight is at most 10^18.",
    ),
}
