"""The investment process in the words of its table, as plain tuples: who does what where, and what stands against it.

Written by hand from what is said about the process; for details and the order of refusals the definition was read too.
The store is compared with it."""

from __future__ import annotations

from typing import NamedTuple

AUTHORING = ("open", "revise", "submit")
PREPARING = (*AUTHORING, "pmo_check.accept")
PUTTING_FORWARD = (*PREPARING, "endorse")


class Way(NamedTuple):
    """An act in a state: by which roles, to which state (none: it moves nothing), what it has to bring, what
    has to hold (rules of the model by name), whose deeds may not be the actor's own, what it keeps, asks and opens."""

    state: str
    trigger: str
    roles: str
    target: str = ""
    takes: str = ""
    holds: str = ""
    not_by: tuple[str, ...] = ()
    keeps: str = ""
    asks: str = ""
    opens: str = ""


CONCURRENCES = ("ciso_concurrence", "accounts_concurrence", "deputy_cio_concurrence")
_ENDORSER = (*AUTHORING, "accept")
_FORWARD = PUTTING_FORWARD
_ANY = "intake coordination agenda_ready on_agenda deliberation gcio_decision"


def _ways(states: str, trigger: str, roles: str, target: str = "", **more: object) -> tuple[Way, ...]:
    return tuple(Way(state, trigger, roles, target, **more) for state in states.split())  # type: ignore[arg-type]


