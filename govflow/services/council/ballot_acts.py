"""Acts on a ballot: positions, recusals, the close, the casting vote and the withdrawal."""

from __future__ import annotations

from govflow.domain.council.ballot import Given, Via, acting_chair, tally_of_ballot
from govflow.domain.council.ballot_checks import (
    Wanted,
    cannot_cast,
    cannot_cast_vote_of_chair,
    cannot_close,
    cannot_recuse,
    cannot_withdraw,
)
from govflow.domain.council.tally import Outcome
from govflow.services.council.balloting import not_held, position_of, refuse, rule_in, seat_and_capacity
from govflow.services.council.desk import CouncilReceipt, Desk, Said, Told, at_desk
from govflow.services.session import Session


def cast(
    session: Session,
    ballot: str,
    position: str,
    *,
    seat: str | None = None,
    text: str = "",
    recorded_for: bool = False,
    key: str | None = None,
) -> CouncilReceipt:
    """Take the position of a seat: that of the caller, who holds the seat's office today, or with `recorded_for` one
    that the secretariat writes down for the holder. `seat` may be left out by who holds one seat only.

    Raises BadInput (the token), NotFound, NotAuthorised, Refused (every reason), Conflict (the key).
    """
    meant = position_of(position)
    values = {"position": meant.value, "seat": seat, "text": text, "recorded_for": recorded_for}

    def act(desk: Desk) -> Told:
        before = desk.ballot(ballot)
        name, capacity = seat_and_capacity(desk, before, seat, recorded_for=recorded_for)
        holders = desk.directory.holders(name)
        person = (holders[0] if len(holders) == 1 else None) if recorded_for else desk.person
        recorder = desk.person if recorded_for and person != desk.person else None
        wanted = Wanted(name, meant, text.strip(), desk.at, holders, person, recorder)
        refuse(before, cannot_cast(before, rule_in(before.rule), wanted))
        after = before.taking(_given(wanted))
        desk.record(before, after, capacity=capacity, note=wanted.text)
        return Told(
            after,
            capacity,
            {"seat": name, "position": meant.value, "voter": person, "recorder": recorder},
        )

    return at_desk(session, Said("ballot", ballot, "cast", values, key or session.new_key()), act)


def recuse(
    session: Session,
    ballot: str,
    *,
    reason: str,
    seat: str | None = None,
    recorded_for: bool = False,
    key: str | None = None,
) -> CouncilReceipt:
    """Take a seat, or who chairs, out of a ballot for a conflict of interest; a position of it counts no longer. By the
    holder, or with `recorded_for` by the secretariat. Raises as `cast` does."""
    values = {"seat": seat, "reason": reason, "recorded_for": recorded_for}

    def act(desk: Desk) -> Told:
        before, why = desk.ballot(ballot), reason.strip()
        name, capacity = seat_and_capacity(desk, before, seat, recorded_for=recorded_for)
        refuse(before, cannot_recuse(before, seat=name, reason=why, at=desk.at))
        after = before.recusing(name, why)
        desk.record(before, after, capacity=capacity, note=why)
        return Told(after, capacity, {"seat": name})

    return at_desk(session, Said("ballot", ballot, "recuse", values, key or session.new_key()), act)


def close_ballot(session: Session, ballot: str, *, key: str | None = None) -> CouncilReceipt:
    """Close a ballot and say its outcome: an act of the secretariat or the chair. Before its time it is closed only if
    no answer that is out can change the outcome. Raises as `cast` does."""

    def act(desk: Desk) -> Told:
        before = desk.ballot(ballot)
        capacity, rule = desk.officer(desk.charter(before)), rule_in(before.rule)
        refuse(before, cannot_close(before, rule, at=desk.at))
        outcome = tally_of_ballot(before, rule).outcome
        after = before.closing(outcome, desk.at)
        desk.record(before, after, capacity=capacity)
        return Told(after, capacity, {"outcome": outcome.value})

    return at_desk(session, Said("ballot", ballot, "close", {}, key or session.new_key()), act)


def casting_vote(
    session: Session, ballot: str, position: str, *, reason: str, key: str | None = None
) -> CouncilReceipt:
    """Decide a tie after the close: an act of who chairs, with a reason. Raises as `cast` does."""
    meant = position_of(position)

    def act(desk: Desk) -> Told:
        before, why = desk.ballot(ballot), reason.strip()
        found = [held for office in before.chairs if (held := desk.office(office))]
        if not found:
            raise not_held(desk, before, before.chairs)
        offices = frozenset(held.office for held in found)
        refuse(before, cannot_cast_vote_of_chair(before, offices=offices, position=meant, reason=why))
        outcome = tally_of_ballot(before._replace(casting_vote=meant), rule_in(before.rule)).outcome
        capacity = next(held for held in found if held.office == acting_chair(before))
        after = before.broken(meant, outcome)
        desk.record(before, after, capacity=capacity, note=why)
        return Told(after, capacity, {"position": meant.value, "outcome": outcome.value})

    values = {"position": meant.value, "reason": reason}
    return at_desk(session, Said("ballot", ballot, "casting_vote", values, key or session.new_key()), act)


def withdraw_ballot(session: Session, ballot: str, *, reason: str, key: str | None = None) -> CouncilReceipt:
    """End a ballot without a tally, with a reason: an act of the secretariat or the chair. Raises as `cast` does."""

    def act(desk: Desk) -> Told:
        before, why = desk.ballot(ballot), reason.strip()
        capacity = desk.officer(desk.charter(before))
        refuse(before, cannot_withdraw(before, reason=why))
        after = before.withdrawn(desk.at)
        desk.record(before, after, capacity=capacity, note=why)
        return Told(after, capacity, {"outcome": Outcome.WITHDRAWN.value})

    said = Said("ballot", ballot, "withdraw", {"reason": reason}, key or session.new_key())
    return at_desk(session, said, act)


def _given(wanted: Wanted) -> Given:
    return Given(
        seat=wanted.seat,
        position=wanted.position,
        person=wanted.person or "",
        office=wanted.seat,
        via=Via.OWN,
        recorder=wanted.recorder,
        text=wanted.text,
        at=wanted.at,
    )
