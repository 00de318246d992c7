"""History: entries chained by SHA-256 per subject. What an entry says can be recomputed by anybody.

The hash of an entry is the SHA-256 of four lines of canonical JSON as they are kept: the list of its other fields,
which ends with the hash before it, then payload, facts and changes. The first entry of a subject follows `GENESIS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple, get_args

from govflow.domain.canonical import canonical, digest_of_text, mapping_of
from govflow.errors import StoreError
from govflow.messages import Notice, notice

GENESIS = "0" * 64

Part = Literal["payload", "facts", "changes"]
"""The parts of an entry that are mappings."""

PARTS: tuple[Part, ...] = get_args(Part)


class Subject(NamedTuple):
    """Whose history: kind (`proposal`, `definition`, `body`, `organisation`, `inventory`, `meeting`, `ballot`,
    `rendition`, `store`) and id."""

    kind: str
    id: str


class Head(NamedTuple):
    """Where a subject's history stands: its last entry, which the next one follows."""

    seq: int = 0
    hash: str = GENESIS
    recorded_at: str = ""


class Entry(NamedTuple):
    """One recorded act, as it is kept.

    `trigger` is the act; `step` names the step that it answered, if it is an answer. `recorded_at` is UTC with
    microseconds and `Z`; `effective_on` is a local ISO date. `cause` says what led to a system's act. The last three
    are canonical JSON of mappings: `facts` are what the guards read, flat; `payload` is what the actor gave;
    `changes` is what the act did beyond the state (the row's fields, records kept, steps asked and answered,
    documents with the digests of their contexts).
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
    previous: str
    payload: str
    facts: str
    changes: str
    hash: str = ""

    def read(self, part: Part) -> dict[str, Any]:
        """What a part says. StoreError `store.unreadable` where it holds no mapping."""
        try:
            return mapping_of(getattr(self, part))
        except _NO_MAPPING as error:
            key = [self.kind, self.subject, str(self.seq)]
            raise StoreError(notice("store.unreadable", table="history", key=key, field=part)) from error

    def readable(self) -> bool:
        """Whether every part holds a mapping."""
        try:
            for part in PARTS:
                self.read(part)
        except StoreError:
            return False
        return True


_NO_MAPPING = (ValueError, TypeError, RecursionError)

_shared = lru_cache(maxsize=4096)(mapping_of)
"""Many entries of many proposals have the same facts: who acted, and who had done what before."""


class Decoded(Entry):
    """An entry that reads each part once, for those that ask again and again and change nothing in what they get.
    Entries that say the same share what they say."""

    def readable(self) -> bool:
        """The same; all parts are read then."""
        parts = self.__dict__
        try:
            parts["payload"], parts["facts"] = _shared(self.payload), _shared(self.facts)
            parts["changes"] = mapping_of(self.changes)
        except _NO_MAPPING:
            return False
        return True

    def read(self, part: Part) -> dict[str, Any]:
        """The same, once."""
        content: dict[str, Any] | None = self.__dict__.get(part)
        if content is None:
            content = self.__dict__[part] = super().read(part)
        return content


def chained(entry: Entry) -> Entry:
    """The entry with its hash."""
    return Entry._make((*entry[:-1], hash_of(entry)))


def rechained(entry: Entry, *, changes: Mapping[str, Any]) -> Entry:
    """The same entry with more changes, before it is appended."""
    return chained(entry._replace(changes=canonical({**entry.read("changes"), **changes})))


def hash_of(entry: Entry) -> str:
    """What the entry's hash must be."""
    return digest_of_text(hashed_text(entry))


def hashed_text(entry: Entry) -> str:
    """What an entry's hash is made over."""
    return "\n".join((canonical(entry[:-4]), entry.payload, entry.facts, entry.changes))


def chain_problems(entries: Iterable[Entry]) -> list[Notice]:
    """What does not hold in one subject's entries, given in order of `seq`: gaps, broken links, altered entries."""
    problems: list[Notice] = []
    previous, expected, at = GENESIS, 1, ""
    for entry in entries:
        seq, now = entry.seq, str(entry.recorded_at)
        if seq != expected:
            problems.append(notice("history.gap", **_where(entry), expected=expected))
        if entry.previous != previous:
            problems.append(notice("history.broken_link", **_where(entry)))
        if not _fits(entry):
            problems.append(notice("history.altered", **_where(entry)))
        if now < at:
            said = {"before": at, "after": entry.recorded_at}
            problems.append(notice("history.time_runs_back", **_where(entry), **said))
        previous, expected, at = entry.hash, seq + 1, now
    return problems


def _where(entry: Entry) -> dict[str, Any]:
    return {"subject": f"{entry.kind} {entry.subject}", "seq": entry.seq}


def _fits(entry: Entry) -> bool:
    """Whether the hash is the entry's; one that holds what can never be in an entry has none."""
    try:
        return hash_of(entry) == entry.hash
    except (TypeError, ValueError):
        return False
