"""What was missed: a due date of a proposal, in its state or of an open step, and how an escalation names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govflow.services.case import Case

CAUSE = "deadline "
"""What the cause of an escalation begins with."""

ESCALATE = "escalate"
"""The act that escalates."""


class Missed(NamedTuple):
    """A due date that has passed: that of the state `name` (`number` 0), or of the open step `number`. `role` is whose
    it was, `ministry` where."""

    day: str
    number: int
    name: str
    role: str
    ministry: str

    @property
    def what(self) -> str:
        """`pmo_check`, `condition#4`."""
        return f"{self.name}#{self.number}" if self.number else self.name

    @property
    def cause(self) -> str:
        """What an entry gives as its cause. One date is missed once, however long it stays so."""
        return f"{CAUSE}{self.what} {self.day}"


def missed_in(case: Case) -> Iterator[Missed]:
    """Everything of a proposal that is in somebody's hands and past its due date."""
    proposal, today = case.proposal, case.today.isoformat()
    if proposal.role is not None and proposal.due_on is not None and proposal.due_on < today:
        yield Missed(proposal.due_on, 0, proposal.state, proposal.role, proposal.ministry)
    for step in case.open_steps:
        if step.due_on is not None and step.due_on < today:
            yield Missed(step.due_on, step.number, step.name, step.role, step.ministry or proposal.ministry)
