"""The outbox: what waits to be told outside."""

TEXTS = {
    "unknown": (
        "送信待ちの番号 {number} はありません（届いたものは残りません）。次で確かめてください：govflow outbox list",
        "The outbox has no number {number} (what was delivered is gone). Look with: govflow outbox list",
    ),
    "choose": (
        "やり直す番号か、--failed のどちらか一方を指定してください。",
        "Name the numbers to try again, or all that failed with --failed; not both.",
    ),
    "retried": ("{number} {topic} {subject}：もう一度送ります。", "{number} {topic} {subject}: due again."),
    "nothing_failed": ("送信をあきらめたものはありません。", "Nothing was given up."),
    "waiting": ("送信待ち", "waiting"),
    "failed": ("失敗", "failed"),
}
