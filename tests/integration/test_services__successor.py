"""The investment process has a second version; what began under the first ends under it, written down by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import government
import pytest
from government import COUNCIL, ROUTE, Government, codes

import govflow
from govflow.errors import Refused

FIRST = Path(__file__).parent.parent / "workflows" / "it_investment_v1.yaml"
DIGEST = "7432593503b97fae967fa9f79fdaf903f1e6df4996b4f32cda45196f1678a56b"
"""What stores have kept it under since it was in force."""

BY_HAND: dict[str, tuple[str, str, dict[str, Any]]] = {
    "agenda_ready": ("secretariat", "place", {"part": "discussion"}),
    "on_agenda": ("chair", "call_item", {}),
    "deliberation": ("secretariat", "council_passed", COUNCIL),
}
"""What the council's acts were under the first version: somebody writes down what it did."""


@pytest.fixture
def cabinet(tmp_path: Path) -> Iterator[Government]:
    """The small government with a store founded under the first version, and a proposal of that time."""
    (tmp_path / "organisation.json").write_text(json.dumps(government.organisation()), encoding="utf-8")
    url = str(tmp_path / "store.db")
    govflow.create(
        url,
        organisation=tmp_path / "organisation.json",
        workflows=[str(FIRST)],
        demonstration=True,
        clock=govflow.fixed_clock(govflow.moment_of(government.FOUNDED, "Asia/Tokyo")),
    )
    opened = Government(url, tmp_path)
    yield opened
    opened.close()


def lead_by_hand(cabinet: Government, reference: str, until: str) -> None:
    """As `Government.lead`, where the council's acts are somebody's."""
    while (state := cabinet.state(reference)) != until:
        if state in BY_HAND:
            person, trigger, payload = BY_HAND[state]
            cabinet.act(person, trigger, reference, **payload)
        else:
            cabinet.lead(reference, next_state(state))


def next_state(state: str) -> str:
    return list(ROUTE)[list(ROUTE).index(state) + 1]


def succeeded(cabinet: Government) -> str:
    """A proposal of the first version, while the second is in force."""
    reference = cabinet.proposal(until="agenda_ready")
    govflow.load_workflow(cabinet.session, "it_investment")
    return reference


def test_the_first_version_is_what_stores_have_kept() -> None:
    assert govflow.check_workflow(str(FIRST)).digest == DIGEST
    assert govflow.show_workflow(str(FIRST)).version == 1
    assert govflow.show_workflow("it_investment").version == 2


def test_what_began_under_the_first_goes_on_by_the_hand_of_the_secretariat(cabinet: Government) -> None:
    reference = succeeded(cabinet)
    lead_by_hand(cabinet, reference, "approved")
    shown = cabinet.shown(reference)
    assert (shown.definition["version"], shown.definition["digest"]) == (1, DIGEST)
    assert shown.records["council"]["record"] == "議事録1"
    assert cabinet.problems() == []


@pytest.mark.parametrize("occasion", ["placed", "passed", "returned"])
def test_no_council_leads_on_what_began_under_the_first(cabinet: Government, occasion: str) -> None:
    reference = succeeded(cabinet)
    with pytest.raises(Refused) as refused:
        cabinet.fire(reference, occasion, **COUNCIL)
    assert codes(refused.value) == ["acts.no_occasion"]


def test_what_begins_now_takes_the_second(cabinet: Government) -> None:
    earlier = succeeded(cabinet)
    later = cabinet.proposal(until="agenda_ready")
    with pytest.raises(Refused) as refused:
        cabinet.act("secretariat", "place", later, part="consent")
    assert codes(refused.value) == ["acts.not_by_hand_body"]
    cabinet.lead(later, "approved")
    lead_by_hand(cabinet, earlier, "approved")
    assert [cabinet.shown(reference).definition["version"] for reference in (earlier, later)] == [1, 2]
    assert cabinet.problems() == []


def test_who_recorded_the_outcome_by_hand_still_does_not_decide(cabinet: Government) -> None:
    office = {"person": "gcio", "office": "cas.secretariat", "from": "2025-04-01", "concurrent": True}
    cabinet.organise(appointments=[office])
    reference = succeeded(cabinet)
    lead_by_hand(cabinet, reference, "deliberation")
    cabinet.act("gcio", "council_passed", reference, **COUNCIL)
    with pytest.raises(Refused) as refused:
        cabinet.act("gcio", "approve", reference)
    assert codes(refused.value) == ["guard.same_person"]


def test_both_wait_in_the_views_of_their_own_version(cabinet: Government) -> None:
    earlier, later = succeeded(cabinet), cabinet.proposal(until="on_agenda")
    lead_by_hand(cabinet, earlier, "on_agenda")
    box = {line.reference for line in govflow.inbox(cabinet.person("chair")).lines}
    assert (earlier in box, later in box) == (True, False)
    filled = [govflow.why(cabinet.onlooker, reference).filled_by for reference in (earlier, later)]
    assert filled == ["office", "body"]


def test_the_body_that_is_not_in_force_is_named_when_the_second_is_loaded(cabinet: Government) -> None:
    line = govflow.load_workflow(cabinet.session, "it_investment")
    assert (line.lacking_roles, line.lacking_bodies) == ((), ("cio_council",))
