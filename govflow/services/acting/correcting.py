"""Correcting: a slip in what an act said, or in the content, is put right by a second person, with a reason.

It moves nothing and decides nothing anew; what the act said and what it should have said both stay in the history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from govflow.domain.authority import Capacity, Duty, Via, capacities
from govflow.domain.canonical import canonical
from govflow.domain.council.ballot import ENDED
from govflow.domain.history import Entry
from govflow.errors import BadInput, Conflict, NotAuthorised, NotFound, Problem, Refused
from govflow.messages import Notice, notice
from govflow.services.acting.acts import rendered
from govflow.services.acting.closed import (
    as_read,
    by_office,
    refuse_closed,
    refuse_closed_values,
    refuse_partial,
)
from govflow.services.acting.payload import wrong_reference
from govflow.services.acting.putting_right import Right, put_right
from govflow.services.acting.receipt import Receipt
from govflow.services.acting.refusing import not_authorised
from govflow.services.case import Case, load_case
from govflow.services.corrections import (
    FIELDS,
    VALUES,
    Past,
    Slip,
    against,
    answered_step,
    done_with,
    facts_then,
    roles_of,
)
from govflow.services.ground import Ground
from govflow.services.keys import first_result, key_digest, key_problems
from govflow.services.recording import Actor
from govflow.services.refusal_log import refusals_logged
from govflow.services.righting import beyond
from govflow.services.session import Session
from govflow.services.texts import note_problems, text_problems
from govflow.services.values import payload_node, read_values, reader_over
from govflow.workflow.reserved import CORRECT

if TYPE_CHECKING:
    from govflow.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody wants to put right: `values` that the act of an `entry` carried, or `fields` of the content; the
    `note` is the reason."""

    reference: str
    note: str
    entry: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)
    key: str | None = None
    expected_version: int | None = None


def correct(session: Session, command: Correction, *, dry_run: bool = False) -> Receipt:
    """Put a slip right, durably, or say every reason why not.

    An act of a second person, in an own office of the role that did the first. Raises BadInput, NotFound,
    NotAuthorised, Refused, Conflict, StoreError as `act` does; DocumentError where the corrected documents could not be
    rendered.
    """
    key = command.key or session.new_key()
    logged = refusals_logged(session, CORRECT, reference=command.reference, unless=dry_run)
    with logged, session.writing() as work:
        receipt = _perform(session, work, command, key=key)
        if not dry_run:
            work.commit()
    if receipt.documents and not dry_run:
        rendered(session, receipt)
    return receipt


def _perform(session: Session, work: UnitOfWork, command: Correction, *, key: str) -> Receipt:
    _check(command, key)
    case = load_case(session, work, command.reference, lock=True)
    person = session.person(case.directory).code
    digest = _digest(command, person=person, office=session.office)
    earlier = first_result(work, key, digest=digest)
    if earlier is not None:
        return Receipt.again(earlier)
    known = by_office(session, case)
    refuse_closed(session, work, case, CORRECT, person=person, known=known)
    refuse_closed_values(session, work, case, fields=command.fields, values=command.values)
    if command.expected_version not in (None, case.proposal.version):
        stale = {"expected": command.expected_version, "actual": case.proposal.version}
        raise Conflict(notice("store.stale_version", reference=command.reference, **stale))
    right = _right(session, work, case, command, person=person)
    receipt = put_right(session, work, case, right, note=command.note, key=key)
    receipt = as_read(session, work, case, receipt, known=known)
    work.idempotency.add(key, digest, canonical(receipt.plain()), receipt.recorded_at)
    return receipt


def _check(command: Correction, key: str) -> None:
    """A reason, and one kind of thing to put right."""
    texts = text_problems([("reference", command.reference)])
    problems = [*texts, *note_problems(command.note), *key_problems(key)]
    if not command.note.strip():
        problems.append(Problem(None, notice("correct.without_reason")))
    if bool(command.values) == bool(command.fields):
        problems.append(Problem(None, notice("correct.values_or_fields")))
    if command.values and command.entry is None:
        problems.append(Problem(None, notice("correct.which_entry", reference=command.reference)))
    if problems:
        raise BadInput(problems)


def _digest(command: Correction, *, person: str, office: str | None) -> str:
    said = {
        "reference": command.reference,
        "trigger": CORRECT,
        "entry": command.entry,
        VALUES: dict(command.values),
        FIELDS: dict(command.fields),
        "note": command.note,
        "person": person,
        "office": office,
    }
    return key_digest(said)


