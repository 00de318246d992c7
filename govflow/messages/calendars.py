"""What can be wrong with a calendar file."""

TEXTS = {
    "bad_month_day": (
        '「{text}」を月日として読めません。"12-29" の形で書いてください。',
        "cannot read '{text}' as month and day; write it as \"12-29\"",
    ),
    "unknown_timezone": (
        "時間帯「{name}」はありません（例：Asia/Tokyo）。",
        "there is no time zone '{name}' (such as Asia/Tokyo)",
    ),
}
