"""What is said of documents: what is wrong with a template or a text, what was found."""

TEXTS = {
    "no_template": (
        "様式「{template}」（{lang}）がありません{hint}。templates/{lang}/{template}.md.j2"
        " を置いてください。",
        "There is no template '{template}' in '{lang}'{hint}. Add templates/{lang}/{template}.md.j2.",
    ),
    "no_included": (
        "{place}：取り込む様式「{name}」がありません。名前を直すか、その様式を置いてください。",
        "{place}: The template it includes, '{name}', is missing. Correct the name or add that file.",
    ),
    "no_stylesheet": (
        "文書の体裁を定める {path} がありません。様式と同じ場所に置いてください。",
        "The stylesheet {path} is missing. Add it beside the templates.",
    ),
    "dynamic_include": (
        "{place}：取り込む様式の名前は、固定の文字列で書いてください（文書の検証に必要です）。",
        "{place}: The name of an included template must be written out, because its text belongs to"
        " the document's digest.",
    ),
    "not_utf8": (
        "{place}：様式がUTF-8ではありません。UTF-8で保存し直してください。",
        "{place}: The template is not UTF-8. Save it as UTF-8.",
    ),
    "syntax": (
        "{place}：様式の書き方に誤りがあります（{detail}）。様式を直してください。",
        "{place}: The template cannot be read ({detail}). Correct the template.",
    ),
    "missing_value": (
        "{place}：様式が求める値「{name}」が、文書の資料にありません。様式の綴りを確かめるか、"
        "値を渡してください。",
        "{place}: The template asks for '{name}', which the document's data does not have. Check its"
        " spelling or supply the value.",
    ),
    "bad_value": (
        "{place}：値をこの書式で表せません（{detail}）。様式の書式か、渡した値を直してください。",
        "{place}: A value cannot be written in this format ({detail}). Correct the format or the value.",
    ),
    "not_printable": (
        "文字でも数でもない値（{type}）です。書式を通すか、値のない場合を様式に書いてください",
        "it is {type}, neither text nor a number: pass it through a format, or say what stands when it is absent",
    ),
    "forbidden": (
        "{place}：様式では許されない操作です（{detail}）。様式が使えるのは、"
        "渡された値と決められた書式だけです。",
        "{place}: Templates may not do this ({detail}); they have only the values given and the"
        " formats provided.",
    ),
    "too_deep": (
        "{place}：様式の取り込みや繰り返しの入れ子が深すぎます。"
        "自分自身を取り込んでいないか確かめてください。",
        "{place}: The template nests too deeply. Check whether it includes itself.",
    ),
    "stopped": (
        "様式 {place} の作成を中止しました。処理時間{seconds}秒又はメモリ{megabytes}MBを超えました。繰り返しや連結が"
        "大きくなりすぎていないか確認してください。",
        "Rendering {place} was stopped: it took more than {seconds} s of processor time or {megabytes} MB. See whether its "
        "loops or texts grow without end.",
    ),
    "too_large": (
        "{place}：文書が上限の{limit:,}バイトを超えました。様式の繰り返しか、"
        "渡した値の量を見直してください。",
        "{place}: The document grew beyond {limit:,} bytes. Review the template's loops or the data given.",
    ),
    "not_a_digest": (
        "「{value}」はSHA-256（16進64桁）ではありません",
        "'{value}' is not a SHA-256 of 64 hexadecimal digits",
    ),
    "not_a_name": (
        "名称に{lang}の表記がありません",
        "a name has no text in '{lang}'",
    ),
    "unknown": (
        "文書 {number} はないか、いまの職では読めない案件のものです。番号を確かめてください：govflow document list",
        "There is no document {number}, or it is of a proposal that is closed to you. Look up the number with:"
        " govflow document list",
    ),
    "no_memo": (
        "{reference} には、意思決定メモがまだありません。発行済みの文書は、{issued}です。表示するには：{command}",
        "{reference} has no decision memo yet. What has been issued: {issued}. To print it: {command}",
    ),
    "none_of_kind": (
        "{reference} には、「{kind}」という種類の文書がまだありません{hint}。発行済みの文書は、{issued}です。"
        "表示するには：{command}",
        "{reference} has no document of the kind '{kind}' yet{hint}. What has been issued: {issued}. To print it:"
        " {command}",
    ),
    "named": ("{title}（{code}）", "{title} ({code})"),
    "nothing_issued": (
        "{reference} には、発行済みの文書がまだありません。次に何が要るかを確かめてください：govflow why {reference}",
        "No document has been issued for {reference} yet. See what it waits for with: govflow why {reference}",
    ),
    "superseded": (
        "文書 {number} の後に、新しい文書 {by} が発行されています。",
        "Document {number} has been superseded by {by}.",
    ),
    "returned": (
        "文書 {number} の発行後、案件は{day}に起案に戻されています（履歴第{seq}項）。この文書は、その前の案件についてのものです。",
        "Since document {number} was issued the proposal has gone back to its beginning, on {day} (history entry {seq});"
        " the document is about the proposal before that.",
    ),
    "text_altered": (
        "文書 {number} の本文がダイジェストと一致しません（改変されています）。記録を検証してください：govflow audit verify",
        "The text of document {number} does not match its digest (it was altered). Verify the record with:"
        " govflow audit verify",
    ),
    "text_digest": ("本文のSHA-256：{digest}", "SHA-256 of the text: {digest}"),
    "file_digest": ("SHA-256：{digest}", "SHA-256: {digest}"),
    "shown": (
        "文書 {number}（{reference}、{issued}発行）",
        "Document {number} of {reference}, issued {issued}",
    ),
    "not_of_store": (
        "{file} は、この保管庫が発行した文書ではないか、改変されています。別の保管庫の文書なら、--store で指定してください。",
        "{file} is no document of this store, or it was altered. If another store issued it, name that store with"
        " --store.",
    ),
    "not_as_issued": (
        "{file} は文書 {number} の番号を示していますが、保管庫が発行したものと一致しません。改変されたか、"
        "別の保管庫か別の版の govflow で作られたものです。",
        "{file} bears the number of document {number} and is not what this store issued: it was altered, or another"
        " store or another version of govflow made it.",
    ),
    "not_upheld": (
        "{file} は文書 {number} に当たりますが、保管庫と履歴の記録が一致しません。",
        "{file} is document {number}, but store and history do not agree on it.",
    ),
    "upheld": (
        "{file} は、この保管庫が発行した文書です。保管庫と履歴の記録は一致しています。",
        "{file} is a document of this store, as it was issued. Store and history agree on it.",
    ),
    "heading_document": ("文書", "Document"),
    "heading_issued": ("発行", "Issued"),
    "heading_act": ("行為", "Act"),
    "heading_digest": ("SHA-256", "SHA-256"),
    "act": ("{title}（{day}、履歴第{seq}項）", "{title} on {day} (history entry {seq})"),
    "not_rendered": (
        "文書 {number} は発行済みですが、本文がまだ作成されていません。様式の誤りを直してから、"
        "もう一度実行してください。",
        "Document {number} is issued but its text is not rendered yet. Correct the template and try again.",
    ),
    "demonstration_mark": ("実証環境", "DEMONSTRATION"),
}
