"""Every quality bar, one line each: `python bench/run.py [--sample]`.

Figures are ratios of two sides that take turns in one run: medians over rounds, beside their bars. A full run fails
when a bar is missed; a sample only when one is missed by more than a factor of two.
"""

from __future__ import annotations

import sys

import act
import batch
import bulk
import contention
import fsync
import startup
import tally
from figure import main

if __name__ == "__main__":
    sys.exit(
        main(
            "Quality bars of govflow",
            act.measure,
            fsync.measure,
            bulk.measure,
            batch.measure,
            startup.measure,
            tally.measure,
            contention.measure,
        )
    )
