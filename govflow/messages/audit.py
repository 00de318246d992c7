"""What verification can find."""

TEXTS = {
    "damaged": (
        "データベースのファイルが損なわれています：{detail}",
        "The file of the database is damaged: {detail}.",
    ),
    "schema_differs": (
        "データベースの構造がこのプログラムのものではありません（{objects}）。表・索引・トリガーのいずれかが"
        "変えられたか、外されています。",
        "The database is not built as this program builds it ({objects}): a table, an index or a trigger was altered"
        " or taken away.",
    ),
    "seal_broken": (
        "表 {table} の行 {key}：書き込まれた時の封印と一致しません（書き換え・追加・削除のいずれかです）。",
        "table {table}, row {key}: It does not match the seal it was written with (it was altered, added or deleted).",
    ),
    "programmes_differ": (
        "事業の一覧が、最後に取り込まれた時の記録と一致しません。",
        "The programmes do not agree with the entry of their last import.",
    ),
    "source_differs": (
        "定義「{name}」第{version}版：原文または登録日時が、登録された時の記録と一致しません。",
        "definition '{name}' version {version}: Its source, or when it was kept, does not agree with the entry that"
        " recorded it.",
    ),
    "message_differs": (
        "送信待ちの通知 {number}：履歴にある処理のものではないか、あり得ない状態です。",
        "message {number} of the outbox: It does not tell of an act that is in the history, or is in no state there is.",
    ),
    "search_differs": (
        "{reference}：検索用の索引が案件の文面と一致しません。",
        "{reference}: The search index does not agree with its words.",
    ),
    "rendering_differs": (
        "文書 {number}（{language}）：作成待ちの一覧と一致しません。",
        "document {number} ({language}): It is listed as still to be rendered though it has a text, or the reverse.",
    ),
    "correction_differs": (
        "{reference} 履歴第{seq}項：訂正が、訂正された行為又は訂正の規則と一致しません。{reasons}",
        "{reference} history entry {seq}: The correction does not agree with the act that it corrects, or with the"
        " rules of corrections. {reasons}",
    ),
    "clock_differs": (
        "{reference}：履歴 {seq} の後の期限が、照会の履歴から計算したものと違います。",
        "{reference}: the due dates after history entry {seq} are not those that its inquiries lead to.",
    ),
    "step_misdated": (
        "{reference}：履歴 {seq} で求められ、又は回答された手続の日付が、その履歴が記録された日と違います。",
        "{reference}: history entry {seq} asks or answers a step on another day than the one it was recorded on.",
    ),
    "actor_differs": (
        "{reference}：履歴 {seq} の行為者は、その日、記されている職によってその行為をすることができませんでした。",
        "{reference}: whoever history entry {seq} names could not act in that office on that day.",
    ),
    "effect_differs": (
        "{reference}：履歴 {seq} が記す案件・記録・手続の変更は、その行為から生じるものではありません。",
        "{reference}: what history entry {seq} says was changed of the proposal, its records or its steps does not follow"
        " from its act.",
    ),
    "return_differs": (
        "{reference}：履歴 {seq} の差戻しの記録が、指摘・回答・版の内容と合いません。",
        "{reference}: what history entry {seq} tells of a return does not agree with its issues, replies or revisions.",
    ),
    "orphan": (
        "表 {table} に、存在しない {column}「{key}」の行があります。",
        "The table {table} has rows of the {column} '{key}', which does not exist.",
    ),
    "stray": (
        "{kind} {reference}：履歴の最後の項の番号と一致しないか、一方が失われています。",
        "{kind} {reference}: It does not stand at the last entry of its history, or one of both is missing.",
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
    "organisation_act_differs": (
        "組織の第{number}版：記録された行為からは、この版になりません（{field}）。",
        "Organisation version {number}: The recorded act does not lead to it ({field}).",
    ),
    # rounds and missed dates
    "subject_round": ("年次募集", "round"),
    "other_round": (
        "{reference} 第{seq}項：その時点の年次募集と一致しません。",
        "{reference} entry {seq}: It names another round than the one of that time.",
    ),
    "after_closing": (
        "{reference} 第{seq}項：年次募集の終了後に提出されています。",
        "{reference} entry {seq}: It came in after its round was closed.",
    ),
    "due_differs": (
        "{reference} 第{seq}項：期限が、定義と年次募集の期日から求めた日と一致しません。",
        "{reference} entry {seq}: The due date is not the one that the definition and the round give.",
    ),
    "escalation_differs": (
        "{reference} 第{seq}項：上申の内容が、期限を過ぎたものと一致しません。",
        "{reference} entry {seq}: What it escalates is not what was overdue then.",
    ),
    "opening_differs": (
        "{reference} の経過 {seq} は、案件を読める範囲を、定義の定めと違えて変えています。",
        "{reference}, entry {seq}, changes who may read the proposal otherwise than its definition says.",
    ),
}
