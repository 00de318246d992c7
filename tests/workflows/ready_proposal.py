"""Facts about an IT investment proposal for which everything is ready, and its ordinary way."""

from __future__ import annotations

from typing import Any

from shipped_definition import asking, shipped

NAME = "it_investment"
DEFINITION = shipped(NAME)

READY: dict[str, Any] = {
    "amount": 40_000_000,
    "content": {
        "title": "t",
        "ministry": "mof",
        "fiscal_year": 2026,
        "purpose": "p",
        "amount": 40_000_000,
        "kind": "renewal",
        "previous_amount": 40_000_000,
    },
    "payload": {},
    "steps": {
        "ciso_concurrence": [asking("concur", agrees=True)],
        "accounts_concurrence": [asking("concur", agrees=True)],
        "deputy_cio_concurrence": [asking("concur", agrees=True)],
        "duplicate_check": [asking("none", agrees=True)],
        "criteria_opinion": [asking("meets")],
        "affected_ministry_opinion": [],
        "technology_committee_opinion": [],
        "specification_opinion": [asking("favourable")],
        "condition": [],
    },
    "records": {
        "council": {"trigger": "council_passed", "day": "2026-08-03", "amount": 40_000_000, "conditions": []},
        "decision": {"trigger": "approve", "day": "2026-08-05", "amount": 40_000_000, "conditions": []},
        "request": {"trigger": "record_request", "day": "2026-08-20", "amount": 40_000_000},
        "budget": {
            "trigger": "record_budget",
            "day": "2027-03-01",
            "fiscal_year": 2027,
            "amount": 39_000_000,
        },
    },
    "visit": {"record_request": 1, "check_specification": 1, "evaluate": 1},
    "today": "2026-08-05",
}


def ready(**changes: Any) -> dict[str, Any]:
    return {**READY, **changes}


def steps(**changes: Any) -> dict[str, Any]:
    return ready(steps={**READY["steps"], **changes})


def records(**changes: Any) -> dict[str, Any]:
    return ready(records={**READY["records"], **changes})


WAY = [
    ("submit", "draft", "pjmo", "pmo_check"),
    ("accept", "pmo_check", "pmo_head", "ministry_review"),
    ("endorse", "ministry_review", "ministry_cio", "intake"),
    ("accept", "intake", "secretariat", "coordination"),
    ("fast_track", "intake", "secretariat", "agenda_ready"),
    ("complete", "coordination", "amb", "agenda_ready"),
    ("place", "agenda_ready", "council", "on_agenda"),
    ("call_item", "on_agenda", "council", "deliberation"),
    ("council_passed", "deliberation", "council", "gcio_decision"),
    ("approve", "gcio_decision", "government_cio", "approved"),
    ("record_budget", "approved", "accounts", "budgeted"),
    ("start", "budgeted", "pmo_head", "executing"),
    ("complete", "executing", "pjmo", "evaluation"),
    ("close", "evaluation", "ministry_cio", "closed"),
]


BEFORE_BUDGET = ("intake", "coordination", "agenda_ready", "on_agenda", "deliberation", "gcio_decision")
