"""Acts on a ballot: positions, recusals, objections, the close and what comes after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Unpack

from govflow.domain.council.ballot import Ballot, taken
from govflow.domain.council.ballot_acts import BallotAct, about, note_of
from govflow.domain.council.ballot_closing import CastingVote, Close, Escalate, NoObjection, Withdraw
from govflow.domain.council.ballot_proceeding import Abolish, Object
from govflow.domain.council.ballot_recording import RecordMany
from govflow.domain.council.ballot_recusing import Recuse, Unrecuse
from govflow.domain.council.ballot_voting import Cast, Correct
from govflow.domain.council.meeting import Meeting
from govflow.services.council.acting.desk import CouncilReceipt, Desk, Held, How, Said, Told, at_desk
from govflow.services.council.acting.happening import wrong_time
from govflow.services.council.ballots.deciding import escalated, numbered, settle
from govflow.services.council.ballots.doing import Doing, seat_meant, speaks_for, token
from govflow.services.session import Session

Made = Callable[[Desk, Ballot, Meeting | None], BallotAct]
"""What is done, once the ballot and its meeting are known."""

Then = Callable[[Doing, Meeting | None, Ballot], Told]
"""How it is recorded, with all that follows from it."""


Spoken = str | tuple[str, str]
"""A position, or one with its reason. A list has those of a seat that was named more than once, which is refused."""


def cast(
    session: Session,
    ballot: str,
    position: str,
    *,
    seat: str | None = None,
    text: str = "",
    recorded_for: bool = False,
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Take the position of a seat: that of the caller, who holds its office, sits in for it or has its proxy; with
    `recorded_for` one that the secretariat writes down for whoever sits there. `seat` may be left out by who speaks for
    one seat only.

    Raises BadInput (the token), NotFound, NotAuthorised, Refused (every reason), Conflict (the key, a stale version).
    """
    meant = token(position)

    def made(desk: Desk, before: Ballot, meeting: Meeting | None) -> BallotAct:
        name = seat_meant(desk, before, seat, meeting)
        return Cast(name, meant, text, _recorded(desk, before, name, meeting, asked=recorded_for))

    values = {"position": meant, "seat": seat, "text": text, "recorded_for": recorded_for}
    return _done(session, Said("ballot", ballot, "cast", values, session.new_key()).held(**how), made, _taken)


