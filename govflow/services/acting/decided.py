"""What an act comes to, before anything of it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from govflow.domain.proposal import Proposal
from govflow.domain.step import Step
from govflow.services.breach import Breach
from govflow.services.recording import Actor


class Decided(NamedTuple):
    """`trigger` is the act's plain name, of an answer too; `step` names the step that was answered. `steps` are
    those asked, answered or closed by the act, `records` what it keeps, `issues` the kinds of documents it issues.
    `cause` is what led to an act of the system, `breach` what follows where a condition is broken."""

    trigger: str
    actor: Actor
    after: Proposal
    payload: Mapping[str, Any]
    facts: Mapping[str, Any]
    steps: tuple[Step, ...] = ()
    records: Mapping[str, Any] = {}
    step: str | None = None
    issues: tuple[str, ...] = ()
    breach: Breach | None = None
    cause: str | None = None
