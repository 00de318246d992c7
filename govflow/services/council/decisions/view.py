"""Decisions as people read them: lists, one with what bears on it, its texts, and whether a text is one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govflow.domain.canonical import digest_of
from govflow.domain.council.link import Link
from govflow.domain.council.register import Decision, Stand, standing
from govflow.domain.organisation import Directory
from govflow.domain.plain import plain
from govflow.errors import VerificationFailed
from govflow.messages import notice
from govflow.reading import read_document
from govflow.services.access import Reading
from govflow.services.council.decisions.number import decision_meant, printed
from govflow.services.council.matters.openness import of_body
from govflow.services.names import Pair, named, pair, titled
from govflow.services.session import Session
from govflow.services.views.records import condition_shown

if TYPE_CHECKING:
    from govflow.store import DecisionRow, LinkRow, UnitOfWork


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision of a list. `standing` says whether it holds; `printed` is its number as documents have it."""

    number: str
    printed: Pair
    body: str
    title: Pair
    outcome: str
    standing: str
    decided_on: str
    proposal: str | None
    meeting: str | None
    ballot: str


@dataclass(frozen=True, slots=True)
class DecisionLink:
    """What `later` does to `earlier`. One that lapsed because it was not ratified in time is both."""

    later: str
    earlier: str
    kind: str


@dataclass(frozen=True, slots=True)
class DecisionSeat:
    """What a seat said, with names. `person` and `position` are None where there was no answer; `recused_for` is the
    reason of a recusal, empty for the own ministry's."""

    seat: str
    title: Pair | None
    person: Pair | None
    recorder: Pair | None
    position: str | None
    text: str
    recused_for: str | None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision in one of its versions: `content` is the whole of it, `digest` its SHA-256; `other_digest` is that of
    the other version. `conditions` are those of the content with their terms, in words. `seats` is None where
    positions are withheld."""

    number: str
    printed: Pair
    title: Pair
    body: Pair
    version: str
    standing: str
    digest: str
    other_digest: str
    recorded_at: str
    links: tuple[DecisionLink, ...]
    conditions: tuple[Pair, ...]
    seats: tuple[DecisionSeat, ...] | None
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class VerifiedDecision:
    """Which version of a decision a text is."""

    number: str
    version: str
    digest: str
    standing: str


def list_decisions(
    session: Session, *, body: str | None = None, fiscal_year: int | None = None, proposal: str | None = None
) -> list[DecisionLine]:
    """The decisions of the store by body, year and number, narrowed to what is given."""
    from govflow.store.decisions import links_by_earlier

    with session.reading() as work:
        rows = work.decisions.find(body=body, fiscal_year=fiscal_year, proposal=proposal)
        links = links_by_earlier(work.decisions.every_link())
        return [_line(session, work, row, links.get(row.number, ())) for row in rows]


def show_decision(session: Session, number: str, *, public: bool = False) -> DecisionView:
    """A decision, to the body in full, and as everybody may read it. `number` may be as documents print it. NotFound
    with what was probably meant."""
    with session.reading() as work:
        row = decision_meant(session, work, number)
        public = public or not of_body(Reading(session, work), row.body)
        shown, digests = _version(row, public=public)
        links = work.decisions.links_of(row.number)
        return DecisionView(
            number=row.number,
            printed=printed(session, work, row.full),
            title=pair(shown.title),
            body=pair(session.charter(work, shown.charter).title),
            version=shown.version.value,
            standing=_standing(row, links),
            digest=digests[0],
            other_digest=digests[1],
            recorded_at=row.recorded_at,
            links=tuple(DecisionLink(each.later, each.earlier, each.kind) for each in links),
            conditions=_conditions(session, work, shown),
            seats=_seats(shown.positions, session.directory(work)),
            content=plain(shown),
        )


def decision_text(session: Session, number: str, *, public: bool = False) -> str:
    """The text of a version, of which its digest is the SHA-256: canonical JSON; to others than the body the public
    one. NotFound likewise."""
    with session.reading() as work:
        row = decision_meant(session, work, number)
        public = public or not of_body(Reading(session, work), row.body)
    return row.public if public else row.content


def verify_decision(session: Session, number: str, path: Path) -> VerifiedDecision:
    """Which version of a decision a file holds, however its JSON is laid out. VerificationFailed where it is neither;
    NotFound likewise; BadInput where the file cannot be read."""
    digest = digest_of(read_document(path).plain())
    with session.reading() as work:
        row = decision_meant(session, work, number)
        links = work.decisions.links_of(row.number)
    for version in (row.full, row.published):
        if digest == digest_of(plain(version)):
            return VerifiedDecision(row.number, version.version.value, digest, _standing(row, links))
    raise VerificationFailed(notice("register.not_its_text", file=str(path), number=row.number))


def _version(row: DecisionRow, *, public: bool) -> tuple[Decision, tuple[str, str]]:
    """The version asked for, its digest, and that of the other one."""
    if public:
        return row.published, (row.public_digest, row.digest)
    return row.full, (row.digest, row.public_digest)


def _line(session: Session, work: UnitOfWork, row: DecisionRow, links: Iterable[LinkRow]) -> DecisionLine:
    return DecisionLine(
        number=row.number,
        printed=printed(session, work, row.full),
        body=row.body,
        title={"ja": row.title, "en": row.title_en},
        outcome=row.outcome,
        standing=_standing(row, links),
        decided_on=row.decided_on,
        proposal=row.proposal,
        meeting=row.meeting,
        ballot=row.ballot,
    )


def _conditions(session: Session, work: UnitOfWork, shown: Decision) -> tuple[Pair, ...]:
    """Roles and acts are called as the workflow of the proposal calls them."""
    proposal = work.proposals.get(shown.proposal) if shown.proposal else None
    definition = session.definition(work, proposal.definition) if proposal else None
    directory = session.directory(work)
    return tuple(condition_shown(each, directory, definition) for each in shown.conditions or ())


def _standing(row: DecisionRow, links: Iterable[LinkRow]) -> str:
    return standing(row.full, tuple(Link(each.kind) for each in links if each.earlier == row.number)).value


def _seats(stands: tuple[Stand, ...] | None, directory: Directory) -> tuple[DecisionSeat, ...] | None:
    return None if stands is None else tuple(_named(stands, directory))


def _named(stands: Iterable[Stand], directory: Directory) -> Iterator[DecisionSeat]:
    for stand in stands:
        yield DecisionSeat(
            seat=stand.seat,
            title=titled(directory, stand.seat),
            person=named(directory, stand.person),
            recorder=named(directory, stand.recorder),
            position=stand.position.value if stand.person else None,
            text=stand.text,
            recused_for=stand.recused_for,
        )
