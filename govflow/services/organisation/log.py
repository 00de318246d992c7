"""The organisation's history: every act on it, and what was handed over at a transfer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from govflow.domain.organisation import Organisation
from govflow.domain.organisation_content import difference
from govflow.errors import NotFound
from govflow.messages import did_you_mean, notice
from govflow.services.access import Reading
from govflow.services.names import Pair
from govflow.services.organisation.open_work import work_of, work_open, work_told
from govflow.services.organisation.past import Version, act_told, versions
from govflow.services.readers import administers
from govflow.services.session import Session


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    """One act on the organisation. `number` is the version that it made, `changed` has what came and went by section,
    `vacant` the offices that nobody holds any more, `handover` how much work passed; `alone`: its administrator
    gained by it, and there was no other one."""

    number: int
    seq: int
    trigger: str
    effective_on: str
    recorded_at: str
    backdated: bool
    by: Pair
    person: str
    note: str
    changed: Mapping[str, Any]
    vacant: tuple[str, ...]
    alone: bool
    handover: int


@dataclass(frozen=True, slots=True)
class Handover:
    """The work that a transfer handed over: as it was recorded, or, if `current`, what waits for those offices now; to
    others than administrators as far as they may read what it is about."""

    number: int
    person: str
    name: Pair
    to: str
    to_name: Pair
    effective_on: str
    recorded_at: str
    current: bool
    offices: tuple[str, ...]
    work: tuple[Mapping[str, Any], ...]


def organisation_history(session: Session, about: str | None = None) -> list[OrganisationEntry]:
    """Every act on the organisation, oldest first; of those about an office or a person only, where one is named.
    NotFound where no version knows it."""
    with session.reading() as work:
        past = versions(work)
    if about is not None:
        known = {office.code for version in past for office in version.organisation.offices}
        known |= {person.code for version in past for person in version.organisation.persons}
        if about not in known:
            raise NotFound(notice("standing.unknown_name", name=about, hint=did_you_mean(about, known)))
    empty = Organisation(past[0].organisation.name, (), (), (), (), ()) if past else None
    told = [_told(session, past[0], empty)] if past and empty else []
    told += [_told(session, version, before.organisation) for before, version in pairwise(past)]
    return [entry for entry in told if about is None or about in _mentioned(entry.changed)]


def _told(session: Session, version: Version, before: Organisation) -> OrganisationEntry:
    act, changes = act_told(session, version), version.entry.read("changes")
    return OrganisationEntry(
        number=version.number,
        seq=version.entry.seq,
        trigger=act.trigger,
        effective_on=act.effective_on,
        recorded_at=act.recorded_at,
        backdated=act.backdated,
        by=act.by,
        person=act.person,
        note=act.note,
        changed=difference(before, version.organisation),
        vacant=tuple(changes.get("vacant", ())),
        alone=changes.get("alone", False),
        handover=len(changes.get("handover", ())),
    )


def _mentioned(changed: Mapping[str, Any]) -> set[str]:
    """Every name in what came and went."""
    rows = (row for section in changed.values() for rows in section.values() for row in rows)
    return {name for row in rows for name in _names(row)}


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _names(each)
    elif isinstance(value, str):
        yield value


def handover(session: Session, number: int, *, current: bool = False) -> Handover:
    """What the transfer that made a version handed over. NotFound where no transfer made it."""
    with session.reading() as work:
        past = {version.number: version for version in versions(work)}
        version = past.get(number)
        if version is None or version.entry.trigger != "transfer":
            transfers = [n for n, v in past.items() if v.entry.trigger == "transfer"]
            raise NotFound(notice("standing.no_transfer", number=number, numbers=transfers or "–"))
        entry = version.entry
        payload, changes = entry.read("payload"), entry.read("changes")
        came = changes["changed"].get("appointments", {}).get("came", [])
        offices = tuple(dict.fromkeys(r["office"] for r in came if r["person"] == payload["to"]))
        items = changes["handover"]
        reading = Reading(session, work)
        if current:
            directory = session.directory(work)
            present = (directory.offices[code] for code in offices if code in directory.offices)
            found = (i for office in present for i in work_of(session, work, directory, office))
            every = administers(reading.reader)
            items = [asdict(i) for i in found if every or work_open(reading, i.kind, i.reference)]
        told = work_told(reading, items)
    names = {person.code: person.name._asdict() for person in version.organisation.persons}
    return Handover(
        number=number,
        person=payload["person"],
        name=names[payload["person"]],
        to=payload["to"],
        to_name=names[payload["to"]],
        effective_on=entry.effective_on,
        recorded_at=entry.recorded_at,
        current=current,
        offices=offices,
        work=told,
    )
