"""Linking: a change names the decided proposal that it is to change, and no other change of it is under way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from govflow.domain.council.occasion import Occasion
from govflow.domain.proposal import Proposal
from govflow.messages import Notice, notice
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def against_link(
    session: Session,
    work: UnitOfWork,
    content: Mapping[str, Any],
    *,
    workflow: str,
    before: Proposal | None,
) -> Iterator[Notice]:
    """Everything against what some content says it changes; `before` is the proposal that it is to revise, which
    changes what it changed from the beginning."""
    named = content.get("changes")
    if before is not None:
        if named != before.changes:
            yield notice("change.relinked", reference=before.reference)
        return
    if named is None:
        return
    changed = work.proposals.get(named, lock=True)
    if changed is None:
        yield notice("acts.unknown_reference", reference=named)
        return
    if (changed.workflow, changed.ministry) != (workflow, content["ministry"]):
        yield notice("change.of_another", reference=named)
        return  # where it stands is not for every ministry to know
    yield from against_change(session, work, changed)


def against_change(session: Session, work: UnitOfWork, changed: Proposal) -> Iterator[Notice]:
    """Why a proposal cannot be changed now: it is not decided, has ended, or is being changed."""
    definition = session.definition(work, changed.definition)
    state = definition.states[changed.state]
    if not definition.transitions_on(Occasion.CHANGED, state=changed.state, body=None):
        code = "change.ended" if state.end else "change.undecided"
        yield notice(code, reference=changed.reference, state=state.title)
    for other in work.proposals.changing(changed.reference):
        if other.role is not None:
            yield notice("change.running", reference=changed.reference, change=other.reference)
