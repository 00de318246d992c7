"""When what no person does happens: the occasions of a workflow, in words."""

TEXTS = {
    "placed": ("議題に載ったとき", "when it is placed on an agenda"),
    "called": ("付議されたとき", "when the item is called"),
    "removed": ("議題から外れたとき", "when it is taken off the agenda"),
    "passed": ("可決されたとき", "when it is passed"),
    "failed": ("否決されたとき", "when it fails"),
    "carried_over": ("継続審議となったとき", "when it is carried over"),
    "returned": ("会議が差し戻したとき", "when it is returned"),
    "lapsed": ("決定が効力を失ったとき", "when the decision lapses"),
    "breach_suspends": ("停止を伴う条件の違反があったとき", "when a condition is breached that suspends"),
    "breach_lapses": ("失効を伴う条件の違反があったとき", "when a condition is breached that lets it lapse"),
}
