"""The papers of a meeting: known by the digest of their bytes, replaced and tabled, and checked against a folder. The
files themselves are not kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Unpack

from govflow.domain.canonical import digest_of
from govflow.domain.council.agenda_checks import cannot_add_paper
from govflow.domain.council.item import Item
from govflow.domain.council.meeting import Meeting, Paper
from govflow.errors import BadInput
from govflow.messages import notice
from govflow.reading.limits import PAPER_BYTES
from govflow.reading.source import read_bytes
from govflow.services.access import Reading
from govflow.services.council.acting.desk import CouncilReceipt, Desk, How, Said, Told, at_desk
from govflow.services.council.acting.proceedings import refuse, running_ballots, secretary
from govflow.services.council.acting.reading import meeting_read
from govflow.services.council.ballots.reopening import reopen
from govflow.services.council.matters.openness import of_body
from govflow.services.session import Session


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper of the pack. `item` is None for one of the whole meeting; `tabled`: handed out on the day; `replaces` is
    the paper it was put in place of, `replaced_by` the one that was put in its place."""

    paper: int
    item: int | None
    title: str
    file: str
    digest: str
    size: int
    at: str
    tabled: bool
    replaces: int | None
    replaced_by: int | None


@dataclass(frozen=True, slots=True)
class PaperPack:
    """The papers of a meeting, item by item; `digest` is that of the whole pack as it holds."""

    meeting: str
    digest: str
    papers: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """The papers of a meeting against the files of a folder: `found` by their content, whatever they are called;
    `differ` in content from the file of that name; `missing`."""

    meeting: str
    folder: str
    found: tuple[int, ...]
    differ: tuple[int, ...]
    missing: tuple[int, ...]
    unknown: tuple[str, ...]

    @property
    def complete(self) -> bool:
        return not (self.differ or self.missing)


def add_paper(
    session: Session,
    meeting: str,
    file: Path,
    *,
    title: str = "",
    item: int | None = None,
    replaces: int | None = None,
    **how: Unpack[How],
) -> CouncilReceipt:
    """Put a paper into the pack of a meeting or of one `item`, or in the place of another (差替え): an act of the
    secretariat. Once the meeting is open it is tabled on the day. A ballot that is open on the item begins anew.

    Raises BadInput (the file), NotFound, NotAuthorised, Refused (every reason), Conflict (the key).
    """
    content = read_bytes(file, limit=PAPER_BYTES)
    digest = hashlib.sha256(content).hexdigest()

    def act(desk: Desk) -> Told:
        before = desk.meeting(meeting)
        capacity = secretary(desk, desk.charter(before))
        earlier = before.papers.get(str(replaces))
        paper = Paper(
            number=len(before.papers) + 1,
            item=earlier.item if earlier and item is None else item,
            title=title.strip() or (earlier.title if earlier else ""),
            file=file.name,
            digest=digest,
            size=len(content),
            at=desk.at,
            tabled=before.opened_at is not None,
            replaces=replaces,
        )
        refuse(desk, before, cannot_add_paper(before, paper))
        after = before._replace(papers={**before.papers, str(paper.number): paper})
        desk.record(before, after, capacity=capacity)
        reopened = list(_reopened(desk, after, paper))
        told = {"paper": paper.number, "title": paper.title, "digest": digest, "reopened": reopened}
        return Told(after, capacity, told)

    values = {"file": file.name, "digest": digest, "title": title, "item": item, "replaces": replaces}
    return at_desk(session, Said("meeting", meeting, "paper", values, session.new_key()).asked(**how), act)


def list_papers(session: Session, meeting: str) -> PaperPack:
    """The pack of a meeting with its digests; to others than the body without the names of papers on items whose matter
    is not open. NotFound with what was probably meant."""
    with session.reading() as work:
        found, _ = meeting_read(work, meeting)
        return _as_read(Reading(session, work), found, pack_of(found))


def _as_read(reading: Reading, meeting: Meeting, pack: PaperPack) -> PaperPack:
    if of_body(reading, meeting.body):
        return pack
    papers = (
        each if _open(reading, meeting, each) else replace(each, title="", file="") for each in pack.papers
    )
    return replace(pack, papers=tuple(papers))


def _open(reading: Reading, meeting: Meeting, paper: PaperLine) -> bool:
    item = meeting.items.get(str(paper.item))
    return item is not None and reading.whole(item.proposal)


def check_papers(session: Session, meeting: str, folder: Path) -> PaperCheck:
    """Whether a folder holds every paper of a meeting as it was put into the pack. Raises NotFound and BadInput (a
    folder that cannot be read)."""
    with session.reading() as work:
        found, _ = meeting_read(work, meeting)
    holding = list(_holding(found))
    files = dict(_digests(folder))
    lacking = [paper for paper in holding if paper.digest not in files.values()]
    meant = {paper.file for paper in lacking}
    known = {paper.digest for paper in holding}
    return PaperCheck(
        meeting=found.reference,
        folder=str(folder),
        found=tuple(paper.number for paper in holding if paper not in lacking),
        differ=tuple(paper.number for paper in lacking if paper.file in files),
        missing=tuple(paper.number for paper in lacking if paper.file not in files),
        unknown=tuple(name for name, digest in files.items() if digest not in known and name not in meant),
    )


def pack_of(meeting: Meeting) -> PaperPack:
    """Every paper; the digest of the pack covers those that hold, in their order."""
    newer = {paper.replaces: paper.number for paper in meeting.papers.values() if paper.replaces}
    lines = (_line(paper, newer.get(paper.number)) for paper in _every(meeting))
    digests = [[paper.number, paper.item, paper.title, paper.digest] for paper in _holding(meeting)]
    return PaperPack(meeting.reference, digest_of([meeting.reference, digests]), tuple(lines))


def _line(paper: Paper, replaced_by: int | None) -> PaperLine:
    return PaperLine(
        paper=paper.number,
        item=paper.item,
        title=paper.title,
        file=paper.file,
        digest=paper.digest,
        size=paper.size,
        at=paper.at,
        tabled=paper.tabled,
        replaces=paper.replaces,
        replaced_by=replaced_by,
    )


def _every(meeting: Meeting) -> list[Paper]:
    return sorted(meeting.papers.values(), key=lambda paper: (paper.item or 0, paper.number))


def _holding(meeting: Meeting) -> Iterator[Paper]:
    """Those of the meeting, then item by item; not what another was put in place of."""
    replaced = {paper.replaces for paper in meeting.papers.values()}
    return (paper for paper in _every(meeting) if paper.number not in replaced)


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    """The digest of every file of a folder, by its name."""
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise BadInput.at(None, notice("meeting.no_folder", folder=str(folder))) from error
    for path in files:
        yield path.name, hashlib.sha256(read_bytes(path, limit=PAPER_BYTES)).hexdigest()


def _reopened(desk: Desk, meeting: Meeting, paper: Paper) -> Iterator[str]:
    """The ballots of the paper's item begin anew: who voted did so on other papers."""
    item: Item | None = meeting.item(paper.item) if paper.item else None
    if item is None:
        return
    for ballot in running_ballots(desk, meeting, item.number):
        if reopen(desk, meeting, ballot.reference):
            yield ballot.reference
