"""Who may read what, and what is said where somebody may not."""

TEXTS = {
    "nobody": (
        "アカウント「{account}」は組織の誰にも対応していないため、案件について何も読めません。管理者に、組織ファイルの"
        " accounts への追加を依頼してください。",
        "The account '{account}' belongs to nobody in the organisation and so reads nothing about"
        " proposals. Ask an administrator to add it to your accounts in the organisation file.",
    ),
    "closed": (
        "案件 {reference} は、いまの職では読めません。所管府省庁（{ministry}）は常に読めます。",
        "{reference} is not open to you. Its own ministry ({ministry}) always reads it.",
    ),
    "opens_by_asking": (
        "{audience}は、案件について手順を求められたときから、定められた項目を読めます。",
        "Those who are asked about it ({audience}) read the fields named for them once they are asked.",
    ),
    "opens_once": (
        "{audience}は、{acts}の後に読めます。",
        "Others ({audience}) read it after this: {acts}.",
    ),
    "only_whole": (
        "案件 {reference} の{what}は、案件全体を読める人だけが見られます。govflow show {reference} で、"
        "公開された項目を確かめてください。",
        "Only those who read the whole of {reference} may see its {what}. See what is open to you: govflow"
        " show {reference}",
    ),
    "history": ("経過", "history"),
    "comparison": ("新旧対照", "comparison of revisions"),
    "authority": ("権限者", "standings"),
    "document": ("文書「{number}」", "document {number}"),
    "council_only": (
        "{what}は、会議体（{body}）の構成員、議長及び事務局だけが読めます。",
        "Only the members of the body ({body}), its chair and its secretariat read this: {what}.",
    ),
    "hidden": ("（非公開）", "(not open)"),
    "values_closed": (
        "案件 {reference} の{names}は、いまの職では読めないため、訂正もできません。",
        "These of {reference} are not open to you, so they are not yours to put right: {names}.",
    ),
    "auditor": (
        "{person}は監査人です。監査人はすべてを読み、何も行いません。他の職の人に依頼してください。",
        "{person} is an auditor, who reads everything and acts on nothing. Ask somebody in another office.",
    ),
    "act_closed": (
        "「{trigger}」は、案件を読める担当者の行為です。",
        "'{trigger}' is an act of those who read the proposal.",
    ),
}
