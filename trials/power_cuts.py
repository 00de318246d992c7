"""Power cuts: what a session of acts did to SQLite's files is recorded, and the disk is put together as a cut at each
point may leave it: what was synced, and of the rest any part, torn at sectors."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from contents import contents, integrity
from failing_files import files_of
from faulty import UNSEEN, Traced, forked, placed
from stands import Stand
from tracing import Call, calls_of, following

import govflow

SECTOR = 512
CLERK, MOMENT = "sankaku.nana", "2025-06-02T10:00"
ACKNOWLEDGED = "acknowledged"
"""The file to which a session writes a byte for each act that was acknowledged."""


class Session(NamedTuple):
    """So many acts one after the other, with a setting of `synchronous`."""

    acts: int
    synchronous: str


def acted(session: Session, at: Stand, reference: str, *, traced: Traced = UNSEEN) -> list[str]:
    """The session in a child of its own; what the store held after each act, where nobody follows it."""
    looks = traced is UNSEEN
    told, _ = forked(partial(_acts, session, at, reference, looks), traced)
    return told.decode().split()


def _acts(session: Session, at: Stand, reference: str, looks: bool, writing: int) -> None:
    from govflow.store import sqlite

    placed(at.folder, at.url)
    settings = [s for s in sqlite._SETTINGS if "synchronous" not in s]
    if session.synchronous:
        sqlite._SETTINGS = (*settings, f"PRAGMA synchronous = {session.synchronous}")  # type: ignore[assignment]
    done = os.open(at.folder / ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT)
    with opened(at.url) as store:
        for number in range(session.acts):
            govflow.act(store, govflow.Act(reference, "request", note=f"{number}", key=f"act-{number}"))
            os.write(done, b".")
            if looks:
                os.write(writing, f"{contents(at.url)}\n".encode())


def opened(url: str) -> govflow.Session:
    clock = govflow.fixed_clock(govflow.moment_of(MOMENT, "Asia/Tokyo"))
    return govflow.open(url, person=CLERK, clock=clock)


def recorded(session: Session, at: Stand, reference: str) -> list[Call]:
    """What the session did to the files, and when its acts were acknowledged."""
    kept = at.folder.parent / "calls"
    files = [*files_of(at), at.folder / ACKNOWLEDGED]
    acted(session, at, reference, traced=following(files, kept))
    return calls_of(kept)


class Disk:
    """What is on the disk for certain, and what was written since and may be there or not."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._kept = {path: bytearray(data) for path, data in files.items()}
        self._pending: dict[str, list[Call]] = {}
        self._names: set[str] = set(files)
        self._renamed: list[Call] = []
        self.acknowledged = 0

    def does(self, call: Call) -> None:
        """One more thing was done."""
        if call.path.endswith("-shm"):
            return  # shared memory, which SQLite makes anew
        if call.name == "write":
            self.acknowledged += call.path.endswith(ACKNOWLEDGED)
        elif call.name in ("fsync", "fdatasync"):
            self._synced(call.path)
        elif call.name in ("openat", "unlink"):
            self._renamed += [call] if call.made or call.name == "unlink" else []
        else:
            self._pending.setdefault(call.path, []).append(call)

    def _synced(self, path: str) -> None:
        if any(os.path.dirname(call.path) == path for call in self._renamed):
            self._names, self._renamed = self._named(len(self._renamed)), []
        held = self._kept.setdefault(path, bytearray())
        for call in self._pending.pop(path, ()):
            _apply(held, call)

    def _named(self, count: int) -> set[str]:
        """The names that there are when so many of those given and taken last are on the disk."""
        names = set(self._names)
        for call in self._renamed[:count]:
            (names.add if call.made else names.discard)(call.path)
        return names

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as a cut may leave them."""
        names = self._named(chance.randint(0, len(self._renamed)))
        return {path: self._cut(path, chance) for path in sorted(names)}

    def _cut(self, path: str, chance: random.Random) -> bytes:
        held = bytearray(self._kept.get(path, b""))
        for call in SURVIVING[chance.randrange(len(SURVIVING))](self._pending.get(path, []), chance):
            _apply(held, call)
        return bytes(held)


def _apply(held: bytearray, call: Call) -> None:
    if call.name == "ftruncate":
        size = call.offset
        held[size:] = bytes(max(0, size - len(held)))
        return
    held.extend(bytes(max(0, call.offset - len(held))))
    held[call.offset : call.offset + len(call.data)] = call.data


def _none(calls: list[Call], chance: random.Random) -> list[Call]:
    return []


def _all(calls: list[Call], chance: random.Random) -> list[Call]:
    return calls


def _first(calls: list[Call], chance: random.Random) -> list[Call]:
    return calls[: chance.randint(0, len(calls))]


def _some(calls: list[Call], chance: random.Random) -> list[Call]:
    return [call for call in calls if chance.random() < 0.5]


def _torn(calls: list[Call], chance: random.Random) -> list[Call]:
    """Some sectors of each, in another order."""
    pieces = [piece for call in calls for piece in _sectors(call) if chance.random() < 0.5]
    return chance.sample(pieces, len(pieces))


def _sectors(call: Call) -> Iterator[Call]:
    if call.name != "pwrite64":
        yield call
        return
    start, end = call.offset, call.offset + len(call.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield call._replace(data=call.data[start - call.offset : stop - call.offset], offset=start)
        start = stop


SURVIVING = (_none, _all, _first, _some, _torn)
"""What may be left of what was written and not synced."""


class Cut(NamedTuple):
    """A disk after a cut: after how many calls, how many acts had been acknowledged, and the files."""

    calls: int
    acknowledged: int
    files: dict[str, bytes]


def cuts(calls: list[Call], files: dict[str, bytes], *, each: int, seed: int) -> Iterator[Cut]:
    """Some disks for each point."""
    disk, chance = Disk(files), random.Random(seed)
    for number in range(len(calls) + 1):
        for _ in range(each):
            yield Cut(number, disk.acknowledged, disk.after_a_cut(chance))
        if number < len(calls):
            disk.does(calls[number])


class Recovery:
    """What comes of a disk when the product opens its store again; each disk is tried once."""

    def __init__(self, at: Stand, held: list[str]) -> None:
        self._at = at
        self._held = held
        self._known: dict[str, tuple[int, str]] = {}

    def wrong(self, cut: Cut) -> str | None:
        """What does not hold; None where every act that had been acknowledged is there and none is half done."""
        done, wrong = self._recovered(cut.files)
        if wrong:
            return wrong
        if done < cut.acknowledged:
            return f"lost: {cut.acknowledged} acts were acknowledged, {done} are there"
        return None if done <= cut.acknowledged + 1 else "an act that nobody did"

    def _recovered(self, files: dict[str, bytes]) -> tuple[int, str]:
        digest = sha256(repr(sorted((path, sha256(data).digest()) for path, data in files.items())).encode())
        if digest.hexdigest() not in self._known:
            self._known[digest.hexdigest()] = self._opened(files)
        return self._known[digest.hexdigest()]

    def _opened(self, files: dict[str, bytes]) -> tuple[int, str]:
        """How many acts are there, and what is wrong with it."""
        for file in files_of(self._at)[1:]:
            file.unlink(missing_ok=True)
        for path, data in files.items():
            (self._at.folder / Path(path).name).write_bytes(data)
        told, killed = forked(partial(_open, self._at))
        if told != b"opened" or killed:
            return 0, "it does not open"
        if integrity(Path(self._at.url)) != "ok":
            return 0, "the file is damaged"
        left = contents(self._at.url)
        return (self._held.index(left), "") if left in self._held else (0, "half done")


def _open(at: Stand, writing: int) -> None:
    placed(at.folder, at.url)
    opened(at.url).__exit__()
    os.write(writing, b"opened")
