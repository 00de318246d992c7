"""Steps: what is asked of an office beside the proposal's own state (opinion, concurrence, check, condition).

Each step is a row with its own small machine, given here as data; the state's guards join over them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class StepState(StrEnum):
    """Where a step stands. `UNANSWERED`: it was closed with no answer, which is recorded as no answer."""

    OPEN = "open"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    CANCELLED = "cancelled"


class StepMove(NamedTuple):
    """One move of the small machine."""

    trigger: str
    source: StepState
    target: StepState


STEP_MOVES = (
    StepMove("answer", StepState.OPEN, StepState.ANSWERED),
    StepMove("answer", StepState.ANSWERED, StepState.ANSWERED),
    StepMove("close_unanswered", StepState.OPEN, StepState.UNANSWERED),
    StepMove("cancel", StepState.OPEN, StepState.CANCELLED),
)


class Step(NamedTuple):
    """One question to one office's role. `number` counts within the proposal; `asked_seq` is the history entry
    that asked. `ministry` None means the role is central. `agrees` says how the answer counts in a join guard
    (None for a mere opinion). Dates are local ISO dates. `paused_left` are the working days that were left when its
    clock was stopped (see `domain.pause`)."""

    reference: str
    number: int
    name: str
    role: str
    ministry: str | None
    subject: str
    state: StepState
    asked_seq: int
    asked_on: str
    due_on: str | None
    lasting: bool
    answer: str | None = None
    agrees: bool | None = None
    note: str = ""
    person: str | None = None
    office: str | None = None
    answered_on: str | None = None
    paused_left: int | None = None
