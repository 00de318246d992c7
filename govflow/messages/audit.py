"""What verification can find."""

TEXTS = {
    "proposal_missing": (
        "{reference}：履歴はあるが案件がありません（削除）",
        "{reference}: has a history but no proposal (it was deleted)",
    ),
    "proposal_differs": (
        "{reference}：案件の内容が履歴と一致しません（{fields}）",
        "{reference}: the proposal does not agree with its history ({fields})",
    ),
    "step_differs": (
        "{reference} 手順{number}：履歴と一致しません",
        "{reference} step {number}: does not agree with the history",
    ),
    "revision_altered": (
        "{reference} 第{number}版：内容がダイジェストと一致しません（書き換え）",
        "{reference} revision {number}: its content does not match its digest (it was altered)",
    ),
    "revisions_differ": (
        "{reference}：版の並びが履歴と一致しません",
        "{reference}: its revisions do not agree with the history",
    ),
    "no_history": ("{reference}：履歴がありません", "{reference}: has no history"),
    "definition_altered": (
        "定義「{name}」第{version}版：内容がダイジェストまたは履歴と一致しません",
        "definition '{name}' version {version}: does not match its digest or the history",
    ),
    "definition_missing": (
        "定義「{name}」：履歴にある版が見つからないか、書き換えられています",
        "definition '{name}': a version that the history names is missing or was altered",
    ),
    "in_force_differs": (
        "定義「{name}」：施行日が履歴と一致しません",
        "definition '{name}': what is in force does not agree with the history",
    ),
    "organisation_altered": (
        "組織 第{number}版：内容がダイジェストまたは履歴と一致しません",
        "organisation version {number}: does not match its digest or the history",
    ),
    "document_altered": (
        "文書 {number}：内容がダイジェストまたは履歴と一致しません",
        "document {number}: does not match its digest or the history",
    ),
    "document_differs": (
        "文書 {number}：台帳の記載が凍結された内容または履歴と一致しません（{fields}）",
        "document {number}: its row does not agree with its frozen context or the history ({fields})",
    ),
    "document_missing": (
        "文書 {number}：履歴にあるのに見つかりません",
        "document {number}: the history names it but it is missing",
    ),
    "rendition_altered": (
        "文書 {number}（{language}）：本文がダイジェストと一致しません",
        "document {number} ({language}): its text does not match its digest",
    ),
    "numbers_have_gaps": ("文書番号 {series} に欠番があります", "the numbers of {series} have gaps"),
    "revision_differs": (
        "{reference} 第{number}版：提出者または記録日時が履歴と一致しません",
        "{reference} revision {number}: who made it or when does not agree with the history",
    ),
    "founding_differs": (
        "保管庫の開設の記録と一致しません（{fields}）",
        "the store does not agree with the entry of its founding ({fields})",
    ),
    "founding_missing": (
        "保管庫の開設の記録を履歴に確かめられません（削除または書き換え）",
        "the entry of the store's founding is not in the history (it was deleted or altered)",
    ),
    "malformed": (
        "{row}：記録の形が崩れており、確かめられません（書き換え）",
        "{row}: is not shaped as the program records it and cannot be checked (it was altered)",
    ),
    "stays_differ": (
        "滞留日数の集計が履歴と一致しません",
        "the tallies of finished stays do not agree with the histories",
    ),
    "counter_differs": (
        "番号簿「{series}」{fiscal_year}年度：最後の番号が台帳と一致しません",
        "the counter of {series} in fiscal year {fiscal_year} does not stand at the last number given",
    ),
    "tallies_differ": ("集計が案件と一致しません", "the tallies do not agree with the proposals"),
    "replay_refused": (
        "{reference} 第{seq}項：行為「{trigger}」は定義の規則を満たしません：{reasons}",
        "{reference} entry {seq}: '{trigger}' does not meet the rules of its definition: {reasons}",
    ),
    "replay_differs": (
        "{reference} 第{seq}項：再現した状態（{expected}）と一致しません",
        "{reference} entry {seq}: a replay leads to another state ({expected})",
    ),
}
