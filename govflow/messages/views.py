"""Working views."""

TEXTS = {
    "unknown_state": (
        "「{name}」という状態はどの定義にもありません{hint}。",
        "no workflow has a state '{name}'{hint}; see: govflow workflow show",
    ),
    "unknown_role": (
        "「{name}」という役割はどの定義にもありません{hint}。",
        "no workflow has a role '{name}'{hint}; see: govflow workflow matrix",
    ),
    "unknown_office": (
        "「{office}」という職は組織にありません{hint}。",
        "the organisation has no office '{office}'{hint}",
    ),
}
