"""Causes verified: what moved a proposal by nobody's hand is compared with the ballot, meeting or condition that its
entry names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import ENDED, Ballot
from govflow.domain.council.link import Link
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.tally import Outcome
from govflow.domain.history import Entry, Subject
from govflow.domain.replay import folding
from govflow.services.audit.breaches import broken
from govflow.services.audit.changes import by_change
from govflow.services.audit.findings import Findings
from govflow.services.audit.moved import Moved
from govflow.services.audit.outcomes import Outcomes
from govflow.services.audit.pinned import pinned
from govflow.services.audit.timing import Timed, same_act, timed
from govflow.services.documents.context import is_provisional
from govflow.services.done import done_by
from govflow.services.ratifying import to_be_ratified
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

_ACTS: Mapping[Occasion, tuple[str, ...]] = {
    Occasion.PLACED: ("gather", "add"),
    Occasion.CALLED: ("call_item", "consent"),
    Occasion.REMOVED: ("remove", "cancel", "carry_over", "end"),
    Occasion.CARRIED_OVER: ("carry_over", "end"),
}
"""What a meeting itself does to the proposals of its items, and by which of its acts."""

_WITH_REASON = (Occasion.REMOVED, Occasion.CARRIED_OVER)
"""What is told with the reason of the meeting's act."""

_TAKEN_UP = (Occasion.PLACED, Occasion.CALLED)


