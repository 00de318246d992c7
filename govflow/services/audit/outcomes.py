"""Outcomes verified: what a ballot did to its proposal is what deciding makes of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import canonical
from govflow.domain.condition import dated, term
from govflow.domain.council.ballot import DECIDED, Ballot, Mode, Purpose
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.tally import Outcome
from govflow.domain.history import Entry
from govflow.services.acting.firing import MERELY_TOLD
from govflow.services.council.ballots.deciding import AMENDED, OCCASION, payload_of
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.domain.replay import Folded
    from govflow.store import UnitOfWork

_TERMS = ("text", "owner", "due", "evidence", "precedent", "on_breach", "closed")


class Outcomes:
    """What the ballots of a store meant for their proposals."""

    def __init__(self, session: Session, work: UnitOfWork) -> None:
        self._session = session
        self._work = work

    def agree(self, ballot: Ballot, ended: str, occasion: Occasion, *, entry: Entry, before: Folded) -> bool:
        """Whether an entry tells what the ballot meant, which an act `ended`, for the proposal as it was `before`: of
        what merely tells how it came about, the definition keeps what it has values for."""
        at_once = occasion is Occasion.DECIDED_ALONE and ballot.mode is Mode.EMERGENCY
        if not (at_once or occasion is self._meant(ballot, ended)):
            return False
        told = entry.read("payload")
        asked = before.row["amount"]
        made = payload_of(ballot, occasion, asked=asked)
        expected = {name: value for name, value in made.items() if name in told or name not in MERELY_TOLD}
        return canonical(self._plain(told, entry)) == canonical(self._plain(expected, entry))

    def _meant(self, ballot: Ballot, ended: str) -> Occasion | None:
        """The occasion that the outcome is for the proposal."""
        if ended == "escalate":
            return Occasion.CARRIED_OVER
        if ballot.purpose is Purpose.AMENDMENT and ballot.outcome in DECIDED:
            return self._amended(ballot)
        if ballot.outcome is Outcome.WITHDRAWN:
            return None if ballot.meeting else Occasion.CARRIED_OVER
        if ballot.final is Outcome.WITHDRAWN:  # what it had decided with others was taken back
            return Occasion.CARRIED_OVER
        return OCCASION.get(ballot.final) if ballot.final else None

    def _amended(self, ballot: Ballot) -> Occasion | None:
        kept = self._work.meetings.get(ballot.meeting or "")
        item = kept and kept.value.item(ballot.item or 0)
        amendment = item.amendments.get(ballot.matter.about or "") if item else None
        return AMENDED.get(amendment.kind) if amendment and ballot.outcome is Outcome.PASSED else None

    def _plain(self, told: dict[str, Any], entry: Entry) -> dict[str, Any]:
        """The values with every term of a condition stated, and due on a date."""
        if "conditions" not in told:
            return told
        calendar = self._session.calendar(self._work)
        today = date.fromisoformat(entry.effective_on)
        conditions = dated(told["conditions"], today=today, calendar=calendar)
        return told | {"conditions": [{name: term(c, name) for name in _TERMS} for c in conditions]}
