"""The decision register: what a ballot decided, numbered, in a full and in a public version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, Self

from govflow.domain.council.ballot import Ballot, Mode, Purpose
from govflow.domain.council.link import Link
from govflow.domain.council.position import Position
from govflow.domain.council.redaction import CLOSABLE, VERSION, Redaction, Untold, all_closed
from govflow.domain.council.roll import plain_weight
from govflow.domain.council.tally import Outcome
from govflow.domain.plain import plain, thawed
from govflow.messages import Title

SERIES = "decision:"
"""What the counters of decisions begin with, before the body's mark."""

POSITIONS_CLOSED = "publication.positions"
"""Why positions are withheld: the key of the charter that does not publish them."""

IN_FAVOUR = (Position.YES, Position.ASSENT)
AGAINST = (Position.NO, Position.BLOCK)

_NUMBER = re.compile(r"([A-Z][A-Z0-9]*)-(\d{4})-D(\d+)", re.ASCII)


class DecisionNumber(NamedTuple):
    """`CIO-2025-D012`: the body's mark, the fiscal year of the decision, and what counts from 1 within both."""

    mark: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.mark}-{self.year}-D{self.serial:03d}"

    @classmethod
    def of(cls, text: str) -> Self:
        """The parts of a number; ValueError where it is none."""
        found = _NUMBER.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return cls(found[1], int(found[2]), int(found[3]))


class Version(StrEnum):
    """Which of its two texts a decision is in."""

    FULL = "full"
    PUBLIC = "public"


class Stand(NamedTuple):
    """What a seat said in the end. `position` is `none` for one that gave no answer; `recused_for` is the reason of
    a recusal, empty where the matter is of the seat's own ministry; `weight` is in votes."""

    seat: str
    ministry: str | None
    weight: str
    position: Position
    person: str | None = None
    via: str | None = None
    recorder: str | None = None
    text: str = ""
    recused_for: str | None = None


class Dissent(NamedTuple):
    """What the minority of a panel gave as its reason. `seat` is None where positions are not published."""

    seat: str | None
    text: str


class Withheld(NamedTuple):
    """A field that the public version does not have, and why: a key of the charter, or the words of who closed it."""

    field: str
    reason: str


class Decision(NamedTuple):
    """An entry of the register, as both of its texts are made. `about` is the decision that this one is about and
    `asks` what passing it does to that one. `meeting` and `item` are None outside a sitting; `provisional`: made in an
    emergency, and to be ratified. `withheld` are the fields that the public version lacks: there each of them is None
    or, of a condition, gone. `redaction` is the version by which words were redacted, `untold` what they must not tell
    of the whole matter. `untold` and `nonce` are in the full version only: the nonce is random, so that by the digest
    nobody can try out what the public version withholds."""

    version: Version
    number: str
    body: str
    title: Title
    outcome: Outcome
    decided_on: str
    mode: Mode
    purpose: Purpose
    question: str
    about: str | None
    asks: Link | None
    proposal: str | None
    ministry: str | None
    amount: int | None
    conditions: tuple[Mapping[str, Any], ...] | None
    papers: Mapping[str, str]
    meeting: str | None
    item: int | None
    ballot: str
    charter: str
    rule: Mapping[str, Any]
    counts: Mapping[str, Any]
    sentence: Title
    positions: tuple[Stand, ...] | None
    casting_vote: Position | None
    reason: str | None
    dissent: tuple[Dissent, ...]
    provisional: bool
    withheld: tuple[Withheld, ...] = ()
    redaction: int = VERSION
    untold: Untold | None = None
    nonce: str | None = None


def decided_at(ballot: Ballot) -> str:
    """When a closed ballot came to its outcome: at the close, or with the casting vote after it."""
    return ballot.casting.at if ballot.casting else ballot.closed_at or ballot.opened_at


def stands(ballot: Ballot) -> Iterator[Stand]:
    """What every seat said in the round that decided."""
    for seat in ballot.seats:
        given = ballot.position_of(seat.name)
        said = Stand(seat.name, seat.ministry, str(plain_weight(seat.weight)), Position.NONE)
        if given:
            said = said._replace(
                position=given.position,
                person=given.person,
                via=given.via.value,
                recorder=given.recorder,
                text=given.text,
            )
        recusal = ballot.recusal_of(seat.name)
        yield said._replace(recused_for=recusal and recusal.reason)


def dissent_of(ballot: Ballot) -> tuple[Dissent, ...]:
    """What the minority of a panel said: it is attached to the outcome of an appeal."""
    if ballot.purpose is not Purpose.APPEAL:
        return ()
    minority = AGAINST if ballot.final is Outcome.PASSED else IN_FAVOUR
    return tuple(Dissent(s.seat, s.text) for s in stands(ballot) if s.text and s.position in minority)


def withheld_of(ballot: Ballot, *, positions: bool) -> tuple[Withheld, ...]:
    """What is kept out of the public version of what a ballot decides: how each seat voted where the charter does not
    publish `positions`, the fields that were closed, and the conditions that are closed by themselves."""
    charters = {} if positions else {"positions": POSITIONS_CLOSED}
    lacking = all_closed(ballot) | charters
    return tuple(Withheld(*each) for each in sorted(lacking.items()))


def public_version(full: Decision) -> Decision:
    """The version for everybody: without what is withheld, also where somebody's words tell it. LookupError where a
    later programme has redacted it."""
    closed = {each.field: each.reason for each in full.withheld}
    conditions = full.conditions or ()
    changes: dict[str, Any] = {"conditions": tuple(each for each in conditions if not each.get("closed"))}
    if "positions" in closed:
        changes["dissent"] = tuple(each._replace(seat=None) for each in full.dissent)
    changes |= {name: None for name in ("positions", *CLOSABLE) if name in closed}
    shown = full._replace(version=Version.PUBLIC, nonce=None, untold=None, withheld=(), **changes)
    told = Redaction(closed, full.untold or Untold(), full.redaction).told(plain(shown))
    return thawed(Decision, told)._replace(withheld=full.withheld)


def link_of(ballot: Ballot) -> Link | None:
    """What the outcome of a ballot does to the decision that it is about: what was asked, or it stands; one that had
    to be ratified does not stand by itself."""
    asks = ballot.matter.asks
    if asks is None or ballot.final is Outcome.PASSED:
        return asks
    return Link.LAPSES if ballot.purpose is Purpose.RATIFICATION else Link.UPHOLDS


class Standing(StrEnum):
    """Whether a decision holds."""

    HOLDS = "holds"
    PROVISIONAL = "provisional"
    SUPERSEDED = "superseded"
    RESCINDED = "rescinded"
    LAPSED = "lapsed"
    OVERRULED = "overruled"
    REMANDED = "remanded"


_ENDED = {
    Link.SUPERSEDES: Standing.SUPERSEDED,
    Link.RESCINDS: Standing.RESCINDED,
    Link.LAPSES: Standing.LAPSED,
    Link.OVERRULES: Standing.OVERRULED,
    Link.REMANDS: Standing.REMANDED,
}


def standing(decision: Decision, links: tuple[Link, ...]) -> Standing:
    """How a decision stands by what later ones did to it, in their order: the first that ended it counts."""
    ended = next((link for link in links if link.ends), None)
    if ended is not None:
        return _ENDED[ended]
    waits = decision.provisional and Link.RATIFIES not in links
    return Standing.PROVISIONAL if waits else Standing.HOLDS
