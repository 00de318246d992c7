"""Every failure of a driver becomes an error of the tree with a sentence in both languages."""

from __future__ import annotations

import sqlite3

import pytest

from govflow.errors import Conflict, OutcomeUnknown, StoreError
from govflow.messages import LANGUAGES, say
from govflow.store.failures import (
    NOT_COMMITTED,
    POSTGRESQL_KINDS,
    SQLITE_KINDS,
    commit_failure,
    failure,
    opening_failure,
    postgresql_kind,
    sqlite_kind,
)

_KINDS = sorted({*SQLITE_KINDS.values(), *POSTGRESQL_KINDS.values(), "failed", "cannot_connect"})


class _DriverError(Exception):
    """As much of a driver's error as is looked at."""

    def __init__(self, said: str = "it broke", *, code: int = 0, state: str | None = None) -> None:
        super().__init__(said)
        self.sqlite_errorcode = code
        self.sqlstate = state


@pytest.mark.parametrize("kind", _KINDS)
def test_every_kind_is_told_in_both_languages(kind: str) -> None:
    told = failure(kind, _DriverError("disk: history"), url="demo.db")
    for lang in LANGUAGES:
        assert told.sentences(lang)[0]
        assert "{" not in told.sentences(lang)[0]
    assert isinstance(told, Conflict if kind == "already_there" else StoreError)


@pytest.mark.parametrize(
    ("code", "kind"),
    [(5, "busy"), (517, "busy"), (8, "read_only"), (1032, "read_only"), (13, "disk_full"), (11, "corrupt"),
     (779, "corrupt"), (26, "not_a_store"), (14, "cannot_open"), (10, "io_failed"), (1034, "io_failed"),
     (1555, "already_there"), (2067, "already_there"), (787, "broken_rule"), (1, "failed"), (0, "failed")],
)  # fmt: skip
def test_sqlite_result_codes_are_understood(code: int, kind: str) -> None:
    assert sqlite_kind(_DriverError(code=code)) == kind


@pytest.mark.parametrize(
    ("state", "kind"),
    [("23505", "already_there"), ("23503", "broken_rule"), ("23001", "append_only"), ("40001", "deadlock"),
     ("40P01", "deadlock"), ("40003", "connection_lost"), ("55P03", "busy"), ("53100", "disk_full"), ("53300", "busy"),
     ("57P01", "connection_lost"), ("25006", "read_only"), ("42501", "not_permitted"), ("42601", "failed"),
     ("22003", "sum_too_large"), ("XX001", "corrupt"), ("08006", "connection_lost")],
)  # fmt: skip
def test_sql_states_are_understood(state: str, kind: str) -> None:
    assert postgresql_kind(_DriverError(state=state), connected=True) == kind


def test_an_error_without_a_state_tells_by_the_connection() -> None:
    assert postgresql_kind(_DriverError(), connected=False) == "connection_lost"
    assert postgresql_kind(_DriverError(), connected=True) == "failed"


def test_the_triggers_are_recognised_by_their_words() -> None:
    refused = _DriverError("append-only: history", code=1811)
    assert sqlite_kind(refused) == "append_only"
    assert sqlite_kind(_DriverError("already there: idempotency", code=1811)) == "already_there"
    assert "history" in say(failure("append_only", refused, url="x").notices[0], "en")


@pytest.mark.parametrize("kind", sorted(set(_KINDS) - NOT_COMMITTED))
def test_a_lost_answer_to_a_commit_is_an_unknown_outcome(kind: str) -> None:
    told = commit_failure(kind, _DriverError(), url="demo.db")
    assert isinstance(told, OutcomeUnknown)
    assert told.code == "store.outcome_unknown"
    assert "nothing was changed" not in "\n".join(told.sentences("en"))
    assert "何も変えていません" not in "\n".join(told.sentences("ja"))


@pytest.mark.parametrize("kind", sorted(NOT_COMMITTED))
def test_a_commit_that_was_refused_is_known_not_to_have_happened(kind: str) -> None:
    assert not isinstance(commit_failure(kind, _DriverError(), url="demo.db"), OutcomeUnknown)


def test_opening_unwraps_what_the_toolkit_wrapped() -> None:
    wrapped = RuntimeError("wrapped")
    wrapped.orig = sqlite3.DatabaseError("file is not a database")  # type: ignore[attr-defined]
    assert opening_failure(wrapped, url="x").__class__ is StoreError
    other = ValueError("not a driver's")
    assert opening_failure(other, url="x") is other
