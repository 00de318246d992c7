"""Working views."""

TEXTS = {
    "unknown_state": (
        "「{state}」という状態はどの定義にもありません{hint}。",
        "no workflow has a state '{state}'{hint}; see: govflow workflow show",
    ),
    "unknown_office": (
        "「{office}」という職は組織にありません{hint}。",
        "the organisation has no office '{office}'{hint}",
    ),
}
