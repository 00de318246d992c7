"""Counters, keys, messages, refusals, programmes, calendar and settings keep what they are given, on both databases."""

from __future__ import annotations

import pytest
import store_samples as sample
from government import refused

from govflow.domain.programme import Programme
from govflow.errors import BadInput, Conflict, NotFound
from govflow.store import Store


def test_numbers_count_by_series_and_fiscal_year(store: Store) -> None:
    with store.begin() as work:
        taken = [
            work.numbering.next(series, year) for series, year in (("DM", 2025), ("DM", 2025), ("DM", 2026))
        ]
        assert [*taken, work.numbering.next("N", 2025), work.numbering.next("DM", 2025)] == [1, 2, 1, 1, 3]


def test_a_number_falls_back_with_its_transaction(store: Store) -> None:
    with store.begin() as work:
        assert work.numbering.next("DM", 2025) == 1
        work.commit()
    with store.begin() as work:
        assert work.numbering.next("DM", 2025) == 2
    with store.begin() as work:
        assert work.numbering.next("DM", 2025) == 2


def test_a_key_keeps_what_was_asked_and_its_result(store: Store) -> None:
    with store.begin() as work:
        assert work.idempotency.get("k") is None
        work.idempotency.add("k", "d" * 64, '{"result":1}', sample.AT)
        assert work.idempotency.get("k") == ("d" * 64, '{"result":1}')
        with pytest.raises(Conflict) as raised, work.savepoint():
            work.idempotency.add("k", "e" * 64, "{}", sample.AT)
        assert raised.value.code == "store.key_busy"
        assert work.idempotency.get("k") == ("d" * 64, '{"result":1}')


def test_the_outbox_gives_messages_in_order_until_they_are_done(store: Store) -> None:
    with store.begin() as work:
        for name in "abc":
            work.outbox.add("proposal.moved", name, "{}", sample.AT)
        first, second = work.outbox.list(limit=2)
        assert (first.subject, second.subject) == ("a", "b")
        work.outbox.done(first.number)
        assert [message.subject for message in work.outbox.list(limit=9)] == ["b", "c"]


def test_refusals_are_logged_newest_first(store: Store) -> None:
    with store.begin() as work:
        for person, reference in (("kono.haru", "A-1"), (None, None)):
            work.refusals.add(
                recorded_at=sample.AT, person=person, account="haru", reference=reference,
                trigger="submit", codes='["x"]', kind="rule", said="[]",
            )  # fmt: skip
        newest, oldest = work.refusals.latest(5)
        assert (newest.person, newest.reference) == (None, None)
        assert (oldest.person, oldest.account, oldest.codes) == ("kono.haru", "haru", '["x"]')
        assert work.refusals.latest(5, newest.cursor) == [oldest]
        assert work.refusals.latest(5, oldest.cursor) == []


def test_lists_by_number_go_on_behind_a_cursor_and_take_nothing_else_for_one(store: Store) -> None:
    with store.begin() as work:
        for name in "abc":
            work.outbox.add("proposal.moved", name, "{}", sample.AT)
        (first,) = work.outbox.list(limit=1)
        assert [message.subject for message in work.outbox.list(after=first.cursor)] == ["b", "c"]
        for bad in ("", "-1", "²", "1 or 1=1", "9" * 30):
            assert refused(BadInput, work.refusals.latest, 5, bad) == ["store.bad_cursor"]
            assert refused(BadInput, work.outbox.list, after=bad) == ["store.bad_cursor"]


def test_programmes_are_put_again_without_doubling(store: Store) -> None:
    one = Programme("4", "整備", "digital", "digital", "戦略", 2021, None, 269432043050, 1, None, "fy2025")
    other = Programme("5", "更改", "mof", "digital", None, None, 2024, None, None, "4", "fy2025")
    with store.begin() as work:
        work.programmes.put([one, other])
        work.programmes.put([one._replace(title="整備2")])
        titles = [programme.title for programme in work.programmes.all()]
        assert titles == ["整備2", "更改"]
        assert work.programmes.all()[1] == other


def test_the_calendar_knows_its_closed_days_and_its_bounds(store: Store) -> None:
    with store.begin() as work:
        with pytest.raises(NotFound):
            work.calendar.known()
        work.calendar.add_days(
            [("2025-05-05", "こどもの日", "Children's Day"), ("2025-05-06", "休日", "holiday")]
        )
        work.calendar.add_days([("2025-05-06", "振替休日", "substitute holiday")])
        work.calendar.know("2025-01-01", "2030-12-31")
        assert work.calendar.known() == ("2025-01-01", "2030-12-31")
        assert work.calendar.closed("2025-05-06", "2025-12-31") == ["2025-05-06"]
        assert work.calendar.named()[1] == ("2025-05-06", "振替休日", "substitute holiday")


def test_settings_are_put_and_overwritten(store: Store) -> None:
    with store.begin() as work:
        assert work.settings.get("colour") is None
        work.settings.put("colour", "藍")
        work.settings.put("colour", "茜")
        assert work.settings.get("colour") == "茜"
