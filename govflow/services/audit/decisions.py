"""The decision register verified: each decision and link against the ballot's entry that made it, and its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.register import SERIES, Decision, DecisionNumber, public_version
from govflow.domain.history import Entry, Subject
from govflow.messages import Title
from govflow.services.audit.ballots import Ballots
from govflow.services.audit.ballots_then import BallotsThen
from govflow.services.audit.findings import Findings
from govflow.services.audit.links import Links
from govflow.services.audit.timing import Timed, timed
from govflow.services.council.ballots.deciding import decides
from govflow.services.council.decisions.register import day_of, decision_of
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DecisionRow, UnitOfWork

_FIGURE = re.compile(r"\d+")


class Decisions:
    """The register of a store, compared with the histories of its ballots."""

    def __init__(self, session: Session, work: UnitOfWork, findings: Findings, *, ballots: Ballots) -> None:
        self.session = session
        self.work = work
        self.findings = findings
        self.ballots = ballots
        self._entered: set[str] = set()
        self._then = BallotsThen(work)
        self.links = Links(session, work, findings)

    def verify(self, subject: Subject, entries: list[Entry]) -> None:
        """Compare what the entries of a ballot entered into the register."""
        for act, (before, after, entry) in zip(timed(entries), self.ballots.states(entries), strict=True):
            with self.findings.checking(f"history ballot {subject.id} {entry.seq}"):
                changes = entry.read("changes")
                self._decision(changes.get("decision"), before, after, act)
                self._decided(before, after)
                decided = before is not None and before.decision != after.decision
                self.links.take(changes.get("links", ()), act, ballot=after, decided=decided)

    def verify_all(self, *, unreadable: set[str]) -> None:
        """What can be compared once every ballot was seen. Those of ballots in `unreadable` are reported already."""
        with self.findings.checking("decisions"):
            rows = [row for row in self.work.decisions.find() if row.ballot not in unreadable]
            for row in rows:
                if row.number not in self._entered:
                    self.findings.say("decision_differs", number=row.number)
            self._numbers(self._entered | {row.number for row in self.work.decisions.find()})
        with self.findings.checking("decision_links"):
            self.links.verify(unreadable=unreadable)

    def _decided(self, before: Ballot | None, after: Ballot) -> None:
        """What a ballot decides takes a number with the act that decides it, and nothing else does."""
        charter = self.session.charter(self.work, after.charter)
        due = decides(charter, after)
        if due and after.decision is None and not (before and decides(charter, before)):
            self.findings.say("decision_not_entered", reference=after.reference)
        elif after.decision and not due:
            self.findings.say("decision_differs", number=after.decision)

    def _decision(
        self, noted: dict[str, Any] | None, before: Ballot | None, after: Ballot, act: Timed
    ) -> None:
        """The number that a ballot takes, the row under it, and the digests that the entry names."""
        taken = after.decision if before is None or before.decision != after.decision else None
        if taken is None and noted is None:
            return
        number = taken or str(noted and noted["number"])
        self._entered.add(number)
        row = self.work.decisions.get(number)
        if row is None:
            self.findings.say("decision_missing", number=number)
        elif not (noted and noted["number"] == taken and self._sound(row, noted, after, act)):
            self.findings.say("decision_differs", number=number)

    def _sound(self, row: DecisionRow, noted: dict[str, Any], ballot: Ballot, act: Timed) -> bool:
        """Whether a row is what the ballot gives, under the title that it had then. The nonce is random, and of the
        sentence, which the catalogue of its day has worded, only the figures can be compared: the entry's digests
        bind both."""
        from govflow.store import DecisionRow

        kept = row.full
        if kept.title not in self._titles(ballot, act.entry):
            return False
        digests = (noted["digest"], noted["public_digest"])
        if not act.recorded(row.recorded_at) or digests != (row.digest, row.public_digest):
            return False
        for full in self._given(row, ballot, act.entry):
            expected = full._replace(nonce=kept.nonce, redaction=kept.redaction, sentence=kept.sentence)
            same = row == DecisionRow.of(expected, public_version(expected), recorded_at=row.recorded_at)
            if same and _figures(full.sentence) == _figures(kept.sentence):
                return True
        return False

    def _given(self, row: DecisionRow, ballot: Ballot, entry: Entry) -> Iterator[Decision]:
        """What the ballot gives, by each order in which things may have happened."""
        charter = self.session.charter(self.work, ballot.charter)
        day = day_of(self.session, self.work, ballot).isoformat()
        made = partial(
            decision_of, self.work, ballot, charter, number=row.number, title=row.full.title, day=day
        )
        return (made(then=then) for then in self._then.as_of(ballot, entry))

    def _titles(self, ballot: Ballot, entry: Entry) -> Iterator[Title]:
        """The title as it was then: of the decision or the proposal that it is about, or the question. What happened
        to the proposal at the same moment may have come before or after."""
        about = self.work.decisions.get(ballot.matter.about or "")
        if about is not None or ballot.proposal is None:
            yield Title(about.title, about.title_en) if about else ballot.matter.title
            return
        entries = self.work.history.entries(Subject("proposal", ballot.proposal))
        titles: dict[int, Title] = {}
        for each in entries:
            made = each.read("changes").get("proposal", {})
            last = titles.get(each.seq - 1)
            titles[each.seq] = (
                last if last and "revision" not in made else self._revised(ballot.proposal, made)
            )
        before = [each.seq for each in entries if each.recorded_at < entry.recorded_at][-1:]
        same = [each.seq for each in entries if each.recorded_at == entry.recorded_at]
        yield from (titles[seq] for seq in (*before, *same))

    def _revised(self, proposal: str, made: dict[str, Any]) -> Title:
        revision = self.work.revisions.get(proposal, made["revision"])
        content = revision.content if revision else {}
        return Title(content["title"], content.get("title_en") or content["title"])

    def _numbers(self, numbers: Iterable[str]) -> None:
        """Numbers without gaps, and counters that stand at the last of them."""
        serials: dict[tuple[str, int], list[int]] = {}
        for mark, year, serial in map(DecisionNumber.of, numbers):
            serials.setdefault((f"{SERIES}{mark}", year), []).append(serial)
        kept = {of: last for of, last in self.work.numbering.every().items() if of[0].startswith(SERIES)}
        for of in sorted(serials.keys() | kept.keys()):
            if sorted(serials.get(of, ())) != list(range(1, kept.get(of, 0) + 1)):
                self.findings.say("counter_differs", series=of[0].removeprefix(SERIES), fiscal_year=of[1])


def _figures(sentence: Title) -> list[list[str]]:
    """The figures that a sentence tells in either language."""
    return [sorted(_FIGURE.findall(text)) for text in sentence]
