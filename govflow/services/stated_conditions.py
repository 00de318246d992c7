"""Conditions as somebody states them: read strictly from positioned input, every problem where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from govflow.domain.condition import OnBreach
from govflow.errors import Place
from govflow.messages import catalogue_text, notice
from govflow.reading.node import Node
from govflow.reading.record import Record
from govflow.reading.scalar import FLAGS, is_name
from govflow.services.ground import Ground
from govflow.services.spelling import Spellings, coded, hint

LONGEST_TERM = 1000
"""Working days at most: about four years."""


def read_conditions(items: Iterable[Record], ground: Ground) -> list[dict[str, Any]]:
    """Every condition of a list. Two of one text could not be told apart."""
    first: dict[str, Place] = {}
    read: list[dict[str, Any]] = []
    for item in items:
        condition = _condition(item, ground)
        text = condition["text"]
        if text and text in first:
            item.problem("text", notice("values.condition_repeated", text=text, first=str(first[text])))
        first.setdefault(text, item.place_of("text"))
        read.append(condition)
    return read


def _condition(item: Record, ground: Ground) -> dict[str, Any]:
    owner, precedent = _owner(item, ground), _precedent(item, ground)
    if precedent and owner and owner not in {*ground.roles, *ground.directory.offices}:
        item.problem("owner", notice("values.precedent_without_owner", owner=owner))
    condition = {
        "text": item.text("text"),
        "owner": owner,
        "due": _due(item, ground),
        "evidence": item.optional_text("evidence", multiline=True),
        "precedent": precedent,
        "on_breach": _on_breach(item),
        **_closed(item),
    }
    item.finish()
    return condition


def _owner(item: Record, ground: Ground) -> str | None:
    """The code of a role or an office given by code or title; free words as they are. What looks like a code and is
    none is a slip."""
    given = item.optional_text("owner")
    if given is None:
        return None
    roles = Spellings({name: role.title for name, role in ground.roles.items()})
    offices = Spellings({code: office.title for code, office in ground.directory.offices.items()})
    found = roles.meant(given) or offices.meant(given)
    if found is None and is_name(given):
        near = [coded(code, ground.roles[code].title) for code in roles.nearest(given)]
        near += [coded(code, ground.directory.offices[code].title) for code in offices.nearest(given)]
        item.problem("owner", notice("values.unknown_owner", owner=given, hint=hint(near[:1])))
    return found or given


def _precedent(item: Record, ground: Ground) -> bool | str:
    """Whether it is to be met first; or the one act before which it is, by its name or either title."""
    node = item.node("precedent")
    given = item.optional_text("precedent") if node and isinstance(node.value, str) else None
    if given is None or given.casefold() in FLAGS:
        return item.flag("precedent", default=False)
    acts = Spellings(ground.waiting)
    found = acts.meant(given)
    if found is None:
        near = hint(coded(act, ground.waiting[act]) for act in acts.nearest(given))
        waiting = [coded(act, title) for act, title in ground.waiting.items()] or notice("answer.none")
        item.problem("precedent", notice("values.waits_for_nothing", act=given, hint=near, acts=waiting))
    return found or True


def _due(item: Record, ground: Ground) -> str | int | None:
    """A date, or a number of working days from the act that keeps the condition."""
    if _is_number(item.node("due")):
        return item.optional_integer("due", minimum=0, maximum=LONGEST_TERM)
    due = item.optional_date("due")
    if due is None:
        return None
    if ground.first_due is not None and due < ground.first_due:
        item.problem("due", notice("values.due_in_past", due=due, first=ground.first_due))
    return due.isoformat()


def _is_number(node: Node | None) -> bool:
    value = node.value if node else None
    return isinstance(value, int) or (isinstance(value, str) and value.strip().isdecimal())


def _closed(item: Record) -> dict[str, str]:
    """Why the condition is not published. Whoever states that it is not says why."""
    node = item.node("closed")
    if node is None:
        return {}
    reason = (item.optional_text("closed") or "").strip()
    if not str("" if node.value is None else node.value).strip():
        item.problem("closed", notice("values.closed_without_reason"))
    return {"closed": reason}


def _on_breach(item: Record) -> str:
    """What follows a breach, by its code or either title."""
    given = item.optional_text("on_breach")
    if given is None:
        return OnBreach.REPORT.value
    titles = {each.value: catalogue_text(f"condition.on_breach_{each.value}") for each in OnBreach}
    found = Spellings(titles).meant(given)
    if found is None:
        choices = [coded(name, title) for name, title in titles.items()]
        said = {"key": item.label("on_breach"), "value": given, "choices": choices}
        item.problem("on_breach", notice("values.unknown_choice", hint="", **said))
    return found or OnBreach.REPORT.value
