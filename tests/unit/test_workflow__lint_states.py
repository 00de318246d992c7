"""Every state is reached, is left, and leads to an end; where one does not, it is told where it stands."""

from __future__ import annotations

from sample_definition import SAMPLE, expected, problems, spoiled


def test_a_state_that_no_way_leads_to_is_unreachable() -> None:
    added = "  ¦island: {title: {ja: 島, en: island}, role: head, due: {working_days: 1}}\n  done: {"
    way_out = "  - {trigger: return, from: island, to: done, roles: [head]}\n  - trigger: decide"
    text = spoiled("  - trigger: decide", way_out, text=spoiled("  done: {", added))
    text, [(line, column)] = expected(text)
    assert problems(text) == [(line, column, "workflow.unreachable")]


def test_no_state_is_called_same() -> None:
    text, [(line, column)] = expected(
        SAMPLE.replace("  done: {", "  ¦same: {").replace("to: done", "to: same")
    )
    assert (line, column, "workflow.reserved_state") in problems(text)


def test_a_state_that_nothing_leaves_is_a_dead_end() -> None:
    text, [(line, column)] = expected(
        spoiled(
            "  done: {",
            "  ¦limbo: {title: {ja: 宙, en: limbo}, role: head, due: {working_days: 1}}\n  done: {",
            text=spoiled("from: review, to: draft", "from: review, to: limbo"),
        )
    )
    assert problems(text) == [(line, column, "workflow.dead_end")]


def test_an_act_that_moves_nothing_is_no_way_out() -> None:
    text = spoiled("from: [draft, review]", "from: [draft, review, limbo]").replace("to: draft", "to: limbo")
    text, [(line, column)] = expected(
        spoiled(
            "  done: {",
            "  ¦limbo: {title: {ja: 宙, en: limbo}, role: head, due: {working_days: 1}}\n  done: {",
            text=text,
        )
    )
    assert problems(text) == [(line, column, "workflow.dead_end")]


def test_a_loop_without_exit_is_told_for_each_of_its_states() -> None:
    added = (
        "  ¦ping: {title: {ja: 往, en: ping}, role: head, due: {working_days: 1}}\n"
        "  ¦pong: {title: {ja: 復, en: pong}, role: head, due: {working_days: 1}}\n  done: {"
    )
    loop = (
        "  - {trigger: submit, from: ping, to: pong, roles: [head]}\n"
        "  - {trigger: submit, from: pong, to: ping, roles: [head]}\n  - trigger: decide"
    )
    text = spoiled("  - trigger: decide", loop, text=spoiled("  done: {", added)).replace(
        "to: draft", "to: ping"
    )
    text, places = expected(text)
    assert problems(text) == [(line, column, "workflow.no_exit") for line, column in places]


def test_a_definition_without_any_end_is_told_once() -> None:
    text = spoiled("en: done}, end: true}", "en: done}, role: head, due: {working_days: 1}}")
    text = spoiled(
        "  - trigger: decide",
        "  - {trigger: return, from: done, to: draft, roles: [head]}\n  - trigger: decide",
        text=text,
    )
    text, [(line, column)] = expected(spoiled("\nstates:", "\n¦states:", text=text))
    assert problems(text) == [(line, column, "workflow.no_end")]
