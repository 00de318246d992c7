"""Words: the text that a proposal is found by. One index serves all readers, so while a proposal is redrafted it holds
the draft and the revision that others read; a list then keeps what occurs in what its reader reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from govflow.domain.proposal import Proposal
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def searchable(content: Mapping[str, Any], definition: Definition) -> str:
    """Every text in a content, single or in a list, but for the fields that only some roles read: nobody finds
    anything by those. They stand in the order of the fields' names, in which content is kept."""
    open_to_all = (value for name, value in sorted(content.items()) if not definition.fields[name].restricted)
    texts = (value if isinstance(value, list) else [value] for value in open_to_all)
    return "\n".join(text for several in texts for text in several if isinstance(text, str))


def indexed(present: Mapping[str, Any], released: Mapping[str, Any] | None, definition: Definition) -> str:
    """What the index holds of a proposal: its present content and, where others read another, that one."""
    contents = (content for content in (present, released) if content is not None)
    return "\n".join(searchable(content, definition) for content in contents)


def reindex(work: UnitOfWork, proposal: Proposal, content: Mapping[str, Any], definition: Definition) -> None:
    """Find a proposal by its present content, and by what others read of it, from now on."""
    number = proposal.released
    other = (
        work.revisions.get(proposal.reference, number) if number not in (None, proposal.revision) else None
    )
    words = indexed(content, other.content if other else None, definition)
    work.proposals.reindex(proposal.reference, words)
