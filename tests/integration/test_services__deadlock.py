"""Two batches that meet the same proposals in opposite order: one waits or begins again, and both are done."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from government import Government

import govflow
from govflow.errors import StoreError
from govflow.messages import notice
from govflow.services.acting import bulk
from govflow.services.turn import in_turn

_PROPOSALS = 2
CHECKED = {"mof_ciso": "ciso_concurrence.concur", "mof_accounts": "accounts_concurrence.concur"}


def _file(either: Government, person: str, references: list[str]) -> Path:
    lines = [f"{reference},{CHECKED[person]},{person}" for reference in references]
    return either.write(f"{person}.csv", "\n".join(["reference,trigger,person", *lines, ""]))


def test_both_batches_are_done(either: Government, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    references = [either.proposal(until="ministry_review") for _ in range(_PROPOSALS)]
    files = {
        "mof_ciso": _file(either, "mof_ciso", references),
        "mof_accounts": _file(either, "mof_accounts", references[::-1]),
    }
    met = Barrier(2)
    begun: list[str] = []
    plain = bulk._one

    def after_the_other_began(session: govflow.Session, *rest: object) -> object:
        begun.append("")
        done = plain(session, *rest)  # type: ignore[arg-type]  # handed on as they came
        if database == "postgresql" and len(begun) <= _PROPOSALS:
            met.wait(20)  # each holds its first proposal by now
        return done

    monkeypatch.setattr(bulk, "_one", after_the_other_began)

    def act(person: str) -> list[str]:
        clock = govflow.fixed_clock(either.moment)
        with govflow.open(either.url, person="admin", clock=clock) as own:
            report = govflow.act_file(own, files[person], batch=_PROPOSALS)
        return [result.outcome for result in report.results]

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(act, files))
    assert outcomes == [["done"] * _PROPOSALS] * 2
    assert either.problems() == []
    assert len(begun) > 2 * _PROPOSALS or database == "sqlite"  # one was undone and began again


def test_other_failures_are_not_tried_again() -> None:
    tried = []

    def busy() -> None:
        tried.append("")
        raise StoreError(notice("store.busy", url="govflow.db"))

    with pytest.raises(StoreError):
        in_turn(busy)
    assert len(tried) == 1


def test_one_that_never_gets_its_turn_is_told() -> None:
    tried = []

    def undone() -> None:
        tried.append("")
        raise StoreError(notice("store.deadlock", url="govflow.db"))

    with pytest.raises(StoreError) as told:
        in_turn(undone)
    assert (told.value.code, len(tried)) == ("store.deadlock", 5)
