"""The refusal log as auditors read it: who tried what, when, and why it was refused; the newest first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.domain.organisation_acts import ACTS
from govflow.errors import BadInput
from govflow.messages import catalogue_text, notice
from govflow.services.access import Reading
from govflow.services.names import Pair, named, pair
from govflow.services.readers import administers
from govflow.services.session import Session
from govflow.services.views.concerned import about, council_act
from govflow.services.views.lists import PAGE

if TYPE_CHECKING:
    from govflow.store import UnitOfWork
    from govflow.store.refusals import Refusal


@dataclass(frozen=True, slots=True)
class RefusedAct:
    """One entry. `kind` is `authorisation` or `rule`, `reasons` are the codes of all that was said, and `said` are the
    sentences, empty where an earlier version kept none, or where they may tell what is not open. `person` is None where
    the account was nobody's; `act` is what the trigger is called; `about` what the proposal, ballot or meeting
    `reference` is."""

    number: int
    recorded_at: str
    person: str | None
    name: Pair | None
    account: str
    reference: str | None
    trigger: str
    act: Pair | None
    kind: str
    reasons: tuple[str, ...]
    said: tuple[Pair, ...]
    about: Pair | None


@dataclass(frozen=True, slots=True)
class RefusalPage:
    """A page of the log; `more` is the cursor to go on after it, None at the end."""

    refusals: tuple[RefusedAct, ...]
    more: str | None


def list_refusals(session: Session, *, limit: int = PAGE, after: str | None = None) -> RefusalPage:
    """What was refused, the newest first: to auditors and administrators all of it, to others what was refused to
    themselves. BadInput for an `after` that no page has given."""
    with session.reading() as work:
        reading = Reading(session, work)
        rows = _theirs(reading, limit=limit + 1, after=after)
        refusals = tuple(_refused(reading, row) for row in rows[:limit])
        return RefusalPage(refusals, str(rows[limit - 1].number) if len(rows) > limit else None)


def _theirs(reading: Reading, *, limit: int, after: str | None) -> list[Refusal]:
    """The first of the caller's, out of as many as that takes."""
    reader = reading.reader
    if reader.everything or administers(reader):
        return _rows(reading.work, limit=limit, after=after)
    size = limit
    while True:
        rows = _rows(reading.work, limit=size, after=after)
        found = [row for row in rows if _own(reading, row)]
        if len(found) >= limit or len(rows) < size:
            return found[:limit]
        size *= 4


def _own(reading: Reading, row: Refusal) -> bool:
    return row.person == reading.reader.person


def _rows(work: UnitOfWork, *, limit: int, after: str | None) -> list[Refusal]:
    """Numbers count up, so that at most as many rows as lie between two numbers come before a page."""
    if after is None:
        return work.refusals.latest(limit)
    if not (after.isascii() and after.isdecimal() and len(after) < 19):
        raise BadInput.at(None, notice("store.bad_cursor", cursor=after))
    newest = work.refusals.latest(1)
    before = max(newest[0].number - int(after) + 1, 0) if newest else 0
    return [row for row in work.refusals.latest(before + limit) if row.number < int(after)][:limit]


def _refused(reading: Reading, row: Refusal) -> RefusedAct:
    """What was said may tell of a proposal: it is told to whom it was said, and to those who read the whole of it."""
    session, work = reading.session, reading.work
    directory = session.directory(work)
    open_to = reading.reader.everything or _own(reading, row) or reading.whole(row.reference)
    return RefusedAct(
        number=row.number,
        recorded_at=row.recorded_at,
        person=row.person,
        name=named(directory, row.person),
        account=row.account,
        reference=row.reference,
        trigger=row.trigger,
        act=_act(session, work, row),
        kind=row.kind,
        reasons=tuple(json.loads(row.codes)),
        said=tuple(json.loads(row.said or "[]")) if open_to else (),
        about=about(reading, row.reference) if row.reference else None,
    )


def _act(session: Session, work: UnitOfWork, row: Refusal) -> Pair | None:
    proposal = work.proposals.get(row.reference) if row.reference else None
    if proposal is None and row.trigger in ACTS:
        return pair(catalogue_text(f"organisation_act.act_{row.trigger}"))
    if proposal is None:
        return council_act(row.trigger)
    title = session.definition(work, proposal.definition).triggers.get(row.trigger)
    return pair(title) if title else None
