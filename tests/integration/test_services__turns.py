"""Turns: an act is done before the organisation changes, or sees what it became."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from government import Government, codes

import govflow
from govflow.errors import NotAuthorised


def test_whoever_acts_while_the_organisation_changes_acts_in_the_new_one(either: Government) -> None:
    reference = either.proposal(until="pmo_check")
    begun, done = Event(), Event()

    def reorganise() -> None:
        with govflow.open(either.url, person="admin") as session, session.writing(alone=True) as work:
            begun.set()
            assert not done.wait(0.3)  # the act waits for its turn
            content = work.organisation.get(work.organisation.latest_number()) or ""
            changed = content.replace('"office":"mof.pmo"', '"office":"mof.pjmo"')
            work.organisation.add(2, digest="d" * 64, content=changed, recorded_at=session.stamp())
            work.commit()

    def accept() -> str:
        begun.wait()
        with govflow.open(either.url, person="mof_pmo") as session:
            try:
                return govflow.act(session, govflow.Act(reference, "accept")).state
            except NotAuthorised as refused:
                return codes(refused)[0]
            finally:
                done.set()

    with ThreadPoolExecutor(2) as pool:
        changing, acting = pool.submit(reorganise), pool.submit(accept)
        changing.result()
        assert acting.result() == "acts.not_authorised"


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_acts_on_different_proposals_do_not_wait_for_each_other(either: Government) -> None:
    first, second = either.proposal(until="pmo_check"), either.proposal(until="pmo_check", ministry="mhlw")
    with govflow.open(either.url, person="mof_pmo") as one, one.writing() as work:
        work.proposals.get(first, lock=True)
        with govflow.open(either.url, person="mhlw_pmo") as other:
            assert govflow.act(other, govflow.Act(second, "accept")).state == "ministry_review"
