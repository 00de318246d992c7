"""Several connections at once: numbers have no gaps, versions no lost updates, keys one owner."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import store_samples as sample

from govflow.errors import Conflict
from govflow.store import Store, open_store

_WORKERS, _TURNS = 4, 12


def _take_numbers(url: str) -> list[int]:
    """Every third transaction is rolled back, as refused acts are."""
    taken = []
    with open_store(url) as store:
        for turn in range(_TURNS):
            with store.begin() as work:
                number = work.numbering.next("DM", 2025)
                if turn % 3 != 2:
                    work.commit()
                    taken.append(number)
    return taken


def test_numbers_taken_by_several_threads_have_no_gaps(store_url: str) -> None:
    with ThreadPoolExecutor(_WORKERS) as pool:
        taken = sorted(number for part in pool.map(_take_numbers, [store_url] * _WORKERS) for number in part)
    assert taken == list(range(1, len(taken) + 1))
    assert len(taken) == _WORKERS * _TURNS * 2 // 3


def test_numbers_taken_by_several_processes_have_no_gaps(store_url: str) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        taken = sorted(number for part in pool.map(_take_numbers, [store_url] * 2) for number in part)
    assert taken == list(range(1, 2 * _TURNS * 2 // 3 + 1))


def test_acts_on_one_proposal_follow_each_other(store: Store, store_url: str) -> None:
    with store.begin() as work:
        sample.add_proposal(work)
        work.commit()

    def act(_: int) -> None:
        with open_store(store_url) as own:
            for _turn in range(_TURNS):
                with own.begin() as work:
                    before = work.proposals.get("MOF-2025-0001", lock=True)
                    assert before is not None
                    work.proposals.save(before._replace(version=before.version + 1), before=before)
                    work.commit()

    with ThreadPoolExecutor(_WORKERS) as pool:
        list(pool.map(act, range(_WORKERS)))
    with store.reading() as work:
        after = work.proposals.get("MOF-2025-0001")
    assert after is not None
    assert after.version == 1 + _WORKERS * _TURNS


def test_proposals_crossing_between_states_do_not_wait_for_each_other_for_ever(
    store: Store, store_url: str
) -> None:
    with store.begin() as work:
        for state in ("draft", "pmo_check"):
            added = sample.add_proposal(work, state, state=state, amount=5)
            work.tallies.move(
                added.workflow, "mof", from_state=None, to_state=state, amount=5, counted=True, days=None
            )
        work.commit()

    def cross(states: tuple[str, str]) -> None:
        with open_store(store_url) as own:
            for turn in range(_TURNS):
                there, back = states if turn % 2 == 0 else states[::-1]
                with own.begin() as work:
                    work.tallies.move(
                        "it_investment",
                        "mof",
                        from_state=there,
                        to_state=back,
                        amount=5,
                        counted=True,
                        days=1,
                    )
                    work.commit()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(cross, [("draft", "pmo_check"), ("pmo_check", "draft")]))
    with store.reading() as work:
        assert work.tallies.states() == work.tallies.recomputed()
        assert sum(row.visits for row in work.tallies.stages()) == 2 * _TURNS


def test_a_key_used_by_two_at_once_belongs_to_one(opened: Callable[[], Store]) -> None:
    def use(number: int) -> str:
        with open_store(url) as own:
            try:
                with own.begin() as work:
                    if work.idempotency.get("k") is None:
                        work.idempotency.add("k", str(number), "{}", sample.AT)
                        work.commit()
                        return "done"
                    return "repeated"
            except Conflict as taken:
                return taken.code

    store = opened()
    url = store._database.address.url.render_as_string(hide_password=False)
    with ThreadPoolExecutor(_WORKERS) as pool:
        results = list(pool.map(use, range(_WORKERS)))
    assert results.count("done") == 1
    assert set(results) <= {"done", "repeated", "store.key_busy"}
