"""What can be wrong with a submission as a whole."""

TEXTS = {
    "mixed_scripts": (
        "注意：{reference} の件名の「{words}」は、ラテン文字とキリル文字など、見分けにくい文字が混ざっています。意図したものか確かめてください。",
        "Note: in the title of {reference}, {words} mixes scripts that look alike, such as Latin and Cyrillic. See whether "
        "that is meant.",
    ),
    "no_rows": (
        "見出しの行だけで、案件の行がありません。案件を一行に一件ずつ書いてください。",
        "The file has a header and no proposal. Write one proposal on each line below the header.",
    ),
    "unknown_column": (
        "「{column}」という列はありません{hint}。列名を直すか、列を削除してください。",
        "There is no column '{column}'{hint}. Correct its name or remove it.",
    ),
    "columns_missing": (
        "列が足りません：{missing}。必須の列は、{required}です。追加してください。",
        "Columns are missing: {missing}. Required are: {required}. Add them.",
    ),
    "columns_there": (
        "必須の列（{required}）はそろっています。上の列だけを直してください。",
        "The required columns ({required}) are all there. Correct only the columns above.",
    ),
    "unknown_field": (
        "「{field}」という項目はありません{hint}。項目名を直すか、削除してください。",
        "There is no field '{field}'{hint}. Correct its name or remove it.",
    ),
    "missing_field": (
        "「{field}」がありません。記入してください。",
        "'{field}' is missing. Fill it in.",
    ),
    "doubled_field": (
        "「{field}」が「{first}」と「{second}」の二つの名で書かれています。一つにしてください。",
        "'{field}' is given twice, as '{first}' and as '{second}'. Keep one.",
    ),
    "example_row": (
        "書き方を示す例の行が残っています。この行を削除してください。",
        "This is the example that shows how to fill in the others. Remove the line.",
    ),
    "example_key": ("（例）この行は削除してください", "(example) remove this line"),
    "how_key": (
        "案件を見分けるための、重複しない記号（例：pension-portal-2025）",
        "what this proposal is known by, and no other, such as pension-portal-2025",
    ),
    "how": ("{title}：{how}", "{title}: {how}"),
    "how_text": ("一行の文", "one line of text"),
    "how_prose": ("文章（改行してもよい）", "text, of several lines if need be"),
    "how_yen": ("円単位の整数（例：1200000）", "whole yen, such as 1200000"),
    "how_integer": ("整数", "a whole number"),
    "how_year": ("年度（例：2025、令和7年度）", "a fiscal year, such as 2025"),
    "how_date": ("日付（例：2025-04-01）", "a date, such as 2025-04-01"),
    "how_flag": ("true か false", "true or false"),
    "how_choice_of": ("次のいずれか：{choices}", "one of: {choices}"),
    "how_ministry": ("府省庁のコードか名称", "code or name of a ministry"),
    "how_ministries": (
        "府省庁のコードか名称（複数なら ; で区切る）",
        "codes or names of ministries, divided by ;",
    ),
    "how_reference": ("案件の番号（例：MOF-2025-0001）", "reference of a proposal, such as MOF-2025-0001"),
    "how_conditions": (
        """条件の一覧（JSON、例：[{{"text": "…"}}]）""",
        """conditions as JSON, such as [{{"text": "…"}}]""",
    ),
    "how_counts": (
        """数（JSON、例：{{"yes": 24, "no": 1}}）""",
        """counts as JSON, such as {{"yes": 24, "no": 1}}""",
    ),
    "how_names": ("短い語句（複数なら ; で区切る）", "short texts, divided by ;"),
    "how_names_of": (
        "次から選ぶ（複数なら ; で区切る）：{choices}",
        "any of these, divided by ;: {choices}",
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
