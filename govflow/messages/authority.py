"""Why somebody may not act for an office."""

TEXTS = {
    "absent_open": (
        "不在として記録されています（終わりの日は定まっていません）。その間は代決者が行います。戻られたのなら、"
        "管理者が不在を取り消します：govflow org revoke absence {person} --from {day}",
        "You are recorded absent (without an end), and substitutes act meanwhile. If you are back, an administrator"
        " revokes the absence: govflow org revoke absence {person} --from {day}",
    ),
    "absent": (
        "不在として記録されています（{until}まで）。その間は代決者が行います。戻られたのなら、管理者が不在を"
        "取り消します：govflow org revoke absence {person} --from {day}",
        "You are recorded absent (until {until}), and substitutes act meanwhile. If you are back, an administrator"
        " revokes the absence: govflow org revoke absence {person} --from {day}",
    ),
    "no_office": (
        "「{role}」の職が組織にありません。組織ファイルに職を置いてください。",
        "No office has the role {role}. Add one to the organisation file.",
    ),
    "no_office_in": (
        "{ministry}とその上部機関に「{role}」の職がありません。組織ファイルに職を置いてください。",
        "Neither {ministry} nor its parent bodies have an office with the role {role}. Add one to"
        " the organisation file.",
    ),
    "held_by": (
        "{office}（{code}）の権限が必要です。現在の在職者：{names}",
        "This needs the office {code} ({office}), held by {names}.",
    ),
    "vacant": (
        "{office}（{code}）は空席で、代決者もいません。任命するか代決の順位を定めてください。",
        "The office {code} ({office}) is vacant and nobody may substitute. Appoint somebody or give"
        " it substitutes.",
    ),
    "vacant_substituted": (
        "{office}（{code}）は空席で、今は次の人が代決します：{names}",
        "The office {code} ({office}) is vacant; {names} may substitute.",
    ),
    "term_ended": (
        "{office}（{code}）の任期は{day}に終わっています。",
        "Your term in {code} ({office}) ended on {day}.",
    ),
    "term_not_begun": (
        "{office}（{code}）の任期は{day}に始まります。",
        "Your term in {code} ({office}) begins on {day}.",
    ),
    "holder_present": (
        "代決は不在の間だけできます。{office}（{code}）の{names}は在席しています。",
        "A substitute acts only during an absence; {names} of {code} ({office}) is present.",
    ),
    "important": (
        "重要と認められた案件は代決できません（{office}・{code}）。",
        "A matter marked important is never decided by a substitute ({code}, {office}).",
    ),
    "deputy_absent": (
        "{office}（{code}）の代決者ですが、ご自身が不在と記録されています。",
        "You may substitute for {code} ({office}), but you are recorded absent yourself.",
    ),
    "earlier_deputy": (
        "{office}（{code}）の代決は、順位が上の代決者が行います。",
        "An earlier substitute in the order of {code} ({office}) is present and acts first.",
    ),
    "delegation_bars": (
        "{office}（{code}）の専決の範囲外です：{why}",
        "Outside the standing delegation of {code} ({office}): {why}",
    ),
    "delegation_other_workflow": (
        "専決は定義「{workflow}」に限られます",
        "it covers the workflow {workflow} only",
    ),
    "delegation_other_trigger": (
        "行為「{trigger}」は専決の対象ではありません",
        "it does not cover the act {trigger}",
    ),
    "delegation_other_kind": (
        "種別「{kind}」は専決の対象ではありません",
        "it does not cover the kind {kind}",
    ),
    "delegation_marked": (
        "{marks}の印があるため上位者が決めます",
        "the matter is marked {marks} and goes up",
    ),
    "delegation_amount_unstated": (
        "金額が未記載です（専決の上限{limit:,}円）",
        "the amount is not stated (limit: {limit:,} yen)",
    ),
    "delegation_limit": (
        "金額{amount:,}円が専決の上限{limit:,}円を超えています",
        "the amount of {amount:,} yen is above the limit of {limit:,} yen",
    ),
}
