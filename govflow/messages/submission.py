"""What can be wrong with a submission as a whole."""

TEXTS = {
    "no_rows": (
        "見出しの行だけで、案件の行がありません。案件を一行に一件ずつ書いてください。",
        "The file has a header and no proposal. Write one proposal on each line below the header.",
    ),
    "missing_field": (
        "「{title}」（{field}）がありません。記入してください。",
        "The {title} ({field}) is missing. State it.",
    ),
    "doubled_field": (
        "項目「{field}」が「{first}」と「{second}」の二つの名で書かれています。一つにしてください。",
        "The field {field} is given twice, as '{first}' and as '{second}'. Keep one.",
    ),
    "repeated_key": (
        "キー「{key}」は {first} にもあります。一つの案件は一行にしてください。",
        "The key '{key}' stands at {first} too. Give each proposal one row.",
    ),
    "not_a_draft": (
        "キー「{key}」の案件 {reference} は「{state}」にあり、内容を変えられません。"
        "差戻しを受けてから提出し直してください。",
        "{reference} (key '{key}') is in '{state}', where its content cannot change. Have it"
        " returned first, then submit again.",
    ),
    "key_taken": (
        "キー「{key}」は別の府省庁の案件に使われています。別のキーにしてください。",
        "The key '{key}' belongs to a proposal of another ministry. Use another key.",
    ),
    "not_authorised": (
        "{person}には、{ministry}の案件を起案する権限がありません。",
        "{person} may not open proposals of {ministry}.",
    ),
}
