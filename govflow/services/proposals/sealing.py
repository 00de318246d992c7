"""Seals: the digest of a revision that states something restricted holds a random word, which is shown to nobody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import digest_of
from govflow.domain.proposal import Proposal
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def seal_for(session: Session, definition: Definition, content: Mapping[str, Any]) -> str | None:
    """What seals a new revision: its digest stands where many read it who do not read everything in the content."""
    return session.new_key() if _states_restricted(definition, content) else None


def has_content(
    work: UnitOfWork, proposal: Proposal, content: Mapping[str, Any], *, definition: Definition
) -> bool:
    """Whether this is a proposal's content as it stands. A digest tells it only where nothing seals it."""
    if not _states_restricted(definition, content):
        return proposal.revision_digest == digest_of(content)
    revision = work.revisions.get(proposal.reference, proposal.revision)
    return revision is not None and revision.content == content


def _states_restricted(definition: Definition, content: Mapping[str, Any]) -> bool:
    return any(definition.fields[name].restricted for name in content)
