"""Backups, restoring, and the record digest that is noted outside of a store."""

TEXTS = {
    "exists": (
        "{url} はすでにあります。何も上書きしません。別の名前を指定してください。",
        "{url} exists already, and nothing is overwritten. Choose another name.",
    ),
    "beside": (
        "{url} の隣に、前にあった保管庫の一部 {files} が残っています（直近の記録を含むことがあり、戻した内容と混ざります）。"
        "何も変えていません。使っているプロセスがあれば終え、元のファイルと一緒に別の場所へ移してから、やり直してください。",
        "Beside {url} there is part of the store that was there before: {files}. It may hold recent records, and would"
        " be mixed with what is written now. Nothing was changed. End whatever still uses it, move it away together"
        " with the file that it belongs to, and repeat.",
    ),
    "other_store": (
        "{url} には別の保管庫があります（保管庫 ID {store_id}、控えは {backup_id}）。何も変えていません。"
        "別の場所に戻してください。",
        "{url} holds another store (its ID is {store_id}, the backup's {backup_id}). Nothing was changed."
        " Restore it to another place.",
    ),
    "newer_schema": (
        "{url} の保管庫のスキーマ（{schema}）は控え（{kept}）より新しい版です。何も変えていません。"
        "別の場所に戻し、govflow store migrate で上げてください。",
        "The store at {url} has the schema {schema}, newer than the backup's {kept}. Nothing was changed."
        " Restore it to another place and bring it up with: govflow store migrate",
    ),
    "newer": (
        "{url} の保管庫は控えより新しく、控えにない記録が {rows} 件あります（{first} ほか）。何も変えていません。"
        "別の場所に戻すか、先にこの保管庫の控えを取ってください。",
        "The store at {url} is newer: it has {rows} records that the backup lacks (first of all {first})."
        " Nothing was changed. Restore to another place, or back this store up first.",
    ),
    "diverged": (
        "{url} の保管庫と控えは、同じ保管庫 ID のまま別々に続いています。控えにない、または控えと異なる記録が"
        " {rows} 件あります（{first} ほか）。何も変えていません。どちらが正しい記録かを決め、別の場所に戻してください。",
        "The store at {url} and the backup have the same ID but went on separately: {rows} records are"
        " others than in the backup or not in it (first of all {first}). Nothing was changed. Settle which"
        " of them is the record, and restore to another place.",
    ),
    "of_another": (
        "控えは別の保管庫のものです（保管庫 ID {store_id}、控えは {backup_id}）。保管庫と控えの組を確かめてください。",
        "The backup is of another store (this one's ID is {store_id}, the backup's {backup_id}). Check which"
        " belongs to which.",
    ),
    "lost_since": (
        "控えにある記録 {rows} 件が保管庫にありません（{first} ほか）。控えの後に取り除かれています。",
        "The store lacks {rows} records of the backup (first of all {first}): they were taken away since.",
    ),
    "altered_since": (
        "控えにある記録 {rows} 件が保管庫にないか、異なっています（{first} ほか）。控えの後に書き換えられたか、"
        "控えの時点から別々に続いた保管庫です。",
        "Of {rows} records of the backup the store has others or none (first of all {first}): they were"
        " altered since, or the two went on separately.",
    ),
    "bad_digest": (
        "「{digest}」は記録の要約値ではありません。項数、ハイフン、64桁の16進数の形で、表示されたまま指定してください。",
        "'{digest}' is no record digest. Give it as it was printed: a number of entries, a hyphen and 64"
        " hexadecimal digits.",
    ),
    "fewer": (
        "{store} は控えておいた要約値のものではありません。履歴が {entries} 項で、控えた時の {before} 項より {by} 項少なく、"
        "それより古いものか、末尾が切り取られています（今の要約値 {digest}、控えた値 {noted}）。",
        "{store} is not what the digest was noted of: it has {entries} history entries, {by} fewer than the"
        " {before} of then. It is older, or its end was cut off (its digest is {digest}, noted was {noted}).",
    ),
    "more": (
        "{store} は控えておいた要約値のものではありません。履歴が {entries} 項で、控えた時の {before} 項より {by} 項多く、"
        "その後に記録があります（今の要約値 {digest}、控えた値 {noted}）。その時の控えがあれば govflow store compare"
        " で比べてください。",
        "{store} is not what the digest was noted of: it has {entries} history entries, {by} more than the"
        " {before} of then (its digest is {digest}, noted was {noted}). With a backup of then,"
        " govflow store compare says whether anything else differs.",
    ),
    "other_content": (
        "{store} は控えておいた要約値のものではありません。履歴の項数（{entries}）は同じですが、内容が違います"
        "（今の要約値 {digest}、控えた値 {noted}）。書き換えられたか、履歴以外の記録が増えています。",
        "{store} is not what the digest was noted of: it has the same {entries} history entries, but its"
        " content differs (its digest is {digest}, noted was {noted}). It was altered, or something beside"
        " history was added.",
    ),
    "made": (
        "{store} の控えを {file} に取りました。要約値を保管庫の外に控えてください。",
        "{store} was backed up to {file}. Note the digest outside of the store.",
    ),
    "restored": ("{file} を {store} に戻しました。", "{file} was restored to {store}."),
    "migrate_next": (
        "スキーマは {schema} です。次で上げてください：{command}",
        "Its schema is {schema}; bring it up with: {command}",
    ),
    "verify_next": (
        "戻した記録を次で検証してください：{command}",
        "Check the record that was restored with: {command}",
    ),
    "contained": (
        "保管庫には控えの記録がすべてそのままあります。その後の履歴は {since} 項です。",
        "The store still has everything that the backup has. History entries recorded since: {since}.",
    ),
}
