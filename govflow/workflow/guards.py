"""The closed registry of guards. A new rule is a function here with a test, never an expression in a file."""

from __future__ import annotations

from collections.abc import Mapping

from govflow.workflow import act_checks, content_checks, return_checks, step_checks
from govflow.workflow.guard import CHOICES, COUNTS, DEEDS, ONE_NAME, PAIRS, SEVERAL_NAMES, YEN, Guard

_GUARDS = (
    # the proposal itself
    Guard("amount_stated", content_checks.amount_stated),
    Guard("amount_at_most", content_checks.amount_at_most, YEN),
    Guard("amount_at_least", content_checks.amount_at_least, YEN),
    Guard("no_growth", content_checks.no_growth, ONE_NAME, "fields"),
    Guard("complete", content_checks.complete, SEVERAL_NAMES, "fields"),
    Guard("required_stated", content_checks.required_stated),
    Guard("field_is", content_checks.field_is, CHOICES, "fields", "field choices"),
    Guard("within_request", content_checks.within_request, payload=("amount",)),
    Guard("amount_within", content_checks.amount_within, ONE_NAME, "records", payload=("amount",)),
    Guard(
        "amount_within_percent", content_checks.amount_within_percent, COUNTS, "records", payload=("amount",)
    ),
    Guard("stands", content_checks.stands, SEVERAL_NAMES, "references"),
    # the steps beside its state
    Guard("concurred", step_checks.concurred, SEVERAL_NAMES, "steps"),
    Guard("answered", step_checks.answered, SEVERAL_NAMES, "steps"),
    Guard("settled", step_checks.settled, SEVERAL_NAMES, "steps"),
    Guard("answer_is", step_checks.answer_is, CHOICES, "steps", "answers"),
    Guard("conditions_verified", step_checks.conditions_verified, PAIRS, "steps", "records"),
    Guard("no_suspending_breach", step_checks.no_suspending_breach, PAIRS, "steps", "records"),
    Guard("reported", step_checks.reported),
    Guard("overdue", step_checks.overdue),
    # the acts before, and this one
    Guard("different_person_from", act_checks.different_person_from, DEEDS, "deeds"),
    Guard("another_agrees", act_checks.another_agrees, PAIRS, "steps", "references"),
    Guard("recorded_by", act_checks.recorded_by, CHOICES, "records", "triggers"),
    Guard("given", act_checks.given, SEVERAL_NAMES, "values"),
    Guard("payload_is", act_checks.payload_is, CHOICES, "values", "value choices"),
    Guard("times_at_most", act_checks.times_at_most, COUNTS, "triggers"),
    Guard("times_at_least", act_checks.times_at_least, COUNTS, "triggers"),
    Guard("done_here", act_checks.done_here, SEVERAL_NAMES, "triggers"),
    Guard("fiscal_year_ended", act_checks.fiscal_year_ended, ONE_NAME, "records"),
    Guard(
        "no_condition_owned_by",
        act_checks.no_condition_owned_by,
        SEVERAL_NAMES,
        "roles",
        payload=("conditions",),
    ),
    Guard("not_the_owner", act_checks.not_the_owner),
    # what was sent back
    Guard("returned_from", return_checks.returned_from, CHOICES, "records", "states"),
    Guard("unchanged_since", return_checks.unchanged_since, CHOICES, "records", "fields"),
    Guard("issues_answered", return_checks.issues_answered, SEVERAL_NAMES, "records", payload=("replies",)),
)

REGISTRY: Mapping[str, Guard] = {guard.name: guard for guard in _GUARDS}
