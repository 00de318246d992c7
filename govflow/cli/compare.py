"""`govflow compare`: two revisions of a proposal side by side (新旧対照)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

import govflow
from govflow.cli.frame import Invocation, command
from govflow.cli.opened import opened
from govflow.cli.output import Output
from govflow.cli.parameters import FILE
from govflow.cli.prose import blank, paragraph, title_of
from govflow.cli.reference import REFERENCE
from govflow.cli.saving import save_text
from govflow.cli.table import Column
from govflow.messages import notice

if TYPE_CHECKING:
    from govflow import Comparison

_FIELD = Column("heading.field", fit="wrap", most=14)
_OLD, _NEW = Column("heading.before_change", fit="wrap"), Column("heading.after_change", fit="wrap")


@command("compare")
@click.argument("reference", metavar="REF", type=REFERENCE)
@click.option("--from", "old", metavar="N", type=click.IntRange(1))
@click.option("--to", "new", metavar="M", type=click.IntRange(1))
@click.option("--all", "every", is_flag=True)
@click.option("--output", metavar="FILE", type=FILE)
def compare(
    call: Invocation, reference: str, *, old: int | None, new: int | None, every: bool, output: Path | None
) -> None:
    with opened(call) as session:
        found = govflow.compare(session, reference, old=old, new=new, every=every)
        if output is not None:
            save_text(output, govflow.comparison_file(session, found, output, lang=call.lang))
    call.out.answer(found, lambda: _show(call.out, found, output))


def _show(out: Output, found: Comparison, saved: Path | None) -> None:
    if saved is not None:
        paragraph(out, notice("held_up.saved", file=str(saved)))
        return
    paragraph(out, f"{found.reference}  {found.titles[out.lang]}")
    numbers = {"old": found.old.number, "new": found.new.number}
    paragraph(out, notice("held_up.sides" if found.fields else "held_up.same", **numbers))
    if not found.fields:
        return
    for code, side in (("before", found.old), ("after", found.new)):
        paragraph(out, notice(f"held_up.{code}", number=side.number, day=side.day), indent=2)
    blank(out)
    newer_first = out.lang == "ja"  # as Japanese tables of this kind have it
    columns = (_FIELD, _NEW, _OLD) if newer_first else (_FIELD, _OLD, _NEW)
    out.table(columns, [row[:1] + row[:0:-1] if newer_first else row for row in _rows(out, found)])


def _rows(out: Output, found: Comparison) -> Iterator[tuple[object, ...]]:
    """Field, old, new."""
    empty = notice("held_up.empty")
    for field in found.fields:
        old, new = (field.side(out.lang, new=new) or empty for new in (False, True))
        yield title_of(field.title), old, new
