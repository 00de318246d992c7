"""Writing history: the one place where an entry is chained and appended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Required, TypedDict, Unpack

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


class EntryFields(TypedDict, total=False):
    """What `next_entry` takes, by name."""

    subject: Required[Subject]
    head: Required[Head]
    trigger: Required[str]
    actor: Required[Actor]
    step: str | None
    effective_on: str | None
    from_state: str | None
    to_state: str | None
    cause: str | None
    definition: str | None
    revision: str | None
    note: str
    payload: Mapping[str, Any]
    facts: Mapping[str, Any]
    changes: Mapping[str, Any]


def head_of(work: UnitOfWork, subject: Subject) -> Head:
    return Head(*work.history.head(subject))


def append(session: Session, work: UnitOfWork, **fields: Unpack[EntryFields]) -> Entry:
    """Chain an entry to its head and append it."""
    entry = next_entry(session, **fields)
    work.history.add(entry)
    return entry


def next_entry(
    session: Session,
    *,
    subject: Subject,
    head: Head,
    trigger: str,
    actor: Actor,
    step: str | None = None,
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
    """The entry that follows `head`, not yet appended. `recorded_at` is the clock's, never before the head's."""
    capacity = actor.capacity
    return chained(
        kind=subject.kind,
        subject=subject.id,
        seq=head.seq + 1,
        recorded_at=max(session.stamp(), head.recorded_at),
        effective_on=effective_on or session.today().isoformat(),
        trigger=trigger,
        step=step,
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