def record_positions(
    session: Session,
    ballot: str,
    positions: Mapping[str, Spoken | list[Spoken]],
    *,
    others: str = "",
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Write down what was said in the room, by seat, all or none: an act of the secretariat. A position may bring its
    reason, as in `("no", "the costs are not known")`; `others` is what everybody else said who can vote and has not
    answered. Raises as `cast` does, every reason with the seat that it concerns."""
    casts, rest = tuple(_written(positions)), token(others) if others else ""
    values = {"positions": {cast.seat: cast.position for cast in casts}, "others": rest}
    values["texts"] = {cast.seat: cast.text for cast in casts}
    said = Said("ballot", ballot, "record", values, session.new_key()).held(**how)
    return _done(session, said, lambda *_: RecordMany(casts, rest), _written_down)


def correct_position(
    session: Session, ballot: str, seat: str, position: str, *, reason: str, **how: Unpack[How]
) -> CouncilReceipt:
    """Correct a position that the secretariat wrote down wrongly, after the close and before the minutes are signed;
    the outcome stays. An act of the secretariat. Raises as `cast` does."""
    meant = token(position)
    values = {"seat": seat, "position": meant, "reason": reason}
    said = Said("ballot", ballot, "correct", values, session.new_key()).asked(**how)
    return _done(session, said, lambda *_: Correct(seat, meant, reason), _taken)


def recuse(
    session: Session,
    ballot: str,
    *,
    reason: str,
    seat: str | None = None,
    recorded_for: bool = False,
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Take the caller out of a ballot for a conflict of interest, in every office of it; with `recorded_for` whoever
    sits on the seat and has declared it orally. Raises as `cast` does."""
    values = {"seat": seat, "reason": reason, "recorded_for": recorded_for}
    said = Said("ballot", ballot, "recuse", values, session.new_key()).held(**how)
    return _done(session, said, _declaring(Recuse, reason, seat, recorded_for=recorded_for), _with_seat)


def unrecuse(
    session: Session,
    ballot: str,
    *,
    reason: str,
    seat: str | None = None,
    recorded_for: bool = False,
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Take a declaration of conflict back: by whoever made it, or recorded as it was. Raises as `cast` does."""
    values = {"seat": seat, "reason": reason, "recorded_for": recorded_for}
    said = Said("ballot", ballot, "unrecuse", values, session.new_key()).held(**how)
    return _done(session, said, _declaring(Unrecuse, reason, seat, recorded_for=recorded_for), _with_seat)


def object_to(
    session: Session,
    ballot: str,
    *,
    seat: str | None = None,
    text: str = "",
    recorded_for: bool = False,
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Object, where the chair has asked: the votes are counted one by one. Raises as `cast` does."""

    def made(desk: Desk, before: Ballot, meeting: Meeting | None) -> BallotAct:
        name = seat_meant(desk, before, seat, meeting)
        return Object(name, text, _recorded(desk, before, name, meeting, asked=recorded_for))

    values = {"seat": seat, "text": text, "recorded_for": recorded_for}
    said = Said("ballot", ballot, "object", values, session.new_key()).held(**how)
    return _done(session, said, made, _with_seat)


def no_objection(session: Session, ballot: str, **how: Unpack[Held]) -> CouncilReceipt:
    """Record that nobody objected: every seat in the room assents, and the ballot is closed. An act of the secretariat
    or the chair. Raises as `cast` does."""
    said = Said("ballot", ballot, "no_objection", {}, session.new_key()).held(**how)
    return _done(session, said, lambda *_: NoObjection(), _decided)


def close_ballot(session: Session, ballot: str, **how: Unpack[Held]) -> CouncilReceipt:
    """Close a ballot, and do what its outcome means: an act of the secretariat or the chair. Outside a sitting before
    its time only if no answer that is out can change the outcome. Raises as `cast` does."""
    said = Said("ballot", ballot, "close", {}, session.new_key()).held(**how)
    return _done(session, said, lambda *_: Close(), _decided)


def casting_vote(
    session: Session,
    ballot: str,
    position: str,
    *,
    reason: str,
    recorded_for: bool = False,
    **how: Unpack[Held],
) -> CouncilReceipt:
    """Decide a tie after the close: an act of who chairs, with a reason; with `recorded_for` one that the secretariat
    writes down for who chaired a meeting held on paper. Raises as `cast` does."""
    meant = token(position)
    values = {"position": meant, "reason": reason, "recorded_for": recorded_for}
    said = Said("ballot", ballot, "casting_vote", values, session.new_key()).held(**how)
    return _done(session, said, lambda *_: CastingVote(meant, reason, recorded_for), _decided)


def withdraw_ballot(session: Session, ballot: str, *, reason: str, **how: Unpack[Held]) -> CouncilReceipt:
    """Take a question back before it is decided: an act of the secretariat or the chair. Raises as `cast` does."""
    said = Said("ballot", ballot, "withdraw", {"reason": reason}, session.new_key()).held(**how)
    return _done(session, said, lambda *_: Withdraw(reason), _decided)


def escalate_ballot(session: Session, ballot: str, *, reason: str, **how: Unpack[Held]) -> CouncilReceipt:
    """End a ballot that the body cannot decide, because most are recused or nobody may cast: the matter is for the body
    above. An act of the secretariat or the chair. Raises as `cast` does."""

    def then(doing: Doing, meeting: Meeting | None, after: Ballot) -> Told:
        ended = doing.record(after)
        values = escalated(doing.desk, meeting, ended, doing.capacity, note=reason.strip())
        return Told(ended, doing.capacity, values)

    said = Said("ballot", ballot, "escalate", {"reason": reason}, session.new_key()).held(**how)
    return _done(session, said, lambda *_: Escalate(reason), then)


def abolish_seat(
    session: Session, ballot: str, seat: str, *, reason: str, **how: Unpack[Held]
) -> CouncilReceipt:
    """Take a seat out of a ballot whose office the organisation no longer has: an act of the secretariat or the chair.
    Raises as `cast` does."""
    values = {"seat": seat, "reason": reason}
    said = Said("ballot", ballot, "abolish", values, session.new_key()).held(**how)
    return _done(session, said, lambda *_: Abolish(seat, reason), _with_seat)


def _declaring(
    kind: type[Recuse] | type[Unrecuse], reason: str, seat: str | None, *, recorded_for: bool
) -> Made:
    """A conflict is declared, or the declaration taken back."""

    def made(desk: Desk, before: Ballot, meeting: Meeting | None) -> BallotAct:
        name = _office_meant(desk, before, seat, meeting)
        return kind(name, reason, _recorded(desk, before, name, meeting, asked=recorded_for))

    return made


def _done(session: Session, said: Said, made: Made, then: Then) -> CouncilReceipt:
    def act(desk: Desk) -> Told:
        meeting = desk.meeting_of(said.reference)
        before = desk.ballot(said.reference)
        against = wrong_time(desk, meeting)
        doing = Doing(desk, before, made(desk, before, meeting), meeting=meeting, against=against)
        return then(doing, meeting, doing.after())

    return at_desk(session, said, act)


def _with_seat(doing: Doing, meeting: Meeting | None, after: Ballot) -> Told:
    """Of acts that are about a seat."""
    return Told(doing.record(after), doing.capacity, {"seat": about(doing.act)})


def _taken(doing: Doing, meeting: Meeting | None, after: Ballot) -> Told:
    """Of acts that take a position: the latest is theirs."""
    given = max(after.positions.values(), key=lambda each: each.number)
    kept = doing.record(after)
    values: Mapping[str, Any] = {
        "seat": given.seat,
        "position": given.position.value,
        "voter": given.person,
        "recorder": given.recorder,
        "via": given.via.value,
    }
    return Told(kept, doing.capacity, values)


def _written(positions: Mapping[str, Spoken | list[Spoken]]) -> Iterator[Cast]:
    """What was said seat by seat, maybe with its reason."""
    for seat, every in positions.items():
        for said in every if isinstance(every, list) else [every]:
            position, text = (said, "") if isinstance(said, str) else said
            yield Cast(seat, token(position), text, recorded=True)


def _written_down(doing: Doing, meeting: Meeting | None, after: Ballot) -> Told:
    """Of an act that takes many positions: what each seat said."""
    recorded = {each.seat: each.position.value for each in taken(doing.before, after)}
    return Told(doing.record(after), doing.capacity, {"recorded": recorded, "count": len(recorded)})


def _decided(doing: Doing, meeting: Meeting | None, after: Ballot) -> Told:
    """Of acts that end a ballot, or leave it to the chair."""
    kept = doing.record(numbered(doing.desk, after))
    outcome = kept.outcome.value if kept.outcome else None
    settled = settle(doing.desk, meeting, kept, doing.capacity, note=note_of(doing.act))
    return Told(kept, doing.capacity, {"outcome": outcome, **settled})


def _recorded(desk: Desk, ballot: Ballot, seat: str, meeting: Meeting | None, *, asked: bool) -> bool:
    """Whether it is written down for others: who speaks for the seat says it in person, but not in a meeting that was
    held on paper, whoever has the office since."""
    if meeting and meeting.on_paper:
        return asked
    return asked and speaks_for(desk, ballot, seat, meeting) is None


def _office_meant(desk: Desk, ballot: Ballot, office: str | None, meeting: Meeting | None) -> str:
    """The office in which a conflict is declared: also one that only chairs."""
    chairs = [chair for chair in ballot.chairs if desk.office(chair)]
    seats = [each.name for each in ballot.seats if speaks_for(desk, ballot, each.name, meeting)]
    return office or next(iter([*seats, *chairs]), None) or seat_meant(desk, ballot, None, meeting)
