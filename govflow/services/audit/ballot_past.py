"""The past of a ballot: what organisation, meeting and proposal were when an entry says that something was done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from govflow.domain.council.ballot import Ballot, Mode, Purpose
from govflow.domain.council.ballot_acts import (
    ACTS,
    APART,
    MADE_LATER,
    BallotAct,
    By,
    not_recorded,
    note_of,
    whose,
)
from govflow.domain.council.ballot_facts import Facts
from govflow.domain.council.ballot_opened import opened
from govflow.domain.council.ballot_opening import Ground, Opening, cannot_open
from govflow.domain.council.ballot_proceeding import Override
from govflow.domain.council.charter import Charter
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.rule import Rule
from govflow.domain.council.tally import Outcome
from govflow.domain.history import Entry, Subject
from govflow.domain.organisation import Directory
from govflow.domain.plain import advanced, folded, thawed
from govflow.messages import Notice, notice
from govflow.services.audit.ballots_then import BallotsThen
from govflow.services.audit.directories import Directories
from govflow.services.audit.moments import Moments
from govflow.services.audit.timing import Timed
from govflow.services.clock import day_of
from govflow.services.council.acting.facts import sitting_of, with_directory
from govflow.services.council.ballots.putting import grounded, matter_in
from govflow.services.council.charters.rules import content_for, rule_in
from govflow.services.council.decisions.register import of_a_later_day
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

_OF_ITEMS = (Purpose.QUESTION, Purpose.AMENDMENT)
"""The purposes of which an item says what is put to the vote."""


class Claim(NamedTuple):
    """An entry of a ballot with the facts that it names, and the time of the entry before."""

    entry: Entry
    facts: Facts
    before: str

    @classmethod
    def of(cls, entry: Entry, *, before: str) -> Self:
        return cls(entry, thawed(Facts, entry.read("facts")), before)

    @property
    def day(self) -> date:
        return date.fromisoformat(self.entry.effective_on)


class Past:
    """What can be known of a store's past."""

    def __init__(self, session: Session, work: UnitOfWork, *, directories: Directories) -> None:
        self._session = session
        self._work = work
        self._directories = directories
        self._meetings: dict[str, list[Meeting]] = {}
        self._ballots = BallotsThen(work)
        self._rules: dict[str, Rule] = {}
        self._moments = Moments(work)

    def rule(self, ballot: Ballot) -> Rule:
        """The rule of a ballot, read once for each charter and content."""
        key = repr(sorted(ballot.rule.items(), key=str))
        if key not in self._rules:
            self._rules[key] = rule_in(ballot.rule)
        return self._rules[key]

    def told_wrongly(self, before: Ballot | None, ballot: Ballot, claim: Claim) -> Iterator[Notice]:
        """The facts of an entry are those of whom it names, of its time, and of the meeting and the proposal then."""
        entry, facts = claim.entry, claim.facts
        if (entry.actor_kind, entry.person, entry.office, entry.role) != (
            "person",
            facts.person,
            facts.office,
            facts.role,
        ):
            yield notice("voting.record_actor")
        if not self._in_time(ballot, claim):
            yield notice("voting.record_time", at=facts.at)
        if entry.definition != ballot.charter:
            yield notice("voting.record_charter")
        if not any(_sound(facts, each) for each in self._then(claim)):
            yield notice("voting.record_facts", of=facts.office)
        if ballot.proposal and facts.stage not in self._stages(ballot.proposal, claim):
            yield notice("voting.record_facts", of=ballot.proposal)

    def _in_time(self, ballot: Ballot, claim: Claim) -> bool:
        """It happened when it was recorded; in a meeting held on paper on its day, after all that was recorded then."""
        entry, at, meeting = claim.entry, claim.facts.at, self._meeting(ballot, claim)
        if meeting is None or not meeting.on_paper or ACTS.get(entry.trigger) in MADE_LATER:
            return Timed(entry, claim.before).recorded(at)
        told_before = self._moments.latest(meeting.reference, before=entry)
        that_day = day_of(at, self._session.store.info.timezone).isoformat() == meeting.day
        return that_day and max(meeting.latest(), told_before) <= at <= entry.recorded_at

    def done_wrongly(self, before: Ballot, act: BallotAct, claim: Claim) -> Iterator[Notice]:
        """Every reason why an act was not permitted as it is told."""
        facts = claim.facts
        meeting = self._meeting(before, claim)
        if not any(with_directory(facts, before, act, each) == facts for each in self._seen(claim, meeting)):
            yield notice("voting.record_facts", of=facts.office)
        if facts.sitting is not None or (before.meeting is not None and not _apart(claim)):
            yield from self._sat_wrongly(before, claim)
        charter = self._session.charter(self._work, before.charter)
        if not _may(act, charter, facts.role):
            yield notice("voting.record_role", role=facts.role)
        if isinstance(act, Override):
            yield from self._not_lifted(before, act)
        if claim.entry.note != note_of(act):
            yield notice("voting.record_note", note=note_of(act))
        yield from not_recorded(act, facts)
        yield from act.reasons(before, self.rule(before), facts)

    def _elsewhere(self, reference: str | None, body: str) -> Iterator[Notice]:
        """A body lifts blocks of its own."""
        target = self._work.ballots.get(reference or "")
        if target is None or target.value.body != body:
            yield notice("voting.override_elsewhere", ballot=reference, body=target and target.value.body)

    def _not_lifted(self, target: Ballot, act: Override) -> Iterator[Notice]:
        """Blocks are lifted by a ballot of the same body that was about that and has passed."""
        by = self._work.ballots.get(act.ballot)
        about = (Purpose.OVERRIDE, target.body, target.reference, Outcome.PASSED)
        if by is None or (by.value.purpose, by.value.body, by.value.matter.about, by.value.outcome) != about:
            yield notice("voting.record_facts", of=act.ballot)

    def opened_wrongly(self, ballot: Ballot, claim: Claim) -> Iterator[Notice]:
        """The ballot is what charter, organisation and meeting gave then, and nothing more."""
        opening = thawed(Opening, claim.entry.read("payload"))
        charter = self._session.charter(self._work, ballot.charter)
        meeting = self._meeting(ballot, claim)
        if claim.entry.note != opening.reason:
            yield notice("voting.record_note", note=opening.reason)
        if charter.name != ballot.body or not _may_open(opening, charter, claim.facts.role):
            yield notice("voting.record_role", role=claim.facts.role)
        found = [self._as_opened(ballot, opening, each) for each in self._grounds(ballot, opening, claim)]
        if ballot not in [expected for expected, _ in found]:
            yield notice("voting.record_opening")
        for _, reasons in found[:1]:
            yield from reasons
        if opening.purpose is Purpose.OVERRIDE:
            yield from self._elsewhere(opening.matter.about, ballot.body)
        yield from of_a_later_day(self._work, opening.matter.about, meeting)
        if meeting is not None and opening.purpose in _OF_ITEMS:
            asked = matter_in(meeting, opening.item or 0, opening.purpose, opening.matter.about)
            item = meeting.item(opening.item or 0)
            carried = item and item.put(jointly=bool(ballot.joint))
            if (asked, carried) != (opening.matter, opening.proposal):
                yield notice("voting.record_opening")
        if meeting is not None:
            yield from self._sat_wrongly(ballot, claim)

    def _as_opened(self, ballot: Ballot, opening: Opening, ground: Ground) -> tuple[Ballot, list[Notice]]:
        content = content_for(ground.charter, opening)
        rule = rule_in(content) if content else None
        expected = opened(opening, ground, rule=rule, content=content)
        reasons = list(cannot_open(opening, expected, ground, rule=rule))
        return expected._replace(reference=ballot.reference), reasons

    def _grounds(self, ballot: Ballot, opening: Opening, claim: Claim) -> Iterator[Ground]:
        """What the opening may have stood on: the blocks of a ballot before may have been lifted since."""
        charter = self._session.charter(self._work, ballot.charter)
        meeting = self._meeting(ballot, claim)
        for then in self._ballots.as_of(ballot, claim.entry):
            for directory in self._seen(claim, meeting):
                bare = Ground(claim.facts.at, charter, directory, meeting)
                ground = grounded(self._session, self._work, opening, bare, day=claim.day, then=then)
                yield ground
                if ground.earlier is not None:
                    yield ground._replace(earlier=ground.earlier._replace(overridden=None))

    def _sat_wrongly(self, ballot: Ballot, claim: Claim) -> Iterator[Notice]:
        """The sitting was as the facts have it: the meeting at that version, between the acts before and after."""
        sitting, meeting = claim.facts.sitting, self._meeting(ballot, claim)
        if sitting is None or meeting is None:
            yield notice("voting.record_facts", of=ballot.meeting)
            return
        expected = sitting_of(meeting, ballot, version=sitting.version)
        times = [row.recorded_at for row in self._work.history.trail(Subject("meeting", meeting.reference))]
        until = times[sitting.version] if sitting.version < len(times) else claim.entry.recorded_at
        if sitting != expected or not times[sitting.version - 1] <= claim.entry.recorded_at <= until:
            yield notice("voting.record_facts", of=meeting.reference)

    def _meeting(self, ballot: Ballot, claim: Claim) -> Meeting | None:
        """The meeting of a ballot, at the version that the facts name."""
        sitting = claim.facts.sitting
        if ballot.meeting is None or sitting is None:
            return None
        if ballot.meeting not in self._meetings:
            self._meetings[ballot.meeting] = list(self._states(ballot.meeting))
        states = self._meetings[ballot.meeting]
        return states[sitting.version - 1] if 0 < sitting.version <= len(states) else None

    def _states(self, meeting: str) -> Iterator[Meeting]:
        content: dict[str, Any] = {}
        before: Meeting | None = None
        for entry in self._work.history.entries(Subject("meeting", meeting)):
            changes = entry.read("changes")["meeting"]
            content = folded(content, changes)
            before = advanced(before, content, changes) if before else thawed(Meeting, content)
            yield before

    def _stages(self, proposal: str, claim: Claim) -> set[str | None]:
        """Where a proposal stood then: what happened in the same instant may have come before or after."""
        rows = self._work.history.trail(Subject("proposal", proposal))
        at = claim.entry.recorded_at
        before = [row.to_state for row in rows if row.recorded_at < at][-1:]
        same = [state for row in rows if row.recorded_at == at for state in (row.from_state, row.to_state)]
        return {*before, *same}

    def _seen(self, claim: Claim, meeting: Meeting | None) -> list[Directory]:
        """The organisation that an act looks at: of a meeting held on paper, that of its day."""
        day = date.fromisoformat(meeting.day) if meeting and meeting.on_paper else claim.day
        return self._directories.at(claim.entry.recorded_at, day)

    def _then(self, claim: Claim) -> list[Directory]:
        return self._directories.at(claim.entry.recorded_at, claim.day)


