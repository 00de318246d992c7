"""The outbox: what a worker has to do to deliver it is a page of code, which these tests are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from government import Government

import govflow
from govflow.errors import BadInput, NotAuthorised, NotFound
from govflow.store import Store, UnitOfWork
from govflow.store.outbox import Message

NOW, LATER, LAST = (f"2025-04-10T0{hour}:00:00.000000Z" for hour in (1, 2, 3))


@pytest.fixture
def filled(store: Store) -> Store:
    with store.begin() as work:
        for name in "abc":
            work.outbox.add("proposal.moved" if name != "c" else "other", name, "{}", NOW)
        work.commit()
    return store


def claim(store: Store, *, now: str = NOW, until: str = LATER, limit: int = 9) -> list[Message]:
    with store.begin() as work:
        claimed = work.outbox.claim(now=now, until=until, limit=limit)
        work.commit()
    return list(claimed)


def test_what_is_claimed_nobody_else_gets_for_a_while(filled: Store) -> None:
    assert [m.subject for m in claim(filled, limit=2)] == ["a", "b"]
    assert [m.subject for m in claim(filled)] == ["c"]
    assert claim(filled) == []


def test_what_a_worker_left_undone_is_due_again_when_its_time_is_over(filled: Store) -> None:
    first = claim(filled)
    again = claim(filled, now=LATER, until=LAST)
    assert [m.number for m in again] == [m.number for m in first]
    assert [m.attempts for m in again] == [2, 2, 2]


def test_what_was_delivered_is_gone(filled: Store) -> None:
    first, *_ = claim(filled, limit=1)
    with filled.begin() as work:
        work.outbox.done(first.number)
        work.commit()
    with filled.reading() as work:
        assert [m.subject for m in work.outbox.list(limit=9)] == ["b", "c"]
        assert work.outbox.get(first.number) is None


def test_what_failed_waits_or_is_given_up(filled: Store) -> None:
    first, second, _ = claim(filled)
    with filled.begin() as work:
        work.outbox.failed(first, "http.503", next_attempt=LATER)
        work.outbox.failed(second, "http.410", next_attempt=None)
        work.commit()
    due = claim(filled, now=LATER, until=LAST)
    assert [(m.subject, m.last_error) for m in due] == [("a", "http.503"), ("c", None)]
    with filled.reading() as work:
        (failed,) = work.outbox.list(limit=9, state="failed")
        assert (failed.subject, failed.last_error, failed.next_attempt) == ("b", "http.410", None)


def test_what_a_receiver_said_is_not_kept(filled: Store) -> None:
    with filled.begin() as work, pytest.raises(ValueError, match="code"):
        work.outbox.failed(Message(1, "t", "s", "{}", NOW), "<html>Not today", next_attempt=None)


def test_two_workers_do_not_wait_for_each_other(
    filled: Store, opened: Callable[[], Store], database: str
) -> None:
    """On PostgreSQL each takes what the other has not; on SQLite there is one writer at a time anyway."""
    other = opened()
    if database == "sqlite":
        assert [m.subject for m in claim(filled, limit=1)] == ["a"]
        assert [m.subject for m in claim(other, limit=1)] == ["b"]
        return
    with filled.begin() as work:
        assert [m.subject for m in work.outbox.claim(now=NOW, until=LATER, limit=1)] == ["a"]
        assert [m.subject for m in claim(other, limit=1)] == ["b"]
        work.commit()


def test_an_administrator_has_failed_ones_delivered_again(either: Government) -> None:
    reference = either.proposal(until="intake")
    with either.session.writing() as work:
        claimed = work.outbox.claim(now=LATER, until=LAST, limit=2)
        for message in claimed:
            work.outbox.failed(message, "smtp.550", next_attempt=None)
        work.commit()
    page = govflow.list_outbox(either.session, limit=2)
    assert [(line.state, line.last_error, line.attempts) for line in page.messages] == [
        ("failed", "smtp.550", 1)
    ] * 2
    assert page.more == str(page.messages[-1].number)
    assert govflow.list_outbox(either.session, after=page.more).messages[0].state == "waiting"
    with pytest.raises(NotAuthorised):
        govflow.retry_outbox(either.person("mof_clerk"), failed=True)
    before = len(govflow.history(either.onlooker, reference))
    again = govflow.retry_outbox(either.session, failed=True)
    assert [(line.state, line.attempts) for line in again] == [("waiting", 0)] * 2
    assert govflow.retry_outbox(either.session, failed=True) == ()
    assert len(govflow.history(either.onlooker, reference)) == before


def test_however_a_delivery_goes_the_audit_finds_nothing(either: Government) -> None:
    either.proposal(until="intake")
    taken: list[Message] = []

    def delivery(what: Callable[[UnitOfWork], object]) -> None:
        with either.session.writing() as work:
            what(work)
            work.commit()
        assert either.problems() == []

    delivery(lambda work: taken.extend(work.outbox.claim(now=LATER, until=LAST, limit=2)))
    delivery(lambda work: work.outbox.failed(taken[0], "http.503", next_attempt=LAST))
    delivery(lambda work: work.outbox.failed(taken[1], "http.410", next_attempt=None))
    delivery(lambda work: work.outbox.retry(taken[1]))
    delivery(lambda work: work.outbox.failed(taken[1]._replace(attempts=0), "http.410", next_attempt=None))
    delivery(lambda work: work.outbox.done(taken[0].number))


def test_numbers_that_are_not_there_change_nothing(either: Government) -> None:
    either.proposal(until="intake")
    (line, *_) = govflow.list_outbox(either.session).messages
    with pytest.raises(NotFound) as unknown:
        govflow.retry_outbox(either.session, [line.number, 98, 99])
    assert [said.params["number"] for said in unknown.value.notices] == [98, 99]
    with pytest.raises(BadInput):
        govflow.list_outbox(either.session, after="x")


def test_what_is_told_outside_has_no_text_of_anybody_in_it(either: Government) -> None:
    """A receiver learns that something moved, and asks for what it may read."""
    either.draft(title="秘密の件名", purpose="秘密の目的")
    either.proposal(until="approved")
    with either.session.reading() as work:
        told = work.outbox.list(limit=1000)
    assert {message.topic for message in told} == {"proposal.moved"}
    hashes = {message.payload for message in told}
    assert all(len(payload) == 64 and set(payload) <= set("0123456789abcdef") for payload in hashes)
