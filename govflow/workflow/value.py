"""A named value of a definition, and the types that values may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from govflow.errors import Place
from govflow.messages import Title


@dataclass(frozen=True, slots=True)
class Value:
    """A named value: a field of a proposal's content, or something a transition takes with it.

    `type` is one of VALUE_TYPES; `choices` belong to `choice`, and bound `names` where they are given.
    `required` (fields): needed at submission. `aliases` are other names a file may use for the field. `correctable`
    (fields): what is written there decides nothing, so that a slip in it may be corrected.
    `restricted` are the roles to which alone it is open; to all who read the proposal where none is named.
    """

    name: str
    title: Title
    type: str
    choices: Mapping[str, Title]
    required: bool
    aliases: tuple[str, ...]
    restricted: tuple[str, ...]
    place: Place
    correctable: bool = False


VALUE_TYPES = (
    "text",  # one line
    "prose",  # several lines
    "yen",  # integer yen; empty is not stated
    "integer",
    "year",  # a fiscal year
    "date",
    "flag",
    "choice",
    "ministry",
    "ministries",
    "reference",  # of a proposal in this store
    "conditions",  # list of {text, owner, due, evidence, precedent, on_breach}: see `domain.condition`
    "counts",  # mapping of a name to a whole number
    "names",  # list of short texts, out of `choices` where the value has them
    "issues",  # list of {text, field}: what a return asks to be mended; see `domain.returned`
    "replies",  # list of {issue, text}: what is said to each of them
)
