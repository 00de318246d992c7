"""What nobody does in the IT investment process: in which role, on which occasion, in which states."""

from __future__ import annotations

from shipped_definition import shipped

DEFINITION = shipped("it_investment")


def test_what_no_office_does_happens_in_the_council_or_of_itself() -> None:
    nobodys = {role.name: (role.body, role.automatic) for role in DEFINITION.roles.values() if not role.held}
    assert nobodys == {
        "council": ("cio_council", False),
        "breach": (None, True),
        "change": (None, True),
    }


# occasion | act | from
OCCASIONS = [
    ("placed", "place", "agenda_ready"),
    ("called", "call_item", "on_agenda"),
    ("removed", "pull", "on_agenda"),
    ("passed", "council_passed", "deliberation"),
    ("failed", "council_failed", "deliberation"),
    ("carried_over", "council_carried_over", "deliberation"),
    ("returned", "council_returned", "deliberation"),
    (
        "lapsed",
        "council_lapsed",
        "draft pmo_check ministry_review gcio_decision approved budgeted executing",
    ),
    ("decided_alone", "approve_in_emergency", "intake"),
    ("ratified", "council_ratified", "approved"),
    ("applied", "apply", "approved"),
    ("changed", "amend", "approved budgeted executing suspended"),
    ("breach_suspends", "suspend_for_breach", "executing"),
    ("breach_lapses", "lapse_for_breach", "approved budgeted executing suspended"),
]


def test_each_occasion_does_one_thing() -> None:
    found = {(t.occasion, t.trigger, t.source) for t in DEFINITION.transitions if t.occasion}
    assert found == {
        (occasion, act, state) for occasion, act, states in OCCASIONS for state in states.split()
    }
