"""Working views."""

TEXTS = {
    "bad_cursor": ("続きの位置「{cursor}」を読めません。前のページの more をそのまま渡してください。",
                   "cannot go on after '{cursor}'; pass on what the page before gave as more"),
    "unknown_office": ("「{office}」という職は組織にありません{hint}。", "the organisation has no office '{office}'{hint}"),
}
