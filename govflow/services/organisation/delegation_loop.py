"""Loops of standing delegations: A decides for B and B for A, of the same matter on the same day."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Self

from govflow.domain.organisation import Delegation, Term


class _Scope(NamedTuple):
    """What a chain of delegations has in common; empty triggers or kinds are all of them."""

    workflow: str
    term: Term
    triggers: frozenset[str]
    kinds: frozenset[str]

    @classmethod
    def of(cls, delegation: Delegation) -> Self:
        kinds = frozenset(delegation.kinds)
        return cls(delegation.workflow, delegation.term, frozenset(delegation.triggers), kinds)

    def shared_with(self, other: Self) -> Self | None:
        """The part of the scope that the other has too; None when there is none."""
        triggers, kinds = _common(self.triggers, other.triggers), _common(self.kinds, other.kinds)
        term = self.term.shared_with(other.term)
        if self.workflow != other.workflow or term is None or triggers is None or kinds is None:
            return None
        return self._replace(term=term, triggers=triggers, kinds=kinds)


def delegation_loops(delegations: Sequence[Delegation]) -> Iterator[tuple[int, ...]]:
    """For each delegation the shortest loop it begins, as indexes into `delegations`, itself the lowest."""
    for start, delegation in enumerate(delegations):
        if delegation.office != delegation.to:
            loop = _shortest_loop(delegations, start)
            if loop:
                yield loop


def _shortest_loop(delegations: Sequence[Delegation], start: int) -> tuple[int, ...]:
    """Breadth first over offices and what is left of the scope: each pair is met once, so the search ends."""
    home = delegations[start].office
    scope = _Scope.of(delegations[start])
    waiting: deque[tuple[tuple[int, ...], _Scope]] = deque([((start,), scope)])
    met = {(delegations[start].to, scope)}
    while waiting:
        chain, scope = waiting.popleft()
        for index, shared in _onward(delegations, chain, scope=scope):
            if delegations[index].to == home:
                return (*chain, index)
            if (delegations[index].to, shared) not in met:
                met.add((delegations[index].to, shared))
                waiting.append(((*chain, index), shared))
    return ()


def _onward(
    delegations: Sequence[Delegation], chain: tuple[int, ...], *, scope: _Scope
) -> Iterator[tuple[int, _Scope]]:
    """The delegations that take the chain further, each with what they still have in common."""
    for index in range(chain[0] + 1, len(delegations)):
        if delegations[index].office == delegations[chain[-1]].to:
            shared = scope.shared_with(_Scope.of(delegations[index]))
            if shared is not None:
                yield index, shared


def _common(first: frozenset[str], second: frozenset[str]) -> frozenset[str] | None:
    """What both name, where naming nothing is naming all; None when they have nothing in common."""
    if not first or not second:
        return first | second
    return first & second or None
