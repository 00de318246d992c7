"""Opening a ballot: what is put to the vote is frozen with its seats, rule and papers, and takes its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from govflow.domain.authority import Capacity
from govflow.domain.council.amendments import amended, matter_of, pending
from govflow.domain.council.ballot import DECIDED, Ballot, Matter, Mode, Purpose
from govflow.domain.council.ballot_checks import settled_already
from govflow.domain.council.ballot_facts import Facts
from govflow.domain.council.ballot_opened import opened
from govflow.domain.council.ballot_opening import Ground, Opening, cannot_open
from govflow.domain.council.charter import Charter
from govflow.domain.council.item import Item
from govflow.domain.council.meeting import Meeting
from govflow.domain.council.occasion import Occasion
from govflow.domain.council.tally import Outcome
from govflow.domain.deadline import fiscal_year
from govflow.domain.plain import plain
from govflow.errors import NotFound
from govflow.messages import Notice, did_you_mean, notice
from govflow.services.acting.firing import fires
from govflow.services.council.acting.desk import Desk
from govflow.services.council.acting.facts import papers_of, sitting_of
from govflow.services.council.acting.happening import happened, wrong_time
from govflow.services.council.acting.proceedings import on_its_day, running_ballots
from govflow.services.council.acting.refusing import refuse
from govflow.services.council.ballots.joint_opening import cannot_put, with_partners
from govflow.services.council.charters.rules import content_for, rule_in
from govflow.services.council.decisions.register import of_a_later_day, ratification
from govflow.services.council.matters.conflicts import declared_before
from govflow.services.council.matters.joint import undecided_twice
from govflow.services.council.matters.redactions import closed_before
from govflow.services.council.matters.walk import Then, as_it_is
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

SERIES = "ballot:"
"""What the counters of ballots begin with, before the body's mark."""

_WITHOUT_AGENDA = (Mode.WRITTEN, Mode.EMERGENCY)
"""Ways of deciding in which a body takes a proposal up by itself."""

_OF_THE_CHARTER = frozenset(
    (
        *("voting.no_rule", "voting.rule_given", "voting.no_override", "paper.nothing_written"),
        *("voting.no_seats", "voting.nobody_chairs", "paper.in_writing", "paper.in_a_meeting"),
        "paper.reconsidered_in_a_meeting",
    )
)
"""Reasons that the charter of the body explains."""


def open_item(
    desk: Desk,
    meeting: Meeting,
    number: int,
    capacity: Capacity,
    *,
    amendment: int | None = None,
    override: str | None = None,
    asks: bool | None = None,
    joint: tuple[str, ...] = (),
    closed: Mapping[str, str] = MappingProxyType({}),
) -> Ballot:
    """Put an item of a meeting to the vote at a desk; the item knows its ballots. Refused with every reason."""
    item = meeting.item(number)
    opening = _of_item(desk, meeting, number, amendment=amendment)
    opening = opening._replace(asks=asks, joint=joint, closed=closed)
    reasons = [*wrong_time(desk, meeting), *_not_now(desk, meeting, item, amendment=amendment)]
    opening = overriding(desk, opening, override)
    charter = desk.charter(meeting)
    opening = with_partners(desk, opening, charter, item)
    reasons += cannot_put(desk, opening)
    ballot = put_to_vote(desk, opening, charter, capacity, meeting=meeting, reasons=reasons)
    record_on_item(desk, meeting, number, ballot, capacity=capacity)
    return ballot


def record_on_item(desk: Desk, meeting: Meeting, number: int, ballot: Ballot, *, capacity: Capacity) -> None:
    """The item knows the ballot from now on."""
    after, payload = with_ballot(meeting, number, ballot), {"ballot": ballot.reference}
    desk.record(meeting, after, capacity=capacity, trigger="put_to_vote", payload=payload)