class Causes:
    """What moved the proposals of a store, compared once every history was seen."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        findings: Findings,
        *,
        definition_of: Callable[[str], Definition],
    ) -> None:
        self._session = session
        self._work = work
        self._findings = findings
        self._definition_of = definition_of
        self._outcomes = Outcomes(session, work)
        self._trails: dict[Subject, list[tuple[str, Timed]]] = {}
        self._forms = {
            "ballot": self._by_ballot,
            "meeting": self._by_meeting,
            "condition": self._by_condition,
            "proposal": self._by_proposal,
        }

    def verify(self, entries: list[Entry], *, unreadable: Collection[Subject]) -> None:
        """Compare what moved one proposal. A cause whose history is in `unreadable` is reported already."""
        for moved in self._moves(entries):
            entry = moved.entry
            with self._findings.checking(f"history proposal {entry.subject} {entry.seq}"):
                kind, _, which = (entry.cause or "").partition(" ")
                if Subject(kind, which) not in unreadable and not self._did(moved, kind, which):
                    where = {"reference": entry.subject, "seq": entry.seq}
                    self._findings.say("cause_differs", **where, cause=entry.cause)

    def _moves(self, entries: Iterable[Entry]) -> Iterator[Moved]:
        last: Entry | None = None
        for act, before in zip(timed(entries := [*entries]), folding(entries), strict=True):
            if act.entry.cause is not None and act.entry.step is None:
                for occasion, body in self._occasion(act.entry):
                    yield Moved(act, last, before, occasion, body)
            last = act.entry

    def _occasion(self, entry: Entry) -> list[tuple[Occasion, str | None]]:
        """The occasion of an act, and the body whose it is; replaying reports an act that has none."""
        definition = pinned(self._definition_of, entry)
        if definition is None:
            return []
        ways = (t for t in definition.transitions_from(entry.from_state or "") if t.trigger == entry.trigger)
        role = definition.roles.get(entry.role or "")
        return [(way.occasion, role.body) for way in ways if way.occasion and role][:1]

    def _did(self, moved: Moved, kind: str, which: str) -> bool:
        form = self._forms.get(kind)
        return form is not None and form(moved, which)

    def _by_condition(self, moved: Moved, step: str) -> bool:
        definition = self._definition_of(moved.entry.definition or "")
        noted = moved.last is not None and moved.noted(moved.last.note)
        return (
            moved.body is None
            and noted
            and broken(
                self._work,
                moved.last,
                moved.entry,
                moved.occasion,
                number=step,
                before=moved.before,
                definition=definition,
            )
        )

    def _by_proposal(self, moved: Moved, reference: str) -> bool:
        """A change that is approved and what it changes tell of each other, and of one moment; the approval held."""
        other = self._work.history.entries(Subject("proposal", reference))
        at_once = moved.body is None and moved.noted("") and by_change(moved, other)
        return at_once and self._approval_held(moved, reference)

    def _approval_held(self, moved: Moved, reference: str) -> bool:
        """Whether what was decided on the change was more than provisional as it took effect."""
        change = moved.entry.subject if moved.occasion is Occasion.APPLIED else reference
        at = moved.entry.recorded_at
        entries = self._work.history.entries(Subject("proposal", change))
        known = [entry for entry in entries if entry.recorded_at <= at]
        definition = self._definition_of(known[-1].definition or "")
        return not is_provisional(definition, known) and not to_be_ratified(self._work, change, at=at)

    def _by_meeting(self, moved: Moved, reference: str) -> bool:
        """The meeting did at that time what such a thing follows from. That it has the proposal on its agenda is
        compared for the whole meeting."""
        kept = self._work.meetings.get(reference)
        return (
            kept is not None
            and kept.value.body == moved.body
            and moved.entry.read("payload").get("source", reference) == reference
            and self._done(
                moved,
                Subject("meeting", reference),
                *_ACTS.get(moved.occasion, ()),
                with_reason=moved.occasion in _WITH_REASON,
            )
        )

    def _by_ballot(self, moved: Moved, reference: str) -> bool:
        kept = self._work.ballots.get(reference)
        if kept is None or not moved.noted(""):
            return False
        if moved.occasion in (Occasion.LAPSED, Occasion.RATIFIED):
            return self._bears_on(moved, kept.value)
        if kept.value.proposal != moved.entry.subject:
            return False
        if moved.occasion is Occasion.DECIDED_ALONE and not self._by_another(moved, kept.value):
            return False
        return (self._taken_up if moved.occasion in _TAKEN_UP else self._decided)(moved, kept.value)

    def _by_another(self, moved: Moved, ballot: Ballot) -> bool:
        """Who decided alone is none of those whom the workflow keeps from it."""
        trail = self._trail(Subject("ballot", ballot.reference))
        persons = {act.entry.person for name, act in trail if name == "decide_alone"}
        before = self._work.history.entries(Subject("proposal", moved.entry.subject))[: moved.entry.seq - 1]
        definition = self._definition_of(moved.entry.definition or "")
        done = done_by(before, definition)
        barred = {
            person
            for way in definition.transitions_of(moved.entry.trigger, state=moved.entry.from_state or "")
            for use in way.guards
            if use.name == "different_person_from"
            for deed in use.parameter
            for person in done.get(deed, ())
        }
        return bool(persons) and not persons & barred

    def _taken_up(self, moved: Moved, ballot: Ballot) -> bool:
        """A ballot outside a sitting leads a proposal to where it is decided, as it is opened."""
        source = moved.entry.read("payload").get("source", ballot.reference)
        opened = self._trail(Subject("ballot", ballot.reference))[:1]
        at_once = any(same_act(moved.act, act) for _, act in opened)
        return at_once and (ballot.meeting, ballot.body, ballot.reference) == (None, moved.body, source)

    def _decided(self, moved: Moved, ballot: Ballot) -> bool:
        """A ballot that has ended leads on from where it was put to the vote, as its outcome says."""
        subject = Subject("ballot", ballot.reference)
        rows = self._work.history.trail(subject)
        ended = next((row.trigger for row in rows if row.to_state in ENDED), "")
        ended = ("withdraw" if ballot.jointly is Outcome.WITHDRAWN else "settle") if ballot.jointly else ended
        return (
            moved.body == ballot.body
            and moved.entry.from_state == ballot.stage
            and self._done(moved, subject, ended)
            and self._outcomes.agree(ballot, ended, moved.occasion, entry=moved.entry, before=moved.before)
        )

    def _bears_on(self, moved: Moved, ballot: Ballot) -> bool:
        """A decision on the proposal was ratified or undone by what this ballot decided, or lapsed with it."""
        decisions, ratifies = self._work.decisions, moved.occasion is Occasion.RATIFIED
        for link in decisions.links_of(ballot.decision or ""):
            earlier = decisions.get(link.earlier)
            if (
                earlier is not None
                and link.later == ballot.decision
                and (Link(link.kind) is Link.RATIFIES if ratifies else Link(link.kind).undoes)
                and (earlier.proposal, earlier.body) == (moved.entry.subject, moved.body)
                and moved.act.recorded(link.recorded_at)
            ):
                return True
        return False

    def _done(self, moved: Moved, subject: Subject, *triggers: str, with_reason: bool = False) -> bool:
        """Whether one of these acts of a meeting or ballot was done together with the move, which tells its reason if
        it tells any."""
        return any(
            name in triggers
            and same_act(moved.act, act)
            and moved.noted(act.entry.note if with_reason else "")
            for name, act in self._trail(subject)
        )

    def _trail(self, subject: Subject) -> list[tuple[str, Timed]]:
        if subject not in self._trails:
            entries = self._work.history.entries(subject)
            self._trails[subject] = [(act.entry.trigger, act) for act in timed(entries)]
        return self._trails[subject]
