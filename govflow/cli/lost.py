"""The failure of the output itself."""

from __future__ import annotations

from typing import ClassVar

from govflow.cli.exit_codes import OUTPUT_LOST
from govflow.errors import GovflowError


class OutputLost(GovflowError):
    """The result cannot be written: the disk is full, say."""

    exit_code: ClassVar[int] = OUTPUT_LOST
