"""What can be wrong with a calendar file."""

TEXTS = {
    "bad_month_day": (
        '「{text}」を月日として読めません。"12-29" の形で書いてください。',
        "Cannot read '{text}' as month and day. Write it as \"12-29\".",
    ),
    "unknown_country": (
        "国「{code}」の祝日は分かりません。JPのような国コードを使ってください。",
        "The holidays of the country '{code}' are not known. Use a code of a country, such as JP.",
    ),
    "unknown_timezone": (
        "時間帯「{name}」はありません。Asia/Tokyo のような名前を書いてください。",
        "There is no time zone '{name}'. Write one such as Asia/Tokyo.",
    ),
}
