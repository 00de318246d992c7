"""Who has done what on a proposal: the persons of its history by deed, as separation of duties compares them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

from govflow.workflow.definition import Definition
from govflow.workflow.reserved import CORRECT


class Did(Protocol):
    """An entry of a history, as far as it says who did what."""

    @property
    def seq(self) -> int: ...
    @property
    def trigger(self) -> str: ...
    @property
    def person(self) -> str | None: ...
    @property
    def from_state(self) -> str | None: ...
    @property
    def step(self) -> str | None: ...
    @property
    def cause(self) -> str | None: ...


def done_by(acts: Sequence[Did], definition: Definition) -> dict[str, list[str]]:
    """The persons who did an act, or did it in a state (`state.act`), in the order they first did. Who corrects an act
    has done it, too; who takes back what they asked has not answered it."""
    done: dict[str, dict[str, None]] = defaultdict(dict)
    for row in acts:
        if row.person is None:
            continue
        for act in (row, *_corrected(row, acts)):
            for deed in _deeds(act, definition):
                done[deed][row.person] = None
    return {deed: list(persons) for deed, persons in done.items()}


def _deeds(act: Did, definition: Definition) -> Iterator[str]:
    """What an act goes by."""
    if act.step is None:
        yield act.trigger
        if act.from_state:
            yield f"{act.from_state}.{act.trigger}"
    elif not _taken_back(act.step, act.trigger, definition):
        yield act.step


def _taken_back(step: str, answer: str, definition: Definition) -> bool:
    kind = definition.steps.get(step)
    given = kind.answers.get(answer) if kind else None
    return given is not None and given.by_asker


def _corrected(row: Did, acts: Sequence[Did]) -> list[Did]:
    """The act that a row corrects."""
    return [act for act in acts if row.cause == f"entry {act.seq}"] if row.trigger == CORRECT else []
