"""Looks at a proposal: a marker for each of its fields, and every public function that shows something of one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, is_dataclass
from typing import Any

from government import BODY
from reading_day import BALLOT
from sitting import DAY, MEETING

import govflow
from govflow.errors import GovflowError
from govflow.messages import LANGUAGES


def told(value: Any) -> str:
    """Everything that an answer holds."""
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    return json.dumps(
        plain, ensure_ascii=False, default=lambda each: told(each) if is_dataclass(each) else str(each)
    )


View = Callable[[], Any]


def views(session: govflow.Session, reference: str, documents: list[str]) -> Iterator[tuple[str, View]]:
    """Every public function that shows something of a proposal, by its name."""
    yield "show", lambda: govflow.show(session, reference)
    yield "history", lambda: govflow.history(session, reference)
    yield "why", lambda: govflow.why(session, reference)
    yield "compare", lambda: govflow.compare(session, reference, every=True)
    asked = govflow.StandingAsked(reference=reference)
    yield "who_could_act", lambda: govflow.who_could_act(session, asked)
    for name in (
        "inbox",
        "list_proposals",
        "overdue",
        "list_conditions",
        "list_documents",
        "stats",
        "all_stats",
    ):
        yield name, lambda name=name: getattr(govflow, name)(session)  # type: ignore[misc]
    for name in ("list_refusals", "list_outbox", "list_rounds", "show_round", "organisation_history"):
        yield name, lambda name=name: getattr(govflow, name)(session)  # type: ignore[misc]
    for name in ("list_ballots", "list_meetings", "list_decisions", "list_commitments"):
        yield name, lambda name=name: getattr(govflow, name)(session)  # type: ignore[misc]
    for name in ("show_meeting", "list_papers", "forecast", "show_minutes"):
        yield name, lambda name=name: getattr(govflow, name)(session, MEETING)  # type: ignore[misc]
    yield "show_ballot", lambda: govflow.show_ballot(session, BALLOT)
    for done in (False, True):
        yield "list_post_reviews", lambda done=done: govflow.list_post_reviews(session, done=done)  # type: ignore[misc]
    for current in (False, True):
        yield "handover", lambda current=current: govflow.handover(session, 3, current=current)  # type: ignore[misc]
    for decision in govflow.list_decisions(session):
        number = decision.number
        yield "show_decision", lambda number=number: govflow.show_decision(session, number)  # type: ignore[misc]
        yield "decision_text", lambda number=number: govflow.decision_text(session, number)  # type: ignore[misc]
    for lang in LANGUAGES:
        yield "memo", lambda lang=lang: govflow.memo(session, reference, lang=lang)  # type: ignore[misc]
        for number in documents:
            yield (
                f"document {number}",
                lambda number=number, lang=lang: govflow.document(session, number, lang=lang),  # type: ignore[misc]
            )
    yield from trials(session, reference)


def trials(session: govflow.Session, reference: str) -> Iterator[tuple[str, View]]:
    """Acts that are tried, whose refusals and receipts tell something, too."""
    slip = govflow.Correction(reference, "誤記", fields={"title": "別の件名"})
    value = govflow.Correction(reference, "誤記", entry=2, values={"note": "別"})
    item = {"proposal": reference, "dry_run": True}
    yield "act", lambda: govflow.act(session, govflow.Act(reference, "approve"), dry_run=True)
    yield "correct", lambda: govflow.correct(session, slip, dry_run=True)
    yield "correct", lambda: govflow.correct(session, value, dry_run=True)
    yield "change", lambda: govflow.change(session, reference, dry_run=True)
    yield "sweep_deadlines", lambda: govflow.sweep_deadlines(session, dry_run=True)
    yield "add_item", lambda: govflow.add_item(session, MEETING, **item)
    until = f"{DAY}T18:00"
    written_procedure = {"body": BODY, "closes_at": until, "reason": "急ぐ", **item}
    yield "open_written", lambda: govflow.open_written(session, **written_procedure)


def looked_at(view: Callable[[], Any]) -> str:
    """What somebody is told, be it a refusal."""
    try:
        return told(view())
    except GovflowError as refused:
        return "\n".join(sentence for lang in LANGUAGES for sentence in refused.sentences(lang))


PUBLISHED = {"title", "title_en", "amount"}
"""What bodies publish of a proposal, with what they came to: in the views and documents of these names."""


_PUBLISHING = ("decision_text", "show_decision", "list_decisions", "list_commitments", "list_documents")


_SERIES = ("-DT-", "-BR-")


def publishes(name: str) -> bool:
    return name in _PUBLISHING or any(series in name for series in _SERIES)
