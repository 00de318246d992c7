"""Writing history: what an act is to say becomes the next entry of a chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from govflow.domain.authority import Capacity, Via
from govflow.domain.canonical import canonical
from govflow.domain.history import Entry, Head, Subject, chained
from govflow.errors import StoreError
from govflow.messages import notice
from govflow.services.clock import is_set_back
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork

EMPTY: Mapping[str, Any] = {}


class Actor(NamedTuple):
    """Who an entry is of: a person in a capacity, or the system (`person` None), in a `role` where it has one."""

    person: str | None
    capacity: Capacity | None = None
    role: str | None = None


class NewEntry(NamedTuple):
    """What an entry is to say of an act; the recording adds whose history it is, its place there and the time.
    `cause` is what led to an act of the system."""

    trigger: str
    actor: Actor
    step: str | None = None
    cause: str | None = None
    effective_on: date | None = None
    from_state: str | None = None
    to_state: str | None = None
    definition: str | None = None
    revision: str | None = None
    note: str = ""
    payload: Mapping[str, Any] = EMPTY
    facts: Mapping[str, Any] = EMPTY
    changes: Mapping[str, Any] = EMPTY


def append(
    session: Session, work: UnitOfWork, subject: Subject, new: NewEntry, *, head: Head | None = None
) -> Entry:
    """Chain an entry to the head of the subject's history, which is read unless it is given, and append it."""
    entry = next_entry(session, subject, new, head=head or work.history.head(subject))
    work.history.add(entry)
    return entry


def next_entry(session: Session, subject: Subject, new: NewEntry, *, head: Head) -> Entry:
    """The entry that follows `head`, not yet appended. `recorded_at` is the clock's, never before the head's; with
    one that was set back, StoreError."""
    person, capacity, role = new.actor
    return chained(
        Entry(
            kind=subject.kind,
            subject=subject.id,
            seq=head.seq + 1,
            recorded_at=_recorded_at(session, subject, head),
            effective_on=(new.effective_on or session.today()).isoformat(),
            trigger=new.trigger,
            step=new.step,
            from_state=new.from_state,
            to_state=new.to_state,
            actor_kind="person" if person else "system",
            person=person,
            office=capacity.office if capacity else None,
            role=capacity.role if capacity else role,
            via=capacity.via.value if capacity else None,
            on_behalf_of=capacity.on_behalf_of if capacity else None,
            cause=new.cause,
            definition=new.definition,
            revision=new.revision,
            note=new.note,
            previous=head.hash,
            payload=canonical(new.payload),
            facts=canonical(new.facts),
            changes=canonical(new.changes),
        )
    )


def recorded_capacity(entry: Entry) -> Capacity:
    """The capacity in which an entry says that it was done."""
    return Capacity(entry.office or "", entry.role or "", Via(entry.via or Via.OWN), entry.on_behalf_of)


def _recorded_at(session: Session, subject: Subject, head: Head) -> str:
    """Clocks that differ a little are evened out. One that is far behind would put days and due dates wrong too."""
    now, info = session.stamp(), session.store.info
    last = max(head.recorded_at, info.created_at)
    if not info.demonstration and is_set_back(now, last):
        where = {"subject": f"{subject.kind} {subject.id}", "now": now, "last": last}
        raise StoreError(notice("session.clock_set_back", **where))
    return max(now, head.recorded_at)
