"""Appeals: another body hears what was decided, without those who decided it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Unpack
from zoneinfo import ZoneInfo

from govflow.domain.authority import Capacity
from govflow.domain.council.ballot import Ballot, Mode, Purpose
from govflow.domain.council.ballot_opening import Opening
from govflow.domain.council.charter import Appeal, Appellant, Charter
from govflow.domain.council.link import Link
from govflow.domain.council.reconsideration import cannot_be_taken_up
from govflow.domain.council.seats import seats_on
from govflow.domain.history import Subject
from govflow.errors import BadInput, NotAuthorised, NotFound, Refused
from govflow.messages import Notice, notice
from govflow.services.clock import stamp
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.refusing import refuse
from govflow.services.council.ballots.putting import put_to_vote
from govflow.services.council.charters.bodies import charter_in_force
from govflow.services.council.decisions.number import decision_meant
from govflow.services.council.decisions.register import running, standing_of
from govflow.services.council.matters.closed_fields import Closing, closed_fields
from govflow.services.council.matters.titles import matter_about
from govflow.services.names import pair
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DecisionRow, UnitOfWork

ASKS = {"overrule": Link.OVERRULES, "remand": Link.REMANDS}
"""What an appeal may ask for: that the decision falls, or that the body decides anew."""

_CLOSING = time(17)
"""When the panel's last day ends."""


def appeal(
    session: Session,
    number: str,
    *,
    asks: str,
    grounds: str,
    closed: Closing | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Appeal against a decision to the panel that the charter names: an act of the ministry whose proposal was decided,
    or of a member with a vote, as the charter has it. The panel's ballot opens at once, without everybody who took part
    in the decision; it answers within as many working days as there were for the appeal.

    Raises BadInput, NotFound, NotAuthorised, Refused (every reason), Conflict (the key).
    """
    closing = closed_fields(closed)
    values = {"number": number, "asks": asks, "grounds": grounds, "closed": closing}
    said = Said("ballot", "", "appeal", values, session.new_key()).asked(**how)
    if asks not in ASKS:
        raise BadInput.at(None, notice("register.unknown_remedy", asks=asks, known=[*ASKS]))

    def act(desk: Desk) -> Told:
        row = decision_meant(session, desk.work, number)
        before = desk.ballot(row.ballot)  # locked, so that one appeal at a time is heard
        rule = _rule(desk, before)
        capacity = _appellant(desk, before, rule)
        reasons = list(_reasons(desk, row, rule, grounds=grounds))
        refuse(desk, reasons, next_command=f"govflow decision show {row.number}")
        panel = _panel(desk, rule)
        opening = Opening(
            panel.name,
            Mode.OPEN,
            Purpose.APPEAL,
            matter_about(row, before.matter.ministry, asks=ASKS[asks]),
            closes_at=_last_moment(desk, rule),
            reason=grounds.strip(),
            closed=closing,
            authors=tuple(sorted({*_authors(desk.work, row)})),
        )
        ballot = put_to_vote(desk, opening, panel, capacity)
        return Told(
            ballot,
            capacity,
            {"about": row.number, "panel": panel.name, "panel_title": pair(panel.title), "asks": asks},
        )

    return at_desk(session, said, act)


def _authors(work: UnitOfWork, decision: DecisionRow) -> Iterator[str]:
    """Everybody who took part in a decision, or in ratifying it: by a position, whether it stood in the end or not, or
    by the casting vote."""
    links = work.decisions.links_of(decision.number)
    ratified = (work.decisions.get(each.later) for each in links if each.kind == Link.RATIFIES)
    for row in filter(None, (decision, *ratified)):
        yield from (taken.person for taken in work.positions.of(row.ballot))
        kept = work.ballots.get(row.ballot)
        yield from (kept.value.casting.person,) if kept and kept.value.casting else ()


def _rule(desk: Desk, ballot: Ballot) -> Appeal:
    """What the charter under which it was decided says of appeals."""
    charter = desk.charter(ballot)
    if charter.appeal is None:
        raise Refused(
            notice("register.no_appeal", body=charter.title), next_command=f"govflow body show {charter.name}"
        )
    return charter.appeal


def _appellant(desk: Desk, ballot: Ballot, rule: Appeal) -> Capacity:
    """In which capacity the caller appeals. NotAuthorised for who may not."""
    found = {Appellant.PROPOSER: _proposing(desk, ballot), Appellant.MEMBERS: _member(desk, ballot)}
    capacity = next((each for by in rule.by if (each := found[by])), None)
    if capacity is None:
        by = [notice(f"body.appeal_{who}") for who in rule.by]
        raise NotAuthorised(notice("register.not_appellant", person=desk.name, by=by))
    return capacity


def _member(desk: Desk, ballot: Ballot) -> Capacity | None:
    """A seat of the body with a vote that the caller holds today, whoever decided."""
    seats = seats_on(desk.charter(ballot), desk.directory)
    return next(filter(None, (desk.office(seat.name) for seat in seats if seat.voting)), None)


def _proposing(desk: Desk, ballot: Ballot) -> Capacity | None:
    """An office that the caller holds today, and in which its ministry has put the proposal forward."""
    if ballot.proposal is None:
        return None
    lineage = {*desk.directory.lineage(ballot.matter.ministry or "")}
    entries = desk.work.history.entries(Subject("proposal", ballot.proposal))
    offices = dict.fromkeys(entry.office for entry in entries if entry.office)
    own = (code for code in offices if code in desk.directory.offices)
    theirs = (code for code in own if desk.directory.offices[code].ministry in lineage)
    return next(filter(None, map(desk.office, theirs)), None)


def _panel(desk: Desk, rule: Appeal) -> Charter:
    try:
        return charter_in_force(desk.session, desk.work, rule.panel)
    except NotFound as missing:
        command = f"govflow body load {rule.panel}"
        raise Refused(notice("register.no_panel", panel=rule.panel), next_command=command) from missing


def _reasons(desk: Desk, row: DecisionRow, rule: Appeal, *, grounds: str) -> Iterator[Notice]:
    yield from cannot_be_taken_up(row.number, standing_of(desk.work, row))
    for ballot in running(desk.work, about=row.number, body=rule.panel):
        yield notice("register.appealed_already", number=row.number, ballot=ballot)
    if any(_heard(desk, row, each.later) for each in desk.work.decisions.links_of(row.number)):
        yield notice("register.heard_already", number=row.number)
    last = desk.session.calendar(desk.work).add(date.fromisoformat(row.decided_on), rule.working_days)
    if desk.session.today() > last:
        yield notice("register.appeal_too_late", number=row.number, last=last, days=rule.working_days)
    if not grounds.strip():
        yield notice("register.no_grounds", number=row.number)


def _heard(desk: Desk, row: DecisionRow, later: str) -> bool:
    """Whether a later decision is that of a panel on this one."""
    found = desk.work.decisions.get(later)
    return found is not None and found.full.about == row.number and found.full.purpose is Purpose.APPEAL


def _last_moment(desk: Desk, rule: Appeal) -> str:
    day = desk.session.calendar(desk.work).add(desk.session.today(), rule.working_days)
    zone = ZoneInfo(desk.session.store.info.timezone)
    return stamp(datetime.combine(day, _CLOSING, tzinfo=zone))
