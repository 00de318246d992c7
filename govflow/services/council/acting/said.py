"""What was said at a desk: an act of a council as it was asked for, and what it came to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self, TypedDict, Unpack

from govflow.domain.authority import Capacity
from govflow.domain.council.ballot import Ballot
from govflow.domain.council.meeting import Meeting
from govflow.errors import BadInput
from govflow.services.keys import key_digest, key_problems
from govflow.services.texts import text_problems

Subjects = Meeting | Ballot

MULTILINE = frozenset({"text", "texts", "reason", "note"})
"""The values of an act that may have several lines."""


@dataclass(frozen=True, slots=True)
class CouncilReceipt:
    """What an act of a council came to. `subject` is `meeting` or `ballot`, `reference` which one, `state` where it
    stands now; `told` says what else the act did, by name. `documents` are the numbers of those it issued;
    `repeated`: the key had been used, and this is the first result."""

    key: str
    subject: str
    reference: str
    trigger: str
    state: str
    person: str
    office: str
    recorded_at: str
    told: Mapping[str, Any] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    repeated: bool = False


class How(TypedDict, total=False):
    """How any act may be asked for: under a `key` that makes repeating safe, on the `expected_version` of its meeting
    or ballot only, or as a `dry_run`, which does everything but keep it."""

    key: str | None
    expected_version: int | None
    dry_run: bool


class Held(How, total=False):
    """How an act on a ballot may be asked for: in a meeting that was held on paper with the time at which it happened,
    such as `10:30`; without one it is right after what is recorded of that meeting."""

    at: str | None


class Said(NamedTuple):
    """An act as it was asked for. `reference` is that of the meeting or ballot, empty for one that is to begin, in
    `within` where that is in a meeting. What it says is all but how it was asked for."""

    subject: str
    reference: str
    trigger: str
    values: Mapping[str, Any]
    key: str
    within: str | None = None
    expected_version: int | None = None
    dry_run: bool = False

    def asked(
        self, *, key: str | None = None, expected_version: int | None = None, dry_run: bool = False
    ) -> Self:
        """The same, asked for in this way."""
        return self._replace(key=key or self.key, expected_version=expected_version, dry_run=dry_run)

    def held(self, *, at: str | None = None, **how: Unpack[How]) -> Self:
        """The same as `asked`, of an act that may have happened before it is recorded."""
        values = {**self.values, "at": at} if at else self.values
        return self._replace(values=values).asked(**how)

    def digest(self, person: str, office: str | None) -> str:
        """What its key stands for."""
        said = (self.subject, self.reference, self.trigger, self.values, self.key)
        return key_digest([*said, person, office])


class Told(NamedTuple):
    """What an act says of itself: what it was done to, as it is now, and in which capacity."""

    after: Subjects
    capacity: Capacity
    values: Mapping[str, Any] = {}


def check_texts(said: Said) -> None:
    """BadInput for every text that cannot be kept."""
    named = ((f"{name}.{key}", text) for name, value in said.values.items() for key, text in _by_name(value))
    texts = (("reference", said.reference), *said.values.items(), *named)
    problems = [*text_problems(texts, multiline=MULTILINE), *key_problems(said.key)]
    if problems:
        raise BadInput(problems)


def _by_name(value: object) -> Iterable[tuple[str, object]]:
    return value.items() if isinstance(value, Mapping) else ()
