"""What the command line says itself: headings of help pages and of failures, usage errors, exit codes."""

TEXTS = {
    # help pages
    "usage": ("使い方：", "Usage: "),
    "usage_options": ("[オプション]", "[OPTIONS]"),
    "usage_command": ("コマンド [引数]...", "COMMAND [ARGS]..."),
    "commands": ("コマンド：", "Commands:"),
    "options": ("オプション：", "Options:"),
    "common_options": ("共通のオプション：", "Common options:"),
    "section.job": ("主な仕事：", "Main job:"),
    "section.views": ("一覧と閲覧：", "Views:"),
    "section.council": ("会議体：", "Council:"),
    "section.rules": ("組織と定義：", "Organisation & workflows:"),
    "section.store": ("保管庫と監査：", "Store & audit:"),
    "section.about": ("govflow について：", "About govflow:"),
    "required": ("必須", "required"),
    "default": ("既定値：{value}", "default: {value}"),
    "environment": ("環境変数：{name}", "env: {name}"),
    "closing": (
        "各コマンドの使い方：govflow コマンド --help、終了コード：govflow help exit-codes",
        "More on a command: govflow COMMAND --help. Exit codes: govflow help exit-codes",
    ),
    # values and tables
    "yes": ("はい", "yes"),
    "no": ("いいえ", "no"),
    "nothing": ("該当するものはありません。", "Nothing to show."),
    "exit_code": ("終了コード", "Exit code"),
    "exit_meaning": ("意味", "Meaning"),
    # headings of failures
    "failed": ("できませんでした：", "Failed: "),
    "not_understood": ("コマンドを読み取れません：", "Not understood: "),
    "bad_input": (
        "入力を受け付けられません（何も変更していません）：",
        "Not accepted (nothing was changed): ",
    ),
    "refused": ("認められません：", "Refused: "),
    "not_authorised": ("権限がありません：", "Not authorised: "),
    "not_found": ("見つかりません：", "Not found: "),
    "conflict": ("ほかの操作と競合しました：", "Conflict: "),
    "store_error": ("保管庫を使えません：", "Store problem: "),
    "outcome_unknown": ("記録されたかどうか確認できません：", "Outcome unknown: "),
    "document_error": ("文書を作成できません：", "Document problem: "),
    "verification_failed": ("検証に合格しませんでした：", "Verification failed: "),
    "next": ("次のコマンド：", "Next: "),
    # failures of the command line itself
    "bug": (
        "予期しない不具合（{kind}）が起きました。環境変数 GOVFLOW_DEBUG=1"
        " を付けて同じコマンドを実行し、その出力を添えて報告してください。",
        "govflow met an unexpected defect ({kind}). Run the same command with GOVFLOW_DEBUG=1 in the"
        " environment and report it with the output.",
    ),
    "interrupted": (
        "中断しました。すでに確定した記録は残っています。同じコマンドを続けて実行できます。",
        "Interrupted. What was already committed stays, and the same command can be run again.",
    ),
    "output_lost": (
        "結果を書き出せません（{reason}）。行為そのものは済んでいることがあります。出力先を確かめ、"
        "govflow history で記録を見てください。",
        "The result could not be written ({reason}). The act itself may have been recorded. Check"
        " where the output goes, and look with: govflow history",
    ),
    # usage errors
    "no_such_command": (
        "「{name}」というコマンドはありません{hint}。",
        "There is no command '{name}'{hint}.",
    ),
    "no_such_option": (
        "「{name}」というオプションはありません{hint}。",
        "There is no option '{name}'{hint}.",
    ),
    "option_after_command": (
        "オプション「{name}」はコマンド名の後に書いてください（例：{example}）。",
        "Write the option '{name}' after the name of the command, as in: {example}",
    ),
    "missing_command": ("コマンドがありません。指定してください。", "A command is missing. Name one."),
    "option_of_other": (
        "オプション「{name}」は {way} とは一緒に使えません。どちらかを外してください。",
        "The option {name} does not go with {way}. Leave out one of them.",
    ),
    "missing_option": ("オプション「{name}」を指定してください。", "The option {name} is missing."),
    "missing_argument": ("引数「{name}」を指定してください。", "The argument {name} is missing."),
    "too_many_arguments": (
        "余分な引数があります。外してください：{arguments}",
        "There are too many arguments. Leave out: {arguments}",
    ),
    "broken_character": (
        "{position}文字目（{char}）が文字として読めません。端末の文字コードを UTF-8 にして、"
        "入力し直してください。",
        "Character {position} ({char}) is broken. Set the terminal to UTF-8 and enter it again.",
    ),
    "control_character": (
        "{position}文字目に制御文字 {char} があります。削除してください。",
        "Character {position} is {char}, a control character. Remove it.",
    ),
    "option_needs_value": (
        "オプション「{name}」に値がありません。値を指定してください。",
        "The option '{name}' needs a value. Give one.",
    ),
    "option_takes_no_value": (
        "オプション「{name}」に値は付けられません。値を外してください。",
        "The option '{name}' takes no value. Leave the value out.",
    ),
    "bad_choice": ("「{name}」には {choices} のどれかを指定してください。", "{name} takes one of: {choices}"),
    "bad_integer": ("「{name}」には整数を指定してください。", "{name} takes a whole number."),
    "bad_range": (
        "「{name}」には {range} の範囲の数を指定してください。",
        "{name} takes a number in the range {range}.",
    ),
    "bad_number": ("「{name}」には数を指定してください。", "{name} takes a number."),
    "bad_date": (
        "「{name}」には日付を 2025-04-07 の形で指定してください。",
        "{name} takes a date such as 2025-04-07.",
    ),
    "bad_path": (
        "「{name}」のファイルまたはフォルダーを使えません。場所と読み書きの権限を確かめてください。",
        "{name} cannot be used as a file or folder. Check where it is and who may read or write it.",
    ),
    "bad_value": (
        "「{name}」の値を読み取れません（{detail}）。値を直してください。",
        "The value of {name} cannot be used ({detail}). Correct it.",
    ),
    "other_usage": ("指定を読み取れません（{detail}）。", "{detail}"),
    "log_failed": (
        "ログ {file} に書き込めません（{reason}）。コマンドの結果は変わりません。場所と権限を確かめてください。",
        "The log {file} cannot be written ({reason}); the command's result stands. Check the path and its permissions.",
    ),
    # exit codes
    "exit.0": ("成功", "success"),
    "exit.1": ("その他の理由でできなかった", "not possible for another reason"),
    "exit.2": (
        "コマンドまたは入力の誤り（何も変更していない）",
        "the command or its input is wrong; nothing was changed",
    ),
    "exit.3": ("規則により認められない", "refused by a rule"),
    "exit.4": ("権限がない", "not authorised"),
    "exit.5": ("該当するものが見つからない", "not found"),
    "exit.6": (
        "ほかの操作との競合",
        "conflict: somebody else was first, or the key was used for something else",
    ),
    "exit.7": ("保管庫を使えない", "the store is missing, locked, full, corrupt or of another schema"),
    "exit.8": (
        "記録されたか不明（同じキーで再実行すれば分かる）",
        "outcome unknown; repeat with the same key to learn it",
    ),
    "exit.9": ("文書を作成できない", "a document could not be made"),
    "exit.10": ("記録の検証に不合格", "verification failed: the record does not hold"),
    "exit.70": ("govflow の不具合", "a defect of govflow"),
    "exit.74": ("結果を書き出せない", "the result could not be written"),
    "exit.130": ("利用者による中断", "interrupted"),
    "exit.141": ("出力先が先に閉じられた", "whoever read the output stopped reading"),
}
