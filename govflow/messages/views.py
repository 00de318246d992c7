"""Working views."""

TEXTS = {
    # filters
    "unknown_state": (
        "「{name}」という状態はどの定義にもありません{hint}。一覧：{command}",
        "No workflow has a state '{name}'{hint}. See: {command}",
    ),
    "unknown_role": (
        "「{name}」という役割はどの定義にもありません{hint}。一覧：{command}",
        "No workflow has a role '{name}'{hint}. See: {command}",
    ),
    "ambiguous_state": (
        "「{name}」という状態は複数あります。どれか一つを指定してください：{names}",
        "Several states are called '{name}'. Name one of: {names}",
    ),
    "ambiguous_role": (
        "「{name}」という役割は複数あります。どれか一つを指定してください：{names}",
        "Several roles are called '{name}'. Name one of: {names}",
    ),
    "unknown_office": (
        "「{office}」という職は組織にありません{hint}。一覧：govflow org show",
        "The organisation has no office '{office}'{hint}. See: govflow org show",
    ),
    # records
    "answered": ("{step}：{answer}", "{step}: {answer}"),
    "listed": ("{items}", "{items}"),
    "counted": ("{what} {count}", "{what} {count}"),
    "count.seats": ("定数", "seats"),
    "count.present": ("出席", "present"),
    "count.absent": ("欠席", "absent"),
    "count.yes": ("賛成", "in favour"),
    "count.no": ("反対", "against"),
    "count.abstain": ("棄権", "abstaining"),
    "count.recused": ("除斥", "recused"),
    "condition": ("{text}（{terms}）", "{text} ({terms})"),
    "condition_due": ("期限 {due}", "due {due}"),
    "condition_owner": ("責任者 {owner}", "owner {owner}"),
    "condition_evidence": ("証拠 {evidence}", "shown by {evidence}"),
    "condition_on_breach": ("違反時は{follows}", "on breach: {follows}"),
}
