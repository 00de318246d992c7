"""A meeting as its history makes it: the call, the agenda, papers, replies, who was there when, and the minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from govflow.domain.council.tally import Outcome


class MeetingState(StrEnum):
    """Where a meeting stands. A suspended one decides nothing; `ended`: adjourned, its record stands."""

    CALLED = "called"
    OPEN = "open"
    SUSPENDED = "suspended"
    ENDED = "ended"
    CANCELLED = "cancelled"


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
    """An amendment of an item: `seat` moved it; `amount` in yen or `condition` where it asks for that. `ballot` decides
    it; `outcome` is None until then, and stays None for one that an amendment going further left without object."""

    number: int
    kind: AmendmentKind
    seat: str
    text: str
    amount: int | None = None
    condition: Mapping[str, Any] | None = None
    ballot: str | None = None
    outcome: Outcome | None = None
    moot: bool = False


class Item(NamedTuple):
    """An item of the agenda. `place` orders them. `proposal` or `about` (a ballot to note, an emergency decision to
    ratify) is what it is about, None of both for a free item. `amount` is what the proposal asks for, in yen.
    `present` are the seats that attended when it was called. `returning`: it was on an agenda before."""

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
    returning: bool = False
    new_facts: str = ""
    state: ItemState = ItemState.LISTED
    called_at: str | None = None
    present: tuple[str, ...] = ()
    amendments: Mapping[str, Amendment] = {}
    ballots: tuple[str, ...] = ()
    outcome: str | None = None
    decision: str | None = None
    note: str = ""


class Paper(NamedTuple):
    """A paper (資料) of the pack: of an item, or of the meeting (`item` None). `digest` is the SHA-256 of its bytes,
    `size` counts them; `tabled`: handed out on the day; `replaces`: the paper it was put in place of (差替え)."""

    number: int
    item: int | None
    title: str
    file: str
    digest: str
    size: int
    at: str
    tabled: bool = False
    replaces: int | None = None


class Reply(NamedTuple):
    """Whether a seat will attend; `alternate` is the office that will sit in (代理届). `recorder` wrote it down for
    `person`, None where it was given in person."""

    seat: str
    attends: bool
    alternate: str | None
    note: str
    person: str
    recorder: str | None
    at: str


class Proxy(NamedTuple):
    """A proxy (委任状): `seat` lets another seat vote in its place, on the items named or on all."""

    seat: str
    holder: str
    items: tuple[int, ...]
    person: str
    at: str


class Stay(NamedTuple):
    """A seat's attendance from `since` until `until` (None: still there). `office` is the seat's own or that of the
    alternate who sat in; `person` sat there."""

    number: int
    seat: str
    office: str
    person: str
    since: str
    until: str | None = None


class MeetingSeat(NamedTuple):
    """A seat on the meeting's day. `alternates` are the offices that may sit in, in order."""

    name: str
    title: str
    title_en: str
    voting: bool
    weight: int
    ministry: str | None
    holders: tuple[str, ...]
    alternates: tuple[str, ...]


class Pause(NamedTuple):
    """A time in which the meeting was suspended, and why; `quorum`: because too few were there."""

    since: str
    reason: str
    quorum: bool = False
    until: str | None = None


class Signature(NamedTuple):
    """A member's signature under the minutes."""

    person: str
    office: str
    at: str


class Minutes(NamedTuple):
    """The minutes on their way: `document` is the latest draft's number; `circulated_at` sets the time for corrections;
    two members sign; `published` is the number of the public version."""

    document: str
    circulated_at: str | None = None
    corrections: tuple[Mapping[str, str], ...] = ()
    signatures: tuple[Signature, ...] = ()
    published: str | None = None


class Meeting(NamedTuple):
    """`charter` is a digest; `starts_at` is UTC. `shortened` is the reason of a notice shorter than the charter's;
    `on_paper` the source of a meeting that was held on paper and is recorded afterwards. `chair` is the office that
    presides, `seats` are frozen at the opening. Mappings are by number or seat; nothing is ever taken out of one."""

    reference: str
    body: str
    charter: str
    day: str
    starts_at: str
    place: str
    called_at: str
    seats: tuple[MeetingSeat, ...]
    shortened: str = ""
    on_paper: str = ""
    state: MeetingState = MeetingState.CALLED
    opened_at: str | None = None
    ended_at: str | None = None
    chair: str | None = None
    items: Mapping[str, Item] = {}
    papers: Mapping[str, Paper] = {}
    replies: Mapping[str, Reply] = {}
    proxies: Mapping[str, Proxy] = {}
    stays: Mapping[str, Stay] = {}
    pauses: tuple[Pause, ...] = ()
    minutes: Minutes | None = None

    def seat(self, name: str) -> MeetingSeat | None:
        return next((seat for seat in self.seats if seat.name == name), None)

    def item(self, number: int) -> Item | None:
        return self.items.get(str(number))

    def agenda(self) -> tuple[Item, ...]:
        """The items that were not removed, in the order of the agenda."""
        listed = (item for item in self.items.values() if item.state is not ItemState.REMOVED)
        return tuple(sorted(listed, key=lambda item: (item.place, item.number)))

    def papers_of(self, item: int | None) -> tuple[Paper, ...]:
        """The papers of an item that hold: not those that another was put in place of."""
        replaced = {paper.replaces for paper in self.papers.values()}
        found = (paper for paper in self.papers.values() if paper.item == item)
        return tuple(sorted((p for p in found if p.number not in replaced), key=lambda paper: paper.number))

    def attending(self) -> Iterator[Stay]:
        """Who is there now."""
        return (stay for stay in self.stays.values() if stay.until is None)

    def with_item(self, item: Item) -> Meeting:
        return self._replace(items={**self.items, str(item.number): item})
