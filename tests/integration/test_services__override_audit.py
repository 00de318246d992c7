"""Blocks are lifted by a ballot of the same body that passed on just that, or verification finds it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from balloting import CIOS, close, load, load_council, opened, vote
from doctored_ballots import again, rewrite, said
from doctored_rows import problems
from government import Government

import govflow
from govflow.services.council.ballots import putting as ballot_opening


def blocked_by_the_panel(council: Government) -> str:
    """A ballot of the panel in which a seat blocks."""
    load_council(council)
    load(council, "panel", rule="consensus", override="two_thirds")
    blocked = opened(council, body="panel")
    vote(council, "mof_cio", "block", ballot=blocked, text="費用が不明")
    return blocked


def lifted(council: Government, ballot: str, *, body: str) -> None:
    second = opened(council, body=body, override=ballot)
    for person, position in zip(CIOS, ("no", "yes", "yes"), strict=True):
        vote(council, person, position, ballot=second)
    assert close(council, second).told["overrides"] == ballot


def test_another_bodys_ballot_that_lifts_a_block_is_found(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = blocked_by_the_panel(cabinet)
    monkeypatch.setattr(ballot_opening, "_not_lifted", lambda *_: iter(()))
    load(cabinet, "hall", rule="consensus", override="two_thirds", series="HL")
    lifted(cabinet, blocked, body="hall")
    found = govflow.verify(cabinet.session).problems
    assert {problem.code for problem in found} == {"audit.impossible"}
    assert {problem.params["why"].code for problem in found} == {
        "voting.override_elsewhere",
        "voting.record_facts",
    }


def test_a_block_that_no_such_ballot_has_lifted_is_found(cabinet: Government) -> None:
    blocked = blocked_by_the_panel(cabinet)
    lifted(cabinet, blocked, body="panel")
    other = opened(cabinet)
    copy = cabinet.folder / "copy.db"
    with closing(sqlite3.connect(cabinet.url)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    rewrite(copy, blocked, again(lambda entries: entries))
    assert problems(copy) == set()
    rewrite(copy, blocked, again(lambda entries: [*entries[:-1], said(entries[-1], ballot=other)]))
    assert problems(copy) == {"audit.impossible"}
