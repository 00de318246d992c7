"""What can go wrong in finding the data that comes with govflow."""

TEXTS = {
    "missing": (
        "同梱データ「{kind}」が見つかりません。govflow を入れ直してください。探した場所：{places}",
        "the bundled '{kind}' are missing; install govflow again (looked in {places})",
    ),
    "no_override": (
        "{variable} の指すディレクトリ「{directory}」がありません。値を直すか、外してください。",
        "{variable} points to '{directory}', which is no directory; correct it or unset it",
    ),
}
