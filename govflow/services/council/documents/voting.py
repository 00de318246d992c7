"""What documents tell of a ballot: the question, the count and what it came to; positions where they may be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from govflow.domain.council.ballot import Ballot, BallotSeat, Given, Purpose
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.position import Position
from govflow.domain.council.redaction import OF_THE_MATTER, Redaction, closed_in, is_hidden, redaction_of
from govflow.domain.organisation import Directory
from govflow.messages import catalogue_text
from govflow.services.council.charters.rules import in_words, rule_in
from govflow.services.council.charters.tallying import told
from govflow.services.council.documents.sitting import withheld_told
from govflow.services.documents.conditions import conditions_told
from govflow.services.names import Pair, ministry_named, named, pair, titled
from govflow.workflow.definition import Definition

JsonDict = dict[str, Any]

_REASONS = ("reason", "casting_reason", "ended_because")
"""What a ballot that closes its reasons does not tell."""


def ballot_told(
    ballot: Ballot,
    directory: Directory,
    *,
    positions: bool,
    redaction: Redaction | None = None,
    definition: Definition | None = None,
) -> JsonDict:
    """The ballot, with what each seat said where `positions` may be told. `withheld` is what is closed of it, which a
    `redaction` takes out. `definition` is that of its proposal, where acts are to be named."""
    told = _ballot(ballot, directory, positions=positions, definition=definition)
    closed = _closed(ballot, redaction or redaction_of(ballot))
    if redaction is not None:
        told = redaction.told(told | _published(ballot, directory, redaction, definition=definition))
    return told | {"withheld": withheld_told(closed)}


def published_conditions(
    conditions: Sequence[Mapping[str, Any]], directory: Directory, definition: Definition | None
) -> list[JsonDict]:
    """Conditions under their numbers; of one that is closed only the reason."""
    return [
        {"closed": each["closed"]}
        if each.get("closed")
        else conditions_told([each], directory, definition)[0]
        for each in conditions
    ]


def _published(
    ballot: Ballot, directory: Directory, redaction: Redaction, *, definition: Definition | None
) -> JsonDict:
    """What a ballot tells otherwise where everybody may read it."""
    matter = ballot.matter
    conditions = () if "conditions" in redaction.closed else matter.conditions
    title = catalogue_text("register.not_public") if is_hidden(ballot, redaction) else matter.title
    return {
        "title": pair(title),
        "amount": redaction.amount(matter.amount),
        "conditions": published_conditions(conditions, directory, definition),
        **(dict.fromkeys(_REASONS, "") if "reason" in closed_in(ballot) else {}),
    }


def _closed(ballot: Ballot, redaction: Redaction) -> dict[str, str]:
    """The parts of a ballot that are closed, with the reasons: of an amendment what it asks for, of all else also what
    only words may tell."""
    fields = () if ballot.purpose is Purpose.AMENDMENT else OF_THE_MATTER
    whole = {name: why for name, why in redaction.closed.items() if name in fields}
    own = {name: why for name, why in closed_in(ballot).items() if name == "reason"}
    return redaction.why(ballot.matter) | whole | own


def _ballot(
    ballot: Ballot, directory: Directory, *, positions: bool, definition: Definition | None
) -> JsonDict:
    return {
        "reference": ballot.reference,
        "title": pair(ballot.matter.title),
        "meeting": ballot.meeting,
        "item": ballot.item,
        "proposal": ballot.proposal,
        "state": ballot.state.value,
        "mode": ballot.mode.value,
        "purpose": ballot.purpose.value,
        "about": ballot.matter.about,
        "amount": ballot.matter.amount,
        "conditions": conditions_told(ballot.matter.conditions, directory, definition),
        "papers": dict(ballot.matter.papers),
        "reason": ballot.reason,
        "ended_because": ballot.ended_because,
        "round": ballot.round,
        "opened_at": ballot.opened_at,
        "closes_at": ballot.closes_at,
        "closed_at": ballot.closed_at,
        "asked": ballot.asked_at is not None,
        "assented": assented(ballot),
        "objection": _objection(ballot, directory) if positions else None,
        "recused": sum(ballot.is_recused(seat.name) for seat in ballot.seats),
        "decision": ballot.decision,
        "positions": positions_told(ballot, directory) if positions else None,
        **_count(ballot, directory),
    }


def _count(ballot: Ballot, directory: Directory) -> JsonDict:
    """The rule, the numbers, and what they come to; one that was withdrawn or escalated has not been counted."""
    rule = rule_in(ballot.rule)
    closed = ballot.outcome is not None
    tally = None if ballot.uncounted else told(tally_of_ballot(ballot, rule), closed=closed)
    return {
        "rule": in_words(rule),
        "outcome": ballot.outcome and ballot.outcome.value,
        "outcome_title": outcome_title(ballot.outcome),
        "sentence": tally and tally.sentence,
        "counts": tally and tally.counts,
        "quorum": tally and tally.quorum,
        **_casting(ballot, directory),
    }


def _casting(ballot: Ballot, directory: Directory) -> JsonDict:
    """How a tie was decided; without one, who chairs in the first place."""
    cast, first = ballot.casting, next(iter(ballot.chairs), None)
    return {
        "casting_vote": _said("voting.position", cast and cast.position),
        "chair": titled(directory, cast.office if cast else first),
        "cast_by": named(directory, cast.person) if cast else None,
        "casting_reason": cast.reason if cast else "",
        "cast_recorder": named(directory, cast.recorder) if cast else None,
    }


def positions_told(ballot: Ballot, directory: Directory) -> list[JsonDict]:
    """Seat by seat, what stands in the end."""
    return [_position(ballot, seat, directory) for seat in ballot.seats]


def _position(ballot: Ballot, seat: BallotSeat, directory: Directory) -> JsonDict:
    given, recusal = ballot.position_of(seat.name), ballot.recusal_of(seat.name)
    return {
        "seat": titled(directory, seat.name),
        "ministry": ministry_named(directory, seat.ministry) if seat.ministry else None,
        "recused": recusal is not None,
        "because": recusal.reason if recusal else "",
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


def assented(ballot: Ballot) -> bool:
    """Whether nobody objected when the chair asked: everybody's position is that assent."""
    given = [each for seat in ballot.seats if (each := ballot.position_of(seat.name))]
    return bool(given) and all(each.position is Position.ASSENT for each in given)


def outcome_title(outcome: str | None) -> Pair | None:
    """What an outcome is called."""
    return _said("ballot.outcome", outcome)


def _said(area: str, value: str | None) -> Pair | None:
    """A word of a closed list as people read it."""
    return pair(catalogue_text(f"{area}_{value.lower()}")) if value else None
