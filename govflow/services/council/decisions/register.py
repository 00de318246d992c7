"""Entering decisions into the register, in the transaction that decides them; and what bears on what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot, Matter, Mode, Purpose
from govflow.domain.council.ballot_tally import tally_of_ballot
from govflow.domain.council.charter import Charter
from govflow.domain.council.link import Link
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.register import (
    SERIES,
    Decision,
    DecisionNumber,
    Standing,
    Version,
    decided_at,
    dissent_of,
    link_of,
    public_version,
    standing,
    stands,
    withheld_of,
)
from govflow.domain.council.tally import Outcome
from govflow.domain.deadline import fiscal_year
from govflow.domain.plain import plain
from govflow.messages import Notice, Title, notice
from govflow.services.acting.firing import fires
from govflow.services.case import load_case
from govflow.services.clock import day_of as local_day_of
from govflow.services.council.acting.desk import Desk
from govflow.services.council.charters.rules import rule_in
from govflow.services.council.charters.tallying import told
from govflow.services.council.matters.redactions import redaction_on
from govflow.services.council.matters.titles import matter_about, proposal_title
from govflow.services.council.matters.walk import Then, as_it_is
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DecisionRow, UnitOfWork

_UNDECIDED = (Occasion.PLACED, Occasion.CALLED, Occasion.PASSED)
"""What happens to a proposal that the body has still to decide."""

_REOPENS = (Link.RESCINDS, Link.REMANDS, Link.LAPSES)


def enter(desk: Desk, ballot: Ballot, *, title: Title | None = None) -> str:
    """Enter what a ballot has decided and return its number, taken in this transaction: `ballot` is as it closes, and
    is to be recorded next, with the number as its `decision`. Links follow from what it is about, and from what this
    body decided on the same proposal before; what followed from a decision that is undone is undone too."""
    from govflow.store import DecisionRow

    proposal = proposal_of(desk.work, ballot)
    if proposal:
        desk.work.proposals.get(proposal, lock=True)  # locked before any number is taken
    charter = desk.charter(ballot)
    day = day_of(desk.session, desk.work, ballot)
    earlier = _earlier(desk.work, ballot)
    year = fiscal_year(day)
    mark = charter.series.en
    number = str(DecisionNumber(mark, year, desk.work.numbering.next(f"{SERIES}{mark}", year)))
    title = title or _title(desk.work, ballot)
    full = decision_of(desk.work, ballot, charter, number=number, title=title, day=day.isoformat())
    full = full._replace(nonce=desk.session.new_key())
    row = DecisionRow.of(full, public_version(full), recorded_at=desk.at)
    desk.work.decisions.add(row)
    noted = desk.registered.setdefault(ballot.reference, {})
    noted["decision"] = {"number": number, "digest": row.digest, "public_digest": row.public_digest}
    for before, kind in earlier:
        link(desk, number, before, kind, entry_of=ballot.reference)
        if kind.undoes:
            undo(desk, before, by=ballot)
        elif kind is Link.RATIFIES:
            _ratified(desk, before, by=ballot)
    return number


def undo(desk: Desk, number: str, *, by: Ballot) -> None:
    """Take a proposal back to before a decision that does not hold since a ballot. The receipt names what stays where
    it is, because its definition knows no way from there."""
    row = desk.work.decisions.get(number)
    proposal = row and row.proposal and desk.work.proposals.get(row.proposal, lock=True)
    if not row or not proposal:
        return
    definition = desk.session.definition(desk.work, proposal.definition)
    if fires(definition, proposal.state, Occasion.LAPSED, body=row.body):
        told = {"source": by.meeting or by.reference, "record": number}
        cause = f"ballot {by.reference}"
        desk.fire(proposal.reference, Occasion.LAPSED, body=row.body, cause=cause, payload=told)
    elif not any(fires(definition, proposal.state, before, body=row.body) for before in _UNDECIDED):
        desk.stays.append(proposal.reference)


def _ratified(desk: Desk, number: str, *, by: Ballot) -> None:
    """What was approved by one alone is no longer provisional, where its workflow has it so."""
    row = desk.work.decisions.get(number)
    if row is None or row.proposal is None:
        return
    case = load_case(desk.session, desk.work, row.proposal, lock=True)
    ways = case.definition.transitions_on(Occasion.RATIFIED, state=case.proposal.state, body=row.body)
    facts = case.facts(person=None, payload={})
    if any(not case.kernel.hindrances(way, facts) for way in ways):
        told = {"source": by.meeting or by.reference, "record": number}
        cause = f"ballot {by.reference}"
        desk.fire(row.proposal, Occasion.RATIFIED, body=row.body, cause=cause, payload=told)


def link(desk: Desk, later: str, earlier: str, kind: Link, *, entry_of: str) -> None:
    """Say what a decision does to an earlier one; the next entry of the ballot `entry_of` tells it."""
    from govflow.store import LinkRow

    desk.work.decisions.link(LinkRow(later, earlier, kind.value, desk.at))
    told_links = desk.registered.setdefault(entry_of, {}).setdefault("links", [])
    told_links.append({"later": later, "earlier": earlier, "kind": kind.value})


def ratification(work: UnitOfWork, about: str | None) -> Matter | None:
    """What is put to the vote where an item is about an emergency decision."""
    row = work.decisions.get(about or "")
    if row is None or not row.full.provisional:
        return None
    return matter_about(row, row.full.ministry, asks=Link.RATIFIES)


def of_a_later_day(work: UnitOfWork, about: str | None, meeting: Meeting | None) -> Iterator[Notice]:
    """A meeting held on paper takes up no decision that was made after it."""
    row = work.decisions.get(about or "")
    if row and meeting and not meeting.could_know(row.decided_on):
        yield notice(
            "register.decided_later", number=row.number, day=row.decided_on, meeting=meeting.reference
        )


def running(
    work: UnitOfWork, *, body: str, about: str | None = None, proposal: str | None = None
) -> list[str]:
    """The ballots of a body on a decision or a proposal that have come to no outcome yet."""
    found = (kept.value for kept in work.ballots.found(body=body))
    return [
        ballot.reference
        for ballot in found
        if not ballot.ended
        and (ballot.matter.about, ballot.proposal)[proposal is not None] == (proposal or about)
    ]


def standing_of(work: UnitOfWork, row: DecisionRow) -> Standing:
    """Whether a decision holds, by what later ones did to it."""
    links = (Link(each.kind) for each in work.decisions.links_of(row.number) if each.earlier == row.number)
    return standing(row.full, tuple(links))


def reopened(work: UnitOfWork, number: str | None) -> bool:
    """Whether a decision has settled nothing, because it was rescinded or remanded or has lapsed: what it was about may
    come back without new facts."""
    links = work.decisions.links_of(number) if number else []
    return any(Link(each.kind) in _REOPENS for each in links if each.earlier == number)


def proposal_of(work: UnitOfWork, ballot: Ballot) -> str | None:
    """The proposal that a ballot is about, be it by way of an earlier decision."""
    about = work.decisions.get(ballot.matter.about or "")
    return ballot.proposal or (about and about.proposal)


def decision_of(
    work: UnitOfWork,
    ballot: Ballot,
    charter: Charter,
    *,
    number: str,
    title: Title,
    day: str,
    then: Then = as_it_is,
) -> Decision:
    """The full version of what a closed ballot has decided; it tells what the public one withholds, and why. `then` has
    the ballots before as they were."""
    matter, tally = ballot.matter, told(tally_of_ballot(ballot, rule_in(ballot.rule)), closed=True)
    return Decision(
        version=Version.FULL,
        number=number,
        body=ballot.body,
        title=title,
        outcome=ballot.final or Outcome.NO_DECISION,
        decided_on=day,
        mode=ballot.mode,
        purpose=ballot.purpose,
        question=matter.question,
        about=matter.about,
        asks=matter.asks,
        proposal=proposal_of(work, ballot),
        ministry=matter.ministry,
        amount=matter.amount,
        conditions=matter.conditions,
        papers=matter.papers,
        meeting=ballot.meeting,
        item=ballot.item,
        ballot=ballot.reference,
        charter=ballot.charter,
        rule=ballot.rule,
        counts=plain(tally.counts),
        sentence=Title(**tally.sentence),
        positions=tuple(stands(ballot)),
        casting_vote=ballot.casting_vote,
        reason=ballot.reason,
        dissent=dissent_of(ballot),
        provisional=ballot.mode is Mode.EMERGENCY,
        withheld=withheld_of(ballot, positions=charter.publication.positions),
        untold=redaction_on(work, ballot, then=then).untold,
    )


def day_of(session: Session, work: UnitOfWork, ballot: Ballot) -> date:
    """The day of a decision: when it was made, also where that is recorded afterwards; of a joint one, when the last of
    its bodies had decided."""
    kept = (work.ballots.get(each) for each in ballot.together if each != ballot.reference)
    every = (ballot, *(each.value for each in kept if each))
    return max(local_day_of(decided_at(each), session.store.info.timezone) for each in every)


def _title(work: UnitOfWork, ballot: Ballot) -> Title:
    """What is decided in short: the title of the proposal or of the decision that it is about, or the question."""
    about = work.decisions.get(ballot.matter.about or "")
    if about is not None:
        return Title(about.title, about.title_en)
    proposal = work.proposals.get(ballot.proposal) if ballot.proposal else None
    if proposal is None:
        return ballot.matter.title
    return proposal_title(work, proposal)


def _earlier(work: UnitOfWork, ballot: Ballot) -> list[tuple[str, Link]]:
    """The decisions that a ballot bears on: the one that it is about; else what the same body decided on the same
    proposal and nothing has ended yet. One that was made in an emergency ends nothing before it is ratified."""
    kind, about = link_of(ballot), ballot.matter.about
    if kind is not None and about:
        ratified = [(about, kind)]
        return ratified + _superseded_on(work, ballot, but=about) if kind is Link.RATIFIES else ratified
    if ballot.purpose is not Purpose.QUESTION or ballot.mode is Mode.EMERGENCY:
        return []
    return _superseded_on(work, ballot)


def _superseded_on(work: UnitOfWork, ballot: Ballot, *, but: str = "") -> list[tuple[str, Link]]:
    proposal = proposal_of(work, ballot)
    found = work.decisions.find(body=ballot.body, proposal=proposal) if proposal else []
    return [(row.number, Link.SUPERSEDES) for row in found if row.number != but and _superseded(work, row)]


def _superseded(work: UnitOfWork, row: DecisionRow) -> bool:
    return row.full.purpose is Purpose.QUESTION and standing_of(work, row) in (
        Standing.HOLDS,
        Standing.PROVISIONAL,
    )
