"""The kinds of documents: those that the workflow of a proposal names, and those of a body's meetings and ballots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from govflow.domain.council.charter import Charter
from govflow.messages import Title
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


class Kind(NamedTuple):
    """`template` is its file's name, `series` the mark of its numbers."""

    name: str
    title: Title
    template: str
    series: Title


class CouncilKind(NamedTuple):
    """What a `meeting` or a `ballot` issues; in its numbers `mark` follows that of the body."""

    subject: str
    title: Title
    mark: Title


COUNCIL_KINDS: Mapping[str, CouncilKind] = {
    "convocation": CouncilKind("meeting", Title("招集通知", "notice of meeting"), Title("招", "CV")),
    "agenda": CouncilKind("meeting", Title("議事次第", "agenda"), Title("次", "AG")),
    "papers": CouncilKind("meeting", Title("資料一覧", "list of papers"), Title("資", "PL")),
    "attendance": CouncilKind("meeting", Title("出席者名簿", "attendance list"), Title("出", "AT")),
    "commitments": CouncilKind("meeting", Title("賛否一覧", "commitment register"), Title("賛", "CR")),
    "minutes": CouncilKind("meeting", Title("議事録", "minutes"), Title("録", "MN")),
    "published_minutes": CouncilKind("meeting", Title("議事要旨", "published minutes"), Title("要", "MP")),
    "ballot_record": CouncilKind("ballot", Title("採決記録", "ballot record"), Title("採", "BR")),
    "decision_text": CouncilKind("ballot", Title("決定文", "text of the decision"), Title("文", "DT")),
}


def kind_of(definition: Definition, name: str) -> Kind:
    """A kind that a workflow names. KeyError where it names no such kind."""
    kind = definition.documents[name]
    return Kind(kind.name, kind.title, kind.template, kind.series)


def kind_under(charter: Charter, name: str) -> Kind:
    """A kind as the body of a charter issues it. KeyError where there is no such kind."""
    _, title, mark = COUNCIL_KINDS[name]
    series = Title(f"{charter.series.ja}{mark.ja}", f"{charter.series.en}-{mark.en}")
    return Kind(name, title, f"council/{name}", series)


def kinds_known(session: Session, work: UnitOfWork) -> Iterator[Kind]:
    """Every kind under every definition and charter of the store."""
    for row in work.definitions.every("workflow"):
        definition = session.definition(work, row.digest)
        yield from (kind_of(definition, name) for name in definition.documents)
    for row in work.definitions.every("body"):
        charter = session.charter(work, row.digest)
        yield from (kind_under(charter, name) for name in COUNCIL_KINDS)
