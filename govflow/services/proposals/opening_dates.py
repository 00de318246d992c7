"""Opening dates: by when a draft is due, in the round of its fiscal year or without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.proposal import Proposal
from govflow.domain.round import Ruled
from govflow.services.acting.effects import due_day
from govflow.services.rounds.ruling import round_of
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class OpeningDates:
    """The due dates of one intake's drafts: all are opened on one day, and rounds stay as they are while it lasts."""

    def __init__(self, session: Session, work: UnitOfWork, definition: Definition) -> None:
        self._session = session
        self._work = work
        self._definition = definition
        self._rounds: dict[int, Ruled | None] = {}
        self._due: dict[int, str | None] = {}

    def round(self, fiscal_year: int) -> Ruled | None:
        """The round of a fiscal year."""
        if fiscal_year not in self._rounds:
            self._rounds[fiscal_year] = round_of(self._work, self._definition, fiscal_year)
        return self._rounds[fiscal_year]

    def due(self, fiscal_year: int) -> str | None:
        """By when a draft of a fiscal year that is opened today is due."""
        if fiscal_year not in self._due:
            ruled = self.round(fiscal_year)
            self._due[fiscal_year] = due_day(
                self._definition.states[self._definition.initial].due,
                definition=self._definition,
                today=self._session.today(),
                calendar=self._session.calendar(self._work),
                records={},
                dates=ruled.dates if ruled else {},
            )
        return self._due[fiscal_year]

    def moved(self, draft: Proposal, fiscal_year: int) -> str | None:
        """By when a draft is due whose revision is for this fiscal year: another year's round has its own date."""
        same = draft.fiscal_year == fiscal_year
        if same or not (self.round(fiscal_year) or self.round(draft.fiscal_year)):
            return draft.due_on
        return self.due(fiscal_year)
