"""Texts of reading files: what cannot be taken from YAML, JSON, CSV and single values."""

TEXTS = {
    # What a value is
    "kind_null": ("空（null）", "nothing (null)"),
    "kind_flag": ("真偽値（true/false）", "true or false"),
    "kind_integer": ("整数", "a whole number"),
    "kind_fraction": ("小数", "a number with a fraction"),
    "kind_text": ("文字列", "text"),
    "kind_list": ("リスト", "a list"),
    "kind_mapping": ("項目の組（マッピング）", "a mapping"),
    # Files
    "file_missing": (
        "ファイル「{file}」がありません。パスを確かめてください。",
        "There is no file '{file}'. Check the path.",
    ),
    "file_is_directory": (
        "「{file}」はフォルダーです。ファイルを指定してください。",
        "'{file}' is a directory. Name a file.",
    ),
    "file_forbidden": (
        "ファイル「{file}」を読む権限がありません。アクセス権を確かめてください。",
        "You may not read the file '{file}'. Check its permissions.",
    ),
    "file_unreadable": (
        "ファイル「{file}」を読めません（{detail}）。場所とアクセス権を確かめてください。",
        "The file '{file}' cannot be read ({detail}). Check where it is and its permissions.",
    ),
    "file_kind_unknown": (
        "「{file}」の形式が分かりません。拡張子を {known} のいずれかにしてください。",
        "The kind of '{file}' is not known. Its name must end in one of {known}.",
    ),
    "too_large": (
        "「{file}」が大きすぎます（上限 {limit} バイト）。分割してください。",
        "'{file}' is too large (the limit is {limit} bytes). Split it.",
    ),
    "not_utf8": (
        "UTF-8として読めないバイト {byte} があります。UTF-8で保存し直してください。",
        "The byte {byte} is not UTF-8. Save the file as UTF-8.",
    ),
    "document_empty": (
        "内容がありません。内容を書いてください。",
        "The document is empty. Write its content.",
    ),
    "too_deep": (
        "入れ子が深すぎます（上限 {limit} 段）。浅くしてください。",
        "The data are nested too deeply (the limit is {limit} levels). Nest them less.",
    ),
    "source_character": (
        "使えない文字 {char}（{name}）があります。削除してください。",
        "The character {char} ({name}) is not allowed here. Remove it.",
    ),
    # YAML
    "yaml_syntax": (
        "YAMLの文法に合いません（{detail}）。{hint}",
        "This is not valid YAML: {detail}.{hint}",
    ),
    "yaml_hint_tab": (
        "字下げには、タブではなく空白を使ってください。",
        " Indent with spaces, not with tabs.",
    ),
    "yaml_hint_colon": (
        "字下げを揃えるか、コロンを含む値を引用符で囲んでください。",
        " Align the indentation, or put a value that contains a colon in quotes.",
    ),
    "yaml_hint_unclosed": (
        "引用符や括弧が閉じているか、確かめてください。",
        " Check that quotes and brackets are closed.",
    ),
    "yaml_hint_quote": (
        "この文字で始まる値は引用符で囲んでください。",
        " Put a value that starts with this character in quotes.",
    ),
    "yaml_several_documents": (
        "1つのファイルに文書が複数あります（「---」）。文書ごとにファイルを分けてください。",
        "The file holds several documents ('---'). Put each in a file of its own.",
    ),
    "yaml_alias": (
        "エイリアス「*{name}」は使えません。値をそのまま書いてください。",
        "The alias '*{name}' is not allowed. Write the value out.",
    ),
    "yaml_anchor": (
        "アンカー「&{name}」は使えません。削除してください。",
        "The anchor '&{name}' is not allowed. Remove it.",
    ),
    "yaml_tag": (
        "タグ「{name}」は使えません。削除してください。",
        "The tag '{name}' is not allowed. Remove it.",
    ),
    "yaml_merge": (
        "マージキー「<<」は使えません。項目をそのまま書いてください。",
        "The merge key '<<' is not allowed. Write the keys out.",
    ),
    # Keys
    "key_not_text": (
        "項目名は文字列でなければなりませんが、{kind}です。引用符で囲んでください。",
        "A key must be text, but this is {kind}. Put it in quotes.",
    ),
    "key_repeated": (
        "項目「{key}」が重複しています（最初は {first}）。どちらかを削除してください。",
        "The key '{key}' is repeated (it first stands at {first}). Remove one of them.",
    ),
    "key_unknown": (
        "不明な項目「{key}」です{hint}。使える項目：{known}。",
        "Unknown key '{key}'{hint}. Known keys: {known}.",
    ),
    "key_none_known": (
        "不明な項目「{key}」です。ここに項目は書けません。削除してください。",
        "Unknown key '{key}'. Nothing can be stated here: remove it.",
    ),
    "key_not_a_name": (
        "「{key}」は名前として使えません。英小文字で始め、英小文字・数字・_ . -"
        " を{limit}文字以内で使ってください。",
        "'{key}' is not a name. Start with a small letter; use small letters, digits, _ . - and at"
        " most {limit} characters.",
    ),
    # JSON
    "json_syntax": (
        "JSONの文法に合いません。{expected}が必要ですが、{found} があります。直してください。",
        "This is not valid JSON: expected {expected}, found {found}. Correct it.",
    ),
    "json_expected_value": ("値", "a value"),
    "json_expected_key": ('項目名（「"」で始まる文字列）', 'a key (text that starts with ")'),
    "json_expected_colon": ("項目名の後の「:」", "':' after the key"),
    "json_expected_next_key": ("「,」または「}}」", "',' or '}}'"),
    "json_expected_next_item": ("「,」または「]」", "',' or ']'"),
    "json_end": ("ファイルの終わり", "the end of the file"),
    "json_trailing": (
        "JSONの値の後に余分な内容があります。削除してください。",
        "Something follows the JSON value. Remove it.",
    ),
    "json_string": (
        "JSONの文字列として読めません（{detail}）。引用符・改行・「\\」の書き方を確かめてください。",
        "This JSON string cannot be read ({detail}). Check its quotes, line ends and backslashes.",
    ),
    # CSV
    "csv_empty": (
        "CSVが空です。1行目に列名が必要です。",
        "The CSV is empty. Its first line must name the columns.",
    ),
    "csv_many_columns": (
        "列が多すぎます（{found}列、上限{limit}列）。表として正しく保存されているか確認してください。",
        "Too many columns ({found}, the limit is {limit}). See whether the file was saved as a table.",
    ),
    "csv_too_few": (
        "列が足りません（{expected}列のはずが{found}列）。区切りのカンマを確かめてください。",
        "Too few fields ({found} instead of {expected}). Check the commas.",
    ),
    "csv_too_many": (
        '列が多すぎます（{expected}列のはずが{found}列）。カンマを含む値は「"」で囲んでください。',
        "Too many fields ({found} instead of {expected}). Put a value with a comma in double quotes.",
    ),
    "csv_stray_quote": (
        '{field}列目の値の途中に「"」があります。値全体を「"」で囲み、中の「"」は2つ重ねてください。',
        'A double quote stands inside field {field}. Quote the whole value and double the quotes in it ("").',
    ),
    "csv_after_quote": (
        '{field}列目の閉じた「"」の後に文字があります。値の中の「"」は2つ重ねてください。',
        'Something follows the closing quote of field {field}. Double the quotes inside a value ("").',
    ),
    "csv_unclosed_quote": (
        '{field}列目の「"」が閉じていません。値の終わりに「"」を書いてください。',
        "The double quote that opens field {field} is never closed. Close it at the end of the value.",
    ),
    "csv_line_end": (
        "{field}列目の後の改行がCRのみです。LFまたはCRLFで保存し直してください。",
        "The line end after field {field} is a lone CR. Save the file with LF or CRLF.",
    ),
    "csv_nul": (
        "{field}列目にNUL文字があります。CSV（UTF-8）として保存し直してください。",
        "Field {field} holds a NUL character. Save the file again as CSV (UTF-8).",
    ),
    "csv_undecodable": (
        "{field}列目に文字として読めないバイト {byte} があります。ファイルの文字コードを確かめてください。",
        "Field {field} holds the byte {byte}, which is no character. Check the file's encoding.",
    ),
    "encoding_other": (
        "{encoding}として読めませんが、{other}としては読めます。--encoding {other} を試してください。",
        "The file is not {encoding}, but it can be read as {other}. Try --encoding {other}.",
    ),
    "encoding_utf16": (
        "UTF-16（「Unicodeテキスト」）のファイルです。「CSV UTF-8」として保存し直してください。",
        'The file is UTF-16 ("Unicode text"). Save it again as "CSV UTF-8".',
    ),
    "encoding_unknown": (
        "文字コード「{value}」は使えません{hint}。{known} のいずれかを指定してください。",
        "The encoding '{value}' is not supported{hint}. Choose one of {known}.",
    ),
    "column_unknown": (
        "不明な列「{name}」です{hint}。使える列：{known}。",
        "Unknown column '{name}'{hint}. Known columns: {known}.",
    ),
    "column_missing": (
        "列「{name}」がありません。追加してください。",
        "The column '{name}' is missing. Add it.",
    ),
    "column_repeated": (
        "列「{name}」が重複しています（最初は{first}列目）。どちらかを削除してください。",
        "The column '{name}' is repeated (first as field {first}). Remove one of them.",
    ),
    "column_unnamed": (
        "{field}列目に列名がありません。列名を書いてください。",
        "Field {field} of the header has no name. Give it one.",
    ),
    # Characters of a text
    "text_unfit": ("「{key}」：{problem}", "'{key}': {problem}"),
    "text_bidi": (
        "{position}文字目に文字の向きを変える制御文字 {char}（{name}）があります。削除してください。",
        "Character {position} is {char} ({name}), which changes the direction of writing. Remove it.",
    ),
    "text_control": (
        "{position}文字目に制御文字 {char}（{name}）があります。削除してください。",
        "Character {position} is {char} ({name}), a control character. Remove it.",
    ),
    "text_several_lines": (
        "{position}文字目に改行またはタブ {char}（{name}）があります。1行で書いてください。",
        "Character {position} is {char} ({name}). Write this text in one line, without tabs.",
    ),
    "text_invisible": (
        "{position}文字目に見えない文字 {char}（{name}）があります。削除してください。",
        "Character {position} is {char} ({name}), which cannot be seen. Remove it.",
    ),
    "text_unassigned": (
        "{position}文字目の {char}（{name}）は、文字として定められていません。削除してください。",
        "Character {position} is {char} ({name}), which is no character. Remove it.",
    ),
    "text_private_use": (
        "{position}文字目の {char}（{name}）は外字で、環境により見え方が変わります。"
        "別の文字を使ってください。",
        "Character {position} is {char} ({name}), which looks different everywhere. Use another character.",
    ),
    "text_surrogate": (
        "{position}文字目の {char}（{name}）は、壊れた文字の片割れです。入力し直してください。",
        "Character {position} is {char} ({name}), half of a broken character. Enter it again.",
    ),
    "text_not_nfc": (
        "{position}文字目から始まる {char}（{name}）が合成済みの形（NFC）ではありません。"
        "「{normal}」を使ってください。",
        "From character {position}, {char} ({name}), the text is not in composed form (NFC). Use '{normal}'.",
    ),
    "text_too_long": (
        "「{key}」が長すぎます（{length}文字、上限{limit}文字）。短くしてください。",
        "'{key}' is too long ({length} characters, the limit is {limit}). Shorten it.",
    ),
    "saying_too_long": (
        "長すぎます（{length}文字、上限{limit}文字）。短くしてください。",
        "It is too long ({length} characters, the limit is {limit}). Shorten it.",
    ),
    "too_many_problems": (
        "問題が{limit}件を超えたため、残りは調べていません。ここまでを直してから、もう一度実行してください。",
        "There are more than {limit} problems; the rest was not looked at. Mend these, then try again.",
    ),
    # Values
    "required": ("「{key}」が必要です。記入してください。", "'{key}' is required. Fill it in."),
    "not_text": (
        "「{key}」は文字列でなければなりませんが、{kind}です。文字列なら引用符で囲んでください。",
        "'{key}' must be text, but it is {kind}. If text is meant, put it in quotes.",
    ),
    "not_a_mapping": (
        "項目の組（マッピング）が必要ですが、{kind}です。「項目: 値」の形で書いてください。",
        "A mapping of keys to values is needed here, but this is {kind}. Write it as 'key: value'.",
    ),
    "not_a_list": (
        "「{key}」はリストでなければなりませんが、{kind}です。リストで書いてください。",
        "'{key}' must be a list, but it is {kind}. Write a list.",
    ),
    "not_a_name": (
        "「{key}」の「{value}」は名前として使えません。英小文字で始め、英小文字・数字・_ . -"
        " を{limit}文字以内で使ってください。",
        "'{key}': '{value}' is not a name. Start with a small letter; use small letters, digits, _ ."
        " - and at most {limit} characters.",
    ),
    "name_repeated": (
        "「{key}」に「{name}」が重複しています（最初は {first}）。どちらかを削除してください。",
        "'{key}' names '{name}' twice (first at {first}). Remove one of them.",
    ),
    "not_a_choice": (
        "「{key}」の「{value}」は選べません{hint}。{choices} のいずれかを選んでください。",
        "'{key}' cannot be '{value}'{hint}. Choose one of {choices}.",
    ),
    "not_a_flag": (
        "「{key}」は true か false でなければなりませんが、「{value}」です。どちらかにしてください。",
        "'{key}' must be true or false, but it is '{value}'. Write one of the two.",
    ),
    "not_a_date": (
        "「{key}」の「{value}」は日付として読めません。2026-04-01 のように書いてください。",
        "'{key}': '{value}' is not a date. Write it as in 2026-04-01.",
    ),
    "date_impossible": (
        "「{key}」の {value} は暦にない日付です。月か日を直してください。",
        "'{key}': {value} is not in the calendar. Correct the month or the day.",
    ),
    "date_out_of_range": (
        "「{key}」の {value} は扱える年（{first}年から{last}年まで）の外です。年を直してください。",
        "'{key}': The year of {value} is outside {first} to {last}. Correct it.",
    ),
    # Numbers
    "not_integer": (
        "「{key}」は整数でなければなりませんが、{kind}です。整数を書いてください。",
        "'{key}' must be a whole number, but it is {kind}. Write a whole number.",
    ),
    "number_quoted": (
        "「{key}」の「{value}」は文字列です。引用符を外して数として書いてください。",
        "'{key}': '{value}' is text. Write it as a number, without quotes.",
    ),
    "number_full_width": (
        "「{key}」の「{value}」に全角数字があります。半角で書いてください。",
        "'{key}': '{value}' has full-width digits. Use 0 to 9.",
    ),
    "number_spaces": (
        "「{key}」の「{value}」の前後に空白があります。削除してください。",
        "'{key}': '{value}' begins or ends with a space. Remove it.",
    ),
    "number_leading_zero": (
        "「{key}」の「{value}」は0で始まっています。先頭の0を削除してください。",
        "'{key}': '{value}' begins with a zero. Remove it.",
    ),
    "number_plus": (
        "「{key}」の「{value}」の「+」は不要です。削除してください。",
        "'{key}': '{value}' begins with a plus sign. Remove it.",
    ),
    "number_minus": (
        "「{key}」の「{value}」は負の数の書き方として扱えません。"
        "負の数なら「-」と半角数字だけで書いてください。",
        "'{key}': '{value}' is not how a negative number is written here. Use '-' and digits only.",
    ),
    "number_separator": (
        "「{key}」の「{value}」に桁区切りがあります。数字だけで書いてください。",
        "'{key}': '{value}' has thousands separators. Write digits only.",
    ),
    "number_grouping": (
        "「{key}」の「{value}」は桁区切りが3桁ごとではありません。1,200,000 のように区切るか、数字だけで書いてください。",
        "'{key}': The separators of '{value}' do not stand after every three digits. Write it as in"
        " 1,200,000, or digits only.",
    ),
    "number_exponent": (
        "「{key}」の「{value}」は指数表記です。数字だけで書いてください。",
        "'{key}': '{value}' has an exponent. Write the digits out.",
    ),
    "number_fraction": (
        "「{key}」の「{value}」に小数点があります。整数で書いてください。",
        "'{key}': '{value}' has a decimal point. Write a whole number.",
    ),
    "number_unit": (
        "「{key}」の「{value}」に単位や記号が付いています。数字だけで書いてください。",
        "'{key}': '{value}' has a unit or a currency sign. Write digits only.",
    ),
    "not_a_number": (
        "「{key}」の「{value}」は数として読めません。数字だけで書いてください。",
        "'{key}': '{value}' is not a number. Write digits only.",
    ),
    "number_too_long": (
        "数が長すぎます（上限{limit}桁）。短くしてください。",
        "The number is too long (the limit is {limit} digits). Shorten it.",
    ),
    "number_not_finite": (
        "「{value}」は数ではありません。有限の数を書いてください。",
        "'{value}' is not a finite number. Write a finite one.",
    ),
    "integer_out_of_range": (
        "「{key}」の {value} は範囲外です。{minimum} から {maximum} までにしてください。",
        "'{key}': {value} is out of range. It must be from {minimum} to {maximum}.",
    ),
    "not_a_year": (
        "「{key}」の「{value}」は年度として読めません。2025、2025年度、令和7年度、R7 のように書いてください。",
        "'{key}': '{value}' is not a fiscal year. Write it as in 2025, FY2025 or R7.",
    ),
    "yen_negative": (
        "「{key}」の {value} は負の金額です。0円以上を書いてください。",
        "'{key}': {value} is negative. An amount is 0 yen or more.",
    ),
    "yen_too_large": (
        "「{key}」の {value} は大きすぎます。10の18乗円以下の額を、円単位で書いてください。",
        "'{key}': {value} is too large. An amount is at most 10^18, in yen.",
    ),
}
