"""The collector of everything wrong with one input, so that a person mends a file once."""

from __future__ import annotations

from govflow.errors import BadInput, Place, Problem
from govflow.messages import Notice, notice
from govflow.reading.limits import PROBLEMS


class Problems:
    """Problems in the order found; `raise_if_any` refuses the input with all of them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def problem(self, place: Place | None, said: Notice) -> None:
        """Keep a problem; BadInput with all so far once there are as many as anybody can mend."""
        self.problems.append(Problem(place, said))
        if len(self.problems) >= PROBLEMS:
            raise BadInput(
                [*self.problems, Problem(None, notice("reading.too_many_problems", limit=PROBLEMS))]
            )

    def note(self, place: Place | None, name: str, /, **params: object) -> None:
        """A problem of this area's own catalogue: `note(place, "required", key=key)`."""
        self.problem(place, notice(f"reading.{name}", **params))

    def raise_if_any(self) -> None:
        if self.problems:
            raise BadInput(self.problems)
