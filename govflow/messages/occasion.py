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
    "decided_alone": ("緊急に決定されたとき", "when it is decided in an emergency"),
    "ratified": ("緊急の決定が追認されたとき", "when the emergency decision is ratified"),
    "applied": ("変更案件が承認されたとき", "when what it changes is changed"),
    "changed": ("変更案件の承認が反映されるとき", "when a change to it is approved"),
    "breach_lapses": ("失効を伴う条件の違反があったとき", "when a condition is breached that lets it lapse"),
}