WAYS: tuple[Way, ...] = (
    Way("draft", "submit", "pmo_clerk pjmo", "pmo_check", holds="replied"),
    Way("draft", "discard", "pmo_clerk pjmo", "discarded"),
    Way("pmo_check", "accept", "pmo_head", "ministry_review", holds="amount_stated", not_by=AUTHORING),
    Way("pmo_check", "return", "pmo_head", "draft", "issues", keeps="internal_return"),
    Way("pmo_check", "inquire", "pmo_head", "", "question", asks="drafter_inquiry"),
    Way("ministry_review", "endorse", "ministry_cio", "coordination", holds="concurred back_to_coordination"),
    Way("ministry_review", "endorse", "ministry_cio", "agenda_ready", holds="concurred back_to_deliberation"),
    Way("ministry_review", "endorse", "ministry_cio", "gcio_decision", holds="concurred back_to_decision"),
    Way("ministry_review", "endorse", "ministry_cio", "intake", holds="concurred"),
    Way("ministry_review", "return", "ministry_cio", "draft", "issues", keeps="internal_return"),
    Way(
        "ministry_review",
        "inquire",
        "ministry_cio deputy_cio ciso accounts executive_adviser",
        "",
        "question",
        asks="inquiry",
    ),
    Way("ministry_review", "decline", "ministry_cio", "not_put_forward", "note"),
    Way("intake", "accept", "secretariat", "coordination", holds="complete", not_by=_FORWARD),
    Way("intake", "fast_track", "secretariat", "agenda_ready", holds="complete small", not_by=_FORWARD),
    Way("intake", "return", "secretariat", "draft", "issues", not_by=_FORWARD, keeps="return"),
    Way("coordination", "complete", "amb", "agenda_ready", holds="no_duplicate heard", not_by=_FORWARD),
    Way("coordination", "merge", "ministry_cio", "merged", holds="merging into_stands"),
    Way("coordination", "return", "amb", "draft", "issues", not_by=_FORWARD, keeps="return"),
    Way(
        "gcio_decision",
        "approve",
        "government_cio",
        "approved",
        holds="passed within_council stands",
        not_by=_FORWARD,
        keeps="decision",
        asks="notification",
    ),
    Way(
        "gcio_decision",
        "reject",
        "government_cio",
        "rejected",
        "note",
        not_by=_FORWARD,
        keeps="decision",
        asks="notification",
    ),
    Way(
        "gcio_decision",
        "refer_back",
        "government_cio",
        "coordination",
        "note",
        holds="first_time",
        not_by=_FORWARD,
    ),
    Way("gcio_decision", "return", "government_cio", "draft", "issues", not_by=_FORWARD, keeps="return"),
    *_ways(
        "intake agenda_ready on_agenda deliberation",
        "inquire",
        "secretariat",
        takes="question",
        not_by=_FORWARD,
        asks="inquiry",
    ),
    Way(
        "coordination",
        "inquire",
        "amb secretariat cio_adviser technology_committee",
        "",
        "question",
        not_by=_FORWARD,
        asks="inquiry",
    ),
    Way(
        "gcio_decision",
        "inquire",
        "government_cio cio_adviser",
        "",
        "question",
        not_by=_FORWARD,
        asks="inquiry",
    ),
    *_ways("draft pmo_check ministry_review", "withdraw", "pmo_clerk pmo_head", "withdrawn", takes="note"),
    *_ways(
        "intake coordination agenda_ready on_agenda", "withdraw", "ministry_cio", "withdrawn", takes="note"
    ),
    *_ways("deliberation gcio_decision", "withdraw", "ministry_cio", "withdrawn", takes="note chair_consent"),
    Way(
        "approved",
        "record_request",
        "pmo_clerk pmo_head",
        "",
        "amount",
        holds="within_decision",
        keeps="request",
    ),
    Way(
        "approved",
        "record_budget",
        "accounts",
        "budgeted",
        "amount fiscal_year",
        holds="requested_here lasting_approval precedents_met within_request within_decision",
        not_by=("record_request",),
        keeps="budget",
    ),
    Way("approved", "lapse", "secretariat", "lapsed", holds="decision_year_over"),
    Way("budgeted", "check_specification", "pmo_clerk pmo_head", "", holds="specification_heard"),
    Way(
        "budgeted",
        "start",
        "pmo_head",
        "executing",
        "amount",
        holds="checked_here precedents_met no_suspending_breach within_budget within_decision",
        keeps="contract",
    ),
    Way("budgeted", "carry_over", "accounts", "", "fiscal_year note", keeps="budget"),
    Way("budgeted", "lapse", "secretariat", "lapsed", holds="budget_year_over"),
    *_ways(
        "budgeted executing",
        "record_budget",
        "accounts",
        takes="amount fiscal_year",
        holds="amended precedents_met within_decision",
        not_by=("record_request",),
        keeps="budget",
    ),
    Way("executing", "review", "pmo_clerk pmo_head", "", "executed fiscal_year", asks="review_decision"),
    Way("executing", "suspend", "ministry_cio government_cio", "suspended", "note"),
    *_ways("executing suspended", "terminate", "government_cio", "terminated", takes="note"),
    Way("executing", "complete", "pjmo", "evaluation", holds="replied"),
    Way("suspended", "resume", "government_cio", "executing", "note", holds="started", not_by=_FORWARD),
    Way("suspended", "resume", "government_cio", "budgeted", "note", not_by=_FORWARD),
    Way(
        "evaluation",
        "evaluate",
        "pmo_clerk pmo_head",
        "",
        "kpi_results usage satisfaction savings",
        not_by=("executing.complete",),
    ),
    Way(
        "evaluation",
        "close",
        "ministry_cio",
        "closed",
        holds="evaluated_here",
        not_by=("executing.complete", "evaluate"),
    ),
    Way("evaluation", "return", "ministry_cio", "executing", "issues", keeps="evaluation_return"),
)
"""What persons do. Ways of one act in one state are tried in this order."""

SEPARATED = {("ministry_review", "endorse"): _ENDORSER}
"""Whose deeds the endorsing CIO may not have done, on each of the four ways."""

OF_COUNCIL: dict[str, tuple[str, ...]] = {
    "place": ("agenda_ready",),
    "call_item": ("on_agenda",),
    "pull": ("on_agenda",),
    "council_passed": ("deliberation",),
    "council_failed": ("deliberation",),
    "council_carried_over": ("deliberation",),
    "council_returned": ("deliberation",),
    "approve_in_emergency": ("intake",),
    "council_ratified": ("approved",),
    "council_lapsed": (
        "draft",
        "pmo_check",
        "ministry_review",
        "gcio_decision",
        "approved",
        "budgeted",
        "executing",
    ),
    "suspend_for_breach": ("executing",),
    "lapse_for_breach": ("approved", "budgeted", "executing", "suspended"),
    "apply": ("approved",),
    "amend": ("approved", "budgeted", "executing", "suspended"),
}
"""What nobody does by hand, and where it happens."""

CENTRAL = (
    "secretariat",
    "amb",
    "cio_adviser",
    "technology_committee",
    "government_cio",
)

SCOPE = ("amount", "kind", "purpose", "outline", "affected_ministries", "standards_concerned", "fiscal_year")
"""What may not change between a return and the endorsement, lest the proposal go the whole way again."""
