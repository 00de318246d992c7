"""What a proposal is held up by besides its state: issues of a return to answer, inquiries that stop the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govflow.domain.returned import open_issues
from govflow.services.access import Read
from govflow.services.acting.returning import answers_to
from govflow.services.case import Case
from govflow.services.names import Pair, pair
from govflow.services.spelling import coded
from govflow.workflow.content_checks import lacking_fields


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """An issue to reply to, by its `number`, with the act `trigger`; `field` is what it is about."""

    number: int
    text: str
    field: Pair | None
    returned_from: Pair
    day: str
    trigger: str


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock stands still: since when, with how many working days left (None: it had no due date; negative: it was
    late), and whose answers are waited for."""

    since: str
    days_left: int | None
    waits_for: tuple[Pair, ...]


def issues_to_answer(case: Case) -> tuple[OpenIssue, ...]:
    """What was sent back for and has to be replied to where the proposal stands."""
    found: list[OpenIssue] = []
    found += (issue for issue in _issues(case) if issue not in found)
    return tuple(found)


def _issues(case: Case) -> Iterator[OpenIssue]:
    definition, records = case.definition, case.proposal.records
    for transition in definition.transitions_from(case.proposal.state):
        for each in open_issues(records, answers_to(transition)):
            field = definition.fields.get(each.issue.get("field", ""))
            yield OpenIssue(
                number=each.number,
                text=each.issue["text"],
                field=pair(field.title) if field else None,
                returned_from=pair(definition.states[records[each.record]["state"]].title),
                day=records[each.record]["day"],
                trigger=transition.trigger,
            )


def missing_fields(read: Read) -> tuple[Pair, ...]:
    """What a draft still has to state before it can be submitted: told to those who read drafts, without fields that
    they do not read."""
    case = read.case
    if case.proposal.state != case.definition.initial or not (read.access.inside and read.access.whole):
        return ()
    lacking = (case.definition.fields[name] for name in lacking_fields(case.definition, case.content))
    return tuple(pair(coded(field.name, field.title)) for field in lacking if field.name not in read.closed)


def sent_back_before(case: Case) -> int | None:
    """The revision that was sent back last, where the present one is another."""
    kept = [record for name in case.definition.returns if (record := case.proposal.records.get(name))]
    last = max((int(record["revision"]) for record in kept), default=None)
    return last if last != case.proposal.revision else None


def pause_of(case: Case) -> Paused | None:
    """The pause in which the proposal is, if it is in one."""
    open_now = case.pausing_steps
    if not open_now:
        return None
    roles = dict.fromkeys(step.role for step in open_now)
    return Paused(
        since=_since(case),
        days_left=case.proposal.paused_left,
        waits_for=tuple(pair(case.definition.roles[role].title) for role in roles),
    )


def _since(case: Case) -> str:
    """The day from which on at least one inquiry has been open all the time."""
    asked = [step for step in case.steps if step.name in case.definition.pausing]
    since = min(step.asked_on for step in case.pausing_steps)
    for step in sorted(asked, key=lambda each: each.asked_on, reverse=True):
        if step.asked_seq > case.proposal.entered_seq and step.asked_on < since <= (step.answered_on or ""):
            since = step.asked_on
    return since
