"""Working views."""

TEXTS = {
    "unknown_office": (
        "「{office}」という職は組織にありません{hint}。",
        "the organisation has no office '{office}'{hint}",
    ),
}
