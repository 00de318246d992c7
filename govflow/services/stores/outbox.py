"""The outbox as administrators see it: what waits to be told outside, what was given up, and trying it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.errors import NotFound
from govflow.messages import notice
from govflow.services.organisation.administration import administrator
from govflow.services.paging import PAGE, first_of
from govflow.services.readers import reader_of
from govflow.services.refusal_log import refusals_logged
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.store.outbox import Message


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One message, without its payload. `state` is `waiting` or `failed` (given up); `last_error` is a code."""

    number: int
    topic: str
    subject: str
    created_at: str
    state: str
    attempts: int
    next_attempt: str | None
    last_error: str | None


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """Messages in the order they were written; `more` is the number to go on after, None at the end."""

    messages: tuple[OutboxLine, ...]
    more: str | None


def list_outbox(
    session: Session, *, topic: str | None = None, limit: int = PAGE, after: str | None = None
) -> OutboxPage:
    """What has not been delivered, to administrators and auditors: it tells of every proposal when it was acted on.
    NotAuthorised for others, BadInput for an `after` that is no number."""
    with session.reading() as work:
        if not reader_of(session, work).everything:
            administrator(session, session.directory(work))

        def read(limit: int, after: str | None) -> Sequence[Message]:
            return work.outbox.list(topic=topic, limit=limit, after=after)

        found = first_of(read, lambda _: True, limit=limit, after=after)
    return OutboxPage(tuple(map(_line, found.rows)), found.more)


def retry_outbox(
    session: Session, numbers: Sequence[int] = (), *, failed: bool = False
) -> tuple[OutboxLine, ...]:
    """Messages by their numbers, or all that were given up, are due at once: an administrator's doing. The outbox is no
    part of the record, so that history does not tell it. NotFound, with nothing changed, for numbers it has not."""
    with refusals_logged(session, "outbox.retry"), session.writing(moves_clock=False) as work:
        administrator(session, session.directory(work))
        messages = [*work.outbox.list(state="failed")] if failed else _named(work, numbers)
        for message in messages:
            work.outbox.retry(message)
        again = tuple(_line(found) for m in messages if (found := work.outbox.get(m.number)))
        work.commit()
        return again


def _named(work: UnitOfWork, numbers: Sequence[int]) -> list[Message]:
    found = {number: work.outbox.get(number) for number in numbers}
    missing = [number for number, message in found.items() if message is None]
    if missing:
        raise NotFound(*(notice("outbox.unknown", number=number) for number in missing))
    return [message for message in found.values() if message]


def _line(message: Message) -> OutboxLine:
    return OutboxLine(
        message.number,
        message.topic,
        message.subject,
        message.created_at,
        message.state,
        message.attempts,
        message.next_attempt,
        message.last_error,
    )
