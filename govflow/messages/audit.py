"""What verification can find."""

TEXTS = {
    "orphan": (
        "表 {table} に、存在しない {column}「{key}」の行があります。",
        "The table {table} has rows of the {column} '{key}', which does not exist.",
    ),
    "proposal_missing": (
        "{reference}：履歴がありますが、案件がありません（削除されています）。",
        "{reference}: There is a history but no proposal (it was deleted).",
    ),
    "proposal_differs": (
        "{reference}：案件の内容が履歴と一致しません（{fields}）。",
        "{reference}: The proposal does not agree with its history ({fields}).",
    ),
    "step_differs": (
        "{reference} 手順{number}：履歴と一致しません。",
        "{reference} step {number}: It does not agree with the history.",
    ),
    "revision_altered": (
        "{reference} 第{number}版：内容がダイジェストと一致しません（書き換えられています）。",
        "{reference} revision {number}: Its content does not match its digest (it was altered).",
    ),
    "revisions_differ": (
        "{reference}：版の並びが履歴と一致しません。",
        "{reference}: Its revisions do not agree with the history.",
    ),
    "no_history": ("{reference}：履歴がありません。", "{reference}: It has no history."),
    "definition_altered": (
        "定義「{name}」第{version}版：内容がダイジェストまたは履歴と一致しません。",
        "definition '{name}' version {version}: It does not match its digest or the history.",
    ),
    "definition_missing": (
        "定義「{name}」：履歴にある版が見つからないか、書き換えられています。",
        "definition '{name}': A version that the history names is missing or was altered.",
    ),
    "in_force_differs": (
        "定義「{name}」：施行日が履歴と一致しません。",
        "definition '{name}': What is in force does not agree with the history.",
    ),
    "organisation_altered": (
        "組織 第{number}版：内容がダイジェストまたは履歴と一致しません。",
        "organisation version {number}: It does not match its digest or the history.",
    ),
    "document_altered": (
        "文書 {number}：内容がダイジェストまたは履歴と一致しません。",
        "document {number}: It does not match its digest or the history.",
    ),
    "document_differs": (
        "文書 {number}：台帳の記載が凍結された内容または履歴と一致しません（{fields}）。",
        "document {number}: Its row does not agree with its frozen context or the history ({fields}).",
    ),
    "document_missing": (
        "文書 {number}：履歴にありますが、見つかりません。",
        "document {number}: The history names it, but it is missing.",
    ),
    "rendition_altered": (
        "文書 {number}（{language}）：本文がダイジェスト、または発行時の内容と一致しません。",
        "document {number} ({language}): Its text does not match its digest or what was issued.",
    ),
    "numbers_have_gaps": ("文書番号 {series} に欠番があります。", "The numbers of {series} have gaps."),
    "revision_differs": (
        "{reference} 第{number}版：提出者または記録日時が履歴と一致しません。",
        "{reference} revision {number}: Who made it or when does not agree with the history.",
    ),
    "founding_differs": (
        "保管庫の開設の記録と一致しません（{fields}）。",
        "The store does not agree with the entry of its founding ({fields}).",
    ),
    "founding_missing": (
        "保管庫の開設の記録を履歴に確かめられません（削除されたか、書き換えられています）。",
        "The entry of the store's founding is not in the history (it was deleted or altered).",
    ),
    "malformed": (
        "{row}：記録の形が崩れており、確かめられません（書き換えられています）。",
        "{row}: It is not shaped as the program records it and cannot be checked (it was altered).",
    ),
    "stays_differ": (
        "滞留日数の集計が履歴と一致しません。",
        "The tallies of finished stays do not agree with the histories.",
    ),
    "counter_differs": (
        "番号簿「{series}」{fiscal_year}年度：最後の番号が台帳と一致しません。",
        "The counter of {series} in fiscal year {fiscal_year} does not stand at the last number given.",
    ),
    "tallies_differ": ("集計が案件と一致しません。", "The tallies do not agree with the proposals."),
    "replay_refused": (
        "{reference} 第{seq}項：行為「{trigger}」は定義の規則を満たしません：{reasons}",
        "{reference} entry {seq}: '{trigger}' does not meet the rules of its definition: {reasons}",
    ),
    "replay_differs": (
        "{reference} 第{seq}項：再現した状態（{expected}）と一致しません。",
        "{reference} entry {seq}: A replay leads to another state ({expected}).",
    ),
    "replay_by_other": (
        "{reference} 第{seq}項：行為「{trigger}」を行った者が定義と一致しません。",
        "{reference} entry {seq}: '{trigger}' was not done by whom its definition lets do it.",
    ),
    "subject_meeting": ("会議", "meeting"),
    "subject_ballot": ("採決", "ballot"),
    "row_differs": (
        "{subject} {reference}：内容が履歴と一致しません。",
        "{subject} {reference}: It does not agree with its history.",
    ),
    "step_state_differs": (
        "{subject} {reference} 第{seq}項：状態が、その内容と一致しません。",
        "{subject} {reference} entry {seq}: Its states are not those that its content leads to.",
    ),
    "without_history": (
        "{subject} {reference}：履歴がありません。",
        "{subject} {reference}: It has no history.",
    ),
    "impossible": (
        "{subject} {reference} 第{seq}項：その時点でできなかったことが記載されています。{why}",
        "{subject} {reference} entry {seq}: It was not possible then. {why}",
    ),
    "positions_differ": (
        "採決 {reference}：表決の記録が履歴と一致しません。",
        "ballot {reference}: Its positions do not agree with its history.",
    ),
    "cause_differs": (
        "案件 {reference} 第{seq}項：原因とされる「{cause}」からは、この移行は生じません。",
        "proposal {reference} entry {seq}: This does not follow from what it names as its cause, '{cause}'.",
    ),
    "other_agenda": (
        "案件 {reference}：会議 {meeting} の議題と、案件の履歴が一致しません。",
        "proposal {reference}: Its history and the agenda of the meeting {meeting} do not agree on it.",
    ),
    "not_moved": (
        "採決 {reference}：結果に従って案件 {proposal} が進んでいません。",
        "ballot {reference}: Its outcome did not move the proposal {proposal} on.",
    ),
    "decision_missing": (
        "決定 {number}：履歴にありますが、決定台帳に見つかりません。",
        "decision {number}: The history names it, but it is missing from the register.",
    ),
    "decision_not_entered": (
        "採決 {reference}：決定したのに、決定台帳に登録されていません。",
        "ballot {reference}: It has decided, but its decision was not entered into the register.",
    ),
    "joint_differs": (
        "採決 {reference}：共同決定の結果が、各会議体の採決の結果と一致しません。",
        "ballot {reference}: What it came to jointly is not what the ballots of its bodies have decided.",
    ),
    "not_lapsed": (
        "決定 {number}：期限までに追認されていないのに、失効していません。",
        "decision {number}: Nobody ratified it in time, but it did not lapse.",
    ),
    "decision_differs": (
        "決定 {number}：決定台帳の記載が採決の履歴と一致しません。",
        "decision {number}: The register does not agree with the ballot that decided it.",
    ),
    "decision_link_differs": (
        "決定 {later}：先の決定 {earlier} との関係が履歴と一致しません。",
        "decision {later}: How it bears on {earlier} does not agree with the history.",
    ),
}
