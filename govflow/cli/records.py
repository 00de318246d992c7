"""What acts have kept with a proposal, for people: each record under the act that kept it, a line a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from govflow.cli.output import Output
from govflow.cli.prose import paragraph, title_of
from govflow.cli.width import padded, wrap
from govflow.cli.wording import worded, worded_lines
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import KeptRecord

_UNDER = 4
"""Columns before what an act has kept."""

_TITLE = 24
"""Columns of a value's title, which leaves the rest to the value."""


def show_records(out: Output, records: Iterable[KeptRecord]) -> None:
    """All records in their order; long titles and texts go on below."""
    paragraph(out, notice("answer.records"))
    for record in records:
        paragraph(out, notice("answer.kept_on", day=record.day, act=title_of(record.act)), indent=2)
        for value in record.values:
            _show_value(out, value)


def _show_value(out: Output, value: Mapping[str, Any]) -> None:
    titles = wrap(worded(value["title"], out.lang), _TITLE)
    room = out.width - _UNDER - _TITLE - 2
    items = (part for item in value["shown"] for part in worded_lines(item, out.lang).split("\n"))
    texts = [line for item in items for line in wrap(item, room)]
    for title, text in zip_longest(titles, texts, fillvalue=""):
        out.text(f"{'':{_UNDER}}{padded(title, _TITLE)}  {text}".rstrip())
