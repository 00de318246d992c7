"""Links verified: how decisions bear on each other is what their ballots were about, and what was decided before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.council.ballot import Ballot, Mode, Purpose
from govflow.domain.council.link import Link
from govflow.domain.council.register import Standing, link_of
from govflow.services.audit.findings import Findings
from govflow.services.audit.timing import Timed
from govflow.services.council.ballots.emergency import could_ratify
from govflow.services.council.decisions.register import proposal_of, standing_of
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DecisionRow, LinkRow, UnitOfWork

_ASKS: Mapping[Purpose, tuple[Link, ...]] = {
    Purpose.RATIFICATION: (Link.RATIFIES,),
    Purpose.RECONSIDERATION: (Link.RESCINDS,),
    Purpose.APPEAL: (Link.OVERRULES, Link.REMANDS),
}
"""What a ballot may ask of the decision that it is about; of other purposes none is about a decision."""

_LAPSE = "lapse"


class Told(NamedTuple):
    """An entry that tells of links, or of a decision; `number` is the decision, also of a lapse."""

    act: Timed
    ballot: Ballot
    number: str
    links: frozenset[tuple[str, str, str]]

    @property
    def lapses(self) -> bool:
        return self.act.entry.trigger == _LAPSE


class Links:
    """The links of the register, compared with what `take` gathered from the histories of the ballots."""

    def __init__(self, session: Session, work: UnitOfWork, findings: Findings) -> None:
        self._session = session
        self._work = work
        self._findings = findings
        self._told: list[Told] = []

    def take(self, told: Iterable[Mapping[str, Any]], act: Timed, *, ballot: Ballot, decided: bool) -> None:
        """Take in what an entry tells, which `decided` by taking a number."""
        links = frozenset((each["later"], each["earlier"], each["kind"]) for each in told)
        if links or decided or act.entry.trigger == _LAPSE:
            self._told.append(Told(act, ballot, ballot.decision or "", links))

    def verify(self, *, unreadable: Collection[str]) -> None:
        """Compare every link with what told it, and what was told with what followed then. What ballots in `unreadable`
        have told is reported already."""
        rows = {(row.later, row.earlier, row.kind): row for row in self._work.decisions.every_link()}
        acts = {link: told.act for told in self._told for link in told.links}
        for link in sorted(rows.keys() | acts.keys()):
            row, act = rows.get(link), acts.get(link)
            if act is None and self._ballot_of(link[0]) in unreadable:
                continue
            if row is None or act is None or not act.recorded(row.recorded_at):
                self._differs(link[0], link[1])
        for told in self._told:
            with self._findings.checking(f"history ballot {told.ballot.reference} {told.act.entry.seq}"):
                if not self._follows(told):
                    self._differs(told.number, told.ballot.matter.about or told.ballot.proposal or "")
        if not unreadable:
            self._lapse_in_time()

    def _differs(self, later: str, earlier: str) -> None:
        self._findings.say("decision_link_differs", later=later, earlier=earlier)

    def _ballot_of(self, number: str) -> str | None:
        row = self._work.decisions.get(number)
        return row and row.ballot

    def _follows(self, told: Told) -> bool:
        """Whether an entry tells the links that follow from it, and no other."""
        ballot, number = told.ballot, told.number
        if told.lapses:
            row = self._work.decisions.get(number)
            return told.links == {(number, number, Link.LAPSES)} and row is not None and self._late(told, row)
        kind, about = link_of(ballot), ballot.matter.about
        bears = {(number, about, kind.value)} if kind and about else set()
        if not bears <= told.links or (bears and not self._may_ask(ballot)):
            return False
        superseded = {
            earlier
            for later, earlier, kind in told.links - bears
            if (later, kind) == (number, Link.SUPERSEDES)
        }
        return len(superseded) == len(told.links - bears) and self._superseded(told, superseded)

    def _may_ask(self, ballot: Ballot) -> bool:
        """Whether a ballot of its purpose and body may ask that of the decision."""
        about = self._work.decisions.get(ballot.matter.about or "")
        if about is None or ballot.matter.asks not in _ASKS.get(ballot.purpose, ()):
            return False
        if ballot.purpose is Purpose.APPEAL:
            appeal = self._session.charter(self._work, about.full.charter).appeal
            return appeal is not None and appeal.panel == ballot.body
        provisional = ballot.purpose is not Purpose.RATIFICATION or about.full.provisional
        return provisional and about.body == ballot.body

    def _superseded(self, told: Told, superseded: set[str]) -> bool:
        """Whether these are what the body decided on the same proposal before and nothing had ended. What happened at
        the same moment may have come before or after."""
        ballot, at = told.ballot, told.act.entry.recorded_at
        proposal = proposal_of(self._work, ballot)
        if proposal is None or not _supersedes(ballot):
            return not superseded
        found = self._work.decisions.find(body=ballot.body, proposal=proposal)
        others = [row for row in found if row.number not in (told.number, ballot.matter.about)]
        questions = [row for row in others if row.full.purpose is Purpose.QUESTION]
        ended = {row.number: min(self._ends(row, told.number), default="~") for row in questions}
        must = {row.number for row in questions if row.recorded_at < at < ended[row.number]}
        may = {row.number for row in questions if row.recorded_at <= at <= ended[row.number]}
        return must <= superseded <= may

    def _ends(self, row: DecisionRow, by: str) -> Iterator[str]:
        """When others than this decision have ended one."""
        links: list[LinkRow] = self._work.decisions.links_of(row.number)
        for each in links:
            if each.earlier == row.number and each.later != by and Link(each.kind).ends:
                yield each.recorded_at

    def _late(self, told: Told, row: DecisionRow) -> bool:
        """Whether the body had held the meetings by then that might have ratified a decision."""
        return self._held(row, until=told.act.entry.recorded_at)

    def _lapse_in_time(self) -> None:
        """What nobody ratified in time does not hold any more."""
        for row in self._work.decisions.find():
            if (
                row.full.provisional
                and standing_of(self._work, row) is Standing.PROVISIONAL
                and self._held(row)
            ):
                self._findings.say("not_lapsed", number=row.number)

    def _held(self, row: DecisionRow, *, until: str = "~") -> bool:
        emergency = self._session.charter(self._work, row.full.charter).emergency
        meetings = (kept.value for kept in self._work.meetings.found(body=row.body))
        held = sum(could_ratify(each, row) and (each.ended_at or "") <= until for each in meetings)
        return emergency is not None and held >= emergency.ratify_within_meetings


def _supersedes(ballot: Ballot) -> bool:
    """Whether a ballot decides a question for good: one that one decided in an emergency waits to be ratified."""
    ratifies = link_of(ballot) is Link.RATIFIES
    return ratifies or (ballot.purpose is Purpose.QUESTION and ballot.mode is not Mode.EMERGENCY)
