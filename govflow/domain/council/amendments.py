"""Amendments: which is voted on first, and what the main question is once they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from govflow.domain.council.ballot import Matter
from govflow.domain.council.item import Amendment, AmendmentKind, Item, ItemState
from govflow.domain.council.meeting import Meeting, MeetingState
from govflow.domain.council.tally import Outcome
from govflow.messages import Notice, notice

_ORDER = tuple(AmendmentKind)


def pending(item: Item) -> list[Amendment]:
    """Those that are still to be decided, the one that departs furthest first: a larger reduction before a smaller."""
    waiting = (each for each in item.every_amendment() if each.outcome is None and not each.moot)
    return sorted(waiting, key=_departure)


def carried(item: Item) -> list[Amendment]:
    """Those that were passed, in the order in which they were moved."""
    return [each for each in item.every_amendment() if each.outcome is Outcome.PASSED]


def amended(item: Item, papers: Mapping[str, str]) -> Matter:
    """The main question, as the amendments that were passed have made it."""
    passed = carried(item)
    amounts = [each.amount for each in passed if each.amount is not None]
    conditions = tuple(each.condition for each in passed if each.condition is not None)
    amount = min(amounts, default=item.amount)
    return Matter(item.title, item.ministry, amount, conditions, papers, question_en=item.title_en)


def matter_of(item: Item, amendment: Amendment, papers: Mapping[str, str]) -> Matter:
    """The question whether to amend."""
    conditions = () if amendment.condition is None else (amendment.condition,)
    return Matter(
        amendment.text, item.ministry, amendment.amount, conditions, papers, about=str(amendment.number)
    )


def with_amendment(meeting: Meeting, item: Item, amendment: Amendment) -> Meeting:
    """The meeting with an amendment moved, or decided."""
    amendments = {**item.amendments, str(amendment.number): amendment}
    return meeting.with_item(item._replace(amendments=amendments))


def with_outcome(item: Item, number: int, outcome: Outcome) -> Item:
    """The item with an amendment decided; a reduction that was passed leaves the smaller ones without object."""
    decided = item.amendments[str(number)]._replace(outcome=outcome)
    amendments = {**item.amendments, str(number): decided}
    if outcome is Outcome.PASSED and decided.kind is AmendmentKind.AMOUNT:
        smaller = [a for a in pending(item) if a.kind is AmendmentKind.AMOUNT and a.number != number]
        amendments |= {str(each.number): each._replace(moot=True) for each in smaller}
    return item._replace(amendments=amendments)


def cannot_amend(
    meeting: Meeting, item: Item | None, amendment: Amendment, *, voting: bool
) -> Iterator[Notice]:
    """Every reason why an amendment is not moved; `voting`: the main question is being voted on, or was."""
    if meeting.state is not MeetingState.OPEN:
        yield notice("voting.not_in_session", state=notice(f"meeting.state_{meeting.state}"))
    if item is None or item.state is not ItemState.CALLED:
        yield notice("voting.item_not_called", item=item and item.number, meeting=meeting.reference)
    if voting:
        yield notice("voting.question_put")
    if not amendment.text:
        yield notice("voting.amendment_without_text")
    yield from _incomplete(item, amendment)


def _incomplete(item: Item | None, amendment: Amendment) -> Iterator[Notice]:
    """What the kind of amendment needs, and that an amount is only ever reduced, also one that was amended already."""
    asked: dict[AmendmentKind, Any] = {
        AmendmentKind.AMOUNT: amendment.amount,
        AmendmentKind.CONDITION: amendment.condition,
    }
    for kind, value in asked.items():
        if (amendment.kind is kind) is (value is None):
            yield notice(f"voting.amendment_{kind}")
    asks = amended(item, {}).amount if item else None
    if amendment.amount is not None and (asks is None or not 0 <= amendment.amount < asks):
        yield notice("voting.amendment_only_reduces", amount=amendment.amount, asked=asks or 0)


def _departure(amendment: Amendment) -> tuple[int, int, int]:
    return _ORDER.index(amendment.kind), amendment.amount or 0, amendment.number
