"""What acts and everyday views ask of a store is answered by an index on either database, however much there is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from government import Government

import govflow
from govflow.domain.history import Subject

BIG = (
    "proposals",
    "history",
    "revisions",
    "steps",
    "documents",
    "renditions",
    "idempotency",
    "proposal_texts",
)
"""The tables that grow with every proposal."""


def head_of(here: Government, reference: str) -> object:
    with here.session.reading() as work:
        return work.history.head(Subject("proposal", reference))


HOT: dict[str, Callable[[Government, str], object]] = {
    "act": lambda here, reference: here.act("mof_clerk", "submit", reference),
    "act that is allowed": lambda here, reference: here.act("mof_pmo", "accept", reference),
    "inbox": lambda here, _: govflow.inbox(here.person("mof_pmo")),
    "history": lambda here, reference: govflow.history(here.person("mof_pmo"), reference),
    "head": head_of,
    "show": lambda here, reference: govflow.show(here.person("mof_pmo"), reference),
    "why": lambda here, reference: govflow.why(here.person("mof_pmo"), reference),
    "stats": lambda here, _: govflow.stats(here.person("mof_pmo")),
    "overdue": lambda here, _: govflow.overdue(here.person("mof_pmo")),
    "list": lambda here, _: govflow.list_proposals(here.person("mof_pmo")),
    "list --text": lambda here, _: govflow.list_proposals(
        here.person("mof_pmo"), govflow.Filters(text="年金")
    ),
}


class Watching:
    """A cursor that keeps the statements which it executes."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor
        self.executed: list[tuple[str, Mapping[str, Any]]] = []

    def execute(self, text: str, params: Mapping[str, Any] = {}, /) -> Any:
        self.executed.append((text, dict(params)))
        return self._cursor.execute(text, params)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


def executed_by(here: Government, do: Callable[[], object]) -> list[tuple[str, Mapping[str, Any]]]:
    session = here.session.store._session
    held = session._cursor
    watching: Any = Watching(held)
    session._cursor = watching
    try:
        do()
    finally:
        session._cursor = held
    return [(text, params) for text, params in watching.executed if re.match(r"SELECT|UPDATE", text)]


def whole_tables(here: Government, text: str, params: Mapping[str, Any]) -> set[str]:
    """The big tables that a statement reads from end to end, or sorts what it finds of proposals."""
    cursor = here.session.store._database.cursor
    if here.session.store.info.dialect == "sqlite":
        plan = [row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {text}", params).fetchall()]
        scanned = (re.match(r"SCAN (\w+)$", step) for step in plan)
        return {found[1] for found in scanned if found} & {*BIG}
    cursor.execute("BEGIN")
    try:  # what little there is would be read from end to end, were it not forbidden
        cursor.execute("SET LOCAL enable_seqscan = off")
        ((plan,),) = cursor.execute(f"EXPLAIN (FORMAT JSON) {text}", params).fetchall()
    finally:
        cursor.execute("ROLLBACK")
    steps = re.findall(r'"Node Type": "Seq Scan".*?"Relation Name": "(\w+)"', json.dumps(plan))
    return {*steps} & {*BIG}


@pytest.mark.parametrize("what", HOT)
def test_no_big_table_is_read_from_end_to_end(either: Government, what: str) -> None:
    reference = either.draft(by="mof_clerk")
    if what != "act":
        either.act("mof_clerk", "submit", reference)
    executed = executed_by(either, lambda: HOT[what](either, reference))
    assert executed
    assert {text: found for text, params in executed if (found := whole_tables(either, text, params))} == {}


def test_a_table_that_is_read_from_end_to_end_is_seen(either: Government) -> None:
    assert whole_tables(either, "SELECT title FROM proposals WHERE amount = 5", {}) == {"proposals"}


def test_an_act_asks_the_store_for_nothing_twice_and_for_no_more_than_decides_it(either: Government) -> None:
    reference = either.proposal(until="ministry_review")
    executed = executed_by(either, lambda: either.act("mof_ciso", "ciso_concurrence.concur", reference))
    tables = [
        found[1] for text, _ in executed if (found := re.match(r"SELECT .*?\sFROM (\w+)", text, re.DOTALL))
    ]
    asked = ["proposals", "revisions", "history", "steps", "organisations", "idempotency"]
    assert tables == asked


def test_what_is_overdue_is_found_in_the_order_of_its_dates(either: Government) -> None:
    """Sorting would read everything that is in anybody's hands."""
    either.draft()
    (text, params), *_ = [
        (text, params)
        for text, params in executed_by(either, lambda: govflow.overdue(either.person("mof_pmo")))
        if "FROM proposals" in text
    ]
    cursor = either.session.store._database.cursor
    if either.session.store.info.dialect == "sqlite":
        plan = cursor.execute(f"EXPLAIN QUERY PLAN {text}", params).fetchall()
        assert [row[3] for row in plan] == [
            "SEARCH proposals USING INDEX proposals_by_due ((due_on,reference)>(?,?) AND due_on<?)"
        ]
        return
    cursor.execute("BEGIN")
    cursor.execute("SET LOCAL enable_seqscan = off")
    plan = cursor.execute(f"EXPLAIN {text}", params).fetchall()
    cursor.execute("ROLLBACK")
    assert "proposals_by_due" in str(plan)


@pytest.mark.parametrize("person", ["mof_clerk", "mhlw_pmo"])
def test_a_ministry_reads_its_list_in_order_from_an_index(either: Government, person: str) -> None:
    """However many there are of others before it, and of its own after the page."""
    either.draft()
    session = either.person(person)
    statements = executed_by(either, lambda: govflow.list_proposals(session, limit=5))
    own = [each for each in statements if "WHERE proposals.ministry = " in each[0]]
    assert own
    for text, params in own:
        plan = _plan(either, text, params)
        assert "proposals_of_ministry" in plan
        assert not re.search("SCAN|TEMP B-TREE|Sort|Seq Scan", plan)


def _plan(here: Government, text: str, params: Mapping[str, Any]) -> str:
    cursor = here.session.store._database.cursor
    if here.session.store.info.dialect == "sqlite":
        return str(cursor.execute(f"EXPLAIN QUERY PLAN {text}", params).fetchall())
    cursor.execute("BEGIN")
    cursor.execute("SET LOCAL enable_seqscan = off")
    plan = cursor.execute(f"EXPLAIN {text}", params).fetchall()
    cursor.execute("ROLLBACK")
    return str(plan)
