"""The proposal: what moves through a workflow, its revisions, and what the acts kept about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from govflow.domain.canonical import canonical, digest_of_text


class Proposal(NamedTuple):
    """A proposal as it stands.

    `key` is the submitter's own key within `workflow` (a repeated submission is recognised by it). `amount` is
    in yen, None is not stated; `part_of` names the umbrella whose amount already contains it.
    `state_since` is a local ISO date, `due_on` one or None. `records` is what acts kept, by the record's name.
    `version` grows by one with each act. `changes` is the decided proposal that this one is to change. `paused_left`
    are the working days that were left when its clock was stopped (see `domain.pause`). `reach` says how far it has
    opened to readers outside its ministry, `released` is the number of the revision that they read; None: no revision
    yet.
    """

    reference: str
    key: str
    workflow: str
    definition: str
    ministry: str
    title: str
    state: str
    role: str | None
    state_since: str
    entered_seq: int
    due_on: str | None
    amount: int | None
    part_of: str | None
    fiscal_year: int
    revision: int
    revision_digest: str
    records: Mapping[str, Any]
    version: int
    changes: str | None = None
    paused_left: int | None = None
    reach: int = 0
    released: int | None = None


class Revision(NamedTuple):
    """One version of a proposal's content. `digest` is the SHA-256 of its canonical JSON and of what seals it."""

    reference: str
    number: int
    content: Mapping[str, Any]
    digest: str
    recorded_at: str
    person: str
    seal: str | None = None

    @classmethod
    def of(
        cls,
        reference: str,
        number: int,
        *,
        content: Mapping[str, Any],
        recorded_at: str,
        person: str,
        seal: str | None = None,
    ) -> Revision:
        return cls(reference, number, content, sealed_digest(content, seal), recorded_at, person, seal)


def sealed_digest(content: Mapping[str, Any], seal: str | None) -> str:
    """The SHA-256 of a content's canonical JSON, followed by its seal: a random word where something restricted is
    stated, which nobody can find out then by trying what the digest fits; None elsewhere."""
    return sealed_text_digest(canonical(content), seal)


def sealed_text_digest(content: str, seal: str | None) -> str:
    """The same of a content that is its canonical JSON already."""
    return digest_of_text(content + (seal or ""))
