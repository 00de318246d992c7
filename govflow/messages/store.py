"""What can be wrong with a store, and what to do about it."""

TEXTS = {
    "unfit_text": (
        "文字 {char} は文字コードの一部にすぎず、記録にも検索にも使えません。取り除いてください。",
        "{char} is only half of a character; it can neither be kept nor looked for. Remove it.",
    ),
    "bad_cursor": (
        "続きの位置「{cursor}」を読めません。前のページが示したものをそのまま使ってください。",
        "Cannot read the cursor '{cursor}'. Use the one that the page before gave.",
    ),
    "bad_url": (
        "保管庫の指定「{url}」を読めません。ファイル名（demo.db）、sqlite:///パス、または"
        " postgresql://利用者@ホスト/データベース の形で書いてください。",
        "Cannot read the store address '{url}'. Write a file name (demo.db), sqlite:///path or"
        " postgresql://user@host/database.",
    ),
    "driver_missing": (
        "PostgreSQL の接続部品がありません。次で入れてください：pip install 'govflow[postgresql]'",
        "The PostgreSQL driver is not installed. Add it with: pip install 'govflow[postgresql]'",
    ),
    "missing": (
        "保管庫 {url} がありません。場所を確かめるか、govflow init で作ってください。",
        "There is no store at {url}. Check the address, or create one with: govflow init",
    ),
    "exists": (
        "{url} にはすでに保管庫があります。何も変えていません。別の場所を選んでください。",
        "{url} already holds a store. Nothing was changed. Choose another place.",
    ),
    "not_empty": (
        "{url} には govflow の保管庫ではないデータがあります。何も変えていません。"
        "空のデータベースを選んでください。",
        "{url} holds other data, which is no govflow store. Nothing was changed. Choose an empty database.",
    ),
    "not_a_store": (
        "{url} は govflow の保管庫ではありません。場所を確かめるか、別の場所に govflow init"
        " で作ってください。",
        "{url} is not a govflow store. Check the address, or create a store elsewhere with: govflow init",
    ),
    "older_schema": (
        "保管庫 {url} のスキーマは古い版（{found}）です。控えを取ってから govflow store migrate で"
        " {known} に上げてください。",
        "The store {url} has the older schema {found}. Make a backup, then bring it to {known} with:"
        " govflow store migrate",
    ),
    "newer_schema": (
        "保管庫 {url} のスキーマ（{found}）は、この govflow が知る {known} より新しい版です。govflow"
        " を更新してください。",
        "The store {url} has the schema {found}, newer than the {known} this govflow knows. Update govflow.",
    ),
    "busy": (
        "保管庫 {url} をほかの処理が使っています。何も変えていません。少し待って、もう一度行ってください。",
        "The store {url} is in use by another process. Nothing was changed. Wait a moment and repeat.",
    ),
    "deadlock": (
        "保管庫 {url} で、ほかの処理と互いに待ち合ったため取り消しました。何も変えていません。もう一度行ってください。",
        "In the store {url} this and another process waited for each other, so this one was undone."
        " Nothing was changed. Repeat.",
    ),
    "read_only": (
        "保管庫 {url} は読み取り専用です。何も変えていません。"
        "ファイルとフォルダーの書き込み権限を確かめてください。",
        "The store {url} is read-only. Nothing was changed. Check the permissions of the file and"
        " its folder.",
    ),
    "disk_full": (
        "保管庫 {url} のあるディスクがいっぱいです。空きを作って、もう一度行ってください。",
        "The disk that holds the store {url} is full. Make room and repeat.",
    ),
    "corrupt": (
        "保管庫 {url} が壊れています（{detail}）。使うのをやめ、控えから戻してください。",
        "The store {url} is damaged ({detail}). Stop using it and restore it from a backup.",
    ),
    "cannot_open": (
        "保管庫 {url} を開けません（{detail}）。場所と権限を確かめてください。",
        "Cannot open the store {url} ({detail}). Check the path and its permissions.",
    ),
    "io_failed": (
        "保管庫 {url} の読み書きに失敗しました（{detail}）。ディスクを確かめて、もう一度行ってください。",
        "Reading or writing the store {url} failed ({detail}). Check the disk and repeat.",
    ),
    "cannot_connect": (
        "保管庫 {url} に接続できません（{detail}）。アドレスとサーバーの稼働を確かめてください。",
        "Cannot connect to the store {url} ({detail}). Check the address and that the server runs.",
    ),
    "connection_lost": (
        "保管庫 {url} との接続が切れました。この処理では何も変えていません。もう一度行ってください。",
        "The connection to the store {url} was lost. Nothing was changed by this transaction. Repeat"
        " the command.",
    ),
    "not_permitted": (
        "保管庫 {url} がこの利用者に操作を許していません（{detail}）。データベースの権限を確かめてください。",
        "The store {url} does not permit this user the operation ({detail}). Check the database's grants.",
    ),
    "no_calendar": (
        "この保管庫には休日の暦がありません。保管庫は govflow init で作ってください。",
        "This store has no calendar of closed days. Create the store with: govflow init",
    ),
    "append_only": (
        "{table} は追記だけができる記録です。書き換えも削除もできません。"
        "訂正は新しい行為として記録してください。",
        "{table} is append-only: what is recorded there cannot be changed or deleted. Record a"
        " correction as a new act.",
    ),
    "stale_version": (
        "{reference} には、その後ほかの行為が記録されています（履歴 第{actual}項、"
        "想定は第{expected}項）。govflow show {reference} で確かめてください。",
        "{reference} is at version {actual}, not {expected}: somebody has acted meanwhile. Look"
        " again with: govflow show {reference}",
    ),
    "already_there": (
        "同じ見出しのものがすでに保管庫にあります（{detail}）。最新の状態を確かめて、"
        "もう一度行ってください。",
        "The store already has one of the same key ({detail}). Look at the present state and repeat.",
    ),
    "key_busy": (
        "キー「{key}」の処理がちょうど同時に行われました。同じキーでもう一度行うと、その結果を示します。",
        "The act with the key '{key}' was being done at the same moment. Repeat with the same key to"
        " see its result.",
    ),
    "broken_rule": (
        "保管庫の決まりに合わないため、記録しませんでした（{detail}）。govflow audit verify"
        " で保管庫を確かめてください。",
        "The store's own rules forbid this, so nothing was recorded ({detail}). Check the store"
        " with: govflow audit verify",
    ),
    "sum_too_large": (
        "金額の合計が、保管庫の扱える範囲（900京円）を超えます。金額に誤りがないか確かめてください。",
        "The amounts add up to more than the store can hold (9 x 10^18 yen). Check the amounts for a"
        " mistake.",
    ),
    "outcome_unknown": (
        "記録を確定した答えが返ってきませんでした。記録されたかどうか分かりません。"
        "同じキーで繰り返してください。二重には記録されません。",
        "The answer to the commit was lost, so it is unknown whether this was recorded. Repeat with"
        " the same key: nothing is recorded twice.",
    ),
    "unreadable": (
        "保管庫の表 {table} の行（{key}）の {field} を読めません。書き換えられたか、壊れています。"
        "govflow audit verify で保管庫を確かめてください。",
        "The store's table {table} has a row ({key}) whose {field} cannot be read: it was altered or"
        " is damaged. Check the store with: govflow audit verify",
    ),
    "after_failure": (
        "この処理は前の失敗のため取り消されます。初めからもう一度行ってください。",
        "This transaction failed earlier and will be undone. Repeat it from the start.",
    ),
    "failed": (
        "保管庫 {url} が処理を断りました（{detail}）。何も変えていません。理由を確かめて、"
        "もう一度行ってください。",
        "The store {url} refused the operation ({detail}). Nothing was changed. Look at the reason"
        " and repeat.",
    ),
}
