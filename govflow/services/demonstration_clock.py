"""A demonstration's clock: it stands still where it was last put, and is only ever put on."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from govflow.errors import BadInput
from govflow.messages import notice
from govflow.services.clock import Clock, fixed_clock, stamp, system_clock

if TYPE_CHECKING:
    from govflow.store import Store, UnitOfWork

DEMONSTRATION_NOW = "demonstration_now"
"""The setting that keeps where a demonstration's clock stands."""


def put_demonstration_clock(store: Store, moment: datetime) -> None:
    """Keep where a demonstration's clock stands."""
    with store.begin() as work:
        work.settings.put(DEMONSTRATION_NOW, stamp(moment))
        work.commit()


def move_clock(work: UnitOfWork, moment: datetime) -> None:
    """Put a demonstration's clock on; never back, since entries are recorded in the order of time."""
    kept = work.settings.get(DEMONSTRATION_NOW)
    if kept and stamp(moment) < kept:
        raise BadInput.at(None, notice("session.clock_runs_back", now=stamp(moment), kept=kept))
    work.settings.put(DEMONSTRATION_NOW, stamp(moment))


def kept_clock(store: Store) -> Clock:
    """The clock of a demonstration store: where it was last put, else the system's."""
    with store.reading() as work:
        kept = work.settings.get(DEMONSTRATION_NOW)
    return fixed_clock(datetime.fromisoformat(kept)) if kept else system_clock
