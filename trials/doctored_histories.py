"""Histories with one thing wrong, each of which the checker of `linear` has to reject."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from linear import Saw, Seen

Told = tuple[list[Seen], list[str]]
"""What was seen, and the keys that the history has."""


def _last_done(seen: Sequence[Seen]) -> Seen:
    return max((one for one in seen if one.saw is Saw.DONE), key=lambda one: one.version or 0)


def _changed(seen: Sequence[Seen], one: Seen, **changes: object) -> list[Seen]:
    return [other._replace(**changes) if other is one else other for other in seen]  # type: ignore[arg-type]


def lost_update(seen: list[Seen], history: list[str]) -> Told:
    """Two acts from one version, of which the second wrote over the first."""
    last = _last_done(seen)
    return _changed(seen, last, version=(last.version or 0) - 1), history


def lost_act(seen: list[Seen], history: list[str]) -> Told:
    """An act that was acknowledged and that the history does not have."""
    return seen, history[:-1]


def unknown_act(seen: list[Seen], history: list[str]) -> Told:
    """An act in the history that nobody did."""
    return seen, [*history, "nobody's"]


def done_twice(seen: list[Seen], history: list[str]) -> Told:
    """One act that happened twice."""
    return seen, [*history, history[-1]]


def stale_look(seen: list[Seen], history: list[str]) -> Told:
    """Somebody looks after everything and sees what was before."""
    after = max(one.ended for one in seen)
    old = (_last_done(seen).version or 0) - 1
    return [*seen, Seen(after + 1, after + 2, None, Saw.LOOKED, old)], history


def look_ahead(seen: list[Seen], history: list[str]) -> Told:
    """Somebody sees an act before anybody has done it."""
    before = min(one.began for one in seen)
    return [*seen, Seen(before - 2, before - 1, None, Saw.LOOKED, _last_done(seen).version)], history


def conflict_with_nobody(seen: list[Seen], history: list[str]) -> Told:
    """A conflict though nothing had changed since."""
    after = max(one.ended for one in seen)
    return [*seen, Seen(after + 1, after + 2, _last_done(seen).version, Saw.CONFLICT, None)], history


def unnoticed_conflict(seen: list[Seen], history: list[str]) -> Told:
    """An act that expected another version than there was, and was done all the same."""
    last = _last_done(seen)
    return _changed(seen, last, expected=(last.version or 0) - 2), history


def out_of_order(seen: list[Seen], history: list[str]) -> Told:
    """An act that was over before another began, and has the later number."""
    last = _last_done(seen)
    before = min(one.began for one in seen)
    return _changed(seen, last, began=before - 2, ended=before - 1), history


DOCTORED: Mapping[str, Callable[[list[Seen], list[str]], Told]] = {
    (made.__doc__ or "").strip().rstrip("."): made
    for made in (
        lost_update,
        lost_act,
        unknown_act,
        done_twice,
        stale_look,
        look_ahead,
        conflict_with_nobody,
        unnoticed_conflict,
        out_of_order,
    )
}
