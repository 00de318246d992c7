"""The secretariat calls for a year's proposals: opens a round, moves its dates, closes it."""

from __future__ import annotations

from datetime import date
from typing import Any

from government import Government

import govflow

DATES = {"submission": date(2025, 5, 29), "endorsement": date(2025, 6, 27)}


def opened(government: Government, name: str = "R2026", **given: Any) -> govflow.RoundReceipt:
    given = {"fiscal_year": 2026, "dates": DATES, **given}
    return govflow.open_round(government.person("secretariat"), name, **given)


def moved(government: Government, day: date, **given: Any) -> govflow.RoundReceipt:
    given = {"dates": {"submission": day}, "note": "様式の訂正", **given}
    return govflow.reschedule_round(government.person("secretariat"), "R2026", **given)


def closed(government: Government, name: str = "R2026") -> govflow.RoundReceipt:
    return govflow.close_round(government.person("secretariat"), name, note="募集を終えた")
