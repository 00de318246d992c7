"""An item of an agenda (議題): what it is about, where it stands on the agenda, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from govflow.domain.council.occasion import Occasion
from govflow.domain.council.tally import Outcome
from govflow.messages import Title


class Section(StrEnum):
    """What an item is on the agenda for (議決・報告・討議)."""

    DECIDE = "decide"
    REPORT = "report"
    DISCUSS = "discuss"


class Part(StrEnum):
    """Whether an item goes through with others under one question (一括審議) or is discussed (個別審議)."""

    CONSENT = "consent"
    DISCUSSION = "discussion"


class ItemState(StrEnum):
    """Where an item stands. `done`: decided, noted or discussed; `carried_over`: to the next meeting."""

    LISTED = "listed"
    CALLED = "called"
    DONE = "done"
    CARRIED_OVER = "carried_over"
    REMOVED = "removed"


class AmendmentKind(StrEnum):
    """What an amendment asks for, the one that departs furthest first."""

    RETURN = "return"
    DEFER = "defer"
    AMOUNT = "amount"
    CONDITION = "condition"


class Amendment(NamedTuple):
    """An amendment of an item: `seat` moved it at `at`; `amount` in yen or `condition` where it asks for that.
    `ballot` decides it; `outcome` is None until then, and stays None for one that an amendment going further left
    without object."""

    number: int
    kind: AmendmentKind
    seat: str
    text: str
    amount: int | None = None
    condition: Mapping[str, Any] | None = None
    ballot: str | None = None
    outcome: Outcome | None = None
    moot: bool = False
    at: str = ""


class Period(NamedTuple):
    """From a moment on, and before another."""

    since: str
    until: str


class Item(NamedTuple):
    """An item of the agenda. `place` orders them. `proposal` or `about` (a ballot to note, an emergency decision to
    ratify) is what it is about, None of both for a free item; `acts` is the time of which it reports what delegates and
    substitutes did. `amount` is what the proposal asks for, in yen.
    `present` are the seats that attended when it was called. `earlier` are the items that it was before, such as
    `CIO-2025-M001/3`, the first one first. `outcome` is the occasion with which its ballot ended it."""

    number: int
    place: int
    section: Section
    part: Part
    title: str
    title_en: str = ""
    proposal: str | None = None
    ministry: str | None = None
    amount: int | None = None
    about: str | None = None
    acts: Period | None = None
    earlier: tuple[str, ...] = ()
    new_facts: str = ""
    state: ItemState = ItemState.LISTED
    called_at: str | None = None
    present: tuple[str, ...] = ()
    amendments: Mapping[str, Amendment] = {}
    ballots: tuple[str, ...] = ()
    outcome: Occasion | None = None
    decision: str | None = None
    note: str = ""

    @property
    def named(self) -> Title:
        """Its title in both languages."""
        return Title(self.title, self.title_en or self.title)

    def every_amendment(self) -> tuple[Amendment, ...]:
        """The amendments in the order in which they were moved; as they are kept, the tenth comes after the first."""
        return tuple(sorted(self.amendments.values(), key=lambda amendment: amendment.number))

    @property
    def returning(self) -> bool:
        """It was on an agenda of this body before."""
        return bool(self.earlier)

    @property
    def moves(self) -> str | None:
        """The proposal that the proceedings move on; on one that is only reported or discussed nothing is decided."""
        return self.proposal if self.section is Section.DECIDE else None

    @property
    def is_voted_on(self) -> bool:
        """It is to be decided, or has been put to the vote, now or on an earlier agenda, where it is only discussed."""
        return self.section is Section.DECIDE or bool(self.ballots or self.earlier)

    def put(self, *, jointly: bool) -> str | None:
        """The proposal that a ballot on it is about: with other bodies also one that is only discussed here, so that
        all decide the same."""
        return self.proposal if jointly else self.moves


_SECTIONS, _PARTS = tuple(Section), tuple(Part)


def place_of(item: Item) -> tuple[int, int, int, int]:
    """Where an item comes: section by section, in each the consent part first."""
    return (_SECTIONS.index(item.section), _PARTS.index(item.part), item.place, item.number)
