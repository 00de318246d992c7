"""The organisation as it was recorded at a moment, on a day."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from govflow.domain.organisation import Directory, Organisation
from govflow.domain.organisation_content import organisation_of

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Directories:
    """The directories of a store's past, each built once."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._loaded: list[tuple[str, Organisation]] = []
        self._built: dict[tuple[str, date], Directory] = {}

    def at(self, stamped: str, day: date) -> list[Directory]:
        """Those that an act recorded at that moment may have seen: the one loaded last before it, and any that was
        loaded in the same instant."""
        if not self._loaded:
            rows = self._work.organisation.every()
            self._loaded = [(row.recorded_at, organisation_of(json.loads(row.content))) for row in rows]
        before = [loaded for loaded in self._loaded if loaded[0] < stamped][-1:]
        same = [loaded for loaded in self._loaded if loaded[0] == stamped]
        return [self._directory(*loaded, day) for loaded in (*before, *same)]

    def _directory(self, loaded_at: str, organisation: Organisation, day: date) -> Directory:
        key = (f"{loaded_at} {id(organisation)}", day)
        if key not in self._built:
            self._built[key] = Directory.on(organisation, day)
        return self._built[key]
