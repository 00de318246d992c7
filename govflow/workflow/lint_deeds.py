"""Lint of groups of deeds: each stands for something else, is used, and brings no deed twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from govflow.errors import Problem
from govflow.messages import notice
from govflow.reading.text import shown
from govflow.workflow.deeds import plain_groups
from govflow.workflow.references import deeds
from govflow.workflow.subject import Subject


def named_as_deeds(subject: Subject) -> Iterator[Problem]:
    """A group with the name of a deed: wherever it stands it would mean both."""
    known = frozenset(deeds(subject.definition))
    for name in subject.deeds:
        if name in known:
            yield subject.problem(subject.top("deeds", name), "group_named_as_deed", name=name)


def not_before(subject: Subject) -> Iterator[Problem]:
    """A group that names itself or one written after it: groups are put together in the order of the file."""
    known = frozenset(deeds(subject.definition))
    for index, (group, names) in enumerate(subject.deeds.items()):
        later = set(islice(subject.deeds, index, None)) - known  # one named as a deed is told already
        for name in names:
            if name in later:
                place = subject.top("deeds", group, name)
                yield subject.problem(place, "group_not_before", name=shown(group), other=shown(name))


def unused_groups(subject: Subject) -> Iterator[Problem]:
    """Groups that neither a guard nor another group names."""
    used = {ref.name for ref in subject.references() if ref.kind == "deeds"}
    for name in subject.deeds:
        if name not in used:
            kind = notice("workflow.kind_groups")
            yield subject.problem(subject.top("deeds", name), "unused_name", kind=kind, name=shown(name))


def doubled(subject: Subject) -> Iterator[Problem]:
    """A deed that a guard or a group has twice once its groups are put in."""
    plain = plain_groups(subject.deeds)
    # a transition written for several sources has one list; a group that names itself is told already
    written = {(ref.start, ref.path): ref for ref in subject.references() if ref.kind == "deeds"}
    there: dict[object, set[str]] = {}
    for (start, path), ref in written.items():
        brought = plain.get(ref.name, (ref.name,)) if path[:-1] != ("deeds", ref.name) else ()
        before = there.setdefault((start, path[:-1]), set())
        again = tuple(deed for deed in brought if deed in before)
        before.update(brought)
        if again:
            yield subject.problem(
                subject.place_of(ref), "deeds_doubled", user=ref.user, name=shown(ref.name), deeds=again
            )
