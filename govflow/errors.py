"""The one tree of errors. Each carries notices (codes of the catalogue with parameters) and an exit code.

An error never carries a ready sentence: what people read is chosen by language at the edge
(`govflow.messages.say`). Programs look at the class, at `code`, and at the notices' parameters.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from govflow.messages import Notice, say


class Place(NamedTuple):
    """Where in a file something stands; lines and columns count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One thing wrong with an input, and where it stands (None: the input as a whole)."""

    place: Place | None
    notice: Notice

    def sentence(self, lang: str) -> str:
        text = say(self.notice, lang)
        return f"{self.place}: {text}" if self.place else text


class GovflowError(Exception):
    """Anything govflow refuses or cannot do. `exit_code` is the command's exit status."""

    exit_code: ClassVar[int] = 1

    def __init__(self, *notices: Notice) -> None:
        super().__init__(*notices)
        self.notices = notices

    @property
    def code(self) -> str:
        """The stable code of the first notice, such as `store.missing`."""
        return self.notices[0].code

    def sentences(self, lang: str) -> list[str]:
        """What happened, why and what to do next, one sentence a line."""
        return [say(notice, lang) for notice in self.notices]

    def __str__(self) -> str:
        return "\n".join(self.sentences("en"))


class BadInput(GovflowError):
    """A file or value cannot be taken; every problem of it is listed, none of it was applied."""

    exit_code = 2

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: p.place or Place("", 0, 0)))
        super().__init__(*(problem.notice for problem in self.problems))

    @classmethod
    def at(cls, place: Place | None, notice: Notice) -> BadInput:
        return cls([Problem(place, notice)])

    def sentences(self, lang: str) -> list[str]:
        return [problem.sentence(lang) for problem in self.problems]


class Refused(GovflowError):
    """A rule says no. `notices` are all the reasons; `next_command` is the next useful one."""

    exit_code = 3

    def __init__(self, *reasons: Notice, next_command: str = "") -> None:
        super().__init__(*reasons)
        self.next_command = next_command


class NotAuthorised(Refused):
    """The person holds no office that may do this."""

    exit_code = 4


class NotFound(GovflowError):
    """A reference, person, office, ministry, definition or document that the store does not know."""

    exit_code = 5


class Conflict(GovflowError):
    """Somebody else was first: a stale version, or a key already used for something else."""

    exit_code = 6


class StoreError(GovflowError):
    """The store is missing, locked, full, read-only, corrupt, or of another schema."""

    exit_code = 7


class OutcomeUnknown(StoreError):
    """The answer to a commit was lost. Repeating with the same key is safe and tells."""

    exit_code = 8


class DocumentError(GovflowError):
    """A template is missing or cannot be rendered from the frozen context."""

    exit_code = 9


class VerificationFailed(GovflowError):
    """The record does not hold: a chain is broken or a replay disagrees."""

    exit_code = 10
