"""The refusal log as auditors read it."""

from __future__ import annotations

import contextlib

import pytest
from balloting import load_council
from government import Government, codes

import govflow
from govflow.errors import BadInput, Refused


def refuse(government: Government, *acts: tuple[str, str, str]) -> None:
    for person, trigger, reference in acts:
        with contextlib.suppress(Refused):
            government.act(person, trigger, reference)


def test_it_says_who_was_refused_what_when_and_why(either: Government) -> None:
    reference = either.proposal(until="pmo_check")
    refuse(either, ("mof_clerk", "accept", reference), ("mof_pmo", "nonsense", reference))
    unknown, accept = govflow.list_refusals(either.onlooker).refusals
    assert (accept.person, accept.reference, accept.trigger, accept.kind) == (
        "mof_clerk",
        reference,
        "accept",
        "authorisation",
    )
    assert (accept.name, accept.act) == (
        {"ja": "甲 mof_clerk", "en": "Ko mof_clerk"},
        {"ja": "受付", "en": "accept"},
    )
    assert accept.recorded_at.startswith("2025-04-10T01:00")
    assert accept.reasons[0] == "acts.not_authorised"
    assert (unknown.kind, unknown.act, unknown.reasons[0]) == ("rule", None, "acts.no_such_trigger")


def test_it_is_paged_newest_first_and_takes_no_harm_from_new_entries(either: Government) -> None:
    reference = either.proposal(until="pmo_check")
    refuse(either, *[("mof_clerk", f"nonsense{n}", reference) for n in range(5)])
    first = govflow.list_refusals(either.onlooker, limit=2)
    refuse(either, ("mof_clerk", "later", reference))
    second = govflow.list_refusals(either.onlooker, limit=2, after=first.more)
    third = govflow.list_refusals(either.onlooker, limit=2, after=second.more)
    told = [refused.trigger for page in (first, second, third) for refused in page.refusals]
    assert told == [f"nonsense{n}" for n in (4, 3, 2, 1, 0)]
    assert third.more is None
    assert govflow.list_refusals(either.onlooker, after="1").refusals == ()


@pytest.mark.parametrize("after", ["", "x", "-1", "²", "9" * 30])
def test_a_cursor_that_no_page_gave_is_bad_input(cabinet: Government, after: str) -> None:
    with pytest.raises(BadInput) as bad:
        govflow.list_refusals(cabinet.onlooker, after=after)
    assert codes(bad.value) == ["store.bad_cursor"]


def test_an_empty_log_is_an_empty_page(cabinet: Government) -> None:
    assert govflow.list_refusals(cabinet.onlooker) == govflow.RefusalPage((), None)
    assert govflow.list_refusals(cabinet.onlooker, after="7").refusals == ()


@pytest.mark.parametrize(
    ("trigger", "known"),
    [
        ("accept", True),
        ("close", True),  # not possible now, but an act
        ("concur", True),
        ("ciso_concurrence.concur", True),
        ("ciso_concurrence#3.concur", True),
        ("acept", False),
        ("ciso_concurrence.none", False),
        ("open", False),
    ],
)
def test_what_is_typed_is_known_as_an_act_or_not(cabinet: Government, trigger: str, *, known: bool) -> None:
    reference = cabinet.draft()
    assert govflow.knows_act(cabinet.session, reference, trigger) is known
    assert not govflow.knows_act(cabinet.session, "NO-1", trigger)


def test_it_keeps_what_was_said_and_names_acts_of_councils_and_what_they_concerned(
    either: Government,
) -> None:
    load_council(either)
    secretariat = either.person("secretariat")
    ballot = govflow.open_ballot(secretariat, body="cio_council", question="採用するか").reference
    with contextlib.suppress(Refused):
        govflow.recuse(either.person("mof_cio"), ballot, reason=" ")
    with contextlib.suppress(Refused):
        govflow.cast(secretariat, ballot, "yes", seat="mof.cio", recorded_for=True)
    with contextlib.suppress(Refused):
        govflow.record_positions(secretariat, ballot, {"mof.cio": "yes"})
    record, cast, recuse = govflow.list_refusals(either.onlooker).refusals
    assert (recuse.trigger, recuse.act, recuse.about) == (
        "ballot_recuse",
        {"ja": "除斥の申出", "en": "declaration of a conflict"},
        {"ja": "採用するか", "en": "採用するか"},
    )
    assert cast.act == {"ja": "表決", "en": "vote"}
    assert record.act == {"ja": "表決の一括記録", "en": "recording of votes"}
    assert len(cast.said) == len(cast.reasons)
    assert "mof.cio" in cast.said[0]["en"]
    assert "{" not in cast.said[0]["ja"]


def test_a_meeting_is_named_by_its_body_and_day(either: Government) -> None:
    govflow.load_body(either.session, "cio_council")
    meeting = govflow.call_meeting(
        either.person("secretariat"), body="cio_council", at="2025-04-15T10:00", place="第一会議室"
    ).reference
    with contextlib.suppress(Refused):
        govflow.call_item(either.person("mof_clerk"), meeting, 1)
    [refused] = govflow.list_refusals(either.onlooker).refusals
    assert (refused.act, refused.about) == (
        {"ja": "付議", "en": "calling an item"},
        {"ja": "CIO連絡会議（令和7年4月15日開催）", "en": "CIO council, 15 April 2025"},
    )
