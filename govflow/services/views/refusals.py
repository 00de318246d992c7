"""The refusal log as auditors read it: who tried what, when, and why it was refused; the newest first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govflow.domain.organisation_acts import ACTS
from govflow.messages import catalogue_text
from govflow.services.access import Reading
from govflow.services.names import Pair, named, pair
from govflow.services.paging import PAGE, first_of
from govflow.services.readers import administers
from govflow.services.session import Session
from govflow.services.views.concerned import about, council_act

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
        all_of_it = reading.reader.everything or administers(reading.reader)

        def fits(row: Refusal) -> bool:
            return all_of_it or _own(reading, row)

        found = first_of(work.refusals.latest, fits, limit=limit, after=after)
        return RefusalPage(tuple(_refused(reading, row) for row in found.rows), found.more)


def _own(reading: Reading, row: Refusal) -> bool:
    return row.person == reading.reader.person


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
