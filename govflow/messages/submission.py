"""What can be wrong with a submission as a whole."""

TEXTS = {
    "no_rows": ("見出しの行だけで、案件の行がありません。", "the file has a header and no proposal"),
    "missing_field": ("「{title}」（{field}）が必要です。", "the {title} ({field}) is needed"),
    "doubled_field": (
        "項目「{field}」が「{first}」と「{second}」の二つの名で書かれています。一つにしてください。",
        "the field {field} is given twice, as '{first}' and as '{second}'; keep one",
    ),
    "repeated_key": (
        "キー「{key}」は {first} にもあります。一つの案件は一行にしてください。",
        "the key '{key}' stands at {first} too; give each proposal one row",
    ),
    "not_a_draft": (
        "キー「{key}」の案件 {reference} は「{state}」にあり、内容を変えられません。差戻しを受けてから出し直してください。",
        "{reference} (key '{key}') is in '{state}' and its content cannot change now;"
        " have it returned first, then submit again",
    ),
    "key_taken": (
        "キー「{key}」は別の府省庁の案件に使われています。別のキーにしてください。",
        "the key '{key}' belongs to a proposal of another ministry; use another key",
    ),
    "not_authorised": (
        "{person}は{ministry}の案件を起案できません。",
        "{person} may not open proposals of {ministry}",
    ),
}
