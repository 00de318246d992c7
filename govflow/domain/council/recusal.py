"""Recusals: an office that is in conflict (除斥), why, and by whose word."""

from __future__ import annotations

from typing import NamedTuple

AUTHOR = "author"
"""What is told as the reason of an author's recusal. Somebody may declare a conflict with the same word: who is an
author says the recusal itself."""


class Recusal(NamedTuple):
    """An office in conflict (除斥): by declaration of `person`, or as such where the proposal is of its own ministry
    (`person` None, no `reason`). `ended_at` is when it stopped standing against the office: the person has left it, or
    took the declaration back, and `withdrawn` says why; only then is the person free. `recorder` wrote down what was
    declared orally, `source` is the ballot on the matter in which it was declared before. `author`: nobody
    declared it, the person took part in what the ballot is about, and does not take that back."""

    reason: str
    at: str
    person: str | None = None
    recorder: str | None = None
    ended_at: str | None = None
    source: str | None = None
    withdrawn: str | None = None
    author: bool = False

    @property
    def declared(self) -> bool:
        """A person has said so, and may take it back."""
        return self.person is not None and not self.author

    @property
    def stands(self) -> bool:
        return self.ended_at is None

    def key(self, office: str) -> str:
        """By which a ballot keeps it: what stands against the office itself, and what each person has declared there,
        stand side by side; taking one back leaves the others. Of a person without office it is `:person`."""
        return office if self.person is None else f"{office}:{self.person}"


def office_of(key: str) -> str:
    """The office that a recusal is about."""
    return key.partition(":")[0]
