"""What happens on a walk, and how likely: each walk has a theme, so that every corner of the process is somebody's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

OFTEN: Mapping[str, float] = {
    "another_is_opened": 1,
    "a_draft_is_revised": 1,
    "a_change_is_opened": 1,
    "a_change_is_brought_through": 0.5,
    "one_goes_on": 3,
    "one_goes_on_for_a_while": 2,
    "one_is_brought_further": 1,
    "one_is_decided_alone": 0.3,
    "somebody_tries_something": 2,
    "somebody_in_office_is_too_early": 2,
    "somebody_brings_the_wrong_thing": 1,
    "somebody_saw_another_version": 1,
    "somebody_says_it_again": 1,
    "somebody_means_what_is_not_there": 0.3,
    "the_council_goes_on": 2,
    "the_council_meets": 0.5,
    "somebody_else_calls_the_council": 0.5,
    "somebody_goes_away_or_comes_back": 1,
    "an_office_is_lent_or_taken_back": 0.5,
    "somebody_has_two_posts": 0.5,
    "days_pass": 1,
    "deadlines_are_swept": 1,
    "the_store_is_opened_again": 0.5,
}
"""What may happen, and how often beside the rest."""

COUNCIL: Mapping[str, float] = {
    "place": 6,
    "pull": 1,
    "decide_alone": 1,
    "open": 2,
    "call_item": 8,
    "settle": 6,
    "ratify": 3,
    "end": 1,
    "council_passed": 6,
    "council_failed": 1,
    "council_carried_over": 1.5,
    "council_returned": 1.5,
}
"""What the council may do next, and how likely beside what else it may do then."""


class Theme(NamedTuple):
    """Proposals are brought to one of `first` in the beginning and to one of `where` later. What happens, what is
    done on a proposal (or in a state of it) and what the council does are so many times as `likely` as elsewhere."""

    first: tuple[str, ...] = ("draft",)
    where: tuple[str, ...] = ()
    likely: Mapping[str, float] = {}


THEMES: Mapping[str, Theme] = {
    "anything": Theme(),
    "a ministry's review": Theme(
        ("pmo_check",),
        ("ministry_review", "intake"),
        {"return": 3, "decline": 4, "withdraw": 5, "intake.withdraw": 60, "one_is_brought_further": 2},
    ),
    "the coordination": Theme(
        ("coordination",),
        ("coordination",),
        {"duplicate_check.merge": 5, "merge_agreement.agree": 3, "merge": 3, "withdraw": 6}
        | {"one_is_brought_further": 2, "somebody_in_office_is_too_early": 3},
    ),
    "what the council decides": Theme(
        ("on_agenda",),
        ("agenda_ready", "on_agenda", "deliberation"),
        {"council_failed": 12, "council_returned": 3, "withdraw": 5, "inquire": 3}
        | {"the_council_goes_on": 5, "one_is_brought_further": 4},
    ),
    "what its decision comes to": Theme(
        ("gcio_decision",),
        ("gcio_decision",),
        {
            "return": 4,
            "reject": 3,
            "refer_back": 3,
            "inquire": 2,
            "withdraw": 10,
            "one_is_brought_further": 4,
        },
    ),
    "decided alone, and sent back": Theme(
        ("agenda_ready",),
        ("draft", "pmo_check", "pmo_check", "ministry_review", "gcio_decision"),
        {"decide_alone": 9, "place": 0.1, "ratify": 0.1, "gcio_decision.return": 20, "return": 0.3}
        | {"pmo_check.accept": 0.2}
        | {"one_is_decided_alone": 10, "one_goes_on": 2, "one_is_brought_further": 3, "another_is_opened": 2}
        | {"the_council_goes_on": 2, "days_pass": 0.2},
    ),
    "decided alone, and carried out": Theme(
        ("intake", "agenda_ready", "agenda_ready"),
        ("approved", "budgeted", "executing", "executing", "suspended"),
        {"decide_alone": 9, "place": 0.1, "ratify": 0.2, "conditions": 0.1, "resume": 30}
        | {"one_is_decided_alone": 10, "one_is_brought_further": 6, "another_is_opened": 2}
        | {"the_council_goes_on": 1, "days_pass": 0.2},
    ),
    "execution": Theme(
        ("budgeted", "executing"),
        ("executing", "evaluation"),
        {"suspend": 4, "resume": 2, "terminate": 5, "return": 3}
        | {"one_is_brought_further": 3, "somebody_in_office_is_too_early": 2},
    ),
    "conditions, broken early": Theme(
        ("approved", "budgeted"),
        ("approved", "budgeted"),
        {"conditions": 2, "condition.not_met": 30, "condition.breached": 30, "condition.verified": 0.3}
        | {"one_goes_on": 2, "one_is_brought_further": 4, "another_is_opened": 3}
        | {"the_council_goes_on": 0.3, "somebody_in_office_is_too_early": 2},
    ),
    "conditions, broken late": Theme(
        ("executing",),
        ("executing",),
        {"conditions": 2, "condition.not_met": 20, "condition.breached": 20, "condition.verified": 0.3}
        | {"suspend": 4, "resume": 0.3, "one_goes_on": 2, "one_is_brought_further": 5, "another_is_opened": 3}
        | {"the_council_goes_on": 0.3},
    ),
    "changes": Theme(
        ("approved", "budgeted", "executing"),
        ("budgeted", "executing"),
        {"record_budget": 60, "suspend": 4, "resume": 0.3, "conditions": 0.5}
        | {"a_change_is_opened": 4, "a_change_is_brought_through": 8, "one_is_brought_further": 2},
    ),
    "years": Theme(
        ("approved", "budgeted", "budgeted"),
        ("budgeted", "executing", "evaluation"),
        {"a long time": 9, "lapse": 20, "carry_over": 2, "days_pass": 3},
    ),
}
