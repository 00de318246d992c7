"""What must not be is told: an exception, a hang, a heap of memory; and what is allowed is not."""

from __future__ import annotations

import pytest
from bounded import fault_of
from hostile_controls import controls
from hostile_pages import difference, rendered

from govflow.documents.inert import inert

CONTROLS = dict(controls())


@pytest.mark.parametrize("title", ["a reader that lets an exception through", "a reader that takes 300 MB"])
def test_what_is_put_wrong_is_found(title: str) -> None:
    assert fault_of(CONTROLS[title]) != ""


def test_what_may_come_is_no_fault() -> None:
    assert fault_of(lambda: int("x"), (ValueError,)) == ""
    assert fault_of(lambda: None) == ""


def test_a_text_that_is_not_made_inert_makes_other_elements() -> None:
    harmless, text = rendered("# a: harmless"), "<b>x</b>"
    assert difference(rendered(f"# a: {inert(text)}"), harmless, text, several=False) == ""
    assert difference(rendered(f"# a: {text}"), harmless, text, several=False).startswith("other elements")


def test_a_text_that_is_lost_is_missed() -> None:
    assert difference(rendered("# a"), rendered("# b"), "x", several=False) == "the text is not seen as it is"
