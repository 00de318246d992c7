"""Rounds as a definition has them: who opens one, who is to answer, which dates it sets, and what stands how far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from govflow.errors import Place
from govflow.workflow.form import Form, Key
from govflow.workflow.shape import NAME, NAMES

STAGES = ("submitted", "endorsed", "decided")
"""How far a proposal is that is no draft any more, in their order."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """`role` opens and closes a round; `asked` is the role of a ministry that is to answer it. `dates` are the named
    dates that it sets; the stages list the states that belong to each."""

    role: str
    asked: str
    dates: tuple[str, ...]
    submitted: tuple[str, ...]
    endorsed: tuple[str, ...]
    decided: tuple[str, ...]
    place: Place

    @property
    def stages(self) -> Mapping[str, tuple[str, ...]]:
        """The states of each stage."""
        return {stage: getattr(self, stage) for stage in STAGES}

    def stage_of(self, state: str, *, initial: str) -> str:
        """How far a proposal in a state is: a draft, one of the stages, or `dropped`, such as withdrawn."""
        if state == initial:
            return "draft"
        return next((stage for stage, states in self.stages.items() if state in states), "dropped")


ROUNDS = Form(
    "rounds",
    Rounds,
    (
        Key("role", NAME),
        Key("asked", NAME),
        Key("dates", NAMES),
        *(Key(stage, NAMES) for stage in STAGES),
    ),
)
