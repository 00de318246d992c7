"""What pages of councils tell of a matter beside it: who is out of it, what bodies came to on it, how it was amended."""

from __future__ import annotations

TEXTS = {
    "held_on": ("{body}（{day}開催）", "{body}, {day}"),
    "recused_in": ("{position}（採決「{source}」で申出）", "{position} (declared in {source})"),
    "declared": (
        "除斥の申出：{person}（{office}、採決「{ballot}」）：{reason}",
        "Conflict declared by {person} ({office}, in {ballot}): {reason}",
    ),
    "numbers_stay": (
        "議題は、この順に審議します。議題番号は、入れ替えても変わりません。",
        "The items are taken in this order. The number of an item stays its own wherever it is moved.",
    ),
    "amended": ("{amount}（修正後 {amended}）", "{amount}, as amended {amended}"),
    "joint": ("{body}：{outcome}（採決「{ballot}」）", "{body}: {outcome} (ballot {ballot})"),
    "joint_decision": (
        "{body}：{outcome}（採決「{ballot}」、決定 {decision}）",
        "{body}: {outcome} (ballot {ballot}, decision {decision})",
    ),
    "joint_awaited": (
        "{body}：議決を待っています（採決「{ballot}」）",
        "{body}: has still to decide (ballot {ballot})",
    ),
    "joint_unopened": (
        "{body}：同じ本文の採決がまだ始まっていません",
        "{body}: no ballot on the same text yet",
    ),
    "told_awaits": (
        "{awaits_titles}の議決を待ちます。",
        "It waits for {awaits_titles} to decide on the same text.",
    ),
    "told_jointly": ("共同の結果：{jointly}", "Together: {jointly}"),
    "consented": (
        "議題 {item}：決定 {decision}（採決「{ballot}」）",
        "Item {item}: decision {decision} (ballot {ballot})",
    ),
    "consented_only": ("議題 {item}：採決「{ballot}」", "Item {item}: ballot {ballot}"),
    "came_to": (
        "{body}：{outcome}（{day}、採決「{ballot}」）",
        "{body}: {outcome} ({day}, ballot {ballot})",
    ),
    "came_to_decision": (
        "{body}：{outcome}（{day}、採決「{ballot}」、決定 {decision}）",
        "{body}: {outcome} ({day}, ballot {ballot}, decision {decision})",
    ),
    "still_awaited": (
        "共同の議決（採決「{ballot}」）。ほかに議決を待つ会議体：{bodies}",
        "Decided jointly (ballot {ballot}); still awaited: {bodies}",
    ),
}
