"""Ballots verified: rows and positions against their histories, and every entry against what was permitted then."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot, BallotState, Purpose, taken
from govflow.domain.council.ballot_acts import ACTS, TRIGGERS
from govflow.domain.council.ballot_proceeding import Settle
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.tally import Outcome
from govflow.domain.history import Entry, Subject
from govflow.domain.plain import thawed
from govflow.messages import Notice, notice
from govflow.services.acting.firing import fires
from govflow.services.audit.aggregates import Aggregates
from govflow.services.audit.ballot_past import Claim, Past
from govflow.services.audit.directories import Directories
from govflow.services.audit.findings import Findings
from govflow.services.audit.jointly import Jointly
from govflow.services.audit.timing import timed
from govflow.services.council.ballots.deciding import OCCASION, cause_of
from govflow.services.council.ballots.putting import SERIES
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import PositionRow, UnitOfWork


class Ballots(Aggregates[Ballot]):
    """The ballots of a store, one history after the other."""

    def __init__(
        self, session: Session, work: UnitOfWork, findings: Findings, *, directories: Directories
    ) -> None:
        super().__init__(work, findings, kind=Ballot, repository=work.ballots, series=SERIES)
        self._session = session
        self._past = Past(session, work, directories=directories)
        self._joint = Jointly(work)
        self._taken: list[PositionRow] = []
        self._times: dict[int, str] = {}

    def verify(self, subject: Subject, entries: list[Entry]) -> None:
        """Compare everything that belongs to one ballot with its entries."""
        self._taken = []
        self._times = {each.entry.seq: each.before for each in timed(entries)}
        super().verify(subject, entries)
        if self.work.positions.of(subject.id) != self._taken:
            self.findings.say("positions_differ", reference=subject.id)
        for *_, after, _ in list(self.states(entries))[-1:]:
            self._moved(after)
            if after.joint and not self._jointly(after, entries):
                self.findings.say("joint_differs", reference=subject.id)

    def step(self, before: Ballot | None, after: Ballot, entry: Entry) -> None:
        """An entry leads where it says, by somebody who might, for reasons that held."""
        super().step(before, after, entry)
        self._take(before, after)
        claim = Claim.of(entry, before=self._times.get(entry.seq, ""))
        found = self._opened(after, claim) if before is None else self._done(before, after, claim)
        for reason in chain(self._past.told_wrongly(before, after, claim), found):
            self.say("impossible", reference=entry.subject, seq=entry.seq, why=reason)

    def _opened(self, ballot: Ballot, claim: Claim) -> Iterator[Notice]:
        """It was opened as things were, and not beside another of the body on the same text."""
        yield from self._past.opened_wrongly(ballot, claim)
        yield from self._joint.opened_twice(ballot, claim.entry)

    def _done(self, before: Ballot, after: Ballot, claim: Claim) -> Iterator[Notice]:
        """The act was permitted by the facts that it names, and made of the ballot what it says."""
        kind = ACTS.get(claim.entry.trigger)
        if kind is None:
            yield notice("voting.record_act", act=claim.entry.trigger)
            return
        act = thawed(kind, claim.entry.read("payload"))
        yield from self._past.done_wrongly(before, act, claim)
        if act.done(before, self._past.rule(before), claim.facts)._replace(decision=after.decision) != after:
            yield notice("voting.record_differs")

    def _take(self, before: Ballot | None, after: Ballot) -> None:
        """The positions that an entry took, in the order of their numbers."""
        from govflow.store import PositionRow

        self._taken += (PositionRow.of(after, given) for given in taken(before, after))

    def _jointly(self, ballot: Ballot, entries: list[Entry]) -> bool:
        """A joint decision is settled by the ballots of all its bodies, once they have decided."""
        settling = [entry for entry in entries if entry.trigger == TRIGGERS[Settle]]
        if not all(self._joint.settled(ballot, entry) for entry in settling):
            return False
        decided = [entry.recorded_at for entry in entries if entry.to_state == BallotState.CLOSED]
        return not (decided and self._joint.left_unsettled(ballot, decided_at=decided[0]))

    def _moved(self, ballot: Ballot) -> None:
        """What a ballot decided has moved its proposal on, if the proposal's workflow waited for that."""
        escalated = ballot.state is BallotState.ESCALATED
        occasion = Occasion.CARRIED_OVER if escalated else OCCASION.get(ballot.outcome or Outcome.WITHDRAWN)
        proposal = self.work.proposals.get(ballot.proposal) if ballot.proposal else None
        if proposal is None or occasion is None or ballot.stage is None:
            return
        if ballot.purpose is not Purpose.QUESTION or ballot.joint:
            return
        definition = self._session.definition(self.work, proposal.definition)
        if not fires(definition, ballot.stage, occasion, body=ballot.body):
            return
        entries = self.work.history.entries(Subject("proposal", proposal.reference))
        if not any((each.cause, each.from_state) == (cause_of(ballot), ballot.stage) for each in entries):
            self.findings.say("not_moved", reference=ballot.reference, proposal=proposal.reference)
