"""Actors verified: whoever did something to a proposal held, on that day, the office that the entry names, and that
office or the one acted for fills the role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter

from govflow.domain.authority import Capacity, Via
from govflow.domain.history import Entry
from govflow.domain.organisation import Directory
from govflow.services.audit.directories import Directories
from govflow.services.audit.timing import Act, LocalDays
from govflow.services.recording import recorded_capacity
from govflow.workflow.reserved import CORRECT

_ACTOR = "actor.person"
"""The fact that the separation of duties reads."""

_CAPACITY = ("office", "role", "via", "on_behalf_of")
_did = itemgetter(*map(Entry._fields.index, ("actor_kind", "person", "trigger", "cause", *_CAPACITY)))


class Actors:
    """Who acted, against the organisation of then."""

    def __init__(self, directories: Directories, *, days: LocalDays) -> None:
        self._directories = directories
        self._days = days
        self._known: dict[tuple[object, ...], bool] = {}

    def misnamed(self, acts: Iterable[Act]) -> Iterator[int]:
        """The entries by somebody who could not have done them."""
        return (act.entry.seq for act in acts if not self._holds(act))

    def _holds(self, act: Act) -> bool:
        entry = act.entry
        kind, person, trigger, cause, *capacity = _did(entry)
        if person is None:
            return bool(kind == "system")
        if trigger != CORRECT and (cause is not None or entry.read("facts").get(_ACTOR, person) != person):
            return False  # what follows of itself is nobody's, or the guards kept somebody else apart
        return kind == "person" and self._held(entry, self._days.of(act.timed), (person, *capacity))

    def _held(self, entry: Entry, days: frozenset[date], whose: tuple[str | None, ...]) -> bool:
        """Whether the person had the capacity by any directory that the act may have seen; asked once for all acts of
        which that is the same."""
        versions = self._directories.versions(entry.recorded_at)
        key = (versions, days, whose)
        held = self._known.get(key)
        if held is None:
            seen = (each for day in days for each in self._directories.among(versions, day))
            held = any(_could(each, entry.person or "", recorded_capacity(entry)) for each in seen)
            self._known[key] = held
        return held


def _could(directory: Directory, person: str, capacity: Capacity) -> bool:
    """Whether a person had a capacity on the directory's day."""
    held, code = {office.code for office in directory.offices_of(person)}, capacity.on_behalf_of
    filled = directory.offices.get(code or capacity.office)
    if directory.is_absent(person) or capacity.office not in held or filled is None:
        return False
    if filled.role != capacity.role:
        return False
    if capacity.via is Via.OWN:
        return code is None
    if capacity.via is Via.DELEGATION:
        return any(each.to == capacity.office for each in directory.delegations_of(filled.code))
    order = directory.substitution_of(filled.code)
    return order is not None and capacity.office in order.deputies
