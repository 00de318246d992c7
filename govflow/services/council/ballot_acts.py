"""Acts on a ballot: positions, recusals, the close, the casting vote and the withdrawal."""

from __future__ import annotations

from govflow.domain.authority import Capacity
from govflow.domain.council.ballot import Event, acting_chair, tally_of_ballot
from govflow.domain.council.ballot_checks import (
    Wanted,
    cannot_cast,
    cannot_cast_vote_of_chair,
    cannot_close,
    cannot_recuse,
    cannot_withdraw,
)
from govflow.errors import NotAuthorised, Refused
from govflow.messages import Notice, notice
from govflow.services.council.balloting import BallotReceipt, Case, Decided, Said, on_ballot, position_of
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
) -> BallotReceipt:
    """Take the position of a seat: that of the caller, who holds the seat's office today, or with `recorded_for` one
    that the secretariat writes down for the holder. `seat` may be left out by who holds one seat only.

    Raises BadInput (the token), NotFound, NotAuthorised, Refused (every reason), Conflict (the key).
    """
    meant = position_of(position)
    values = {"position": meant.value, "seat": seat, "text": text, "recorded_for": recorded_for}

    def decide(case: Case) -> Decided:
        name, capacity = _seat_and_capacity(case, seat, recorded_for=recorded_for)
        holders = case.directory.holders(name)
        person = (holders[0] if len(holders) == 1 else None) if recorded_for else case.person
        recorder = case.person if recorded_for and person != case.person else None
        wanted = Wanted(name, meant, text.strip(), case.at, holders, person, recorder)
        _refuse(case, cannot_cast(case.ballot, case.rule, wanted))
        said = {"person": person, "recorder": recorder, "seat": name, "position": meant.value}
        event = Event("cast", {**said, "text": wanted.text, "at": case.at, "number": case.ballot.given + 1})
        told = {"seat": name, "position": meant.value, "voter": person, "recorder": recorder}
        return Decided(event, capacity, text, told)

    return on_ballot(session, Said(ballot, "cast", values, key or session.new_key()), decide)


def recuse(
    session: Session,
    ballot: str,
    *,
    reason: str,
    seat: str | None = None,
    recorded_for: bool = False,
    key: str | None = None,
) -> BallotReceipt:
    """Take a seat, or who chairs, out of a ballot for a conflict of interest; a position of it counts no longer. By the
    holder, or with `recorded_for` by the secretariat. Raises as `cast` does."""
    values = {"seat": seat, "text": reason, "recorded_for": recorded_for}

    def decide(case: Case) -> Decided:
        name, capacity = _seat_and_capacity(case, seat, recorded_for=recorded_for)
        _refuse(case, cannot_recuse(case.ballot, seat=name, reason=reason.strip(), at=case.at))
        event = Event("recused", {"seat": name, "reason": reason.strip()})
        return Decided(event, capacity, reason, {"seat": name})

    return on_ballot(session, Said(ballot, "recuse", values, key or session.new_key()), decide)


def close_ballot(session: Session, ballot: str, *, key: str | None = None) -> BallotReceipt:
    """Close a ballot and say its outcome: an act of the secretariat or the chair. Before its time it is closed only if
    no answer that is out can change the outcome. Raises as `cast` does."""

    def decide(case: Case) -> Decided:
        capacity = case.officer()
        _refuse(case, cannot_close(case.ballot, case.rule, at=case.at))
        result = tally_of_ballot(case.ballot, case.rule)
        return Decided(Event("closed", {"outcome": result.outcome.value, "at": case.at}), capacity)

    return on_ballot(session, Said(ballot, "close", {}, key or session.new_key()), decide)


def casting_vote(
    session: Session, ballot: str, position: str, *, reason: str, key: str | None = None
) -> BallotReceipt:
    """Decide a tie after the close: an act of who chairs, with a reason. Raises as `cast` does."""
    meant = position_of(position)

    def decide(case: Case) -> Decided:
        found = [held for office in case.ballot.chairs if (held := case.office(office))]
        if not found:
            raise _not_held(case, case.ballot.chairs)
        offices = frozenset(held.office for held in found)
        why = reason.strip()
        _refuse(case, cannot_cast_vote_of_chair(case.ballot, offices=offices, position=meant, reason=why))
        decided = tally_of_ballot(case.ballot._replace(casting_vote=meant), case.rule)
        event = Event(
            "casting_vote",
            {"position": meant.value, "outcome": decided.outcome.value, "reason": why, "at": case.at},
        )
        capacity = next(held for held in found if held.office == acting_chair(case.ballot))
        return Decided(event, capacity, reason, {"position": meant.value})

    values = {"position": meant.value, "text": reason}
    return on_ballot(session, Said(ballot, "casting_vote", values, key or session.new_key()), decide)


def withdraw_ballot(session: Session, ballot: str, *, reason: str, key: str | None = None) -> BallotReceipt:
    """End a ballot without a tally, with a reason: an act of the secretariat or the chair. Raises as `cast` does."""

    def decide(case: Case) -> Decided:
        capacity = case.officer()
        _refuse(case, cannot_withdraw(case.ballot, reason=reason.strip()))
        event = Event("withdrawn", {"reason": reason.strip(), "at": case.at})
        return Decided(event, capacity, reason)

    return on_ballot(session, Said(ballot, "withdraw", {"text": reason}, key or session.new_key()), decide)


def _seat_and_capacity(case: Case, seat: str | None, *, recorded_for: bool) -> tuple[str, Capacity]:
    """Which seat is meant, and in which capacity the caller speaks for it. NotAuthorised for a seat of others."""
    if recorded_for:
        capacity = case.secretary()
        if seat is None:
            raise Refused(notice("voting.name_the_seat", seats=[each.name for each in case.ballot.seats]))
        return seat, capacity
    names = [each.name for each in case.ballot.seats]
    known = dict.fromkeys([*names, *case.ballot.chairs] if seat else names)
    wanted = [name for name in known if seat in (None, name)]
    if seat is not None and not wanted:
        raise Refused(notice("voting.unknown_seat", seat=seat, ballot=case.ballot.reference))
    found = [held for name in wanted if (held := case.office(name))]
    if not found:
        raise _not_held(case, (seat,) if seat else names)
    if len(found) > 1:
        raise Refused(notice("voting.name_the_seat", seats=[held.office for held in found]))
    return found[0].office, found[0]


def _not_held(case: Case, offices: tuple[str, ...] | list[str]) -> NotAuthorised:
    name = case.directory.persons[case.person].name
    return NotAuthorised(
        notice("voting.not_holder", person=name, ballot=case.ballot.reference, seats=offices)
    )


def _refuse(case: Case, reasons: list[Notice]) -> None:
    if reasons:
        raise Refused(*reasons, next_command=f"govflow ballot show {case.ballot.reference}")
