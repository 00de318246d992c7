"""Following: what a breach brings about happens in the transaction of the answer that tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.messages import LANGUAGES, say
from govflow.services.acting.firing import fire
from govflow.services.acting.receipt import Receipt
from govflow.services.breach import OCCASIONS, Breach
from govflow.services.case import Case
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def followed(
    session: Session, work: UnitOfWork, case: Case, breach: Breach, *, receipt: Receipt, note: str
) -> Receipt:
    """The receipt of the answer with what follows from it, once that has happened, for the reason in the `note`."""
    said = breach.told(case)
    receipt = receipt._replace(consequence={lang: say(said, lang) for lang in LANGUAGES})
    if breach.follows is None:
        return receipt
    fired = fire(
        session,
        work,
        case.proposal.reference,
        OCCASIONS[breach.on_breach],
        cause=breach.cause,
        payload={"note": note} if note else {},
    )
    return receipt._replace(
        moved=fired.moved,
        state=fired.state,
        state_title=fired.state_title,
        next_role=fired.next_role,
        next=fired.next,
        due_on=fired.due_on,
        documents=(*receipt.documents, *fired.documents),
        filled_by=fired.filled_by,
    )
