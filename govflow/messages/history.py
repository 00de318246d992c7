"""What a history can be found to have wrong."""

TEXTS = {
    "gap": (
        "{subject} 第{seq}項：第{expected}項があるはずです（欠けているか、挿入されています）。",
        "{subject} entry {seq}: Entry {expected} was expected here (one is missing or was inserted).",
    ),
    "broken_link": (
        "{subject} 第{seq}項：前の項のハッシュと一致しません。",
        "{subject} entry {seq}: It does not follow the entry before it.",
    ),
    "altered": (
        "{subject} 第{seq}項：内容がハッシュと一致しません（書き換えられています）。",
        "{subject} entry {seq}: Its content does not match its hash (it was altered).",
    ),
    "time_runs_back": (
        "{subject} 第{seq}項：記録時刻が前の項より前です（{before} → {after}）。",
        "{subject} entry {seq}: It was recorded before the entry before it ({before} -> {after}).",
    ),
}
