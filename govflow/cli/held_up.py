"""What holds a proposal up besides its state: a stopped clock, issues to reply to, what a draft lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from govflow.cli.output import Output
from govflow.cli.prose import paragraph, title_of, working_days
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import Dossier, OpenIssue, Paused, Why


def show_held_up(out: Output, found: Why | Dossier) -> None:
    """All of it; nothing where nothing does."""
    if found.paused is not None:
        _show_pause(out, found.paused)
    if found.missing:
        paragraph(out, notice("held_up.missing", fields=[title_of(field) for field in found.missing]))
    before: OpenIssue | None = None
    for issue in found.issues:
        if before is None or (before.returned_from, before.day) != (issue.returned_from, issue.day):
            said = {"state": title_of(issue.returned_from), "day": issue.day, "act": issue.trigger}
            paragraph(out, notice("held_up.returned_from", **said))
        paragraph(out, _issue(issue), indent=2)
        before = issue


def _show_pause(out: Output, paused: Paused) -> None:
    roles = [title_of(role) for role in paused.waits_for]
    paragraph(out, notice("held_up.paused", since=paused.since, roles=roles))
    left = paused.days_left
    if left is not None:
        paragraph(out, notice("held_up.left" if left >= 0 else "held_up.late", days=working_days(abs(left))))


def _issue(issue: OpenIssue) -> Notice:
    if issue.field is None:
        return notice("held_up.issue", number=issue.number, text=issue.text)
    return notice("held_up.issue_of", number=issue.number, field=title_of(issue.field), text=issue.text)


def step_paused(step: Mapping[str, Any]) -> Notice | None:
    """That a step's clock stands still, beside its name."""
    left = step["paused_left"]
    return None if left is None else notice("held_up.step_paused", days=left)
