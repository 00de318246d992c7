"""Narrowed: what somebody may read, as far as a statement can tell it, so that pages are not read in vain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, false, or_, select

from govflow.store.schema import proposals, steps


class Narrowed(NamedTuple):
    """What a list is narrowed to by who reads it, as a store can tell it: the own `ministries`; the definitions (by
    their digests) whose proposals are read once they have reached so far; and the `duties` (role, and ministry but for
    a central one) with which somebody may have been asked a step. A little more than is open."""

    ministries: Sequence[str]
    reached: Sequence[tuple[str, int]]
    duties: Sequence[tuple[str, str | None]]


def readable(narrowed: Narrowed) -> Iterator[ColumnElement[bool]]:
    """What may be read, part by part, each in the order of references by an index of its own: the proposals of each own
    ministry, those that have opened so far, and those with a step that was put to them. One statement for all of them
    would read everything there is before the first that fits."""
    yield from (proposals.c.ministry == ministry for ministry in narrowed.ministries)
    reached = (
        and_(proposals.c.definition == digest, proposals.c.reach >= reach)
        for digest, reach in narrowed.reached
    )
    asked = (
        and_(
            steps.c.role == role,
            steps.c.ministry.is_(None) if ministry is None else steps.c.ministry == ministry,
        )
        for role, ministry in narrowed.duties
    )
    if narrowed.reached:
        yield or_(false(), *reached)
    if narrowed.duties:
        put_to_them = select(steps.c.reference).where(or_(false(), *asked))
        yield proposals.c.reference.in_(put_to_them)
