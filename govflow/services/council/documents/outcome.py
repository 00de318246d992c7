"""What the end of a ballot issues: the record of it, and the text of what it decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govflow.domain.council.ballot import Ballot
from govflow.domain.organisation import Directory
from govflow.services.council.decision_number import printed
from govflow.services.council.desk import Desk
from govflow.services.council.documents.voting import ballot_told, conditions_told
from govflow.services.names import pair
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

_NAMED = ("reference", "title", "proposal", "meeting", "item", "mode", "outcome_title", "sentence")
"""What the text of a decision says of its ballot; all else it takes from the public version in the register."""


def issue_outcome(desk: Desk, ballot: Ballot) -> None:
    """Let the next entry of a ballot issue its documents, if it ends the ballot: `ballot` is as it is about to be
    recorded, with its number in the register."""
    if not ballot.ended:
        return
    desk.stage(ballot.proposal)  # locked before any number is taken
    charter = desk.charter(ballot)
    told = ballot_told(ballot, desk.directory, positions=charter.publication.positions)
    if ballot.jointly is None:  # else its own record was issued as it closed
        desk.issue(ballot, "ballot_record", {"ballot": told})
    if ballot.decision:
        named = {name: told[name] for name in _NAMED}
        decision = decision_told(desk.session, desk.work, ballot.decision, directory=desk.directory)
        desk.issue(ballot, "decision_text", {"ballot": named, "decision": decision})


def decision_told(session: Session, work: UnitOfWork, number: str, *, directory: Directory) -> dict[str, Any]:
    """The public version of a decision, with the digests of both."""
    row = work.decisions.get(number)
    if row is None:
        raise LookupError(number)
    public = row.published
    return {
        "number": number,
        "printed": printed(session, work, public),
        "title": pair(public.title),
        "day": public.decided_on,
        "amount": public.amount,
        "reason": public.reason,
        "conditions": conditions_told(public.conditions or (), directory),
        "provisional": public.provisional,
        "withheld": [each._asdict() for each in public.withheld],
        "digest": row.digest,
        "public_digest": row.public_digest,
    }
