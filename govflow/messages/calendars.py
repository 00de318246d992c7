"""What can be wrong with a calendar file."""

TEXTS = {
    "bad_month_day": (
        '「{text}」を月日として読めません。"12-29" の形で書いてください。',
        "Cannot read '{text}' as month and day. Write it as \"12-29\".",
    ),
    "unknown_timezone": (
        "時間帯「{name}」はありません。Asia/Tokyo のような名前を書いてください。",
        "There is no time zone '{name}'. Write one such as Asia/Tokyo.",
    ),
}
