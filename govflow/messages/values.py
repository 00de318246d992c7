"""What can be wrong with a value of a proposal or an act."""

TEXTS = {
    "unknown_ministry": (
        "「{name}」という府省庁は組織にありません{hint}。コードか名称で書いてください。",
        "the organisation has no ministry '{name}'{hint}; give its code or its name",
    ),
    "unknown_choice": (
        "「{value}」は選べません{hint}。選べるもの：{choices}",
        "'{value}' is not one of the choices{hint}: {choices}",
    ),
}
