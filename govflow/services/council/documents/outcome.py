"""What the end of a ballot issues: the record of it, and the text of what it decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govflow.domain.council.ballot import Ballot
from govflow.domain.council.register import Decision
from govflow.domain.organisation import Directory
from govflow.services.council.acting.desk import Desk
from govflow.services.council.decisions.number import printed
from govflow.services.council.documents.sitting import withheld_told
from govflow.services.council.documents.voting import ballot_told, outcome_title, published_conditions
from govflow.services.council.matters.joint import as_settled
from govflow.services.council.matters.joint_view import JointBody, joint_bodies, others_titles
from govflow.services.council.matters.redactions import redaction_on
from govflow.services.names import pair
from govflow.services.session import Session
from govflow.workflow.definition import Definition

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
    definition = _definition(desk.session, desk.work, ballot.proposal)
    shown = as_settled(desk.work, ballot)
    positions, redaction = charter.publication.positions, redaction_on(desk.work, shown)
    told = ballot_told(shown, desk.directory, positions=positions, redaction=redaction, definition=definition)
    if ballot.jointly is None:  # else its own record was issued as it closed
        joint = others_titles(desk.session, desk.work, ballot)
        desk.issue(ballot, "ballot_record", {"ballot": told | {"joint": joint}})
    if ballot.decision:
        named = {name: told[name] for name in _NAMED}
        session, work = desk.session, desk.work
        decision = decision_told(session, work, ballot.decision, directory=desk.directory, ballot=ballot)
        desk.issue(ballot, "decision_text", {"ballot": named, "decision": decision})


def decision_told(
    session: Session, work: UnitOfWork, number: str, *, directory: Directory, ballot: Ballot
) -> dict[str, Any]:
    """The public version of a decision, with the digests of both; of a joint one also what each body came to."""
    row = work.decisions.get(number)
    if row is None:
        raise LookupError(number)
    public, definition = row.published, _definition(session, work, row.proposal)
    return {
        "number": number,
        "printed": printed(session, work, public),
        "title": pair(public.title),
        "day": public.decided_on,
        "amount": public.amount,
        "reason": public.reason,
        "conditions": _conditions(public, directory, definition),
        "provisional": public.provisional,
        "joint": [_joint(each) for each in joint_bodies(session, work, ballot)],
        "jointly": outcome_title(ballot.jointly),
        "withheld": withheld_told(dict(public.withheld)),
        "digest": row.digest,
        "public_digest": row.public_digest,
    }


def _conditions(
    public: Decision, directory: Directory, definition: Definition | None
) -> list[dict[str, Any]]:
    """The conditions under the numbers that the full version has them under."""
    shown = list(public.conditions or ())
    for each in sorted(public.withheld, key=lambda each: (len(each.field), each.field)):
        field, _, number = each.field.partition(".")
        if field == "conditions" and number:
            shown.insert(int(number) - 1, {"closed": each.reason})
    return published_conditions(shown, directory, definition)


def _joint(body: JointBody) -> dict[str, Any]:
    """What one of the bodies came to; its number may be given after this text."""
    return {"body": body.title, "ballot": body.ballot, "outcome": outcome_title(body.outcome)}


def _definition(session: Session, work: UnitOfWork, proposal: str | None) -> Definition | None:
    """The workflow of the proposal that a ballot is about."""
    found = work.proposals.get(proposal) if proposal else None
    return session.definition(work, found.definition) if found else None
