"""Positions: what a seat can say to a question, and the tokens that people write for it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Position(StrEnum):
    """`ASSENT` is the answer to the question of no objection: told apart from a yes, counted as one."""

    NONE = "none"
    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ASSENT = "assent"
    BLOCK = "block"


TOKENS: Mapping[str, Position] = {
    **{position.value: position for position in Position},
    "y": Position.YES,
    "n": Position.NO,
    "a": Position.ABSTAIN,
    "賛成": Position.YES,
    "反対": Position.NO,
    "棄権": Position.ABSTAIN,
    "異議なし": Position.ASSENT,
    "留保": Position.BLOCK,
}
"""Every token that is taken. Any other is an error, never an abstention."""

CASTING_TOKENS: Mapping[str, Position] = {
    token: position for token, position in TOKENS.items() if position in (Position.YES, Position.NO)
}
"""What a casting vote can be: it exists to decide."""


class Casting(NamedTuple):
    """The casting vote of `person`, who chaired in `office`; `recorder` wrote it down for that person, None where
    it was given in person."""

    position: Position
    person: str
    office: str
    recorder: str | None
    at: str
    reason: str


class Objection(NamedTuple):
    """The objection that turned the question of no objection into a counted ballot."""

    seat: str
    person: str
    recorder: str | None
    text: str
    at: str
