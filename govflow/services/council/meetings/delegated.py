"""What standing delegates and substitutes did in a body's matters, as the next meeting hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govflow.domain.council.item import Period
from govflow.domain.history import Entry
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


def acts_for_others(session: Session, work: UnitOfWork, body: str, period: Period) -> list[Entry]:
    """The acts on proposals whose workflow the body has a part in, in the order of time."""
    found = work.history.for_others("proposal", since=period.since, until=period.until)
    return [entry for entry in found if _concerns(session, work, entry, body)]


def _concerns(session: Session, work: UnitOfWork, entry: Entry, body: str) -> bool:
    roles = session.definition(work, entry.definition or "").roles.values()
    return any(role.body == body for role in roles)