def _right(session: Session, work: UnitOfWork, case: Case, command: Correction, *, person: str) -> Right:
    """Who puts what right; Refused with every reason against it, NotAuthorised, BadInput."""
    past = Past(case.definition, work.history.entries(case.subject), _contents(work, case, command))
    entry = past.content if command.fields else past.entry(command.entry or 0)
    if entry is None:
        raise NotFound(notice("correct.no_entry", reference=command.reference, entry=command.entry))
    if entry.person is None:
        refuse_partial(session, work, case)
        slip = _slip(work, case, command, past=past, entry=entry)
        raise _refused(case, [*against(past, slip, person=person)])
    # The capacity first: what differs is told to who may put it right.
    capacity = _capacity(session, case, entry, person=person)
    slip = _slip(work, case, command, past=past, entry=entry)
    reasons = [
        *against(past, slip, person=person),
        *beyond(past, slip, person=person),
        *(_voted_on(work, case) if command.fields else ()),
    ]
    said = slip.over(past.said(entry)) if slip.part == VALUES else past.said(entry)
    now = case.facts(person=person, payload=said)
    facts = facts_then(entry, said, person=person, now=now)
    known = {reason.code for reason in reasons}
    then = done_with(case.definition, entry, facts) if "correct.not_carried" not in known else []
    reasons += [reason for reason in then if reason not in reasons]
    if reasons:
        raise _refused(case, reasons)
    return Right(past, entry, slip, Actor(person, capacity), facts.read_so_far)


def _refused(case: Case, reasons: Sequence[Any]) -> Refused:
    """What was decided on it, is decided anew; what has ended or was notified stays as it is told."""
    voted = [reason.params["ballot"] for reason in reasons if reason.code == "correct.voted_on"]
    if voted:
        return Refused(*reasons, next_command=f"govflow ballot show {voted[0]}")
    seen = {reason.code for reason in reasons} & {"correct.built_on", "correct.not_a_slip", "correct.nothing"}
    command = "why" if seen else "history"
    return Refused(*reasons, next_command=f"govflow {command} {case.proposal.reference}")


def _contents(work: UnitOfWork, case: Case, command: Correction) -> tuple[Mapping[str, Any], ...]:
    """The contents of all revisions, where one of their fields is to be put right."""
    numbers = range(1, case.proposal.revision + 1) if command.fields else ()
    found = (work.revisions.get(case.proposal.reference, number) for number in numbers)
    return tuple(revision.content if revision else {} for revision in found)


def _voted_on(work: UnitOfWork, case: Case) -> Iterator[Notice]:
    """What a body votes on stays as it reads until the vote has ended."""
    for ballot, _ in work.ballots.found(proposal=case.proposal.reference):
        if ballot.state not in ENDED:
            yield notice("correct.voted_on", ballot=ballot.reference)


def _slip(work: UnitOfWork, case: Case, command: Correction, *, past: Past, entry: Entry) -> Slip:
    """What was said, and what it should have been."""
    part = FIELDS if command.fields else VALUES
    known = case.definition.fields if command.fields else case.definition.values
    given = {**(command.fields or command.values)}
    reader, record = reader_over(payload_node(given, source="payload"))
    ground = Ground.of(case.directory, case.definition)
    read = read_values(record, known.values(), ground)
    record.finish()
    for name in given:
        wrong = None
        if name in known and name not in read:
            wrong = notice("correct.emptied", name=name)
        elif name in known and known[name].type == "reference":
            wrong = wrong_reference(work, case, read[name])
        if wrong is not None:
            record.problem(name, wrong)
    reader.raise_if_any()
    before = case.content if command.fields else past.said(entry)
    return Slip(entry.seq, part, {name: {"from": before.get(name), "to": to} for name, to in read.items()})


def _capacity(session: Session, case: Case, entry: Entry, *, person: str) -> Capacity:
    """An own office of the role that did the act. NotAuthorised for everybody else."""
    step = answered_step(entry)
    roles = roles_of(case.definition, entry)
    duties = (Duty(step["role"], step["ministry"]),) if step else case.duties(roles)
    matter = case.matter(entry.step or entry.trigger)
    found = capacities(case.directory, person, duties, matter)
    own = [capacity for capacity in found if capacity.via is Via.OWN and session.admits(capacity)]
    if own:
        return own[0]
    if any(map(session.admits, found)):
        titles = [case.definition.roles[role].title for role in roles]
        raise NotAuthorised(notice("correct.own_office", roles=titles))
    raise not_authorised(session, case, person, duties=duties, trigger=CORRECT)
