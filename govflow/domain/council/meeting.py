"""A meeting as its history makes it: the call, the agenda, papers, replies, who was there when, and the minutes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from govflow.domain.council.item import Item, ItemState, place_of
from govflow.domain.council.minutes import Minutes
from govflow.domain.council.occasion import Occasion


class MeetingState(StrEnum):
    """Where a meeting stands. A suspended one decides nothing; `ended`: adjourned, its record stands."""

    CALLED = "called"
    OPEN = "open"
    SUSPENDED = "suspended"
    ENDED = "ended"
    CANCELLED = "cancelled"


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
    """Whether the holder of a seat will come; `alternate` is the office that will sit in instead (代理届). `recorder`
    wrote it down for `person`, None where it was given in person."""

    seat: str
    attends: bool
    alternate: str | None
    note: str
    person: str
    recorder: str | None
    at: str

    @property
    def comes(self) -> bool:
        """Somebody will sit on the seat."""
        return self.attends or self.alternate is not None


class Proxy(NamedTuple):
    """A proxy (委任状): `seat` lets another seat vote in its place, on the items named or on all. `recorder` as in a
    reply."""

    seat: str
    holder: str
    items: tuple[int, ...]
    person: str
    recorder: str | None
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
    """A time in which the meeting was suspended, and why; `quorum`: because too few were there, `unchaired`: because
    nobody was left to preside."""

    since: str
    reason: str
    quorum: bool = False
    unchaired: bool = False
    until: str | None = None


class Meeting(NamedTuple):
    """`charter` is a digest; `starts_at` is UTC. `shortened` is the reason of a notice shorter than the charter's;
    `on_paper` the source of a meeting that was held on paper and is recorded afterwards. `chairs` are the offices that
    may preside, in their order, and `chair` the one that does; `seats` are frozen at the opening. `cancelled` is why
    it was not held. Mappings are by number or seat; nothing is ever taken out of one."""

    reference: str
    body: str
    charter: str
    day: str
    starts_at: str
    place: str
    called_at: str
    seats: tuple[MeetingSeat, ...]
    chairs: tuple[str, ...] = ()
    shortened: str = ""
    on_paper: str = ""
    cancelled: str = ""
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
    minutes: Minutes = Minutes()

    def seat(self, name: str) -> MeetingSeat | None:
        return next((seat for seat in self.seats if seat.name == name), None)

    def could_know(self, day: str) -> bool:
        """Whether what is of a day was there to be taken up; a meeting held on paper may be recorded long after."""
        return not self.on_paper or day <= self.day

    def voting(self, seats: Collection[str]) -> int:
        """How many of these seats have a vote."""
        return sum(seat.voting for seat in self.seats if seat.name in seats)

    def item(self, number: int) -> Item | None:
        return self.items.get(str(number))

    def every_item(self) -> tuple[Item, ...]:
        """The items by number; as they are kept, the tenth comes after the first."""
        return tuple(sorted(self.items.values(), key=lambda item: item.number))

    def every_stay(self) -> tuple[Stay, ...]:
        """The stays by number, likewise."""
        return tuple(sorted(self.stays.values(), key=lambda stay: stay.number))

    def agenda(self) -> tuple[Item, ...]:
        """The items that were not removed, in the order of the agenda."""
        listed = (item for item in self.every_item() if item.state is not ItemState.REMOVED)
        return tuple(sorted(listed, key=place_of))

    def papers_of(self, item: int | None) -> tuple[Paper, ...]:
        """The papers of an item that hold: not those that another was put in place of."""
        replaced = {paper.replaces for paper in self.papers.values()}
        found = (paper for paper in self.papers.values() if paper.item == item)
        return tuple(sorted((p for p in found if p.number not in replaced), key=lambda paper: paper.number))

    def attending(self) -> Iterator[Stay]:
        """Who is there now."""
        return (stay for stay in self.every_stay() if stay.until is None)

    def with_item(self, item: Item) -> Meeting:
        return self._replace(items={**self.items, str(item.number): item})

    def calling(self, number: int, *, at: str, present: tuple[str, ...]) -> Meeting:
        """The meeting with an item called, and who was there then."""
        item = self.items[str(number)]
        return self.with_item(item._replace(state=ItemState.CALLED, called_at=at, present=present))

    def settling(
        self,
        number: int,
        state: ItemState,
        *,
        outcome: Occasion | None = None,
        decision: str | None = None,
        note: str = "",
    ) -> Meeting:
        """The meeting with an item that has come to something."""
        item = self.items[str(number)]
        return self.with_item(item._replace(state=state, outcome=outcome, decision=decision, note=note))

    def latest(self) -> str:
        """The latest moment of the sitting that is recorded; nothing that depends on it happens before."""
        return max(filter(None, self._moments()), default="")

    def _moments(self) -> Iterator[str | None]:
        yield from (self.opened_at, self.ended_at)
        for item in self.every_item():
            yield from (item.called_at, *(amendment.at for amendment in item.amendments.values()))
        for stay in self.every_stay():
            yield from (stay.since, stay.until)
        for pause in self.pauses:
            yield from (pause.since, pause.until)
