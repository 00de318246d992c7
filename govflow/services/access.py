"""Access: the one place where the policy of reading meets what the store holds.

Whatever is shown of a proposal goes through here: a case comes back as its reader may read it, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from govflow.domain.proposal import Proposal
from govflow.domain.reading_policy import Access, Asked, Policy, Reader, Standing, access
from govflow.domain.replay import fold
from govflow.domain.step import Step
from govflow.errors import NotAuthorised, NotFound
from govflow.messages import Notice, Title, notice
from govflow.services.case import Case, load_case
from govflow.services.readers import reader_of
from govflow.services.session import Session
from govflow.workflow.definition import Definition

if TYPE_CHECKING:
    from govflow.store import TrailRow, UnitOfWork


class Row(Protocol):
    """What a list knows of a proposal."""

    @property
    def reference(self) -> str: ...
    @property
    def ministry(self) -> str: ...
    @property
    def reach(self) -> int: ...
    @property
    def released(self) -> int | None: ...


class Read(NamedTuple):
    """A proposal as its reader may read it. `until` is the last entry of its history that is open, and `closed` are
    the fields that are not, whether they say anything or not."""

    case: Case
    access: Access
    until: int
    closed: tuple[str, ...]


class Reading:
    """One caller's reading of one store, within one transaction."""

    def __init__(self, session: Session, work: UnitOfWork) -> None:
        self.session = session
        self.work = work
        self.reader: Reader = reader_of(session, work)

    def case(self, reference: str) -> Read:
        """A proposal as it may be read. NotFound; NotAuthorised with who reads it, and from when on."""
        case = load_case(self.session, self.work, reference)
        granted = access_as(self.reader, case)
        if not granted.granted:
            raise NotAuthorised(
                *closed(case.definition, case.proposal, case.directory.ministries),
                next_command="govflow inbox",
            )
        return read_as(self.work, case, granted, self.reader)

    def whole_case(self, reference: str, *, what: Notice) -> Read:
        """A proposal that is read whole. NotFound; NotAuthorised for whoever reads nothing or not all of it."""
        read = self.case(reference)
        if not read.access.whole:
            raise NotAuthorised(
                notice("read.only_whole", reference=reference, what=what),
                next_command=f"govflow show {reference}",
            )
        return read

    def access(self, row: Row, definition: Definition) -> Access:
        """What is open of a row; its steps are only looked at where that may open something."""
        policy = definition.policy
        granted = access(policy, self.reader, _standing(row, ()))
        if granted.granted or not any(each.asked for each in policy.audiences):
            return granted
        return access(policy, self.reader, _standing(row, self.work.steps.of(row.reference)))

    def access_to(self, reference: str | None) -> Access | None:
        """What is open of a proposal; None where there is no such."""
        proposal = self.work.proposals.get(reference) if reference else None
        if proposal is None:
            return None
        return self.access(proposal, self.session.definition(self.work, proposal.definition))

    def whole(self, reference: str | None) -> bool:
        """Whether the whole of a proposal is open, but for what is restricted."""
        found = self.access_to(reference)
        return found is not None and found.whole

    def sees(self, reference: str | None) -> bool:
        """Whether anything of a proposal is open."""
        found = self.access_to(reference)
        return found is not None and found.granted

    def inside(self, reference: str) -> bool:
        """Whether a proposal is read as it stands."""
        found = self.access_to(reference)
        return found is not None and found.inside

    def content(self, reference: str, granted: Access, row: Row, revision: int) -> Mapping[str, Any]:
        """The open fields of the revision that is read."""
        number = revision if granted.inside or row.released is None else row.released
        found = self.work.revisions.get(reference, number)
        return {
            name: value for name, value in (found.content if found else {}).items() if name in granted.fields
        }


def access_as(reader: Reader, case: Case) -> Access:
    """What of a case is open to a reader."""
    return access(case.definition.policy, reader, _standing(case.proposal, case.steps))


def as_it_stands(case: Case, granted: Access) -> bool:
    """Whether all that happened is open, until now."""
    return granted.whole and (granted.inside or _released_until(case) == case.head.seq)


def read_as(work: UnitOfWork, case: Case, granted: Access, reader: Reader) -> Read:
    """A case cut down to what is open: the revision that was released, the open fields, what was recorded until the
    proposal went back to be redrafted; of one that is not read whole only what the reader was asked."""
    until = case.head.seq if granted.inside else _released_until(case)
    revision = _revision(work, case, granted)
    content = {name: value for name, value in revision.content.items() if name in granted.fields}
    posts = reader.within(case.proposal.workflow)
    return Read(
        case._replace(
            proposal=_proposal(
                case.proposal, revision, content, granted, records=_records(work, case, until)
            ),
            content=content,
            steps=tuple(
                step for step in case.steps if _open(step, granted, until) or _asked(step).put_to(posts)
            ),
            trail=tuple(row for row in case.trail if row.seq <= until) if granted.whole else (),
        ),
        granted,
        until if granted.whole else 0,
        tuple(name for name in case.definition.fields if name not in granted.fields),
    )


