"""What can be wrong with dates and due dates."""

TEXTS = {
    "unknown_year": (
        "{day}は暦の範囲（{first}から{last}まで）の外です。日付を確かめてください。",
        "{day} is outside the calendar, which covers {first} to {last}. Check the date.",
    ),
    # the sweep
    "not_central": (
        "{person}は、期限の点検ができる職（中央の職又は管理者）に就いていません。その職の人のアカウントで実行してください。",
        "{person} holds no office of the centre, nor an administrator's. Sweep under the account of somebody who does.",
    ),
    "swept": (
        "{day}時点で期限を過ぎたもののうち、{escalated}件を一つ上の職に上申しました"
        "（上申済み {already}件、上の職なし {top}件）。案件は動いていません。",
        "Past their dates on {day}: {escalated} went one office up, {already} had before, {top} have nobody above."
        " No proposal was moved.",
    ),
    "nothing": ("{day}時点で、期限を過ぎたものはありません。", "Nothing is past its date on {day}."),
    "line_closed": ("{missed}  {reference}  （非公開）", "{missed}  {reference}  (not open to you)"),
    "line": (
        "{missed}  {reference}  {what}：{role} → {to}",
        "{missed}  {reference}  {what}: {role} -> {to}",
    ),
    "line_top": (
        "{missed}  {reference}  {what}：{role}（上の職なし。記録しました）",
        "{missed}  {reference}  {what}: recorded, with nobody above: {role}",
    ),
    "failed": (
        "{missed}  {reference}  {what}：上申できませんでした。",
        "{missed}  {reference}  {what}: could not be escalated.",
    ),
    "nobody_above": ("上の職なし", "nobody above"),
    "went_up": (
        "期限（{missed}）の超過を、{on}に{to}に上申しました：{what}",
        "Escalated to the {to} on {on}: {what}, missed on {missed}.",
    ),
    "went_nowhere": (
        "期限（{missed}）の超過を、{on}に記録しました。上の職はありません：{what}",
        "Recorded on {on}, with nobody above: {what}, missed on {missed}.",
    ),
}
