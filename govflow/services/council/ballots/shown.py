"""What is shown of ballots: a line of a list, a ballot with its seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govflow.services.council.charters.tallying import BallotTally
from govflow.services.council.matters.joint_view import JointBody
from govflow.services.names import Pair


@dataclass(frozen=True, slots=True)
class BallotSeatLine:
    """A seat of a ballot. `position` is None where there is none; `voter` took it, at `at`, `via` the own office, in
    writing, as an alternate or by proxy; `recorder` wrote it down, None where it was said in person. `earlier` are the
    positions before it. `block_days` is how long a block stands, `source` the ballot that it comes from. `recused_for`
    is the reason of a recusal, empty for the own ministry's; `recused_by` wrote it down, `recused_in` is the ballot
    on the matter in which it was declared before, None where it was in this one."""

    seat: str
    title: Pair | None
    position: str | None
    text: str
    voter: Pair | None
    recorder: Pair | None
    via: str | None
    at: str | None
    earlier: tuple[str, ...]
    block_days: int | None
    source: str | None
    recused_for: str | None
    recused_by: Pair | None
    recused_in: str | None


@dataclass(frozen=True, slots=True)
class CastingShown:
    """A casting vote: what it was, who chaired and gave it, who wrote it down, and why it was so."""

    position: str
    office: Pair | None
    person: Pair | None
    recorder: Pair | None
    reason: str


@dataclass(frozen=True, slots=True)
class BallotLine:
    """A ballot of a list. Moments are UTC."""

    ballot: str
    body: str
    purpose: str
    question: Pair
    state: str
    outcome: str | None
    opened_at: str
    closes_at: str | None
    proposal: str | None
    meeting: str | None
    decision: str | None


@dataclass(frozen=True, slots=True)
class BallotView:
    """A ballot with its seats. `tally` is what it comes to, or would if it were closed now; None for one that was
    withdrawn or escalated. Of a joint decision `joint` are the bodies, `jointly` is what they came to. `chairs` may
    chair, in order, `chair` is who casts now, `casting` broke a tie;
    `ended_because` says why it was withdrawn or escalated; `objection` turned it into a counted one. `closed` are the
    fields that are not published, with the reasons. `version` counts its acts."""

    ballot: str
    body: str
    body_title: Pair
    mode: str
    purpose: str
    question: Pair
    amount: int | None
    conditions: tuple[Mapping[str, Any], ...]
    papers: Mapping[str, str]
    proposal: str | None
    meeting: str | None
    item: int | None
    state: str
    outcome: str | None
    decision: str | None
    opened_at: str
    closes_at: str | None
    closed_at: str | None
    reason: str
    closed: Mapping[str, str]
    round: int
    version: int
    rule: Pair
    own_rule: bool
    joint: tuple[JointBody, ...]
    jointly: str | None
    chairs: tuple[str, ...]
    chair_titles: tuple[Pair, ...]
    chair: str | None
    chair_title: Pair | None
    asked_at: str | None
    casting: CastingShown | None
    ended_because: str
    objection: str | None
    overridden: str | None
    seats: tuple[BallotSeatLine, ...]
    tally: BallotTally | None
