"""What is open of what bodies do: all of it to their members, chair and secretariat, and to auditors.

Others read what is about a proposal as far as they read the proposal, their own positions, and what is published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.item import Item
from govflow.errors import NotAuthorised
from govflow.messages import Notice, catalogue_text, notice
from govflow.services.access import Reading, closed
from govflow.services.case import load_case
from govflow.services.names import Pair, pair

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def of_body(reading: Reading, body: str) -> bool:
    """Whether the caller is one of the body, or reads everything."""
    return reading.reader.everything or body in reading.reader.bodies


def matter_open(reading: Reading, body: str, proposal: str | None, about: str | None) -> bool:
    """Whether what a matter is, and what it is for, is open: to the body itself; to others where they may read the
    proposal that it is about. What is about none is the body's own and no secret."""
    if of_body(reading, body):
        return True
    concerned = proposal or _proposal_of(reading.work, about)
    return concerned is None or _told(reading, concerned)


def _told(reading: Reading, proposal: str) -> bool:
    """Whether both title and amount of a proposal are open."""
    found = reading.access_to(proposal)
    return found is None or {"title", "amount"} <= found.fields


def _proposal_of(work: UnitOfWork, about: str | None) -> str | None:
    """The proposal of a decision or ballot that something is about."""
    if about is None:
        return None
    if decision := work.decisions.get(about):
        return decision.proposal or _proposal_of(work, decision.full.about)
    ballot = work.ballots.get(about)
    return (ballot.value.proposal or _proposal_of(work, ballot.value.about)) if ballot else None


def ballot_open(reading: Reading, ballot: Ballot) -> bool:
    """Whether the matter of a ballot is open. One on an item that is none but the body's own follows its proposal."""
    return matter_open(reading, ballot.body, ballot.proposal, ballot.about)


def item_open(reading: Reading, body: str, item: Item) -> bool:
    """Whether the matter of an item is open."""
    return matter_open(reading, body, item.proposal, item.about)


def ballot_title(reading: Reading, ballot: Ballot) -> Pair:
    """The question of a ballot, as far as it is open."""
    return pair(ballot.matter.title) if ballot_open(reading, ballot) else hidden()


def hidden() -> Pair:
    """What stands for a title that is not open."""
    return pair(catalogue_text("read.hidden"))


def require_proposal(reading: Reading, reference: str) -> None:
    """NotAuthorised where somebody would put before a body what they do not read as it stands: its title and amount
    would be told to the whole body. Where a definition says nothing of reading, every body takes it up."""
    case, granted = load_case(reading.session, reading.work, reference), reading.access_to(reference)
    proposal = case.proposal
    present = granted and granted.granted and (granted.inside or proposal.released == proposal.revision)
    if case.definition.policy.stated and not present:
        raise NotAuthorised(
            *closed(case.definition, proposal, case.directory.ministries), next_command="govflow inbox"
        )


def require_body(reading: Reading, body: str, *, what: Notice, next_command: str = "") -> None:
    """NotAuthorised for whoever is none of the body."""
    if not of_body(reading, body):
        raise NotAuthorised(notice("read.council_only", what=what, body=body), next_command=next_command)
