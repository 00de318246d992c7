"""Rendering: the second, idempotent step after the act, outside its transaction: frozen contexts become texts."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from govflow.domain.canonical import digest_of_text
from govflow.domain.history import Subject
from govflow.errors import Conflict, DocumentError, GovflowError
from govflow.messages import LANGUAGES, Notice, notice
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.documents.renderer import Rendered
    from govflow.store import DocumentRow


def render_pending(session: Session, *, numbers: Collection[str] | None = None) -> int:
    """Render what acts have issued and nobody has rendered yet (or only these `numbers`), in each language.

    Returns how many texts were rendered. Raises DocumentError for all that could not be; the acts stand.
    """
    with session.reading() as work:
        pending = work.documents.unrendered(LANGUAGES, numbers=numbers)
    failed: list[Notice] = []
    for row, language in pending:
        try:
            _render(session, row, language)
        except DocumentError as error:  # one broken template must not hold up the other documents
            failed += error.notices
    if failed:
        raise DocumentError(*failed)
    return len(pending)


def render_issued(session: Session, numbers: Sequence[str], *, reference: str) -> None:
    """Render what an act on `reference` has issued. The act stands whatever comes of it: DocumentError says so."""
    try:
        render_pending(session, numbers=numbers)
    except GovflowError as failure:
        stands = notice("acts.done_not_rendered", reference=reference, documents=numbers)
        raise DocumentError(stands, *failure.notices) from failure


def rendered_from(row: DocumentRow, language: str, *, act_hash: str) -> Rendered:
    """The text that the templates make of a frozen context, and of the hash of the act that issued it."""
    from govflow.documents.renderer import render

    context = {**json.loads(row.context), "history": {"seq": row.seq, "hash": act_hash}}
    return render(row.template, lang=language, context=context)


def _render(session: Session, row: DocumentRow, language: str) -> None:
    from govflow.store import Rendition

    with session.reading() as work:
        act = work.history.entries(Subject(row.subject, row.reference))[row.seq - 1]
    rendered = rendered_from(row, language, act_hash=act.hash)
    rendition = Rendition(
        number=row.number,
        language=language,
        template_digest=rendered.template_digest,
        text=rendered.text,
        text_digest=digest_of_text(rendered.text),
        rendered_at=session.stamp(),
    )
    try:
        with session.writing(moves_clock=False) as work:
            if work.documents.rendition(row.number, language) is None:
                work.documents.add_rendition(rendition)
            work.commit()
    except Conflict:
        return  # somebody rendered it at this moment, from the same context