def closed(definition: Definition, proposal: Proposal, ministries: Mapping[str, Any]) -> Iterator[Notice]:
    """Why a proposal is closed: who reads it, and from when on."""
    ministry = ministries.get(proposal.ministry)
    yield notice(
        "read.closed",
        reference=proposal.reference,
        ministry=ministry.title if ministry else proposal.ministry,
    )
    policy = definition.policy
    for audience in policy.audiences if policy.stated else ():
        if audience.asked:
            yield notice("read.opens_by_asking", audience=audience.title)
            continue
        acts = dict.fromkeys(_opening(definition, policy, audience.name))
        yield notice("read.opens_once", audience=audience.title, acts=list(acts))


def _opening(definition: Definition, policy: Policy, audience: str) -> Iterator[Title]:
    """The acts that open a proposal to an audience, or further, where none does just that."""
    place = policy.place_of(audience)
    further = [t for t in definition.transitions if policy.place_of(t.opens_to) >= place]
    own = [t for t in further if t.opens_to == audience]
    return (definition.triggers[transition.trigger] for transition in own or further)


def document_open(read: Read, kind: str, seq: int) -> bool:
    """Whether a document of a proposal, issued by the entry `seq`, may be read."""
    if read.access.whole:
        return seq <= read.until
    known = read.case.definition.documents.get(kind)
    return known is not None and not read.access.audiences.isdisjoint(known.opens_to)


def without(values: Mapping[str, Any], closed_values: Iterable[str]) -> dict[str, Any]:
    """What an act carried or kept, without what is closed."""
    hidden = set(closed_values)
    return {name: value for name, value in values.items() if name not in hidden}


def _standing(row: Row, steps: Sequence[Step]) -> Standing:
    return Standing(row.ministry, row.reach, row.released, tuple(map(_asked, steps)))


def _asked(step: Step) -> Asked:
    return Asked(step.role, step.ministry)


def _open(step: Step, granted: Access, until: int) -> bool:
    return granted.whole and step.asked_seq <= until


class _Revision(NamedTuple):
    """The revision that is read."""

    number: int
    digest: str
    content: Mapping[str, Any]


def _revision(work: UnitOfWork, case: Case, granted: Access) -> _Revision:
    proposal = case.proposal
    if granted.inside or proposal.released in (None, proposal.revision):
        return _Revision(proposal.revision, proposal.revision_digest, case.content)
    found = work.revisions.get(proposal.reference, proposal.released or 0)
    if found is None:
        missing = notice("acts.missing_revision", reference=proposal.reference, number=proposal.released)
        raise NotFound(missing)
    return _Revision(found.number, found.digest, found.content)


def _proposal(
    proposal: Proposal,
    revision: _Revision,
    content: Mapping[str, Any],
    granted: Access,
    *,
    records: Mapping[str, Any],
) -> Proposal:
    """The row as the open content has it; records belong to what happened."""
    records = {
        name: without(record, granted.closed_values) if isinstance(record, Mapping) else record
        for name, record in records.items()
    }
    return proposal._replace(
        title=content["title"],
        amount=content.get("amount"),
        key=proposal.key if granted.whole else "",
        revision=revision.number,
        revision_digest=revision.digest,
        records=records if granted.whole else {},
    )


def _records(work: UnitOfWork, case: Case, until: int) -> Mapping[str, Any]:
    """What acts had kept by an entry: what is kept while a draft is written anew belongs to the draft."""
    if until == case.head.seq:
        return case.proposal.records
    return fold(entry for entry in work.history.entries(case.subject) if entry.seq <= until).records


def open_revisions(work: UnitOfWork, read: Read) -> set[int]:
    """The revisions that may be read: to those outside, the ones that stood while the proposal was open to them."""
    case, present = read.case, read.case.proposal.revision
    if read.access.inside:
        return set(range(1, present + 1))
    seqs = set(_released(case))
    stood = {each.revision for each in work.history.entries(case.subject) if each.seq in seqs}
    found = (work.revisions.get(case.proposal.reference, number) for number in range(1, present))
    return {present, *(each.number for each in found if each and each.digest in stood)}


def _released_until(case: Case) -> int:
    """The last entry that is open to those outside: nothing of a draft, before it is released or released again."""
    return max(_released(case), default=0)


def _released(case: Case) -> Iterator[int]:
    """The entries from a release until the proposal goes back to be redrafted."""
    out = False
    for row in case.trail:
        if out or _opens(case.definition, row):
            out = True
            yield row.seq
        if row.to_state == case.definition.initial != row.from_state and row.step is None:
            out = False


def _opens(definition: Definition, row: TrailRow) -> bool:
    if row.step is not None or row.from_state is None:
        return False
    ways = definition.transitions_of(row.trigger, state=row.from_state)
    return any(way.opens_to and way.target == row.to_state for way in ways)
