"""Firing: what nobody does by hand happens to a proposal, in the transaction of what brings it about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from govflow.domain.council.occasion import Occasion
from govflow.services.acting.applying import applied
from govflow.services.acting.command import Act
from govflow.services.acting.keeping import keep
from govflow.services.acting.moving import happen
from govflow.services.acting.receipt import Receipt, receipt_of
from govflow.services.acting.refusing import no_occasion
from govflow.services.case import load_case
from govflow.services.session import Session
from govflow.workflow.definition import Definition, Transition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

NOTHING: Mapping[str, Any] = {}

MERELY_TOLD = frozenset({"part", "procedure", "source", "record", "counts", "issues"})
"""Values that tell how it came about and decide nothing: a definition that does not keep them does without."""


def fires(definition: Definition, state: str, occasion: Occasion, *, body: str | None = None) -> bool:
    """Whether something happens in a state on an occasion: one of a body, or without one of itself."""
    return bool(definition.transitions_on(occasion, state=state, body=body))


def fire(
    session: Session,
    work: UnitOfWork,
    reference: str,
    occasion: Occasion,
    *,
    body: str | None = None,
    cause: str,
    payload: Mapping[str, Any] = NOTHING,
) -> Receipt:
    """Do what happens to a proposal on an occasion, by the rules of its definition, with no person acting. `cause` is
    what brings it about, such as `ballot CIO-2025-B012`; a `note` among the values is also the entry's. The caller
    commits, and then renders the documents that the receipt names.

    Raises NotFound (reference), Refused (nothing happens on that occasion where the proposal stands, or every reason
    against it), BadInput (values).
    """
    case = load_case(session, work, reference, lock=True)
    candidates = case.definition.transitions_on(occasion, state=case.proposal.state, body=body)
    if not candidates:
        raise no_occasion(case, occasion, body)
    values = _taken(payload, candidates)
    command = Act(reference, candidates[0].trigger, payload=values, note=str(values.pop("note", "")))
    decided = happen(work, case, command, candidates=candidates, cause=cause)
    kept = keep(session, work, case, command=command, decided=decided)
    receipt = receipt_of(case, decided, kept=kept, key="")
    return applied(session, work, case, decided, receipt=receipt)


def _taken(payload: Mapping[str, Any], candidates: tuple[Transition, ...]) -> dict[str, Any]:
    """The values without those that merely tell how it came about and that nothing here takes."""
    taken = {name for one in candidates for name in (*one.takes, *one.may_take)}
    return {name: value for name, value in payload.items() if name in taken or name not in MERELY_TOLD}
