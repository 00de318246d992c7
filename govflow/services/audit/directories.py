"""The organisation as it was recorded at a moment, on a day."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
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
        self._loaded: list[Organisation] = []
        self._times: list[str] = []
        self._latest = range(0)
        self._built: dict[tuple[int, date], Directory] = {}

    def at(self, stamped: str, day: date) -> list[Directory]:
        """Those that an act recorded at that moment may have seen."""
        return self.among(self.versions(stamped), day)

    def versions(self, stamped: str) -> range:
        """Which organisations an act recorded at that moment may have seen: the one loaded last before it, and any that
        was loaded in the same instant."""
        if not self._times:
            rows = self._work.organisation.every()
            self._loaded = [organisation_of(json.loads(row.content)) for row in rows]
            self._times = [row.recorded_at for row in rows]
            self._latest = range(len(rows) - 1, len(rows))
        if self._times and stamped > self._times[-1]:  # as most are
            return self._latest
        same = bisect_left(self._times, stamped)
        return range(max(same - 1, 0), bisect_right(self._times, stamped, lo=same))

    def among(self, versions: range, day: date) -> list[Directory]:
        """The directories of these organisations on a day."""
        return [self._directory(version, day) for version in versions]

    def _directory(self, version: int, day: date) -> Directory:
        key = (version, day)
        if key not in self._built:
            self._built[key] = Directory.on(self._loaded[version], day)
        return self._built[key]
