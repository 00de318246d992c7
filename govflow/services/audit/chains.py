"""Chains verified on their own: numbers, links, times and hashes of every history, and the rows that name its end.

Nothing is read of what entries say, so that millions take seconds each. A history that is not as it should be is looked
at entry by entry, as the full verification does.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from govflow.domain.history import GENESIS, Subject, chain_problems
from govflow.services.audit.findings import Findings

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Chains:
    """The chains of a store."""

    def __init__(self, work: UnitOfWork, findings: Findings, *, quickly: bool) -> None:
        self._quickly = quickly
        self._work = work
        self.findings = findings
        self.entries = 0
        self.subjects: Counter[str] = Counter()
        """How many histories there are of each kind."""

    def verify(self) -> None:
        """Check every chain, then those that were not whole once more for what is wrong with them."""
        for subject in self._broken():
            with self.findings.checking("history", *subject):
                self.findings.problems += chain_problems(self._work.history.entries(subject))
        for stray in self._work.chains.strays(self.subjects):
            self.findings.say("stray", **stray._asdict())

    def _broken(self) -> list[Subject]:
        """The histories with anything in them that is not as it should be."""
        broken: dict[Subject, None] = {}
        entries, of_kind, of = 0, "", ""
        previous, expected, before = GENESIS, 1, ""
        for kind, subject, seq, at, follows, claimed, hashed in self._work.chains.links(
            quickly=self._quickly
        ):
            if subject != of or kind != of_kind:
                self.subjects[kind] += 1
                of_kind, of, previous, expected, before = kind, subject, GENESIS, 1, ""
            whole = seq == expected and follows == previous and hashed is not None and before <= at
            if not whole or sha256(hashed).hexdigest() != claimed:
                broken[Subject(kind, subject)] = None
            previous, expected, before = claimed, expected + 1, at
            entries += 1
        self.entries = entries
        return list(broken)
