"""Lint: what a well-formed definition still may not be. Each check looks for one thing, everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from govflow.errors import Problem
from govflow.workflow import (
    lint_acts,
    lint_conditions,
    lint_content,
    lint_deeds,
    lint_guards,
    lint_names,
    lint_occasions,
    lint_reading,
    lint_returns,
    lint_rounds,
    lint_states,
)
from govflow.workflow.subject import Subject

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    lint_names.unknown,
    lint_names.unused,
    lint_names.malformed,
    lint_names.reserved,
    lint_names.ambiguous,
    lint_deeds.named_as_deeds,
    lint_deeds.not_before,
    lint_deeds.unused_groups,
    lint_deeds.doubled,
    lint_states.unreachable,
    lint_states.dead_ends,
    lint_states.loops,
    lint_states.ends,
    lint_states.waiting_states,
    lint_states.idle_roles,
    lint_acts.without_roles,
    lint_acts.unguarded_first,
    lint_acts.equal_guards,
    lint_acts.taken_twice,
    lint_acts.reads_untaken,
    lint_acts.builds_nothing,
    lint_acts.fanned_out,
    lint_occasions.filled_twice,
    lint_occasions.opened_by_nobody,
    lint_occasions.asked_of_nobody,
    lint_occasions.shared_by_nobody,
    lint_occasions.without_occasion,
    lint_occasions.unfitting_occasions,
    lint_occasions.trigger_of_two_kinds,
    lint_occasions.occasion_of_two_triggers,
    lint_occasions.without_way_on,
    lint_conditions.owner_of_nothing,
    lint_conditions.condition_of_nothing,
    lint_conditions.broken_nothing,
    lint_conditions.own_of_no_ministries,
    lint_guards.left_when_done,
    lint_guards.recorded_by_others,
    lint_guards.recorded_without_amount,
    lint_guards.empty_bounds,
    lint_guards.never_asked,
    lint_guards.not_each_condition,
    lint_returns.returns_without_issues,
    lint_returns.record_of_two_kinds,
    lint_returns.answered_elsewhere,
    lint_returns.pauses_for_good,
    lint_returns.about_nothing,
    lint_content.always_there,
    lint_content.types,
    lint_content.too_many_required,
    lint_content.choices,
    lint_content.aliases,
    lint_content.correctable,
    lint_content.dues,
    lint_content.dates,
    lint_content.unanswerable,
    lint_content.templates,
    lint_rounds.circles,
    lint_rounds.told_to_nobody,
    lint_rounds.report_missing,
    lint_rounds.called_by_nobody,
    lint_rounds.stages,
    lint_reading.auditor_acts,
    lint_reading.nobody_reads,
    lint_reading.reads_restricted,
    lint_reading.never_opened,
    lint_reading.unread_acts,
    lint_reading.ratified_unread,
    lint_reading.told_anyway,
    lint_reading.drafted_unread,
)


def lint(subject: Subject) -> list[Problem]:
    """All problems, each once: a transition written for several sources would repeat its own."""
    found = (problem for check in CHECKS for problem in check(subject))
    return list({(problem.place, problem.sentence("en")): problem for problem in found}.values())
