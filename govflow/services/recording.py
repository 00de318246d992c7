"""Writing history: the one place where an entry is chained and appended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Capacity
from govflow.domain.history import Entry, Subject, chained
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

EMPTY: Mapping[str, Any] = {}


class Actor(NamedTuple):
    """Who an entry is of: a person in a capacity, or the system (`person` None)."""

    person: str | None
    capacity: Capacity | None = None


class Head(NamedTuple):
    """Where a subject's history stands."""

    seq: int
    hash: str
    recorded_at: str


def head_of(work: UnitOfWork, subject: Subject) -> Head:
    return Head(*work.history.head(subject))


def append(
    session: Session,
    work: UnitOfWork,
    *,
    subject: Subject,
    head: Head,
    trigger: str,
    actor: Actor,
    effective_on: str | None = None,
    from_state: str | None = None,
    to_state: str | None = None,
    cause: str | None = None,
    definition: str | None = None,
    revision: str | None = None,
    note: str = "",
    payload: Mapping[str, Any] = EMPTY,
    facts: Mapping[str, Any] = EMPTY,
    changes: Mapping[str, Any] = EMPTY,
) -> Entry:
    """Chain an entry to `head` and append it. `recorded_at` is the clock's, never before the head's."""
    capacity = actor.capacity
    entry = chained(
        kind=subject.kind,
        subject=subject.id,
        seq=head.seq + 1,
        recorded_at=max(session.stamp(), head.recorded_at),
        effective_on=effective_on or session.today().isoformat(),
        trigger=trigger,
        from_state=from_state,
        to_state=to_state,
        actor_kind="person" if actor.person else "system",
        person=actor.person,
        office=capacity.office if capacity else None,
        role=capacity.role if capacity else None,
        via=capacity.via.value if capacity else None,
        on_behalf_of=capacity.on_behalf_of if capacity else None,
        cause=cause,
        definition=definition,
        revision=revision,
        note=note,
        payload=payload,
        facts=facts,
        changes=changes,
        previous=head.hash,
    )
    work.history.add(entry)
    return entry
