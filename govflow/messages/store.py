"""What can be wrong with a store, and what to do about it."""

TEXTS = {
    "bad_cursor": (
        "続きの位置「{cursor}」を読めません。前のページが示したものをそのまま使ってください。",
        "cannot read the cursor '{cursor}'; use the one that the page before gave",
    ),
    "bad_url": (
        "保管庫の指定「{url}」を読めません。ファイル名（demo.db）、sqlite:///パス、"
        "または postgresql://利用者@ホスト/データベース の形で書いてください。",
        "cannot read the store address '{url}'; write a file name (demo.db), sqlite:///path"
        " or postgresql://user@host/database",
    ),
    "driver_missing": (
        "PostgreSQL の接続部品がありません。次で入れてください：pip install 'govflow[postgresql]'",
        "the PostgreSQL driver is not installed; add it with: pip install 'govflow[postgresql]'",
    ),
    "missing": (
        "保管庫 {url} がありません。場所を確かめるか、govflow init で作ってください。",
        "there is no store at {url}; check the address, or create one with: govflow init",
    ),
    "exists": (
        "{url} にはすでに保管庫があります。何も変えていません。別の場所を選んでください。",
        "{url} already holds a store; nothing was changed; choose another place",
    ),
    "not_empty": (
        "{url} には govflow の保管庫ではないデータがあります。何も変えていません。空のデータベースを選んでください。",
        "{url} holds other data, which is no govflow store; nothing was changed; choose an empty database",
    ),
    "not_a_store": (
        "{url} は govflow の保管庫ではありません。場所を確かめるか、別の場所に govflow init で作ってください。",
        "{url} is not a govflow store; check the address, or create a store elsewhere with: govflow init",
    ),
    "older_schema": (
        "保管庫 {url} の様式は古い版（{found}）です。控えを取ってから"
        " govflow store migrate で {known} に上げてください。",
        "the store {url} has the older schema {found}; make a backup, then bring it to {known} with:"
        " govflow store migrate",
    ),
    "newer_schema": (
        "保管庫 {url} の様式（{found}）は、この govflow が知る {known} より新しい版です。govflow を更新してください。",
        "the store {url} has the schema {found}, newer than the {known} this govflow knows; update govflow",
    ),
    "busy": (
        "保管庫 {url} をほかの処理が使っています。何も変えていません。少し待って、もう一度行ってください。",
        "the store {url} is in use by another process; nothing was changed; wait a moment and repeat",
    ),
    "read_only": (
        "保管庫 {url} は読取り専用です。何も変えていません。ファイルとフォルダーの書込み権限を確かめてください。",
        "the store {url} is read-only; nothing was changed; check the permissions of the file and its folder",
    ),
    "disk_full": (
        "保管庫 {url} のあるディスクがいっぱいです。空きを作って、もう一度行ってください。",
        "the disk that holds the store {url} is full; make room and repeat",
    ),
    "corrupt": (
        "保管庫 {url} が壊れています（{detail}）。使うのをやめ、控えから戻してください。",
        "the store {url} is damaged ({detail}); stop using it and restore it from a backup",
    ),
    "cannot_open": (
        "保管庫 {url} を開けません（{detail}）。場所と権限を確かめてください。",
        "cannot open the store {url} ({detail}); check the path and its permissions",
    ),
    "io_failed": (
        "保管庫 {url} の読み書きに失敗しました（{detail}）。ディスクを確かめて、もう一度行ってください。",
        "reading or writing the store {url} failed ({detail}); check the disk and repeat",
    ),
    "cannot_connect": (
        "保管庫 {url} に接続できません（{detail}）。アドレスとサーバーの稼働を確かめてください。",
        "cannot connect to the store {url} ({detail}); check the address and that the server runs",
    ),
    "connection_lost": (
        "保管庫 {url} との接続が切れました。この処理では何も変えていません。もう一度行ってください。",
        "the connection to the store {url} was lost; nothing was changed by this transaction; repeat",
    ),
    "not_permitted": (
        "保管庫 {url} がこの利用者に操作を許していません（{detail}）。データベースの権限を確かめてください。",
        "the store {url} does not permit this user the operation ({detail}); check the database's grants",
    ),
    "no_calendar": (
        "この保管庫には休日の暦がありません。保管庫は govflow init で作ってください。",
        "this store has no calendar of closed days; create the store with: govflow init",
    ),
    "append_only": (
        "{table} は追記だけができる記録です。書換えも削除もできません。",
        "{table} is append-only: what is recorded there cannot be changed or deleted",
    ),
    "stale_version": (
        "{reference} には、その後ほかの行為が記録されています（履歴 第{actual}項、想定は第{expected}項）。"
        "govflow show {reference} で確かめてください。",
        "{reference} is at version {actual}, not {expected}: somebody acted meanwhile;"
        " look again with: govflow show {reference}",
    ),
    "already_there": (
        "同じ見出しのものがすでに保管庫にあります（{detail}）。最新の状態を確かめて、もう一度行ってください。",
        "the store already has one of the same key ({detail}); look at the present state and repeat",
    ),
    "key_busy": (
        "キー「{key}」の処理がちょうど同時に行われました。同じキーでもう一度行うと、その結果を示します。",
        "the act with the key '{key}' was being done at the same moment; repeat with the same key to see its result",
    ),
    "broken_rule": (
        "保管庫の決まりに合わないため、記録しませんでした（{detail}）。"
        "govflow audit verify で保管庫を確かめてください。",
        "the store's own rules forbid this, so nothing was recorded ({detail});"
        " check the store with: govflow audit verify",
    ),
    "sum_too_large": (
        "金額の合計が、保管庫の扱える範囲（900京円）を超えます。金額に誤りがないか確かめてください。",
        "the amounts add up to more than the store can hold (9 x 10^18 yen); check the amounts for a mistake",
    ),
    "outcome_unknown": (
        "記録を確定した答えが返ってきませんでした。記録されたかどうか分かりません。"
        "同じキーで繰り返せば安全に確かめられます。",
        "the answer to the commit was lost, so it is unknown whether this was recorded;"
        " repeating with the same key is safe and tells",
    ),
    "unreadable": (
        "保管庫の表 {table} の行（{key}）の {field} を読めません。書き換えられたか、壊れています。"
        "govflow audit verify で保管庫を確かめてください。",
        "the store's table {table} has a row ({key}) whose {field} cannot be read: it was altered or is damaged;"
        " check the store with: govflow audit verify",
    ),
    "after_failure": (
        "この処理は前の失敗のため取り消されます。初めからもう一度行ってください。",
        "this transaction failed earlier and will be undone; repeat it from the start",
    ),
    "failed": (
        "保管庫 {url} が処理を断りました（{detail}）。何も変えていません。",
        "the store {url} refused the operation ({detail}); nothing was changed",
    ),
}
