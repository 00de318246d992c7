"""What can go wrong in finding the data that comes with govflow."""

TEXTS = {
    "missing": (
        "同梱データ「{kind}」が見つかりません（探した場所：{places}）。govflow を入れ直してください。",
        "The bundled '{kind}' cannot be found (looked in {places}). Install govflow again.",
    ),
    "no_override": (
        "{variable} の指すフォルダー「{directory}」がありません。値を直すか、外してください。",
        "{variable} points to '{directory}', which is no directory. Correct it or unset it.",
    ),
}
