"""The demonstration: real programmes of many ministries through every kind of end, with memos in both languages."""

from __future__ import annotations

from pathlib import Path

import govflow


def test_at_least_twelve_proposals_of_different_ministries_reach_every_kind_of_end(
    demonstration: govflow.Demonstration,
) -> None:
    ends = {story.state["en"] for story in demonstration.stories}
    assert len({story.ministry for story in demonstration.stories}) >= 12
    assert ends >= {
        "approved",
        "rejected",
        "withdrawn",
        "merged",
        "lapsed",
        "not put forward",
        "closed",
        "terminated",
    }


def test_it_leaves_every_document_in_both_languages_and_both_forms(
    demonstration: govflow.Demonstration,
) -> None:
    for language in ("ja", "en"):
        folder = Path(demonstration.folder) / language
        for suffix in (".md", ".html"):
            assert len(list(folder.glob(f"*{suffix}"))) == demonstration.documents > 40


def test_its_clock_moves_so_that_stages_take_real_days(
    demonstration: govflow.Demonstration, demonstrated: Path
) -> None:
    with govflow.open(str(demonstrated)) as session:
        stages = {stage.state: stage.mean for stage in govflow.stats(session).stages}
        told = demonstration.stories[0]
        days = {entry["effective_on"] for entry in govflow.history(session, told.reference)}
    assert stages["ministry_review"] > 5
    assert len(days) > 10


def test_its_store_says_that_it_is_a_demonstration(demonstrated: Path) -> None:
    info = govflow.store_info(str(demonstrated))
    assert (info.demonstration, info.proposals) == (True, 564)


def test_every_story_can_be_explained_and_its_record_read(
    demonstration: govflow.Demonstration, demonstrated: Path
) -> None:
    with govflow.open(str(demonstrated)) as session:
        for told in demonstration.stories:
            shown = govflow.show(session, told.reference)
            answer = govflow.why(session, told.reference)
            entries = govflow.history(session, told.reference)
            assert shown.state_title == told.state == answer.state_title
            assert len(entries) == shown.version
            assert bool(answer.possible) is (answer.responsible is not None)


def test_the_substituted_endorsement_was_reviewed_afterwards(
    demonstration: govflow.Demonstration, demonstrated: Path
) -> None:
    (told,) = [story for story in demonstration.stories if "substitute" in story.story.en]
    with govflow.open(str(demonstrated)) as session:
        (endorsed,) = [e for e in govflow.history(session, told.reference) if e["trigger"] == "endorse"]
        (review,) = [s for s in govflow.show(session, told.reference).steps if s["name"] == "post_review"]
    assert (endorsed["via"], endorsed["on_behalf_of"]["en"]) == ("substitution", "CIO, MOFA")
    assert review["state"] == "answered"
    assert review["person"] != endorsed["person"]
