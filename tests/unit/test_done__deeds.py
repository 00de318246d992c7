"""Who has done what, as separation of duties compares persons: by act, by act in a state, by step answered."""

from __future__ import annotations

from typing import NamedTuple

from sample_definition import SAMPLE, sample, spoiled

from govflow.services.done import done_by

DEFINITION = sample(
    spoiled(
        "      pass_on: {title: {ja: 照会, en: passes on}, takes: [others], asks: [consultation]}\n",
        "      pass_on: {title: {ja: 照会, en: passes on}, takes: [others], asks: [consultation]}\n"
        "      unask: {title: {ja: 取消, en: unasks}, by_asker: true}\n",
        text=SAMPLE,
    )
)


class Did(NamedTuple):
    """An entry as far as it says who did what."""

    seq: int
    trigger: str
    person: str | None
    from_state: str | None = None
    step: str | None = None
    cause: str | None = None


def done(*acts: Did) -> dict[str, list[str]]:
    return done_by(acts, DEFINITION)


def test_an_act_counts_by_its_name_and_by_the_state_in_which_it_was_done() -> None:
    assert done(Did(1, "open", "aki"), Did(2, "submit", "haru", "draft")) == {
        "open": ["aki"],
        "submit": ["haru"],
        "draft.submit": ["haru"],
    }


def test_everybody_who_ever_did_it_counts_once_in_the_order_they_first_did() -> None:
    acts = (Did(n, "remark", who, "draft") for n, who in enumerate(("haru", "aki", "haru"), start=1))
    assert done(*acts)["remark"] == ["haru", "aki"]


def test_an_answer_counts_by_its_step_and_not_by_the_word_of_the_answer() -> None:
    assert done(Did(1, "agree", "aki", "review", "opinion")) == {"opinion": ["aki"]}
    assert done(Did(1, "agree", "aki", "review", "gone")) == {"gone": ["aki"]}
    assert done(Did(1, "unknown", "aki", "review", "opinion")) == {"opinion": ["aki"]}


def test_whoever_takes_back_what_they_asked_has_not_answered_it() -> None:
    assert done(Did(1, "unask", "aki", "review", "opinion")) == {}


def test_what_nobody_did_is_nobodys_deed() -> None:
    assert done(Did(1, "decide", None, "review")) == {}


def test_whoever_corrects_an_act_has_done_it_too() -> None:
    acts = (
        Did(1, "submit", "aki", "draft"),
        Did(2, "agree", "natsu", "review", "opinion"),
        Did(3, "correct", "haru", "review", cause="entry 1"),
        Did(4, "correct", "fuyu", "review", cause="entry 2"),
    )
    assert done(*acts) == {
        "submit": ["aki", "haru"],
        "draft.submit": ["aki", "haru"],
        "opinion": ["natsu", "fuyu"],
        "correct": ["haru", "fuyu"],
        "review.correct": ["haru", "fuyu"],
    }


def test_an_act_for_the_sake_of_another_is_no_correction_of_it() -> None:
    acts = (Did(1, "submit", "aki", "draft"), Did(2, "remark", "haru", "review", cause="entry 1"))
    assert done(*acts)["submit"] == ["aki"]
