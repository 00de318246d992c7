"""Who could act for an office, by what, and why not."""

TEXTS = {
    "ended": ("{day}に終わっています", "it ended on {day}"),
    "begins": ("{day}に始まります", "it begins on {day}"),
    "absent": (
        "不在として記録されています（{start}から{until}まで）",
        "recorded absent ({start} to {until})",
    ),
    "vacant": ("「{office}」は空席です", "the office '{office}' is vacant"),
    "earlier_deputy": (
        "順位が上の「{office}」が代決します",
        "'{office}' comes earlier in the order and is present",
    ),
    "other_order": ("別の代決の順位が効力を持ちます", "another order of substitutes is in force"),
    "holder_present": ("在職者が在席しています（{names}）", "the holder is present ({names})"),
    "important": ("重要と認められた案件は代決できません", "what is marked important is never substituted"),
    "ask_for_one": (
        "職・人（--person）・案件（--reference）のうち、どれか一つを挙げてください。",
        "Name one of these: an office, a person (--person), or a proposal (--reference).",
    ),
    "unknown_office": (
        "「{name}」という職は組織にありません{hint}。名前を確かめてください：govflow org show",
        "The organisation has no office '{name}'{hint}. Look the name up: govflow org show",
    ),
    "unknown_person": (
        "「{name}」という人は組織にいません{hint}。名前を確かめてください：govflow org show",
        "The organisation has no person '{name}'{hint}. Look the name up: govflow org show",
    ),
    "unknown_name": (
        "「{name}」という職も人も、組織のどの版にもありません{hint}。名前を確かめてください：govflow org show",
        "No version of the organisation has an office or a person '{name}'{hint}. Look the name up: govflow org show",
    ),
    "no_such_act": (
        "{reference} では今、行為「{trigger}」はありません。できることを確かめてください：govflow why {reference}",
        "'{trigger}' is no act where {reference} stands. Look up what is: govflow why {reference}",
    ),
    "no_transfer": (
        "第{number}版は引継ぎによるものではありません。引継ぎによる版：{numbers}。一覧：govflow org history",
        "Version {number} was not made by a transfer. Those that were: {numbers}. See: govflow org history",
    ),
}
