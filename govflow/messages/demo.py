"""The demonstration."""

TEXTS = {
    "founded": (
        "実証用の保管庫を作りました：{url}（{ministries}府省庁・{persons}人）",
        "Demonstration store created: {url} (ministries: {ministries}, persons: {persons}).",
    ),
    "imported": (
        "実在の情報システム関係事業 {count} 件を取り込みました。",
        "Imported real IT programmes: {count}.",
    ),
    "carried": (
        "継続中の事業から案件 {count} 件を起案しました（終了した事業 {ended} 件は起案しません）。",
        "Opened draft proposals for live programmes: {count} (ended programmes, which open none: {ended}).",
    ),
    "playing": (
        "{stories} 件の案件を進めます（行為 {acts} 件、会議 {meetings} 回）…",
        "Taking proposals through the process: {stories} (acts: {acts}, meetings: {meetings}) …",
    ),
    "exported": (
        "文書 {count} 件を日本語と英語で書き出しました：{folder}",
        "Documents written in Japanese and English to {folder}: {count}.",
    ),
    "nobody": (
        "{reference}：行為「{trigger}」をできる人がいません。",
        "{reference}: Nobody may do '{trigger}'.",
    ),
    "other_end": (
        "{reference} は「{expected}」で終わるはずですが「{state}」にあります。",
        "{reference} should have ended in '{expected}' but is in '{state}'.",
    ),
    "unknown_route": (
        "「{name}」という道筋はありません{hint}。筋書きの routes にあるものを書いてください。",
        "There is no route '{name}'{hint}. Name one of the scenario's 'routes'.",
    ),
}