def _sound(facts: Facts, directory: Directory) -> bool:
    """Whether the caller held the office then, and it was of that role. Who may not act does so in no office."""
    office = directory.offices.get(facts.office)
    return (
        office is not None and office.role == facts.role and facts.person in directory.holders(facts.office)
    )


def _apart(claim: Claim) -> bool:
    """Acts on a ballot that do not depend on its meeting."""
    return ACTS.get(claim.entry.trigger) in APART


def _may(act: BallotAct, charter: Charter, role: str) -> bool:
    """Whether such an act is one of this role; who speaks for a seat, and who chairs, the act itself tells."""
    by = whose(act)
    return {
        By.SPEAKER: True,
        By.CHAIR: True,
        By.CLOSER: True,
        By.SECRETARIAT: role == charter.secretariat,
        By.OFFICER: role in charter.officers,
    }[by]


def _may_open(opening: Opening, charter: Charter, role: str) -> bool:
    """Whether such a ballot is opened by this role."""
    if opening.purpose is Purpose.APPEAL:  # whoever the other body's charter lets appeal
        return True
    if opening.mode is Mode.EMERGENCY:
        return charter.emergency is not None and role == charter.emergency.decider
    return role in (charter.presiding if opening.mode is Mode.WRITTEN else charter.officers)
