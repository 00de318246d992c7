"""Working views."""

TEXTS = {
    "unknown_state": (
        "「{name}」という状態はどの定義にもありません{hint}。一覧：govflow workflow show",
        "No workflow has a state '{name}'{hint}. See: govflow workflow show",
    ),
    "unknown_role": (
        "「{name}」という役割はどの定義にもありません{hint}。一覧：govflow workflow matrix",
        "No workflow has a role '{name}'{hint}. See: govflow workflow matrix",
    ),
    "unknown_office": (
        "「{office}」という職は組織にありません{hint}。一覧：govflow org show",
        "The organisation has no office '{office}'{hint}. See: govflow org show",
    ),
}
