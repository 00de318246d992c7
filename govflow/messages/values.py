"""What can be wrong with a value of a proposal or an act."""

TEXTS = {
    "unknown_ministry": (
        "「{name}」という府省庁は組織にありません{hint}。コードか名称で書いてください。",
        "The organisation has no ministry '{name}'{hint}. Give its code or its name.",
    ),
    "unknown_choice": (
        "「{value}」は選べません{hint}。次のいずれかを選んでください：{choices}",
        "'{value}' is not a choice{hint}. Choose one of: {choices}",
    ),
}
