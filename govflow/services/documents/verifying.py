"""Verifying a file that somebody holds: which document of the store it is, and whether the record stands by it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import digest_of_text
from govflow.domain.history import Subject, chain_problems
from govflow.errors import VerificationFailed
from govflow.messages import LANGUAGES, Notice, notice
from govflow.reading import LARGE_DOCUMENT_BYTES, read_bytes
from govflow.services.audit.directories import Directories
from govflow.services.audit.documents import Documents
from govflow.services.audit.findings import Findings
from govflow.services.documents.reading import as_html, issued_as, outdated
from govflow.services.documents.rendering import rendition_subject
from govflow.services.names import Pair
from govflow.services.session import Session

if TYPE_CHECKING:
    from govflow.store import DocumentRow, Rendition, UnitOfWork

_NUMBER = re.compile(r"[A-Za-z][\w-]*-\d{4}-\d{4,}", re.ASCII)
_HEAD = 4_000
"""In so many characters a document has told its number: first in Markdown, in the title of a page."""


@dataclass(frozen=True, slots=True)
class VerifiedDocument:
    """A document that a file was found to be. From `act` to `seq` it tells of the act that issued it, which is that
    entry of the history of `reference`. `outdated` is as of an IssuedDocument. A text that is `unproven` was made with
    templates that this installation does not have: nothing but its digests speaks for it."""

    number: str
    reference: str
    kind: str
    title: Pair
    language: str
    issued_at: str
    act: Pair
    person: Pair | None
    office: Pair | None
    via: str | None
    on_behalf_of: Pair | None
    day: str
    seq: int
    text_digest: str
    outdated: Notice | None
    unproven: bool


def verify_document(session: Session, path: Path) -> VerifiedDocument:
    """The document that a file is, Markdown or HTML as it was saved. VerificationFailed when it is none of this store,
    when it was altered, or when store and history do not agree on it; BadInput when it cannot be read."""
    data, file = read_bytes(path, limit=LARGE_DOCUMENT_BYTES), str(path)
    with session.reading() as work:
        text = _text(data, file)
        row, rendition = _found(work, text, file=file)
        checked = _checked(session, work, row)
        if problems := checked.findings.problems:
            raise VerificationFailed(notice("documents.not_upheld", file=file, number=row.number), *problems)
        if text not in (rendition.text, as_html(issued_as(row, rendition))):
            raise VerificationFailed(notice("documents.not_as_issued", file=file, number=row.number))
        unproven = (row.number, rendition.language) in checked.renditions.unproven
        return _verified(row, rendition, since=outdated(work, row), unproven=unproven)


def _text(data: bytes, file: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise VerificationFailed(notice("documents.not_of_store", file=file)) from error


def _found(work: UnitOfWork, text: str, *, file: str) -> tuple[DocumentRow, Rendition]:
    """The rendition with the text's digest. The number that a document tells says where to look for it."""
    from govflow.documents.html import digest_in

    digest = digest_in(text) or digest_of_text(text)
    named = list(_named(work, text[:_HEAD]))
    for rendition in named or work.documents.renditions_with(digest):
        row = work.documents.get(rendition.number)
        if row is not None and rendition.text_digest == digest:
            return row, rendition
    if named:
        raise VerificationFailed(notice("documents.not_as_issued", file=file, number=named[0].number))
    raise VerificationFailed(notice("documents.not_of_store", file=file))


def _named(work: UnitOfWork, head: str) -> Iterator[Rendition]:
    numbers = dict.fromkeys(_NUMBER.findall(head))
    found = (work.documents.rendition(number, language) for number in numbers for language in LANGUAGES)
    return (rendition for rendition in found if rendition)


def _checked(session: Session, work: UnitOfWork, row: DocumentRow) -> Documents:
    """What a verification of the whole store would say of this document and of the chains that it hangs on."""
    findings = Findings()
    documents = Documents(session, work, findings, directories=Directories(work))
    texts = (rendition_subject(row.number, language) for language in LANGUAGES)
    for subject in (Subject(row.subject, row.reference), *texts):
        with findings.checking(f"history {subject.kind} {subject.id}"):
            entries = work.history.entries(subject)
            findings.problems += chain_problems(entries)
            documents.issued(entries)
    documents.check(row)
    return documents


def _verified(
    row: DocumentRow, rendition: Rendition, *, since: Notice | None, unproven: bool
) -> VerifiedDocument:
    context: dict[str, Any] = json.loads(row.context)
    act = context["act"]
    return VerifiedDocument(
        number=row.number,
        reference=row.reference,
        kind=row.kind,
        title=context["title"],
        language=rendition.language,
        issued_at=row.issued_at,
        act=act["title"],
        person=act["person"],
        office=act["office"],
        via=act["via"],
        on_behalf_of=act["on_behalf_of"],
        day=act["day"],
        seq=row.seq,
        text_digest=rendition.text_digest,
        outdated=since,
        unproven=unproven,
    )