def put_to_vote(
    desk: Desk,
    opening: Opening,
    charter: Charter,
    capacity: Capacity,
    *,
    meeting: Meeting | None = None,
    reasons: Sequence[Notice] = (),
    shown: str = "",
) -> Ballot:
    """Open a ballot at a desk and record it. Refused with every reason, `reasons` among them; `shown` is the decision
    that it is about."""
    # The number comes first: whoever opens another ballot of the body waits for this one, and sees it.
    reference = _number(desk, charter)
    ground = ground_of(desk, opening, charter, meeting)
    content = content_for(charter, opening)
    rule = rule_in(content) if content else None
    ballot = opened(opening, ground, rule=rule, content=content)._replace(reference=reference)
    against = [*reasons, *cannot_open(opening, ballot, ground, rule=rule)]
    against += of_a_later_day(desk.work, opening.matter.about, meeting)
    against += undecided_twice(desk.work, ballot)
    show = f"govflow meeting show {meeting.reference}" if meeting else ""
    if any(reason.code in _OF_THE_CHARTER for reason in against):
        show = f"govflow body show {opening.body}"
    refuse(desk, against, next_command=f"govflow decision show {shown}" if shown else show)
    if opening.mode in _WITHOUT_AGENDA:
        ballot = ballot._replace(stage=_taken_up(desk, ballot))
    holders = {capacity.office: desk.directory.holders(capacity.office)}
    facts = Facts(ballot.opened_at, desk.person, capacity.office, capacity.role, holders, stage=ballot.stage)
    version = desk.version(meeting) if meeting else 0
    facts = facts._replace(sitting=sitting_of(meeting, ballot, version=version))
    payload = plain(opening._replace(stage=ballot.stage))
    return desk.record(
        None,
        ballot,
        capacity=capacity,
        trigger="open",
        payload=payload,
        facts=plain(facts),
        note=opening.reason,
    )


def ground_of(desk: Desk, opening: Opening, charter: Charter, meeting: Meeting | None) -> Ground:
    """What the opening stands on."""
    seen = on_its_day(desk, meeting) if meeting and meeting.on_paper else desk.directory
    ground = Ground(happened(desk, meeting), charter, seen, meeting)
    return grounded(desk.session, desk.work, opening, ground, day=desk.directory.day)


def grounded(
    session: Session,
    work: UnitOfWork,
    opening: Opening,
    ground: Ground,
    *,
    day: date,
    then: Then = as_it_is,
) -> Ground:
    """The ground with what the store says of that moment, and `day`: the ballots before, the bodies in force, and until
    when a written procedure has to run. `then` has the ballots as they were."""
    written = ground.charter.written_procedure if opening.mode is Mode.WRITTEN else None
    until, meeting = ground.at, ground.meeting
    return ground._replace(
        earlier=earlier_of(work, opening, until=until, then=then),
        declared=declared_before(work, opening, meeting, until=until, then=then),
        closed=closed_before(work, opening, meeting, until=until, then=then),
        bodies=tuple(work.definitions.names_in_force("body", day.isoformat())),
        earliest=session.calendar(work).add(day, written.working_days).isoformat() if written else None,
    )


def earlier_of(work: UnitOfWork, opening: Opening, *, until: str, then: Then) -> Ballot | None:
    """The ballot before on the same proposal that did not settle it: its blocks stand on."""
    if opening.proposal is None:
        return None
    every = filter(None, (then(kept.value) for kept in work.ballots.found(proposal=opening.proposal)))
    same = (each for each in every if each.body == opening.body and each.purpose is Purpose.QUESTION)
    ended = [each for each in same if _open_still(each) and (each.closed_at or "") <= until]
    return max(ended, key=lambda each: each.turn, default=None)


def _open_still(ballot: Ballot) -> bool:
    """It has ended, and the same proposal is voted on again."""
    return ballot.ended and ballot.outcome not in (*DECIDED, Outcome.TIE_PENDING_CHAIR)


def with_ballot(meeting: Meeting, item: int, ballot: Ballot) -> Meeting:
    """The meeting with one more ballot of an item, and of its amendment where it is about one."""
    found = meeting.items[str(item)]
    found = found._replace(ballots=(*found.ballots, ballot.reference))
    if ballot.purpose is Purpose.AMENDMENT and ballot.matter.about:
        amendment = found.amendments[ballot.matter.about]._replace(ballot=ballot.reference)
        found = found._replace(amendments={**found.amendments, ballot.matter.about: amendment})
    return meeting.with_item(found)


