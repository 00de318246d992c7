"""What every workflow has by the same name: steps that the program itself opens or asks for, and acts that no file
declares."""

from __future__ import annotations

from collections.abc import Mapping

from govflow.messages import Title

POST_REVIEW = "post_review"
"""A step that no part asks for: a substitute's act (代決) opens it with the office acted for."""

OVERDUE_REPORT = "overdue_report"
"""The other one: a missed date opens it one office up."""

NOTIFICATION = "notification"
"""The step that tells a decision to those whom it is for: until its answer slips may be corrected."""

CORRECT = "correct"

OWN_ACTS: Mapping[str, Title] = {
    "open": Title("起案", "open"),
    "revise": Title("改訂", "revise"),
    CORRECT: Title("訂正", "correct"),
}
"""The acts that every workflow has of itself: a proposal is opened, its draft revised, a slip corrected. No trigger has
their names."""

SYSTEM_ACTS: Mapping[str, Title] = {
    "escalate": Title("期限超過の上申", "escalate a missed date"),
    "reschedule": Title("期限の変更", "reschedule"),
}
"""What the system does to a proposal in every workflow: neither moves it, and no trigger has their names either."""
