"""Texts that come with an act and from no file: whether they can be kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from govflow.errors import Problem
from govflow.messages import notice
from govflow.reading.text import saying_problem


def text_problems(
    texts: Iterable[tuple[str, object]], *, multiline: Collection[str] = ()
) -> Iterator[Problem]:
    """Every text that cannot be kept, by its name; `multiline` ones, and what is named within them (`texts.ja`), may
    have several lines. What is no text is passed over."""
    for name, text in texts:
        lines = name.partition(".")[0] in multiline
        if isinstance(text, str) and (why := saying_problem(text, multiline=lines)) is not None:
            yield Problem(None, notice("acts.bad_text", name=name, why=why))


def note_problems(note: str) -> Iterator[Problem]:
    """What is wrong with the note of an act."""
    if (why := saying_problem(note, multiline=True)) is not None:
        yield Problem(None, notice("acts.bad_note", why=why))
