"""The way of an investment: from a PMO's draft to the Government CIO's decision, and on to the end."""

from __future__ import annotations

from government import ROUTE, Government

import govflow


def test_a_proposal_goes_the_whole_way_and_the_record_holds(either: Government) -> None:
    reference = either.draft()
    for state in ROUTE:
        assert either.state(reference) == state
        either.lead(reference, next_state(state))
    assert either.state(reference) == "closed"
    assert govflow.verify(either.session).holds


def next_state(state: str) -> str:
    states = [*ROUTE, "closed"]
    return states[states.index(state) + 1]
