"""The command of an act: what somebody wants to do to a proposal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from govflow.reading.node import Node


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody wants to do to a proposal.

    `trigger` is a transition's trigger or a step's answer (`concur`, `ciso.concur`, `condition#4.met`).
    `payload` is plain data or a positioned `Node`. `key` makes repeating safe. `expected_version` refuses a
    proposal that changed meanwhile. `effective_on` may lie before today only with a note, and is marked.
    """

    reference: str
    trigger: str
    payload: Mapping[str, Any] | Node = field(default_factory=dict)
    note: str = ""
    key: str | None = None
    expected_version: int | None = None
    effective_on: date | None = None

    def plain_payload(self) -> Mapping[str, Any]:
        return self.payload.plain() if isinstance(self.payload, Node) else self.payload
