"""What documents tell of a ballot: the question, the count and what it came to; positions where they may be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from govflow.domain.condition import OnBreach, term
from govflow.domain.council.ballot import Ballot, BallotSeat, BallotState, Given
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.position import Position
from govflow.domain.organisation import Directory
from govflow.messages import catalogue_text
from govflow.services.breach import breach_title
from govflow.services.council.balloting import rule_in
from govflow.services.council.ballots import told
from govflow.services.council.rules import in_words
from govflow.services.names import Pair, ministry_named, named, pair, titled

JsonDict = dict[str, Any]


def ballot_told(ballot: Ballot, directory: Directory, *, positions: bool, public: bool = False) -> JsonDict:
    """The ballot, with what each seat said where `positions` may be told; in `public` without the fields that stay out
    of the public version of what it decides."""
    closed = ballot.closed if public else {}
    conditions = [each for each in ballot.matter.conditions if not (public and each.get("closed"))]
    return {
        "reference": ballot.reference,
        "title": pair(ballot.matter.title),
        "meeting": ballot.meeting,
        "item": ballot.item,
        "proposal": ballot.proposal,
        "mode": ballot.mode.value,
        "purpose": ballot.purpose.value,
        "about": ballot.matter.about,
        "amount": None if "amount" in closed else ballot.matter.amount,
        "conditions": [] if "conditions" in closed else conditions_told(conditions, directory),
        "papers": dict(ballot.matter.papers),
        "reason": "" if "reason" in closed else ballot.reason,
        "round": ballot.round,
        "opened_at": ballot.opened_at,
        "closes_at": ballot.closes_at,
        "closed_at": ballot.closed_at,
        "asked": ballot.asked_at is not None,
        "assented": _assented(ballot),
        "objection": _objection(ballot, directory) if positions else None,
        "recused": sum(ballot.is_recused(seat.name) for seat in ballot.seats),
        "decision": ballot.decision,
        "positions": positions_told(ballot, directory) if positions else None,
        **_count(ballot, directory),
    }


def _count(ballot: Ballot, directory: Directory) -> JsonDict:
    """The rule, the numbers, and what they come to; one that was withdrawn or escalated has not been counted."""
    rule = rule_in(ballot.rule)
    uncounted = ballot.state in (BallotState.WITHDRAWN, BallotState.ESCALATED)
    tally = None if uncounted else told(tally_of_ballot(ballot, rule), closed=ballot.outcome is not None)
    return {
        "rule": in_words(rule),
        "outcome": ballot.outcome and ballot.outcome.value,
        "outcome_title": _said("ballot.outcome", ballot.outcome),
        "sentence": tally and tally.sentence,
        "counts": tally and tally.counts,
        "quorum": tally and tally.quorum,
        "casting_vote": _said("voting.position", ballot.casting_vote),
        "chair": titled(directory, ballot.chair or next(iter(ballot.chairs), None)),
    }


def positions_told(ballot: Ballot, directory: Directory) -> list[JsonDict]:
    """Seat by seat, what stands in the end."""
    return [_position(ballot, seat, directory) for seat in ballot.seats]


def conditions_told(conditions: Sequence[Mapping[str, Any]], directory: Directory) -> list[JsonDict]:
    """Conditions with the owner by name; what a condition does not state is None."""
    return [
        {
            **{name: each.get(name) for name in ("text", "due", "evidence")},
            "owner": _owner(each.get("owner"), directory),
            "precedent": term(each, "precedent"),
            "on_breach": pair(breach_title(OnBreach(term(each, "on_breach")))),
        }
        for each in conditions
    ]


def _owner(owner: str | None, directory: Directory) -> Pair | None:
    """An owner may be a role, an office or free words."""
    role = directory.roles.get(owner or "")
    return pair(role.title) if role else titled(directory, owner)


def _position(ballot: Ballot, seat: BallotSeat, directory: Directory) -> JsonDict:
    given = ballot.position_of(seat.name)
    return {
        "seat": titled(directory, seat.name),
        "ministry": ministry_named(directory, seat.ministry) if seat.ministry else None,
        "recused": ballot.is_recused(seat.name),
        "because": ballot.recused[seat.name].reason if ballot.is_recused(seat.name) else "",
        **_given(given, directory),
    }


def _given(given: Given | None, directory: Directory) -> JsonDict:
    return {
        "position": _said("voting.position", given.position) if given else None,
        "person": named(directory, given.person) if given else None,
        "office": titled(directory, given.office) if given else None,
        "via": given.via.value if given else None,
        "recorder": named(directory, given.recorder) if given else None,
        "text": given.text if given else "",
        "at": given.at if given else None,
        "source": given.source if given else None,
    }


def _objection(ballot: Ballot, directory: Directory) -> JsonDict | None:
    """Who objected when the chair asked."""
    if ballot.objection is None:
        return None
    return {"seat": titled(directory, ballot.objection.seat), "text": ballot.objection.text}


def _assented(ballot: Ballot) -> bool:
    """Whether nobody objected when the chair asked: everybody's position is that assent."""
    given = [each for seat in ballot.seats if (each := ballot.position_of(seat.name))]
    return bool(given) and all(each.position is Position.ASSENT for each in given)


def _said(area: str, value: str | None) -> Pair | None:
    """A word of a closed list as people read it."""
    return pair(catalogue_text(f"{area}_{value.lower()}")) if value else None
