"""Whoever reads nothing of a proposal is told the same whatever becomes of it: no answer and no refusal says where it
stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from government import ADMINISTRATOR, BODY, ROUTE, Government
from reading_day import led_on, marked_proposal, on
from reading_looks import looked_at
from sitting import DAY

import govflow
from govflow.domain.reading_policy import Access, Policy, Reader, Standing, access
from govflow.errors import NotAuthorised

View = Callable[[], Any]

SERIES = ("EN", "DM", "NT")
"""What is issued on the straight way."""


TOLD = {(ADMINISTRATOR, "handover")}
"""Where an administrator is told references, of what waits for an office."""


def views(session: govflow.Session, reference: str) -> Iterator[tuple[str, View]]:
    """What somebody may ask about a proposal, and try on it."""
    for name in ("show", "history", "why"):
        yield name, lambda name=name: getattr(govflow, name)(session, reference)  # type: ignore[misc]
    yield "compare", lambda: govflow.compare(session, reference, every=True)
    yield "who_could_act", lambda: govflow.who_could_act(session, govflow.StandingAsked(reference=reference))
    for name in ("inbox", "list_proposals", "overdue", "list_post_reviews", "organisation_history"):
        yield name, lambda name=name: getattr(govflow, name)(session)  # type: ignore[misc]
    for name in (
        "stats",
        "show_round",
        "list_ballots",
        "list_meetings",
        "list_decisions",
        "list_commitments",
    ):
        yield name, lambda name=name: getattr(govflow, name)(session)  # type: ignore[misc]
    for name in ("list_conditions", "list_documents"):
        for only in (None, reference):
            yield name, lambda name=name, only=only: getattr(govflow, name)(session, reference=only)  # type: ignore[misc]
    yield "handover", lambda: govflow.handover(session, 3, current=True)
    for kind in (None, "endorsement"):
        yield f"memo {kind}", lambda kind=kind: govflow.memo(session, reference, lang="en", kind=kind)  # type: ignore[misc]
    for number in (f"{series}-2025-0001" for series in SERIES):
        yield number, lambda number=number: govflow.document(session, number, lang="en")  # type: ignore[misc]
    yield from trials(session, reference)


def trials(session: govflow.Session, reference: str) -> Iterator[tuple[str, View]]:
    """Acts that are tried: those of every state, answers, and what there is not."""
    definition = govflow.workflow_content("it_investment")
    triggers = {each["trigger"] for each in definition["transitions"]}
    for trigger in (*sorted(triggers), "ciso_concurrence.concur", "duplicate_check.none", "nothing of it"):
        for version in (None, 1):
            act = govflow.Act(reference, trigger, expected_version=version)
            yield f"act {trigger}", lambda act=act: govflow.act(session, act, dry_run=True)  # type: ignore[misc]
    early = govflow.Act(reference, "approve", effective_on=date(2025, 4, 1))
    yield "backdated", lambda: govflow.act(session, early, dry_run=True)
    slip = govflow.Correction(reference, "誤記", entry=3, values={"note": "別"})
    yield "correct", lambda: govflow.correct(session, slip, dry_run=True)
    yield "change", lambda: govflow.change(session, reference, dry_run=True)
    for name, more in (
        ("open_written", {"closes_at": f"{DAY}T18:00", "reason": "急ぐ"}),
        ("decide_in_emergency", {"reason": "急ぐ"}),
    ):
        said = {"body": BODY, "proposal": reference, "dry_run": True, **more}
        yield name, lambda name=name, said=said: getattr(govflow, name)(session, **said)  # type: ignore[misc]


def told_of_it(government: Government, reference: str) -> dict[tuple[str, str, int], str]:
    """What everybody who reads nothing of it is told."""
    return {
        (person, name, at): looked_at(view)
        for person in ("mic_clerk", "mhlw_accounts", ADMINISTRATOR)
        for at, (name, view) in enumerate(views(government.person(person), reference))
        if (person, name) not in TOLD
    }


def test_whoever_reads_nothing_is_told_the_same_in_every_state(cabinet: Government) -> None:
    government, reference = marked_proposal(cabinet)
    before = told_of_it(government, reference)
    for state in ROUTE:
        led_on(government, reference, state)
        assert {
            at for at, text in told_of_it(government, reference).items() if text != before[at]
        } == set(), state


def test_an_access_that_says_yes_to_everybody_is_found_out_in_every_view(
    cabinet: Government, monkeypatch: pytest.MonkeyPatch
) -> None:
    government, reference = marked_proposal(cabinet)
    monkeypatch.setattr("govflow.services.access.access", yes)
    before = told_of_it(government, reference)
    for state in ("draft", "pmo_check", "ministry_review"):
        led_on(government, reference, state)
    after = told_of_it(government, reference)
    found = {at[1] for at, text in after.items() if text != before[at]}
    assert found >= {
        "show",
        "history",
        "why",
        "handover",
        "list_documents",
        "EN-2025-0001",
        "memo endorsement",
        "correct",
    }
    assert {name for _, name, _ in after if name.startswith("act ")} <= found


def yes(policy: Policy, reader: Reader, standing: Standing) -> Access:
    return access(policy, reader._replace(everything=True), standing)


def test_the_outbox_is_shown_to_administrators_and_auditors(cabinet: Government) -> None:
    government, reference = marked_proposal(cabinet)
    on(government, reference, "draft")
    for person in (ADMINISTRATOR, "auditor"):
        told = govflow.list_outbox(government.person(person)).messages
        assert reference in {message.subject for message in told}
    for person in ("mic_clerk", "secretariat"):
        with pytest.raises(NotAuthorised):
            govflow.list_outbox(government.person(person))
