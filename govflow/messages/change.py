"""Changes of decided proposals: why one cannot be opened, and how they are told."""

TEXTS = {
    "ended": (
        "案件 {reference} の手続は「{state}」で終わっており、変更できません。新しい案件として提出してください。",
        "{reference} has ended ({state}) and cannot be changed. Submit a new proposal.",
    ),
    "undecided": (
        "案件 {reference} は「{state}」にあり、まだ決定されていないか、変更の手続がありません。決定前の変更は差戻しを受けて改訂します。",
        "{reference} is in '{state}': it is not decided, or its workflow knows no changes. Before the decision, have it"
        " returned and revise it.",
    ),
    "running": (
        "案件 {reference} には手続中の変更案件 {change} があります。同時に進められる変更は一つだけです。",
        "{reference} is being changed already, by {change}: one change at a time.",
    ),
    "of_another": (
        "変更案件は、同じ府省庁の同じ手続の案件に限られます（{reference}）。",
        "A change is of the same ministry and workflow as what it changes ({reference}).",
    ),
    "relinked": (
        "案件 {reference} がどの案件を変更するかは、起案の後は変えられません。",
        "What {reference} changes was settled when it was opened and stays.",
    ),
    "provisional": (
        "変更案件 {reference} についての会議体の決定 {decisions} は暫定であり、追認を待っています。追認されるまで、変更は反映できません。"
        "決定：govflow decision show {decisions}",
        "The decision {decisions} on the change {reference} is provisional: the body has still to ratify it, and until"
        " then the change does not take effect. See: govflow decision show {decisions}",
    ),
    "opened": (
        "変更案件 {change} を起案しました。承認されるまで、{reference} の決定がその金額の範囲で有効です。",
        "The draft {change} is to change {reference}, whose decision holds up to its amount until the change is"
        " approved.",
    ),
    "change_of": ("{other}を変更する案件です。", "It changes {other}."),
    "changed_by": ("変更案件：{other}", "Changed by {other}."),
    "linked": ("{reference}（{state}）", "{reference} ({state})"),
}
