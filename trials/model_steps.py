"""What is asked beside a state in the model: steps, in whose hands a proposal is, and who hears of what was missed."""

from __future__ import annotations

from typing import NamedTuple

from model_words import CONCURRENCES, PREPARING, PUTTING_FORWARD

LAPSES_TO = {
    "gcio_decision": "agenda_ready",
    "approved": "agenda_ready",
    "budgeted": "suspended",
    "executing": "suspended",
}


class Kind(NamedTuple):
    """A step: who answers, what may be said, whether it outlives the state, stops the clock, and whose deeds keep from
    answering."""

    role: str
    answers: dict[str, bool | None]
    lasting: bool = False
    not_by: tuple[str, ...] = ()


_VOICE = {"concur": True, "object": False}
_NOTED: dict[str, bool | None] = {"noted": None, "instructed": None}
_ANSWERED: dict[str, bool | None] = {"answered": None, "taken_back": None}
STEPS: dict[str, Kind] = {
    "adviser_opinion": Kind(
        "executive_adviser",
        {"favourable": True, "reserved": None, "unfavourable": False},
        not_by=PREPARING,
    ),
    "ciso_concurrence": Kind("ciso", {**_VOICE}, not_by=PREPARING),
    "accounts_concurrence": Kind("accounts", {**_VOICE}, not_by=PREPARING),
    "deputy_cio_concurrence": Kind("deputy_cio", {**_VOICE}, not_by=PREPARING),
    "duplicate_check": Kind(
        "amb", {"none": True, "share": True, "merge": None, "justified": True}, not_by=PUTTING_FORWARD
    ),
    "criteria_opinion": Kind(
        "cio_adviser", {"meets": True, "partly": None, "fails": False}, not_by=PUTTING_FORWARD
    ),
    "affected_ministry_opinion": Kind(
        "ministry_cio", {"no_objection": True, "comment": None, "objection": False}, not_by=PUTTING_FORWARD
    ),
    "technology_committee_opinion": Kind(
        "technology_committee",
        {"conforms": True, "exception": None, "departs": False},
        not_by=PUTTING_FORWARD,
    ),
    "merge_agreement": Kind("ministry_cio", {"agree": True, "refuse": False}, not_by=PUTTING_FORWARD),
    "inquiry": Kind("pmo_head", {**_ANSWERED}),
    "drafter_inquiry": Kind("pmo_clerk", {**_ANSWERED}),
    "escalation": Kind("government_cio", {**_NOTED}, lasting=True),
    "notification": Kind("secretariat", {"notified": None}, lasting=True),
    "receipt": Kind("pmo_head", {"received": None}, lasting=True),
    "condition_report": Kind("pmo_head", {"fulfilled": True, "unfulfilled": False}, lasting=True),
    "condition": Kind(
        "secretariat",
        {"verified": True, "unproven": False, "not_met": False, "breached": False},
        lasting=True,
        not_by=(*PUTTING_FORWARD, "condition_report"),
    ),
    "breach_report": Kind("government_cio", {**_NOTED}, lasting=True),
    "lapse_report": Kind("government_cio", {**_NOTED}, lasting=True),
    "post_review": Kind("ministry_cio", {"reviewed": None}, lasting=True),
    "overdue_report": Kind("ministry_cio", {**_NOTED}, lasting=True),
    "specification_opinion": Kind("executive_adviser", {"favourable": True, "reserved": None}),
    "review_decision": Kind("ministry_cio", {"continue": None, "improve": None}, not_by=("review",)),
}

ASKED_IN = {
    "ministry_review": ("adviser_opinion", *CONCURRENCES),
    "coordination": (
        "duplicate_check",
        "criteria_opinion",
        "affected_ministry_opinion",
        "technology_committee_opinion",
    ),
    "budgeted": ("specification_opinion",),
}

TAKEN = {
    "duplicate_check.merge": "into",
    "duplicate_check.justified": "note",
    "inquiry.answered": "reply",
    "drafter_inquiry.answered": "reply",
    "condition_report.fulfilled": "evidence",
    "condition_report.unfulfilled": "note",
    "condition.unproven": "note",
    "condition.breached": "note",
    "review_decision.improve": "note",
    **{
        f"{one}.instructed": "note"
        for one in ("escalation", "breach_report", "lapse_report", "overdue_report")
    },
}
"""What an answer has to bring."""

HANDS = {
    "draft": "pmo_clerk",
    "pmo_check": "pmo_head",
    "ministry_review": "ministry_cio",
    "intake": "secretariat",
    "coordination": "amb",
    "agenda_ready": "secretariat",
    "on_agenda": "council",
    "deliberation": "council",
    "gcio_decision": "government_cio",
    "approved": "pmo_head",
    "budgeted": "pmo_head",
    "executing": "pmo_head",
    "suspended": "government_cio",
    "evaluation": "pmo_head",
}
"""In whose hands a proposal is; at an end in nobody's."""

ABOVE = {
    "pmo_clerk": "pmo_head",
    "pjmo": "pmo_head",
    "pmo_head": "ministry_cio",
    "ministry_cio": "government_cio",
    **dict.fromkeys(("deputy_cio", "ciso", "accounts", "executive_adviser"), "ministry_cio"),
    **dict.fromkeys(
        ("secretariat", "amb", "cio_adviser", "technology_committee", "council"), "government_cio"
    ),
}
"""Who hears of what a role has missed."""
