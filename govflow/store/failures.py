"""Failures: what the drivers report, as errors of the one tree. No driver's exception leaves the store.

Each database's own codes are put into one table of kinds; a kind is a code of the catalogue.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from govflow.errors import Conflict, OutcomeUnknown, StoreError
from govflow.messages import notice
from govflow.store.triggers import REFUSED, TAKEN

SQLITE_KINDS: Mapping[int, str] = {
    3: "not_permitted",  # SQLITE_PERM
    5: "busy",
    6: "busy",  # SQLITE_LOCKED
    8: "read_only",
    10: "io_failed",
    11: "corrupt",
    13: "disk_full",
    14: "cannot_open",
    19: "broken_rule",  # SQLITE_CONSTRAINT
    23: "not_permitted",  # SQLITE_AUTH
    26: "not_a_store",
    267: "corrupt",  # SQLITE_CORRUPT_VTAB
    1555: "already_there",  # primary key
    2067: "already_there",  # unique
    2579: "already_there",  # rowid
}
"""By SQLite's extended result code, else by its primary one (the low eight bits)."""

POSTGRESQL_KINDS: Mapping[str, str] = {
    "08": "connection_lost",
    "22003": "sum_too_large",
    "23001": "append_only",
    "23": "broken_rule",
    "23505": "already_there",
    "25006": "read_only",
    "28": "cannot_connect",
    "40": "deadlock",
    "40003": "connection_lost",  # the server itself does not know the outcome
    "42501": "not_permitted",
    "53100": "disk_full",
    "53": "busy",
    "55P03": "busy",
    "57014": "busy",
    "57P": "connection_lost",
    "58": "io_failed",
    "XX001": "corrupt",
    "XX002": "corrupt",
}
"""By SQLSTATE, the longest beginning that is listed."""

SQLITE_ERRORS: tuple[type[Exception], ...] = (sqlite3.Error, UnicodeDecodeError)
"""What its driver raises: the second one where the message itself quotes bytes of a damaged schema."""

NOT_COMMITTED = frozenset(
    {"busy", "deadlock", "already_there", "broken_rule", "append_only", "sum_too_large", "read_only"}
)
"""Kinds after which a COMMIT has certainly not happened."""

_CLAIMS_NOTHING = frozenset({"connection_lost", "failed"})
"""Kinds whose sentence says that nothing was changed, which nobody knows after a lost COMMIT."""

_SUMS = "tallies_sums"


def sqlite_kind(error: Any) -> str:
    """The kind of a `sqlite3.Error`."""
    if isinstance(error, UnicodeDecodeError):
        return "corrupt"
    said, code = str(error), getattr(error, "sqlite_errorcode", 0) or 0
    if said.startswith(REFUSED):
        return "append_only"
    if said.startswith(TAKEN):
        return "already_there"
    if _SUMS in said or said == "integer overflow":
        return "sum_too_large"
    return SQLITE_KINDS.get(code) or SQLITE_KINDS.get(code & 0xFF, "failed")


def postgresql_kind(error: Any, *, connected: bool) -> str:
    """The kind of a `psycopg.Error`; one without SQLSTATE says only whether the connection still stands."""
    state = getattr(error, "sqlstate", None) or ""
    if _SUMS in str(error):
        return "sum_too_large"
    for length in (5, 3, 2):
        if len(state) == 5 and state[:length] in POSTGRESQL_KINDS:
            return POSTGRESQL_KINDS[state[:length]]
    return "failed" if connected else "connection_lost"


def failure(kind: str, error: Exception, *, url: str) -> StoreError | Conflict:
    """The error to raise for a driver's error of that kind."""
    said = _said(error).strip().partition("\n")[0]
    table = said.rpartition(": ")[2]
    told = notice(f"store.{kind}", url=url, detail=said, table=table)
    return Conflict(told) if kind == "already_there" else StoreError(told)


def _said(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return error.object.decode(errors="backslashreplace")
    return str(error)


def opening_failure(error: Exception, *, url: str) -> Exception:
    """The error for whatever came out of an engine: SQLAlchemy wraps some of the driver's errors, not all."""
    cause = getattr(error, "orig", None) or error
    driver = type(cause).__module__.partition(".")[0]
    if isinstance(cause, SQLITE_ERRORS):
        return failure(sqlite_kind(cause), cause, url=url)
    if driver == "psycopg":
        kind = postgresql_kind(cause, connected=False)
        return failure("cannot_connect" if kind == "connection_lost" else kind, cause, url=url)
    return error


def commit_failure(kind: str, error: Exception, *, url: str) -> StoreError | Conflict:
    """The same for an error of COMMIT, where an answer that got lost leaves the outcome open."""
    known = failure(kind, error, url=url)
    if kind in NOT_COMMITTED:
        return known
    causes = () if kind in _CLAIMS_NOTHING else known.notices
    return OutcomeUnknown(notice("store.outcome_unknown"), *causes)