def matter_in(meeting: Meeting, number: int, purpose: Purpose, about: str | None) -> Matter:
    """The question that an item puts, or one of its amendments."""
    item = meeting.item(number)
    if item is None:
        return Matter("")
    papers = papers_of(meeting, number)
    asked = item.amendments.get(about or "") if purpose is Purpose.AMENDMENT else None
    return matter_of(item, asked, papers) if asked else amended(item, papers)


def _of_item(desk: Desk, meeting: Meeting, number: int, *, amendment: int | None) -> Opening:
    item = meeting.item(number)
    known = item is not None and str(amendment) in item.amendments
    purpose = Purpose.AMENDMENT if known else Purpose.QUESTION
    proposal = item.moves if item else None
    opening = Opening(
        meeting.body,
        Mode.SITTING,
        purpose,
        matter_in(meeting, number, purpose, str(amendment)),
        meeting=meeting.reference,
        item=number,
        proposal=proposal,
        stage=desk.stage(proposal),
    )
    emergency = ratification(desk.work, item.about) if item and not known else None
    if emergency is None:
        return opening
    matter = emergency._replace(papers=opening.matter.papers)
    return opening._replace(purpose=Purpose.RATIFICATION, matter=matter)


def _not_now(desk: Desk, meeting: Meeting, item: Item | None, *, amendment: int | None) -> Iterator[Notice]:
    """One question at a time, amendments before the main one and the furthest first."""
    if item is None:
        return
    for running in running_ballots(desk, meeting, item.number):
        yield notice("voting.running", ballot=running.reference, item=item.number)
    waiting = [each.number for each in pending(item)]
    if amendment is not None and str(amendment) not in item.amendments:
        yield notice("voting.no_such_amendment", amendment=amendment, item=item.number)
    elif waiting and amendment != waiting[0]:
        yield notice("voting.amendment_first", amendment=waiting[0], item=item.number)
    elif amendment is not None and amendment not in waiting:
        yield notice("voting.amendment_decided", amendment=amendment, item=item.number)


def overriding(desk: Desk, opening: Opening, override: str | None) -> Opening:
    """The question whether to lift the blocks of a ballot."""
    if override is None:
        return opening
    kept = desk.work.ballots.get(override)
    if kept is None:
        hint = did_you_mean(override, desk.work.ballots.references())
        raise NotFound(notice("voting.unknown", reference=override, hint=hint))
    target = kept.value
    refuse(desk, _not_lifted(target, opening.body), next_command=f"govflow ballot show {override}")
    matter = target.matter._replace(about=override)
    if opening.matter.question:
        matter = matter._replace(question=opening.matter.question, question_en="")
    return opening._replace(purpose=Purpose.OVERRIDE, matter=matter, asks=False)


def _not_lifted(target: Ballot, body: str) -> Iterator[Notice]:
    """A body lifts blocks of its own, as long as they still hold something up."""
    if target.body != body:
        yield notice("voting.override_elsewhere", ballot=target.reference, body=target.body)
    if not list(target.blocks()):
        yield notice("voting.no_block", ballot=target.reference)
    elif settled_already(target):
        yield notice("voting.override_too_late", ballot=target.reference)


def _taken_up(desk: Desk, ballot: Ballot) -> str | None:
    """Where a proposal stands once this body has taken it up without an agenda."""
    told = {"source": ballot.reference, "part": "discussion"}
    told |= {"procedure": "written"} if ballot.mode is Mode.WRITTEN else {}
    for occasion in (Occasion.PLACED, Occasion.CALLED):
        found = desk.work.proposals.get(ballot.proposal) if ballot.proposal else None
        definition = found and desk.session.definition(desk.work, found.definition)
        if found and definition and fires(definition, found.state, occasion, body=ballot.body):
            desk.fire(
                found.reference,
                occasion,
                body=ballot.body,
                cause=f"ballot {ballot.reference}",
                payload=told,
            )
    return desk.stage(ballot.proposal)


def _number(desk: Desk, charter: Charter) -> str:
    """The next number of the body's ballots in the fiscal year."""
    year = fiscal_year(desk.directory.day)
    return f"{charter.series.en}-{year}-B{desk.work.numbering.next(f'{SERIES}{charter.series.en}', year):03d}"
