"""Changes verified: what a change did to what it changes is what was decided on the change."""

from __future__ import annotations

from collections.abc import Sequence

from govflow.domain.canonical import canonical
from govflow.domain.council.occasion import Occasion
from govflow.domain.history import Entry
from govflow.domain.replay import fold
from govflow.services.acting.applying import terms_decided, terms_of
from govflow.services.audit.moved import Moved
from govflow.services.audit.timing import same_act, timed


def by_change(moved: Moved, other: Sequence[Entry]) -> bool:
    """Whether a move followed from the proposal with these entries, which moved with it for its part: the change as it
    is applied, what it changes as it is amended."""
    subject = moved.entry.subject
    moves = [
        each for each in timed(other) if each.entry.cause == f"proposal {subject}" and not each.entry.step
    ]
    at_once = [each.entry for each in moves if same_act(each, moved.act)]
    if len(at_once) != 1:
        return False
    if moved.occasion is Occasion.APPLIED:
        return bool(moved.before.row.get("changes") == at_once[0].subject)
    return moved.occasion is Occasion.CHANGED and _as_decided(moved, other, at_once[0])


def _as_decided(moved: Moved, change: Sequence[Entry], applied: Entry) -> bool:
    """Whether what was changed has the amount and the conditions of the decision on the change."""
    before = change[: applied.seq - 1]
    if not before or fold(before).row.get("changes") != moved.entry.subject:
        return False
    record = terms_decided(before[-1].read("changes").get("records", {}))
    if record is None:
        return False
    expected = terms_of(applied.subject, record, before=moved.before.records)
    told = moved.entry.read("payload")
    return _plain(told) == _plain(expected)


def _plain(terms: dict[str, object]) -> str:
    """The terms, with the conditions by their texts: due dates are counted anew from the same day."""
    conditions = terms.get("conditions")
    texts = [each["text"] for each in conditions] if isinstance(conditions, list) else []
    return canonical({**terms, "conditions": texts})
