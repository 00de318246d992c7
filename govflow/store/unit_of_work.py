"""The unit of work: one transaction and the repositories in it. Leaving it without `commit()` rolls back."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Self

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.meeting import Meeting
from govflow.domain.round import Round
from govflow.store.aggregates import Aggregates
from govflow.store.answers import Answers
from govflow.store.calendar import Calendar
from govflow.store.chains import Chains
from govflow.store.conditions import Conditions
from govflow.store.council_schema import ballots, meetings
from govflow.store.database import Access
from govflow.store.decisions import Decisions
from govflow.store.definitions import Definitions
from govflow.store.documents import Documents
from govflow.store.history import History
from govflow.store.idempotency import Idempotency
from govflow.store.indexed import Indexed
from govflow.store.numbering import Numbering
from govflow.store.organisation import Organisations
from govflow.store.orphans import Orphans
from govflow.store.outbox import Outbox
from govflow.store.positions import Positions
from govflow.store.programmes import Programmes
from govflow.store.proposals import Proposals
from govflow.store.queries import Queries
from govflow.store.refusals import Refusals
from govflow.store.reviews import Reviews
from govflow.store.revisions import Revisions
from govflow.store.round_schema import rounds
from govflow.store.seals import Seals
from govflow.store.session import Session
from govflow.store.settings import Settings
from govflow.store.soundness import Soundness
from govflow.store.steps import Steps
from govflow.store.tallies import Tallies


class UnitOfWork:
    """One for each store, used again and again: a store has one connection and one transaction at a time.

    Rows are locked in one order, which keeps two acts from waiting for each other: the meeting,
    the ballot, the proposal, then the numbers, then the tallies.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._access, self._any_text = Access.READ, False
        self.proposals = Proposals(session)
        self.revisions = Revisions(session)
        self.steps = Steps(session)
        self.history = History(session)
        self.chains = Chains(session)
        self.meetings = Aggregates(session, meetings, Meeting)
        self.ballots = Aggregates(session, ballots, Ballot)
        self.rounds = Aggregates(session, rounds, Round)
        self.answers = Answers(session)
        self.positions = Positions(session)
        self.decisions = Decisions(session)
        self.definitions = Definitions(session)
        self.organisation = Organisations(session)
        self.documents = Documents(session)
        self.numbering = Numbering(session)
        self.tallies = Tallies(session)
        self.idempotency = Idempotency(session)
        self.outbox = Outbox(session)
        self.refusals = Refusals(session)
        self.seals = Seals(session)
        self.soundness = Soundness(session)
        self.indexed = Indexed(session)
        self.programmes = Programmes(session)
        self.calendar = Calendar(session)
        self.settings = Settings(session)
        self.orphans = Orphans(session)
        self.queries = Queries(session)
        self.conditions = Conditions(session)
        self.reviews = Reviews(session)

    def for_writing(self, *, alone: bool = False) -> Self:
        return self._prepared(Access.ALONE if alone else Access.WRITE)

    def for_reading(self, *, any_text: bool = False) -> Self:
        return self._prepared(Access.READ, any_text=any_text)

    def __enter__(self) -> Self:
        self._session.begin(self._access, any_text=self._any_text)
        return self

    def __exit__(self, *_: object) -> None:
        self._session.end()

    def commit(self) -> None:
        """Make everything since `begin` durable. OutcomeUnknown when the answer was lost."""
        if self._access is Access.READ:
            raise RuntimeError("a reading unit of work has nothing to commit")
        self._session.commit()

    def savepoint(self) -> AbstractContextManager[None]:
        """A part that is undone on its own when its block raises."""
        return self._session.savepoint()

    def _prepared(self, access: Access, *, any_text: bool = False) -> Self:
        if self._session.in_use:
            raise RuntimeError("a unit of work of this store is already open")
        self._access, self._any_text = access, any_text
        return self
