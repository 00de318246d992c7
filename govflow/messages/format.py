"""The words that formats put into documents. The digest of a template covers them."""

TEXTS = {
    "not_stated": ("未記載", "not stated"),
    "working_days_after": (
        "決定から{days}営業日以内",
        "{days} working days after the decision",
    ),
    "not_set": ("未設定", "not set"),
    "via_own": ("", ""),
    "via_delegation": ("専決", "standing delegation"),
    "via_substitution": ("代決", "absence substitution"),
    "for_office": ("{office}（{principal}の{via}）", "{office} ({via} for {principal})"),
    "step_open": ("未了", "open"),
    "step_answered": ("回答済み", "answered"),
    "step_unanswered": ("回答なし", "no answer"),
    "step_cancelled": ("取消し", "cancelled"),
    "count_yes": ("賛成", "in favour"),
    "count_no": ("反対", "against"),
    "count_abstain": ("棄権", "abstaining"),
    "count_recused": ("除斥", "recused"),
    "count_absent": ("欠席", "absent"),
    "count_present": ("出席", "present"),
    "count_seats": ("定数", "seats"),
}
