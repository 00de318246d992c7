"""Rendering: the second, idempotent step after the act, outside its transaction: frozen contexts become texts.

The context binds the templates that there were as the act was done. A text made with others gets an entry of its own.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import digest_of_text
from govflow.domain.history import Subject
from govflow.errors import Conflict, DocumentError, GovflowError
from govflow.messages import LANGUAGES, Notice, notice
from govflow.services.recording import Actor, NewEntry, append
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.documents.renderer import Rendered
    from govflow.store import DocumentRow, Rendition, UnitOfWork

RENDITION = "rendition"
"""The kind of the histories of texts."""


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
                _record(session, work, row, rendition)
            work.commit()
    except Conflict:
        return  # somebody rendered it at this moment, from the same context


def bound_templates(row: DocumentRow) -> dict[str, str | None]:
    """The digests, by language, of the templates that a document's context binds it to; the oldest name none."""
    named: dict[str, str | None] = json.loads(row.context).get("templates", {})
    return named


def rendition_subject(number: str, language: str) -> Subject:
    """Whose history tells that a text was made with other templates than the context names."""
    return Subject(RENDITION, f"{number} {language}")


def changes_of(rendition: Rendition) -> dict[str, Any]:
    """What the history of a text says: the digests of the templates and of what they made."""
    return {"rendition": {"template": rendition.template_digest, "text": rendition.text_digest}}


def _record(session: Session, work: UnitOfWork, row: DocumentRow, rendition: Rendition) -> None:
    """Bind a text to the templates it was made with, where its context does not."""
    if bound_templates(row).get(rendition.language) == rendition.template_digest:
        return
    new = NewEntry("render", Actor(None), cause=f"document {row.number}", changes=changes_of(rendition))
    append(session, work, rendition_subject(row.number, rendition.language), new)
