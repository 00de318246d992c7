"""Nobody judges what they put forward: a sample of every person, office and stand-in there is, held against the words
of the rules. `python trials/self_approval.py` takes them all."""

from __future__ import annotations

import pytest
from self_approval import CONTROL, SAMPLE, caught, controls, shipped, tried, unsaid
from self_approval_words import WORDS, named
from small_ministries import Size, directory_of, offices_of, worlds

from govflow.resources import workflow_files

SMALL = ("mid_long_term_plan", "town_purchase")


def test_words_are_said_about_every_act_of_every_shipped_definition() -> None:
    """What is new in a definition is to be said in trials/self_approval_words.py: whether it judges, and what."""
    assert set(WORDS) == set(workflow_files())
    assert [act for name in WORDS for act in unsaid(shipped(name), words=WORDS[name])] == []


@pytest.mark.parametrize("name", SMALL)
def test_nobody_comes_to_judge_what_they_put_forward(name: str) -> None:
    assert tried(shipped(name), SAMPLE, words=WORDS[name]).different is None


def test_nobody_who_holds_two_offices_comes_to_judge_an_investment_they_put_forward() -> None:
    assert tried(shipped("it_investment"), CONTROL, words=WORDS["it_investment"]).different is None


@pytest.mark.parametrize(("name", "so_many_th"), [*((name, 1) for name in SMALL), ("it_investment", 4)])
def test_a_guard_that_is_missing_is_found_out(name: str, so_many_th: int) -> None:
    every = [*controls(shipped(name), whole=True)][::so_many_th]
    missed = [control.title for control in every if caught(control, words=WORDS[name]).different is None]
    assert missed == []
    assert len(every) > 2


def test_a_single_deed_that_a_guard_forgets_is_found_out() -> None:
    every = [*controls(shipped("town_purchase"), whole=False)]
    assert [control.title for control in every][:2] == [
        "draft.decide does not ask about open",
        "draft.decide does not ask about revise",
    ]
    assert all(caught(control, words=WORDS["town_purchase"]).different for control in every)


def test_every_person_there_is_comes_to_act_but_for_names() -> None:
    """Of three offices each is held alone and each pair together, present and away; with one arrangement, each other
    office is delegated, deputised for, or vacant."""
    offices = offices_of(shipped("town_purchase"))
    assert len([*worlds(offices, Size(3, 0))]) == (3 + 3 + 1) * 2
    assert len([*worlds(offices, Size(1, 1))]) == 3 * (1 + 2 * 3) * 2


def test_at_most_five_persons_hold_the_offices() -> None:
    offices = offices_of(shipped("mid_long_term_plan"))
    for world in worlds(offices, Size(1, 2)):
        organisation = directory_of(world, offices, workflow="mid_long_term_plan").organisation
        assert {appointment.person for appointment in organisation.appointments} <= set("pqrst")


def test_an_act_goes_by_its_state_and_without() -> None:
    assert named("pmo_check.accept") == ("pmo_check.accept", "accept")
    assert named("open") == ("open",)
