"""Loops of standing delegations: A decides for B and B for A, of the same matter on the same day.

A loop lies within one strongly connected part of the offices. Each part is narrowed by trigger, by kind and by day, and
falls apart again each time: what is left at the end is a loop of one matter, and nothing was followed chain by chain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from govflow.domain.organisation import Delegation

Edges = tuple[tuple[int, Delegation], ...]
"""Delegations with their indexes, ascending."""

LOOPS = 100
"""Loops that are told: a file with more is another file."""


def delegation_loops(delegations: Sequence[Delegation]) -> list[tuple[int, ...]]:
    """Loops as indexes into `delegations`, each beginning with its lowest. A delegation begins one at most, and is left
    out of the search from then on: where there is any loop at all, one is told."""
    edges = tuple((index, each) for index, each in enumerate(delegations) if each.office != each.to)
    loops: dict[int, tuple[int, ...]] = {}
    for workflow in dict.fromkeys(each.workflow for _, each in edges):
        for part in _of_one_matter(tuple(e for e in edges if e[1].workflow == workflow), _NARROWED):
            _take_loops(part, loops)
    return [loops[start] for start in sorted(loops)[:LOOPS]]


def _take_loops(part: Edges, loops: dict[int, tuple[int, ...]]) -> None:
    """The loops of a part of one matter, each by its lowest delegation, which goes before the next is looked for."""
    waiting = [tuple(edge for edge in part if edge[0] not in loops)]
    while waiting and len(loops) < LOOPS:
        for connected in _connected(waiting.pop()):
            loops[connected[0][0]] = _shortest_loop(connected)
            waiting.append(connected[1:])


def _shortest_loop(part: Edges) -> tuple[int, ...]:
    """Breadth first from the lowest delegation back to its office; in a connected part there is a way."""
    onward = _onward(part)
    start, first = part[0]
    came: dict[str, tuple[int, str]] = {first.to: (start, first.office)}
    waiting = [first.to]
    for office in waiting:  # grows while it is gone through
        for index, each in onward[office]:
            if each.to not in came:
                came[each.to] = (index, office)
                waiting.append(each.to)
    loop: list[int] = []
    office = first.office
    while not loop or loop[-1] != start:
        index, office = came[office]
        loop.append(index)
    return tuple(reversed(loop))


def _of_one_matter(edges: Edges, narrowed: Sequence[Callable[[Edges], Iterable[Edges]]]) -> Iterator[Edges]:
    """The connected parts whose delegations all reach one matter on one day."""
    for part in _connected(edges):
        if not narrowed:
            yield part
            continue
        for fewer in dict.fromkeys(narrowed[0](part)):
            yield from _of_one_matter(fewer, narrowed[1:])


def _by_trigger(edges: Edges) -> Iterator[Edges]:
    return _by_name(edges, lambda delegation: delegation.triggers)


def _by_kind(edges: Edges) -> Iterator[Edges]:
    return _by_name(edges, lambda delegation: delegation.kinds)


def _by_name(edges: Edges, names_of: Callable[[Delegation], tuple[str, ...]]) -> Iterator[Edges]:
    """The delegations that reach each name; naming nothing is naming all."""
    named: dict[str, Edges] = {name: () for _, each in edges for name in names_of(each)}
    if not named:
        yield edges
    for name in named:
        yield tuple(e for e in edges if not names_of(e[1]) or name in names_of(e[1]))


def _by_day(edges: Edges) -> Iterator[Edges]:
    """The delegations in force on each day on which one begins: terms that share a day share such a one."""
    for day in dict.fromkeys(each.term.start or date.min for _, each in edges):
        yield tuple(edge for edge in edges if edge[1].term.covers(day))


_NARROWED = (_by_trigger, _by_kind, _by_day)


def _connected(edges: Edges) -> list[Edges]:
    """The delegations within each strongly connected part of the offices: each of them lies on a way back to itself."""
    onward, back = _onward(edges), _back(edges)
    part_of: dict[str, str] = {}
    for root in reversed(_finished(onward)):
        waiting = [root]
        while waiting:
            office = waiting.pop()
            if office not in part_of:
                part_of[office] = root
                waiting += [each.office for _, each in back[office]]
    parts: dict[str, list[tuple[int, Delegation]]] = defaultdict(list)
    for edge in edges:
        if part_of[edge[1].office] == part_of[edge[1].to]:
            parts[part_of[edge[1].to]].append(edge)
    return [tuple(part) for part in parts.values()]


def _finished(onward: Mapping[str, Edges]) -> list[str]:
    """The offices in the order in which a search, depth first, is through with them."""
    done: dict[str, None] = {}
    met: set[str] = set()
    for root in onward:
        waiting = [(root, False)]
        while waiting:
            office, through = waiting.pop()
            if through:
                done[office] = None
            elif office not in met:
                met.add(office)
                waiting.append((office, True))
                waiting += [(each.to, False) for _, each in onward[office]]
    return list(done)


def _onward(edges: Edges) -> dict[str, Edges]:
    """The delegations by the office that gives them; every office that occurs is there."""
    return _grouped(edges, lambda delegation: delegation.office)


def _back(edges: Edges) -> dict[str, Edges]:
    return _grouped(edges, lambda delegation: delegation.to)


def _grouped(edges: Edges, office_of: Callable[[Delegation], str]) -> dict[str, Edges]:
    groups: dict[str, list[tuple[int, Delegation]]] = {}
    for edge in edges:
        groups.setdefault(edge[1].office, [])
        groups.setdefault(edge[1].to, [])
        groups[office_of(edge[1])].append(edge)
    return {office: tuple(group) for office, group in groups.items()}
