"""Checks taken out of the verification one at a time, each with the attacks that only it finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, NamedTuple
from unittest.mock import patch

import govflow
from govflow.domain import history
from govflow.services.audit.beside import Beside
from govflow.services.audit.proposals import Proposals
from govflow.services.audit.registers import Registers
from govflow.services.audit.renditions import Renditions
from govflow.store.seals import Seals
from govflow.store.soundness import Soundness


class Blind(NamedTuple):
    """What is replaced, by what, and what is no longer found."""

    where: Any
    name: str
    instead: Callable[..., Any]
    attacks: tuple[str, ...]


def _says(value: Any) -> Callable[..., Any]:
    def check(*_: object, **__: object) -> Any:
        return value

    return check


BLINDED: Mapping[str, Blind] = {
    "hashes of entries": Blind(history, "_fits", _says(True), ("an entry edited",)),
    "rows of proposals": Blind(Proposals, "_row", _says(None), ("a proposal's title",)),
    "steps": Blind(Proposals, "_steps", _says(None), ("a step's answer",)),
    "revisions": Blind(Proposals, "_revisions", _says(None), ("who made a revision",)),
    "tallies": Blind(Proposals, "_tallies_differ", _says(False), ("a tally",)),
    "schema and triggers": Blind(Soundness, "differing", _says([]), ("a trigger dropped", "a table added")),
    "numbers in the header": Blind(Soundness, "damage", _says(()), ("a number in the file's header",)),
    "seals": Blind(Seals, "broken", _says(()), ("a refusal edited", "a key freed")),
    "settings and calendar": Blind(Beside, "_founding", _says(None), ("a closed day added",)),
    "programmes": Blind(Beside, "_programmes", _says(None), ("a programme",)),
    "sources of definitions": Blind(Beside, "_sources", _says(None), ("a definition's source",)),
    "search index": Blind(Beside, "_search", _says(None), ("the search index of a text",)),
    "messages": Blind(Beside, "_messages", _says(None), ("a message of no act, sealed",)),
    "what is to be rendered": Blind(Beside, "due", _says(None), ("a text still to be rendered",)),
    "organisations": Blind(
        Registers, "_verify_organisations", _says(None), ("the organisation with its digest",)
    ),
    "texts": Blind(Renditions, "_holds", _says(True), ("a text with the digest and seal that fit",)),
}


def blinded(name: str) -> AbstractContextManager[Any]:
    """The verification without one of its checks."""
    blind = BLINDED[name]
    return patch.object(blind.where, blind.name, blind.instead)


def unverified() -> AbstractContextManager[Any]:
    """No verification at all."""
    return patch.object(govflow, "verify", _says(None))
