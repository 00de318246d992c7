"""History: entries chained by SHA-256 per subject. What an entry says can be recomputed by anybody.

The hash of an entry is the SHA-256 of its canonical JSON, which includes the hash before it; the first entry
of a subject follows `GENESIS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from govflow.domain.canonical import digest_of, fields_of
from govflow.messages import Notice, notice

GENESIS = "0" * 64


class Subject(NamedTuple):
    """Whose history: kind (`proposal`, `definition`, `organisation`, `store`) and id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One recorded act.

    `trigger` is the act; `step` names the step that it answered, if it is an answer. `recorded_at` is UTC with
    microseconds and `Z`; `effective_on` is a local ISO date. `facts` are what the guards read, flat; `payload` is
    what the actor gave; `changes` is what the act did beyond the state (the row's fields, records kept, steps asked
    and answered, documents with the digests of their contexts). `cause` says what led to a system's act.
    """

    kind: str
    subject: str
    seq: int
    recorded_at: str
    effective_on: str
    trigger: str
    step: str | None
    from_state: str | None
    to_state: str | None
    actor_kind: str
    person: str | None
    office: str | None
    role: str | None
    via: str | None
    on_behalf_of: str | None
    cause: str | None
    definition: str | None
    revision: str | None
    note: str
    payload: Mapping[str, Any]
    facts: Mapping[str, Any]
    changes: Mapping[str, Any]
    previous: str
    hash: str


def chained(**fields: Any) -> Entry:
    """An entry with its hash; `fields` are all of Entry's but `hash`."""
    return Entry(**fields, hash=digest_of(fields))


def rechained(entry: Entry, *, changes: Mapping[str, Any]) -> Entry:
    """The same entry with other changes, before it is appended."""
    fields = {**fields_of(entry), "changes": changes}
    del fields["hash"]
    return chained(**fields)


def recomputed_hash(entry: Entry) -> str:
    fields = fields_of(entry)
    del fields["hash"]
    return digest_of(fields)


def chain_problems(entries: Iterable[Entry]) -> list[Notice]:
    """What does not hold in one subject's entries, given in order of `seq`: gaps, broken links, altered entries."""
    problems: list[Notice] = []
    previous, expected, at = GENESIS, 1, ""
    for entry in entries:
        where = {"subject": f"{entry.kind} {entry.subject}", "seq": entry.seq}
        if entry.seq != expected:
            problems.append(notice("history.gap", **where, expected=expected))
        if entry.previous != previous:
            problems.append(notice("history.broken_link", **where))
        if recomputed_hash(entry) != entry.hash:
            problems.append(notice("history.altered", **where))
        if entry.recorded_at < at:
            problems.append(notice("history.time_runs_back", **where, before=at, after=entry.recorded_at))
        previous, expected, at = entry.hash, entry.seq + 1, entry.recorded_at
    return problems
