"""What a demonstration writes of a meeting: its documents, and its minutes from the draft to their publication."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govflow.services.council.documents.meeting_documents import convoke, issue_document
from govflow.services.council.documents.minutes import (
    circulate_minutes,
    correct_minutes,
    draft_minutes,
    publish_minutes,
    sign_minutes,
)
from govflow.services.demonstration.planned_meeting import PlannedMinutes
from govflow.services.demonstration.sittings import secretary_of
from govflow.services.session import Session

BEFORE = ("agenda", "papers")
AFTERWARDS = ("attendance", "commitments")
"""The documents that are issued with the notice of a meeting, and when it has ended."""


class Minuting(NamedTuple):
    """The secretariat of a body, writing of one of its meetings."""

    session: Session
    meeting: str
    plan: PlannedMinutes

    @classmethod
    def of(cls, session: Session, body: str, meeting: str, plan: PlannedMinutes) -> Minuting:
        return cls(session.acting_as(secretary_of(session, body), clock=session.clock), meeting, plan)

    def announce(self) -> None:
        """Send the notice out, with the agenda and the list of papers."""
        convoke(self.session, self.meeting)
        self._issue(BEFORE)

    def draft(self) -> None:
        """Draw the minutes up, and send them round with who attended and who said what."""
        self._issue(AFTERWARDS)
        draft_minutes(self.session, self.meeting)
        circulate_minutes(self.session, self.meeting, until=self.plan.until)

    def correct(self) -> None:
        """Let a member ask for a correction, which a further draft takes up."""
        correct_minutes(self._on(self.plan.corrects), self.meeting, text=self.plan.correction)
        draft_minutes(self.session, self.meeting)

    def sign(self) -> None:
        """Let the members sign, and publish what everybody may read."""
        for seat in self.plan.signers:
            sign_minutes(self._on(seat), self.meeting)
        publish_minutes(self.session, self.meeting)

    def _issue(self, kinds: Iterable[str]) -> None:
        for kind in kinds:
            issue_document(self.session, self.meeting, kind)

    def _on(self, seat: str) -> Session:
        """Acting as who holds a seat."""
        with self.session.reading() as work:
            (person, *_) = self.session.directory(work).present_holders(seat)
        return self.session.acting_as(person, clock=self.session.clock)
