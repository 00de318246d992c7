"""Nobody judges what they put forward: `python trials/self_approval.py [--sample] [DEFINITION …]`.

For each shipped definition, every way in which one of five persons may hold its offices, stand in for others, or be
delegated to; and every walk of a proposal on which that person does up to so many acts. Each act is put to the program
and to the rules' words, which say both what must be refused and, by their silence, what must not. Then each deed is
taken out of each guard, and the program made to forget who did a deed: each of these has to be found out."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any, NamedTuple
from unittest.mock import patch

from proposal_walks import SEPARATION, Process, Tried
from self_approval_words import WORDS, Words
from small_ministries import Size, World, directory_of, offices_of, worlds

from govflow.resources import template_names, workflow_files
from govflow.services.case import Case
from govflow.workflow.definition import Definition, GuardUse
from govflow.workflow.loader import load_definition


class Extent(NamedTuple):
    """Worlds of which size, and how many own deeds before an act that is judged."""

    worlds: Size
    deeds: int


FULL = Extent(Size(held=2, arrangements=2), 2)
LARGE = {"it_investment": Extent(Size(held=2, arrangements=1), 2)}
"""Definitions of so many offices that two arrangements at once would take hours."""

SAMPLE = Extent(Size(held=1, arrangements=1), 1)
CONTROL = Extent(Size(held=2, arrangements=0), 1)
"""Whoever finds a fault needs two offices of one person: one for the deed, and one to judge it."""


class Difference(NamedTuple):
    """Where the program does not do what the words say."""

    world: World
    tried: Tried
    said: str


class Found(NamedTuple):
    """What a trial came to: worlds, acts tried, and the acts that were done at least once."""

    worlds: int
    cases: int
    done: frozenset[str]
    different: Difference | None = None


def shipped(name: str) -> Definition:
    path = workflow_files()[name]
    return load_definition(path.read_text(encoding="utf-8"), file=path.name, templates=template_names())


def tried(definition: Definition, extent: Extent, *, words: Words) -> Found:
    """Every walk in every world, until the program does not do what the words say."""
    process, offices = Process(definition), offices_of(definition)
    walked: set[tuple[object, ...]] = set()
    done: set[str] = set()
    number = cases = 0
    for number, world in enumerate(worlds(offices, extent.worlds), start=1):
        directory = directory_of(world, offices, workflow=definition.name)
        rights = process.rights(directory)
        if rights in walked:
            continue
        walked.add(rights)
        for case in process.walk(directory, deeds=extent.deeds):
            cases += 1
            barred = words.bar(case.act, case.deeds)
            if case.done == barred:
                different = Difference(world, case, "barred" if barred else "free")
                return Found(number, cases, frozenset(done), different)
            if case.done:
                done.add(case.act)
    return Found(number, cases, frozenset(done))


class Control(NamedTuple):
    """A fault that has to be found out."""

    title: str
    definition: Definition
    doctored: Callable[[], AbstractContextManager[object]] = nullcontext


def controls(definition: Definition, *, whole: bool) -> Iterator[Control]:
    """Each guard taken out, whole or deed by deed; and the program forgetting who did a deed."""
    for title, use, without in _uses(definition):
        if whole:
            yield Control(f"{title} compares nobody", without(None))
            continue
        for deed in use.parameter:
            left = tuple(each for each in use.parameter if each != deed)
            yield Control(f"{title} does not ask about {deed}", without(replace(use, parameter=left)))
    for title, kept in (("the first", slice(0, 1)), ("the last", slice(-1, None))):
        yield Control(f"only {title} who did a deed is known", definition, _forgetting(kept))


Without = Callable[[GuardUse | None], Definition]


def _uses(definition: Definition) -> Iterator[tuple[str, GuardUse, Without]]:
    """Every guard that compares persons, with what puts another in its place."""
    for number, one in enumerate(definition.transitions):
        for use in one.guards:
            if use.name == SEPARATION:
                yield f"{one.source}.{one.trigger}", use, _in_transition(definition, number, use)
    for name, step in definition.steps.items():
        for use in step.guards:
            if use.name == SEPARATION:
                yield name, use, _in_step(definition, name, use)


def _in_transition(definition: Definition, number: int, use: GuardUse) -> Without:
    def without(other: GuardUse | None) -> Definition:
        every = [*definition.transitions]
        every[number] = replace(every[number], guards=_put(every[number].guards, use, other))
        return replace(definition, transitions=tuple(every))

    return without


def _in_step(definition: Definition, name: str, use: GuardUse) -> Without:
    def without(other: GuardUse | None) -> Definition:
        step = definition.steps[name]
        changed = replace(step, guards=_put(step.guards, use, other))
        return replace(definition, steps={**definition.steps, name: changed})

    return without


def _put(guards: tuple[GuardUse, ...], use: GuardUse, other: GuardUse | None) -> tuple[GuardUse, ...]:
    return tuple(each for one in guards if (each := other if one is use else one) is not None)


def _forgetting(kept: slice) -> Callable[[], AbstractContextManager[object]]:
    remembering = Case._done

    def forgetful(case: Case) -> Mapping[str, list[str]]:
        return {deed: persons[kept] for deed, persons in remembering(case).items()}

    def doctored() -> Any:
        return patch.object(Case, "_done", forgetful)

    return doctored


def caught(control: Control, *, words: Words) -> Found:
    """How a fault is found out."""
    with control.doctored():
        return tried(control.definition, CONTROL, words=words)


def unsaid(definition: Definition, *, words: Words) -> list[str]:
    """The acts of which the words say nothing."""
    return sorted(name for name in Process(definition).names if not words.say(name))


def main() -> int:
    parser = argparse.ArgumentParser(description="Nobody judges what they put forward")
    parser.add_argument("--sample", action="store_true", help="a small part, in seconds")
    parser.add_argument(
        "definitions", nargs="*", metavar="DEFINITION", help=f"of {', '.join(workflow_files())}; all if none"
    )
    options = parser.parse_args()
    if unknown := {*options.definitions} - {*workflow_files()}:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    names = options.definitions or [*workflow_files()]
    return 0 if all([_reported(name, sample=options.sample) for name in names]) else 1


def _reported(name: str, *, sample: bool) -> bool:
    if name not in WORDS or (missing := unsaid(shipped(name), words=WORDS[name])):
        print(
            f"{name}: self_approval_words.py does not say who may do {', '.join(missing) if name in WORDS else 'what'}"
        )
        return False
    good = _kept(name, SAMPLE if sample else LARGE.get(name, FULL))
    return _controlled(name, whole=sample) and good


def _kept(name: str, extent: Extent) -> bool:
    definition, words = shipped(name), WORDS[name]
    began = time.monotonic()
    found = tried(definition, extent, words=words)
    never = Process(definition).by_hand - found.done
    taken = time.monotonic() - began
    verdict = "DIFFERS" if found.different else f"NEVER DONE: {', '.join(sorted(never))}" if never else "ok"
    print(
        f"{name:<20} {found.worlds:>9,} worlds {found.cases:>11,} cases {taken:>6.1f} s  {verdict}",
        flush=True,
    )
    if found.different:
        world, case, said = found.different
        print(f"  {world}\n  {case}\n  said {said}")
    return found.different is None and not never


def _controlled(name: str, *, whole: bool) -> bool:
    every = [*controls(shipped(name), whole=whole)]
    missed = [control.title for control in every if caught(control, words=WORDS[name]).different is None]
    for title in missed:
        print(f"  NOT FOUND OUT: {title}")
    print(f"{'':<20} faults: found {len(every) - len(missed)} of {len(every)}", flush=True)
    return not missed


if __name__ == "__main__":
    sys.exit(main())
