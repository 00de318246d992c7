"""The receipt of an act for people: what happened, the new state, who is next and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govflow.cli.amount import exact
from govflow.cli.output import Output
from govflow.cli.prose import actor, listed, local_time, paragraph, title_of
from govflow.messages import Notice, notice

if TYPE_CHECKING:
    from govflow import Receipt, Session


def show_receipt(out: Output, receipt: Receipt, *, session: Session, dry_run: bool) -> None:
    paragraph(out, what_happened(receipt))
    if receipt.consequence:
        paragraph(out, title_of(receipt.consequence))
    out.fields(_fields(receipt, local_time(receipt.recorded_at, session.store.info.timezone), out.lang))
    if receipt.repeated:
        paragraph(out, notice("answer.repeated"))
    if dry_run:
        paragraph(out, notice("answer.dry_run"))


def what_happened(receipt: Receipt) -> Notice:
    """The act and where the proposal stands after it, in one sentence."""
    return notice(
        "answer.act_moved" if receipt.moved else "answer.act_stayed",
        reference=receipt.reference,
        act=title_of(receipt.act),
        state=title_of(receipt.state_title),
    )


def _fields(receipt: Receipt, recorded: str, lang: str) -> Iterator[tuple[str, object]]:
    yield "heading.title", receipt.title
    if receipt.by:
        yield (
            "heading.by",
            actor(receipt.by, receipt.office_title, via=receipt.via, behalf=receipt.on_behalf_title),
        )
    if receipt.amount is not None:
        amount = exact(receipt.amount, lang)
        yield "heading.amount", notice("answer.as_asked", amount=amount) if receipt.as_asked else amount
    if receipt.next_role:
        yield "heading.next", _next(receipt)
        yield "heading.due", receipt.due_on or notice("answer.none")
    if receipt.documents:
        yield "heading.documents", listed(list(receipt.documents))
    yield "heading.recorded", notice("answer.entry", seq=receipt.seq, at=recorded)


def _next(receipt: Receipt) -> Notice:
    role = title_of(receipt.next_role or {"ja": "", "en": ""})
    if not receipt.next:
        return notice(f"answer.next_{receipt.filled_by}", role=role)
    return notice("answer.next", role=role, names=[title_of(name) for name in receipt.next])
