"""Changing: a decided proposal has grown, and a draft with what it said is opened that is linked to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import canonical
from govflow.domain.proposal import Proposal
from govflow.errors import BadInput, NotFound, Refused
from govflow.messages import notice
from govflow.services.keys import first_result, key_digest, key_problems
from govflow.services.proposals.file import read_content
from govflow.services.proposals.intake import Intake, SubmittedRow
from govflow.services.proposals.linking import against_change
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session
from govflow.services.texts import text_problems
from govflow.services.values import payload_node

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

CHANGE = "change"


def change(
    session: Session,
    reference: str,
    *,
    values: Mapping[str, Any] | None = None,
    key: str | None = None,
    dry_run: bool = False,
) -> SubmittedRow:
    """Open a draft that is to change a decided proposal: the same content but for these `values`. Repeated under its
    `key` it gives the first result.

    An act of whoever may open proposals of the ministry. What was decided stays in force until the change is approved.
    Raises NotFound, NotAuthorised, Refused (not decided, ended, being changed already), BadInput, Conflict (the key).
    """
    key = key or session.new_key()
    if problems := [*text_problems([("reference", reference)]), *key_problems(key)]:
        raise BadInput(problems)
    logged = refusals_logged(session, CHANGE, reference=reference, unless=dry_run)
    with logged, session.writing() as work:
        changed = work.proposals.get(reference, lock=True)
        if changed is None:
            raise NotFound(notice("acts.unknown_reference", reference=reference))
        definition = session.definition_in_force(work, changed.workflow)
        intake = Intake(session, work, definition)
        intake.drafters.capacity(changed.ministry)
        digest = key_digest([CHANGE, reference, dict(values or {}), intake.person])
        earlier = first_result(work, key, digest=digest)
        if earlier is not None:
            return SubmittedRow(**earlier)
        row = _opened(session, work, changed, values or {}, intake=intake)
        work.idempotency.add(key, digest, canonical(asdict(row)), session.stamp())
        if not dry_run:
            work.commit()
    return row


def _opened(
    session: Session, work: UnitOfWork, changed: Proposal, values: Mapping[str, Any], *, intake: Intake
) -> SubmittedRow:
    """The draft, or every reason why there is none."""
    reference = changed.reference
    reasons = list(against_change(session, work, changed))
    if reasons:
        raise Refused(*reasons, next_command=f"govflow why {reference}")
    revision = work.revisions.get(reference, changed.revision)
    number = len(work.proposals.changing(reference)) + 1
    content = {
        **(revision.content if revision else {}),
        **values,
        "key": f"{reference}/{CHANGE}-{number}",
        "changes": reference,
    }
    node = payload_node(content, source="payload")
    [row] = intake.take([read_content(node, intake.definition, intake.directory)])
    return row
