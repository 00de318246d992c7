"""A command in a child process that is killed at one of its SQL statements, before or after it; and what is left of it.

The drivers are wrapped, not the product: what reaches `sqlite3` or `psycopg` counts, whoever says it."""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import signal
import sqlite3
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from contents import contents

_connect = sqlite3.dbapi2.connect
_DONE = "\0"
"""What divides what a child printed from what it tells in the end."""


class Fault(NamedTuple):
    """Where the child is killed: at its n-th statement, from 1."""

    number: int
    after: bool


class Doctored(NamedTuple):
    """The product with something wrong: statements that begin like this are put in the place of others, and `hasty` is
    printed before each COMMIT; with `deaf`, a COMMIT that failed is taken for done."""

    instead: Mapping[str, str] = {}
    hasty: str = ""
    deaf: bool = False


class Ran(NamedTuple):
    """What became of a child: its exit code (None: it was killed), what it answered, and of one that lived what else it
    said, each statement's first words, and what the store held after each COMMIT, with the number of the statement."""

    code: int | None
    out: str
    err: str = ""
    said: tuple[str, ...] = ()
    commits: tuple[tuple[int, str], ...] = ()


class Watch:
    """Counts statements, and kills its own process at one of them; or, with `looks`, sees what each COMMIT comes to."""

    def __init__(self, url: str, doctored: Doctored, *, fault: Fault | None, looks: bool) -> None:
        self.url = url
        self.fault = fault
        self.doctored = doctored
        self.looks = looks
        self.said: list[str] = []
        self.commits: list[tuple[int, str]] = []
        self._looking = False

    def __call__(self, text: str, work: Callable[[str], Any]) -> Any:
        if self._looking:
            return work(text)
        self.said.append(" ".join(text.split())[:60])
        commit = text.strip().upper().startswith("COMMIT")
        if commit and self.doctored.hasty:
            print(self.doctored.hasty, end="", flush=True)
        self._kill(after=False)
        result = self._worked(text, work, commit=commit)
        if self.looks and commit:
            self.commits.append((len(self.said), self._held()))
        self._kill(after=True)
        return result

    def _worked(self, text: str, work: Callable[[str], Any], *, commit: bool) -> Any:
        try:
            return work(self._in_place_of(text))
        except (sqlite3.Error, psycopg.Error):
            if commit and self.doctored.deaf:
                return None
            raise

    def _in_place_of(self, text: str) -> str:
        others = (new for old, new in self.doctored.instead.items() if text.lstrip().startswith(old))
        return next(others, text)

    def _held(self) -> str:
        self._looking = True
        try:
            return contents(self.url)
        finally:
            self._looking = False

    def _kill(self, *, after: bool) -> None:
        if self.fault == (len(self.said), after):
            os.kill(os.getpid(), signal.SIGKILL)


class Traced(NamedTuple):
    """Who follows the child: begins before the child does anything, and ends after it is dead."""

    following: Callable[[int], AbstractContextManager[object]] = lambda child: nullcontext()


UNSEEN = Traced()


def forked(work: Callable[[int], None], traced: Traced = UNSEEN) -> tuple[bytes, int]:
    """Work in a child of its own, given where to write; what it wrote, and its signal. The calling process has one
    thread and no connection."""
    reading, writing = os.pipe()
    waiting, going = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _worked(work, waiting, writing)
    os.close(writing)
    os.close(waiting)
    with traced.following(child), os.fdopen(reading, "rb") as told:
        os.write(going, b"!")
        os.close(going)
        answer = told.read()
        _, status = os.waitpid(child, 0)
    return answer, os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def _worked(work: Callable[[int], None], waiting: int, writing: int) -> None:
    """All that the child does, from the moment it is let go; nothing of the calling process is gone on with."""
    try:
        os.read(waiting, 1)
        work(writing)
    except BaseException as error:
        os.write(2, f"the child of the trial itself failed: {error!r}\n".encode())
        os._exit(1)
    os._exit(0)


def ran(
    words: list[str],
    *,
    folder: Path,
    url: str,
    fault: Fault | None = None,
    doctored: Doctored | None = None,
    traced: Traced = UNSEEN,
) -> Ran:
    """The command in a child of its own."""
    watch = Watch(url, doctored or Doctored(), fault=fault, looks=fault is None and traced is UNSEEN)
    answer, killed = forked(partial(_commanded, words, folder, watch), traced)
    printed, _, told = answer.partition(_DONE.encode())
    out = printed.decode()
    return Ran(None, out) if killed == signal.SIGKILL else Ran(*pickle.loads(told))


def _commanded(words: list[str], folder: Path, watch: Watch, writing: int) -> None:
    """The command line, in the child: what it answers is written at once, as a person reads it."""
    from govflow.cli import main

    placed(folder, watch.url)
    wrap_drivers(watch)
    err = io.StringIO()
    with os.fdopen(writing, "w", encoding="utf-8") as told:
        out = _Told(told)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(words)
        told.write(_DONE)
        told.flush()
        end = (code, out.getvalue(), err.getvalue(), tuple(watch.said), tuple(watch.commits))
        pickle.dump(end, told.buffer)


class _Told(io.StringIO):
    """What was printed, which somebody else has as soon as it was."""

    def __init__(self, other: io.TextIOBase) -> None:
        super().__init__()
        self._other = other

    def write(self, text: str) -> int:
        self._other.write(text)
        self._other.flush()
        return super().write(text)


def placed(folder: Path, url: str) -> None:
    """This process works in that folder on that store, and what it makes up is always the same."""
    os.chdir(folder)
    os.environ |= {"GOVFLOW_STORE": url, "COLUMNS": "80", "GOVFLOW_LANG": "en", "HOME": str(folder)}
    numbers = iter(range(1, 1 << 60))
    uuid.uuid4 = lambda: uuid.UUID(int=next(numbers))


def wrap_drivers(watch: Watch) -> None:
    """Every statement of this process goes by the watch."""

    class Cursor(sqlite3.Cursor):
        def execute(self, text: str, *params: Any) -> Any:
            return watch(text, lambda said: super(Cursor, self).execute(said, *params))

        def executemany(self, text: str, params: Any) -> Any:
            """One row, and the others: a kill between the two leaves as little as one in the middle."""
            first, *others = list(params) or [None]
            if first is not None:
                self.execute(text, first)
            return watch(text, lambda said: super(Cursor, self).executemany(said, others))

    class Connection(sqlite3.Connection):
        def cursor(self, factory: Any = Cursor) -> Any:
            return super().cursor(factory)

        def commit(self) -> None:
            if self.in_transaction:
                watch("COMMIT", lambda said: super(Connection, self).commit())

    sqlite3.dbapi2.connect = partial(_connect, factory=Connection)  # type: ignore[assignment]
    sqlite3.connect = sqlite3.dbapi2.connect
    execute, commit = psycopg.Cursor.execute, psycopg.Connection.commit

    def executed(self: Any, text: Any, *params: Any, **options: Any) -> Any:
        if not isinstance(text, str):
            return watch(str(text), lambda said: execute(self, text, *params, **options))
        return watch(text, lambda said: execute(self, said, *params, **options))  # type: ignore[arg-type]  # a literal to it

    psycopg.Cursor.execute = executed  # type: ignore[method-assign]
    psycopg.Connection.commit = lambda self: watch("COMMIT", lambda said: commit(self))  # type: ignore[method-assign]


@contextmanager
def elsewhere(folder: Path, url: str) -> Iterator[None]:
    """For a while, as `placed`; then as before."""
    here, environment, made_up = Path.cwd(), dict(os.environ), uuid.uuid4
    placed(folder, url)
    try:
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(environment)
        uuid.uuid4 = made_up
